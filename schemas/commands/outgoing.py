"""The commands about messages that leave the house: to the council, other office-holders, staff and the press."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from schemas.base import Moment
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long, filled
from schemas.report import LIST_LENGTH_MAX, one_or_more
from schemas.words import Receiver

Lines = Annotated[tuple[Line, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)]


class DraftMessage(Command):
    """A message for outside; `mentions` are the subjects that it touches, such as `aangifte`."""

    to: Receiver | None = None
    text: Long = ""
    mentions: Lines = ()


class AlignWithOm(Command):
    """A message was aligned with the prosecution's press office: with whom there, when, and what came of it."""

    message: Line | None = None
    with_: Annotated[Filled | None, Field(alias="with")] = None
    at: Moment | None = None
    outcome: Annotated[Long, AfterValidator(filled)] | None = None


class ApproveMessage(Command):
    """The spokesperson lets a message go out as it stands."""

    message: Line | None = None


class WithdrawMessage(Command):
    """A message that nobody approved yet will not go out."""

    message: Line | None = None
    why: Long | None = None
