"""The event stores under contract, and short ways to say what is appended to them."""

import pickle
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.rigs.simulation.memory_store import MemoryStore
from vangnet.shell.ports import Append, Entry, EventStore, StoredEvent, StoreUnavailable

NOON = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)  # A Monday.
SORT_BYTES_MAX = 1024  # What DynamoDB takes as a sort key; one byte more is refused by the server itself.


@dataclass(frozen=True)
class Kept:
    """A store, and what a test must be able to do to it from outside.

    `again` opens what it keeps anew; `content` is every byte that it keeps; `failing` tries an append that the store
    begins and cannot finish.
    """

    store: EventStore
    again: Callable[[], EventStore]
    content: Callable[[], bytes]
    failing: Callable[[Append], None]


def after(**terms: float) -> datetime:
    """Return the moment that long after noon."""
    return NOON + timedelta(**terms)


def events(first: int, count: int) -> list[StoredEvent]:
    """Return that many events from that version on, each different."""
    return [
        StoredEvent(first + n, {"type": "Told", "n": first + n}, {"actor": f"c2VhbA{first + n}"}) for n in range(count)
    ]


def an_append(
    stream: str = "case/one",
    *,
    at: int = 0,
    count: int = 1,
    key: str | None = None,
    wake_at: datetime | None = None,
    entries: Iterable[tuple[str, str]] = (),
    wrapped_key: bytes | None = None,
) -> Append:
    """Return an append of `count` events to a stream at version `at`, under a key of its own."""
    return Append(
        stream=stream,
        events=events(at + 1, count),
        expected_version=at,
        key=key or f"key-{at}",
        wake_at=wake_at,
        entries=frozenset(Entry(index, sort) for index, sort in entries),
        wrapped_key=wrapped_key,
    )


def memory() -> Kept:
    """Return a store in memory; what it keeps lasts as long as the object."""
    store = MemoryStore()

    def failing(what: Append) -> None:
        def refuse(where: str) -> None:
            raise StoreUnavailable(where)

        store.fault, before = refuse, store.fault
        try:
            store.append(what)
        finally:
            store.fault = before

    def content() -> bytes:
        return pickle.dumps([part for part in vars(store).values() if isinstance(part, (dict, list, set))])

    return Kept(store, lambda: store, content, failing)


def sqlite(folder: Path, opened: list[SqliteStore]) -> Kept:
    """Return a store on a file in the folder; every object that is opened is put on the list."""

    def again() -> SqliteStore:
        opened.append(SqliteStore(folder / "vangnet.db"))
        return opened[-1]

    store = again()

    def failing(what: Append) -> None:
        with store.writing() as connection:
            # Lists are written last, so all else lies in the transaction when it breaks.
            connection.execute("CREATE TRIGGER broken BEFORE INSERT ON lists BEGIN SELECT RAISE(ABORT, 'broken'); END")
        try:
            store.append(what)
        finally:
            with store.writing() as connection:
                connection.execute("DROP TRIGGER broken")

    return Kept(store, again, lambda: file_bytes(folder), failing)


def file_bytes(folder: Path) -> bytes:
    """Return every byte in the folder's files: the database and its write-ahead log."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


def dynamodb(client: Any, table: str) -> Kept:
    """Return a store on a DynamoDB table that exists."""
    store = DynamoStore(client, table)

    def failing(what: Append) -> None:
        too_long = Entry("cases", "9" * SORT_BYTES_MAX)
        store.append(replace(what, entries=what.entries | {too_long}))

    return Kept(store, lambda: DynamoStore(client, table), lambda: table_bytes(client, table), failing)


def table_bytes(client: Any, table: str) -> bytes:
    """Return every name and value in the table, as bytes."""
    pages = client.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    values = [value for page in pages for item in page["Items"] for value in item.values()]
    parts = [part for value in values for part in value.values()]
    return b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)


def is_intact(path: Path) -> bool:
    """Tell whether SQLite itself finds nothing wrong with a database file."""
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        connection.close()
