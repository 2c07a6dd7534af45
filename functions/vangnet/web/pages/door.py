"""`/deur`: may this person be here today? For desk and security; one tap reports that a ban is being broken."""

from datetime import date, timedelta
from typing import Any, get_args

from flask import Blueprint, abort, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.measures import ReportBreach
from vangnet.case.door import Match, Purpose, Visitor, answer_of
from vangnet.case.errors import Refused
from vangnet.shell import door
from vangnet.shell.ports import StoreUnavailable
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("door", __name__)
PURPOSE_OF_SEAL = "door"  # What a sealed token is for: one ban, at one door, for as long as somebody stands there.
SEAL_LASTS = timedelta(hours=1)
NAME_LENGTH_MAX = 200
PURPOSES = get_args(Purpose)


@bp.get("/deur")
@members_only
def ask() -> str:
    """Show the question."""
    _at_the_door()
    return _page({}, "")


@bp.post("/deur")
@members_only
def answered() -> AnyResponse:
    """Answer it, and nothing else; the question is kept."""
    _at_the_door()
    visitor = read_visitor(request.form)
    if isinstance(visitor, str):
        return make_response(_page(request.form, visitor), 400)
    try:
        matches = door.ask(house().engine, me(), visitor)
    except (StoreUnavailable, door.TooManyBansError):
        return make_response(_page(request.form, "cannot_look"), 503)
    page = render_template("door_answer.html", answer=answer_of(matches), token=_token(matches, visitor))
    return make_response(page)


@bp.post("/deur/overtreding")
@members_only
def breach() -> AnyResponse:
    """Report with one tap that a ban is being broken here and now (AP-5.2.8)."""
    _at_the_door()
    meant = house().sealer.open(PURPOSE_OF_SEAL, request.form.get("verbod", ""))
    if not meant:
        return make_response(_page({}, "too_late"), 400)
    reference, ban, building, meeting = meant
    command = ReportBreach(
        ban=ban, building=building, meeting=meeting, account=request.form.get("wat", "")[:2_000] or None
    )
    try:
        house().engine.do(me(), reference, command, once=f"door:{request.form.get('eenmalig', '')}")
    except Refused:
        return make_response(_page({}, "no_ban"), 409)
    except StoreUnavailable:
        return make_response(_page({}, "not_kept"), 503)
    house().settle()
    return redirect("/deur/gemeld", code=303)


@bp.get("/deur/gemeld")
@members_only
def reported() -> str:
    """Say that it was reported, and what to do now."""
    _at_the_door()
    return render_template("door_reported.html")


def read_visitor(given: Any) -> Visitor | str:
    """Return the visitor that was typed, or the key of what is wrong with it."""
    name = str(given.get("naam", "")).strip()[:NAME_LENGTH_MAX]
    if not name:
        return "name_missing"
    building, purpose = str(given.get("gebouw", "")), str(given.get("waarvoor", "visit"))
    if building not in house().protocol.municipality.buildings or purpose not in PURPOSES:
        return "building_missing"
    born = str(given.get("geboren", "")).strip()
    try:
        return Visitor(name, date.fromisoformat(born) if born else None, building, purpose)  # type: ignore[arg-type]
    except ValueError:
        return "born_unclear"


def _at_the_door() -> None:
    if not door.may_ask(house().engine, me()):
        abort(403)


def _token(matches: tuple[Match, ...], visitor: Visitor) -> str:
    """Return what stands for the ban on the page: sealed, so that the page itself tells nothing of it."""
    closed = [one for one in matches if one.answer != "yes"]
    if not closed:
        return ""
    meant = [closed[0].case.reference, closed[0].ban.id, visitor.building, visitor.purpose == "meeting"]
    return house().sealer.seal(PURPOSE_OF_SEAL, meant, SEAL_LASTS)


def _page(given: Any, wrong: str) -> str:
    return render_template("door.html", form=given, wrong=wrong, purposes=PURPOSES)
