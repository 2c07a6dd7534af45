"""The link of an alarm: one page with one button, without sign-in; opening it acknowledges nothing.

It shows nothing of the case: mail scanners and whoever finds the telephone see a reference only.
"""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.alarm import Acknowledge
from vangnet.case.errors import Refused
from vangnet.web.house import house

bp = Blueprint("alarm_link", __name__)


@bp.get("/a/<reference>/<code>")
def show(reference: str, code: str) -> AnyResponse:
    """Show the button, or how the alarm stands."""
    found = house().reading.alarm_by_code(reference, code)
    if found is None:
        return make_response(render_template("alarm.html", state="unknown", reference="", code="", at=None), 404)
    row, alarm, person = found
    state = "open" if alarm.open and person not in alarm.acknowledged else "done"
    mine = alarm.acknowledged.get(person)
    return make_response(
        render_template("alarm.html", state=state, reference=row.ctx.case.reference, code=code, at=mine)
    )


@bp.post("/a/<reference>/<code>")
def acknowledge(reference: str, code: str) -> AnyResponse:
    """Acknowledge the alarm for the person whom the link was sent to."""
    found = house().reading.alarm_by_code(reference, code)
    if found is None:
        return make_response(render_template("alarm.html", state="unknown", reference="", code="", at=None), 404)
    _, alarm, person = found
    if alarm.open:
        try:
            house().engine.do(person, reference, Acknowledge(alarm=alarm.id))
        except Refused:
            return make_response(render_template("alarm.html", state="barred", reference="", code="", at=None), 409)
        house().settle()
    return redirect(url_for("alarm_link.show", reference=reference, code=code), code=303)
