"""What stands in the way of a ban itself, once it may be decided: a table of small checks, in a fixed order.

What the legal basis asks stands beside what the protocol asks of every ban (AP-5.2.5): where, for how long, why.
"""

from collections.abc import Callable
from datetime import date

from schemas.commands.response import DecideMeasure
from vangnet.calendar import Term, amsterdam_day
from vangnet.calendar.arithmetic import shifted
from vangnet.case.bans import BASES, URGENT
from vangnet.case.facts import Context
from vangnet.case.in_force import BAN
from vangnet.case.mandates import months_of_local_rule
from vangnet.case.recurrence import known
from vangnet.case.response_items import MeasureItem
from vangnet.case.state import Case

Check = Callable[[Context, DecideMeasure], str]

MEETINGS, BY_LAW = "gemeentewet_26", "apv"


def _complete(ctx: Context, ban: DecideMeasure) -> str:
    if not (ban.starts_on and ban.ends_on):
        return "ban_incomplete"
    return "" if (ban.reasons or "").strip() or reasons_may_follow(ctx, ban) else "ban_incomplete"


def reasons_may_follow(ctx: Context, ban: DecideMeasure) -> bool:
    """Tell whether the reasons may be sent within a week: an urgent besluit, and no other (Awb 3:47(3))."""
    return BASES[ban.legal_basis].besluit and ctx.case.heard == URGENT


def _buildings(ctx: Context, ban: DecideMeasure) -> str:
    """A ban from meetings needs no buildings: it is from the meetings, wherever they are (Gemeentewet 26(2))."""
    return "" if ban.buildings or ban.legal_basis == MEETINGS else "no_buildings"


def _days(ctx: Context, ban: DecideMeasure) -> str:
    if ban.starts_on is None or ban.ends_on is None:
        return ""
    return "ends_before_it_starts" if ban.ends_on < max(ban.starts_on, amsterdam_day(ctx.now)) else ""


def _maximum(ctx: Context, ban: DecideMeasure) -> str:
    months = BASES[ban.legal_basis].months_max or (months_of_local_rule(ctx) if ban.legal_basis == BY_LAW else None)
    if months is None or ban.starts_on is None or ban.ends_on is None:
        return ""
    return "too_long" if ban.ends_on > shifted(ban.starts_on, Term(months, "month")) else ""


def _repeated(ctx: Context, ban: DecideMeasure) -> str:
    """Only who disturbed repeatedly is kept from meetings: as was reported, as a person writes, or in another case."""
    if ban.legal_basis != MEETINGS:
        return ""
    persists = ctx.case.report is not None and ctx.case.report.persists
    return "" if persists or (ban.repeated or "").strip() or known(ctx) else "not_repeated"


def _extensions(ctx: Context, ban: DecideMeasure) -> str:
    """An order under 172a is extended at most three times, each time by a decision of its own."""
    most = BASES[ban.legal_basis].extensions_max
    before = sum(one.legal_basis == ban.legal_basis for one in _bans(ctx.case))
    return "no_more_extensions" if most is not None and before > most else ""


def _twice(ctx: Context, ban: DecideMeasure) -> str:
    """Nobody is banned from one place twice for the same days: end the one ban, or let the next begin after it."""
    twice = overlapping(ctx.case, ban.buildings, ban.starts_on, ban.ends_on)
    return "banned_already" if twice else ""


def overlapping(
    case: Case, buildings: tuple[str, ...], starts_on: date | None, ends_on: date | None, *, but: str = ""
) -> bool:
    """Tell whether a ban of the case that did not end shares a place and a day with these; `but` is left out."""
    for one in _bans(case):
        if one.id == but or one.ended_at or not (one.starts_on and one.ends_on and starts_on and ends_on):
            continue
        same_place = set(one.buildings) & set(buildings) or one.buildings == buildings == ()
        if same_place and one.starts_on <= ends_on and starts_on <= one.ends_on:
            return True
    return False


def _bans(case: Case) -> list[MeasureItem]:
    return [one for one in case.measures.values() if one.measure == BAN]


BAN_LIMITS: tuple[Check, ...] = (_complete, _buildings, _days, _maximum, _repeated, _extensions, _twice)
