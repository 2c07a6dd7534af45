"""Meetings by API: begin a log, list those that the caller may read, and their report.

What happens in a meeting are commands at `/cases/{reference}/commands`, and the log is its part `account`.
"""

from flask import Blueprint, Response, url_for
from pydantic import ValidationError

from schemas.commands.meetings import OpenMeeting
from vangnet.case.errors import Invalid, Refused
from vangnet.shell.agendas import meetings
from vangnet.web.api.caller import caller, callers_only, once, sent_object
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import invalid, not_seen, of_fields, refused
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.meeting_report import meeting_report
from vangnet.web.wrong import field_problems

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
    try:
        command = OpenMeeting.model_validate(sent_object())
        reference = house().engine.begin(caller(), command, once=key)
    except ValidationError as error:
        return invalid(field_problems(error, words().language))
    except Refused as why:
        return refused(why)
    except Invalid as why:
        return invalid(of_fields(why))
    house().settle()
    response = answer({"reference": reference}, 201)
    response.headers["Location"] = url_for("api_cases.one", reference=reference)
    return response


@bp.get("/meetings/<reference>/report")
@callers_only
def report(reference: str) -> Response:
    """Return the report of a meeting as PDF, to who may read its log."""
    return meeting_report(caller(), reference) or not_seen()
