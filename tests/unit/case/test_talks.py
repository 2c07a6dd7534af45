"""A talk without a report, for who is in doubt (AP-5.1.10)."""

import pytest

from tests.unit.case.builders import Story, a_talk, refused


@pytest.mark.rule("AP-5.1.10")
def test_a_talk_without_a_report() -> None:
    """Who is in doubt asks for a talk; it is no case, and whoever was asked has until the next working day."""
    story = a_talk()

    assert (story.owners("answer_talk_request"), story.hours("answer_talk_request")) == (("g.mulder",), 24)
    assert (story.case.outcome, story.case.kind, story.told("g.mulder", "mail")) == ("", "talk", ["duty_opened"])


@pytest.mark.rule("AP-5.1.10")
@pytest.mark.parametrize("outcome", ["nothing", "guidance", "report"])
def test_what_came_of_the_talk_is_recorded(outcome: str) -> None:
    """Nothing, guidance or a report: afterwards it is written down which, by whoever was asked."""
    story = a_talk().does("g.mulder", "record_outcome", outcome=outcome)

    assert (story.case.answered, story.open()) == (outcome, set())


@pytest.mark.rule("AP-5.1.10")
def test_nobody_else_answers_a_talk() -> None:
    """Who asked does not say himself what came of it."""
    with refused("AP-5.1.10"):
        a_talk().decided("r.bakker", "record_outcome", outcome="nothing")


@pytest.mark.rule("AP-5.1.10")
@pytest.mark.parametrize("asked", [["burgemeester"], ["griffier"], ["burgemeester", "griffier"]], ids=str)
def test_an_urgent_talk_alarms_who_was_asked(asked: list[str]) -> None:
    """Urgent is at once: an SMS to each who was asked, and along the chain where none of them answers."""
    story = Story().does("r.bakker", "ask_for_talk", **{"with": asked, "urgent": True})
    people = {"burgemeester": "b.vandam", "griffier": "g.mulder"}

    assert all(story.told(people[role], "sms") == ["alarm_talk"] for role in asked)
    assert "alarm_talk" in story.later(minutes=20).told("c.bos", "sms")
