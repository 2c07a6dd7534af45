"""`/jaarlijks`: what comes back each year and each term, who was trained and who never was, and the lessons."""

from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response as AnyResponse

from vangnet.case.allowed import allowed
from vangnet.case.obligations import OBLIGATIONS, learners, never_trained, trainings
from vangnet.shell.obligations import lessons
from vangnet.web.faults import not_seen
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("obligations", __name__)


@bp.get("/jaarlijks")
@members_only
def show() -> AnyResponse:
    """Show the calendar to who has to hold what is on it and who learns from it; the look is kept."""
    row, parts = house().reading.case(me(), OBLIGATIONS)
    if not parts:
        return not_seen(row)
    page = render_template(
        "year.html",
        row=row,
        case=row.ctx.case,
        duties=row.ctx.case.by_due(),
        trainings=trainings(row.ctx),
        never=never_trained(row.ctx),
        lessons=lessons(house().engine) if me() in learners(row.ctx) else (),
        commands=allowed(row.ctx),
    )
    return make_response(page)
