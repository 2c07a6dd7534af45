"""A measure that was decided: its breach, a change of its days, its revival."""

from datetime import date

from schemas.commands import measures as c
from schemas.events import measures as e
from schemas.events.base import Event
from vangnet.calendar import amsterdam_day
from vangnet.case.ban_limits import MEETINGS, overlapping
from vangnet.case.deciding.fields import known, past
from vangnet.case.deciding.meetings import during
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.in_force import BAN, bans_in_force
from vangnet.case.meetings import demands_now
from vangnet.case.response_items import MeasureItem

BREACH_RULE = "AP-5.2.8"
CHANGE_RULE = "AP-5.2.7"


def report_breach(ctx: Context, command: c.ReportBreach) -> tuple[Event, ...]:
    """Report that a ban was broken; outside a ban in force it is no breach, and a new report is offered (AP-5.2.8)."""
    at = past(ctx, "at", command.at)
    if command.building:
        known("building", command.building, ctx.protocol.municipality.buildings)
    meant = [one for one in bans_in_force(ctx.case, at, command.building) if command.ban in {None, BAN, one.id}]
    if not meant:
        raise Refused(BREACH_RULE, "no_ban_then")
    if not command.meeting and all(one.legal_basis == MEETINGS for one in meant):
        raise Refused(BREACH_RULE, "not_in_a_meeting")
    ban = meant[-1]
    event = e.BreachReported(
        number=f"breach-{len(ctx.case.breaches) + 1}",
        measure=ban.id,
        building=command.building or next(iter(ban.buildings), ""),
        at=at,
        account=command.account or "",
    )
    return (event,)


def demand_to_leave(ctx: Context, command: c.DemandToLeave) -> tuple[Event, ...]:
    """Record that somebody was told to leave, by whom, in which words, and whether he went (AP-5.2.6, Sr 139)."""
    if command.building:
        known("building", command.building, ctx.protocol.municipality.buildings)
    at = during(ctx, command.at)[1] if ctx.case.meeting else past(ctx, "at", command.at)
    event = e.DemandMade(
        number=len(demands_now(ctx.case)) + 1,
        at=at,
        building=command.building or "",
        left=bool(command.left),
        words=command.words or "",
        witness=command.witness or "",
    )
    return (event,)


def change_measure(ctx: Context, command: c.ChangeMeasure) -> tuple[Event, ...]:
    """Let a measure begin later or end sooner, with a reason, as after an objection; never longer than decided."""
    meant = ctx.case.running(command.measure)
    if meant is None or meant.starts_on is None or meant.ends_on is None:
        raise Refused(CHANGE_RULE, "no_such_measure")
    if not command.why:
        raise Refused(CHANGE_RULE, "no_reason")
    starts_on = command.starts_on or meant.starts_on
    ends_on = command.ends_on or meant.ends_on
    if starts_on > ends_on:
        raise Invalid(FieldError("ends_on", "before_its_start"))
    if starts_on < meant.starts_on or ends_on - starts_on > meant.ends_on - meant.starts_on:
        raise Refused(CHANGE_RULE, "only_shorter")
    if (starts_on, ends_on) == (meant.starts_on, meant.ends_on):
        return ()
    _not_twice(ctx, meant, starts_on, ends_on)
    return (e.MeasureChanged(number=meant.id, starts_on=starts_on, ends_on=ends_on, why=command.why),)


def revive_measure(ctx: Context, command: c.ReviveMeasure) -> tuple[Event, ...]:
    """Let a measure that ended early hold again until its own last day, after a new incident and with a reason."""
    meant = ctx.case.ended_early(command.measure)
    if meant is None or meant.ends_on is None or meant.ends_on <= amsterdam_day(ctx.now):
        raise Refused(CHANGE_RULE, "nothing_to_revive")
    if not command.why or not command.incident:
        raise Refused(CHANGE_RULE, "no_new_incident")
    _not_twice(ctx, meant, meant.starts_on, meant.ends_on)
    return (e.MeasureRevived(number=meant.id, incident=command.incident, why=command.why),)


def _not_twice(ctx: Context, item: MeasureItem, starts_on: date | None, ends_on: date | None) -> None:
    """Refuse what would make two bans of one place hold on one day (ban_limits.py)."""
    if item.measure == BAN and overlapping(ctx.case, item.buildings, starts_on, ends_on, but=item.id):
        raise Refused(CHANGE_RULE, "banned_already")
