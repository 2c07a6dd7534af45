"""The items of the table, for what moves them as they are: whole streams, and reports that wait in the inbox."""

import json
from collections.abc import Iterator
from typing import Any

from vangnet.rigs.aws.heads import Head, Item
from vangnet.rigs.aws.table import (
    HEAD,
    INBOX,
    SHARDS,
    STREAM,
    WAKE_INDEX,
    inbox_key,
    list_key,
    open_key,
    stream_key,
)


def waiting_reports(client: Any, table: str) -> Iterator[str]:
    """Yield the streams whose reports still wait in the inbox: each of them wants to be woken."""
    for shard in SHARDS:
        for item in _pages(
            client,
            TableName=table,
            IndexName=WAKE_INDEX,
            KeyConditionExpression="wake = :shard",
            ExpressionAttributeValues={":shard": {"S": shard}},
        ):
            if str(item["pk"]["S"]).startswith(INBOX):
                yield str(item["pk"]["S"]).removeprefix(INBOX)


def items_of(client: Any, table: str, stream: str) -> list[Item]:
    """Return every item of a stream: events, head, business keys, and its row among what is open."""
    row = _get(client, table, open_key(stream))
    return [
        *_pages(
            client,
            TableName=table,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": STREAM + stream}},
            ConsistentRead=True,
        ),
        *([row] if row else []),
    ]


def head_of(client: Any, table: str, stream: str) -> Head:
    """Return where a stream stands; an unknown one has stored nothing."""
    return Head.of(_get(client, table, stream_key(stream, HEAD)))


def is_keyless(client: Any, table: str, stream: str) -> bool:
    """Tell whether the data key of a stream was destroyed."""
    return head_of(client, table, stream).wrapped == b""


def inbox_of(client: Any, table: str, stream: str) -> Item | None:
    """Return what lies in the inbox under a stream's name."""
    return _get(client, table, inbox_key(stream))


def put(client: Any, table: str, item: Item) -> None:
    """Store an item as it is."""
    client.put_item(TableName=table, Item=item)


def delete(client: Any, table: str, key: Item) -> None:
    """Remove an item; harmless twice."""
    client.delete_item(TableName=table, Key={name: key[name] for name in ("pk", "sk")})


def put_stream(client: Any, table: str, stream: str, items: list[Item]) -> None:
    """Store a whole stream as it is, its places in lists too; the head last, so that it is there whole or not yet."""
    before, head = head_of(client, table, stream), next(item for item in items if item["sk"]["S"] == HEAD)
    entries = frozenset((index, sort) for index, sort in json.loads(head["entries"]["S"]))
    for item in items:
        if item is not head:
            put(client, table, item)
    if before.open and not any(item["pk"] == open_key(stream)["pk"] for item in items):
        delete(client, table, open_key(stream))
    for index, sort in before.entries - entries:
        delete(client, table, list_key(index, sort, stream))
    for index, sort in entries - before.entries:
        put(client, table, list_key(index, sort, stream))
    put(client, table, head)


def remove_stream(client: Any, table: str, stream: str) -> None:
    """Remove a whole stream and its places in lists."""
    for index, sort in head_of(client, table, stream).entries:
        delete(client, table, list_key(index, sort, stream))
    for item in items_of(client, table, stream):
        delete(client, table, item)


def _get(client: Any, table: str, key: Item) -> Item | None:
    found: Item | None = client.get_item(TableName=table, Key=key, ConsistentRead=True).get("Item")
    return found


def _pages(client: Any, **fields: Any) -> Iterator[Item]:
    for page in client.get_paginator("query").paginate(**fields):
        yield from page["Items"]
