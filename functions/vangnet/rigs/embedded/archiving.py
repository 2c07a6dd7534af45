"""An archive out of a data directory that nobody serves, and into one that is not there yet."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from schemas.archive import Manifest
from vangnet.cli.rigs import Exported
from vangnet.rigs.embedded.folder import HALF, HASHING_KEY, DataFolder, FileBlobs, durable_write
from vangnet.rigs.embedded.keys import FileKeys
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.rigs.starting import CannotStart
from vangnet.shell.archive import ArchiveError, Parts, export
from vangnet.shell.archive_import import check_import, import_
from vangnet.shell.archive_reading import Archive
from vangnet.shell.ports import StoreUnavailable

DATABASE = "vangnet.db"


class CannotArchive(CannotStart):
    """The archive was not made, or not taken in; the text says why and what to do."""


def export_data(data: Path, file: Path) -> Exported:
    """Write the archive of a data directory that nobody serves; it is there whole or not at all, for its owner only.

    Raises:
        CannotStart: somebody serves the directory, or there is nothing in it, or the file cannot be written.
    """
    if not (data / DATABASE).is_file():
        raise CannotArchive(f"There is no data in {data}; set VANGNET_DATA to the directory that is to be written.")
    return exported(lambda: opened(data), file)


def exported(parts_of: Callable[[], AbstractContextManager[Parts]], file: Path) -> Exported:
    """Write the archive of what is opened; the file is there whole or not at all, for its owner only.

    Raises:
        CannotStart: the file is there already or cannot be written, or what is opened cannot be read whole.
    """
    if file.exists():
        raise CannotArchive(f"{file} is there already; name a file that is not there yet.")
    half = file.with_name(file.name + HALF)
    try:
        with parts_of() as parts:
            check_import(parts.store, parts.hashing)
            manifest = _written(parts, half)
        digest = _hash(half)
        half.replace(file)
        _settle(file.parent)
    except OSError as error:
        raise CannotArchive(f"{file} cannot be written ({error.strerror}); make room, or name another.") from error
    except (ArchiveError, StoreUnavailable) as error:
        raise CannotArchive(f"No archive was made: {error}") from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return Exported(manifest, digest)


def _written(parts: Parts, file: Path) -> Manifest:
    """Write an archive durably to a file that only its owner may read."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as target:
        manifest = export(parts, target)
        target.flush()
        os.fsync(target.fileno())
    return manifest


def import_data(file: Path, data: Path) -> Manifest:
    """Take an archive into an empty data directory; it is there with all of it, or as it was before.

    Raises:
        CannotStart: the archive is not whole, the directory is not empty, or it cannot be written.
    """
    if data.exists() and any(data.iterdir()):
        raise CannotArchive(
            f"{data} is not empty; move it away, or set VANGNET_DATA to a directory that is not there yet."
        )
    half = data.with_name(data.name + HALF)
    try:
        with file.open("rb") as source:
            archive = Archive(source)
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir(parents=True)
            half.chmod(0o700)
            durable_write(half / HASHING_KEY, archive.hashing)
            with opened(half) as parts:
                import_(archive, parts)
        if data.exists():
            data.rmdir()
        half.rename(data)
        _settle(data.parent)
    except OSError as error:
        raise CannotArchive(f"Nothing was taken in ({error.strerror}); make room, and begin again.") from error
    except (ArchiveError, StoreUnavailable) as error:
        raise CannotArchive(f"Nothing was taken in: {error}") from error
    return archive.manifest


@contextmanager
def opened(data: Path) -> Iterator[Parts]:
    """Open a data directory and yield what lies in it; nobody else may use it meanwhile."""
    folder = DataFolder(data)
    try:
        keys = FileKeys(folder.master_key(), folder.hashing_key())
        store = SqliteStore(data / DATABASE)
        try:
            yield Parts(store, keys, FileBlobs(data / "evidence"), keys.hashing)
        finally:
            store.close()
    finally:
        folder.close()


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _settle(folder: Path) -> None:
    """Let the names in a folder survive a power cut."""
    directory = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
