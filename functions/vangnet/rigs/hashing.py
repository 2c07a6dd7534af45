"""What the keys of every rig have in common: keyed hashes by one secret, random keys, random references."""

import hashlib
import hmac
import secrets

from vangnet.shell.names import CROCKFORD

KEY_LENGTH = 32  # Bytes of AES-256, and of what hashes are made with.


class HashingKeys:
    """Makes keyed hashes, and what nobody can guess."""

    def __init__(self, hashing: bytes) -> None:
        """Take the key to hash with; with another one nobody's name is found any more."""
        assert len(hashing) == KEY_LENGTH
        self.hashing = hashing

    def new_key(self) -> bytes:
        """Return 32 random bytes."""
        return secrets.token_bytes(KEY_LENGTH)

    def keyed_hash(self, purpose: str, text: str) -> bytes:
        """Return a hash that only the holder of the key can make."""
        return hmac.digest(self.hashing, f"{purpose}|{text}".encode(), hashlib.sha256)

    def new(self, length: int) -> str:
        """Return random letters of Crockford's base 32."""
        return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def derived(secret: bytes) -> bytes:
    """Return the key to hash with that comes from a secret; the same secret always gives the same."""
    return hmac.digest(secret, b"vangnet hash 1", hashlib.sha256)
