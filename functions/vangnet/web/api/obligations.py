"""The calendar by API: what is still to be held, trainings, who never had one, and the lessons."""

from flask import Blueprint, Response

from vangnet.case.obligations import OBLIGATIONS, learners
from vangnet.shell.obligations import lessons
from vangnet.web.api.caller import caller, callers_only
from vangnet.web.api.cases import described
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import not_seen
from vangnet.web.house import house

bp = Blueprint("api_obligations", __name__, url_prefix="/api/v1")


@bp.get("/obligations")
@callers_only
def calendar() -> Response:
    """Return the calendar, and to who learns from it the lessons, without personal data."""
    row, parts = house().reading.case(caller(), OBLIGATIONS)
    if not parts:
        return not_seen(row.ctx.protocol)
    found = lessons(house().engine) if caller() in learners(row.ctx) else ()
    told = [{"class": one.classed, "year": one.year, "text": one.text} for one in found]
    return answer(described(row, parts) | {"lessons": told})
