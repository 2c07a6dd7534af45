"""`vangnet check` on files: YAML that is none, what extends what, fields of the future, and the command itself."""

from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from schemas.municipality import Municipality
from schemas.protocol import ProtocolDocument
from tests.unit.protocol.documents import FILE, HEAD, problems, read
from vangnet.case.evolve import GIVEN
from vangnet.classification import CLASSES
from vangnet.cli.main import vangnet
from vangnet.protocol.check_alarm import RECOGNISED
from vangnet.protocol.check_times import CLOSING, TERM_FIELDS
from vangnet.protocol.load import EXTENDS_DEPTH_MAX
from vangnet.protocol.tree import ProblemsError
from vangnet.rigs.command import RIGS

YAML = {
    "tab": ("duties:\n\ttake_case: {}\n", 3, "a tab stands here); indent with spaces"),
    "key twice": ("digest: {}\nguidance: {}\ndigest: {}\n", 4, "stands twice; keep one of them"),
    "quote never closed": ('controller: "college\nversion: x\n', 2, "a quote that is opened here is never closed"),
    "bracket never closed": (
        "talk_with: [griffier\nversion: x\n",
        3,
        "look at the indentation, the colons and the quotes",
    ),
    "colon in a text": ("controller: college: en raad\n", 2, "look at the indentation, the colons and the quotes"),
    "key that is a list": ("[a, b]: c\n", 2, "write 'name: value'"),
}


@pytest.mark.parametrize(("text", "line", "advice"), YAML.values(), ids=YAML.keys())
def test_what_is_no_yaml_is_named_with_its_line(text: str, line: int, advice: str) -> None:
    """Where it stops being YAML is said, and what to look at there."""
    [found] = problems(text)

    assert (found.place.file, found.place.line) == (FILE, line)
    assert advice in str(found)


def test_a_document_that_is_a_list_is_refused() -> None:
    """A document is a list of names and values, not of things."""
    [found] = problems("- een\n- twee\n", head="")

    assert (found.place.line, found.message) == (1, "a document is a list of 'name: value' lines")


def test_an_empty_document_says_what_is_missing() -> None:
    """Every field that a document needs is named."""
    fields = {one.field for one in problems("# niets\n", head="")}

    assert fields == {"protocol", "version", "valid_from", "offices", "roles", "classes"}


def test_a_circle_of_documents_is_refused() -> None:
    """Two documents that extend each other are named in their order."""
    with pytest.raises(ProblemsError) as caught:
        read({FILE: "# eigen\nextends: ander\n", "ander": f"extends: {FILE}\n"})

    [found] = caught.value.problems
    assert (found.place.file, found.place.line, found.field) == ("ander", 1, "extends")
    assert "eigen.yaml -> ander -> eigen.yaml" in found.message


def test_a_document_that_is_not_there_is_named() -> None:
    """What cannot be found stands at the line that asks for it."""
    [found] = problems("# eigen\nextends: landelik\n", head="")

    assert (found.place.line, found.field) == (2, "extends")
    assert "'landelik' cannot be found; name a shipped document" in found.message


def test_more_layers_than_a_person_can_follow_are_refused() -> None:
    """A chain of documents ends somewhere."""
    files = {f"laag{n}": f"extends: laag{n + 1}\n" for n in range(EXTENDS_DEPTH_MAX + 1)}
    with pytest.raises(ProblemsError):
        read({FILE: "extends: laag0\n", **files})


def models(model: Any) -> set[type[BaseModel]]:
    """Return every model that a model is made of, itself too."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {found for inner in get_args(model) for found in models(inner)}
    return {model}.union(*(models(info.annotation) for info in model.model_fields.values()))


ALL = models(ProtocolDocument) | models(Municipality)


def test_the_fields_that_hold_terms_are_known() -> None:
    """Every field of the models that holds a term is looked at, and no other."""
    held = {
        name
        for model in ALL
        for name, info in model.model_fields.items()
        if "_checked_term" in f"{info.annotation}{info.metadata}"
    }

    assert held == TERM_FIELDS


def test_what_the_checks_know_of_the_core_is_so() -> None:
    """The commands that close duties, and what the classifier can find, are those of the code."""
    assert set(GIVEN.values()) == CLOSING
    assert set(CLASSES) == set(RECOGNISED)


def run(*files: Path) -> tuple[int, str]:
    """Check these files as a user would; return the exit code and what is printed."""
    result = CliRunner().invoke(vangnet, ["check", *map(str, files)], obj=RIGS)
    return result.exit_code, result.output


def test_the_command_exits_with_1_on_any_error(tmp_path: Path) -> None:
    """One document that cannot be used makes the code 1; every problem is one line, and each file has a verdict."""
    good, bad = tmp_path / "goed.yaml", tmp_path / "fout.yaml"
    good.write_text(HEAD, encoding="utf-8")
    bad.write_text(HEAD + "talk_with: [grifier]\ndigest: {at: laat}\n", encoding="utf-8")
    code, output = run(bad, good)

    assert code == 1
    assert f"{bad}:2: error: talk_with: 'grifier' is not a known role; did you mean 'griffier'?" in output
    assert f"{bad}:3: error: digest.at: 'laat' is no time of the clock" in output
    assert f"{bad}: cannot be used (2 errors, 0 warnings)" in output
    assert f"{good}: can be used" in output


def test_a_warning_is_printed_and_the_code_is_0(tmp_path: Path) -> None:
    """A contact that was never verified does not stop a document from being used."""
    file = tmp_path / "goed.yaml"
    file.write_text(HEAD + "municipality:\n  people:\n    c.bos: {verified_on: null}\n", encoding="utf-8")
    code, output = run(file)

    assert code == 0
    assert "warning: municipality.people.c.bos.verified_on: the contact of 'c.bos' was not verified ever" in output


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The command names it, and exits with 1."""
    code, output = run(tmp_path / "weg.yaml")

    assert code == 1
    assert "cannot be found" in output


@pytest.mark.parametrize("name", ["landelijk", "voorbeeldstad"])
def test_the_shipped_documents_can_be_used(name: str) -> None:
    """What is shipped has no error."""
    assert [one for one in problems("", head=f"extends: {name}\n") if not one.warning] == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ban_huisrecht", "#kop()\nU kunt bezwaar maken.", "line 2: 'bezwaar maken' is a remedy"),
        ("kaartje", "#kop()", "is no template; one of layout"),
    ],
)
def test_a_template_of_ones_own_is_checked_with_the_rest(tmp_path: Path, name: str, text: str, said: str) -> None:
    """A letter that may not be said is refused before any is made, with the template and its line."""
    file = tmp_path / "eigen.yaml"
    lines = "".join(f"        {line}\n" for line in text.splitlines())
    file.write_text(f"extends: voorbeeldstad\nmunicipality:\n  letters:\n    templates:\n      {name}: |\n{lines}")

    code, printed = run(file)

    assert code == 1
    assert f"municipality.letters.templates.{name}: {said}" in printed
