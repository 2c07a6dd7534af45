"""Being away: who, from when until when; roles go to the deputies for that time."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from vangnet.case.errors import Invalid, Refused
from vangnet.intake.when import read_when
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.web.commands.parse import parsed
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.session import me, members_only

bp = Blueprint("away", __name__)


@bp.get("/afwezig")
@members_only
def show() -> str:
    """Show who is away, and the form."""
    return _page("")


@bp.post("/afwezig")
@members_only
def set_it() -> AnyResponse:
    """Record an absence."""
    now = house().now()
    since = read_when(request.form.get("vanaf", ""), now, ahead=True) or (
        now if not request.form.get("vanaf") else None
    )
    until = read_when(request.form.get("tot", ""), now, ahead=True)
    if since is None or until is None:
        return make_response(_page(words()("errors.form.when_unclear")), 400)
    try:
        command = parsed("set_away", {"from": since, "until": until, "person": request.form.get("wie") or None})
        house().engine.direct(me(), command)
    except Invalid as invalid:
        return make_response(_page(" ".join(error.text(words().language) for error in invalid.errors)), 400)
    except ValidationError:
        return make_response(_page(words()("errors.form.choose")), 400)
    except Refused as refused:
        return make_response(_page(words()(f"errors.refused.{refused.because}")), 403)
    return redirect(url_for("away.show"), code=303)


def _page(error: str) -> str:
    now = house().now()
    people = house().protocol.municipality.people
    planned = house().engine.streams.load(DIRECTORY_STREAM).case.away
    configured = ((one.person, one.since, one.until) for one in house().protocol.municipality.absences)
    rows = sorted((row for row in (*configured, *planned) if row[2] > now), key=lambda row: row[1])
    return render_template("away.html", rows=rows, people_known=tuple(people), error=error, form=request.form, now=now)
