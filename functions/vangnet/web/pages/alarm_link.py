"""The link of an alarm: one page with one button, without sign-in; opening it acknowledges nothing.

It shows nothing of the case: mail scanners and whoever finds the telephone see a reference only.
"""

from datetime import datetime

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.alarm import Acknowledge
from schemas.commands.trials import AnswerTrialAlarm
from vangnet.case.errors import Refused
from vangnet.shell.trials import trial_by_code
from vangnet.web.house import house

bp = Blueprint("alarm_link", __name__)


@bp.get("/a/<reference>/<code>")
def show(reference: str, code: str) -> AnyResponse:
    """Show the button, or how the alarm stands."""
    found = house().reading.alarm_by_code(reference, code)
    if found is None:
        return _trial(reference, code) or _page("unknown", 404)
    row, alarm, person = found
    state = "open" if alarm.open and person not in alarm.acknowledged else "done"
    mine = alarm.acknowledged.get(person)
    return _page(state, reference=row.ctx.case.reference, code=code, at=mine)


@bp.post("/a/<reference>/<code>")
def acknowledge(reference: str, code: str) -> AnyResponse:
    """Acknowledge the alarm for the person whom the link was sent to."""
    found = house().reading.alarm_by_code(reference, code)
    if found is None:
        return _answered(reference, code) or _page("unknown", 404)
    _, alarm, person = found
    if alarm.open:
        try:
            house().engine.do(person, reference, Acknowledge(alarm=alarm.id))
        except Refused:
            return _page("barred", 409)
        house().settle()
    return redirect(url_for("alarm_link.show", reference=reference, code=code), code=303)


def _page(
    state: str, status: int = 200, *, reference: str = "", code: str = "", at: datetime | None = None
) -> AnyResponse:
    return make_response(render_template("alarm.html", state=state, reference=reference, code=code, at=at), status)


def _trial(reference: str, code: str) -> AnyResponse | None:
    """Return the page of a trial alarm, if the code is one's."""
    found = trial_by_code(house().engine, reference, code)
    if found is None:
        return None
    row, person, channel = found
    trial = row.ctx.case.trial
    at = trial.tapped.get((person, channel)) if trial else None
    return _page("trial", reference=row.ctx.case.reference, code=code, at=at)


def _answered(reference: str, code: str) -> AnyResponse | None:
    """Answer a trial alarm for the person whom the link was sent to, if the code is one's."""
    found = trial_by_code(house().engine, reference, code)
    if found is None:
        return None
    row, person, _ = found
    house().engine.do(person, row.ctx.case.reference, AnswerTrialAlarm(code=code))
    house().settle()
    return redirect(url_for("alarm_link.show", reference=reference, code=code), code=303)
