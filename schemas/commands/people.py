"""The commands about people themselves: being away, and the proof that somebody can be reached."""

from typing import Annotated

from pydantic import Field

from schemas.base import Moment, Name
from schemas.commands.base import Command


class SetAway(Command):
    """Somebody is away; his roles go to the deputies for that time."""

    person: Name | None = None
    from_: Annotated[Moment, Field(alias="from")]
    until: Moment


class SendTest(Command):
    """A message by each channel proves that a person can be reached."""

    person: Name | None = None
