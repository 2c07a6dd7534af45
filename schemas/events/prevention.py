"""What is planned to prevent that something happens, and who is back from it."""

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class TalkPlanned(Event):
    """A talk with a citizen was planned; `advice` is what his history says to whoever goes."""

    reference: str
    at: Moment
    until: Moment | None = None
    secured: bool = False
    risk: bool = False
    security: bool = False
    planner: Personal[str] = ""
    goes: Personal[str] = ""
    second_person: Personal[str | None] = None
    place: Personal[str] = ""
    why: Personal[str] = ""
    about: Personal[str] = ""
    citizen: Criminal[str] = ""
    advice: Criminal[tuple[str, ...]] = ()


class MeetingPlanned(Event):
    """A meeting with citizens was planned."""

    reference: str
    at: Moment
    planner: Personal[str] = ""
    place: Personal[str] = ""
    about: Personal[str] = ""


class RiskAnalysed(Event):
    """It was looked at what can go wrong, and what is done about it."""

    outcome: Personal[str] = ""
    measures: Personal[str] = ""
    place: Personal[str] = ""
    security: bool = False


class PlanHeld(Event):
    """What was planned was held, or was called off."""

    at: Moment
    held: bool = False
    note: Personal[str] = ""


class CheckedIn(Event):
    """Somebody goes, and will be back by then; `number` counts the times."""

    number: int
    until: Moment
    place: Personal[str] = ""
    second_person: Personal[str | None] = None


class CheckedOut(Event):
    """He is back."""

    at: Moment
