"""What travels in the browser or in somebody's hands travels sealed, for one purpose and until a moment.

AES-256-GCM with a key for each purpose, so that a draft can never be passed off as a session. The nonce is a keyed
hash of all that is sealed: the same contents give the same text, and different contents never share one.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

NONCE_LENGTH = 12


class Sealer:
    """Seals and opens values that JSON can hold."""

    def __init__(self, secret: bytes, now: Callable[[], datetime]) -> None:
        """Take the secret that the keys come from, and what tells the time (UTC)."""
        self._secret, self._now = secret, now

    def seal(self, purpose: str, value: Any, lasts: timedelta) -> str:
        """Return a value as text that only `open` for the same purpose reads, and no longer than it lasts."""
        until = int((self._now() + lasts).timestamp())
        plain = json.dumps({"until": until, "value": value}, ensure_ascii=False, separators=(",", ":")).encode()
        key = self._key(purpose)
        nonce = hmac.digest(key, b"nonce" + plain, hashlib.sha256)[:NONCE_LENGTH]
        return base64.urlsafe_b64encode(nonce + _cipher(key).encrypt(nonce, plain, purpose.encode())).decode()

    def open(self, purpose: str, text: str) -> Any | None:
        """Return the value, or None where the text is changed, of another purpose, or has expired."""
        from cryptography.exceptions import InvalidTag

        try:
            box = base64.urlsafe_b64decode(text.encode())
            opened = _cipher(self._key(purpose)).decrypt(box[:NONCE_LENGTH], box[NONCE_LENGTH:], purpose.encode())
        except (InvalidTag, ValueError):
            return None
        found = json.loads(opened)
        return found["value"] if found["until"] > self._now().timestamp() else None

    def mark(self, purpose: str, text: str) -> str:
        """Return a short keyed hash of a text, such as a form's proof that it belongs to a session."""
        return hmac.new(self._key(purpose), text.encode(), hashlib.sha256).hexdigest()[:32]

    def _key(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, f"vangnet {purpose} 1".encode(), hashlib.sha256)


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
