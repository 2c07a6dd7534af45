"""The tables of the embedded rig, and the version of its data directory."""

DATA_VERSION = 1  # Raised when an older program could no longer read what this one writes.

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS events (
        stream TEXT NOT NULL, version INTEGER NOT NULL, plain TEXT NOT NULL, sealed TEXT NOT NULL,
        PRIMARY KEY (stream, version)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS once (
        stream TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (stream, key)) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS heads (stream TEXT PRIMARY KEY, version INTEGER NOT NULL, wake_at TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS by_wake ON heads (wake_at, stream) WHERE wake_at IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS keys (stream TEXT PRIMARY KEY, wrapped BLOB NOT NULL)",
    """CREATE TABLE IF NOT EXISTS lists (
        idx TEXT NOT NULL, sort TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (idx, sort, stream)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS by_stream ON lists (stream)",
    """CREATE TABLE IF NOT EXISTS outbox (
        id TEXT PRIMARY KEY, at TEXT NOT NULL, channel TEXT NOT NULL, addressee TEXT NOT NULL, person TEXT NOT NULL,
        about TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, mentions TEXT NOT NULL)""",
    # Always empty: what finds out whether there is room again writes to it.
    "CREATE TABLE IF NOT EXISTS room (bytes BLOB NOT NULL)",
)
