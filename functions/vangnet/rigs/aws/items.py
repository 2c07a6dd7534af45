"""Items of the table: how large DynamoDB counts them, and how an event lies in one."""

import json
import zlib
from typing import Any

from vangnet.rigs.aws.table import event_sort, stream_key
from vangnet.shell.ports import Append, StoredEvent, StreamUnusable

ITEM_BYTES_MAX = 400 * 1024  # By DynamoDB, names of attributes included.
NUMBER_BYTES = 21  # The most that a number counts for.
PACKED_FROM = 64 * 1024  # Characters of an event's texts.

Item = dict[str, Any]


def check_size(what: Append) -> None:
    """Refuse what can never become a stream, before anybody is told that it was taken.

    Raises:
        StreamUnusable: one of its events is larger than an item may be.
    """
    for event in what.events:
        size = bytes_of(stream_key(what.stream, event_sort(event.version)) | event_fields(event))
        if size > ITEM_BYTES_MAX:
            raise StreamUnusable(
                f"nothing was stored in {what.stream}: one item has {size} bytes, {ITEM_BYTES_MAX} fit"
            )


def event_fields(event: StoredEvent) -> Item:
    """Return what an event's item holds: its texts, or packed where they are long; what is sealed is air."""
    plain, sealed = _text(event.plain), _text(event.sealed)
    if len(plain) + len(sealed) < PACKED_FROM:
        return {"plain": {"S": plain}, "sealed": {"S": sealed}}
    return {"packed": {"B": zlib.compress(_text([event.plain, event.sealed]).encode())}}


def event_of(version: int, item: Item) -> StoredEvent:
    """Return the event that an item holds."""
    if "packed" in item:
        plain, sealed = json.loads(zlib.decompress(bytes(item["packed"]["B"])))
        return StoredEvent(version, plain, sealed)
    return StoredEvent(version, json.loads(item["plain"]["S"]), json.loads(item["sealed"]["S"]))


def bytes_of(item: Item) -> int:
    """Return the size of an item as DynamoDB counts it; a number counts for the most that it can."""
    return sum(len(name.encode()) + _value_bytes(value) for name, value in item.items())


def _value_bytes(value: Item) -> int:
    match value:
        case {"S": str(text)}:
            return len(text.encode())
        case {"B": bytes(content)}:
            return len(content)
        case _:
            return NUMBER_BYTES


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
