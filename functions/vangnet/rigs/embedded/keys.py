"""Keys of the embedded rig: data keys wrapped by a key file, keyed hashes, random references."""

import hashlib
import hmac
import secrets
from typing import Any

from vangnet.rigs.hashing import KEY_LENGTH, HashingKeys, derived

NONCE_LENGTH = 12

__all__ = ["KEY_LENGTH", "FileKeys"]


class FileKeys(HashingKeys):
    """Wraps with the key of the key file: whoever copies the database alone has nothing.

    `hashing` is the key of the keyed hashes; it leaves in an archive, so that links and marks that went out live on.
    """

    def __init__(self, master: bytes, hashing: bytes | None = None) -> None:
        """Derive from the key file's bytes what wraps, and what hashes where no key for that came from elsewhere."""
        assert len(master) == KEY_LENGTH
        super().__init__(hashing or derived(master))
        self._wrapping = hmac.digest(master, b"vangnet wrap 1", hashlib.sha256)

    def wrap(self, stream: str, key: bytes) -> bytes:
        """Return the key sealed for that stream and no other."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        return nonce + bytes(self._cipher().encrypt(nonce, key, stream.encode()))

    def unwrap(self, stream: str, wrapped: bytes) -> bytes:
        """Return the key of that stream; a changed byte is an error."""
        return bytes(self._cipher().decrypt(wrapped[:NONCE_LENGTH], wrapped[NONCE_LENGTH:], stream.encode()))

    def _cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._wrapping)
