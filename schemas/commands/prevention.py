"""The commands of what is planned: talks, meetings with citizens, the risk analysis, and coming back in time."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long, Somebody


def _in_lines(value: Any) -> Any:
    """Return several texts as one, each on a line of its own."""
    several = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    return "\n".join(value) if several else value


class PlanTalk(Command):
    """A talk with a citizen that lies ahead: when, until when, where, whether in the secured zone, and why if not.

    `risk` says that it is known to be risky; `security` and `second_person` are what was arranged; `goes` is who goes
    (default: who plans it), `citizen` whom he meets.
    """

    at: Moment | None = None
    until: Moment | None = None
    place: Line | None = None
    secured: bool | None = None
    why: Filled | None = None
    risk: bool | None = None
    security: bool | None = None
    second_person: Somebody | None = None
    goes: Somebody | None = None
    citizen: Line | None = None
    about: Long | None = None


class PlanMeeting(Command):
    """A meeting with citizens that lies ahead: when, where, and what it is about."""

    at: Moment | None = None
    place: Line | None = None
    about: Long | None = None


class RecordRiskAnalysis(Command):
    """What can go wrong at a meeting, and what is done about it; the place and security follow from it."""

    outcome: Long | None = None
    measures: Annotated[Long | None, BeforeValidator(_in_lines)] = None
    place: Line | None = None
    security: bool | None = None


class RecordHeld(Command):
    """What was planned was held, or (`held: false`) will not be; `duty` names an obligation of this year or term."""

    duty: Name | None = None
    at: Moment | None = None
    held: bool | None = None
    note: Long | None = None


class CheckIn(Command):
    """Somebody goes now, and will be back by `until`; said again it puts that off."""

    until: Moment | None = None
    place: Line | None = None
    second_person: Somebody | None = None


class CheckOut(Command):
    """He is back, and safe."""

    at: Moment | None = None
