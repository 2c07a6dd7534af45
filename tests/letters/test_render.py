"""Each letter is a PDF/UA with tags, title, language and fonts, the same bytes whenever it is made."""

import hashlib
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from tests.letters.reading import elements, fonts, opened, pages, tags, text
from tests.letters.samples import HOUSE, ban, house, letter, samples
from vangnet.letters import LetterError, render

EVERY = sorted(samples())
ELSEWHERE = """
from tests.letters.samples import HOUSE, samples
from vangnet.letters import render
for name, one in sorted(samples().items()):
    print(name, render(one, HOUSE).sha256)
"""


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_is_tagged(name: str) -> None:
    """A structure tree with one first heading and others below it, marked as tagged, tabs in its order."""
    pdf = render(samples()[name], HOUSE).pdf
    root: Any = opened(pdf).root_object
    found = tags(pdf)

    assert root["/MarkInfo"]["/Marked"].value is True
    assert found.count("H1") == 1
    assert found.count("H2") >= 4
    assert not {"H3", "H4"} & set(found)
    assert found.count("Figure") == 1
    assert all(str(page["/Tabs"]) == "/S" for page in opened(pdf).pages)


def test_tables_pictures_and_quotes_are_what_they_are() -> None:
    """A head of a column says so, the logo has words, what he and others said are quotes, all text is in paragraphs."""
    found = elements(render(ban(), HOUSE).pdf)
    heads = [one["/A"][0]["/Scope"] for one in found if one["/S"] == "/TH"]
    quotes = [one for one in found if one["/S"] == "/BlockQuote"]

    assert heads == ["/Column"] * 3
    assert [one["/Alt"] for one in found if one["/S"] == "/Figure"] == ["Logo van de gemeente Voorbeeldstad"]
    assert len(quotes) == 3
    assert [one["/P"].get_object()["/S"] for one in found if one["/S"] == "/Strong"].count("/P") >= 5


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_says_what_it_is(name: str) -> None:
    """Dutch, with a title that is shown, the standard it keeps to, and the date of the letter as its own."""
    pdf = render(samples()[name], HOUSE).pdf
    reader = opened(pdf)
    root: Any = reader.root_object

    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.title in text(pdf)
    assert str(reader.metadata.get("/CreationDate", "")).startswith("D:20261130")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_brings_its_fonts(name: str) -> None:
    """Every font is the package's own, embedded, and its letters can be read back."""
    found = fonts(render(samples()[name], HOUSE).pdf)

    assert found
    assert all("Libertinus" in name and embedded and readable for name, embedded, readable in found)


def test_a_letter_made_again_is_the_same() -> None:
    """Here, again, and in another process; its hash is that of its bytes."""
    here = [(name, render(samples()[name], HOUSE)) for name in EVERY]
    lines = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, check=True, text=True).stdout

    assert [render(samples()[name], HOUSE).pdf for name in EVERY] == [one.pdf for _, one in here]
    assert [one.sha256 for _, one in here] == [hashlib.sha256(one.pdf).hexdigest() for _, one in here]
    assert lines.splitlines() == [f"{name} {one.sha256}" for name, one in here]


def test_another_day_is_another_letter() -> None:
    """The date is in the bytes, and so is what is said."""
    made = {render(one, HOUSE).sha256 for one in (letter("warning"), letter("warning", dated=date(2026, 12, 1)))}

    assert len(made) == 2


@pytest.mark.parametrize("name", ["warning", "ban"])
def test_a_draft_says_so_on_every_page(name: str) -> None:
    """Also where it is long, and in the title of the document; a letter that is no draft never does."""
    facts = [{"at": date(2026, 11, 1), "place": "raadzaal", "channel": "hardop", "what": "Te veel lawaai. " * 200}] * 5
    make: Any = ban if name == "ban" else lambda **changes: letter("warning", **changes)
    pdf = render(make(draft=True, facts=facts), HOUSE).pdf
    reader = opened(pdf)

    assert len(reader.pages) > 4
    assert all("CONCEPT" in page for page in pages(pdf))
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("CONCEPT: ")
    assert "CONCEPT" not in text(render(make(facts=facts), HOUSE).pdf)


def test_the_house_has_its_own_looks() -> None:
    """Without a logo there is no picture; the name, the colour and the addresses are the municipality's."""
    pdf = render(letter("warning"), house(logo=None, name="Ede", accent="#7a003c")).pdf

    assert "Figure" not in tags(pdf)
    assert "Gemeente Ede" in text(pdf)
    assert pdf != render(letter("warning"), house(logo=None, name="Ede")).pdf


def test_a_broken_logo_is_named() -> None:
    """What is no drawing is refused, as the logo."""
    with pytest.raises(LetterError, match="SVG or PNG") as caught:
        render(letter("warning"), house(logo={"kind": "png", "content": b"no drawing"}))

    assert caught.value.where == "logo"
