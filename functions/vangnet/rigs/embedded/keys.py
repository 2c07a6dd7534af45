"""Keys of the embedded rig: data keys wrapped by a key file, keyed hashes, random references."""

import hashlib
import hmac
import secrets
from typing import Any

from vangnet.shell.names import CROCKFORD

KEY_LENGTH = 32  # Bytes of AES-256 and of the key file.
NONCE_LENGTH = 12


class FileKeys:
    """Wraps with the key of the key file: whoever copies the database alone has nothing.

    `hashing` is the key of the keyed hashes; it leaves in an archive, so that links and marks that went out live on.
    """

    def __init__(self, master: bytes, hashing: bytes | None = None) -> None:
        """Derive from the key file's bytes what wraps, and what hashes where no key for that came from elsewhere."""
        assert len(master) == KEY_LENGTH
        self._wrapping = hmac.digest(master, b"vangnet wrap 1", hashlib.sha256)
        self.hashing = hashing or hmac.digest(master, b"vangnet hash 1", hashlib.sha256)
        assert len(self.hashing) == KEY_LENGTH

    def new_key(self) -> bytes:
        """Return 32 random bytes."""
        return secrets.token_bytes(KEY_LENGTH)

    def wrap(self, stream: str, key: bytes) -> bytes:
        """Return the key sealed for that stream and no other."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        return nonce + bytes(self._cipher().encrypt(nonce, key, stream.encode()))

    def unwrap(self, stream: str, wrapped: bytes) -> bytes:
        """Return the key of that stream; a changed byte is an error."""
        return bytes(self._cipher().decrypt(wrapped[:NONCE_LENGTH], wrapped[NONCE_LENGTH:], stream.encode()))

    def keyed_hash(self, purpose: str, text: str) -> bytes:
        """Return a hash that only the holder of the key file can make."""
        return hmac.digest(self.hashing, f"{purpose}|{text}".encode(), hashlib.sha256)

    def new(self, length: int) -> str:
        """Return random letters of Crockford's base 32."""
        return "".join(secrets.choice(CROCKFORD) for _ in range(length))

    def _cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._wrapping)
