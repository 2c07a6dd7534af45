"""`/proefalarm`: begin a trial alarm, answer it, and see how it went."""

from flask import Blueprint, abort, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.trials import AnswerTrialAlarm, BeginTrialAlarm
from vangnet.case.errors import Refused
from vangnet.case.trials import overseers
from vangnet.shell.reading import Row
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("trial", __name__)


@bp.post("/proefalarm")
@members_only
def begin() -> AnyResponse:
    """Begin a trial alarm now."""
    try:
        reference = house().engine.begin(me(), BeginTrialAlarm())
    except Refused:
        abort(403)
    house().settle()
    return redirect(url_for("trial.show", reference=reference), code=303)


@bp.get("/proefalarm/<reference>")
@members_only
def show(reference: str) -> AnyResponse:
    """Show how it went to who oversees it, and to who was asked how it stands with him."""
    row = _row(reference)
    return make_response(render_template("trial.html", row=row, case=row.ctx.case, oversees=me() in overseers(row.ctx)))


@bp.post("/proefalarm/<reference>")
@members_only
def answer(reference: str) -> AnyResponse:
    """Answer it after signing in."""
    _row(reference)
    try:
        house().engine.do(me(), reference, AnswerTrialAlarm())
    except Refused:
        abort(403)
    house().settle()
    return redirect(url_for("trial.show", reference=reference), code=303)


def _row(reference: str) -> Row:
    row = house().reading.row(me(), reference)
    if row.ctx.case.kind != "trial" or not house().reading.visible(row):
        abort(403)
    return row
