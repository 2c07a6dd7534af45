"""The commands that begin a case: a report, or one made of guidance or a signal."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Line
from schemas.report import Report


class FileReport(Report, Command):
    """A report of behaviour that crosses the norm; `happened_at` may be `unknown`."""

    happened_at: Moment | Literal["unknown"]
    channel: Name | Literal["unknown"]

    @model_validator(mode="after")
    def _something_to_go_on(self) -> "FileReport":
        if not (self.account and self.account.strip()) and not self.evidence:
            message = "give 'account' (what was said and done) or 'evidence' (a file that shows it)"
            raise PydanticCustomError("account_or_evidence", message)
        return self


class TurnIntoReport(Command):
    """The reporter, or on a pattern who receives it, makes a case of what was guidance or a signal."""

    why: Line | None = None
