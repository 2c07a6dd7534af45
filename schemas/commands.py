"""The commands of language.md, each with its fields; what a rule asks for is optional here and refused by that rule."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Moment, Name, Strict
from schemas.fields import Filled, Line, Long, Names, Somebody, filled
from schemas.measures import DecideMeasure, EndMeasure, ProposeBan, RecordHearing, WaiveHearing
from schemas.report import LIST_LENGTH_MAX, Evidence, Harmed, Report, one_or_more
from schemas.words import ClosedBecause, Part, TalkOutcome


class FileReport(Report):
    """A report of behaviour that crosses the norm; `happened_at` may be `unknown`."""

    happened_at: Moment | Literal["unknown"]
    channel: Name | Literal["unknown"]

    @model_validator(mode="after")
    def _something_to_go_on(self) -> "FileReport":
        if not (self.account and self.account.strip()) and not self.evidence:
            message = "give 'account' (what was said and done) or 'evidence' (a file that shows it)"
            raise PydanticCustomError("account_or_evidence", message)
        return self


class TurnIntoReport(Strict):
    """The reporter, or on a pattern who receives it, makes a case of what was guidance or a signal."""

    why: Line | None = None


class AskForTalk(Strict):
    """A talk without a report; `with` names whom."""

    with_: Annotated[Names, Field(alias="with", min_length=1)]
    about: Long | None = None
    urgent: bool = False


class RecordOutcome(Strict):
    """What came of a talk that was asked for."""

    outcome: TalkOutcome
    note: Long | None = None


class SetAway(Strict):
    """Somebody is away; his roles go to the deputies for that time."""

    person: Name | None = None
    from_: Annotated[Moment, Field(alias="from")]
    until: Moment


class Acknowledge(Strict):
    """An alarm was seen by a person who answers for it."""

    alarm: Line | None = None


class RecordFirstContact(Strict):
    """The person harmed was spoken to, is safe or not, and agrees or not that the perpetrator hears from us."""

    person: Somebody
    at: Moment | None = None
    safe: bool | None = None
    may_respond: bool | None = None


class TakeCase(Strict):
    """Somebody takes or is given the case, with the aim for the interaction with the citizen."""

    handler: Name | None = None
    aim: Filled | None = None


class ConfirmClass(Strict):
    """A person confirms or changes the suggested class, with a reason."""

    classed: Annotated[Name, Field(alias="class")]
    why: Filled | None = None


class AddEvidence(Strict):
    """A file, or a text, that shows what happened."""

    file: Evidence | None = None
    text: Long | None = None
    part: Part = "evidence"

    @model_validator(mode="after")
    def _file_or_text(self) -> "AddEvidence":
        if (self.file is None) == (self.text is None):
            raise PydanticCustomError("file_or_text", "give 'file' or 'text', and one of them")
        return self


class AddNote(Strict):
    """A note in a part of the case."""

    text: Annotated[Long, AfterValidator(filled)]
    part: Part = "notes"


class RecordInjury(Strict):
    """An injury that became known, perhaps later."""

    injury: Name
    person: Somebody | None = None
    known_at: Moment | None = None


class CompleteDuty(Strict):
    """A duty was done, or why it was not."""

    duty: Line
    at: Moment | None = None
    outcome: Long | None = None
    proof: Line | None = None
    with_: Annotated[Any, Field(alias="with")] = None


class RecordTalk(Strict):
    """One of the talks of aftercare was held."""

    person: Somebody
    talk: Name
    held_at: Moment | None = None
    points: Names = ()
    home_front_needs_support: bool | None = None
    signs_of_stagnation: bool | None = None
    referral: Line | None = None
    referral_refused: bool | None = None


class DeclineAftercare(Strict):
    """The person harmed does not want aftercare now."""

    person: Somebody | None = None


class TakeUpAftercare(Strict):
    """The person harmed wants aftercare after all."""

    person: Somebody | None = None


class AssignAftercare(Strict):
    """Somebody else gives aftercare to this person."""

    person: Somebody
    giver: Name


class GiveAdvice(Strict):
    """The co-ordinator's advice: which measures, and why."""

    measures: Names = ()
    why: Long | None = None


class Evaluation(Strict):
    """How the co-operation went, and what is learnt."""

    co_operation: Long | None = None
    lessons: Long | None = None


class CloseCase(Strict):
    """The case is closed with a response, or with a written reason why none was possible."""

    because: ClosedBecause
    response: Long | None = None
    why_no_response: Long | None = None
    evaluation: Evaluation | None = None


class ReopenCase(Strict):
    """The case is in hand again."""

    why: Filled | None = None


class ReceiveMail(Strict):
    """A mail came in; `sender` is an address or a person's id, `attachments` are names of files, or texts by name."""

    sender: Line
    subject: Line = ""
    text: str = ""
    attachments: Annotated[tuple[Any, ...], BeforeValidator(one_or_more)] = ()
    authenticated: bool = True


class TakeMail(Strict):
    """A mail that waits is taken as a report for somebody."""

    mail: Line | None = None
    harmed: Annotated[tuple[Harmed, ...], BeforeValidator(one_or_more), Field(min_length=1, max_length=LIST_LENGTH_MAX)]


class SetMailAside(Strict):
    """Nothing is done with a mail that waits, and why."""

    mail: Line | None = None
    why: Filled


class SendTest(Strict):
    """A message by each channel proves that a person can be reached."""

    person: Name | None = None


Command = (
    FileReport
    | TurnIntoReport
    | AskForTalk
    | RecordOutcome
    | SetAway
    | Acknowledge
    | RecordFirstContact
    | TakeCase
    | ConfirmClass
    | AddEvidence
    | AddNote
    | RecordInjury
    | CompleteDuty
    | RecordTalk
    | DeclineAftercare
    | TakeUpAftercare
    | AssignAftercare
    | GiveAdvice
    | RecordHearing
    | WaiveHearing
    | ProposeBan
    | DecideMeasure
    | EndMeasure
    | CloseCase
    | ReopenCase
    | ReceiveMail
    | TakeMail
    | SetMailAside
    | SendTest
)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


COMMANDS: dict[str, type[Command]] = {_snake(model.__name__): model for model in Command.__args__}
NAMES: dict[type[Command], str] = {model: name for name, model in COMMANDS.items()}

# What starts a stream of its own instead of going into a case.
STARTS_A_STREAM = frozenset({"file_report", "ask_for_talk", "receive_mail"})
DIRECTORY = frozenset({"set_away", "send_test"})


class UnknownCommandError(ValueError):
    """There is no command of that name."""


def parse_command(name: str, fields: dict[str, Any]) -> Command:
    """Make a command of its name and fields.

    Raises:
        UnknownCommandError: there is no such command.
        ValidationError: every field that is wrong, at once.
    """
    if name not in COMMANDS:
        raise UnknownCommandError(f"'{name}' is not a command; the commands are {', '.join(sorted(COMMANDS))}")
    return COMMANDS[name].model_validate(fields)


__all__ = [
    "COMMANDS",
    "NAMES",
    "Command",
    "DecideMeasure",
    "EndMeasure",
    "Harmed",
    "ProposeBan",
    "RecordHearing",
    "UnknownCommandError",
    "WaiveHearing",
    "parse_command",
]
