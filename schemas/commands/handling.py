"""The commands of handling a case: taking it, its class, evidence, duties, advice, closing."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Moment, Name, Strict
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long, Names, Somebody, filled
from schemas.report import Evidence
from schemas.words import ClosedBecause, Part


class TakeCase(Command):
    """Somebody takes or is given the case, with the aim for the interaction with the citizen."""

    handler: Name | None = None
    aim: Filled | None = None


class ConfirmClass(Command):
    """A person confirms or changes the suggested class, with a reason."""

    classed: Annotated[Name, Field(alias="class")]
    why: Filled | None = None


class AddEvidence(Command):
    """A file, or a text, that shows what happened."""

    file: Evidence | None = None
    text: Long | None = None
    part: Part = "evidence"

    @model_validator(mode="after")
    def _file_or_text(self) -> "AddEvidence":
        if (self.file is None) == (self.text is None):
            raise PydanticCustomError("file_or_text", "give 'file' or 'text', and one of them")
        return self


class AddNote(Command):
    """A note in a part of the case."""

    text: Annotated[Long, AfterValidator(filled)]
    part: Part = "notes"


class RecordInjury(Command):
    """An injury that became known, perhaps later."""

    injury: Name
    person: Somebody | None = None
    known_at: Moment | None = None


class CompleteDuty(Command):
    """A duty was done, or why it was not."""

    duty: Line
    at: Moment | None = None
    outcome: Long | None = None
    proof: Line | None = None
    with_: Annotated[Any, Field(alias="with")] = None


class GiveAdvice(Command):
    """The co-ordinator's advice: which measures, and why."""

    measures: Names = ()
    why: Long | None = None


class Evaluation(Strict):
    """How the co-operation went, and what is learnt."""

    co_operation: Long | None = None
    lessons: Long | None = None


class CloseCase(Command):
    """The case is closed with a response, or with a written reason why none was possible."""

    because: ClosedBecause | None = None
    response: Long | None = None
    why_no_response: Long | None = None
    evaluation: Evaluation | None = None


class WriteReflection(Command):
    """The person harmed looks back at his own part; only he and whom he names read it."""

    text: Long | None = None
    readers: Names = ()


class ReopenCase(Command):
    """The case is in hand again."""

    why: Filled | None = None
