"""`vangnet rules` counts honestly: held, tested, and shown to fail without what holds it."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from vangnet.cli.rules import Found, find_repository, place_is_there, rules_command, survey

ROOT = Path(__file__).parents[3]
RULE = "- {id: AP-5.1.2, kind: role, title: Raadsleden melden bij de griffier.}\n"
HELD = "- {id: AP-5.1.2, kind: role, title: Bij de griffier., held_by: 'case/people.py: involved'}\n"
TEST = 'import pytest\n\n\n@pytest.mark.rule("AP-5.1.2")\ndef test_it() -> None:\n    pass\n'
PATCH = "# tests: tests/test_it.py::test_it\n--- a/functions/vangnet/case/people.py\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository with one rule that is proven."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "tests/rules").mkdir(parents=True)
    (tmp_path / "functions/vangnet/case").mkdir(parents=True)
    (tmp_path / "docs/rules.yaml").write_text(HELD)
    (tmp_path / "functions/vangnet/case/people.py").write_text("def involved() -> None: ...\n")
    (tmp_path / "tests/test_it.py").write_text(TEST)
    (tmp_path / "tests/rules/AP-5.1.2.patch").write_text(PATCH)
    return tmp_path


def run(root: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    """Run the command in a repository."""
    monkeypatch.chdir(root)
    return CliRunner().invoke(rules_command, options)


def only(root: Path) -> Found:
    """Return what was found of the one rule."""
    [found], errors = survey(root)
    assert errors == []
    return found


def test_held_tested_and_patched_is_proven(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all three there the rule counts, and the last line says so."""
    result = run(root, monkeypatch)

    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "1 of 1 rules proven")
    assert "tests/test_it.py::test_it" in result.stdout


@pytest.mark.parametrize(
    "missing", ["functions/vangnet/case/people.py", "tests/test_it.py", "tests/rules/AP-5.1.2.patch"]
)
def test_with_one_of_the_three_missing_it_is_not(root: Path, missing: str) -> None:
    """Without the file that holds it, its test or its patch, a rule is not proven."""
    (root / missing).unlink()

    assert not only(root).proven


def test_what_nothing_holds_is_not_proven(root: Path) -> None:
    """A rule without a place of its own does not count, whatever tests carry it."""
    (root / "docs/rules.yaml").write_text(RULE)

    assert not only(root).proven


@pytest.mark.parametrize("text", ["x = 1\n", "class Involved:\n    involved = 1\n"])
def test_a_place_that_is_gone_does_not_count(root: Path, text: str) -> None:
    """Where the function that held the rule is no longer there, the rule says so."""
    (root / "functions/vangnet/case/people.py").write_text(text)

    assert only(root).problems == ("'case/people.py: involved' does not exist",)


@pytest.mark.parametrize("line", ["# tests: tests/test_it.py::test_other\n", ""])
def test_a_patch_names_tests_that_carry_the_rule(root: Path, line: str) -> None:
    """A patch that turns some other test red, or says of none, proves nothing."""
    (root / "tests/rules/AP-5.1.2.patch").write_text(line + "--- a/functions/vangnet/case/people.py\n")

    assert only(root).problems


@pytest.mark.parametrize("argument", ['"AP-9.9"', "NAME", "", '"AP-5.1.2", "AP-9.9"'])
def test_an_unknown_id_is_an_error_with_its_line(root: Path, monkeypatch: pytest.MonkeyPatch, argument: str) -> None:
    """A marker that names no rule, or one that is not there, stops with file and line."""
    (root / "tests/test_it.py").write_text(TEST.replace('"AP-5.1.2"', argument))

    result = run(root, monkeypatch)

    assert result.exit_code == 1
    assert "tests/test_it.py:4: " in result.stderr


def test_a_patch_after_no_rule_is_an_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A patch whose name is no rule is named with its file."""
    (root / "tests/rules/AP-9.9.patch").write_text(PATCH)

    result = run(root, monkeypatch)

    assert result.exit_code == 1
    assert "tests/rules/AP-9.9.patch:1: 'AP-9.9' is not a rule" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        'import pytest\npytestmark = pytest.mark.rule("AP-5.1.2")\ndef test_it(): ...\n',
        'import pytest\npytestmark = [pytest.mark.rule("AP-5.1.2")]\ndef test_it(): ...\n',
        'import pytest\n@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.rule("AP-5.1.2"))])\n'
        "def test_it(x): ...\n",
    ],
)
def test_marks_are_found_wherever_they_stand(root: Path, text: str) -> None:
    """On a module, in a list, on one set of parameters: each is the test's."""
    (root / "tests/test_it.py").write_text(text)

    assert only(root).tests == ("tests/test_it.py::test_it",)


@pytest.mark.parametrize(
    "text",
    [
        'import pytest\n@pytest.mark.rule("AP-5.1.2")\nclass TestIt:\n    def test_it(self): ...\n',
        'import pytest\nclass TestIt:\n    pytestmark = pytest.mark.rule("AP-5.1.2")\n    def test_it(self): ...\n',
    ],
)
def test_a_class_gives_its_rule_to_its_tests(root: Path, text: str) -> None:
    """A rule on a class is carried by each test in it."""
    (root / "tests/test_it.py").write_text(text)

    assert only(root).tests == ("tests/test_it.py::TestIt::test_it",)


def test_json_can_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is the JSON alone, with each rule and the counts."""
    found = json.loads(run(root, monkeypatch, "--json").stdout)

    assert found["counts"] == {"rules": 1, "held": 1, "tested": 1, "patched": 1, "proven": 1}
    assert found["rules"][0] == {
        "id": "AP-5.1.2",
        "kind": "role",
        "title": "Bij de griffier.",
        "held_by": "case/people.py: involved",
        "tests": ["tests/test_it.py::test_it"],
        "patch": "tests/rules/AP-5.1.2.patch",
        "proven": True,
    }


def test_outside_a_repository_it_says_so(tmp_path: Path) -> None:
    """An installed package has neither tests nor rules.yaml: one sentence says what to do."""
    with pytest.raises(click.ClickException, match="run it in a checkout of the repository"):
        find_repository(tmp_path)


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("protocols/landelijk.yaml: offices.raadslid.receiver", True),
        ("protocols/landelijk.yaml: notices[AP-5.1.5].to", True),
        ("protocols/landelijk.yaml: classes[threat].leads_to", True),
        ("protocols/landelijk.yaml: offices.raadslid.nothing", False),
        ("protocols/landelijk.yaml: classes[nothing]", False),
        ("schemas/report.py: Evidence.sha256", True),
        ("schemas/report.py: Evidence.nothing", False),
        ("case/nothing.py: involved", False),
        ("case/people.py", False),
    ],
)
def test_a_place_is_a_row_or_a_name(place: str, there: bool) -> None:
    """Rows of documents, rows of lists by one of their words, and names in Python files are found."""
    assert place_is_there(ROOT, place) is there


def test_this_repository_adds_up() -> None:
    """All 91 rules are listed once, nothing is marked or held that is not there, and every patch proves its rule."""
    found, errors = survey(ROOT)

    assert len(found) == 91
    assert [*errors, *(problem for one in found for problem in one.problems)] == []
    assert [one.rule.id for one in found if one.patch and not one.proven] == []
