"""Trends: periods, what counts, the change, and that a small count stays hidden whatever is shown beside it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.case.builders import Story, a_case, a_report, a_talk, a_threat
from vangnet.case.trends import HIDDEN_BELOW, Counted, Period, Row, counted, trends

YEAR = Period.of("2026")


def report(day: date = date(2026, 5, 5), **fields: object) -> Counted:
    """Return one report as it counts."""
    usual = {
        "classed": "threat",
        "outcome": "case",
        "channel": "email",
        "offices": ("raadslid",),
        "kinds": (),
        "place": "",
    }
    return Counted(day=day, **(usual | fields))  # type: ignore[arg-type]


def row(rows: Sequence[Row], name: str) -> tuple[int | None, int | None, int | None]:
    """Return count, count before and change of a row."""
    found = next(one for one in rows if one.name == name)
    return found.count, found.before, found.change


@pytest.mark.parametrize(
    ("name", "since", "until", "before"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2025"),
        ("2026-K1", date(2026, 1, 1), date(2026, 3, 31), "2025-K4"),
        ("2026-K4", date(2026, 10, 1), date(2026, 12, 31), "2026-K3"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), "2028-01"),
        ("2026-01", date(2026, 1, 1), date(2026, 1, 31), "2025-12"),
    ],
)
def test_a_period_has_its_days_and_one_before_it(name: str, since: date, until: date, before: str) -> None:
    """A year, a quarter, a month; the one before it is as long."""
    period = Period.of(name)

    assert (period.since, period.until, period.before().name) == (since, until, before)


@pytest.mark.parametrize("name", ["26", "2026-K5", "2026-13", "2026-00", "", "0000", "2026-1"])
def test_what_is_no_period_is_said(name: str) -> None:
    """With how to write one."""
    with pytest.raises(ValueError, match="2026-K4"):
        Period.of(name)


@pytest.mark.rule("AP-5.1.8")
def test_more_or_less_is_shown_by_class_way_office_and_place() -> None:
    """Each table with its counts, those of the period before, and the change."""
    now = [
        *(report(place="balie") for _ in range(7)),
        *(report(channel="phone", offices=("wethouder",)) for _ in range(6)),
    ]
    before = [report(date(2025, 12, 31), classed="criticism") for _ in range(5)]
    later = [report(date(2027, 1, 1))]

    found = trends([*now, *before, *later], YEAR)

    assert (found.total.count, found.total.before, found.total.change) == (13, 5, 8)
    assert row(found.tables["class"], "threat") == (13, 0, 13)
    assert row(found.tables["class"], "criticism") == (0, 5, -5)
    assert row(found.tables["channel"], "email") == (7, 5, 2)
    assert row(found.tables["office"], "wethouder") == (6, 0, 6)
    assert row(found.tables["place"], "balie") == (7, 0, 7)
    assert [one.name for one in found.tables["channel"]] == ["email", "phone"]


@pytest.mark.rule("AP-5.1.8")
def test_a_small_count_is_hidden_and_another_with_it() -> None:
    """Four wethouders among thirty are nobody's to work out: the next smallest is hidden too."""
    found = trends(
        [
            *(report() for _ in range(20)),
            *(report(offices=("burgemeester",)) for _ in range(6)),
            *(report(offices=("wethouder",)) for _ in range(4)),
        ],
        YEAR,
    )

    assert row(found.tables["office"], "wethouder") == (None, 0, None)
    assert row(found.tables["office"], "burgemeester") == (None, 0, None)
    assert row(found.tables["office"], "raadslid") == (20, 0, 20)


@given(st.lists(st.sampled_from("abcd"), max_size=40))
def test_nothing_small_can_be_worked_out(names: list[str]) -> None:
    """Of what is hidden in a table never one alone, and never a count that is shown below the bound."""
    found = trends([report(classed=name) for name in names], YEAR)
    rows = found.tables["class"]
    hidden = [one for one in rows if one.count is None]

    assert all(one.count == 0 or one.count >= HIDDEN_BELOW for one in rows if one.count is not None)
    assert len(hidden) != 1 or found.total.count is None
    shown = sum(one.count or 0 for one in rows)
    assert shown <= len(names)


def test_what_was_wiped_still_counts_without_its_place() -> None:
    """Guidance is wiped and stays a count; a talk that was asked for is no report."""
    story = a_report(account="Hij was verdrietig.", place="Dorpsstraat 5")
    wiped = story.until(datetime(2027, 1, 1, tzinfo=UTC))

    first, later = counted(story.case), counted(wiped.case)
    assert wiped.case.wiped
    assert first
    assert later
    assert (first.place, later.place) == ("dorpsstraat 5", "")
    assert (first.classed, first.day, later.classed) == ("emotion", date(2026, 11, 30), "emotion")
    assert counted(a_talk().case) is None
    assert counted(Story().case) is None


def test_a_class_that_a_person_confirmed_counts() -> None:
    """Not the one that a program proposed."""
    story = a_case().does("g.mulder", "confirm_class", **{"class": "threat", "why": "Gelezen"})
    found = counted(story.case)

    assert found
    assert found.classed == "threat"
    assert counted(a_threat().case)
