"""The commands of aftercare; a talk may be held with several people at once, and more people may be supported."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Line, Long, Names, Somebody
from schemas.report import LIST_LENGTH_MAX, Supported, one_or_more

People = Annotated[tuple[Somebody, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)]


class RecordTalk(Command):
    """One of the talks of aftercare was held, with this person and those `together_with` him.

    What is said of signs, home front and referral is of `person` alone. Several people in `person` are the first of
    them, together with the rest.
    """

    person: Somebody
    talk: Name
    held_at: Moment | None = None
    points: Names = ()
    home_front_needs_support: bool | None = None
    signs_of_stagnation: bool | None = None
    referral: Line | None = None
    referral_refused: bool | None = None
    together_with: People = ()

    @model_validator(mode="before")
    @classmethod
    def _several_people(cls, value: Any) -> Any:
        several = value.get("person") if isinstance(value, dict) else None
        if not isinstance(several, list | tuple) or not several:
            return value
        return value | {"person": several[0], "together_with": [*several[1:], *value.get("together_with", ())]}


class DeclineAftercare(Command):
    """The person harmed does not want aftercare now."""

    person: Somebody | None = None


class TakeUpAftercare(Command):
    """The person harmed wants aftercare after all."""

    person: Somebody | None = None


class AssignAftercare(Command):
    """Somebody else gives aftercare to this person; without `giver` the collegial team does."""

    person: Somebody
    giver: Name | None = None


class AddSupportedPerson(Command):
    """A member of the family, or somebody who saw it, is cared for too; without `giver` by whoever does for him."""

    person: Supported
    giver: Name | None = None


class WriteMessage(Command):
    """The person harmed and who handles the case write to each other; `person` is with whom, for the handler."""

    text: Long = ""
    person: Somebody | None = None
