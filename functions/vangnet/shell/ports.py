"""What the shell needs from the outside world. Each port has a few implementations and one contract test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from vangnet.shell.wording import Wording

LIST_LIMIT_MAX = 200  # Rows of one page of a list; a longer list is read in pages.
EVENTS_PER_APPEND_MAX = 80  # A DynamoDB transaction takes 100 items: events, the head, its entries.


class VersionConflict(Exception):  # noqa: N818  (the caller loads again and decides anew)
    """Somebody else wrote to the stream since it was loaded."""


class StoreUnavailable(Exception):  # noqa: N818  (the caller tells a person, and tries again)
    """The store cannot keep or give anything now: a full disk, no connection."""


class StreamUnusable(StoreUnavailable):
    """One stream cannot be stored or read as it is, however often it is tried: too large, or not whole."""


class SendFailed(Exception):  # noqa: N818  (the caller notes it and goes on with the next channel)
    """The channel did not take the message; the text says why, without personal data.

    `permanent` says that this address is refused while the channel works; `again_after` when the channel asks to be
    tried again.
    """

    def __init__(self, why: str, *, permanent: bool = False, again_after: timedelta | None = None) -> None:
        """Keep why, and what is known of another try."""
        super().__init__(why)
        self.permanent, self.again_after = permanent, again_after


@dataclass(frozen=True)
class StoredEvent:
    """One event as a store keeps it: plain facts that may be read by anyone, and sealed ones that may not."""

    version: int
    plain: Mapping[str, Any]
    sealed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """The stream stands in this list, at this place; lists are what pages show. Neither part is personal data."""

    index: str
    sort: str


@dataclass(frozen=True)
class Append:
    """What one append stores as a whole: events, the stream's wake-up, and the lists it stands in from now on.

    `key` is the business key: a second append to the stream with it changes nothing. `wrapped_key` is the stream's
    sealed data key, kept at the first append only. Without events only the wake-up and the lists are moved.
    With `bound` the key belongs to this version alone: a second append meets another version, and nothing else need
    know the key. `answered_until` is there when it comes out of the inbox, which knows the same sending until then.
    """

    stream: str
    events: Sequence[StoredEvent]
    expected_version: int
    key: str
    wake_at: datetime | None = None
    entries: frozenset[Entry] = frozenset()
    wrapped_key: bytes | None = None
    answered_until: datetime | None = None
    bound: bool = False


class Inbox(Protocol):
    """Holds reports from their one durable write until they are streams."""

    def waiting(self, stream: str) -> Append | None:
        """Return the report that waits under a stream's name, or None."""
        ...

    def settle(self, what: Append) -> None:
        """Let nothing wait there any more, but for the answer to the same sending until `answered_until`."""
        ...


@dataclass(frozen=True)
class Standing:
    """Where a stream stands beside its events: the business keys it took, when it wants to be woken, its lists."""

    keys: frozenset[str] = frozenset()
    wake_at: datetime | None = None
    entries: frozenset[Entry] = frozenset()


class EventStore(Protocol):
    """Keeps the events of streams, when each wants to be woken, the lists it stands in, and its sealed data key.

    Promises, each a test in tests/contract/test_event_store.py:

    - durable: what `append` returned from survives a kill -9;
    - whole: of one append either all is stored, or nothing is;
    - ordered: `load` gives the events of a stream in the order of their versions, from 1, without a gap;
    - once: a second append with the same key changes nothing and raises nothing, whatever its version;
    - conditional: of two appends at one version with different keys, one raises VersionConflict;
    - woken by time: `due` gives the longest overdue first, and a stream whose wake-up was moved or taken away not;
    - listed: `listed` gives the streams of a list in the order of `sort`, page by page, each once;
    - keys destroyed: after `destroy_key` no call gives the key, and the stream's events remain;
    - complete: `streams` and `standing` give all that was ever appended, so that it can be appended elsewhere.
    """

    def append(self, what: Append) -> None:
        """Store all of it if the stream stands at `expected_version`.

        Raises:
            VersionConflict: if it does not, and the key is new.
            StoreUnavailable: nothing was stored.
        """
        ...

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return the events of the stream beyond the version `after`; an unknown stream has none."""
        ...

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Return all events of the stream and its wrapped data key, None where there is none or no more."""
        ...

    def data_key(self, stream: str) -> bytes | None:
        """Return the stream's wrapped data key, or None where there is none or no more."""
        ...

    def destroy_key(self, stream: str) -> None:
        """Make the stream's data key unreadable for good, in the store's bytes too; harmless twice."""
        ...

    def due(self, *, until: datetime, limit: int) -> Sequence[str]:
        """Return at most `limit` streams whose wake-up has come, the longest overdue first."""
        ...

    def next_wake(self) -> datetime | None:
        """Return the earliest wake-up of all, or None."""
        ...

    def listed(
        self, index: str, *, after: str = "", limit: int, newest_first: bool = False
    ) -> Sequence[tuple[str, str]]:
        """Return at most `limit` pairs (sort, stream) of a list, beyond the place `after` in the chosen direction."""
        ...

    def streams(self, *, after: str = "", limit: int) -> Sequence[str]:
        """Return at most `limit` streams beyond `after`, in the order of their names as code points.

        Page by page it gives each stream once that was there when the first page was asked for; a store that is
        spread over machines may leave out one that began less than a second before.
        """
        ...

    def standing(self, stream: str) -> Standing:
        """Return where the stream stands beside its events; an unknown stream stands nowhere.

        Raises:
            StoreUnavailable: it cannot be read, or not all of it was kept.
        """
        ...


class KeyWrap(Protocol):
    """Wraps the data keys of streams, makes keyed hashes, and makes new random keys."""

    def new_key(self) -> bytes:
        """Return 32 random bytes."""
        ...

    def wrap(self, stream: str, key: bytes) -> bytes:
        """Return the key sealed for that stream."""
        ...

    def unwrap(self, stream: str, wrapped: bytes) -> bytes:
        """Return the key of that stream."""
        ...

    def keyed_hash(self, purpose: str, text: str) -> bytes:
        """Return 32 bytes that only the holder of the key can make of the text; the same each time."""
        ...


class Blobs(Protocol):
    """Keeps evidence as received, sealed with a key of its own that only the case knows."""

    def put(self, blob: str, content: bytes) -> None:
        """Keep the sealed bytes durably; the same again changes nothing, and nothing is ever overwritten.

        Raises:
            StoreUnavailable: nothing was kept, or nobody knows whether it was, or other bytes have that name.
        """
        ...

    def get(self, blob: str) -> bytes | None:
        """Return the sealed bytes, or None where there are none."""
        ...

    def delete(self, blob: str) -> None:
        """Remove the bytes; harmless twice."""
        ...


@dataclass(frozen=True)
class Outgoing:
    """A message as it leaves the house; `about` is the reference it is about, `person` the id of who gets it.

    `mark` names the message to the world: by it a bounce or a receipt is known again, and it tells nothing. `answers`
    is the Message-ID of the mail that it answers; `avoid` names the provider that took it before and never delivered.
    """

    id: str
    channel: str
    to: str
    person: str
    about: str
    subject: str
    text: str
    mentions: tuple[str, ...] = ()
    mark: str = ""
    answers: str = ""
    avoid: str = ""


@dataclass(frozen=True)
class Taken:
    """A channel took a message: which provider, the id under which its receipt comes, and within what time it must."""

    via: str = ""
    id: str = ""
    receipt_within: timedelta | None = None


class Sender(Protocol):
    """Hands a message to its channel."""

    def send(self, message: Outgoing) -> Taken:
        """Return once the channel took it; the same id may come twice after a crash.

        Raises:
            SendFailed: the channel did not take it.
        """
        ...


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present, aware, in UTC."""
        ...


class Ids(Protocol):
    """Makes what nobody can guess."""

    def new(self, length: int) -> str:
        """Return that many characters of Crockford's base 32, at random."""
        ...


@dataclass(frozen=True)
class Ports:
    """All that the engine needs from the world; each rig fills it in one file."""

    store: EventStore
    wrap: KeyWrap
    blobs: Blobs
    senders: dict[str, Sender]
    clock: Clock
    ids: Ids
    wording: Wording
    inbox: Inbox | None = None
