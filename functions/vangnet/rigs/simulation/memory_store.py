"""The event store in memory; `faults` may refuse a call before it or lose its answer after it."""

import threading
from bisect import bisect_right, insort
from collections.abc import Callable, Sequence
from datetime import datetime

from vangnet.shell.ports import Append, Entry, Standing, StoredEvent, VersionConflict

Fault = Callable[[str], None]


def no_fault(_: str) -> None:
    """Let everything go well."""


class MemoryStore:
    """Keeps streams in dictionaries; durable for as long as the process lives."""

    def __init__(self, fault: Fault = no_fault) -> None:
        """Start empty; `fault(name)` is called before and after each append and may raise."""
        self.fault = fault
        self._lock = threading.Lock()
        self._events: dict[str, list[StoredEvent]] = {}
        self._once: dict[str, set[str]] = {}
        self._keys: dict[str, bytes] = {}
        self._wakes: dict[str, datetime] = {}
        self._order: list[tuple[datetime, str]] = []
        self._lists: dict[str, set[tuple[str, str]]] = {}

    def append(self, what: Append) -> None:
        """Store all of it, or nothing; see the port."""
        self.fault("before_append")
        with self._lock:
            if what.key in self._once.get(what.stream, ()):
                return
            events = self._events.get(what.stream, [])
            if len(events) != what.expected_version:
                raise VersionConflict(what.stream)
            if not events and what.wrapped_key is not None:
                self._keys[what.stream] = what.wrapped_key
            self._events[what.stream] = [*events, *what.events]
            self._once.setdefault(what.stream, set()).add(what.key)
            self._wake(what.stream, what.wake_at)
            self._list(what)
        self.fault("after_append")

    def _wake(self, stream: str, wake_at: datetime | None) -> None:
        before = self._wakes.pop(stream, None)
        if before is not None:
            self._order.remove((before, stream))
        if wake_at is not None:
            self._wakes[stream] = wake_at
            insort(self._order, (wake_at, stream))

    def _list(self, what: Append) -> None:
        for rows in self._lists.values():
            rows.difference_update([row for row in rows if row[1] == what.stream])
        for entry in what.entries:
            self._lists.setdefault(entry.index, set()).add((entry.sort, what.stream))

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return the events of the stream beyond a version."""
        self.fault("load")
        return tuple(self._events.get(stream, ())[after:])

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Return the events of the stream and its wrapped key."""
        return self.load(stream), self.data_key(stream)

    def data_key(self, stream: str) -> bytes | None:
        """Return the stream's wrapped key."""
        return self._keys.get(stream)

    def destroy_key(self, stream: str) -> None:
        """Forget the stream's key."""
        self._keys.pop(stream, None)

    def due(self, *, until: datetime, limit: int) -> Sequence[str]:
        """Return the streams whose wake-up has come, the longest overdue first."""
        with self._lock:
            come = bisect_right(self._order, until, key=lambda row: row[0])
            return [stream for _, stream in self._order[: min(come, limit)]]

    def next_wake(self) -> datetime | None:
        """Return the earliest wake-up."""
        with self._lock:
            return self._order[0][0] if self._order else None

    def listed(
        self, index: str, *, after: str = "", limit: int, newest_first: bool = False
    ) -> Sequence[tuple[str, str]]:
        """Return a page of a list."""
        with self._lock:
            rows = sorted(self._lists.get(index, ()), reverse=newest_first)
        beyond = [row for row in rows if not after or (row[0] < after if newest_first else row[0] > after)]
        return beyond[:limit]

    def streams(self, *, after: str = "", limit: int) -> Sequence[str]:
        """Return a page of the streams, in the order of their names."""
        with self._lock:
            return sorted(name for name in self._events if name > after)[:limit]

    def standing(self, stream: str) -> Standing:
        """Return the stream's business keys, wake-up and lists."""
        with self._lock:
            places = {
                Entry(index, sort) for index, rows in self._lists.items() for sort, name in rows if name == stream
            }
            return Standing(frozenset(self._once.get(stream, ())), self._wakes.get(stream), frozenset(places))
