"""The days that are no working day, against the Act, the decrees and an independent list."""

from datetime import date, timedelta

import holidays
import pytest

from vangnet.calendar import free_day, is_working_day
from vangnet.calendar.free_days import EQUATED_DAYS, EQUATED_FROM, EQUATED_THROUGH, FIRST_YEAR, LAST_YEAR

ALL_DAYS = {
    2026: "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17",
    2028: "04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26",
}


def weekdays_off(year: int) -> list[date]:
    """Return the free days of a year that are no Saturday or Sunday."""
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [day for day in days if day.year == year and day.isoweekday() < 6 and not is_working_day(day)]


@pytest.mark.parametrize("year", ALL_DAYS)
def test_the_weekdays_off_are_those_of_the_act_and_the_decrees(year: int) -> None:
    """For the years of the decree every weekday off is named, and no other."""
    assert [day.strftime("%m-%d") for day in weekdays_off(year)] == ALL_DAYS[year].split()


@pytest.mark.parametrize("year", range(FIRST_YEAR, 2101))
def test_an_independent_list_has_the_same_holidays(year: int) -> None:
    """The library `holidays`, which knows other countries too, finds the same days for each year that it covers."""
    listed = holidays.country_holidays("NL", years=[year], categories=("public", "optional"))
    theirs = {day for day in listed if day.isoweekday() < 6}

    assert set(weekdays_off(year)) - EQUATED_DAYS == theirs


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 5), "zondag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag"),
        (date(2031, 4, 26), "Koningsdag"),
        (date(2013, 4, 30), "Koningsdag"),
        (date(2026, 5, 5), "Bevrijdingsdag, 5 mei"),
        (date(2016, 5, 5), "Bevrijdingsdag, 5 mei"),
        (date(2026, 5, 15), "bij besluit gelijkgesteld met een feestdag"),
        (date(2026, 12, 26), "tweede Kerstdag"),
        (date(2026, 11, 28), "zaterdag"),
    ],
)
def test_a_free_day_says_why(day: date, name: str) -> None:
    """A holiday goes before a weekend, and a fixed date before one that moves with Easter."""
    free = free_day(day)

    assert free is not None
    assert free.nl == name


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2026, 12, 24), date(2025, 4, 27 + 1), date(2026, 2, 16)])
def test_a_working_day_is_one(day: date) -> None:
    """New Year's Eve, 24 December, the Monday after a moved Koningsdag and carnival are working days."""
    assert free_day(day) is None


def test_two_dates_that_are_often_copied_wrong() -> None:
    """2 February 2026 and 26 May 2025 are no equated days: 2 January 2026 and 30 May 2025 are."""
    assert is_working_day(date(2026, 2, 2))
    assert is_working_day(date(2025, 5, 26))
    assert not is_working_day(date(2026, 1, 2))
    assert not is_working_day(date(2025, 5, 30))


def test_each_equated_day_lies_between_free_days() -> None:
    """A decree equates a weekday beside a holiday, in the years that are said to be known, and says so in one row."""
    assert {day.year for day in EQUATED_DAYS} == set(range(EQUATED_FROM, EQUATED_THROUGH + 1))
    for day in EQUATED_DAYS:
        assert day.isoweekday() < 6
        assert not is_working_day(day - timedelta(days=1))
        assert not is_working_day(day + timedelta(days=1))


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_that_is_not_known_is_refused(year: int) -> None:
    """Where the holidays are not known the answer is an error, never a working day."""
    with pytest.raises(ValueError, match=f"not for {year}; use a day within"):
        is_working_day(date(year, 6, 15))
