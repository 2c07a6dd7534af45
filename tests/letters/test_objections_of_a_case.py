"""The letter of a decision on an objection: what was decided, what he said, what follows."""

from datetime import date
from typing import Any

import pytest

from tests.letters.cases import banned, made, written
from tests.letters.test_of_a_case import texts
from tests.unit.case.builders import Story, refused
from vangnet.letters.checking import check


def objected(basis: str = "gemeentewet_26", **decision: Any) -> Story:
    """Return a case whose ban was told, objected to, and decided on."""
    story = banned(basis).does("h.willems", "send_letter", letter="ban", by="handed_over", sent_on="2026-11-30")
    story = story.later(days=10)
    decided = {"decision": "partly_upheld", "decided_on": "2026-12-10", "heard_by": "s.kok", "why": "Het was te lang."}
    return story.does("l.vos", "record_objection", received_on="2026-12-04", **(decided | decision))


def test_a_decision_on_an_objection_has_its_letter() -> None:
    """By the organ that decided, with what he said and what follows; the court is open, whatever the ban was."""
    story = objected()
    asked = {"heard_on": "2026-12-09", "said": "Ik riep maar één keer.", "consequence": "Het duurt twee maanden."}

    story = made(story, "objection_decision", **asked)
    letter = written(story)
    check(letter)

    assert (letter.outcome, letter.decider.capacity) == ("partly_upheld", "council_chair")
    assert letter.dated == date(2026, 12, 10)
    words = ("Ik riep maar één keer.", "Het duurt twee maanden.", "in beroep gaan")
    assert [one for one in words if one not in texts(story)] == []


def test_an_objection_against_house_right_is_inadmissible_and_says_why_he_was_not_heard() -> None:
    """There is no besluit; the letter leads to complaint and civil judge."""
    story = objected("huisrecht", decision="inadmissible", heard_by=None, why_not_heard="Kennelijk niet-ontvankelijk.")

    story = made(story, "objection_decision", consequence="Het verbod blijft zoals het is.")
    check(written(story))

    assert "niet-ontvankelijk" in texts(story)


@pytest.mark.parametrize("lacking", ["said", "consequence"])
def test_a_decision_on_an_objection_says_what_he_said_and_what_follows(lacking: str) -> None:
    """Without them it is refused."""
    asked = {"heard_on": "2026-12-09", "said": "Niets.", "consequence": "Het blijft zo."}

    with refused("AP-5.2.2"):
        made(objected(), "objection_decision", **{name: one for name, one in asked.items() if name != lacking})
