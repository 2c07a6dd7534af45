"""Cases by API: the list, one case as far as the caller may see it, and commands in it."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request
from pydantic import ValidationError

from schemas.commands import BY_MAKING, COMMANDS, DIRECTORY, STARTS_A_STREAM, parse_command
from schemas.commands.alarm import Acknowledge
from vangnet.case.allowed import allowed
from vangnet.case.contact import contacts_to_make
from vangnet.case.owners import owners
from vangnet.case.sight import shown_duties
from vangnet.case.view_inspectorate import of_report
from vangnet.shell.ports import LIST_LIMIT_MAX
from vangnet.shell.reading import Row
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.evidence import resolved
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import inside, invalid, not_seen, tried
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem, field_problems

bp = Blueprint("api_cases", __name__, url_prefix="/api/v1")
IN_A_CASE = tuple(name for name in COMMANDS if name not in STARTS_A_STREAM | DIRECTORY | BY_MAKING)


@bp.get("/cases")
@callers_only
def several() -> Response:
    """Return the cases that the caller may see, the newest first; `next` is the `after` of the following page."""
    after = request.args.get("after", "")[:100]
    rows = house().reading.cases(caller(), after=after, limit=LIST_LIMIT_MAX)
    found = [house().reading.summary(row) for row in rows]
    return answer({"cases": found, "next": house().reading.cases_after(after)})


@bp.get("/cases/<reference>")
@callers_only
def one(reference: str) -> Response:
    """Return a case: its summary, its parts as far as the caller may see them, its duties and alarms."""
    row, parts = house().reading.case(caller(), reference)
    if not parts:
        return not_seen(row.ctx.protocol)
    return answer(described(row, parts))


def described(row: Row, parts: dict[Any, Any]) -> dict[str, Any]:
    """Return a case as the API gives it."""
    ctx = row.ctx
    duties = [
        {
            "duty": duty.id,
            "name": duty.name,
            "state": duty.state,
            "due": duty.due,
            "window_from": duty.window_from,
            "overdue": duty.overdue(ctx.now),
            "person": duty.person,
            "owners": list(owners(ctx, duty)) if duty.state == "open" else [],
            "done_at": duty.done_at,
        }
        for duty in shown_duties(ctx)
    ]
    alarms = [_alarm(alarm) for alarm in ctx.case.alarms.values()]
    flat = house().reading.summary(row) if "summary" in parts else {"reference": ctx.case.reference}
    waits = [asdict(one) for one in contacts_to_make(ctx)] if "summary" in parts else []
    found = {"parts": parts, "duties": duties, "alarms": alarms, "commands": list(allowed(ctx))}
    told = of_report(ctx, row.stream.events)
    return flat | {"contacts_to_make": waits} | ({"inspectorate": told} if told else {}) | found


def _alarm(alarm: Any) -> dict[str, Any]:
    return {
        "alarm": alarm.id,
        "state": "open" if alarm.open else "acknowledged",
        "opened_at": alarm.opened_at,
        "told": list(alarm.told),
        "acknowledged": alarm.acknowledged,
        "passed_on": alarm.passed_on,
    }


@bp.post("/cases/<reference>/commands")
@callers_only
def command(reference: str) -> Response:
    """Carry out a command in a case: 200 and the case, or why not."""
    key = once()
    sent = sent_object()
    name, fields = sent.get("command"), sent.get("with", {})
    wrong = _wrong_shape(sent, name, fields)
    if wrong:
        return invalid(wrong)
    fields, wrong = resolved(fields)
    try:
        asked = parse_command(str(name), fields)
    except ValidationError as error:
        return invalid([*wrong, *inside("with", field_problems(error, words().language))])
    if wrong:
        return invalid(wrong)
    done = tried(lambda: house().engine.do(caller(), reference, asked, once=key), within="with")
    if isinstance(done, Response):
        return done
    house().settle()
    row = house().reading.row(caller(), reference)
    if not house().reading.visible(row):  # He acted, and sees nothing of it any more: an alarm that was another's.
        return answer({"reference": row.ctx.case.reference, "acknowledged": isinstance(asked, Acknowledge)})
    row, parts = house().reading.case(caller(), reference)
    return answer(described(row, parts))


def _wrong_shape(sent: dict[str, Any], name: object, fields: object) -> list[FieldProblem]:
    say = words()
    wrong = [
        FieldProblem(field, "extra_forbidden", say("errors.field.extra_forbidden"))
        for field in sent
        if field not in {"command", "with"}
    ]
    if not isinstance(name, str) or name not in IN_A_CASE:
        text = say("errors.api.unknown_command", name=str(name)[:80], choices=", ".join(IN_A_CASE))
        wrong.append(FieldProblem("command", "unknown_command", text))
    if not isinstance(fields, dict):
        wrong.append(FieldProblem("with", "dict_type", say("errors.field.dict_type")))
    return wrong
