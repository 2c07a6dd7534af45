"""The one table of the rig on AWS: how it is made, and under which keys everything lies in it.

| what | pk | sk | holds |
|---|---|---|---|
| an event | stream#NAME | event#0000000001 | plain and sealed, as JSON |
| the head | stream#NAME | head | version, generation, entries, open, shelf, the wrapped data key; wake and wake_at |
| a business key that was stored | stream#NAME | once#HASH | the key's own text |
| a place in a list | list#NAME | SORT, a NUL, stream | nothing |
| all places of a stream among what is open | list#open | stream | the lists and its sorts in them, as JSON |
| a report that waits to become a stream | inbox#NAME | report | an append as a whole; later its answer only |

Events and head lie side by side, so that one query gives a stream as it stands. Lists lie in the table itself and not
in an index: an index lags behind, and who just filed a report must see it in his list. What is open is short, and a
stream stands there in many lists at once: it has one row for all of them, and a reader looks through the rows.

Two indexes hold heads only: `wakes` by the moment they want to be woken, `streams` by name. A partition of an index
takes 1,000 writes a second, so each is spread over 16 shards by a hash of the stream's name, which readers merge. A
stream's shelf never changes, so its place among the names is written once and later appends cost nothing there.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

WAKE_INDEX, STREAMS_INDEX = "wakes", "streams"
SHARDS = tuple(f"{number:02}" for number in range(16))
FORMER_SHARD = "all"  # Where every wake-up lay before there were shards; each leaves it at its stream's next append.

HEAD, EVENTS, ONCE = "head", "event#", "once#"
STREAM, LIST, INBOX = "stream#", "list#", "inbox#"
OPEN = "open"  # The list in which each stream that somebody must do something about has one row, with all its places.
REPORT = "report"  # The one sort key under a name in the inbox.
END_OF_SORT = "\0"  # Sorts before every letter, so that places keep the order of their sort alone.
AFTER_SORT = "\1"
END_OF_ONCE = "once$"  # The letter after the one that ends ONCE.


def definition(table: str) -> dict[str, Any]:
    """Return what CreateTable is asked for: paid per request, encrypted, a stream of keys, two indexes of heads.

    The stream holds keys only: with images it would keep a destroyed data key for a day.
    """
    return {
        "TableName": table,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk", "wake", "wake_at", "shelf")
        ],
        "KeySchema": _schema("pk", "sk"),
        "GlobalSecondaryIndexes": [_index(WAKE_INDEX, "wake", "wake_at"), _index(STREAMS_INDEX, "shelf", "pk")],
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"},
        "SSESpecification": {"Enabled": True},
    }


def _index(name: str, partition: str, sort: str) -> dict[str, Any]:
    return {
        "IndexName": name,
        "KeySchema": _schema(partition, sort),
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    }


def _schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]


def stream_key(stream: str, sort: str) -> dict[str, Any]:
    """Return the primary key of one item of a stream."""
    return {"pk": {"S": STREAM + stream}, "sk": {"S": sort}}


def inbox_key(stream: str) -> dict[str, Any]:
    """Return the primary key of the report that waits to become a stream of that name."""
    return {"pk": {"S": INBOX + stream}, "sk": {"S": REPORT}}


def list_key(index: str, sort: str, stream: str) -> dict[str, Any]:
    """Return the primary key of a stream's place in a list."""
    return {"pk": {"S": LIST + index}, "sk": {"S": f"{sort}{END_OF_SORT}{stream}"}}


def shard(stream: str) -> str:
    """Return in which shard of the indexes a stream lies, always the same."""
    return SHARDS[hashlib.sha256(stream.encode()).digest()[0] % len(SHARDS)]


def is_open_list(index: str) -> bool:
    """Tell whether a list holds only what is open, so that all such lists together stay short enough to be read."""
    return index in {"alarms", "failures", "mails/waiting"} or index.startswith("work/")


def open_key(stream: str) -> dict[str, Any]:
    """Return the primary key of a stream's one row among what is open."""
    return {"pk": {"S": LIST + OPEN}, "sk": {"S": stream}}


def event_sort(version: int) -> str:
    """Return the sort key of an event: ten digits, so that text sorts as numbers do."""
    return f"{EVENTS}{version:010d}"


def once_sort(key: str) -> str:
    """Return the sort key of a business key: hashed, as it may be longer than DynamoDB takes (a mail's id is)."""
    return ONCE + hashlib.sha256(key.encode()).hexdigest()


def stamp(moment: datetime) -> str:
    """Return a moment as text that sorts by time: UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
