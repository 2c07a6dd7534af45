"""What waits for the caller: duties and alarms; and the outbox of the demonstration."""

from dataclasses import asdict

from flask import Blueprint, Response, abort, request

from vangnet.calendar import amsterdam_day
from vangnet.case.ledger import totals
from vangnet.case.trends import Period, trends
from vangnet.case.trends import Row as TrendRow
from vangnet.shell.agendas import for_the_triangle, open_damage
from vangnet.shell.counting import reports
from vangnet.web.api.caller import caller, callers_only
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import invalid, not_seen, problem
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.readiness import described, readiness
from vangnet.web.shown import shown_to
from vangnet.web.wrong import FieldProblem

bp = Blueprint("api_work", __name__, url_prefix="/api/v1")


@bp.get("/duties")
@callers_only
def duties() -> Response:
    """Return the caller's duties, the most urgent first."""
    found = [
        {
            "reference": one.reference,
            "duty": one.duty.id,
            "name": one.duty.name,
            "due": one.duty.due,
            "window_from": one.duty.window_from,
            "overdue": one.overdue,
            "mine": one.mine,
            "owners": list(one.owners),
            "person": one.duty.person,
        }
        for one in house().reading.work(caller())
    ]
    return answer({"duties": found})


@bp.get("/alarms")
@callers_only
def alarms() -> Response:
    """Return the open alarms that the caller was told of or may see, the newest first."""
    found = [
        {
            "reference": row.ctx.case.reference,
            "alarm": alarm.id,
            "opened_at": alarm.opened_at,
            "told": list(alarm.told),
            "acknowledged": sorted(alarm.acknowledged),
            "passed_on": alarm.passed_on,
            "mine": caller() in alarm.told and caller() not in alarm.acknowledged,
        }
        for row in house().reading.alarms(caller())
        for alarm in row.ctx.case.alarms.values()
        if alarm.open
    ]
    return answer({"alarms": found})


@bp.get("/damage")
@callers_only
def damage() -> Response:
    """Return the cases of which money is open, as far as the caller sees their ledgers, with the sums in euro cents."""
    rows = open_damage(house().engine, caller())
    found = [{"reference": row.ctx.case.reference} | asdict(totals(row.ctx.case.ledger.values())) for row in rows]
    every = (item for row in rows for item in row.ctx.case.ledger.values())
    return answer({"damage": found, "totals": asdict(totals(every))})


@bp.get("/triangle")
@callers_only
def triangle() -> Response:
    """Return the cases for the driehoek that the caller may see, the first to be due first."""
    found = for_the_triangle(house().engine, caller())
    return answer({"triangle": [{"reference": row.ctx.case.reference, "due": duty.due} for row, duty in found]})


@bp.get("/readiness")
@callers_only
def ready() -> Response:
    """Return for each role at work who would be reached now, and what is not in order."""
    if not shown_to(house().protocol.document.readiness, caller()):
        return not_seen()
    return answer(described(readiness(house().engine, caller())))


@bp.get("/trends")
@callers_only
def counts() -> Response:
    """Return the counts of a period (`period`: 2026, 2026-K4 or 2026-11; this year without it); null where hidden."""
    if not shown_to(house().protocol.document.trends, caller()):
        return not_seen()
    try:
        meant = Period.of(request.args.get("period") or f"{amsterdam_day(house().now()).year}")
    except ValueError:
        return invalid([FieldProblem("period", "invalid", words()("errors.api.period"))])
    found = trends(reports(house().engine), meant)
    tables = {name: [_counts(row) for row in rows] for name, rows in found.tables.items()}
    return answer({"period": meant.name, "total": _counts(found.total), "tables": tables})


def _counts(row: TrendRow) -> dict[str, object]:
    return {"name": row.name, "count": row.count, "before": row.before, "change": row.change}


@bp.get("/outbox")
@callers_only
def outbox() -> Response:
    """Return what the demonstration sent, the oldest first, to the administrator; absent outside it."""
    sent = house().outbox
    if sent is None:
        abort(404)
    if not set(house().protocol.roles_of(caller())) & set(house().protocol.document.maintainers):
        return problem(403, words()("errors.page.403.title"), words()("errors.page.403.text"))
    found = [
        {
            "at": one.at,
            "channel": one.message.channel,
            "to": one.message.to,
            "person": one.message.person,
            "about": one.message.about,
            "subject": one.message.subject,
            "text": one.message.text,
        }
        for one in sent()
    ]
    return answer(found)
