"""Whose care it is, is for himself and for who gives it: notes, duties, talks."""

import pytest

from schemas.events.base import Envelope, Event
from tests.unit.case.builders import Story, a_report
from vangnet.case.sight import shown_duties
from vangnet.case.view import view

TALKS = {"first_talk", "second_talk", "third_talk"}
WITNESS = {"name": "Een bezoeker"}


def two_harmed() -> tuple[Story, list[Envelope]]:
    """Return a case in which two raadsleden are harmed, each with his own giver, and the notes in it."""
    story = a_report("r.bakker", harmed=["r.bakker", "r.yilmaz"], kinds=["insult"])
    story = story.does("g.mulder", "assign_aftercare", person="r.yilmaz", giver="q.smits")
    return story, [kept_as(story, "system", one) for one in story.log]


def kept_as(story: Story, actor: str, event: Event) -> Envelope:
    """Return an event as it is kept."""
    return Envelope(stream="case/VN-1", version=1, protocol="v", at=story.now, actor=actor, event=event)


def noted(story: Story, kept: list[Envelope], *writers: str) -> list[Envelope]:
    """Return the events with a note on aftercare by each of these, named after him."""
    for who in writers:
        events = story.decided(who, "add_note", text=f"van {who}", part="aftercare")
        kept = [*kept, *(kept_as(story, who, one) for one in events)]
    return kept


def reads(story: Story, kept: list[Envelope], person: str) -> set[str]:
    """Return the notes on aftercare that a person reads."""
    return {one["text"] for one in view(story.context(person), kept).get("aftercare", {}).get("notes", ())}


@pytest.mark.rule("AP-5.1.6")
def test_a_note_on_aftercare_is_of_one_person() -> None:
    """Another person harmed reads none of his notes, nor those of who cares for him."""
    story, kept = two_harmed()
    kept = noted(story, kept, "r.bakker", "r.yilmaz", "q.smits")

    assert reads(story, kept, "r.bakker") == {"van r.bakker"}
    assert reads(story, kept, "r.yilmaz") == {"van r.yilmaz", "van q.smits"}
    assert reads(story, kept, "q.smits") == {"van r.yilmaz", "van q.smits"}


@pytest.mark.rule("AP-5.1.6")
def test_a_note_of_who_cares_for_several_is_read_by_none_of_them() -> None:
    """The griffier cared for both until the other giver came: nobody can tell on whom he wrote."""
    story, kept = two_harmed()
    kept = noted(story, kept, "g.mulder")

    assert reads(story, kept, "g.mulder") == {"van g.mulder"}
    assert reads(story, kept, "r.bakker") == reads(story, kept, "r.yilmaz") == reads(story, kept, "q.smits") == set()


def care(story: Story, actor: str) -> set[tuple[str, str | None]]:
    """Return the duties of care that somebody reads of, and of whom."""
    duties = story.protocol.duties()
    shown = shown_duties(story.context(actor))
    return {(one.name, one.person) for one in shown if duties[one.name].part == "aftercare"}


@pytest.mark.rule("AP-5.1.6")
def test_a_duty_of_care_is_read_of_by_who_may_know_of_that_care() -> None:
    """Own care, that of whom one cares for, one's own duties; the co-ordinator the talks; nobody else any."""
    story, _ = two_harmed()
    story = story.does("g.mulder", "add_supported_person", person=WITNESS, giver="q.smits")
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    key = "witness:Een bezoeker"

    assert {who for _, who in care(story, "r.bakker")} == {"r.bakker"}
    assert {who for _, who in care(story, "q.smits")} == {"r.yilmaz", key}
    assert {who for _, who in care(story, "g.mulder")} == {"r.bakker"}
    assert care(story, "h.willems") == set()
    assert {name for name, who in care(story, "c.bos") if who == key} <= TALKS
    assert {who for _, who in care(story, "c.bos")} == {"r.bakker", "r.yilmaz", key}
