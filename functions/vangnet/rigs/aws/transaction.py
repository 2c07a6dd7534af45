"""What one append writes to DynamoDB: a single transaction, in which each part states what it rests on."""

import json
from collections.abc import Iterator

from vangnet.rigs.aws.heads import Head, Item
from vangnet.rigs.aws.inbox import taken
from vangnet.rigs.aws.items import ITEM_BYTES_MAX, bytes_of, event_fields
from vangnet.rigs.aws.lists import digest, direct, opened
from vangnet.rigs.aws.table import HEAD, event_sort, list_key, once_sort, open_key, shard, stamp, stream_key
from vangnet.shell.ports import Append, StreamUnusable

ITEMS_MAX = 100  # Of one transaction, by DynamoDB.
TRANSACTION_BYTES_MAX = 4 * 1024 * 1024  # By DynamoDB, all items together.
NOT_THERE_YET = "attribute_not_exists(pk)"


def transaction(table: str, what: Append, head: Head) -> list[Item]:
    """Return the writes that store all of it, if the head is still this one and the business key is new.

    Raises:
        StreamUnusable: it is more than one transaction takes.
    """
    actions = [{kind: {"TableName": table, **fields}} for kind, fields in _actions(what, head)]
    _check_size(what.stream, actions)
    return actions


def head_after(what: Append, head: Head) -> Head:
    """Return where the stream stands once that is stored."""
    wake_at = stamp(what.wake_at) if what.wake_at else ""
    return Head(
        what.expected_version + len(what.events),
        head.generation + 1,
        direct(what.entries),
        digest(opened(what.entries)),
        # At version 0 nothing is sealed yet, so the key of the last append counts: the first events are sealed with it.
        what.wrapped_key if what.expected_version == 0 and what.wrapped_key is not None else head.wrapped,
        wake_at,
        head.wake_since if wake_at == head.wake_at and head.wake_since else head.generation + 1,
    )


def _actions(what: Append, head: Head) -> Iterator[tuple[str, Item]]:
    if not what.bound:
        yield "Put", _new(stream_key(what.stream, once_sort(what.key)) | {"text": {"S": what.key}})
    yield "Put", _head_put(what, head)
    if what.answered_until is not None:
        yield "Put", {"Item": taken(what, what.answered_until)}
    for event in what.events:
        yield "Put", _new(stream_key(what.stream, event_sort(event.version)) | event_fields(event))
    wanted = direct(what.entries)
    for index, sort in sorted(head.entries - wanted):
        yield "Delete", {"Key": list_key(index, sort, what.stream)}
    for index, sort in sorted(wanted - head.entries):
        yield "Put", {"Item": list_key(index, sort, what.stream)}
    yield from _row(what, head)


def _row(what: Append, head: Head) -> Iterator[tuple[str, Item]]:
    """Yield what keeps the stream's row among what is open as it is to be."""
    row = opened(what.entries)
    if digest(row) == head.open:
        return
    if row:
        yield "Put", {"Item": open_key(what.stream) | {"places": {"S": row}}}
    else:
        yield "Delete", {"Key": open_key(what.stream)}


def _new(item: Item) -> Item:
    return {"Item": item, "ConditionExpression": NOT_THERE_YET}


def _head_put(what: Append, head: Head) -> Item:
    after = head_after(what, head)
    item = stream_key(what.stream, HEAD) | {
        "version": {"N": str(after.version)},
        "generation": {"N": str(after.generation)},
        "entries": {"S": _text(sorted(list(entry) for entry in after.entries))},
        "shelf": {"S": shard(what.stream)},
    }
    if after.open:
        item["open"] = {"S": after.open}
    if after.wrapped is not None:
        item["wrapped"] = {"B": after.wrapped}
    if after.wake_at:
        since = {"N": str(after.wake_since)}
        item |= {"wake": {"S": shard(what.stream)}, "wake_at": {"S": after.wake_at}, "wake_since": since}
    if head.generation == 0:
        return _new(item)
    return {
        "Item": item,
        "ConditionExpression": "generation = :seen",
        "ExpressionAttributeValues": {":seen": {"N": str(head.generation)}},
    }


def _check_size(stream: str, actions: list[Item]) -> None:
    """Refuse what DynamoDB would refuse, in words that say what is too much."""
    sizes = [bytes_of(part.get("Item") or part["Key"]) for action in actions for part in action.values()]
    if len(actions) > ITEMS_MAX:
        raise StreamUnusable(f"nothing was stored in {stream}: {len(actions)} items, {ITEMS_MAX} fit at once")
    if max(sizes) > ITEM_BYTES_MAX:
        message = f"nothing was stored in {stream}: one item has {max(sizes)} bytes, {ITEM_BYTES_MAX} fit"
        raise StreamUnusable(message)
    if sum(sizes) > TRANSACTION_BYTES_MAX:
        message = f"nothing was stored in {stream}: {sum(sizes)} bytes, {TRANSACTION_BYTES_MAX} fit at once"
        raise StreamUnusable(message)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
