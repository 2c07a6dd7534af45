"""Streams as the shell sees them: load one with its state, append events to it as a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.events import Envelope, Event
from vangnet.case.evolve import replay
from vangnet.case.state import Case
from vangnet.shell.codec import Codec
from vangnet.shell.ports import Append, Entry, EventStore, KeyWrap


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
    """Loads and appends, sealing what is personal."""

    def __init__(self, store: EventStore, wrap: KeyWrap) -> None:
        """Take the store and what wraps its keys."""
        self.store, self._wrap = store, wrap

    def load(self, stream: str) -> Stream:
        """Return the stream; an unknown one has no events."""
        stored = self.store.load(stream)
        wrapped = self.store.data_key(stream) if stored else None
        key = self._wrap.unwrap(stream, wrapped) if wrapped else None
        codec = Codec(stream, key, self._wrap)
        events = tuple(codec.open(one) for one in stored)
        return Stream(stream, events, replay(events), key)

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
    ) -> Sequence[Envelope]:
        """Append events to a stream as it was loaded, all or none.

        Raises:
            VersionConflict: somebody else wrote to it since.
            StoreUnavailable: nothing was stored.
        """
        fresh = stream.version == 0
        data_key = self._wrap.new_key() if fresh else stream.key
        codec = Codec(stream.id, data_key, self._wrap)
        envelopes = [
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
        what = Append(
            stream=stream.id,
            events=[codec.store(one) for one in envelopes],
            expected_version=stream.version,
            key=key,
            wake_at=wake_at,
            entries=entries,
            wrapped_key=self._wrap.wrap(stream.id, data_key) if fresh and data_key else None,
        )
        self.store.append(what)
        return envelopes
