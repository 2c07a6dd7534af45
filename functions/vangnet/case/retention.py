"""How long a case is kept that is over: from the day its last measure ended, or it was closed, whichever is later.

Where the document names no term, a case is kept: how long is for the municipality's own selection list to say.
"""

from datetime import datetime

from vangnet.calendar import end_of
from vangnet.case.facts import Context
from vangnet.case.remedies import erased_at
from vangnet.case.response_items import MeasureItem
from vangnet.case.terms import after

RUNNING = frozenset({"filed", "investigation", "charged"})  # States of a prosecution that is not over.


def wiped_at(ctx: Context) -> datetime | None:
    """Return when what identifies people in a case is wiped (UTC), or None while anybody still needs it.

    At once where a request to erase was granted, which is granted only of a case that is over (AVG 17).
    """
    erased = erased_at(ctx.case)
    if erased:
        return erased
    row, over = ctx.protocol.document.retention, _over_since(ctx)
    if row is None or over is None:
        return None
    closed_at, _ = ctx.case.given["close_case"]
    since = {"closed": closed_at, "reported": ctx.case.filed_at or closed_at}.get(row.counted_from, over)
    return max(over, after(since, row.keep_for))


def over(ctx: Context, *, but: str = "") -> bool:
    """Tell whether nobody needs a case any more: closed, no measure holds, and no duty is open but for one trigger."""
    duties = ctx.protocol.duties()
    left = [one for one in ctx.case.open_duties() if duties[one.name].opens != but]
    holds = [one for one in ctx.case.measures.values() if _holds(ctx, one)]
    return ctx.case.state == "closed" and not left and not holds and not _goes_on(ctx)


def _goes_on(ctx: Context) -> bool:
    """Tell whether a prosecution runs, or money is open: both outlive the closing of a case."""
    return ctx.case.police.prosecution in RUNNING or any(one.open for one in ctx.case.ledger.values())


def _holds(ctx: Context, one: MeasureItem) -> bool:
    """Tell whether a measure holds, or will."""
    last = one.ends_on and end_of(one.ends_on)
    return one.ended_at is None and bool((last and last > ctx.now) or (one.ends_when and not last))


def _over_since(ctx: Context) -> datetime | None:
    closed_at, _ = ctx.case.given.get("close_case", (None, ""))
    if ctx.case.state != "closed" or closed_at is None or any(ctx.case.open_duties()) or _goes_on(ctx):
        return None
    ends = [closed_at]
    for one in ctx.case.measures.values():
        if one.ended_at is None and one.ends_when and not one.ends_on:
            return None
        if one.ended_at or one.ends_on:
            ends.append(one.ended_at or end_of(one.ends_on or closed_at.date()))
    return max(ends)
