"""The pages on drills and protocols say what is so: their example plays, and every field has its place."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from schemas.commands import COMMANDS
from schemas.municipality import Municipality
from schemas.protocol import Duty, ProtocolDocument
from schemas.protocol.alarm import Alarm
from tests.drills.playing import ROOT
from vangnet.cli.drills.asks import ASKS, STATES
from vangnet.cli.main import vangnet
from vangnet.rigs.command import RIGS

DOCS = ROOT / "docs"


def page(name: str) -> str:
    """Return a page."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """Return the YAML of a page."""
    found = re.search(r"```yaml\n(.*?)```", page(name), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("stage", ["simulation", "embedded"])
def test_the_example_of_a_drill_holds(tmp_path: Path, stage: str) -> None:
    """Whoever copies the example of the page has a drill that holds."""
    file = tmp_path / "voorbeeld.yaml"
    file.write_text(block("drills"), encoding="utf-8")
    result = CliRunner().invoke(vangnet, ["drill", "--stage", stage, str(file)], obj=RIGS)

    assert result.exit_code == 0, result.output


def test_the_example_of_a_protocol_is_told_what_it_lacks(tmp_path: Path) -> None:
    """The beginning that the page shows is read, and what is still to be filled in is named."""
    file = tmp_path / "mijnstad.yaml"
    file.write_text(block("protocol"), encoding="utf-8")
    result = CliRunner().invoke(vangnet, ["check", str(file)], obj=RIGS)

    assert result.exit_code == 1
    assert "nobody holds the role 'griffier'; add 'holders: [PERSON]'" in result.output
    assert "municipality.nobody_left" in result.output


def said(name: str) -> set[str]:
    """Return every word that a page sets as code."""
    return {word for code in re.findall(r"`([^`\n]+)`", page(name)) for word in re.findall(r"[a-z_]+", code)}


def test_every_field_of_a_document_has_its_place_on_the_page() -> None:
    """A field that is added to the model is added to the page."""
    fields = {*ProtocolDocument.model_fields, *Municipality.model_fields, *Alarm.model_fields}
    fields |= {name for name in Duty.model_fields if name not in {"label", "rule", "if_nobody_acts", "statutory"}}
    fields -= {"rule"}

    assert fields - said("protocol") == set()


def test_every_expectation_has_its_place_on_the_page() -> None:
    """What an expectation may ask stands on the page of drills."""
    asked = {field for fields in ASKS.values() for field in fields} | {
        state for row in STATES.values() for state in row
    }

    assert asked - said("drills") == set()


def test_every_row_of_what_differs_is_there() -> None:
    """The table of what protocols can say has its twenty-four rows."""
    rows = re.findall(r"^\| ([0-9]+) \|", page("protocol"), re.MULTILINE)

    assert rows == [str(number) for number in range(1, 25)]


def test_the_commands_that_were_added_to_are_commands() -> None:
    """Each command of the page of words exists."""
    table = page("language").split("## Commands")[1].split("## Fields")[0]

    assert set(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)) <= set(COMMANDS)
