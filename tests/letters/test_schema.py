"""What a letter can say at all: shapes that are refused before any table is asked, and JSON that says the same."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from schemas.letterhead import LOGO_BYTES_MAX, House
from schemas.letters import Letter
from tests.letters.reading import text
from tests.letters.samples import BASE, FACTS, HOUSE, ban, house, letter, samples
from vangnet.letters import render

ADAPTER: TypeAdapter[Letter] = TypeAdapter(Letter)


@pytest.mark.parametrize("name", sorted(samples()))
def test_a_letter_kept_as_json_is_the_same_letter(name: str) -> None:
    """So is the municipality with its logo: what was kept can be made again, to the byte."""
    one = samples()[name]
    again = ADAPTER.validate_json(ADAPTER.dump_json(one))
    there = House.model_validate_json(HOUSE.model_dump_json())

    assert again == one
    assert render(again, there) == render(one, HOUSE)


def test_a_day_is_no_moment() -> None:
    """Who gave no time is not said to have said midnight."""
    said = text(render(letter("warning", facts=({**FACTS[0], "at": "2026-11-19"},)), HOUSE).pdf)

    assert "Donderdag 19 november 2026 Plaats" in said


def test_a_moment_is_told_by_the_amsterdam_clock() -> None:
    """Whatever zone it was given in."""
    said = text(render(letter("warning", facts=({**FACTS[0], "at": "2026-11-19T23:05:00+00:00"},)), HOUSE).pdf)

    assert "Vrijdag 20 november 2026 om 0.05 uur" in said


@pytest.mark.parametrize(
    "changes",
    [
        {"reference": "bedreiging van wethouder Jansen"},
        {"reference": ""},
        {"ends_on": date(2026, 12, 2)},
        {"evaluated_on": date(2027, 3, 2)},
        {"evaluated_on": date(2026, 12, 1)},
        {"facts": ()},
        {"facts": FACTS * 26},
        {"places": ()},
        {"norm": "  \n "},
        {"norm": "x" * 50_001},
        {"hearing": {"held_on": date(2026, 11, 1), "form": "in_person"}},
        {"hearing": {"held_on": date(2026, 11, 1), "form": "invited_no_reply", "account": "Niets."}},
        {"decider": {"name": "H", "capacity": "official"}},
        {"decider": {"name": "H", "capacity": "college", "office": "hoofd"}},
        {"addressee": {**BASE["addressee"], "name": "een\ntwee"}},
        {"remedy": "bezwaar"},
    ],
)
def test_a_ban_that_cannot_be_said(changes: dict[str, Any]) -> None:
    """No end, no fact, no place, no account; words in the reference; a remedy of the caller's own."""
    with pytest.raises(ValidationError):
        ban(**changes)


@pytest.mark.parametrize("changes", [{"hearing": None}, {"why_not_heard": "Dat hoefde niet."}])
def test_a_decision_on_an_objection_has_a_hearing_or_a_reason(changes: dict[str, Any]) -> None:
    """One of the two, never both or none."""
    with pytest.raises(ValidationError):
        letter("objection_decision", **changes)


TOO_MUCH = {"kind": "svg", "content": b"x" * (LOGO_BYTES_MAX + 1)}


@pytest.mark.parametrize("changes", [{"accent": "red"}, {"logo": TOO_MUCH}], ids=["accent", "logo"])
def test_looks_that_cannot_be(changes: dict[str, Any]) -> None:
    """A colour that is none, a logo that is a photograph."""
    with pytest.raises(ValidationError):
        house(**changes)
