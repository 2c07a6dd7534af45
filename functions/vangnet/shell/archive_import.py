"""Taking an archive into an empty store, of any kind: all of it, or it is seen that it is not all.

- What was checked goes in first: files, then the events of every stream, and only then the wake-ups and lists, so that
  nothing is woken or shown of a stream that is not there whole.
- A stream of the store notes that an import began, and last that it was finished after all was read again and found
  the same. Until then `check_import` refuses the store; begun again with the same archive, an import goes on.
- The business keys come with the streams: whatever was done under one is not done again.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass

from vangnet.shell.archive import IMPORT_STREAM, STREAMS, ArchiveError, Parts, Seen, lines
from vangnet.shell.archive_reading import Archive, Whole
from vangnet.shell.codec import Codec
from vangnet.shell.ports import EVENTS_PER_APPEND_MAX, Append, Entry, EventStore

BEGUN, HASHED, DONE = "begun:", "hashed:", "done"


def import_(archive: Archive, parts: Parts) -> None:
    """Take all of a checked archive into an empty store, or go on where an import of it was cut off.

    Raises:
        ArchiveError: the store is not empty, or what is in it afterwards is not what the archive says.
        StoreUnavailable: the store refuses something; begin again.
    """
    if parts.hashing != archive.hashing:
        raise ArchiveError("The store hashes with another key than the archive; give it the archive's.")
    _begin(archive, parts.store)
    for name in archive.files():
        parts.blobs.put(name, archive.file(name))
    for last in (False, True):
        for one in archive.streams():
            _append(parts, one, last=last)
    _check_all(archive, parts)
    _note(parts.store, DONE)


def check_import(store: EventStore, hashing: bytes) -> None:
    """Refuse a store into which an archive went half, or that hashes with another key than the archive that went in.

    Raises:
        ArchiveError: with what to do.
    """
    keys = store.standing(IMPORT_STREAM).keys
    if keys and DONE not in keys:
        raise ArchiveError("An archive was taken in only half; begin its import again.")
    if keys and HASHED + _print(hashing) not in keys:
        raise ArchiveError("The hashing key is not that of the archive that was taken in; put it back.")


def _begin(archive: Archive, store: EventStore) -> None:
    mark = BEGUN + archive.digest
    keys = store.standing(IMPORT_STREAM).keys
    others = [name for name in store.streams(limit=2) if name != IMPORT_STREAM]
    if DONE in keys or (others and mark not in keys):
        raise ArchiveError("The store is not empty; an archive goes into an empty one only.")
    _note(store, mark)
    _note(store, HASHED + _print(archive.hashing))
    if {mark} != {key for key in store.standing(IMPORT_STREAM).keys if key.startswith(BEGUN)}:
        raise ArchiveError("Another archive was taken in half; empty the store, and begin again.")


def _note(store: EventStore, key: str) -> None:
    store.append(Append(IMPORT_STREAM, (), 0, key=key))


def _print(hashing: bytes) -> str:
    """Return by what a key is known again that is not to be known."""
    return hashlib.sha256(b"vangnet hashing key|" + hashing).hexdigest()[:32]


@dataclass(frozen=True)
class _Step:
    """One append of a stream: beyond which event, how many, under which key; the last one moves wake-up and lists."""

    at: int
    count: int
    key: str
    last: bool


def _steps(one: Whole) -> Iterator[_Step]:
    """Yield the appends that give a stream its events and each of its business keys.

    The last brings no events where the others have room for all, as wake-up and lists take their place beside it.
    """
    keys, count = one.head.keys, len(one.events)
    before_last = len(keys) - 1
    spread = before_last if before_last * EVENTS_PER_APPEND_MAX >= count else len(keys)
    size = math.ceil(count / spread) if spread else 0
    for number, key in enumerate(keys):
        at = min(number * size, count)
        yield _Step(at, min(size, count - at), key, number == before_last)


def _append(parts: Parts, one: Whole, *, last: bool) -> None:
    """Append the events of a stream, or what comes last; harmless where it was done before."""
    head, store = one.head, parts.store
    _, wrapped = store.whole(head.stream)
    keyed = bool(one.events) and not head.wiped
    if keyed:
        key = parts.wrap.unwrap(head.stream, wrapped) if wrapped else parts.wrap.new_key()
        wrapped = wrapped or parts.wrap.wrap(head.stream, key)
    codec = Codec(head.stream, key if keyed else None, parts.wrap)
    for step in _steps(one):
        if step.last != last:
            continue
        events = one.events[step.at : step.at + step.count]
        store.append(
            Append(
                head.stream,
                [codec.sealed(event.version, event.plain, event.sealed) for event in events],
                step.at,
                key=step.key,
                wake_at=head.wake_at if last else None,
                entries=frozenset(Entry(index, sort) for index, sort in head.lists) if last else frozenset(),
                wrapped_key=wrapped if keyed else None,
            )
        )


def _check_all(archive: Archive, parts: Parts) -> None:
    """Read all of it again out of the store, and compare it with the archive."""
    digest, seen = hashlib.sha256(), Seen()
    for text in lines(parts, (one.head.stream for one in archive.streams()), seen):
        digest.update(text)
    expected = next(file.sha256 for file in archive.manifest.files if file.name == STREAMS)
    files = [name for name in archive.files() if parts.blobs.get(name) != archive.file(name)]
    if digest.hexdigest() != expected or files:
        raise ArchiveError("What was taken in is not what the archive holds; empty the store, and begin again.")
