"""A copy of everything that can be put back: consistent while others write, each file by its hash.

- The database is copied in one step (`pages=-1`): copied in parts it begins anew at each write of another, for ever.
- Files of evidence are kept before the event that names them, and copied after the database: so none is missing.
- The key stands in a file of its own in the copy: take it away and keep it apart, and put it back to restore.
- A manifest with the hash of every file is written last: a copy without it was never finished.
"""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from vangnet.rigs.embedded.folder import HALF, HASHING_KEY, durable_write
from vangnet.rigs.embedded.schema import DATA_VERSION
from vangnet.rigs.embedded.sqlite_store import BUSY_SECONDS
from vangnet.rigs.starting import CannotStart

MANIFEST = "manifest.json"
DATABASE = "vangnet.db"
KEY = "key"
FORMAT = 1  # Of the manifest.
CHUNK = 1024 * 1024
WHOLE = -1  # All pages in one step.


class CannotBackUp(CannotStart):
    """The copy was not made, or cannot be put back; the text says why and what to do."""


def back_up(data: Path, copy: Path, now: datetime) -> int:
    """Copy a data directory, also while a process uses it, and return how many files the copy has.

    Raises:
        CannotBackUp: there is nothing to copy, or the place is not empty, or it cannot be written.
    """
    if not (data / DATABASE).is_file():
        raise CannotBackUp(f"There is no data in {data}; set VANGNET_DATA to the directory that is to be copied.")
    if copy.exists() and any(copy.iterdir()):
        raise CannotBackUp(f"{copy} is not empty; name a directory that is not there yet.")
    try:
        (copy / "evidence").mkdir(parents=True, exist_ok=True)
        copy.chmod(0o700)
        _copy_database(data / DATABASE, copy / DATABASE)
        for file in sorted((data / "evidence").glob("*")):
            if not file.name.endswith(HALF):
                _copy_if_there(file, copy / "evidence" / file.name)
        for name in (KEY, HASHING_KEY, "VERSION"):
            _copy_if_there(data / name, copy / name)
        files = {str(file.relative_to(copy)): _hash(file) for file in _files(copy)}
        manifest = {"format": FORMAT, "data_version": DATA_VERSION, "made_at": now.isoformat(), "files": files}
        durable_write(copy / MANIFEST, json.dumps(manifest, indent=1).encode())
    except (OSError, sqlite3.Error) as error:
        raise CannotBackUp(f"The copy in {copy} was not finished ({error}); make room, and begin again.") from error
    return len(files)


def restore(copy: Path, data: Path) -> int:
    """Put a copy back into an empty data directory, and return how many files it has; nothing is put back half.

    Raises:
        CannotBackUp: the copy was never finished, a byte of it has changed, or the place is not empty.
    """
    manifest = _manifest(copy)
    if data.exists() and any(data.iterdir()):
        raise CannotBackUp(
            f"{data} is not empty; move it away, or set VANGNET_DATA to a directory that is not there yet."
        )
    wrong = sorted(_wrong(copy, manifest["files"]))
    if wrong:
        words = f"{', '.join(wrong[:5])}{' and more' if len(wrong) > 5 else ''}"
        raise CannotBackUp(f"The copy in {copy} is damaged: {words} is not as it was copied; use another copy.")
    half = data.with_name(data.name + HALF)
    try:
        shutil.rmtree(half, ignore_errors=True)
        (half / "evidence").mkdir(parents=True)
        half.chmod(0o700)
        for name in manifest["files"]:
            durable_write(half / name, (copy / name).read_bytes())
        if data.exists():
            data.rmdir()
        half.rename(data)
    except OSError as error:
        raise CannotBackUp(f"The copy was not put back into {data} ({error}); make room, and begin again.") from error
    return len(manifest["files"])


def _copy_database(source: Path, target: Path) -> None:
    place = f"{source.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(place, uri=True, timeout=BUSY_SECONDS)) as there,
        closing(sqlite3.connect(target)) as here,
    ):
        there.backup(here, pages=WHOLE)
        # A copy is read by others first: one file, without a log beside it.
        here.execute("PRAGMA journal_mode=DELETE")
        whole = here.execute("PRAGMA integrity_check").fetchone()[0]
    if whole != "ok":
        raise CannotBackUp(f"The database {source} is damaged: {whole}")
    target.chmod(0o600)


def _copy_if_there(source: Path, target: Path) -> None:
    """Copy a file; one that was wiped meanwhile need not be there."""
    try:
        durable_write(target, source.read_bytes())
    except FileNotFoundError:
        if source.exists():
            raise


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != MANIFEST)


def _hash(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _manifest(copy: Path) -> dict[str, Any]:
    file = copy / MANIFEST
    try:
        found: dict[str, Any] = json.loads(file.read_text())
        known = found["format"] == FORMAT and isinstance(found["files"], dict)
        newer = found["data_version"] > DATA_VERSION
    except FileNotFoundError as error:
        raise CannotBackUp(f"{copy} is no finished copy: {MANIFEST} is not there; use another copy.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotBackUp(f"{file} cannot be read; use another copy.") from error
    if newer or not known:
        raise CannotBackUp(f"{copy} was made by a newer version; install that one.")
    return found


def _wrong(copy: Path, files: dict[str, str]) -> Iterator[str]:
    """Yield the files of a copy that are not as they were, not there, or that nobody copied."""
    root = copy.resolve()
    for name, digest in files.items():
        file = copy / name
        if not file.resolve().is_relative_to(root) or not file.is_file() or _hash(file) != digest:
            yield name
    yield from (name for file in _files(copy) if (name := str(file.relative_to(copy))) not in files)
    yield from (name for name in (DATABASE, KEY, "VERSION") if name not in files)
