"""What lands in S3 and is taken in from there, each object once, though its notice may come twice.

- An object that was taken in is deleted, and an empty mark under `done/` stays: a second notice finds the mark, while
  a notice of something that was never there is an error. A lifecycle of the bucket takes the marks after two weeks,
  which is longer than a queue keeps a notice.
- An object that must not be taken in is moved under `refused/`, where nothing is lost. Each notice of it is an error
  again, so that it reaches the queue's dead letters; sent from there once more, it is taken from `refused/`.
- The bucket keeps no versions, as what lands is not sealed. Notices are asked for under the folder of what lands only.
- Without the right to list the bucket, S3 answers 403 for what is not there, which counts as unavailable.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vangnet.rigs.aws.calls import CallFailed, call
from vangnet.shell.ports import StoreUnavailable

DONE, REFUSED = "done/", "refused/"
OURS = (DONE, REFUSED)
ABSENT = frozenset({"NoSuchKey", "404", "NotFound"})


class NeverLanded(Exception):  # noqa: N818  (the queue's dead letter shows it)
    """There is no such object, and none was taken in."""


class TooLarge(Exception):  # noqa: N818  (the queue's dead letter shows it)
    """An object is larger than what is taken in."""


@dataclass(frozen=True)
class Arrival:
    """An object that landed: the key of its notice, the one where it lies now, and what it holds."""

    key: str
    place: str
    content: bytes
    about: Mapping[str, str]


class Arrivals:
    """The objects of one bucket that wait to be taken in."""

    def __init__(self, client: Any, bucket: str) -> None:
        """Take a low-level client of S3, and the name of the bucket."""
        self._client, self._bucket = client, bucket

    def fetch(self, key: str, *, limit: int) -> Arrival | None:
        """Return an object of at most `limit` bytes, or None if it was taken in before.

        Raises:
            NeverLanded, TooLarge: it cannot be taken in.
            StoreUnavailable: it cannot be read now.
        """
        for place in (key, REFUSED + key):
            found = self._read(key, place, limit)
            if found is not None:
                return found
        if not self._there(DONE + key):
            raise NeverLanded("no such object, and none was taken in")
        return None

    def done(self, arrival: Arrival) -> None:
        """Delete an object that was taken in, and remember that it was; harmless twice.

        Raises:
            StoreUnavailable: it may still be there.
        """
        self._call(self._client.put_object, Key=DONE + arrival.key, Body=b"")
        self._call(self._client.delete_object, Key=arrival.place)

    def refuse(self, key: str) -> None:
        """Move an object to where what is refused lies; harmless twice.

        Raises:
            StoreUnavailable: it may still be where it was.
        """
        if self._there(key):
            source = {"Bucket": self._bucket, "Key": key}
            self._call(self._client.copy_object, Key=REFUSED + key, CopySource=source)
            self._call(self._client.delete_object, Key=key)

    def _read(self, key: str, place: str, limit: int) -> Arrival | None:
        def read() -> Arrival:
            answer = self._client.get_object(Bucket=self._bucket, Key=place, ChecksumMode="ENABLED")
            with answer["Body"] as body:
                if answer["ContentLength"] > limit:
                    raise TooLarge(f"{answer['ContentLength']} bytes, {limit} are taken in")
                return Arrival(key, place, bytes(body.read()), dict(answer.get("Metadata", {})))

        try:
            return call(read)  # type: ignore[no-any-return]
        except CallFailed as failed:
            if failed.code in ABSENT:
                return None
            raise StoreUnavailable(f"what landed cannot be read: {failed.code}") from failed

    def _there(self, key: str) -> bool:
        try:
            call(self._client.head_object, Bucket=self._bucket, Key=key)
        except CallFailed as failed:
            if failed.code in ABSENT:
                return False
            raise StoreUnavailable(f"what landed cannot be looked up: {failed.code}") from failed
        return True

    def _call(self, operation: Any, **arguments: Any) -> None:
        try:
            call(operation, Bucket=self._bucket, **arguments)
        except CallFailed as failed:
            raise StoreUnavailable(f"what landed was not put away: {failed.code}") from failed
