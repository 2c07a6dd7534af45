"""The response to the perpetrator: that he was heard or why not, and measures from a proposal to their end."""

from datetime import date

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class HearingRecorded(Event):
    """The perpetrator was heard."""

    form: str
    held_at: Moment
    account: Criminal[str] = ""
    confirms: str | None = None  # The letter whose answer by link it confirms.


class HearingWaived(Event):
    """The perpetrator was not heard, on this ground."""

    ground: str
    why: Criminal[str] = ""


class MeasureProposed(Event):
    """A measure was proposed to who decides on it."""

    measure: str
    legal_basis: str
    buildings: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    reasons: Criminal[str] = ""


class MeasureDecided(Event):
    """A measure was decided; `number` is its id in the case.

    `matrix` is the version of the sanction matrix, `earlier` how many earlier cases counted, `departs` whether it is
    another measure than advised or lasts longer than the matrix allows.
    """

    number: str
    measure: str
    legal_basis: str | None = None
    buildings: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    departs: bool = False
    matrix: str = ""
    earlier: int = 0
    reasons: Criminal[str] = ""
    why_departs: Criminal[str] = ""
    representative: Personal[str] = ""
    contact: Personal[str] = ""
    ends_when: Criminal[str] = ""
    harmed_view: Criminal[str] = ""
    repeated: Criminal[str] = ""
    owner: Personal[str] = ""
    of: Criminal[tuple[str, ...]] = ()


class MeasureEnded(Event):
    """A measure ended before its time."""

    number: str
    why: Criminal[str] = ""
