"""What the measures of a case call for: their review and evaluation, reasons that follow, what a breach brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from schemas.words import CLEARING
from vangnet.calendar import Term, at_clock, end_of
from vangnet.calendar.arithmetic import shifted
from vangnet.case.bans import URGENT
from vangnet.case.call import Call
from vangnet.case.facts import Context
from vangnet.case.in_force import holds_since
from vangnet.case.response_items import MeasureItem

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty

APART_MAX = Term(1, "year")  # A measure is looked at halfway, and at least once a year (Ombudsman 2019/024).
MIDNIGHT = time(0)
LOOKS_MAX = 1_000  # At one measure: weekly for nineteen years.


def checkpoints(starts_on: date, ends_on: date) -> tuple[date, ...]:
    """Return the days on which a measure is looked at: halfway, and never more than a year apart."""
    halfway = starts_on + (ends_on - starts_on) / 2
    if halfway == starts_on or ends_on <= shifted(halfway, APART_MAX):
        return (halfway,)
    return (*checkpoints(starts_on, halfway), halfway, *checkpoints(halfway, ends_on))


def _decided(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each measure that was decided."""
    for one in ctx.case.measures.values():
        yield Call(one.decided_at, about=one.id)


def _timed(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each measure that has an end, from its decision on; a term before that end runs back from it."""
    for one in ctx.case.measures.values():
        if one.ends_on and not one.ended_at:
            yield Call(one.decided_at, about=f"{one.id}/{one.ends_on}", anchor=end_of(one.ends_on))


def _in_force(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each measure in force, the next day on which it is looked at; the days before it are done first."""
    for one in ctx.case.measures.values():
        since = holds_since(one)
        if since is None or one.ended_at or not (one.ends_on or one.ends_when):
            continue
        done = {duty.about for duty in ctx.case.duties.values() if duty.name == name and duty.state == "done"}
        days = looks(ctx, one, since)
        for day in next(([day] for day in days if f"{one.id}/{day}" not in done), []):
            yield Call(max(_sent(one), one.decided_at), about=f"{one.id}/{day}", anchor=end_of(day))


def looks(ctx: Context, one: MeasureItem, since: date) -> Iterator[date]:
    """Yield the days on which a measure in force is looked at: every so often, or halfway and once a year."""
    row = ctx.protocol.document.measures.get(one.measure)
    if one.ends_on and not (row and row.review):
        yield from checkpoints(since, one.ends_on)
        return
    apart = Term.parse(row.review) if row and row.review else APART_MAX
    day = shifted(since, apart)
    for _ in range(LOOKS_MAX):
        if one.ends_on and day > one.ends_on:
            return
        yield day
        day = shifted(day, apart)


def _sent(one: MeasureItem) -> datetime:
    return at_clock(one.sent_on, MIDNIGHT) if one.sent_on else one.decided_at


def _hearing_put_off(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """While he was not heard as there was no time for it."""
    if ctx.case.heard == URGENT and ctx.case.hearing:
        yield Call(ctx.case.hearing.at)


def _sent_without_reasons(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each urgent besluit that was sent without its reasons; the term runs from the day it was sent."""
    for one in ctx.case.measures.values():
        if one.legal_basis and not one.reasons.strip() and one.sent_on:
            yield Call(max(_sent(one), one.decided_at), about=one.id, anchor=_sent(one))


def _breach(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    for one in ctx.case.breaches:
        yield Call(one.known_at, about=one.id)


def _demands_ignored(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Once he was told to leave as often as the document asks, and did not (AP-5.2.6)."""
    asked = ctx.protocol.document.demands if ctx.case.meeting is None else None
    ignored = [known_at for known_at, left in ctx.case.demands if not left]
    if asked and len(ignored) >= asked.threshold and not ctx.case.demands[-1][1]:
        yield Call(ignored[asked.threshold - 1], about="demands")


def _cleared(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Once a case proved unfounded or somebody else's, and whom it was about had heard from us."""
    closing = ctx.case.closing
    heard_from_us = ctx.case.letters or ctx.case.measures or "record_hearing" in ctx.case.given
    closed_at, _ = ctx.case.given.get("close_case", (None, ""))
    if closing and closing.because in CLEARING and heard_from_us and closed_at:
        yield Call(closed_at)


OF_MEASURES: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {
    "measure_decided": _decided,
    "measure_timed": _timed,
    "measure_in_force": _in_force,
    "hearing_put_off": _hearing_put_off,
    "sent_without_reasons": _sent_without_reasons,
    "breach": _breach,
    "cleared": _cleared,
    "demands_ignored": _demands_ignored,
}
