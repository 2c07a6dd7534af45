"""Yearly and per-term obligations, by the calendar: since when each is called for, and what was held (AP-3.2).

- An obligation of each term is called for from the first day of the term that began last, by the configuration.
- One of each year is of a calendar year. The first is this year if half of it was still ahead when the calendar began,
  else the next; one that was missed stays until it is recorded, and the next one comes after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from vangnet.calendar import amsterdam_day, at_clock
from vangnet.case.call import Call
from vangnet.case.facts import Context
from vangnet.case.people import place
from vangnet.case.state import Case, DutyItem, Training

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty

OBLIGATIONS = "VN-PLAN-0000"  # The reference of the calendar; L is in no reference that is drawn.
OBLIGATIONS_STREAM = f"case/{OBLIGATIONS}"
HALF_A_YEAR = 6  # Months; who begins later is given the whole next year.
MIDNIGHT = time(0)


def first_of(year: int) -> datetime:
    """Return when a year begins in Amsterdam (UTC)."""
    return at_clock(date(year, 1, 1), MIDNIGHT)


def _new_term(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For the term that began last (AP-3.2.1)."""
    begun = [day for day in ctx.protocol.municipality.terms_begin if at_clock(day, MIDNIGHT) <= ctx.now]
    if ctx.case.kind == "obligations" and begun and ctx.case.filed_at:
        start = at_clock(max(begun), MIDNIGHT)
        yield Call(max(start, ctx.case.filed_at), about=str(max(begun)), anchor=start)


def _each_year(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For the first calendar year for which it was not held (AP-3.2.2, AP-3.2.3)."""
    began = ctx.case.filed_at
    if ctx.case.kind != "obligations" or began is None:
        return
    local = amsterdam_day(began)
    year = first = local.year if local.month <= HALF_A_YEAR else local.year + 1
    while (name, str(year)) in ctx.case.held:
        year += 1
    at = began if year == first else first_of(year)
    if at <= ctx.now:
        yield Call(at, about=str(year), anchor=first_of(year))


def held(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom it was recorded that an obligation was held."""
    return case.held.get((duty.name, duty.about or ""))


def to_come(ctx: Context) -> Iterator[datetime]:
    """Yield when the calendar calls for something new: what it calls for already, the turn of the year, a new term."""
    if ctx.case.kind != "obligations":
        return
    known = {(duty.name, duty.about) for duty in ctx.case.duties.values()}
    for name, row in ctx.protocol.duties().items():
        calls = OF_THE_CALENDAR[row.opens](ctx, name, row) if row.opens in OF_THE_CALENDAR else ()
        yield from (call.at for call in calls if (name, call.about) not in known)
    yield first_of(amsterdam_day(ctx.now).year + 1)
    starts = (at_clock(day, MIDNIGHT) for day in ctx.protocol.municipality.terms_begin)
    yield from (start for start in starts if start > ctx.now)


def learners(ctx: Context) -> frozenset[str]:
    """Return who reads the calendar with its trainings and lessons."""
    row = ctx.protocol.document.prevention
    return frozenset(who for role in (row.learning_by if row else ()) for who in place(ctx, role))


def never_trained(ctx: Context) -> tuple[str, ...]:
    """Return who holds an office that trainings are for and never had one (AP-3.2.4)."""
    row = ctx.protocol.document.prevention
    trained = {who for one in ctx.case.trainings for who in one.people}
    people = ctx.protocol.municipality.people.items()
    return tuple(who for who, one in people if row and one.office in row.training_for and who not in trained)


def trainings(ctx: Context) -> tuple[Training, ...]:
    """Return the trainings, the newest first."""
    return tuple(sorted(ctx.case.trainings, key=lambda one: one.at, reverse=True))


OF_THE_CALENDAR: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {
    "new_term": _new_term,
    "each_year": _each_year,
}
