"""The commands of aftercare."""

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Line, Names, Somebody


class RecordTalk(Command):
    """One of the talks of aftercare was held."""

    person: Somebody
    talk: Name
    held_at: Moment | None = None
    points: Names = ()
    home_front_needs_support: bool | None = None
    signs_of_stagnation: bool | None = None
    referral: Line | None = None
    referral_refused: bool | None = None


class DeclineAftercare(Command):
    """The person harmed does not want aftercare now."""

    person: Somebody | None = None


class TakeUpAftercare(Command):
    """The person harmed wants aftercare after all."""

    person: Somebody | None = None


class AssignAftercare(Command):
    """Somebody else gives aftercare to this person."""

    person: Somebody
    giver: Name
