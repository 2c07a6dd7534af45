"""What happens to a measure after it was decided."""

from datetime import date

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class BreachReported(Event):
    """Somebody was in a building from which he was banned, while the ban held there."""

    number: str
    measure: str
    building: str
    at: Moment
    account: Criminal[str] = ""


class DemandMade(Event):
    """Somebody was told to leave; `number` counts the demands of the case."""

    number: int
    at: Moment
    building: str = ""
    left: bool = False
    words: Criminal[str] = ""
    witness: Personal[str] = ""


class MeasureChanged(Event):
    """The days of a measure are others from now on."""

    number: str
    starts_on: date
    ends_on: date
    why: Criminal[str] = ""


class MeasureRevived(Event):
    """A measure that had ended early holds again, once its letter was delivered again."""

    number: str
    incident: Criminal[str] = ""
    why: Criminal[str] = ""
