"""Adding a term to a moment: elapsed time, or the Amsterdam calendar to the same clock time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.calendar import AMSTERDAM, Term, Unit, add, subtract

BY_DAYS: tuple[Unit, ...] = ("day", "working day", "week", "month", "year")
MOMENTS = st.datetimes(datetime(2014, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 (bounds)
SHORT = st.integers(0, 200)


def local(text: str, fold: int = 0) -> datetime:
    """Return the moment, in UTC, at which the clocks of Amsterdam show that, for the first time unless fold=1."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2026-11-28T21:30", "30 minutes", "2026-11-28T22:00"),
        ("2026-11-28T21:30", "24 hours", "2026-11-29T21:30"),
        ("2026-11-28T21:30", "3 days", "2026-12-01T21:30"),
        ("2026-11-28T21:30", "6 weeks", "2027-01-09T21:30"),
        ("2027-01-31T09:00", "1 month", "2027-02-28T09:00"),
        ("2028-01-31T09:00", "1 month", "2028-02-29T09:00"),
        ("2026-11-30T09:00", "3 months", "2027-02-28T09:00"),
        ("2026-12-15T09:00", "1 month", "2027-01-15T09:00"),
        ("2028-02-29T09:00", "1 year", "2029-02-28T09:00"),
        ("2026-11-28T21:30", "0 days", "2026-11-28T21:30"),
    ],
)
def test_a_term_ends_at_the_same_clock_time(start: str, term: str, end: str) -> None:
    """Each unit runs to its end, and a month without that day ends on its last."""
    assert add(local(start), Term.parse(term)) == local(end)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2026-11-27T15:00", "1 working day", "2026-11-30T15:00"),  # Friday: over the weekend
        ("2026-11-28T21:30", "1 working day", "2026-11-30T21:30"),  # Saturday: Monday is day one
        ("2026-11-29T21:30", "2 working days", "2026-12-01T21:30"),  # Sunday
        ("2026-11-28T21:30", "0 working days", "2026-11-28T21:30"),  # none is no time at all
        ("2026-04-02T10:00", "1 working day", "2026-04-07T10:00"),  # Good Friday and Easter Monday
        ("2026-05-13T10:00", "1 working day", "2026-05-18T10:00"),  # Ascension Day and the equated Friday
        ("2026-12-24T10:00", "3 working days", "2026-12-30T10:00"),  # Christmas
    ],
)
def test_working_days_skip_weekends_and_holidays(start: str, term: str, end: str) -> None:
    """A working day is none of the days of the Algemene termijnenwet, equated ones included."""
    assert add(local(start), Term.parse(term)) == local(end)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2026-12-15T23:59", "14 days", "2026-12-01T23:59"),
        ("2026-03-31T09:00", "1 month", "2026-02-28T09:00"),
        ("2026-01-31T09:00", "2 months", "2025-11-30T09:00"),
        ("2026-11-30T09:00", "1 working day", "2026-11-27T09:00"),
        ("2026-04-07T09:00", "1 working day", "2026-04-02T09:00"),
        ("2026-11-30T09:00", "48 hours", "2026-11-28T09:00"),
    ],
)
def test_a_term_is_counted_backwards_too(start: str, term: str, end: str) -> None:
    """Fourteen days before the end of a measure is the same clock time, fourteen days earlier."""
    assert subtract(local(start), Term.parse(term)) == local(end)


def test_a_day_of_25_hours_is_a_day() -> None:
    """Over 25 October 2026 a day ends at the same clock time, and 24 hours end an hour earlier on the clock."""
    before = local("2026-10-24T12:00")

    assert add(before, Term(1, "day")) - before == timedelta(hours=25)
    assert add(before, Term(24, "hour")) == local("2026-10-25T11:00")
    assert add(local("2026-10-25T02:30"), Term(24, "hour")) == local("2026-10-26T01:30")


def test_a_day_of_23_hours_is_a_day() -> None:
    """Over 28 March 2027 a day ends at the same clock time, and 24 hours end an hour later on the clock."""
    before = local("2027-03-27T12:00")

    assert add(before, Term(1, "day")) - before == timedelta(hours=23)
    assert add(before, Term(24, "hour")) == local("2027-03-28T13:00")


@pytest.mark.parametrize("clock", ["02:00", "02:30", "02:59:59"])
def test_a_skipped_time_becomes_the_first_that_exists(clock: str) -> None:
    """Between two and three on 28 March 2027 there is nothing, so what falls there is due at three."""
    assert add(local(f"2027-03-27T{clock}"), Term(1, "day")) == local("2027-03-28T03:00")
    assert subtract(local(f"2027-03-29T{clock}"), Term(1, "day")) == local("2027-03-28T03:00")


def test_a_time_that_comes_twice_is_the_first() -> None:
    """Half past two on 25 October 2026 is the first of the two for a term that began on another day."""
    assert add(local("2026-10-24T02:30"), Term(1, "day")) == local("2026-10-25T02:30", fold=0)
    assert subtract(local("2026-10-26T02:30"), Term(1, "day")) == local("2026-10-25T02:30", fold=0)


def test_who_starts_in_the_second_hour_stays_there() -> None:
    """No time at all after the second half past two is the second half past two, not the first."""
    second = local("2026-10-25T02:30", fold=1)

    assert add(second, Term(0, "day")) == second
    assert second - local("2026-10-25T02:30", fold=0) == timedelta(hours=1)


def test_the_zone_of_the_start_does_not_matter() -> None:
    """The same moment in another zone gives the same end, in UTC."""
    start = local("2026-11-28T21:30")

    ends = {add(start.astimezone(zone), Term(2, "working day")) for zone in (UTC, AMSTERDAM)}
    assert ends == {local("2026-12-01T21:30")}
    assert {end.tzinfo for end in ends} == {UTC}


@pytest.mark.parametrize("unit", ["hour", "day"])
def test_a_moment_needs_a_time_zone(unit: Unit) -> None:
    """A moment that does not say where it is, is refused, and the error says what to give."""
    with pytest.raises(ValueError, match="has no time zone; give a moment in UTC"):
        add(datetime(2026, 11, 28, 21, 30), Term(1, unit))  # noqa: DTZ001 (the slip itself)


@pytest.mark.parametrize("unit", ["hour", *BY_DAYS])
def test_the_end_of_the_calendar_is_an_error_of_the_term(unit: Unit) -> None:
    """A term that runs past the year 9999 is refused as too long; one of working days past the years of Easter."""
    year = 4099 if unit == "working day" else 9999
    with pytest.raises(ValueError, match=r"use a day within them|write a shorter term"):
        add(datetime(year, 12, 30, tzinfo=UTC), Term(99_999, unit))


@given(MOMENTS, SHORT, st.sampled_from(BY_DAYS))
def test_adding_never_goes_back_and_keeps_the_clock(moment: datetime, count: int, unit: Unit) -> None:
    """The end is never before the start, and shows the same time unless that time was skipped."""
    end = add(moment, Term(count, unit))

    assert end >= moment
    clock, start = end.astimezone(AMSTERDAM), moment.astimezone(AMSTERDAM)
    assert clock.time() == start.time() or (start.hour, clock.hour, clock.minute) == (2, 3, 0)


@given(MOMENTS, MOMENTS, SHORT, st.sampled_from(BY_DAYS))
def test_the_later_start_has_the_later_end(one: datetime, other: datetime, count: int, unit: Unit) -> None:
    """On different days, whoever starts later never ends on an earlier day."""
    first, second = sorted((one, other))
    ends = [add(moment, Term(count, unit)).astimezone(AMSTERDAM).date() for moment in (first, second)]

    assert ends == sorted(ends)


@given(MOMENTS, SHORT)
def test_days_there_and_back(moment: datetime, count: int) -> None:
    """So many days later and as many earlier is the same day, and the same time where it was not skipped."""
    term = Term(count, "day")
    back = subtract(add(moment, term), term)

    assert back.astimezone(AMSTERDAM).date() == moment.astimezone(AMSTERDAM).date()
    assert abs(back - moment) <= timedelta(hours=1)
