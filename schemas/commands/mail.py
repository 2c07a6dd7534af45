"""The commands of mails that came in."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from schemas.commands.base import Command
from schemas.fields import Filled, Line
from schemas.report import LIST_LENGTH_MAX, Harmed, one_or_more


class ReceiveMail(Command):
    """A mail came in; `sender` is an address or a person's id, `attachments` are names of files, or texts by name."""

    sender: Line
    subject: Line = ""
    text: str = ""
    attachments: Annotated[tuple[Any, ...], BeforeValidator(one_or_more)] = ()
    authenticated: bool = True


class TakeMail(Command):
    """A mail that waits is taken as a report for somebody."""

    mail: Line | None = None
    harmed: Annotated[tuple[Harmed, ...], BeforeValidator(one_or_more), Field(min_length=1, max_length=LIST_LENGTH_MAX)]


class SetMailAside(Command):
    """Nothing is done with a mail that waits, and why."""

    mail: Line | None = None
    why: Filled
