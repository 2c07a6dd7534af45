"""An archive of all that a municipality owns, out of any store: docs/archive.md describes each of its files.

- The same data gives the same bytes: streams and files in the order of their names, no dates, nothing compressed, as
  compressors differ from version to version.
- Events leave as they were stored, in the version of their schema, not lifted: an archive is a copy. The software that
  reads it lifts them on reading, as it does in any store, so an upcaster that was wrong can still be mended.
- A stream of which the key was destroyed leaves with its plain fields only.
- One stream and one file at a time are in memory.
"""

import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import IO, Any

from schemas.archive import ArchivedEvent, ArchivedStream, ArchiveFile, ArchiveKeys, Manifest
from schemas.base import Strict
from vangnet.shell.codec import Codec
from vangnet.shell.ports import Blobs, EventStore, KeyWrap, Standing, StoredEvent
from vangnet.shell.streams import every_stream

KEYS, STREAMS, EVIDENCE, MANIFEST = "keys.json", "streams.jsonl", "evidence/", "manifest.json"
IMPORT_STREAM = "import"  # What an import notes of itself; it stays with the store and is in no archive.
LOOKS_MAX = 20  # At a stream to which somebody appends meanwhile.
NO_DATE = (1980, 1, 1, 0, 0, 0)  # The first that a ZIP can say.
OWNER_ONLY = 0o100600 << 16
FILE_ID = re.compile("[A-Za-z0-9-]{1,80}")  # As the software makes them; nothing else was ever kept.


class ArchiveError(Exception):
    """An archive cannot be made or taken in; the text says why, and what to do."""


@dataclass(frozen=True)
class Parts:
    """Where everything lies: a store, what wraps its keys, its files, and the key of the keyed hashes."""

    store: EventStore
    wrap: KeyWrap
    blobs: Blobs
    hashing: bytes


def export(parts: Parts, target: IO[bytes]) -> Manifest:
    """Write the archive of a store to which nobody writes meanwhile, and return what it holds.

    Raises:
        ArchiveError: a stream cannot be opened, or somebody writes.
        StoreUnavailable: the store cannot be read.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        writing = _Writing(archive)
        hashing = base64.b64encode(parts.hashing).decode()
        writing.add(KEYS, [line(ArchiveKeys(hashing=hashing))])
        seen = Seen()
        writing.add(STREAMS, lines(parts, every_stream(parts.store), seen))
        missing = []
        for blob in sorted(seen.files):
            content = parts.blobs.get(blob)
            if content is None:
                missing.append(blob)
            else:
                writing.add(EVIDENCE + blob, [content])
        manifest = Manifest(
            streams=seen.streams, events=seen.events, files=tuple(writing.files), missing=tuple(missing)
        )
        writing.add(MANIFEST, [line(manifest)])
    return manifest


class _Writing:
    """Adds files to a ZIP one after the other, and notes the hash of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files: list[ArchiveFile] = []

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file piece by piece."""
        info = zipfile.ZipInfo(name, NO_DATE)
        info.create_system, info.external_attr = 3, OWNER_ONLY
        digest, size = hashlib.sha256(), 0
        with self._archive.open(info, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        self.files.append(ArchiveFile(name=name, size=size, sha256=digest.hexdigest()))


@dataclass
class Seen:
    """What was met on the way: how many streams and events, and which files the events name."""

    streams: int = 0
    events: int = 0
    files: set[str] = field(default_factory=set)


def lines(parts: Parts, streams: Iterable[str], seen: Seen) -> Iterator[bytes]:
    """Yield the lines of these streams: for each where it stands, then its events.

    Raises:
        ArchiveError: one cannot be opened, or somebody appends to it all the time.
    """
    for stream in streams:
        if stream == IMPORT_STREAM:
            continue
        stored, wrapped, standing = _as_it_stands(parts.store, stream)
        yield line(_head(stream, stored, standing, wiped=_is_wiped(stream, stored, wrapped)))
        try:
            codec = Codec(stream, parts.wrap.unwrap(stream, wrapped) if wrapped else None, parts.wrap)
            opened = [(one, dict(codec.opened(one))) for one in stored]
        except Exception as error:
            raise ArchiveError(f"The stream {stream} cannot be opened: {type(error).__name__}.") from error
        for one, sealed in opened:
            seen.files.update(_files_in([sealed, dict(one.plain)]))
            yield line(ArchivedEvent(version=one.version, plain=dict(one.plain), sealed=sealed))
        seen.streams, seen.events = seen.streams + 1, seen.events + len(stored)


def line(model: Strict) -> bytes:
    """Return a model as one line of JSON: its fields in their order, no blank where none must be."""
    text = json.dumps(model.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"


def _as_it_stands(store: EventStore, stream: str) -> tuple[Sequence[StoredEvent], bytes | None, Standing]:
    """Return events, key and standing of one moment: each append adds a business key, so no new one tells of none."""
    standing = store.standing(stream)
    for _ in range(LOOKS_MAX):
        stored, wrapped = store.whole(stream)
        before, standing = standing, store.standing(stream)
        if before == standing:
            return stored, wrapped, standing
    raise ArchiveError(f"Somebody writes to {stream} all the time; stop what writes, and begin again.")


def _is_wiped(stream: str, stored: Sequence[StoredEvent], wrapped: bytes | None) -> bool:
    """Tell whether a stream was wiped; one that lost its key in another way must not pass for it."""
    sealed = any(one.sealed for one in stored)
    if wrapped or not sealed:
        return bool(stored) and not wrapped
    if not any(one.plain.get("type") == "Wiped" for one in stored):
        raise ArchiveError(f"The key of {stream} is gone though it was never wiped; put a copy back that has it.")
    return True


def _head(stream: str, stored: Sequence[StoredEvent], standing: Standing, *, wiped: bool) -> ArchivedStream:
    return ArchivedStream(
        stream=stream,
        events=len(stored),
        wiped=wiped,
        keys=tuple(sorted(standing.keys)),
        wake_at=standing.wake_at.astimezone(UTC) if standing.wake_at else None,
        lists=tuple(sorted((entry.index, entry.sort) for entry in standing.entries)),
    )


def _files_in(value: Any) -> Iterator[str]:
    """Yield the names of the files in opened values of events of any version: what has an id, a hash and a key."""
    if isinstance(value, list):
        for one in value:
            yield from _files_in(one)
    elif isinstance(value, dict):
        name = value.get("id")
        if value.get("key") and "sha256" in value and isinstance(name, str) and FILE_ID.fullmatch(name):
            yield name
        for one in value.values():
            yield from _files_in(one)
