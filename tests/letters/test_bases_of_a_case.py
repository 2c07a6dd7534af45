"""What each legal basis makes of a letter from a case: its own reasons, places, length and needs."""

from datetime import date

import pytest

from tests.letters.cases import banned, made, without_letters, written
from tests.unit.case.builders import refused
from tests.unit.case.test_measures import BAN, in_hand
from vangnet.letters.checking import check


def test_an_urgent_besluit_may_go_without_its_reasons() -> None:
    """Its letter says that they follow within a week; any other without reasons is refused."""
    story = in_hand().does("h.willems", "waive_hearing", ground="urgent", why="Vanavond is er weer een vergadering")
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    besluit = BAN | {"legal_basis": "gemeentewet_172a", "reasons": None}
    letter = written(made(story.does("b.vandam", "decide_measure", **besluit)))
    check(letter)

    assert "U krijgt ze binnen een week" in letter.weighing.why
    assert letter.hearing.hear_by == date(2026, 12, 7)


def test_a_ban_from_meetings_needs_no_building() -> None:
    """It is from the meetings, wherever they are."""
    letter = written(made(banned("gemeentewet_26", buildings=[]), basis="gemeentewet_26"))
    check(letter)

    assert [one.label for one in letter.places] == ["Vergaderingen van de gemeenteraad"]


def test_a_by_law_says_itself_how_long_at_most() -> None:
    """Three months in the example, to the day; a day more is no ban."""
    banned("apv", ends_on="2027-03-01")

    with refused("AP-5.2.5"):
        banned("apv", ends_on="2027-03-02")


@pytest.mark.parametrize(
    ("basis", "rule"), [("court", "AP-5.2.5"), ("gemeentewet_26", "AP-5.2.5"), ("apv", "AP-5.2.5")]
)
def test_each_basis_asks_for_its_own(basis: str, rule: str) -> None:
    """The judgment, the repetition, the by-law."""
    story = without_letters(banned(basis), local_rule=None)

    with refused(rule):
        story.does("h.willems", "make_letter", letter="ban", address="Molenweg 8")
