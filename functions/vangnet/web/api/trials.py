"""Trial alarms by API: begin one, and list those whose outcome the caller reads; answering is a command."""

from flask import Blueprint, Response

from schemas.commands.trials import BeginTrialAlarm
from vangnet.case.view_trials import trial_summary
from vangnet.shell.trials import overseen
from vangnet.web.api.caller import caller, callers_only, once
from vangnet.web.api.plain import answer, begun
from vangnet.web.api.problems import tried
from vangnet.web.house import house

bp = Blueprint("api_trials", __name__, url_prefix="/api/v1")


@bp.get("/trial-alarms")
@callers_only
def several() -> Response:
    """Return the trial alarms of the last year that the caller oversees, the newest first."""
    return answer({"trial_alarms": [trial_summary(row.ctx) for row in overseen(house().engine, caller())]})


@bp.post("/trial-alarms")
@callers_only
def begin() -> Response:
    """Begin a trial alarm: 201 with its reference; an `Idempotency-Key` sent again gives the same one."""
    key = once()
    reference = tried(lambda: house().engine.begin(caller(), BeginTrialAlarm(), once=key))
    if isinstance(reference, Response):
        return reference
    house().settle()
    return begun(reference)
