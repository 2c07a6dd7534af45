"""`/zaak/…/agenda/….ics`: a talk of aftercare for one's own calendar, without a name or what it is about."""

from datetime import datetime, time, timedelta

from flask import Blueprint, Response, abort, request

from vangnet.calendar import AMSTERDAM, amsterdam_day, at_clock
from vangnet.case.facts import Context
from vangnet.case.owners import owners
from vangnet.case.state import DutyItem
from vangnet.intake.when import read_when
from vangnet.web.house import house
from vangnet.web.ics import entry
from vangnet.web.language import words
from vangnet.web.session import me, members_only

bp = Blueprint("calendar_entry", __name__)
BEFORE_IT_IS_DUE = timedelta(hours=1)  # Where nobody chose a time, the talk itself still fits before it is late.


@bp.get("/zaak/<reference>/agenda/<duty>.ics")
@members_only
def talk(reference: str, duty: str) -> Response:
    """Give the entry of a talk to who holds it and to whom it is for; `wanneer` is a time that they chose."""
    row, parts = house().reading.case(me(), reference)
    found = row.ctx.case.duties.get(duty)
    if not parts or found is None or not of_his_talk(row.ctx, found):
        abort(403)
    chosen = read_when(request.args.get("wanneer", ""), house().now(), ahead=True)
    starts_at = chosen or _before(found.due)
    until = words().told(found.due.isoformat()) if found.due else "-"
    content = entry(
        number=f"{reference}-{found.id}",
        starts_at=starts_at,
        made_at=house().now(),
        title=words()("case.calendar.title", reference=reference),
        text=words()("case.calendar.text", reference=reference, until=until),
        link=f"{house().protocol.municipality.address.rstrip('/')}/zaak/{reference}",
    )
    answer = Response(content, mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'attachment; filename="gesprek-{reference}.ics"'
    return answer


def _before(due: datetime | None) -> datetime:
    """Return a time before a talk is due at which people talk: an hour before, by day; else in the hours before it."""
    now, hours = house().now(), house().protocol.document.daytime
    if due is None:
        return now
    since, until = (time.fromisoformat(clock) for clock in (hours.since, hours.until))
    wanted = due - BEFORE_IT_IS_DUE
    day, clock = amsterdam_day(wanted), wanted.astimezone(AMSTERDAM).time()
    if clock < since:
        wanted = at_clock(day - timedelta(days=1), until) - BEFORE_IT_IS_DUE
    elif clock >= until:
        wanted = at_clock(day, until) - BEFORE_IT_IS_DUE
    return wanted if wanted > now else due - BEFORE_IT_IS_DUE


def of_his_talk(ctx: Context, duty: DutyItem) -> bool:
    """Tell whether a duty is a talk that the reader holds, or his own."""
    mine = any(duty.person == one.key and me() in (one.person, one.family_of) for one in ctx.case.cared)
    return ctx.protocol.talk_of_duty(duty.name) is not None and (mine or me() in owners(ctx, duty))
