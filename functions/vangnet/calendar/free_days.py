"""Days that are no working day: Saturday, Sunday, and the days of the Algemene termijnenwet.

Three sources, looked at in this order for the reason that is given:

- article 3(1) and 3(2): the holidays that the Act names, each by its date or its distance from Easter;
- article 3(3): days that a decree puts on a par with them, known for EQUATED_FROM to EQUATED_THROUGH only;
- article 1: Saturday and Sunday.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

FIRST_YEAR = 1983  # from here on the Act names the days that it names now; 5 May was added shortly before
LAST_YEAR = 4099  # the last year of the method that finds Easter
YEARS_KEPT_MAX = 64  # a case looks at two or three years; a year weighs a kilobyte


@dataclass(frozen=True)
class FreeDay:
    """Why a day is free, in both languages, and where the Algemene termijnenwet says so."""

    nl: str
    en: str
    article: int
    paragraph: int


SATURDAY = FreeDay("zaterdag", "a Saturday", 1, 1)
SUNDAY = FreeDay("zondag", "a Sunday", 1, 1)
EQUATED = FreeDay("bij besluit gelijkgesteld met een feestdag", "equated with a holiday by decree", 3, 3)
KINGS_DAY = FreeDay("Koningsdag", "King's Day", 3, 1)

# The Sundays of Easter and Pentecost are Sundays, and need no row.
FROM_EASTER: tuple[tuple[int, FreeDay], ...] = (
    (-2, FreeDay("Goede Vrijdag", "Good Friday", 3, 2)),
    (+1, FreeDay("tweede Paasdag", "Easter Monday", 3, 1)),
    (+39, FreeDay("Hemelvaartsdag", "Ascension Day", 3, 1)),
    (+50, FreeDay("tweede Pinksterdag", "Whit Monday", 3, 1)),
)
FIXED: tuple[tuple[int, int, FreeDay], ...] = (
    (1, 1, FreeDay("nieuwjaarsdag", "New Year's Day", 3, 1)),
    (5, 5, FreeDay("Bevrijdingsdag, 5 mei", "Liberation Day, 5 May", 3, 1)),
    (12, 25, FreeDay("eerste Kerstdag", "Christmas Day", 3, 1)),
    (12, 26, FreeDay("tweede Kerstdag", "the second day of Christmas", 3, 1)),
)

# Equated days (Algemene termijnenwet, article 3(3)), as decreed and published in the Staatscourant. A new decree is a
# new row, and moves EQUATED_THROUGH. Sources: for 2026-2028 the "Besluit gelijkstelling van 2 januari 2026,
# 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028"; for 2023-2025 the decrees before it.
EQUATED_FROM = 2023
EQUATED_THROUGH = 2028
EQUATED_DAYS = frozenset(
    {
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
)


def _kings_day(year: int) -> date:
    """Return the day on which the King's (before 2014 the Queen's) birthday is celebrated, never a Sunday."""
    birthday = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return birthday - timedelta(days=1) if birthday.isoweekday() == 7 else birthday


def _holidays(year: int) -> Iterator[tuple[date, FreeDay]]:
    """Yield the holidays of a year, those with a fixed date last: a day that is two of them bears that name."""
    easter_sunday = easter(year)
    for distance, name in FROM_EASTER:
        yield easter_sunday + timedelta(days=distance), name
    yield _kings_day(year), KINGS_DAY
    for month, day, name in FIXED:
        yield date(year, month, day), name


@lru_cache(maxsize=YEARS_KEPT_MAX)
def _holidays_by_day(year: int) -> dict[date, FreeDay]:
    """Return the holidays that the Act names in a year; a ValueError outside FIRST_YEAR to LAST_YEAR."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"holidays are known for {FIRST_YEAR} to {LAST_YEAR}, not for {year}; use a day within them")
    return dict(_holidays(year))


def free_day(day: date) -> FreeDay | None:
    """Return why the day is no working day, or nothing for a working day.

    Raises:
        ValueError: if the year lies outside FIRST_YEAR to LAST_YEAR.
    """
    if holiday := _holidays_by_day(day.year).get(day):
        return holiday
    if day in EQUATED_DAYS:
        return EQUATED
    return {6: SATURDAY, 7: SUNDAY}.get(day.isoweekday())


def is_working_day(day: date) -> bool:
    """Whether the day is neither Saturday, Sunday nor a holiday of the Act; a ValueError as of `free_day`."""
    return free_day(day) is None


def decrees_known(year: int) -> bool:
    """Whether the equated days of that year are known here; without them only the Act's own days count."""
    return EQUATED_FROM <= year <= EQUATED_THROUGH
