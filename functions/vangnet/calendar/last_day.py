"""The last day of a term that begins after a day, where the Algemene termijnenwet says so extended.

For a term set in an act, in this order:

- article 4: not for more than 90 days, twelve weeks or three months, nor for years (nor hours, which have no last day);
- article 2: a term of at least three days has at least two working days in it;
- article 1: a term does not end on a Saturday, Sunday or holiday, but on the next day that is none of these.

A term of working days has all that in itself, and needs none of it.
A term counted backwards from a day is never extended (article 1(2)); `subtract` is for those.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from vangnet.calendar.arithmetic import shifted
from vangnet.calendar.free_days import FreeDay, decrees_known, free_day, is_working_day
from vangnet.calendar.terms import Term, Unit

ReasonCode = Literal[
    "working_days",  # the term itself skips free days, in an act or not
    "not_statutory",  # not set in an act, so never extended
    "over_90_days",
    "over_12_weeks",
    "over_3_months",
    "in_years",
    "two_working_days",  # extended by article 2
    "next_working_day",  # extended by article 1
    "free_day",  # why so far: see `day` and `free`
    "fits",  # ends on a working day as it is
    "decrees_unknown",  # the term touches a year for which no decree is known here
]

# Article 4(a): the longest term that the Act extends, by unit, and why a longer one is not.
EXTENDED_MAX: dict[Unit, tuple[int, ReasonCode]] = {
    "day": (90, "over_90_days"),
    "week": (12, "over_12_weeks"),
    "month": (3, "over_3_months"),
    "year": (0, "in_years"),
}
SHORT_DAYS_MAX = 2  # article 2 is for terms of at least three days; a week or a month is always that
WORKING_DAYS_MIN = 2  # what article 2 wants in them

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reason:
    """One thing that decided the last day; `explain.reason_text` says it in words."""

    code: ReasonCode
    day: date | None = None
    free: FreeDay | None = None


@dataclass(frozen=True)
class LastDay:
    """The last day of a term, inclusive; the day it would have been by counting alone; and why they differ or not."""

    day: date
    nominal_end: date
    reasons: tuple[Reason, ...]


def last_day(event_day: date, term: Term, statutory: bool) -> LastDay:
    """Return the last day of a term that begins on the day after `event_day`, a day in Amsterdam.

    Where a next term follows on this one, count it from the day returned.

    Raises:
        ValueError: for a term of hours or minutes, an empty term, or a moment instead of a day.
    """
    if isinstance(event_day, datetime):
        raise ValueError(f"{event_day} is a moment; give the day that it is in Amsterdam: amsterdam_day(moment)")
    if term.count == 0:
        raise ValueError(f"a term of {term} has no last day; write at least 1")
    nominal_end = shifted(event_day, term)
    if term.unit == "working day":
        return LastDay(nominal_end, nominal_end, (Reason("working_days"), *_missing_decrees(event_day, nominal_end)))
    if not_extended := "not_statutory" if not statutory else _outside_the_act(term):
        return LastDay(nominal_end, nominal_end, (Reason(not_extended),))
    day, reasons = _extended(event_day, term, nominal_end)
    return LastDay(day, nominal_end, reasons + _missing_decrees(event_day, day))


def _outside_the_act(term: Term) -> ReasonCode | None:
    """Return why article 4 leaves the term as it is, or nothing where the Act extends it."""
    longest, reason = EXTENDED_MAX.get(term.unit, (term.count, None))
    return reason if term.count > longest else None


def _extended(event_day: date, term: Term, nominal_end: date) -> tuple[date, tuple[Reason, ...]]:
    """Return the last day under articles 2 and 1, and the reasons."""
    two_in_it = _with_two_working_days(event_day, term, nominal_end)
    if two_in_it > nominal_end:
        return two_in_it, (Reason("two_working_days"), *_free_days(event_day + _ONE_DAY, two_in_it))
    day = nominal_end
    while not is_working_day(day):
        day += _ONE_DAY
    passed_over = _free_days(nominal_end, day)
    return day, (Reason("next_working_day"), *passed_over) if passed_over else (Reason("fits"),)


def _with_two_working_days(event_day: date, term: Term, nominal_end: date) -> date:
    """Return the day on which the term has two working days in it, or its own end where that is later (article 2)."""
    if term.unit == "day" and term.count <= SHORT_DAYS_MAX:
        return nominal_end
    return max(nominal_end, shifted(event_day, Term(WORKING_DAYS_MIN, "working day")))


def _free_days(first: date, until: date) -> tuple[Reason, ...]:
    """Return a reason for each free day from the first day until, and without, the other."""
    days = (first + n * _ONE_DAY for n in range((until - first).days))
    return tuple(Reason("free_day", day, free) for day in days if (free := free_day(day)))


def _missing_decrees(first: date, last: date) -> tuple[Reason, ...]:
    """Return the warning that equated days may be missing, where a year has no known decree."""
    known = decrees_known(first.year) and decrees_known(last.year)
    return () if known else (Reason("decrees_unknown"),)
