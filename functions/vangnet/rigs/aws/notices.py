"""What a queue brings: notices of S3 that an object landed, and what SNS passes on. One body is one JSON document."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

TEST_EVENT = "s3:TestEvent"  # S3 sends one whenever notices are set up.
CREATED = "ObjectCreated:"


class NoticeUnreadable(Exception):  # noqa: N818  (the queue's dead letter shows it)
    """A body is not what this queue is for; nothing of it is repeated."""


@dataclass(frozen=True)
class Landed:
    """An object that landed: where, and under which key."""

    bucket: str
    key: str


def landed(body: str) -> tuple[Landed, ...]:
    """Return the objects that a body says landed, in its order; a test of S3, and what was deleted, is none.

    Raises:
        NoticeUnreadable: it is no notice of S3.
    """
    notice = fields_of(body)
    if notice.get("Event") == TEST_EVENT:
        return ()
    records = notice.get("Records")
    if not isinstance(records, list) or not records:
        raise NoticeUnreadable("a notice without records")
    try:
        return tuple(_landed(records))
    except (KeyError, TypeError, AttributeError):
        raise NoticeUnreadable("a record without a bucket or a key") from None


def _landed(records: list[Any]) -> Iterator[Landed]:
    for record in records:
        if str(record["eventName"]).removeprefix("s3:").startswith(CREATED):
            place = record["s3"]
            yield Landed(str(place["bucket"]["name"]), unquote_plus(str(place["object"]["key"])))


def fields_of(body: str) -> Mapping[str, Any]:
    """Return the document of a body; where SNS wrapped it, what is inside.

    Raises:
        NoticeUnreadable: it is none.
    """
    outer = _parsed(body)
    if outer.get("Type") == "Notification" and isinstance(outer.get("Message"), str):
        return _parsed(outer["Message"])
    return outer


def _parsed(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NoticeUnreadable("a body that is no JSON") from None
    if not isinstance(found, dict):
        raise NoticeUnreadable("a body that is no object of JSON")
    return found
