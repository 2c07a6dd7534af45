"""Reading an archive that somebody hands over: nothing of it is used before its hash and its form were checked."""

import base64
import binascii
import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TypeVar

from pydantic import ValidationError

from schemas.archive import FORMAT, ArchivedEvent, ArchivedStream, ArchiveFile, ArchiveKeys, Manifest
from schemas.base import Strict
from vangnet.shell.archive import EVIDENCE, FILE_ID, IMPORT_STREAM, KEYS, MANIFEST, STREAMS, ArchiveError
from vangnet.shell.ports import EVENTS_PER_APPEND_MAX

PIECE_BYTES = 1024 * 1024
LINE_BYTES_MAX = 64 * 1024 * 1024  # One event; the largest is a document that was kept, or a mail.
MANIFEST_BYTES_MAX = 256 * 1024 * 1024  # A million files of evidence.
HASHING_LENGTH = 32

Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True)
class Whole:
    """A stream of an archive, with its events."""

    head: ArchivedStream
    events: tuple[ArchivedEvent, ...]


class Archive:
    """An archive of which every byte is as it was written."""

    def __init__(self, source: IO[bytes]) -> None:
        """Open it and check every file of it, and every line.

        Raises:
            ArchiveError: it is none, is of a newer format, or anything of it was changed, added or left out.
        """
        try:
            self._zip = zipfile.ZipFile(source)
            content = self._small(MANIFEST, MANIFEST_BYTES_MAX)
            self.manifest = parsed(Manifest, content, MANIFEST)
            self.digest = hashlib.sha256(content).hexdigest()
            self._check_names()
            for file in self.manifest.files:
                self._check(file)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
            raise ArchiveError(f"The archive is damaged or is none ({type(error).__name__}); use another.") from error
        self.hashing = self._hashing()
        self._check_lines()

    def streams(self) -> Iterator[Whole]:
        """Yield every stream, in the order of their names."""
        with self._zip.open(STREAMS) as file:
            while text := file.readline(LINE_BYTES_MAX):
                head = parsed(ArchivedStream, text, STREAMS)
                lines = (file.readline(LINE_BYTES_MAX) for _ in range(head.events))
                yield Whole(head, tuple(parsed(ArchivedEvent, one, STREAMS) for one in lines))

    def files(self) -> Iterator[str]:
        """Yield the name of every file of evidence."""
        return (one.name.removeprefix(EVIDENCE) for one in self.manifest.files if one.name.startswith(EVIDENCE))

    def file(self, name: str) -> bytes:
        """Return a file of evidence, sealed as it lay."""
        return self._zip.read(EVIDENCE + name)

    def _check_names(self) -> None:
        there = [info.filename for info in self._zip.infolist()]
        named = [one.name for one in self.manifest.files]
        if sorted(there) != sorted([*named, MANIFEST]):
            raise ArchiveError("The archive holds other files than its manifest names; use another.")
        rest = [name for name in named if name not in (KEYS, STREAMS)]
        strange = [
            name for name in rest if not (name.startswith(EVIDENCE) and FILE_ID.fullmatch(name[len(EVIDENCE) :]))
        ]
        if strange or not {KEYS, STREAMS} <= set(named):
            raise ArchiveError("The archive does not have the files of an archive; use another.")

    def _check(self, file: ArchiveFile) -> None:
        """Check a file's size and hash; it is read no further than the size that was promised."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(file.name) as content:
            while size <= file.size and (piece := content.read(PIECE_BYTES)):
                digest.update(piece)
                size += len(piece)
        if (size, digest.hexdigest()) != (file.size, file.sha256):
            raise ArchiveError(f"{file.name} in the archive is not as it was written; use another archive.")

    def _small(self, name: str, limit: int) -> bytes:
        try:
            with self._zip.open(name) as file:
                content = file.read(limit + 1)
        except KeyError as error:
            raise ArchiveError(f"The archive has no {name}: it was never finished; use another.") from error
        if len(content) > limit:
            raise ArchiveError(f"{name} in the archive is longer than any; use another.")
        return content

    def _hashing(self) -> bytes:
        keys = parsed(ArchiveKeys, self._small(KEYS, PIECE_BYTES), KEYS)
        try:
            hashing = base64.b64decode(keys.hashing, validate=True)
        except binascii.Error as error:
            raise ArchiveError(f"{KEYS} in the archive holds no key; use another.") from error
        if len(hashing) != HASHING_LENGTH:
            raise ArchiveError(f"{KEYS} in the archive holds no key of {HASHING_LENGTH} bytes; use another.")
        return hashing

    def _check_lines(self) -> None:
        """Check that every stream is whole and could have been appended so, and that they come in order."""
        streams, events, before = 0, 0, ""
        for one in self.streams():
            head = one.head
            versions = [event.version for event in one.events] == list(range(1, head.events + 1))
            in_order = before < head.stream != IMPORT_STREAM
            keys = list(head.keys) == sorted(set(head.keys))
            room = len(head.keys) > 0 and head.events <= len(head.keys) * EVENTS_PER_APPEND_MAX
            wiped = not head.wiped or not any(event.sealed for event in one.events)
            if not (versions and in_order and keys and room and wiped):
                raise ArchiveError(f"The stream {head.stream} in the archive is not whole; use another.")
            streams, events, before = streams + 1, events + head.events, head.stream
        if (streams, events) != (self.manifest.streams, self.manifest.events):
            raise ArchiveError("The archive holds another number of streams or events than it says; use another.")


def parsed(model: type[Model], content: bytes, name: str) -> Model:
    """Return a line of the archive; what is wrong with it is said by place and kind, without its words."""
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        places = sorted({".".join(str(part) for part in one["loc"]) or "all" for one in error.errors()})
        newer = f" (this program knows format {FORMAT})" if "format" in places else ""
        message = (
            f"{name} in the archive cannot be read: {', '.join(places[:5])}{newer}; use another, or a newer Vangnet."
        )
        raise ArchiveError(message) from None
