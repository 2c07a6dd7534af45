"""The outbox of the demonstration: what would have been sent, kept to be looked at; the same message once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vangnet.cli.drills.stage import Gone
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.shell.ports import Clock, Outgoing, SendFailed, Taken

ROWS_MAX = 10_000  # What the page and an exercise look at; the newest.


@dataclass
class Outbox:
    """Takes every message of its channels, unless one is made to stand still in an exercise."""

    store: SqliteStore
    clock: Clock
    broken: set[str] = field(default_factory=set)

    def send(self, message: Outgoing) -> Taken:
        """Keep the message; a second one of the same id changes nothing."""
        if message.channel in self.broken:
            raise SendFailed(f"the channel {message.channel} stands still")
        row = (
            *(message.id, self.clock.now().isoformat(), message.channel, message.to, message.person),
            *(message.about, message.subject, message.text, json.dumps(message.mentions)),
        )
        with self.store.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        return Taken()

    def gone(self) -> Sequence[Gone]:
        """Return what went out, the oldest first."""
        rows = self.store.read(
            "SELECT at, id, channel, addressee, person, about, subject, text, mentions FROM "
            "(SELECT rowid AS number, * FROM outbox ORDER BY rowid DESC LIMIT ?) ORDER BY number",
            ROWS_MAX,
        )
        return [_gone([str(value) for value in row]) for row in rows]


def _gone(row: list[str]) -> Gone:
    at, message, channel, to, person, about, subject, text, mentions = row
    named = tuple(json.loads(mentions))
    return Gone(datetime.fromisoformat(at), Outgoing(message, channel, to, person, about, subject, text, named))
