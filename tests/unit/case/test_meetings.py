"""The live log of a meeting: suspension, demands, police, broadcast, hands, and the chair's decision."""

from datetime import timedelta
from typing import Any

import pytest

from tests.unit.case.builders import NOON, Story, a_case, refused
from vangnet.case.meetings import advice, chair_roles
from vangnet.web.language import texts

CONSULTED = ["griffier", "coordinator"]


def a_meeting(body: str = "gemeenteraad", **fields: Any) -> Story:
    """Return the story after the log of a meeting began."""
    return Story().does("g.mulder", "open_meeting", body=body, place="Raadzaal", **fields)


def disturbed(*, demands: int = 0) -> Story:
    """Return a meeting that was suspended, and in which somebody was told to leave so often."""
    story = a_meeting().does("b.vandam", "suspend")
    for _ in range(demands):
        story = story.later(minutes=1).does("b.vandam", "demand_to_leave")
    return story


def says(story: Story) -> tuple[str, ...]:
    """Return what the log says now."""
    return advice(story.context("g.mulder"))


@pytest.mark.rule("AP-4.3")
def test_the_chair_suspends_and_asks_him_to_leave_each_with_its_time() -> None:
    """The log keeps both with their times; whoever sees it and neither chairs nor is clerk keeps no log."""
    story = disturbed().later(minutes=2).does("g.mulder", "demand_to_leave", at=NOON + timedelta(minutes=1))

    assert story.case.meeting is not None
    assert story.case.meeting.suspensions == ((1, NOON, NOON),)
    assert [one.at for one in story.log if type(one).__name__ == "DemandMade"] == [NOON + timedelta(minutes=1)]  # type: ignore[attr-defined]
    for actor in ("t.blom", "c.bos"):
        with refused("AP-4.3"):
            story.decided(actor, "suspend")


@pytest.mark.rule("AP-4.4")
def test_the_offence_is_stated_at_the_third_demand_and_the_police_proposed() -> None:
    """Below three the log proposes nothing and states nothing; from three on it states the offence until he goes."""
    seen = [
        (disturbed(demands=count).summary()["offence"], "call_police" in says(disturbed(demands=count)))
        for count in range(4)
    ]

    assert seen == [(None, False), (None, False), (None, False), (True, True)]
    assert disturbed(demands=3).summary()["offences"] == ["trespass_public", "meeting_disturbed"]
    assert "offence" not in says(disturbed(demands=3).does("b.vandam", "demand_to_leave", left=True))


def test_once_it_goes_on_nobody_is_told_to_call_any_more() -> None:
    """What went before is over; an attack after that calls for the police again."""
    calm = disturbed(demands=3).does("b.vandam", "resume")
    assert not {"offence", "call_police"} & set(says(calm))
    attacked = calm.later(minutes=3).does("b.vandam", "record_physical_aggression", account="Hij duwde")

    assert "call_police" in says(attacked)


@pytest.mark.rule("AP-4.4")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_says_that_there_is_no_offence(language: str) -> None:
    """By law one clear order may be enough, and the text before the third demand says so."""
    found = {key: text for key, text in texts(language).items() if key.startswith("meeting.")}

    assert not [text for text in found.values() if "niet strafbaar" in text or "no offence" in text]
    assert ("al genoeg zijn" if language == "nl" else "may be enough") in found["meeting.advice.demand_again"]


def test_demands_are_counted_anew_with_each_suspension() -> None:
    """Another disturbance is another person's, or another evening's, three times."""
    story = disturbed(demands=3).does("b.vandam", "resume").later(minutes=5).does("b.vandam", "suspend")

    assert story.summary()["demands"] == 0
    assert story.summary()["offence"] is None


@pytest.mark.rule("AP-4.5")
def test_the_police_is_called_and_nobody_is_removed_by_those_present() -> None:
    """The log keeps the call and when it was, and says to keep hands off for as long as the meeting is suspended."""
    story = disturbed(demands=3)
    assert "hands_off" in says(story)
    story = story.does("g.mulder", "call_police", reference="PL-1", at=story.now - timedelta(minutes=1))

    assert story.case.meeting is not None
    assert story.case.meeting.police_called_at == story.now - timedelta(minutes=1)
    assert "call_police" not in says(story)
    assert "hands_off" not in says(story.does("b.vandam", "resume"))


@pytest.mark.rule("AP-4.6")
def test_hands_are_used_only_after_somebody_was_attacked() -> None:
    """Without an attack that was recorded, and before it, a physical measure is refused; after it, it is kept."""
    story = disturbed(demands=3)
    with refused("AP-4.6"):
        story.decided("g.mulder", "record_physical_measure", account="Bij de arm gepakt")
    story = story.later(minutes=1).does("g.mulder", "record_physical_aggression", account="Hij duwde een bezoeker")

    with refused("AP-4.6"):
        story.decided("g.mulder", "record_physical_measure", at=story.now - timedelta(minutes=1))
    story = story.does("g.mulder", "record_physical_measure", account="De bode hield hem tegen")
    assert story.summary()["physical_measures"] == 1
    assert "protect" in says(story)


@pytest.mark.rule("AP-4.7")
def test_the_broadcast_is_stopped_at_each_suspension_and_open_until_confirmed() -> None:
    """Its operator is told at once, the duty stays after the meeting went on, and comes back with a new suspension."""
    story = disturbed()
    assert story.owners("stop_livestream") == ("t.blom",)
    assert story.told("t.blom", "sms") == story.told("t.blom", "mail") == ["duty_opened"]
    story = story.does("b.vandam", "resume").later(minutes=20)
    assert "stop_livestream" in story.open()
    story = story.does("t.blom", "stop_livestream", at=NOON)
    assert "stop_livestream" not in story.open()

    assert "stop_livestream" in story.later(minutes=1).does("b.vandam", "suspend").open()
    stopped_first = a_meeting().does("t.blom", "stop_livestream").does("b.vandam", "suspend")
    assert "stop_livestream" not in stopped_first.open()


def test_a_meeting_that_is_not_broadcast_has_nothing_to_stop() -> None:
    """Then nobody is alarmed about it."""
    story = a_meeting(livestream=False).does("b.vandam", "suspend")

    assert "stop_livestream" not in story.open()
    assert story.told("t.blom") == []


@pytest.mark.rule("AP-4.8")
def test_the_chair_decides_on_an_aangifte_with_clerk_and_coordinator() -> None:
    """Neither the clerk, nor the chair of another body, nor the chair without both of them."""
    story = disturbed()
    assert story.owners("decide_on_aangifte") == ("b.vandam",)
    for actor in ("g.mulder", "r.hofman", "c.bos"):
        with refused("AP-4.8"):
            story.decided(actor, "decide_aangifte", file=True, consulted=CONSULTED)
    for consulted in ([], ["griffier"], ["coordinator", "t.blom"]):
        with refused("AP-4.8"):
            story.decided("b.vandam", "decide_aangifte", file=True, consulted=consulted)
    with refused("AP-4.8"):
        story.decided("b.vandam", "decide_aangifte", consulted=CONSULTED)
    with refused("AP-4.8"):
        story.decided("b.vandam", "complete_duty", duty="decide_on_aangifte")

    story = story.does("b.vandam", "decide_aangifte", file=True, consulted=["g.mulder", "c.bos"])
    assert story.summary()["consulted"] == CONSULTED
    assert story.owners("file_aangifte") == ("a.jacobs",)
    assert "decide_on_aangifte" not in story.open()


def test_the_chairs_deputies_are_the_councils_own() -> None:
    """Where the chair is away the longest-serving council member chairs, not the locoburgemeester (Gemeentewet 77)."""
    story = disturbed()
    away = Story(case=story.case, log=story.log, away=(("b.vandam", NOON - timedelta(1), NOON + timedelta(1)),))

    with refused("AP-5.1.6"):
        away.decided("w.jansen", "decide_aangifte", file=False, consulted=CONSULTED)
    assert away.decided("r.bakker", "decide_aangifte", file=False, consulted=CONSULTED)


@pytest.mark.parametrize(
    ("body", "chairs"),
    [
        ("Raad", ("council_chair",)),
        ("raadscommissie Ruimte", ("committee_chair",)),
        ("Commissievergadering", ("committee_chair",)),
        ("informatieavond", ("council_chair", "committee_chair")),
    ],
)
def test_who_chairs_follows_from_the_body(body: str, chairs: tuple[str, ...]) -> None:
    """A body that the document does not know is anybody's who chairs."""
    assert chair_roles(a_meeting(body).context()) == chairs


def test_what_was_tapped_in_time_is_taken_after_the_meeting_closed() -> None:
    """A telephone that was without a network sends late; what happened later is no part of the meeting."""
    story = disturbed().later(minutes=10).does("g.mulder", "close_meeting").later(minutes=5)
    story = story.does("g.mulder", "demand_to_leave", at=NOON + timedelta(minutes=3))

    assert story.summary()["demands"] == 1
    assert story.summary()["state"] == "closed"
    with refused("AP-4.3"):
        story.decided("g.mulder", "demand_to_leave")


def test_a_tap_that_is_so_already_changes_nothing() -> None:
    """Chair and clerk both tap at the same moment: the meeting is suspended, and closed, once."""
    story = disturbed()

    assert story.decided("g.mulder", "suspend") == ()
    assert story.does("g.mulder", "resume").decided("g.mulder", "resume") == ()
    closed = story.does("g.mulder", "close_meeting")
    assert closed.decided("b.vandam", "close_meeting", at=NOON) == ()


def test_a_meeting_is_no_case_and_a_case_no_meeting() -> None:
    """What belongs in one is refused in the other."""
    with refused("AP-5.1.6"):
        disturbed().decided("c.bos", "take_case", aim="Rust")
    with refused("AP-4.3"):
        a_case().decided("g.mulder", "suspend")


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        *((reader, True) for reader in ("b.vandam", "r.hofman", "g.mulder", "c.bos", "t.blom")),
        *((other, False) for other in ("r.bakker", "w.jansen", "y.beheer", "v.post", "a.jacobs")),
    ],
)
def test_who_reads_the_log(person: str, *, sees: bool) -> None:
    """Chairs, clerk, co-ordinator and livestream; whoever files the aangifte once it is his to file."""
    assert bool(disturbed().sees(person)) is sees
    decided = disturbed().does("b.vandam", "decide_aangifte", file=True, consulted=CONSULTED)
    assert decided.sees("a.jacobs") == {"summary", "account"}


def test_an_aangifte_after_another_disturbance_settles_both() -> None:
    """What was filed is decided on; a later suspension asks the chair anew, a later yes the one who files."""
    story = disturbed().later(minutes=1).does("b.vandam", "decide_aangifte", file=True, consulted=CONSULTED)
    story = story.does("b.vandam", "resume").later(minutes=5).does("b.vandam", "suspend").later(minutes=1)
    story = story.does("a.jacobs", "file_aangifte", reference="PL-1", offences=["trespass_public"])
    assert not {"decide_on_aangifte", "file_aangifte"} & story.open()

    story = story.does("b.vandam", "resume").later(minutes=5).does("b.vandam", "suspend").later(minutes=1)
    assert "decide_on_aangifte" in story.open()
    story = story.does("b.vandam", "decide_aangifte", file=True, consulted=CONSULTED)
    assert "decide_on_aangifte" not in story.open()
    assert "file_aangifte" in story.open()
