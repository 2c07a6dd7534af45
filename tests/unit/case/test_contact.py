"""Acknowledged is not handled: the first contact that is still to be made; and what is written to and fro."""

from datetime import timedelta
from typing import Any

import pytest

from schemas.events.base import Envelope
from tests.unit.case.builders import NOON, Story, a_case, a_report, a_threat, refused
from vangnet.case.contact import ContactToMake, contacts_to_make
from vangnet.case.view import view


def waits(story: Story) -> tuple[ContactToMake, ...]:
    """Return the first contacts that the case waits for."""
    return contacts_to_make(story.context())


def test_an_acknowledged_alarm_still_waits_for_the_contact() -> None:
    """Before it is answered they are who was alarmed; after, who answered, within half an hour; then it is late."""
    story = a_threat()
    assert waits(story) == (ContactToMake("r.bakker", ("g.mulder",), None, late=True, alarmed=True),)
    answered = story.does("g.mulder", "acknowledge")
    [one] = waits(answered)

    assert (one.by, one.until, one.late) == (("g.mulder",), NOON + timedelta(minutes=30), False)
    assert waits(answered.does("g.mulder", "record_first_contact", person="r.bakker")) == ()


def test_without_an_alarm_it_is_the_first_talk() -> None:
    """Of a case that alarmed nobody the giver of aftercare speaks to him first; a talk that was held is a contact."""
    story = a_case(harmed=["r.bakker", "w.devries"])

    assert [(one.person, one.by) for one in waits(story)] == [("r.bakker", ("g.mulder",)), ("w.devries", ("b.vandam",))]
    held = story.does("g.mulder", "record_talk", person="r.bakker", talk="first")
    assert [one.person for one in waits(held)] == ["w.devries"]
    assert waits(story.later(hours=25))[0].late


def test_nothing_waits_where_there_is_no_case_and_nobody_to_speak_to() -> None:
    """Guidance has nobody waiting, nor has a case of the municipality itself, or one in which he declined."""
    assert waits(a_report()) == ()
    assert waits(a_case("c.bos", harmed="municipality")) == ()
    assert waits(a_case().does("r.bakker", "decline_aftercare")) == ()


def test_urgent_guidance_waits_for_the_call_as_well() -> None:
    """It was alarmed about: somebody is to call, whatever came of the report."""
    story = a_report(urgent=True).does("g.mulder", "acknowledge")

    assert story.case.outcome != "case"
    assert [one.by for one in waits(story)] == [("g.mulder",)]
    assert waits(story.does("g.mulder", "record_first_contact", person="r.bakker")) == ()


def envelopes(story: Story, actors: dict[str, str]) -> list[Any]:
    """Return the story's events as they are stored; who wrote is looked up by what was written."""
    return [
        Envelope(
            stream="case/VN-1",
            version=number,
            at=story.now,
            protocol="",
            actor=actors.get(getattr(event, "text", ""), ""),
            event=event,
        )
        for number, event in enumerate(story.log, 1)
    ]


@pytest.mark.rule("AP-5.1.6")
def test_what_is_written_is_for_these_two_alone() -> None:
    """Who is harmed and who handles it read it and are told that it is there; nobody else who sees the case does."""
    story = a_case(harmed=["r.bakker", "r.yilmaz"]).does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("r.bakker", "write_message", text="Ik slaap slecht.")
    story = story.does("h.willems", "write_message", text="Ik bel u vanavond.", person="r.bakker")
    log = envelopes(story, {"Ik slaap slecht.": "r.bakker", "Ik bel u vanavond.": "h.willems"})
    read = {
        who: [one["text"] for one in view(story.context(who), log)["messages"]["conversation"]]
        for who in ("r.bakker", "h.willems", "r.yilmaz", "c.bos", "p.kuipers")
    }

    both = ["Ik slaap slecht.", "Ik bel u vanavond."]
    assert read == {"r.bakker": both, "h.willems": both, "r.yilmaz": [], "c.bos": [], "p.kuipers": []}
    assert "message_written" in story.told("h.willems")
    assert "message_written" in story.told("r.bakker")


@pytest.mark.rule("AP-6.2")
def test_nobody_writes_for_another_and_nothing_empty() -> None:
    """Of two who are harmed one does not write as the other; who neither is harmed nor handles it does not write."""
    story = a_case(harmed=["r.bakker", "r.yilmaz"])

    with refused("AP-6.2"):
        story.decided("r.bakker", "write_message", text="Dag", person="r.yilmaz")
    with refused("AP-5.1.6"):
        story.decided("p.kuipers", "write_message", text="Dag", person="r.yilmaz")
    with refused("AP-5.1.6"):
        story.decided("r.bakker", "write_message", text=" ")
