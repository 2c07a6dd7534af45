"""Whether a measure holds on a day: delivered, between its days, not ended (Awb 3:40, BW 3:37).

Days are days in Amsterdam. For what was known at an earlier moment, ask with the case as its events until then make it.
"""

from collections.abc import Iterator
from datetime import date, datetime

from vangnet.calendar import amsterdam_day
from vangnet.case.response_items import MeasureItem
from vangnet.case.state import Case

BAN = "ban"


def holds_since(item: MeasureItem) -> date | None:
    """Return the first day on which a measure holds, or None while it was not delivered: never before its letter."""
    if item.delivered_on is None or item.starts_on is None:
        return None
    return max(item.starts_on, item.delivered_on)


def in_force(item: MeasureItem, day: date) -> bool:
    """Tell whether a measure holds on that day; one that ended early holds through the day on which it ended."""
    if any(since <= day <= until for since, until in item.held):
        return True
    since, until = holds_since(item), item.ends_on or (date.max if item.ends_when else None)
    if since is None or until is None:
        return False
    ended = amsterdam_day(item.ended_at) if item.ended_at else until
    return since <= day <= min(until, ended)


def in_force_at(item: MeasureItem, moment: datetime) -> bool:
    """Tell whether a measure holds at that moment (UTC)."""
    return in_force(item, amsterdam_day(moment)) and not (item.ended_at and item.ended_at <= moment)


def bans_in_force(case: Case, moment: datetime, building: str | None = None) -> Iterator[MeasureItem]:
    """Yield the bans that hold at that moment (UTC), for this building if one is given."""
    for one in case.measures.values():
        if one.measure == BAN and in_force_at(one, moment) and building in {None, *one.buildings}:
            yield one
