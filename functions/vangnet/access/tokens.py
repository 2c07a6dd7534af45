"""Tokens for the API: made on the machine itself, for one person, until a day."""

from collections.abc import Callable
from datetime import datetime, timedelta

from vangnet.access.sealing import Sealer

PURPOSE = "token"


class Tokens:
    """Makes and reads tokens."""

    def __init__(self, secret: bytes, now: Callable[[], datetime]) -> None:
        """Take the secret of the machine, and what tells the time (UTC)."""
        self._sealer = Sealer(secret, now)

    def make(self, person: str, days: int) -> str:
        """Return a token with which this person signs in to the API for so many days."""
        return self._sealer.seal(PURPOSE, person, timedelta(days=days))

    def person(self, token: str) -> str | None:
        """Return whose token it is, or None where it is none, was changed, or has expired."""
        found = self._sealer.open(PURPOSE, token)
        return found if isinstance(found, str) else None
