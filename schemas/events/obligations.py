"""What comes back each year and each term: what was held, and who was trained."""

from schemas.base import Moment, Personal
from schemas.events.base import Event


class ObligationsKept(Event):
    """The calendar of yearly and per-term obligations began."""


class ObligationHeld(Event):
    """One of them was held; `about` is the year, or the first day of the term, that it was for."""

    duty: str
    about: str
    at: Moment
    note: Personal[str] = ""


class TrainingRecorded(Event):
    """Somebody was trained."""

    at: Moment
    topic: str
    people: Personal[tuple[str, ...]] = ()
