"""Bans: what their legal basis asks, when they hold, how they are broken, changed and revived."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.unit.case.builders import NOON, Story, a_threat
from tests.unit.case.test_measures import BAN, ready, refusal
from vangnet.calendar import AMSTERDAM
from vangnet.case.allowed import allowed
from vangnet.case.calling_measures import checkpoints
from vangnet.case.evolve import extend
from vangnet.case.in_force import bans_in_force, in_force


def at(text: str) -> datetime:
    """Return a moment by the clock of Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def banned(**changes: Any) -> Story:
    """Return a case with a ban from the first of December to the first of March, decided and not delivered."""
    return ready().does("b.vandam", "decide_measure", **BAN | changes)


def delivered(story: Story | None = None, *, on: str = "2026-11-30") -> Story:
    """Return the story once the letter of the ban was handed over."""
    story = story or banned()
    return story.does("h.willems", "send_letter", letter="ban", by="handed_over", sent_on=on)


# What the legal basis asks


@pytest.mark.rule("AP-5.2.5")
def test_a_ban_from_meetings_is_for_who_disturbed_them_again_and_again() -> None:
    """Once is not enough (Gemeentewet 26(2)); it names no buildings, as it is for the meetings."""
    meetings = BAN | {"legal_basis": "gemeentewet_26", "buildings": []}

    assert refusal(ready(), "b.vandam", "decide_measure", **meetings) == "AP-5.2.5"
    (decided,) = ready().decided("b.vandam", "decide_measure", **meetings, repeated="Ook op 2 en 9 november")
    assert decided.repeated == "Ook op 2 en 9 november"  # type: ignore[attr-defined]


@pytest.mark.rule("AP-5.2.5")
def test_an_order_under_172a_is_extended_three_times_and_each_is_a_decision() -> None:
    """Four times three months, one after the other; the fifth is refused, and no single one is longer."""
    story = ready()
    basis = {"legal_basis": "gemeentewet_172a"}
    days = [("2026-12-01", "2027-02-28"), ("2027-03-01", "2027-05-31"), ("2027-06-01", "2027-08-31")]
    for starts_on, ends_on in [*days, ("2027-09-01", "2027-11-30")]:
        story = story.does("b.vandam", "decide_measure", **BAN | basis | {"starts_on": starts_on, "ends_on": ends_on})

    fifth = BAN | basis | {"starts_on": "2027-12-01", "ends_on": "2028-02-28"}
    assert refusal(story, "b.vandam", "decide_measure", **fifth) == "AP-5.2.5"
    long = BAN | basis | {"starts_on": "2027-12-01", "ends_on": "2028-03-02"}
    assert refusal(ready(), "b.vandam", "decide_measure", **long) == "AP-5.2.5"
    assert len(story.case.measures) == 4


@pytest.mark.rule("AP-5.2.5")
def test_nobody_is_banned_twice_from_one_place_for_the_same_days() -> None:
    """The same building on one of the days is refused; another building, or the days after it, is another ban."""
    story = banned()

    assert refusal(story, "b.vandam", "decide_measure", **BAN | {"starts_on": "2027-03-01"}) == "AP-5.2.5"
    assert story.decided("b.vandam", "decide_measure", **BAN | {"buildings": ["sporthal"]})
    after = BAN | {"starts_on": "2027-03-02", "ends_on": "2027-04-02"}
    assert story.decided("b.vandam", "decide_measure", **after)
    ended = story.does("b.vandam", "end_measure", why="Excuses")
    assert ended.decided("b.vandam", "decide_measure", **BAN)


@pytest.mark.rule("AP-2.4")
def test_a_closed_case_decides_nothing_more() -> None:
    """It is reopened first; what was decided before stays, and can end."""
    story = banned().does(
        "h.willems", "close_case", because="responded", response="Verbod", evaluation={"co_operation": "Goed"}
    )

    assert refusal(story, "b.vandam", "decide_measure", **BAN | {"buildings": ["sporthal"]}) == "AP-2.4"
    assert "decide_measure" not in allowed(story.context("b.vandam"))
    assert story.does("b.vandam", "end_measure", why="Excuses").case.measures["ban-1"].ended_at


def test_an_urgent_besluit_gives_its_reasons_within_a_week() -> None:
    """Without reasons it is decided (Awb 3:47(3)), and the duty runs by the act from the day it was sent."""
    story = ready_unheard()
    urgent = BAN | {"legal_basis": "gemeentewet_172_3", "reasons": None}
    assert refusal(story, "b.vandam", "decide_measure", **BAN | {"reasons": None}) == "AP-5.2.5"

    story = story.does("b.vandam", "decide_measure", **urgent)
    assert "give_reasons" not in story.open()
    story = delivered(story, on="2026-11-30")

    assert story.duty("give_reasons").due == at("2026-12-08T00:00")


def ready_unheard() -> Story:
    """Return a case in which there was no time to hear anybody."""
    story = a_threat()
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("c.bos", "give_advice", measures=["ban"], why="Ernstig")
    story = story.does("h.willems", "waive_hearing", ground="urgent", why="Hij staat voor de deur")
    return story.does("h.willems", "confirm_class", **{"class": "threat", "why": "Gelezen"})


@pytest.mark.rule("AP-2.5")
def test_who_was_not_heard_for_lack_of_time_is_heard_within_a_week() -> None:
    """The duty opens with the ground and is done by the hearing."""
    story = ready_unheard()

    assert story.hours("hear_afterwards") == 7 * 24
    heard = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    assert heard.duty("hear_afterwards").state == "done"


# When it holds


@pytest.mark.rule("AP-5.2.8")
def test_a_ban_holds_once_it_was_delivered_and_between_its_days() -> None:
    """Decided is not enough; from its first day through its last, and never before its letter."""
    first, last = date(2026, 12, 1), date(2027, 3, 1)
    known = [banned(), delivered(), delivered(banned().later(days=5), on="2026-12-05")]
    held = [[in_force(one.case.measures["ban-1"], day) for day in (first, last)] for one in known]

    assert held == [[False, False], [True, True], [False, True]]
    assert not in_force(known[1].case.measures["ban-1"], date(2027, 3, 2))
    assert not in_force(known[1].case.measures["ban-1"], date(2026, 11, 30))


def test_what_was_in_force_stays_answerable_as_it_was_known_then() -> None:
    """The events until a moment make the case as it was known: the ban that ended later held then."""
    story = delivered()
    then = story.case
    later = story.later(days=10).does("b.vandam", "end_measure", why="Excuses")
    day = at("2026-12-20T12:00")

    assert [one.id for one in bans_in_force(then, day, "gemeentehuis")] == ["ban-1"]
    assert [*bans_in_force(later.case, day)] == []
    assert [one.id for one in bans_in_force(later.case, at("2026-12-05T12:00"))] == ["ban-1"]
    assert [*bans_in_force(then, day, "sporthal")] == []


# Its dates


@pytest.mark.rule("AP-5.2.4")
def test_a_measure_is_reviewed_before_it_ends_and_looked_at_on_the_way() -> None:
    """Two weeks before its end from the decision on; halfway once it holds."""
    story = banned()
    assert story.duty("review_measure").due == at("2027-02-16T00:00")
    assert "evaluate_measure" not in story.open()

    story = delivered(story)
    assert story.duty("evaluate_measure").due == at("2027-01-16T00:00")
    done = story.does("h.willems", "complete_duty", duty="evaluate_measure", outcome="Nog nodig")
    assert "evaluate_measure" not in done.open()


@pytest.mark.parametrize(
    ("ends_on", "days"),
    [
        (date(2027, 1, 1), ["2026-07-02"]),
        (date(2028, 1, 1), ["2027-01-01"]),
        (date(2029, 1, 1), ["2026-10-02", "2027-07-03", "2028-04-02"]),
    ],
)
def test_a_long_measure_is_looked_at_every_year(ends_on: date, days: list[str]) -> None:
    """Halfway, and at most a year apart (Ombudsman 2019/024)."""
    assert [str(day) for day in checkpoints(date(2026, 1, 1), ends_on)] == days


@pytest.mark.rule("AP-5.2.4")
def test_a_measure_that_ended_is_reviewed_no_more() -> None:
    """Its duties fall away with it."""
    story = delivered().does("b.vandam", "end_measure", why="Excuses")

    assert {"review_measure", "evaluate_measure"} & story.open() == set()


@pytest.mark.rule("AP-5.2.7")
def test_its_days_only_ever_become_fewer() -> None:
    """A start moved after an objection takes its review along; longer, or sooner, takes a new decision."""
    story = delivered()
    why = {"why": "Na bezwaar"}

    assert refusal(story, "h.willems", "change_measure", starts_on="2026-12-15", **why) == "AP-5.2.7"
    assert refusal(story, "b.vandam", "change_measure", ends_on="2027-04-01", **why) == "AP-5.2.7"
    assert refusal(story, "b.vandam", "change_measure", starts_on="2026-11-20", **why) == "AP-5.2.7"
    assert refusal(story, "b.vandam", "change_measure", starts_on="2026-12-15") == "AP-5.2.7"
    moved = story.does("b.vandam", "change_measure", starts_on="2026-12-15", ends_on="2027-03-15", **why)

    assert not in_force(moved.case.measures["ban-1"], date(2026, 12, 14))
    assert moved.duty("review_measure").due == at("2027-03-02T00:00")


@pytest.mark.rule("AP-5.2.7")
def test_a_ban_that_ended_early_holds_again_after_a_new_incident() -> None:
    """Once its letter was delivered again, until its own last day; that it held before stays known."""
    story = delivered().later(days=10).does("b.vandam", "end_measure", why="Excuses").later(days=10)
    assert refusal(story, "h.willems", "revive_measure", why="Weer", incident="VN-2") == "AP-5.2.7"
    assert refusal(story, "b.vandam", "revive_measure", why="Weer") == "AP-5.2.7"
    story = story.does("b.vandam", "revive_measure", why="Weer", incident="VN-2")
    ban = story.case.measures["ban-1"]

    assert in_force(ban, date(2026, 12, 5))
    assert not in_force(ban, date(2026, 12, 25))
    again = delivered(story, on="2026-12-20")
    assert in_force(again.case.measures["ban-1"], date(2026, 12, 25))
    assert refusal(again, "b.vandam", "revive_measure", why="Weer", incident="VN-2") == "AP-5.2.7"


@pytest.mark.rule("AP-5.2.7")
def test_no_change_makes_two_bans_of_one_place() -> None:
    """Neither reviving the one that a new ban took the place of, nor moving one into the days of the next."""
    ended = delivered().does("b.vandam", "end_measure", why="Excuses").does("b.vandam", "decide_measure", **BAN)
    assert refusal(ended, "b.vandam", "revive_measure", why="Weer", incident="VN-2") == "AP-5.2.7"

    two = banned().does("b.vandam", "decide_measure", **BAN | {"starts_on": "2027-03-02", "ends_on": "2027-04-02"})
    moved = {"measure": "ban-1", "starts_on": "2026-12-15", "ends_on": "2027-03-15", "why": "Na bezwaar"}
    assert refusal(two, "b.vandam", "change_measure", **moved) == "AP-5.2.7"


def test_a_ban_from_meetings_is_ended_by_the_chair() -> None:
    """Who may decide it may end it: while the burgemeester is away the chair's deputy, not the locoburgemeester."""
    story = ready().does(
        "b.vandam", "decide_measure", **BAN | {"legal_basis": "gemeentewet_26", "repeated": "Drie keer"}
    )
    day = (NOON, NOON.replace(year=2027))
    story = Story(story.protocol, story.case, story.log, story.now, away=(("b.vandam", *day), ("r.bakker", *day)))

    assert refusal(story, "w.jansen", "end_measure", why="Excuses") == "AP-5.2.7"
    assert story.decided("r.yilmaz", "end_measure", why="Excuses")


def test_the_same_events_give_the_same_case() -> None:
    """A story that is told again ends the same, revival and all."""
    story = delivered().does("b.vandam", "end_measure", why="Excuses")
    story = story.does("b.vandam", "revive_measure", why="Weer", incident="VN-2")

    again = extend(Story().case, story.log, at=story.now)
    assert again.measures["ban-1"].held == story.case.measures["ban-1"].held != ()
