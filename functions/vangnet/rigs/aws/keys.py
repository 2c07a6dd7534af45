"""Keys of the AWS rig: data keys wrapped by KMS for their stream, keyed hashes by a secret of Secrets Manager.

KMS binds a wrapped key to its stream by the encryption context. What is wrapped holds a proof of its own as well, so
that a key that KMS gave back wrongly is noticed before anything is opened, or worse sealed, with it. The proof needs no
secret: it stands inside the seal, and whoever loses the secret of the hashes can still open every case.
"""

import hashlib
import hmac
from typing import Any

from vangnet.rigs.aws.calls import CallFailed, call
from vangnet.rigs.hashing import KEY_LENGTH, HashingKeys, derived
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import StoreUnavailable

SECRET_LENGTH_MIN = 32  # Characters; fewer can be guessed by whoever has the hashes.
PLAIN = "hex:"  # Before a secret that is the key itself, as when an embedded house moves to AWS.
# What KMS answers where the wrapped bytes are wrong; everything else passes, or a person can mend it.
DAMAGED = frozenset({"InvalidCiphertextException", "IncorrectKeyException"})


class KeyDamaged(Exception):  # noqa: N818  (nothing is opened; a backup has the key as it was)
    """What was to be unwrapped is not what was wrapped for that stream."""


class KmsKeys(HashingKeys):
    """Wraps by one KMS key: whoever copies the table alone has nothing."""

    def __init__(self, client: Any, key_id: str, hashing: bytes) -> None:
        """Take a low-level client of KMS, the id or ARN of the key, and the key to hash with."""
        super().__init__(hashing)
        self._client, self._key_id = client, key_id

    def wrap(self, stream: str, key: bytes) -> bytes:
        """Return the key sealed for that stream and no other.

        Raises:
            StoreUnavailable: KMS did not seal it.
        """
        assert len(key) == KEY_LENGTH
        try:
            answer = call(
                self._client.encrypt,
                KeyId=self._key_id,
                Plaintext=key + _proof(stream, key),
                EncryptionContext={"stream": stream},
            )
        except CallFailed as failed:
            raise StoreUnavailable(f"KMS did not wrap a key: {failed.code}") from failed
        return bytes(answer["CiphertextBlob"])

    def unwrap(self, stream: str, wrapped: bytes) -> bytes:
        """Return the key of that stream.

        Raises:
            KeyDamaged: it is not what was wrapped for that stream; no other try helps.
            StoreUnavailable: KMS does not open it now: it is busy, the key is disabled, or a right is missing.
        """
        try:
            answer = call(
                self._client.decrypt,
                KeyId=self._key_id,
                CiphertextBlob=wrapped,
                EncryptionContext={"stream": stream},
            )
        except CallFailed as failed:
            if failed.code in DAMAGED:
                raise KeyDamaged(f"the key of {stream} cannot be unwrapped: {failed.code}") from failed
            raise StoreUnavailable(f"KMS did not unwrap a key: {failed.code}") from failed
        plain = bytes(answer["Plaintext"])
        key, proof = plain[:KEY_LENGTH], plain[KEY_LENGTH:]
        if not hmac.compare_digest(proof, _proof(stream, key)):
            raise KeyDamaged(f"the key of {stream} is not what was wrapped")
        return key


def _proof(stream: str, key: bytes) -> bytes:
    return hashlib.sha256(b"vangnet wrapped 1|" + stream.encode() + b"|" + key).digest()


def hashing_key(secret: str) -> bytes:
    """Return the key to hash with: what stands after `hex:`, or what comes from any other secret.

    Raises:
        CannotStart: the secret is too short, or is no such key; the text never shows it.
    """
    text = secret.strip()
    if text.startswith(PLAIN):
        try:
            key = bytes.fromhex(text.removeprefix(PLAIN))
        except ValueError:
            key = b""
        if len(key) != KEY_LENGTH:
            raise CannotStart(f"The secret of the hashes must have {2 * KEY_LENGTH} hexadecimal digits after 'hex:'.")
        return key
    if len(text) < SECRET_LENGTH_MIN:
        raise CannotStart(f"The secret of the hashes must have {SECRET_LENGTH_MIN} characters or more; draw a new one.")
    return derived(text.encode())
