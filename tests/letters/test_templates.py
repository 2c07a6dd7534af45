"""A municipality's own template takes our place; what it may not do or has wrong is refused with its line."""

import re
from pathlib import Path

import pytest

from tests.letters.reading import tags, text
from tests.letters.samples import HOUSE, ban, letter
from vangnet.letters import LetterError, render
from vangnet.letters.sources import NAMES, source

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "docs" / "letters" / "README.md").read_text(encoding="utf-8")
OWN = re.findall(r"```typst\n(.*?)```", README, re.S)[0]


def refused(name: str, template: str) -> LetterError:
    """Return why a template is refused."""
    with pytest.raises(LetterError) as caught:
        render(ban() if name.startswith("ban") else letter("warning"), HOUSE, {name: template})
    return caught.value


def test_the_template_of_the_readme_is_used() -> None:
    """Its own words are there, ours are not, and it is as accessible as ours."""
    pdf = render(letter("warning"), HOUSE, {"warning": OWN}).pdf

    assert "Dit is onze eigen inleiding." in text(pdf)
    assert "Met deze brief waarschuwen wij u" not in text(pdf)
    assert tags(pdf).count("H1") == 1


def test_another_kind_keeps_ours() -> None:
    """What is not replaced is as if nothing was."""
    assert render(ban(), HOUSE, {"warning": OWN}) == render(ban(), HOUSE)


def test_the_layout_can_be_replaced() -> None:
    """For every kind at once, by the same parts in other looks."""
    layout = source("warning", {}).text.split("// A written warning")[0].replace('paper: "a4"', 'paper: "us-letter"')

    assert render(ban(), HOUSE, {"layout": layout}) != render(ban(), HOUSE)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "layout"])
def test_ours_keep_the_rules_for_theirs(name: str) -> None:
    """Each of our templates could be given as a municipality's own."""
    own = source(name, {})

    assert source(name, {name: "\n".join(own.text.split("\n")[own.after :])}).name == name


def test_a_mistake_is_named_with_its_line() -> None:
    """The line is that of the template, not of what stands before it."""
    fault = refused("warning", "#kop()\n\n#bestaat_niet()\n")

    assert (fault.where, fault.line) == ("warning", 3)
    assert "unknown variable: bestaat_niet" in fault.what
    assert str(fault).startswith("warning, line 3: ")


def test_a_mistake_in_the_layout_is_the_layouts() -> None:
    """Also where another template is being made."""
    fault = refused("layout", "#let a = 1\n#let b = \n")

    assert fault.where == "layout"
    assert fault.line in (2, 3)


def test_an_element_cannot_be_left_out() -> None:
    """The way to basic services, and whatever else a ban must have."""
    whole = source("ban_huisrecht", {})
    own = "\n".join(whole.text.split("\n")[whole.after :]).split("#context")[0]

    assert (
        "leaves out element 10: uitzonderingen" in refused("ban_huisrecht", own.replace("#uitzonderingen()", "")).what
    )
    assert "leaves out element 14: rechtsmiddelen" in refused("ban_huisrecht", own.replace("#middelen()", "")).what


@pytest.mark.parametrize(
    "words",
    ["U kunt bezwaar maken.", "Stuur een bezwaarschrift.", "U kunt in beroep.", "Vraag een voorlopige voorziening."],
)
def test_a_template_has_no_remedy_of_its_own(words: str) -> None:
    """Not even the right one: the legal basis says which there is."""
    fault = refused("ban_huisrecht", f"#kop()\n{words}\n")

    assert fault.line == 2
    assert "#middelen()" in fault.what


@pytest.mark.parametrize(
    "code",
    [
        '#import "@preview/cetz:0.3.0"',
        '#include "layout.typ"',
        '#read("/etc/passwd")',
        "#plugin(bytes(()))",
        '#eval("1 + 1")',
        "#datetime.today()",
        '#image("/logo.png")',
        '#let naam = "@preview/cetz:0.3.0"\n#import naam: *',
        '#let lees = read\n#lees("/etc/passwd")',
        '#json("/etc/passwd")',
    ],
)
def test_a_template_reaches_nothing_outside(code: str) -> None:
    """No package of the network, no file, no clock."""
    assert refused("warning", code + "\n").where == "warning"


def test_an_unknown_or_endless_template_is_refused() -> None:
    """By its name, or its length."""
    assert "is no template" in refused("brief", "").what
    assert "are allowed" in refused("warning", "x" * 50_001).what
