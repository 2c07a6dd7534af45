"""Plans by API: make one, and list those that the caller may see; what follows are commands at `/cases/{reference}`."""

from flask import Blueprint, Response

from schemas.commands import parse_command
from vangnet.shell.agendas import plans
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.plain import answer, begun
from vangnet.web.api.problems import invalid, tried
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem

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
    command = tried(lambda: parse_command(str(name), fields), within="with")
    if isinstance(command, Response):
        return command
    reference = tried(lambda: house().engine.begin(caller(), command, once=key), within="with")
    if isinstance(reference, Response):
        return reference
    house().settle()
    return begun(reference)
