"""Reports, requests for a talk and absences by API: what starts something of its own."""

from typing import Any

from flask import Blueprint, Response, url_for
from pydantic import ValidationError

from schemas.commands.intake import FileReport
from schemas.commands.people import SetAway
from schemas.commands.talks import AskForTalk
from vangnet.case.deciding.intake import wrong_words
from vangnet.case.errors import Invalid
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.evidence import fields_without, resolved
from vangnet.web.api.plain import answer, begun
from vangnet.web.api.problems import invalid, of_fields, tried
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem, field_problems

bp = Blueprint("api_reports", __name__, url_prefix="/api/v1")
# Lets the rest of a report be looked at where what it cannot do without is what is wrong.
STANDS_IN = {"account": "-", "channel": "unknown", "happened_at": "unknown"}


@bp.post("/reports")
@callers_only
def report() -> Response:
    """File a report: 201 with its reference, outcome and class."""
    key = once()
    fields, wrong = resolved(sent_object())
    try:
        command = FileReport.model_validate(fields)
    except ValidationError as error:
        return invalid(every_problem(error, fields, wrong))
    if wrong:
        return invalid([*wrong, *_words(command)])
    filed = tried(lambda: house().engine.file_report(caller(), command, once=key))
    if isinstance(filed, Response):
        return filed
    house().settle()
    found = {
        "reference": filed.reference,
        "outcome": filed.outcome,
        "class": filed.classed,
        "case": filed.reference if filed.outcome == "case" else None,
    }
    response = answer(found, 201)
    response.headers["Location"] = url_for("api_cases.one", reference=filed.reference)
    return response


def every_problem(error: ValidationError, fields: dict[str, Any], wrong: list[FieldProblem]) -> list[FieldProblem]:
    """Return what is wrong with the shape of fields and, of the rest, with their words: all at once."""
    shape = list(field_problems(error, words().language))
    if not (fields.get("account") or fields.get("evidence")) and not any(one.field == "account" for one in shape):
        shape.append(FieldProblem("account", "account_or_evidence", words()("errors.field.account_or_evidence")))
    rest = fields_without(fields, (one.field for one in shape))
    known = {name: value for name, value in rest.items() if name in FileReport.model_fields}
    try:
        return [*wrong, *shape, *_words(FileReport.model_validate(STANDS_IN | known))]
    except ValidationError:
        return [*wrong, *shape]


def _words(command: FileReport) -> list[FieldProblem]:
    ctx = house().engine.beginning(house().engine.streams.load(""), caller(), command)
    return of_fields(Invalid(*wrong_words(ctx, command)))


@bp.post("/talks")
@callers_only
def talk() -> Response:
    """Ask for a talk: 201 with its reference."""
    key = once()
    reference = tried(lambda: house().engine.begin(caller(), AskForTalk.model_validate(sent_object()), once=key))
    if isinstance(reference, Response):
        return reference
    house().settle()
    return begun(reference)


@bp.post("/absences")
@callers_only
def absence() -> Response:
    """Record that somebody is away: 201 with from when until when."""
    command = tried(_set_away)
    if isinstance(command, Response):
        return command
    found = {"person": command.person or caller(), "from": command.from_, "until": command.until}
    return answer(found, 201)


def _set_away() -> SetAway:
    command = SetAway.model_validate(sent_object())
    house().engine.direct(caller(), command)
    return command
