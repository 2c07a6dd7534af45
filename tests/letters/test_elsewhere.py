"""Letters under another protocol: of measures without a last day, and with its own term of keeping."""

from pathlib import Path
from typing import Any

import pytest

from tests.letters.cases import ADDRESS, written
from tests.letters.reading import text
from tests.unit.case.builders import TODAY, Story
from vangnet.cli.documents import reader
from vangnet.letters.checking import check
from vangnet.letters.printing import printed
from vangnet.protocol.load import load


def in_the_villages(measure: str, **fields: Any) -> Story:
    """Return a case of another municipality in which a measure without a last day was decided."""
    story = Story(protocol=load("meerdorpen", reader(Path()), today=TODAY).protocol)
    story = story.does("b.dorp", "file_report", **CALLS).does("g.griffie", "take_case", aim="Rust aan de telefoon")
    story = story.does("g.griffie", "confirm_class", class_="over_de_grens", why="Gelezen")
    story = story.does("g.griffie", "record_hearing", form="phone", account="Hij was ongerust.")
    days = {"starts_on": "2026-12-01", "ends_when": "U een half jaar rustig belt.", "reasons": "Dertig keer gebeld."}
    return story.does("g.griffie", "decide_measure", measure=measure, **days | fields)


CALLS: dict[str, Any] = {
    "account": "Hij belde mij dertig keer.",
    "happened_at": "unknown",
    "channel": "bellen",
    "kinds": ["uitschelden"],
}


@pytest.mark.parametrize(
    ("measure", "fields", "limit"),
    [
        ("vast_contact", {"contact": "Hanna Griffie"}, "U hebt voorlopig alleen contact met Hanna Griffie."),
        ("belstop", {"contact": "Hanna Griffie", "channels": ["bellen"]}, "Zo kunt u ons voorlopig niet bereiken"),
    ],
)
def test_a_measure_without_a_last_day_has_its_letter(measure: str, fields: dict[str, Any], limit: str) -> None:
    """It says what is limited, under which condition it stops, when it is looked at, and the document's own term."""
    asked = {"letter": measure, "address": ADDRESS}
    story = in_the_villages(measure, **fields).does("g.griffie", "make_letter", **asked)
    letter = written(story)
    check(letter)
    pdf = printed(list(story.case.made.values())[-1].content, story.protocol.municipality).pdf
    said = " ".join(text(pdf).split())

    assert limit in said
    assert "Vanaf dinsdag 1 december 2026. Het stopt als dit zo is: U een half jaar rustig belt." in said
    assert str(letter.evaluated_on) == ("2027-06-01" if measure == "vast_contact" else "2027-03-01")
    assert "tot 5 jaar nadat de zaak en de laatste maatregel voorbij zijn" in said
    assert "tien jaar" not in said
    assert "over deze maatregel" not in said, "its document tells no police"
    assert "aangifte" not in said
