"""The commands of the response: hearing the other side, and measures from a proposal to their end."""

from datetime import date

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long, Names
from schemas.words import HearingForm, LegalBasis


class RecordHearing(Command):
    """The perpetrator was heard: when, in which form, and what he says."""

    held_at: Moment | None = None
    form: HearingForm | None = None
    account: Long | None = None


class WaiveHearing(Command):
    """The perpetrator is not heard, on one of the grounds for that, and why."""

    ground: Name | None = None
    why: Filled | None = None


class ProposeBan(Command):
    """A ban is proposed to who decides on it: for which buildings, from when until when, and why."""

    buildings: Names = ()
    starts_on: date | None = None
    ends_on: date | None = None
    reasons: Long | None = None
    legal_basis: LegalBasis = "huisrecht"


class DecideMeasure(Command):
    """A measure is decided; what its kind asks for stands in its own fields."""

    measure: Name
    legal_basis: LegalBasis = "huisrecht"
    buildings: Names = ()
    services: Names = ()
    starts_on: date | None = None
    ends_on: date | None = None
    representative: Line | None = None
    channels: Names = ()
    contact: Line | None = None
    ends_when: Long | None = None
    harmed_view: Long | None = None
    owner: Name | None = None
    reasons: Long | None = None
    repeated: Long | None = None
    why_departs: Long | None = None


class EndMeasure(Command):
    """A measure ends before its time, and why; without `measure` the one decided last."""

    measure: Line | None = None
    why: Filled | None = None
