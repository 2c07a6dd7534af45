"""The event store on DynamoDB: one table, every append one conditional transaction.

- Idempotency is an item of its own for each business key: a client token protects for ten minutes only.
- Readers may catch a transaction halfway, as its items become visible one by one. So `load` reads the head with the
  events, takes no event beyond it, and reads again while one below it is missing.
- The indexes lag behind: `due` may be late, or name a stream that was just moved; none is lost.
- When the connection breaks after a request was sent, it is open whether it was stored: the same key again settles it.
- The wrapped data key stands in the head. A destroyed one is overwritten in the table. Backups keep it until they
  expire (35 days for point-in-time recovery), so a restore ends with destroying again what was destroyed since.
"""

import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vangnet.rigs.aws.heads import Head, Heads, Item
from vangnet.rigs.aws.inbox import taken, waiting
from vangnet.rigs.aws.items import event_of
from vangnet.rigs.aws.lists import page, places_in
from vangnet.rigs.aws.table import (
    AFTER_SORT,
    END_OF_ONCE,
    END_OF_SORT,
    EVENTS,
    FORMER_SHARD,
    HEAD,
    INBOX,
    LIST,
    ONCE,
    OPEN,
    SHARDS,
    STREAM,
    STREAMS_INDEX,
    WAKE_INDEX,
    event_sort,
    inbox_key,
    is_open_list,
    once_sort,
    open_key,
    stamp,
    stream_key,
)
from vangnet.rigs.aws.transaction import head_after, transaction
from vangnet.shell.ports import Append, Entry, Standing, StoredEvent, StoreUnavailable, StreamUnusable, VersionConflict

LOOKS_MAX = 20  # At a stream that is just being written; a transaction becomes visible within milliseconds.
LOOK_AGAIN_SECONDS = 0.02
RACE_LOST = frozenset({"ConditionalCheckFailed", "TransactionConflict"})


class DynamoStore:
    """Keeps streams in one DynamoDB table."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a low-level boto3 client, which threads may share, and the name of the table."""
        self._client, self._table = client, table
        self._heads = Heads()

    def append(self, what: Append) -> None:
        """Store all of it, or nothing, in one call where the head is known or the stream is new; see the port."""
        guess = self._heads.guess(what.stream, what.expected_version)
        if guess is not None and self._stored(what, guess):
            return
        head = Head.of(self._get(what.stream, HEAD))
        if head.version == what.expected_version and head != guess and self._stored(what, head):
            return
        # Read after the head: if the same append was stored meanwhile, its business key is to be seen by now.
        if what.bound or not self._get(what.stream, once_sort(what.key)):
            raise VersionConflict(what.stream)

    def _stored(self, what: Append, head: Head) -> bool:
        """Write it if the stream still stands at this head; tell whether it did."""
        self._heads.forget(what.stream)
        lost = self._write(transaction(self._table, what, head))
        if lost and not lost & RACE_LOST:
            raise StoreUnavailable(f"nothing was stored: {', '.join(sorted(lost))}")
        if not lost:
            self._heads.keep(what.stream, head_after(what, head))
        return not lost

    def _write(self, actions: list[Item]) -> frozenset[str]:
        """Carry out a transaction; return why it was cancelled, or nothing if it was stored."""
        try:
            self._client.transact_write_items(TransactItems=actions)
        except ClientError as error:
            reasons = error.response.get("CancellationReasons", ())
            codes = frozenset(str(reason.get("Code", "None")) for reason in reasons) - {"None"}
            if not codes:
                raise _unavailable(error) from error
            return codes
        except BotoCoreError as error:
            raise _unavailable(error) from error
        return frozenset()

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return the events of the stream beyond a version in order, as they were between two appends."""
        return self._as_it_stands(stream, after)[0]

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Return the events of the stream and its wrapped key, by one query."""
        return self._as_it_stands(stream, 0)

    def _as_it_stands(self, stream: str, after: int) -> tuple[Sequence[StoredEvent], bytes | None]:
        for look in range(LOOKS_MAX):
            if look:
                time.sleep(LOOK_AGAIN_SECONDS)
            items = {str(item["sk"]["S"]): item for item in self._items(stream, event_sort(after + 1), HEAD)}
            head = Head.of(items.get(HEAD))
            found = [_event(item) for sort, item in items.items() if sort.startswith(EVENTS)]
            events = [event for event in found if event.version <= head.version]
            whole = [event.version for event in events] == list(range(after + 1, head.version + 1))
            if whole:
                self._heads.keep(stream, head)
                return events, head.wrapped or None
        raise StreamUnusable(f"the events of {stream} cannot be read whole")

    def _items(self, stream: str, first: str, last: str) -> Iterator[Item]:
        """Yield items of a stream in the order of their sort keys: events, head, business keys."""
        values = {":pk": {"S": STREAM + stream}, ":first": {"S": first}, ":last": {"S": last}}
        return self._query(
            KeyConditionExpression="pk = :pk AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues=values,
            ConsistentRead=True,
        )

    def standing(self, stream: str) -> Standing:
        """Return the stream's business keys, wake-up and lists."""
        items = {str(item["sk"]["S"]): item for item in self._items(stream, HEAD, END_OF_ONCE)}
        head = items.get(HEAD, {})
        once = [item for sort, item in items.items() if sort.startswith(ONCE)]
        if not all("text" in item for item in once):
            raise StoreUnavailable(f"not every business key of {stream} was kept in words")
        known = Head.of(head or None)
        row = self._call("get_item", Key=open_key(stream), ConsistentRead=True).get("Item") if known.open else None
        return Standing(
            frozenset(str(item["text"]["S"]) for item in once),
            datetime.fromisoformat(known.wake_at) if known.wake_at else None,
            frozenset((*(Entry(index, sort) for index, sort in known.entries), *places_in(row))),
        )

    def waiting(self, stream: str) -> Append | None:
        """Return the report that waits in the inbox under a stream's name."""
        return waiting(self._call("get_item", Key=inbox_key(stream), ConsistentRead=True).get("Item"), stream)

    def settle(self, what: Append) -> None:
        """Put the small item in place of a report that became a stream by another sending."""
        if what.answered_until:
            self._call("put_item", Item=taken(what, what.answered_until))

    def wake(self, stream: str) -> tuple[int, datetime] | None:
        """Return the generation at which a stream's wake-up was set, and when it is; what was just read is not read."""
        head = self._heads.last(stream) or Head.of(self._get(stream, HEAD))
        return (head.wake_since, datetime.fromisoformat(head.wake_at)) if head.wake_at else None

    def data_key(self, stream: str) -> bytes | None:
        """Return the stream's wrapped key."""
        return Head.of(self._get(stream, HEAD)).wrapped or None

    def destroy_key(self, stream: str) -> None:
        """Overwrite the stream's key with nothing, so that no append that began before brings it back."""
        for _ in range(LOOKS_MAX):
            self._heads.forget(stream)
            item = self._get(stream, HEAD)
            if not item or not item.get("wrapped", {}).get("B"):
                return
            seen = item["generation"]["N"]
            empty = item | {"wrapped": {"B": b""}, "generation": {"N": str(int(seen) + 1)}}
            if self._replaced(empty, seen):
                return
        raise StoreUnavailable(f"the key of {stream} cannot be destroyed now")

    def _replaced(self, item: Item, seen: str) -> bool:
        """Put an item in place of the one of that generation; tell whether it was still there."""
        try:
            self._client.put_item(
                TableName=self._table,
                Item=item,
                ConditionExpression="generation = :seen",
                ExpressionAttributeValues={":seen": {"N": seen}},
            )
        except (ClientError, BotoCoreError) as error:
            if _code(error) == "ConditionalCheckFailedException":
                return False
            raise _unavailable(error) from error
        return True

    def due(self, *, until: datetime, limit: int) -> Sequence[str]:
        """Return the streams whose wake-up has come, the longest overdue first."""
        condition, values = "wake = :shard AND wake_at <= :until", {":until": {"S": stamp(until)}}
        found = self._merged(WAKE_INDEX, (*SHARDS, FORMER_SHARD), "wake_at", limit, condition, values)
        return [_name(item) for item in found]

    def next_wake(self) -> datetime | None:
        """Return the earliest wake-up."""
        found = self._merged(WAKE_INDEX, (*SHARDS, FORMER_SHARD), "wake_at", 1, "wake = :shard", {})
        return datetime.fromisoformat(str(found[0]["wake_at"]["S"])) if found else None

    def _merged(
        self, index: str, shards: Sequence[str], order: str, limit: int, condition: str, values: Item
    ) -> Sequence[Item]:
        """Return the first items of all shards of an index together, by an attribute and then by name."""
        each = (
            self._pages(
                "query",
                IndexName=index,
                KeyConditionExpression=condition,
                ExpressionAttributeValues={":shard": {"S": shard}, **values},
                Limit=limit // len(shards) + 1,  # Of one page; a shard that has more is asked again.
            )
            for shard in shards
        )
        return list(islice(merge(*each, key=lambda item: (item[order]["S"], item["pk"]["S"])), limit))

    def listed(
        self, index: str, *, after: str = "", limit: int, newest_first: bool = False
    ) -> Sequence[tuple[str, str]]:
        """Return a page of a list."""
        if is_open_list(index):
            rows = self._query(
                KeyConditionExpression="pk = :pk",
                ExpressionAttributeValues={":pk": {"S": LIST + OPEN}},
                ConsistentRead=True,
            )
            return page(rows, index, after=after, limit=limit, newest_first=newest_first)
        condition, values = "pk = :pk", {":pk": {"S": LIST + index}}
        if after:
            condition += " AND sk < :beyond" if newest_first else " AND sk > :beyond"
            values[":beyond"] = {"S": after + (END_OF_SORT if newest_first else AFTER_SORT)}
        found = self._query(
            limit=limit,
            KeyConditionExpression=condition,
            ExpressionAttributeValues=values,
            ScanIndexForward=not newest_first,
            ConsistentRead=True,
        )
        places = (str(item["sk"]["S"]).partition(END_OF_SORT) for item in found)
        return [(sort, stream) for sort, _, stream in places]

    def streams(self, *, after: str = "", limit: int) -> Sequence[str]:
        """Return a page of the streams, in the order of their names."""
        condition, values = "shelf = :shard AND pk > :beyond", {":beyond": {"S": STREAM + after}}
        return [_name(item) for item in self._merged(STREAMS_INDEX, SHARDS, "pk", limit, condition, values)]

    def _get(self, stream: str, sort: str) -> Item | None:
        answer = self._call("get_item", Key=stream_key(stream, sort), ConsistentRead=True)
        found: Item | None = answer.get("Item")
        return found

    def _query(self, *, limit: int | None = None, **fields: Any) -> Iterator[Item]:
        if limit is None:
            yield from self._pages("query", **fields)
            return
        left = limit
        while left > 0:
            answer = self._call("query", Limit=left, **fields)
            yield from answer["Items"]
            left -= len(answer["Items"])
            if "LastEvaluatedKey" not in answer:
                return
            fields["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def _pages(self, operation: str, **fields: Any) -> Iterator[Item]:
        """Yield the items of every page; DynamoDB ends one at a megabyte."""
        while True:
            answer = self._call(operation, **fields)
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            fields["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def _call(self, operation: str, **fields: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = getattr(self._client, operation)(TableName=self._table, **fields)
        except (ClientError, BotoCoreError) as error:
            raise _unavailable(error) from error
        return answer


def _event(item: Item) -> StoredEvent:
    return event_of(int(str(item["sk"]["S"]).removeprefix(EVENTS)), item)


def _name(item: Item) -> str:
    """Return the name of a stream, also of one whose report still lies in the inbox."""
    return str(item["pk"]["S"]).removeprefix(STREAM).removeprefix(INBOX)


def _unavailable(error: Exception) -> StoreUnavailable:
    """Return the fault by its code; the text of DynamoDB may repeat what was sent."""
    return StoreUnavailable(f"DynamoDB cannot be used: {_code(error)}")


def _code(error: Exception) -> str:
    response = getattr(error, "response", None) or {}  # Of a timeout it is there, and None.
    return str(response.get("Error", {}).get("Code") or type(error).__name__)
