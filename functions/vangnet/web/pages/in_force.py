"""`/zaak/…/van-kracht`: which bans held on a day, as it is known now or as it was known then (Awb 3:40)."""

from datetime import date, datetime, time

from flask import Blueprint, abort, render_template, request

from vangnet.calendar import amsterdam_day, at_clock
from vangnet.case.evolve import replay
from vangnet.case.in_force import BAN, in_force
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("in_force", __name__)
END_OF_DAY = time(23, 59, 59)


@bp.get("/zaak/<reference>/van-kracht")
@members_only
def show(reference: str) -> str:
    """Show what held on the day that was asked for; without one today, as it is known now."""
    row, parts = house().reading.case(me(), reference)
    if "measures" not in parts:
        abort(403)
    today = amsterdam_day(house().now())
    day, known_on = _day("dag") or today, _day("bekend")
    until = at_clock(known_on, END_OF_DAY) if known_on else house().now()
    case = replay(one for one in row.stream.events if one.at <= until)
    bans = [(one, in_force(one, day)) for one in case.measures.values() if one.measure == BAN]
    return render_template("in_force.html", row=row, day=day, known_on=known_on or amsterdam_day(until), bans=bans)


def _day(name: str) -> date | None:
    try:
        return datetime.strptime(request.args.get(name, ""), "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
    except ValueError:
        return None
