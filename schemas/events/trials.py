"""The trial alarm: due by the calendar, begun, answered, reported."""

from schemas.base import Moment, Personal
from schemas.events.base import Event


class TrialAlarmDue(Event):
    """By the calendar it is time for a trial alarm, which begins under this reference."""

    reference: str
    people: Personal[tuple[str, ...]] = ()


class TrialAlarmBegun(Event):
    """A trial alarm is for these people; it is reported once all of them answered, or at `answer_by`."""

    reference: str
    answer_by: Moment
    people: Personal[tuple[str, ...]] = ()


class TrialAlarmRung(Event):
    """It rings at these people now."""

    people: Personal[tuple[str, ...]] = ()


class TrialAlarmAnswered(Event):
    """Somebody answered it: by the link of a channel, or after signing in."""

    channel: str | None = None
    person: Personal[str] = ""


class TrialAlarmReported(Event):
    """How it went was told to whom the document names."""

    asked: int
    answered: int
