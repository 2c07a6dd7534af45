"""The commands about police, prosecution and security; what a rule asks for is optional here."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from schemas.base import Moment, Name
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long, Somebody
from schemas.report import LIST_LENGTH_MAX, one_or_more
from schemas.words import ConsentTo, Prosecution, SecuredFor


def _as_texts(value: Any) -> Any:
    """Read an article that was written as a number as text."""
    found = one_or_more([value] if isinstance(value, int) else value)
    return [str(one) if isinstance(one, int) else one for one in found] if isinstance(found, list | tuple) else found


Offences = Annotated[tuple[Line, ...], BeforeValidator(_as_texts), Field(max_length=LIST_LENGTH_MAX)]


def _as_line(value: Any) -> Any:
    """Read a list of readers as one line."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


Scope = Annotated[Line, BeforeValidator(_as_line)]
Persons = Annotated[tuple[Somebody, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)]


class NotifyPolice(Command):
    """The police was told, also of what is no offence; `reference` is the police's own."""

    reference: Line | None = None
    at: Moment | None = None


class Consent(Command):
    """The person harmed agrees or, with `given: false`, does not; `person` is himself, or family that he speaks for."""

    to: ConsentTo
    person: Somebody | None = None
    scope: Scope | None = None
    given: bool = True


class WithdrawConsent(Command):
    """The person harmed takes his consent back."""

    to: ConsentTo
    person: Somebody | None = None
    scope: Scope | None = None


class FileAangifte(Command):
    """An aangifte was filed for these people harmed (default: all); its checklist stands in the last five fields."""

    reference: Line | None = None
    offences: Offences = ()
    at: Moment | None = None
    persons: Persons = ()
    domicile_town_hall: bool | None = None
    under_number: bool | None = None
    vpt_code: bool | None = None
    wants_information: bool | None = None
    wants_damages: bool | None = None


class RecordProsecution(Command):
    """The prosecution stands elsewhere now, and what came of it."""

    state: Prosecution | None = None
    at: Moment | None = None
    result: Long | None = None


class RecordPoliceRequest(Command):
    """The police or another asks something of a person harmed; `outcome` is what is asked."""

    with_: Annotated[Name | None, Field(alias="with")] = None
    at: Moment | None = None
    outcome: Long | None = None
    person: Somebody | None = None


class RecordConsultation(Command):
    """Somebody outside was consulted: whom, when, and what came of it."""

    with_: Annotated[Name | None, Field(alias="with")] = None
    at: Moment | None = None
    outcome: Long | None = None


class RecordSecurityMeasure(Command):
    """Who decided to protect a person or an object, and how."""

    decided_by: Name | None = None
    measure: Filled | None = None
    for_: Annotated[SecuredFor, Field(alias="for")] = "person"


class MakePoliceFile(Command):
    """The file for the police was made: the hash of the ZIP, and how many files are in it."""

    sha256: Annotated[str, Field(max_length=64)] = ""
    files: Annotated[int, Field(ge=0, le=1_000)] = 0
