"""The weekly mail: signals by their reference, guidance as a count only."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from schemas.events import house as h
from schemas.events.base import Event
from vangnet.case.facts import Context

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def sending_digest(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when the next weekly mail goes out, if anything was counted since the last."""
    row = ctx.protocol.document.digest
    if ctx.case.kind == "digest" and row and ctx.case.counted and ctx.case.counted_since:
        yield next_weekday(ctx.case.counted_since, row.weekday, row.at), _sent(ctx)


def _sent(ctx: Context) -> h.DigestSent:
    signals = [reference for outcome, reference in ctx.case.counted if outcome == "signal"]
    counts = {"signals": signals, "guidance": len(ctx.case.counted) - len(signals)}
    return h.DigestSent(upto=ctx.case.version, counts=counts)


def next_weekday(moment: datetime, weekday: str, clock: str) -> datetime:
    """Return the first such weekday and clock time (Amsterdam) after the moment; UTC in and out."""
    local = moment.astimezone(AMSTERDAM)
    hour, minute = (int(part) for part in clock.split(":"))
    days = (WEEKDAYS.index(weekday) - local.weekday()) % 7
    day = local.date() + timedelta(days=days)
    found = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)
    if found <= local:
        day += timedelta(days=7)
        found = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)
    return found.astimezone(ZoneInfo("UTC"))
