"""What every event shares, and the envelope it is kept in."""

from typing import ClassVar

from schemas.base import Moment, Personal, Strict


class Event(Strict):
    """Something that happened in a stream; never changed once stored.

    A sealed field always has a default: it stands for what was wiped.
    """

    SCHEMA_VERSION: ClassVar[int] = 1


class Envelope(Strict):
    """An event with where and when it was recorded, who did it, for whom he acted, and under which document."""

    stream: str
    version: int
    at: Moment
    protocol: str
    actor: Personal[str] = ""
    acting_as: str | None = None
    event: Event


SYSTEM = "system"  # The actor of what nobody did: a reaction, the clock.
