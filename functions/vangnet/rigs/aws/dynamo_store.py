"""The event store on DynamoDB: one table, every append one conditional transaction.

- Idempotency is an item of its own for each business key: a client token protects for ten minutes only.
- Readers may catch a transaction halfway, as its items become visible one by one. So `load` reads the head with the
  events, takes no event beyond it, and reads again while one below it is missing.
- The index of wake-ups lags behind: `due` may be late, or name a stream that was just moved; it never loses one.
- When the connection breaks after a request was sent, it is open whether it was stored: the same key again settles it.
- A destroyed data key is overwritten in the table. Backups keep it until they expire (35 days for point-in-time
  recovery), so a restore ends with destroying again what was destroyed since.
"""

import json
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vangnet.rigs.aws.table import (
    AFTER_SORT,
    END_OF_SORT,
    EVENTS,
    HEAD,
    KEY,
    LIST,
    STREAM,
    WAKE_INDEX,
    WAKE_PARTITION,
    event_sort,
    once_sort,
    stamp,
    stream_key,
)
from vangnet.rigs.aws.transaction import Head, Item, transaction
from vangnet.shell.ports import Append, StoredEvent, StoreUnavailable, VersionConflict

LOOKS_MAX = 20  # At a stream that is just being written; a transaction becomes visible within milliseconds.
LOOK_AGAIN_SECONDS = 0.02
RACE_LOST = frozenset({"ConditionalCheckFailed", "TransactionConflict"})


class DynamoStore:
    """Keeps streams in one DynamoDB table."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a low-level boto3 client, which threads may share, and the name of the table."""
        self._client, self._table = client, table

    def append(self, what: Append) -> None:
        """Store all of it, or nothing; see the port."""
        head = Head.of(self._get(what.stream, HEAD))
        if head.version == what.expected_version:
            lost = self._write(transaction(self._table, what, head))
            if not lost:
                return
            if not lost & RACE_LOST:
                raise StoreUnavailable(f"nothing was stored: {', '.join(sorted(lost))}")
        # Read after the head: if the same append was stored meanwhile, its business key is to be seen by now.
        if not self._get(what.stream, once_sort(what.key)):
            raise VersionConflict(what.stream)

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
        for look in range(LOOKS_MAX):
            if look:
                time.sleep(LOOK_AGAIN_SECONDS)
            items = {str(item["sk"]["S"]): item for item in self._standing(stream, after)}
            head = Head.of(items.get(HEAD))
            found = [_event(item) for sort, item in items.items() if sort.startswith(EVENTS)]
            events = [event for event in found if event.version <= head.version]
            whole = [event.version for event in events] == list(range(after + 1, head.version + 1))
            if whole and (KEY in items or not head.keyed):
                return events
        raise StoreUnavailable(f"the events of {stream} cannot be read whole")

    def _standing(self, stream: str, after: int) -> Iterator[Item]:
        """Yield events, head and data key, in this order, which is that of their sort keys."""
        return self._query(
            KeyConditionExpression="pk = :pk AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues={
                ":pk": {"S": STREAM + stream},
                ":first": {"S": event_sort(after + 1)},
                ":last": {"S": KEY},
            },
            ConsistentRead=True,
        )

    def data_key(self, stream: str) -> bytes | None:
        """Return the stream's wrapped key."""
        item = self._get(stream, KEY)
        return bytes(item["wrapped"]["B"]) or None if item else None

    def destroy_key(self, stream: str) -> None:
        """Overwrite the stream's key with nothing; the empty item tells `load` that there is no key to wait for."""
        if self._get(stream, KEY):
            self._call("put_item", Item=stream_key(stream, KEY) | {"wrapped": {"B": b""}})

    def due(self, *, until: datetime, limit: int) -> Sequence[str]:
        """Return the streams whose wake-up has come, the longest overdue first."""
        found = self._wakes(limit, "wake = :wake AND wake_at <= :until", {":until": {"S": stamp(until)}})
        return [str(item["pk"]["S"]).removeprefix(STREAM) for item in found]

    def next_wake(self) -> datetime | None:
        """Return the earliest wake-up."""
        found = list(self._wakes(1, "wake = :wake", {}))
        return datetime.fromisoformat(str(found[0]["wake_at"]["S"])) if found else None

    def _wakes(self, limit: int, condition: str, values: Item) -> Iterator[Item]:
        return self._query(
            limit=limit,
            IndexName=WAKE_INDEX,
            KeyConditionExpression=condition,
            ExpressionAttributeValues={":wake": {"S": WAKE_PARTITION}, **values},
        )

    def listed(
        self, index: str, *, after: str = "", limit: int, newest_first: bool = False
    ) -> Sequence[tuple[str, str]]:
        """Return a page of a list."""
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

    def streams(self) -> Sequence[str]:
        """Return every stream there is, for backups and exercises; reads the whole table."""
        heads = self._pages(
            "scan",
            FilterExpression="sk = :head",
            ExpressionAttributeValues={":head": {"S": HEAD}},
            ConsistentRead=True,
        )
        return sorted(str(item["pk"]["S"]).removeprefix(STREAM) for item in heads)

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
    version = int(str(item["sk"]["S"]).removeprefix(EVENTS))
    return StoredEvent(version, json.loads(item["plain"]["S"]), json.loads(item["sealed"]["S"]))


def _unavailable(error: Exception) -> StoreUnavailable:
    """Return the fault by its code; the text of DynamoDB may repeat what was sent."""
    response = getattr(error, "response", {})
    return StoreUnavailable(f"DynamoDB cannot be used: {response.get('Error', {}).get('Code') or type(error).__name__}")
