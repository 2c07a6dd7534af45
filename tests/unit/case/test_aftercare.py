"""Aftercare: who gives it, when the talks are due, declining it and taking it up again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.case.builders import NOON, TODAY, Story, a_case, a_threat, refused
from vangnet.cli.documents import reader
from vangnet.protocol.load import load
from vangnet.protocol.tree import ProblemsError

TALKS = ("first_talk", "second_talk", "third_talk")


def held(story: Story, talk: str, **fields: object) -> Story:
    """Return the story after the griffier held a talk with the raadslid."""
    return story.does("g.mulder", "record_talk", person="r.bakker", talk=talk, **fields)


@pytest.mark.rule("AP-5.3.1")
@pytest.mark.parametrize("kinds", [["insult"], ["threat"], ["violence"]])
def test_aftercare_is_always_offered(kinds: list[str]) -> None:
    """Whatever the class, every talk opens for each person harmed."""
    story = (
        a_case(harmed=["r.bakker", "r.yilmaz"]) if kinds == ["insult"] else a_threat(harmed=["r.bakker", "r.yilmaz"])
    )

    opened = {(duty.name, duty.person) for duty in story.case.open_duties() if duty.person}

    assert opened == {(talk, person) for talk in TALKS for person in ("r.bakker", "r.yilmaz")}


@pytest.mark.rule("AP-5.3.1")
def test_declining_is_ones_own_choice() -> None:
    """Of two who are harmed one cannot decline for the other; what he declines for himself ends for him alone."""
    story = a_case(harmed=["r.bakker", "r.yilmaz"])
    with refused("AP-5.3.1"):
        story.decided("r.bakker", "decline_aftercare", person="r.yilmaz")

    declined = story.does("r.bakker", "decline_aftercare")

    assert {declined.duty(talk, "r.bakker").state for talk in TALKS} == {"none"}
    assert {declined.duty(talk, "r.yilmaz").state for talk in TALKS} == {"open"}


@pytest.mark.rule("AP-5.3.1")
def test_the_giver_records_it_on_his_word() -> None:
    """Who gives the care may write down that it is not wanted; a colleague may not."""
    assert a_case().decided("g.mulder", "decline_aftercare", person="r.bakker")

    with refused("AP-5.3.1"):
        a_case().decided("c.bos", "decline_aftercare", person="r.bakker")


@pytest.mark.rule("AP-5.3.1")
def test_it_can_be_taken_up_again() -> None:
    """After declining the talks are there again, and the giver has at least twelve hours."""
    declined = a_case().does("r.bakker", "decline_aftercare").later(days=10)
    again = declined.does("r.bakker", "take_up_aftercare")

    assert set(TALKS) <= again.open()
    assert again.hours("first_talk", since=again.now) == 12


@pytest.mark.rule("AP-5.3.2")
@pytest.mark.parametrize(
    ("harmed", "giver"),
    [("w.devries", "b.vandam"), ("r.bakker", "g.mulder"), ("f.smit", "g.mulder"), ("b.vandam", "w.jansen")],
)
def test_who_gives_the_care_follows_from_the_office(harmed: str, giver: str) -> None:
    """The burgemeester for wethouders, the griffier for the council, whom the municipality names for him."""
    assert a_case(harmed).owners("first_talk") == (giver,)


@pytest.mark.rule("AP-5.3.2")
def test_a_burgemeester_without_care_is_an_error_on_load() -> None:
    """A municipality that names nobody for the burgemeester cannot use its document."""
    read = reader(Path())

    def without(name: str) -> str | None:
        text = read(name)
        return text.replace("burgemeester: {giver: locoburgemeester}", "wethouder: {}") if text else None

    with pytest.raises(ProblemsError, match="nobody gives aftercare to the office 'burgemeester'"):
        load("voorbeeldstad", without, today=TODAY)


@pytest.mark.rule("AP-5.3.2")
def test_nobody_else_records_a_talk() -> None:
    """The co-ordinator holds no talk of the griffier's."""
    with refused("AP-5.3.2"):
        a_case().decided("c.bos", "record_talk", person="r.bakker", talk="first")


@pytest.mark.rule("AP-5.3.3")
def test_the_support_team_can_take_over() -> None:
    """Once it is asked the support team gives the care and sees what it needs; before that it sees nothing."""
    before = a_case()
    after = before.does("g.mulder", "assign_aftercare", person="r.bakker", giver="k.haan")

    assert (before.sees("k.haan"), after.sees("k.haan")) == (set(), {"summary", "aftercare"})
    assert (after.owners("first_talk"), after.told("k.haan")) == (("k.haan",), ["aftercare_assigned"])


@pytest.mark.rule("AP-5.3.7")
def test_the_first_talk_is_within_24_hours_of_the_incident() -> None:
    """The term runs from when it happened, not from when it was reported."""
    assert a_case(happened_at=NOON - timedelta(hours=3)).hours("first_talk") == 21


@pytest.mark.rule("AP-5.3.7", "AP-5.3.8")
@pytest.mark.parametrize("days", [1, 4, 40])
def test_there_are_never_less_than_twelve_hours(days: int) -> None:
    """However late it is reported, the giver has twelve hours for the first talk, and for the second."""
    story = a_case(happened_at=NOON - timedelta(days=days))

    assert story.hours("first_talk") == 12
    assert story.hours("second_talk") == max(12, 72 - 24 * days)


@pytest.mark.rule("AP-5.3.7")
def test_an_unknown_time_counts_from_the_report() -> None:
    """Where nobody knows when it happened, the terms begin with the report."""
    assert a_case(happened_at="unknown").hours("first_talk") == 24


@pytest.mark.rule("AP-5.3.7")
def test_the_giver_is_reminded_and_told() -> None:
    """Four hours before it is due the giver is reminded; at the hour he and his deputy are told, a day later more."""
    story = a_case()

    assert story.later(hours=20).told("g.mulder", duty="first_talk") == ["duty_reminder"]
    assert story.later(hours=24).told("g.peters", duty="first_talk") == ["duty_overdue"]
    assert story.later(hours=48).told("c.bos", duty="first_talk") == ["duty_escalated"]


@pytest.mark.rule("AP-5.3.7")
def test_the_talk_itself_ends_the_duty() -> None:
    """A talk is recorded as a talk, with its points, not ticked off."""
    with refused("AP-5.3.7"):
        a_case().decided("g.mulder", "complete_duty", duty="first_talk")

    assert held(a_case(), "first", points=["safety", "follow_up"]).duty("first_talk").state == "done"


@pytest.mark.rule("AP-5.3.8")
def test_the_second_talk_is_within_three_days() -> None:
    """Three days after the incident, to the same clock time."""
    assert a_case(happened_at=NOON - timedelta(hours=3)).hours("second_talk") == 69


@pytest.mark.rule("AP-5.3.7", "AP-5.3.8")
def test_hours_are_elapsed_and_days_follow_the_clock() -> None:
    """In the night that summer time begins, 24 hours are a clock hour later and three days are not."""
    saturday = datetime(2027, 3, 27, 20, 0, tzinfo=UTC)  # 21:00 in Amsterdam; that night has an hour less.
    story = a_case(story=Story(now=saturday), happened_at=saturday)

    assert story.duty("first_talk").due == datetime(2027, 3, 28, 20, 0, tzinfo=UTC)
    assert story.duty("second_talk").due == datetime(2027, 3, 30, 19, 0, tzinfo=UTC)


@pytest.mark.rule("AP-5.3.9")
def test_the_third_talk_has_a_window() -> None:
    """It is listed from the start, its window opens at four weeks, and it is due at six."""
    duty = a_case().duty("third_talk")

    assert (duty.opened_at, duty.window_from) == (NOON, NOON + timedelta(weeks=4))
    assert duty.due == NOON + timedelta(weeks=6)


@pytest.mark.rule("AP-5.3.9")
def test_the_third_talk_may_come_earlier() -> None:
    """Where it is needed sooner, holding it sooner is holding it."""
    assert held(a_case().later(days=5), "third", signs_of_stagnation=False).duty("third_talk").state == "done"


@pytest.mark.rule("AP-5.3.9")
def test_six_weeks_across_the_change_of_the_clock() -> None:
    """Weeks run by the Amsterdam clock: noon stays noon."""
    story = a_case(story=Story(now=datetime(2027, 3, 1, 11, 0, tzinfo=UTC)))

    assert story.duty("third_talk").due == datetime(2027, 4, 12, 10, 0, tzinfo=UTC)


@pytest.mark.rule("AP-5.3.10")
@pytest.mark.parametrize("talk", ["first", "second", "third"])
def test_signs_of_stagnation_ask_for_a_referral(talk: str) -> None:
    """Who sees that somebody is stuck refers him to help, or records that he does not want it."""
    with refused("AP-5.3.10"):
        held(a_case(), talk, signs_of_stagnation=True)

    assert held(a_case(), talk, signs_of_stagnation=True, referral="Huisarts")
    assert held(a_case(), talk, signs_of_stagnation=True, referral_refused=True)


@pytest.mark.rule("AP-5.3.11")
def test_family_counts_too() -> None:
    """A member of the family has talks of his own, by whom the office-holder's office names."""
    story = a_case(harmed=["r.bakker", {"office": "family", "of": "r.bakker", "name": "Noor"}])

    assert {duty.person for duty in story.case.open_duties() if duty.person} == {"r.bakker", "family:r.bakker:Noor"}
    assert story.owners("first_talk", "family:r.bakker:Noor") == ("g.mulder",)
    assert "family" in story.case.offices
