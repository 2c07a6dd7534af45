"""The receipt of a report or of a request for a talk, for who sent it: what happens now, and how it stands."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.intake import TurnIntoReport
from vangnet.case.errors import Refused
from vangnet.case.people import harmed_people
from vangnet.shell.reading import Row
from vangnet.web.aside import LANDED, upload_form
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.people import PeopleWords
from vangnet.web.session import me, members_only
from vangnet.web.status import news

bp = Blueprint("receipt", __name__)
LOOK_AGAIN_SECONDS = 20  # While nobody has answered, the page looks again by itself.


@bp.get("/melding/<reference>")
@members_only
def show(reference: str) -> str:
    """Show the receipt, and the state as it is now."""
    row = _own(reference)
    case = row.ctx.case
    waiting = any(alarm.open for alarm in case.alarms.values())
    guidance = row.ctx.protocol.document.guidance
    return render_template(
        "receipt.html",
        row=row,
        people=PeopleWords(row.ctx.protocol, words()),
        case=case,
        news=tuple(news(row.ctx)),
        waiting=waiting,
        again=LOOK_AGAIN_SECONDS if waiting else 0,
        guidance=guidance,
        advice=guidance.advice.get(case.classed) if guidance and case.outcome != "case" else None,
        contacts=row.ctx.protocol.document.contacts.values(),
        upload=upload_form(row, "melding"),
        landed=LANDED in request.args,
        of_harmed=case.outcome == "case" and me() in harmed_people(row.ctx),
        visible=bool(house().reading.visible(row)) and case.outcome == "case",
    )


@bp.post("/melding/<reference>/toch-melden")
@members_only
def raise_it(reference: str) -> AnyResponse:
    """Make a case of what was only advice, as it went on or feels wrong."""
    _own(reference)
    try:
        house().engine.do(me(), reference, TurnIntoReport(why=request.form.get("waarom") or None))
    except Refused:
        abort(409)
    house().settle()
    return redirect(url_for("receipt.show", reference=reference), code=303)


def _own(reference: str) -> Row:
    """Return a stream that is the asker's own report or request; anybody else learns nothing."""
    row = house().reading.row(me(), reference)
    mine = {row.ctx.case.reporter, *(one.person for one in row.ctx.case.harmed)}
    if me() not in mine or row.ctx.case.wiped:
        abort(404)
    return row
