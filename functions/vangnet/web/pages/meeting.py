"""`/vergaderingen`: the live log of a meeting, for chair and griffier, with a button for each thing that can happen.

It works without script. With it, what is tapped while the network is away is kept on the device, with its own time and
a key by which it is recorded once, and sent when the network is back (static/meeting.js).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands import parse_command
from schemas.commands.meetings import OpenMeeting
from vangnet.case.allowed import allowed
from vangnet.case.errors import Invalid, Refused
from vangnet.case.people import place
from vangnet.shell.agendas import meetings
from vangnet.shell.ports import StoreUnavailable
from vangnet.shell.reading import Row
from vangnet.web.api.plain import answer
from vangnet.web.faults import not_seen
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.meeting_report import meeting_report
from vangnet.web.meetings import lines, offences, said
from vangnet.web.session import me, members_only

bp = Blueprint("meeting", __name__)
ONCE_LENGTH = 26
TEXT_LENGTH_MAX = 2_000
KEPT_FOR_MAX = timedelta(hours=24)  # A tap that waited longer is recorded as of a day ago: by then it is no live log.


@dataclass(frozen=True)
class Tap:
    """A button: the command that it gives, the field that its text goes to, and what it says besides."""

    command: str
    text: str = ""
    says: tuple[tuple[str, Any], ...] = ()
    alarming: bool = False


TAPS = {
    "suspend": Tap("suspend", alarming=True),
    "demand": Tap("demand_to_leave", says=(("left", False),)),
    "demand_left": Tap("demand_to_leave", says=(("left", True),)),
    "call_police": Tap("call_police", alarming=True),
    "stop_livestream": Tap("stop_livestream"),
    "record_physical_aggression": Tap("record_physical_aggression", "account", alarming=True),
    "record_physical_measure": Tap("record_physical_measure", "account"),
    "resume": Tap("resume"),
    "close_meeting": Tap("close_meeting"),
}


@bp.get("/vergaderingen")
@members_only
def several() -> str:
    """Show the meetings that the reader may see, and a form to begin one."""
    return _list("")


@bp.post("/vergaderingen")
@members_only
def begin() -> AnyResponse:
    """Begin the log of a meeting, once however often the button was pressed."""
    bodies = _bodies()
    body = request.form.get("orgaan", "")
    if body not in bodies:
        return make_response(_list("body_missing"), 400)
    name = f"{bodies[body]} {request.form.get('naam', '')[:80]}".strip()
    place, streamed = request.form.get("waar", "")[:200] or None, request.form.get("uitzending") == "ja"
    try:
        command = OpenMeeting(body=name, place=place, livestream=streamed)
        reference = house().engine.begin(me(), command, once=request.form.get("eenmalig") or None)
    except (Refused, Invalid):
        return make_response(_list("refused"), 403)
    except StoreUnavailable:  # The page keeps what was typed, so that it can be sent again.
        return make_response(_list("not_kept"), 503)
    house().settle()
    return redirect(url_for("meeting.show", reference=reference), code=303)


@bp.get("/vergadering/<reference>")
@members_only
def show(reference: str) -> AnyResponse:
    """Show the log, what it says now, and the buttons; the look is kept."""
    row, parts = house().reading.case(me(), reference)
    if row.ctx.case.kind != "meeting" or not parts:
        return not_seen(row)
    return make_response(_page(row))


@bp.post("/vergadering/<reference>/tik")
@members_only
def tap(reference: str) -> AnyResponse:
    """Record one tap, once, under the time at which it was made; the script of the page asks for a short answer."""
    tapped, row = TAPS.get(request.form.get("wat", "")), house().reading.row(me(), reference)
    if tapped is None:
        abort(400)
    if row.ctx.case.kind != "meeting" or not house().reading.visible(row):
        return answer({"text": words()("errors.refused.not_seen")}, 403) if _short() else abort(403)
    fields: dict[str, Any] = {"at": tapped_at(request.form.get("geleden", "")), **dict(tapped.says)}
    text = request.form.get("tekst", "").strip()[:TEXT_LENGTH_MAX]
    if tapped.text and text:
        fields[tapped.text] = text
    once = request.form.get("eenmalig", "")[:ONCE_LENGTH]
    try:
        house().engine.do(me(), reference, parse_command(tapped.command, fields), once=f"tap:{once}" if once else None)
    except Refused as refused:
        rule = f" ({refused.rule})" if refused.rule else ""
        return _told(row, words()(f"errors.refused.{refused.because}") + rule, 409)
    except (Invalid, ValidationError):
        return _told(row, words()("errors.form.when_unclear"), 400)
    except StoreUnavailable:
        return _told(row, words()("meeting.not_kept"), 503)
    house().settle()
    if _short():
        return answer({"text": words()("meeting.kept")})
    return redirect(url_for("meeting.show", reference=reference), code=303)


def tapped_at(seconds_ago: str) -> datetime:
    """Return when a tap was made (UTC), from how long ago it was by the clock of the device itself."""
    try:
        ago = timedelta(seconds=max(0.0, float(seconds_ago)))
    except (ValueError, OverflowError):
        ago = timedelta(0)
    return house().now() - min(ago, KEPT_FOR_MAX)


@bp.get("/vergadering/<reference>/verslag")
@members_only
def report(reference: str) -> Response:
    """Give the report of the meeting as a PDF, to who may read its log."""
    return meeting_report(me(), reference) or abort(403)


def _short() -> bool:
    return request.form.get("antwoord") == "kort"


def _told(row: Row, text: str, status: int) -> AnyResponse:
    return answer({"text": text}, status) if _short() else make_response(_page(row, text), status)


def _page(row: Row, wrong: str = "") -> str:
    # The look was kept when the page was first opened; a refused tap shows it again.
    return render_template(
        "meeting.html",
        row=row,
        case=row.ctx.case,
        wrong=wrong,
        taps={name: one for name, one in TAPS.items() if _may_tap(row, one.command)},
        once=lambda: house().engine.ports.ids.new(ONCE_LENGTH),
        lines=list(lines(row, words())),
        said=said(row, words()),
        offences=offences(row, words()),
        commands=allowed(row.ctx),
    )


def _may_tap(row: Row, command: str) -> bool:
    """Tell whether a button is the reader's: all are shown whatever the state, as they work without a connection."""
    over = row.ctx.case.meeting is None or row.ctx.case.meeting.closed_at is not None
    by = row.ctx.protocol.command(command).by
    return not (over and command != "stop_livestream") and any(me() in place(row.ctx, word) for word in by)


def _bodies() -> dict[str, str]:
    """Return the bodies that meet, each with its name in Dutch, by which its chair is known."""
    row = house().protocol.document.meetings
    return {name: one.label.nl for name, one in (row.bodies if row else {}).items()}


def _list(wrong: str) -> str:
    row = house().protocol.document.meetings
    return render_template(
        "meetings.html",
        rows=meetings(house().engine, me()),
        bodies=row.bodies if row else {},
        may_begin=bool(set(house().protocol.roles_of(me())) & set(house().protocol.command("open_meeting").by)),
        wrong=wrong,
        form=request.form,
        once=request.form.get("eenmalig") or house().engine.ports.ids.new(ONCE_LENGTH),
    )
