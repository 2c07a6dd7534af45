"""The commands of a measure that was decided: its breach, a change of its days, its revival."""

from datetime import date

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long


class ReportBreach(Command):
    """Somebody was where he may not be: which ban, where, when, what happened, and whether in a meeting."""

    ban: Line | None = None
    building: Name | None = None
    at: Moment | None = None
    account: Long | None = None
    meeting: bool | None = None


class DemandToLeave(Command):
    """Somebody was told to leave a building: when, in which words, who saw it, and whether he went."""

    at: Moment | None = None
    building: Name | None = None
    words: Filled | None = None
    witness: Filled | None = None
    left: bool | None = None


class ChangeMeasure(Command):
    """The days of a measure change: a later start, an earlier end; without `measure` the one decided last."""

    measure: Line | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    why: Filled | None = None


class ReviveMeasure(Command):
    """A measure that ended early holds again until its own last day, after a new incident."""

    measure: Line | None = None
    incident: Filled | None = None
    why: Filled | None = None
