"""The commands that answer an alarm."""

from schemas.base import Moment
from schemas.commands.base import Command
from schemas.fields import Line, Somebody


class Acknowledge(Command):
    """An alarm was seen by a person who answers for it."""

    alarm: Line | None = None


class RecordFirstContact(Command):
    """The person harmed was spoken to, is safe or not, and agrees or not that the perpetrator hears from us."""

    person: Somebody
    at: Moment | None = None
    safe: bool | None = None
    may_respond: bool | None = None
