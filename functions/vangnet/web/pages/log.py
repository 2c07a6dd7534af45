"""The log for the fg and the auditor: who did what and who looked when, without contents (AP-5.1.6)."""

from flask import Blueprint, abort, render_template, request

from vangnet.shell import door
from vangnet.shell.engine import UnknownCase
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("log", __name__)


@bp.route("/logboek", methods=["GET", "POST"])
@members_only
def show() -> str:
    """Show the log of one case; its reference comes by POST, so that it stands in no address."""
    if not set(house().protocol.document.log_readers) & set(house().protocol.roles_of(me())):
        abort(403)
    reference = request.form.get("kenmerk", "").strip()
    rows: list[tuple[object, str, str, str]] = []
    unknown = False
    if reference:
        try:
            row = house().reading.row(me(), reference)
        except UnknownCase:
            unknown = True
        else:
            rows += [(one.at, one.actor, type(one.event).__name__, "") for one in row.stream.events]
            looks = house().reading.looks(reference)
            rows += [(one.at, one.event.person, "Looked", ", ".join(one.event.parts)) for one in looks]  # type: ignore[attr-defined]
            rows.sort(key=lambda one: str(one[0]))
    day = request.form.get("dag", "").strip()[:10]
    asked = door.questions(house().engine, day) if day else ()
    rows += [(one.at, one.actor, "DoorAsked", f"{one.event.building}: {one.event.answer}") for one in asked]  # type: ignore[attr-defined]
    return render_template("log.html", rows=rows, day=day, reference=reference, unknown=unknown)
