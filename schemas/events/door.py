"""What the desk asked at the door: a look at the bans in force, kept as every look is."""

from datetime import date

from schemas.base import Criminal
from schemas.events.base import Event


class DoorAsked(Event):
    """Somebody at the desk asked whether a person may be in a building, and what the answer was."""

    building: str
    purpose: str
    answer: str
    name: Criminal[str] = ""
    born: Criminal[date | None] = None
