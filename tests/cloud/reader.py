"""A reader of the table's stream that honours the settings of the template as Lambda does; the emulator does not.

Batches in order, from the horizon; a record that failed comes back with all behind it; a batch that fails is cut in
two; what failed too often is put aside, and the rest goes on.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
Handler = Callable[[dict[str, Any]], Any]


@dataclass(frozen=True)
class Mapped:
    """How a function is connected to a stream, as the template says it."""

    batch: int
    retries: int
    bisects: bool
    partial: bool
    from_horizon: bool
    patterns: tuple[Mapping[str, Any], ...]

    @classmethod
    def of(cls, template: Mapping[str, Any], function: str) -> "Mapped":
        """Return the settings of a function's stream; what is not set has Lambda's default."""
        events = template["Resources"][function]["Properties"]["Events"].values()
        found = next(one["Properties"] for one in events if one["Type"] == "DynamoDB")
        filters = found.get("FilterCriteria", {}).get("Filters", [])
        return cls(
            found["BatchSize"],
            found.get("MaximumRetryAttempts", 10_000),
            found.get("BisectBatchOnFunctionError", False),
            "ReportBatchItemFailures" in found.get("FunctionResponseTypes", []),
            found["StartingPosition"] == "TRIM_HORIZON",
            tuple(json.loads(one["Pattern"]) for one in filters),
        )

    def wants(self, record: Record) -> bool:
        """Tell whether a record passes the filters."""
        return not self.patterns or any(fits(pattern, record) for pattern in self.patterns)


def fits(pattern: Any, value: Any) -> bool:
    """Tell whether a value fits a pattern: all its fields, each by one of what is listed."""
    if isinstance(pattern, Mapping):
        return isinstance(value, Mapping) and all(
            name in value and fits(row, value[name]) for name, row in pattern.items()
        )
    return any(_is(one, value) for one in pattern)


def _is(one: Any, value: Any) -> bool:
    if isinstance(one, Mapping):
        assert set(one) == {"prefix"}, "another way to match is not played here"
        return isinstance(value, str) and value.startswith(one["prefix"])
    return bool(one == value)


@dataclass
class StreamReader:
    """Reads the stream of a table for one function; `dead` is what was put aside, `calls` how often it was called."""

    client: Any
    stream: str
    mapped: Mapped
    handler: Handler
    dead: list[Record] = field(default_factory=list)
    calls: int = 0
    _waiting: deque[tuple[list[Record], int]] = field(default_factory=deque)
    _places: dict[str, str] = field(default_factory=dict)

    def fetch(self) -> None:
        """Take up the records that are new, in batches."""
        fresh = [one for one in self._fresh() if self.mapped.wants(one)]
        for first in range(0, len(fresh), self.mapped.batch):
            self._waiting.append((fresh[first : first + self.mapped.batch], 0))

    def run(self, *, rounds: int = 1_000) -> None:
        """Hand over batches until none is left; whatever kills the function leaves its batch where it was."""
        self.fetch()
        for _ in range(rounds):
            if not self._waiting:
                return
            records, tries = self._waiting[0]
            rest = self._call(records)
            self._waiting.popleft()
            if rest:
                self._again(rest, tries)
            self.fetch()

    def _call(self, records: list[Record]) -> list[Record]:
        """Hand a batch over and return what is left of it."""
        self.calls += 1
        try:
            answer = self.handler({"Records": records})
        except Exception:  # As Lambda: whatever it was.
            return records
        if not self.mapped.partial:
            return []
        failures = {one["itemIdentifier"] for one in (answer or {}).get("batchItemFailures", [])}
        for number, record in enumerate(records):
            if record["dynamodb"]["SequenceNumber"] in failures:
                return records[number:]
        return []

    def _again(self, rest: list[Record], tries: int) -> None:
        if tries >= self.mapped.retries:
            self.dead.extend(rest)
        elif self.mapped.bisects and len(rest) > 1:
            middle = (len(rest) + 1) // 2
            self._waiting.appendleft((rest[middle:], tries + 1))
            self._waiting.appendleft((rest[:middle], tries + 1))
        else:
            self._waiting.appendleft((rest, tries + 1))

    def _fresh(self) -> Iterator[Record]:
        shards: Sequence[Any] = self.client.describe_stream(StreamArn=self.stream)["StreamDescription"]["Shards"]
        for shard in shards:
            place = self._places.get(shard["ShardId"]) or self._start(shard["ShardId"])
            while place:
                page = self.client.get_records(ShardIterator=place)
                yield from page["Records"]
                place = page.get("NextShardIterator")
                if place:
                    self._places[shard["ShardId"]] = place
                if not page["Records"]:
                    break

    def _start(self, shard: str) -> str:
        kind = "TRIM_HORIZON" if self.mapped.from_horizon else "LATEST"
        found = self.client.get_shard_iterator(StreamArn=self.stream, ShardId=shard, ShardIteratorType=kind)
        return str(found["ShardIterator"])
