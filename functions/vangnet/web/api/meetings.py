"""Meetings by API: begin a log, list those that the caller may read, and their report.

What happens in a meeting are commands at `/cases/{reference}/commands`, and the log is its part `account`.
"""

from flask import Blueprint, Response

from schemas.commands.meetings import OpenMeeting
from vangnet.shell.agendas import meetings
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.plain import answer, begun
from vangnet.web.api.problems import not_seen, tried
from vangnet.web.house import house
from vangnet.web.meeting_report import meeting_report

bp = Blueprint("api_meetings", __name__, url_prefix="/api/v1")


@bp.get("/meetings")
@callers_only
def several() -> Response:
    """Return the meetings whose log the caller may read, the newest first."""
    rows = meetings(house().engine, caller())
    return answer({"meetings": [house().reading.summary(row) for row in rows]})


@bp.post("/meetings")
@callers_only
def begin() -> Response:
    """Begin the log of a meeting: 201 with its reference."""
    key = once()
    reference = tried(lambda: house().engine.begin(caller(), OpenMeeting.model_validate(sent_object()), once=key))
    if isinstance(reference, Response):
        return reference
    house().settle()
    return begun(reference)


@bp.get("/meetings/<reference>/report")
@callers_only
def report(reference: str) -> Response:
    """Return the report of a meeting as PDF, to who may read its log."""
    return meeting_report(caller(), reference) or not_seen()
