"""Times as people write them; read in Amsterdam, kept in UTC."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.intake.when import read_when

WEDNESDAY = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # 10:00 in Amsterdam


def at(text: str) -> datetime:
    """Return a moment in UTC."""
    return datetime.fromisoformat(text + "+00:00")


@pytest.mark.form("F12")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("gisteren rond 15.00 uur", "2026-11-24T14:00"),
        ("yesterday around 15:00", "2026-11-24T14:00"),
        ("gisteravond", "2026-11-24T19:00"),
        ("vanmorgen om 8 uur", "2026-11-25T07:00"),
        ("zaterdag 21:30", "2026-11-21T20:30"),
        ("24-11 23:10", "2026-11-24T22:10"),
        ("24-11-2025", "2025-11-24T11:00"),
        ("31-12", "2025-12-31T11:00"),
        ("3 november om 9 uur", "2026-11-03T08:00"),
        ("2026-11-24T23:30", "2026-11-24T22:30"),
        ("een uur geleden", "2026-11-25T08:00"),
        ("10 minuten geleden", "2026-11-25T08:50"),
        ("two hours ago", "2026-11-25T07:00"),
        ("23:30", "2026-11-24T22:30"),
        ("vandaag", "2026-11-25T09:00"),
        ("vanmiddag", "2026-11-25T09:00"),
        ("zojuist", "2026-11-25T09:00"),
        ("25-10-2026 12:00", "2026-10-25T11:00"),
        ("24-10-2026 12:00", "2026-10-24T10:00"),
    ],
)
def test_what_people_write_is_understood(text: str, moment: str) -> None:
    """Dutch and English, days, dates, parts of a day, how long ago; summer time included."""
    assert read_when(text, WEDNESDAY) == at(moment)


@pytest.mark.parametrize("text", ["", "ooit", "31-2-2026", "bla 99:99", "32-13", "weet niet"])
def test_what_makes_no_sense_is_not_guessed(text: str) -> None:
    """Nothing is better than a wrong time: the deadlines run from it."""
    assert read_when(text, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("morgen 9:00", "2026-11-26T08:00"),
        ("maandag 8.30 uur", "2026-11-30T07:30"),
        ("woensdag", "2026-12-01T23:00"),
        ("24-12 17:00", "2026-12-24T16:00"),
        ("2 januari", "2027-01-01T23:00"),
        ("18:00", "2026-11-25T17:00"),
        ("8:00", "2026-11-26T07:00"),
    ],
)
def test_what_is_planned_lies_ahead(text: str, moment: str) -> None:
    """The next Monday, tomorrow and no morning, this year or the next."""
    assert read_when(text, WEDNESDAY, ahead=True) == at(moment)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is typed gives an aware moment, or nothing."""
    found = read_when(text, WEDNESDAY)

    assert found is None or found.tzinfo is not None
