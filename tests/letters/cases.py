"""Cases with letters: a ban that is decided under a legal basis, with all that its letter needs."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from schemas.letters import Letter
from tests.unit.case.builders import Story
from tests.unit.case.test_measures import BAN, ready
from vangnet.case.facts import Context

LETTER: TypeAdapter[Letter] = TypeAdapter(Letter)
ADDRESS = "Molenweg 8\n1234 CD Voorbeeldstad"
REPEATED = {"repeated": "Ook op 9 november riep hij door de vergadering heen."}
RULING = {
    "court": "rechtbank Midden-Nederland",
    "decided_on": "2026-11-20",
    "number": "C/16/000000",
    "breach": "Voor elke overtreding betaalt u een dwangsom van 500 euro.",
    "appeal": "Hoger beroep kan bij het gerechtshof, binnen vier weken na de uitspraak.",
}
# What the letter of a ban needs by its legal basis, beside an address.
NEEDS: dict[str, dict[str, Any]] = {
    "gemeentewet_26": {"earlier": "9-11-2026: u riep een uur door de sprekers heen."},
    "court": {"ruling": RULING},
}


def banned(basis: str = "huisrecht", **fields: Any) -> Story:
    """Return a case with a ban under this basis, as the burgemeester or the chair decided it."""
    ban = BAN | {"legal_basis": basis} | REPEATED | fields
    return ready().does("b.vandam", "decide_measure", **ban)


def made(story: Story, letter: str = "ban", basis: str = "huisrecht", **fields: Any) -> Story:
    """Return the story after the letter was made."""
    asked = {"letter": letter, "address": ADDRESS} | NEEDS.get(basis, {}) | fields
    return story.does("h.willems", "make_letter", **asked)


def written(story: Story) -> Any:
    """Return the letter that was made last, as it will be made a file."""
    return LETTER.validate_python(list(story.case.made.values())[-1].content)


def without_letters(story: Story, **changes: Any) -> Story:
    """Return the story in a municipality whose letterhead differs, or is not there."""
    known = story.protocol.municipality
    settings = known.letters.model_copy(update=changes) if known.letters and changes else None
    municipality = known.model_copy(update={"letters": settings})
    return replace(story, protocol=replace(story.protocol, municipality_or_none=municipality))


def context(story: Story) -> Context:
    """Return what the texts of its letters rest on."""
    return story.context("h.willems")
