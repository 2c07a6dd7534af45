"""What only SQLite can get wrong: a killed process, a full disk, a log that still holds what was destroyed."""

import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.stores import Kept, an_append, events, file_bytes, is_intact
from vangnet.rigs.embedded import sqlite_store
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.shell.ports import StoreUnavailable

KILLED = """
import os, signal, sys
from pathlib import Path
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.shell.ports import Append, StoredEvent
store = SqliteStore(Path(sys.argv[1]))
for n in range(20):
    event = StoredEvent(n + 1, {"type": "Told", "n": n + 1}, {"actor": f"c2VhbA{n + 1}"})
    store.append(Append("case/one", [event], n, f"key-{n}"))
with store.writing() as connection:
    connection.execute("INSERT INTO events VALUES ('case/one', 21, '{}', '{}')")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the place of a database that is not there yet."""
    return tmp_path / "vangnet.db"


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Give an empty store."""
    opened = SqliteStore(file)
    yield opened
    opened.close()


def test_a_killed_process_loses_nothing(file: Path) -> None:
    """After kill -9 in the middle of a write all that was answered is there, and nothing of what was not."""
    run = subprocess.run([sys.executable, "-c", KILLED, file], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == -9, run.stderr

    store = SqliteStore(file)
    stored = list(store.load("case/one"))
    store.append(an_append(at=20))
    store.close()
    assert stored == events(1, 20)
    assert is_intact(file)


def test_a_full_disk_stores_nothing(store: SqliteStore) -> None:
    """What does not fit is refused as a whole, and once there is room it goes on."""
    store.append(an_append())
    with store.writing() as connection:
        connection.execute("PRAGMA max_page_count=20")
    large = an_append(at=1, count=80, entries=[("cases", "x" * 60_000)])

    with pytest.raises(StoreUnavailable, match="full"):
        store.append(large)
    assert list(store.load("case/one")) == events(1, 1)
    assert list(store.listed("cases", limit=5)) == []

    with store.writing() as connection:
        connection.execute("PRAGMA max_page_count=100000")
    store.append(large)
    assert len(store.load("case/one")) == 81


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    """What cannot be opened says which file it was."""
    file.write_bytes(b"this is no database, and long enough to be looked at as one" * 40)

    with pytest.raises(StoreUnavailable, match="database vangnet"):
        SqliteStore(file)


def test_a_reader_in_the_log_puts_off_the_end_of_a_key(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads, bytes of a destroyed key may stay in the log: that is said, and asking again mends it."""
    monkeypatch.setattr(sqlite_store, "BUSY_SECONDS", 0.1)
    impatient = SqliteStore(file)
    impatient.append(an_append(wrapped_key=b"the wrapped key"))
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM events").fetchone()

    with pytest.raises(StoreUnavailable, match="log"):
        impatient.destroy_key("case/one")
    assert impatient.data_key("case/one") is None

    reader.close()
    impatient.destroy_key("case/one")
    assert b"the wrapped key" not in file_bytes(file.parent)
    impatient.close()


def test_a_key_that_was_half_destroyed_is_destroyed_at_the_next_call(sqlite_kept: Kept) -> None:
    """A process that ended between the two steps left the key in the log; the next call empties it."""
    store = sqlite_kept.store
    assert isinstance(store, SqliteStore)
    store.append(an_append(wrapped_key=b"the wrapped key"))
    with store.writing() as connection:
        connection.execute("DELETE FROM keys")
    assert b"the wrapped key" in sqlite_kept.content()

    store.destroy_key("case/one")

    assert b"the wrapped key" not in sqlite_kept.content()


def test_the_size_of_the_data_does_not_hide_a_key(sqlite_kept: Kept) -> None:
    """Keys are gone after pages were split and merged by many streams, too."""
    keys = {f"case/{number * 7919 % 400:03}": secrets.token_bytes(60) for number in range(400)}
    for stream, key in keys.items():
        sqlite_kept.store.append(an_append(stream, wrapped_key=key))
    destroyed = [stream for stream in keys if stream < "case/390"]
    for stream in destroyed:
        sqlite_kept.store.destroy_key(stream)

    content = sqlite_kept.content()
    assert [stream for stream in destroyed if keys[stream] in content] == []
