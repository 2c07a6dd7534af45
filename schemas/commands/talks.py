"""The commands of a talk without a report."""

from typing import Annotated

from pydantic import Field

from schemas.commands.base import Command
from schemas.fields import Long, Names
from schemas.words import TalkOutcome


class AskForTalk(Command):
    """A talk without a report; `with` names whom."""

    with_: Annotated[Names, Field(alias="with", min_length=1)]
    about: Long | None = None
    urgent: bool = False


class RecordOutcome(Command):
    """What came of a talk that was asked for."""

    outcome: TalkOutcome
    note: Long | None = None
