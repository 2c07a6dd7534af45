"""The rig in one process: SQLite, a thread that is the clock, an outbox page, waitress."""
