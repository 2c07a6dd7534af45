"""How well texts of our own are classed; they were written before the rules."""

import csv
from pathlib import Path

import pytest

from vangnet.classification import CLASSES, suggest

TEXTS = Path(__file__).with_name("own_texts.tsv")
RIGHT_MIN = 0.93  # of each class; a rule that gains elsewhere must not lose more than this
GRAVE = ("threat", "physical_violence")


def rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with TEXTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.rule("AP-2.1.5")
@pytest.mark.rule("AP-2.1.6")
@pytest.mark.rule("AP-2.1.7")
@pytest.mark.rule("AP-2.1.8")
@pytest.mark.rule("AP-2.1.9")
@pytest.mark.parametrize("name", CLASSES)
def test_own_texts_get_their_class(name: str) -> None:
    """Of each class nearly all of our own texts are recognised."""
    texts = [row["text"] for row in rows() if row["class"] == name]
    wrong = [text for text in texts if suggest(text).classed != name]

    assert len(wrong) <= (1 - RIGHT_MIN) * len(texts), wrong


@pytest.mark.rule("AP-2.1.8")
def test_no_threat_of_another_is_the_writers() -> None:
    """Of our own texts that quote or deny a threat, none is taken for one."""
    texts = [row["text"] for row in rows() if row["class"] == "no_threat"]

    assert [text for text in texts if suggest(text).classed in GRAVE] == []
