"""Sealed evidence in S3, an object each.

- Every object is written with `If-None-Match: *`, so that a policy of the bucket may forbid every other way of writing:
  evidence is never overwritten, by a mistake or by whoever took over a function.
- S3 checks the SHA-256 of what arrives before it says that it is kept, and the client that of what it gets back.
- In a versioned bucket a deletion leaves the bytes as an older version, until the bucket's lifecycle takes them. That
  is for mistakes: what was wiped cannot be opened, as its key is destroyed.
- Without the right to list the bucket, S3 answers 403 for what is not there, which counts as unavailable.
"""

import base64
import hashlib
from typing import Any

from vangnet.rigs.aws.calls import CallFailed, call
from vangnet.rigs.naming import TAKEN, safe_name
from vangnet.shell.ports import StoreUnavailable

FOLDER = "evidence/"
ABSENT = frozenset({"NoSuchKey", "404"})
THERE_ALREADY = "PreconditionFailed"


class S3Blobs:
    """Keeps sealed bytes in one bucket."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take a low-level client of S3, which threads may share, and the name of the bucket."""
        self._client, self._bucket = client, bucket

    def put(self, blob: str, content: bytes) -> None:
        """Keep the bytes durably; after a lost answer the same call again settles it.

        Raises:
            StoreUnavailable: nothing was kept, or nobody knows whether it was, or other bytes have that name.
        """
        try:
            call(
                self._client.put_object,
                **self._at(blob),
                Body=content,
                ChecksumSHA256=base64.b64encode(hashlib.sha256(content).digest()).decode(),
                IfNoneMatch="*",
            )
        except CallFailed as failed:
            if failed.code != THERE_ALREADY:
                raise StoreUnavailable(f"the file was not kept: {failed.code}") from failed
            if self.get(blob) != content:
                raise StoreUnavailable(TAKEN) from None

    def get(self, blob: str) -> bytes | None:
        """Return the bytes, or None where there are none or no more.

        Raises:
            StoreUnavailable: they cannot be read now, or came damaged.
        """
        try:
            return call(self._read, **self._at(blob))  # type: ignore[no-any-return]
        except CallFailed as failed:
            if failed.code in ABSENT:
                return None
            raise StoreUnavailable(f"a file cannot be read: {failed.code}") from failed

    def _read(self, **place: str) -> bytes:
        with self._client.get_object(**place, ChecksumMode="ENABLED")["Body"] as body:
            return bytes(body.read())

    def delete(self, blob: str) -> None:
        """Remove the bytes, or hide them until the lifecycle removes them; harmless twice.

        Raises:
            StoreUnavailable: nobody knows whether they are gone.
        """
        try:
            call(self._client.delete_object, **self._at(blob))
        except CallFailed as failed:
            raise StoreUnavailable(f"a file was not deleted: {failed.code}") from failed

    def _at(self, blob: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": FOLDER + safe_name(blob)}
