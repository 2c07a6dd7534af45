"""Streams as the shell sees them: load one with its state, append events to it as a whole."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from schemas.events import Envelope, Event
from schemas.events.base import SYSTEM
from schemas.events.reports import Wiped
from schemas.events.upcast import NewerEventError
from vangnet.case.evolve import replay
from vangnet.case.state import Case
from vangnet.shell.codec import Codec
from vangnet.shell.ports import Append, Entry, EventStore, KeyWrap, StreamUnusable

KNOWN_MAX = 500  # Streams kept in memory; a case is some 100 KB.
NAMES_PER_PAGE = 500
TURNS = 64  # Locks for turns; two streams that share one wait for each other a few milliseconds.


def every_stream(store: EventStore) -> Iterator[str]:
    """Yield the name of every stream of a store, in order, page by page."""
    page = store.streams(limit=NAMES_PER_PAGE)
    while page:
        yield from page
        page = store.streams(after=page[-1], limit=NAMES_PER_PAGE)


@dataclass(frozen=True)
class Stream:
    """A stream as it was loaded: its events, its state, and its key (None if there is none, or no more)."""

    id: str
    events: tuple[Envelope, ...]
    case: Case
    key: bytes | None

    @property
    def version(self) -> int:
        """Return how many events it has."""
        return self.case.version


class Streams:
    """Loads and appends, sealing what is personal; keeps what it loaded last, so that only what is new is read."""

    def __init__(self, store: EventStore, wrap: KeyWrap) -> None:
        """Take the store and what wraps its keys."""
        self.store, self._wrap = store, wrap
        self._known: dict[str, Stream] = {}
        self.newer: set[str] = set()  # Streams to which a newer software wrote, as they were met.
        self._held: dict[str, Stream] | None = None
        self._turns = tuple(threading.RLock() for _ in range(TURNS))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Read each stream once while this lasts: what others write meanwhile is met when something is appended.

        For a process that does one thing at a time, and whose every read is a call over the network.
        """
        self._held = {}
        try:
            yield
        finally:
            self._held = None

    @contextmanager
    def turn(self, stream: str) -> Iterator[None]:
        """Wait until nobody else in this process has a turn at the stream: of many writers none loses every race."""
        with self._turns[hash(stream) % TURNS]:
            yield

    def let_go(self, stream: str) -> None:
        """Read a stream anew when it is next asked for, also while streams are held."""
        if self._held is not None:
            self._held.pop(stream, None)

    def load(self, stream: str) -> Stream:
        """Return the stream; an unknown one has no events.

        Raises:
            NewerEventError: a newer software wrote to it; this one can neither read it nor write to it.
            StoreUnavailable: it cannot be read now.
        """
        if self._held is not None and stream in self._held:
            return self._held[stream]
        try:
            found = self._load(stream)
        except NewerEventError:
            self.newer.add(stream)
            raise
        self.newer.discard(stream)
        if self._held is not None:
            self._held[stream] = found
        return found

    def readable(self, stream: str) -> Stream | None:
        """Return the stream, or None where this software cannot read it at all: for whoever looks at many."""
        try:
            return self.load(stream)
        except (NewerEventError, StreamUnusable):
            return None

    def _load(self, stream: str) -> Stream:
        known = self._known.get(stream)
        if known is None:
            return self._keep(self._whole(stream))
        stored = self.store.load(stream, after=known.version)
        if not stored:
            return known
        codec = Codec(stream, known.key, self._wrap)
        fresh = tuple(codec.open(one) for one in stored)
        if any(isinstance(one.event, Wiped) for one in fresh):  # What was known is to be known no more.
            return self._keep(self._whole(stream))
        return self._keep(Stream(stream, (*known.events, *fresh), replay(fresh, known.case), known.key))

    def _whole(self, stream: str) -> Stream:
        stored, wrapped = self.store.whole(stream)
        key = self._wrap.unwrap(stream, wrapped) if stored and wrapped else None
        codec = Codec(stream, key, self._wrap)
        events = tuple(codec.open(one) for one in stored)
        return Stream(stream, events, replay(events), key)

    def _keep(self, found: Stream) -> Stream:
        """Keep a stream in memory, the one used longest ago making room; never one that was wiped."""
        self._known.pop(found.id, None)
        if found.version and not found.case.wiped:
            self._known[found.id] = found
        if len(self._known) > KNOWN_MAX:
            self._known.pop(list(self._known)[0], None)  # noqa: RUF015  (one step, whatever other threads do)
        return found

    def forget(self, stream: str) -> None:
        """Keep nothing of a stream in memory."""
        self.let_go(stream)
        self._known.pop(stream, None)

    def append(
        self,
        stream: Stream,
        events: Iterable[Event],
        *,
        at: datetime,
        actor: str,
        protocol: str,
        key: str,
        wake_at: datetime | None,
        acting_as: str | None = None,
        entries: frozenset[Entry] = frozenset(),
        bound: bool = False,
    ) -> Sequence[Envelope]:
        """Append events to a stream as it was loaded, all or none.

        Raises:
            VersionConflict: somebody else wrote to it since.
            StoreUnavailable: nothing was stored.
        """
        fresh = stream.version == 0
        data_key = self._wrap.new_key() if fresh else stream.key
        codec = Codec(stream.id, data_key, self._wrap)
        envelopes = enveloped(stream, events, at=at, actor=actor, protocol=protocol, acting_as=acting_as)
        what = Append(
            stream=stream.id,
            events=[codec.store(one) for one in envelopes],
            expected_version=stream.version,
            key=key,
            wake_at=wake_at,
            entries=entries,
            wrapped_key=self._wrap.wrap(stream.id, data_key) if fresh and data_key else None,
            bound=bound,
        )
        self._append(what)
        return envelopes

    def _append(self, what: Append) -> None:
        """Store it; whatever comes of it, the stream is read anew after it."""
        self.let_go(what.stream)
        self.store.append(what)

    def admit(
        self,
        stream: Stream,
        what: Append,
        events: Iterable[Event],
        *,
        at: datetime,
        wake_at: datetime | None,
        entries: frozenset[Entry],
        until: datetime,
    ) -> None:
        """Store what waited in the inbox, as it is, with the events that follow, all or none; see `append`."""
        codec = Codec(stream.id, stream.key, self._wrap)
        more = enveloped(stream, events, at=at, actor=SYSTEM, protocol=stream.case.protocol)
        whole = [*what.events, *(codec.store(one) for one in more)]
        self._append(replace(what, events=whole, wake_at=wake_at, entries=entries, answered_until=until, bound=True))


def enveloped(
    stream: Stream,
    events: Iterable[Event],
    *,
    at: datetime,
    actor: str,
    protocol: str,
    acting_as: str | None = None,
) -> list[Envelope]:
    """Return events in their envelopes, as the next ones of a stream."""
    return [
        Envelope(
            stream=stream.id,
            version=stream.version + number,
            at=at,
            protocol=protocol,
            actor=actor,
            acting_as=acting_as,
            event=event,
        )
        for number, event in enumerate(events, 1)
    ]
