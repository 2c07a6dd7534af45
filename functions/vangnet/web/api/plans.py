"""Plans by API: make one, and list those that the caller may see; what follows are commands at `/cases/{reference}`."""

from flask import Blueprint, Response, url_for
from pydantic import ValidationError

from schemas.commands import parse_command
from vangnet.case.errors import Invalid, Refused
from vangnet.shell.agendas import plans
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import invalid, of_fields, refused
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem, field_problems

bp = Blueprint("api_plans", __name__, url_prefix="/api/v1")
NEW = ("plan_talk", "plan_meeting")


@bp.get("/plans")
@callers_only
def several() -> Response:
    """Return what is planned and the caller may see, the last to come first."""
    return answer({"plans": [house().reading.summary(row) for row in plans(house().engine, caller())]})


@bp.post("/plans")
@callers_only
def make() -> Response:
    """Plan a talk or a meeting: 201 with its reference."""
    key, sent = once(), sent_object()
    name, fields = sent.get("command"), sent.get("with", {})
    if name not in NEW or not isinstance(fields, dict):
        text = words()("errors.api.unknown_command", name=str(name)[:80], choices=", ".join(NEW))
        return invalid([FieldProblem("command", "unknown_command", text)])
    try:
        reference = house().engine.begin(caller(), parse_command(str(name), fields), once=key)
    except ValidationError as error:
        shape = field_problems(error, words().language)
        return invalid([FieldProblem(f"with.{one.field}", one.code, one.detail) for one in shape])
    except Refused as why:
        return refused(why)
    except Invalid as why:
        return invalid([FieldProblem(f"with.{one.field}", one.code, one.detail) for one in of_fields(why)])
    house().settle()
    response = answer({"reference": reference}, 201)
    response.headers["Location"] = url_for("api_cases.one", reference=reference)
    return response
