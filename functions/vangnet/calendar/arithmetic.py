"""Moving a moment or a day by a term, forwards and backwards.

- Minutes and hours are elapsed time, whatever the clocks do.
- Days, weeks, months and years run by the Amsterdam calendar to the same clock time.
- A month without that day ends on its last: 31 January plus a month is 28 or 29 February.
- Working days skip Saturday, Sunday and the days of the Algemene termijnenwet, equated ones too. What starts on a
  free day starts there, and the first working day after it is day one. No working days at all is no time at all.
- A clock time that is skipped in spring becomes 03:00. One that comes twice in autumn is the first, unless the start
  was itself in the second of two such hours; so an earlier start in that hour never ends later.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from vangnet.calendar.free_days import is_working_day
from vangnet.calendar.terms import Term, Unit
from vangnet.calendar.zone import at_clock, in_amsterdam

_ELAPSED: dict[Unit, timedelta] = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_DAYS: dict[Unit, int] = {"day": 1, "week": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "year": 12}


def add(moment: datetime, term: Term) -> datetime:
    """Return the moment, in UTC, that lies a term later.

    Raises:
        ValueError: if the moment has no time zone, or the result lies outside the calendar.
    """
    return _moved(moment, term, +1)


def subtract(moment: datetime, term: Term) -> datetime:
    """Return the moment, in UTC, that lies a term earlier, as in "14 days before it"; raises as `add` does."""
    return _moved(moment, term, -1)


def runs_by_the_clock(term: Term) -> bool:
    """Whether the term is elapsed time, and so has a last minute and no last day."""
    return term.unit in _ELAPSED


def shifted(day: date, term: Term, direction: int = +1) -> date:
    """Return the day a term after that day, or before it with direction -1.

    Raises:
        ValueError: if the term is one of hours or minutes, or the result lies outside the calendar.
    """
    if runs_by_the_clock(term):
        raise ValueError(f"{term} run from a moment, not from a day; write the term in days, weeks, months or years")
    count = direction * term.count
    try:
        if term.unit == "working day":
            return _by_working_days(day, count)
        if term.unit in _MONTHS:
            return _by_months(day, count * _MONTHS[term.unit])
        return day + timedelta(days=count * _DAYS[term.unit])
    except OverflowError:
        raise ValueError(f"{term} from {day} lies outside the calendar; write a shorter term") from None


def _moved(moment: datetime, term: Term, direction: int) -> datetime:
    """Return the moment a term later, or earlier with direction -1."""
    local = in_amsterdam(moment)
    if runs_by_the_clock(term):
        try:
            return moment.astimezone(UTC) + direction * term.count * _ELAPSED[term.unit]
        except OverflowError:
            raise ValueError(f"{term} from {moment} lies outside the calendar; write a shorter term") from None
    return at_clock(shifted(local.date(), term, direction), local.time())


def _by_working_days(day: date, count: int) -> date:
    """Return the day so many working days on, or back where the count is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def _by_months(day: date, count: int) -> date:
    """Return the same day of the month so many months on or back, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
