"""The command of a training that was given."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from schemas.base import Moment
from schemas.commands.base import Command
from schemas.fields import Line, Somebody
from schemas.report import LIST_LENGTH_MAX, one_or_more


class RecordTraining(Command):
    """A training: when, what it was about, and who followed it (default: who records it)."""

    at: Moment | None = None
    topic: Line | None = None
    people: Annotated[tuple[Somebody, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)] = ()
