"""The one table of the rig on AWS: how it is made, and under which keys everything lies in it.

| what | pk | sk | holds |
|---|---|---|---|
| an event | stream#NAME | event#0000000001 | plain and sealed, as JSON |
| the head | stream#NAME | head | version, generation, entries; wake and wake_at while it wants to be woken |
| the data key | stream#NAME | key | wrapped; empty once it was destroyed |
| a business key that was stored | stream#NAME | once#HASH | nothing |
| a place in a list | list#NAME | SORT, a NUL, stream | nothing |

Events, head and data key lie side by side, so that one query gives a stream as it stands. Lists lie in the table
itself and not in an index: an index lags behind, and who just filed a report must see it in his list.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

WAKE_INDEX = "wakes"
# All wake-ups lie in one partition of the index, which takes 1,000 writes a second; moving one is two. Beyond some
# 500 appends a second that move a wake-up it must be split in shards, which `due` and `next_wake` then merge.
WAKE_PARTITION = "all"

HEAD, KEY, EVENTS, ONCE = "head", "key", "event#", "once#"
STREAM, LIST = "stream#", "list#"
END_OF_SORT = "\0"  # Sorts before every letter, so that places keep the order of their sort alone.
AFTER_SORT = "\1"


def definition(table: str) -> dict[str, Any]:
    """Return what CreateTable is asked for: paid per request, encrypted, a stream of keys, one index of wake-ups.

    The stream holds keys only: with images it would keep a destroyed data key for a day.
    """
    return {
        "TableName": table,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk", "wake", "wake_at")
        ],
        "KeySchema": _schema("pk", "sk"),
        "GlobalSecondaryIndexes": [
            {
                "IndexName": WAKE_INDEX,
                "KeySchema": _schema("wake", "wake_at"),
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"},
        "SSESpecification": {"Enabled": True},
    }


def _schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]


def stream_key(stream: str, sort: str) -> dict[str, Any]:
    """Return the primary key of one item of a stream."""
    return {"pk": {"S": STREAM + stream}, "sk": {"S": sort}}


def list_key(index: str, sort: str, stream: str) -> dict[str, Any]:
    """Return the primary key of a stream's place in a list."""
    return {"pk": {"S": LIST + index}, "sk": {"S": f"{sort}{END_OF_SORT}{stream}"}}


def event_sort(version: int) -> str:
    """Return the sort key of an event: ten digits, so that text sorts as numbers do."""
    return f"{EVENTS}{version:010d}"


def once_sort(key: str) -> str:
    """Return the sort key of a business key: hashed, as it may be longer than DynamoDB takes (a mail's id is)."""
    return ONCE + hashlib.sha256(key.encode()).hexdigest()


def stamp(moment: datetime) -> str:
    """Return a moment as text that sorts by time: UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
