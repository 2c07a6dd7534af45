"""The event store on SQLite: durable before the answer, one connection that writes.

- WAL, and `synchronous=FULL`, asserted: what was committed survives a kill and a power cut.
- Every write goes through one connection under one lock, which also checkpoints (a reset bug of the WAL in versions
  before 3.51.3 needs two writers); each thread reads on a connection of its own.
- A database file that was taken away is noticed before anything is answered: what went into it would be lost.
- A destroyed key is overwritten with zeros (`secure_delete`), and the WAL emptied, so that its bytes are gone too.
"""

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from vangnet.rigs.embedded.schema import SCHEMA
from vangnet.shell.ports import Append, Entry, Standing, StoredEvent, StoreUnavailable, VersionConflict

BUSY_SECONDS = 30.0  # How long a reader waits for a checkpoint before it gives up.
ROOM_BYTES = 256 * 1024  # What must fit before a disk that was full counts as having room: a long report, and more.


def connected(path: Path, *, new: bool = True) -> sqlite3.Connection:
    """Return a connection that keeps what it commits; a file that is not there is made only where it may be `new`.

    Raises:
        StoreUnavailable: the file cannot be opened or written.
    """
    try:
        place = f"{path.absolute().as_uri()}?mode={'rwc' if new else 'rw'}"
        connection = sqlite3.connect(
            place, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreUnavailable(f"the database {path.name} cannot be opened: {error}") from error
    if mode != "wal" or synchronous != 2:
        raise StoreUnavailable(f"the database {path.name} cannot promise that what it stores is kept (mode {mode})")
    return connection


class SqliteStore:
    """Keeps streams in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the file, and make its tables where they are not there."""
        self._path = path
        self._lock = threading.Lock()
        self._writer = connected(path)
        self._readers = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._file = _identity(path)
        self.fault: str | None = None
        with self.writing() as connection:
            for statement in SCHEMA:
                connection.execute(statement)

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for connection in (*self._opened, self._writer):
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the writing connection in a transaction: all of it is kept, or nothing.

        Raises:
            StoreUnavailable: the disk is full or gone; nothing was kept.
        """
        with self._lock:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                    self._still_there()
                    self._writer.execute("COMMIT")
                except BaseException:
                    if self._writer.in_transaction:
                        self._writer.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                self.fault = f"nothing was stored: {error}"
                raise StoreUnavailable(self.fault) from error
            except StoreUnavailable as error:
                self.fault = str(error)
                raise
            self.fault = None

    def _still_there(self) -> None:
        if _identity(self._path) != self._file:
            raise StoreUnavailable(f"nothing was stored: the database {self._path.name} was taken away")

    def check(self) -> None:
        """Where the last write failed, find out whether there is room again.

        Raises:
            StoreUnavailable: there is not.
        """
        if self.fault:
            with self.writing() as connection:
                connection.execute("INSERT INTO room VALUES (zeroblob(?))", (ROOM_BYTES,))
            with self.writing() as connection:
                connection.execute("DELETE FROM room")

    def _reading(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._readers, "connection", None)
        if found is None:
            found = connected(self._path, new=False)
            self._readers.connection = found
            self._opened.append(found)
        return found

    def read(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query, on this thread's own connection.

        Raises:
            StoreUnavailable: the database cannot be read now.
        """
        try:
            return self._reading().execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise StoreUnavailable(f"the database cannot be read: {error}") from error

    def append(self, what: Append) -> None:
        """Store all of it, or nothing; see the port."""
        with self.writing() as connection:
            if connection.execute("SELECT 1 FROM once WHERE stream=? AND key=?", (what.stream, what.key)).fetchone():
                return
            row = connection.execute("SELECT version FROM heads WHERE stream=?", (what.stream,)).fetchone()
            if (row[0] if row else 0) != what.expected_version:
                raise VersionConflict(what.stream)
            self._insert(connection, what)

    def _insert(self, connection: sqlite3.Connection, what: Append) -> None:
        stream = what.stream
        if what.expected_version == 0 and what.wrapped_key is not None:
            # Nothing is sealed yet at version 0, so the key of the last append counts: it seals the first events.
            connection.execute("INSERT OR REPLACE INTO keys VALUES (?, ?)", (stream, what.wrapped_key))
        rows = [(stream, one.version, _text(one.plain), _text(one.sealed)) for one in what.events]
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO once VALUES (?, ?)", (stream, what.key))
        version = what.expected_version + len(what.events)
        connection.execute(
            "INSERT INTO heads VALUES (?, ?, ?) ON CONFLICT(stream) DO UPDATE SET version=?2, wake_at=?3",
            (stream, version, _stamp(what.wake_at)),
        )
        connection.execute("DELETE FROM lists WHERE stream=?", (stream,))
        lists = [(entry.index, entry.sort, stream) for entry in what.entries]
        connection.executemany("INSERT INTO lists VALUES (?, ?, ?)", lists)

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return the events of the stream in order, those beyond a version."""
        query = "SELECT version, plain, sealed FROM events WHERE stream=? AND version>? ORDER BY version"
        rows = self.read(query, stream, after)
        return [StoredEvent(int(str(row[0])), json.loads(str(row[1])), json.loads(str(row[2]))) for row in rows]

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Return the events of the stream and its wrapped key."""
        return self.load(stream), self.data_key(stream)

    def data_key(self, stream: str) -> bytes | None:
        """Return the stream's wrapped key."""
        rows = self.read("SELECT wrapped FROM keys WHERE stream=?", stream)
        return bytes(rows[0][0]) if rows and isinstance(rows[0][0], bytes) else None

    def destroy_key(self, stream: str) -> None:
        """Overwrite the stream's key, in the log of the database too.

        Raises:
            StoreUnavailable: bytes of it may still be in the log; asked again, it is emptied then.
        """
        with self.writing() as connection:
            connection.execute("DELETE FROM keys WHERE stream=?", (stream,))
        # Also where no key was left: the process may have ended between the two steps.
        self._empty_log()

    def _empty_log(self) -> None:
        with self._lock:
            try:
                blocked, _, _ = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.Error as error:
                raise StoreUnavailable(f"the log of the database was not emptied: {error}") from error
        if blocked:
            raise StoreUnavailable("the log of the database was not emptied: somebody reads in it")

    def due(self, *, until: datetime, limit: int) -> Sequence[str]:
        """Return the streams whose wake-up has come, the longest overdue first."""
        rows = self.read(
            "SELECT stream FROM heads WHERE wake_at <= ? ORDER BY wake_at, stream LIMIT ?", _stamp(until), limit
        )
        return [str(row[0]) for row in rows]

    def next_wake(self) -> datetime | None:
        """Return the earliest wake-up."""
        rows = self.read("SELECT min(wake_at) FROM heads WHERE wake_at IS NOT NULL")
        return datetime.fromisoformat(str(rows[0][0])) if rows and rows[0][0] else None

    def listed(
        self, index: str, *, after: str = "", limit: int, newest_first: bool = False
    ) -> Sequence[tuple[str, str]]:
        """Return a page of a list."""
        if newest_first:
            query = "SELECT sort, stream FROM lists WHERE idx=?1 AND (?2='' OR sort < ?2) ORDER BY sort DESC LIMIT ?3"
        else:
            query = "SELECT sort, stream FROM lists WHERE idx=?1 AND sort > ?2 ORDER BY sort LIMIT ?3"
        return [(str(row[0]), str(row[1])) for row in self.read(query, index, after, limit)]

    def streams(self, *, after: str = "", limit: int) -> Sequence[str]:
        """Return a page of the streams, in the order of their names."""
        rows = self.read("SELECT stream FROM heads WHERE stream > ? ORDER BY stream LIMIT ?", after, limit)
        return [str(row[0]) for row in rows]

    def standing(self, stream: str) -> Standing:
        """Return the stream's business keys, wake-up and lists."""
        keys = self.read("SELECT key FROM once WHERE stream=?", stream)
        wakes = self.read("SELECT wake_at FROM heads WHERE stream=? AND wake_at IS NOT NULL", stream)
        places = self.read("SELECT idx, sort FROM lists WHERE stream=?", stream)
        return Standing(
            frozenset(str(key) for (key,) in keys),
            datetime.fromisoformat(str(wakes[0][0])) if wakes else None,
            frozenset(Entry(str(index), str(sort)) for index, sort in places),
        )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file stands there, whatever it is called; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _stamp(moment: datetime | None) -> str | None:
    """Return a moment as text that sorts by time: UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None
