"""The archive of all that a municipality owns: what its files hold. The format stands in docs/archive.md."""

from typing import Annotated, Any, Literal

from pydantic import Field

from schemas.base import Moment, Strict

FORMAT = 1  # Raised when what was written before can no longer be read by this description.

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
FileId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,80}$")]
Count = Annotated[int, Field(ge=0)]


class ArchiveFile(Strict):
    """A file of the archive: its name, its size in bytes, and the SHA-256 of its bytes in hexadecimal."""

    name: str
    size: Count
    sha256: Digest


class Manifest(Strict):
    """What the archive holds; `missing` are files of evidence that events name and the store no longer had."""

    format: Literal[1] = 1
    streams: Count
    events: Count
    files: tuple[ArchiveFile, ...]
    missing: tuple[FileId, ...] = ()


class ArchiveKeys(Strict):
    """The key of the keyed hashes in base64: with it links and marks in mails that went out keep working."""

    hashing: str


class ArchivedStream(Strict):
    """The line before the events of a stream: where it stands beside them; a wiped one lost its personal fields."""

    stream: Annotated[str, Field(min_length=1)]
    events: Count
    wiped: bool
    keys: tuple[str, ...]
    wake_at: Moment | None
    lists: tuple[tuple[str, str], ...]


class ArchivedEvent(Strict):
    """An event as it was stored, its sealed fields opened: `actor`, and `fields.NAME` for each."""

    version: Annotated[int, Field(ge=1)]
    plain: dict[str, Any]
    sealed: dict[str, Any]
