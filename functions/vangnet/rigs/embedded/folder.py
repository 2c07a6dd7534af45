"""The data directory: one process at a time, a version that this program knows, the key file, evidence on disk."""

import fcntl
import os
import secrets
from pathlib import Path

from vangnet.rigs.embedded.keys import KEY_LENGTH
from vangnet.rigs.embedded.schema import DATA_VERSION
from vangnet.rigs.embedded.sqlite_store import ROOM_BYTES
from vangnet.rigs.naming import TAKEN, safe_name
from vangnet.rigs.starting import CannotStart, InUse
from vangnet.shell.ports import StoreUnavailable

HASHING_KEY = "hashing-key"  # Beside the key file, where an archive was taken in.
HALF = ".new"  # How the name of a file ends that is being written.


class DataFolder:
    """An opened data directory, held until the process ends."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it.

        Raises:
            CannotStart: it cannot be written, is in use, or is of a newer version.
        """
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = (path / "lock").open("a")
            (path / "evidence").mkdir(exist_ok=True)
        except OSError as error:
            message = (
                f"The data directory {path} cannot be written ({error.strerror}); choose another with VANGNET_DATA."
            )
            raise CannotStart(message) from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"The data directory {path} is in use by another Vangnet; stop that one, or set VANGNET_DATA."
            self._lock.close()
            raise InUse(message) from error
        try:
            self._tidy()
            self._check_version()
        except OSError as error:
            self.close()
            message = f"The data directory {path} cannot be written ({error.strerror}); make room, or mend its rights."
            raise CannotStart(message) from error
        except CannotStart:
            self.close()
            raise

    def _tidy(self) -> None:
        """Remove what a process that was killed had half written: nobody was told that it was kept."""
        for folder in (self.path, self.path / "evidence"):
            for half in folder.glob(f"*{HALF}"):
                half.unlink()

    def _check_version(self) -> None:
        file = self.path / "VERSION"
        text = file.read_text().strip() if file.exists() else ""
        if text and (not text.isdigit() or int(text) > DATA_VERSION):
            message = (
                f"The data directory {self.path} is of version {text}, newer than this program knows ({DATA_VERSION}); "
                "start the newer program, or set VANGNET_DATA to another directory."
            )
            raise CannotStart(message)
        if not text:
            durable_write(file, f"{DATA_VERSION}\n".encode())

    def master_key(self) -> bytes:
        """Return the key file's bytes, made at the first start.

        Raises:
            CannotStart: the file is damaged, or missing beside data that needs it.
        """
        file = self.path / "key"
        if not file.exists():
            if (self.path / "vangnet.db").exists():
                message = f"The key file {file} is missing, so the data cannot be read; put it back from the backup."
                raise CannotStart(message)
            try:
                durable_write(file, secrets.token_bytes(KEY_LENGTH))
            except OSError as error:
                message = f"The key file {file} cannot be written ({error.strerror}); make room, or mend its rights."
                raise CannotStart(message) from error
        key = file.read_bytes()
        if len(key) != KEY_LENGTH:
            raise CannotStart(f"The key file {file} is damaged; put it back from the backup.")
        return key

    def hashing_key(self) -> bytes | None:
        """Return the hashing key that came with an archive; None where there is none and the key file's counts.

        Raises:
            CannotStart: the file is damaged.
        """
        file = self.path / HASHING_KEY
        key = file.read_bytes() if file.exists() else None
        if key is not None and len(key) != KEY_LENGTH:
            raise CannotStart(f"The key file {file} is damaged; put it back from the backup.")
        return key

    def close(self) -> None:
        """Let go of the directory."""
        self._lock.close()


class FileBlobs:
    """Sealed evidence, a file each."""

    def __init__(self, folder: Path) -> None:
        """Take the folder they lie in."""
        self._folder = folder
        self.fault: str | None = None

    def check(self) -> None:
        """Where the last file was not kept, find out whether one would be now.

        Raises:
            StoreUnavailable: it would not.
        """
        if self.fault:
            self.put("room", bytes(ROOM_BYTES))
            self.delete("room")

    def put(self, blob: str, content: bytes) -> None:
        """Keep the bytes durably, or nothing."""
        file = self._folder / safe_name(blob)
        try:
            if file.exists():
                self._same(file, content)
            durable_write(file, content)
        except OSError as error:
            self.fault = f"the file was not kept: {error.strerror}"
            raise StoreUnavailable(self.fault) from error
        self.fault = None

    def _same(self, file: Path, content: bytes) -> None:
        if file.read_bytes() != content:
            raise StoreUnavailable(TAKEN)

    def get(self, blob: str) -> bytes | None:
        """Return the bytes, or None."""
        file = self._folder / safe_name(blob)
        return file.read_bytes() if file.exists() else None

    def delete(self, blob: str) -> None:
        """Remove the bytes."""
        (self._folder / safe_name(blob)).unlink(missing_ok=True)


def durable_write(file: Path, content: bytes) -> None:
    """Write a file so that after a crash it is there whole, or not at all; only its owner may read it."""
    temporary = file.with_name(file.name + HALF)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    directory = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
