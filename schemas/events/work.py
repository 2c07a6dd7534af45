"""Events of what must be done: alarms, duties, aftercare and talks that were asked for."""

from schemas.base import Criminal, Health, Moment, Personal
from schemas.events.base import Event
from schemas.report import Supported


class AlarmOpened(Event):
    """An alarm began: it is open until a person acknowledges it."""

    alarm: str
    cause: str


class LinkTold(Event):
    """The alarm reached a link of its chain; `people` are those who were not told before."""

    alarm: str
    link: int
    due_at: Moment
    people: Personal[tuple[str, ...]] = ()


class AlarmTriedAgain(Event):
    """Nobody acknowledged: everyone told so far is told again."""

    alarm: str
    people: Personal[tuple[str, ...]] = ()


class ReporterTold(Event):
    """The reporter was sent the police's numbers, as nobody had seen his alarm yet."""

    alarm: str


class AlarmAcknowledged(Event):
    """A person acknowledged; with `settled` the alarm ended."""

    alarm: str
    settled: bool
    person: Personal[str] = ""


class FirstContactRecorded(Event):
    """The person harmed was spoken to."""

    held_at: Moment
    person: Personal[str] = ""
    safe: Health[bool | None] = None
    may_respond: Personal[bool | None] = None


class DutyOpened(Event):
    """A duty began; its times are fixed here, its owner is looked up when asked.

    `about` names what it is about where there may be several: a measure, a breach, an objection.
    """

    duty: str
    name: str
    opened_at: Moment
    due: Moment | None = None
    window_from: Moment | None = None
    reminders: tuple[Moment, ...] = ()
    escalates: Moment | None = None
    soft: bool = False
    about: str | None = None
    person: Personal[str | None] = None
    owner: Personal[str | None] = None


class DutyDone(Event):
    """A duty was done at `done_at`, which may lie before the event."""

    duty: str
    done_at: Moment
    done_by: Personal[str] = ""
    outcome: Personal[str | None] = None
    proof: Personal[str | None] = None
    with_whom: Personal[str | None] = None


class DutyDropped(Event):
    """A duty is not called for, or no longer."""

    duty: str
    why: str


class DutyStageReached(Event):
    """People were reminded of a duty, told that it is overdue, or it was escalated to others."""

    duty: str
    stage: str
    people: Personal[tuple[str, ...]] = ()


class TalkHeld(Event):
    """A talk of aftercare was held."""

    talk: str
    held_at: Moment
    person: Personal[str] = ""
    points: tuple[str, ...] = ()
    home_front_needs_support: Health[bool | None] = None
    signs_of_stagnation: Health[bool | None] = None
    referral: Health[str | None] = None
    referral_refused: Health[bool | None] = None


class AftercareDeclined(Event):
    """The person harmed does not want aftercare now."""

    person: Personal[str] = ""


class AftercareTakenUp(Event):
    """The person harmed wants aftercare after all."""

    person: Personal[str] = ""


class SupportAdded(Event):
    """Somebody who was not harmed is cared for too: a member of the family, or who saw it."""

    supported: Personal[Supported | None] = None


class MessageWritten(Event):
    """The person harmed, or who handles the case for him, wrote to the other."""

    person: Personal[str] = ""
    to: Personal[tuple[str, ...]] = ()
    text: Criminal[str] = ""


class AftercareAssigned(Event):
    """Somebody gives aftercare to this person from now on."""

    person: Personal[str] = ""
    giver: Personal[str] = ""


class TalkAsked(Event):
    """Somebody asked for a talk without filing a report."""

    reference: str
    urgent: bool = False
    asked: tuple[str, ...] = ()
    reporter: Personal[str] = ""
    about: Personal[str | None] = None


class TalkAnswered(Event):
    """What came of the talk."""

    outcome: str
    note: Personal[str | None] = None
