"""Text of people is set as it stands: nothing in it is code, runs off the page, or stops a letter from being made."""

from typing import Any

import pytest

from tests.letters.reading import fonts, opened, pages, text
from tests.letters.samples import FACTS, HOUSE, ban, house, letter
from vangnet.letters import LetterError, render
from vangnet.letters.plain import WORD_LENGTH_MAX, breakable, cleaned
from vangnet.letters.render import drawn
from vangnet.letters.sources import FOLDER

CODE = [
    '#panic("weg")',
    '#read("/etc/passwd")',
    "#{ while true {} }",
    '#import "@preview/cetz:0.1.0"',
    "$ x / 0 $ en $",
    r"\ \u{41} \"",
    "\"aangehaald\" en 'enkel'",
    "= Kop\n- punt\n+ een\n/ term: uitleg",
    "*vet* _schuin_ `code` <onderdeel> @verwijzing ~ -- ...",
    "]) } ] ) */ /* // niets",
    "{court} {0} %s",
    "\\",
]


def said(words: str, **changes: Any) -> str:
    """Return the text of a warning whose one fact has these words."""
    return text(render(letter("warning", facts=({**FACTS[0], "what": words},), **changes), HOUSE).pdf)


@pytest.mark.parametrize("words", CODE)
def test_code_is_text(words: str) -> None:
    """What looks like code of the typesetter stands in the letter, letter for letter."""
    assert "".join(words.split()) in "".join(said(words).split())


def test_code_is_text_wherever_it_stands() -> None:
    """In every field of a ban and of the municipality that takes words."""
    evil = "#panic(1) $x$ \\"
    one = ban(
        addressee={"name": evil, "lines": (evil,), "representative": evil},
        contact={"name": evil, "office": evil, "phone": evil, "email": evil},
        norm=evil,
        weighing={"why": evil, "why_this_long": evil, "policy_version": evil},
        places=({"label": evil, "address": evil, "parts": evil},),
        more_exceptions=(evil,),
        hearing={"ground": "unknown", "why": evil},
    )
    found = text(render(one, house(name=evil, address=(evil,), complaints_address=evil)).pdf)

    assert found.count(evil) >= 18


def test_text_that_is_typed_keeps_its_lines() -> None:
    """An empty line begins a paragraph; a mere line end a line; a letter is not made of one line only."""
    found = opened(render(letter("warning", norm="Eén.\nTwee.\n\nDrie."), HOUSE).pdf).pages[0].extract_text()

    assert "Eén.\nTwee.\n" in found


@pytest.mark.parametrize("length", [40, 200])
def test_a_long_word_stays_on_the_page(length: int) -> None:
    """It breaks, also in the narrow cells of a table, and nothing of it is lost."""
    word = "x" * length
    pdf = render(ban(norm=word, places=({"label": word, "address": word, "parts": word},)), HOUSE).pdf
    runs = [len(run) for page in opened(pdf).pages for run in page.extract_text().split() if set(run) == {"x"}]

    assert sum(runs) == 4 * length
    assert max(runs) < 90


def test_fifty_thousand_letters_fit() -> None:
    """As words, as one word and as lines: every letter is there, and each page has its number."""
    for words in ("woord " * 8333, "y" * 50_000, "a\n" * 25_000):
        pdf = render(letter("warning", facts=({**FACTS[0], "what": words},)), HOUSE).pdf
        found = pages(pdf)

        assert sum(page.count(words[0]) for page in found) >= words.count(words[0])
        assert all(f"Pagina {number} van {len(found)}" in page for number, page in enumerate(found, 1))


@pytest.mark.parametrize("words", ["שלום עולם", "مرحبا بالعالم", "Ελληνικά", "Привет", "Żółć ĳ ŵ ő"])
def test_other_scripts_have_a_font(words: str) -> None:
    """Hebrew, Arabic, Greek, Cyrillic and accents are set in fonts of the package, embedded."""
    pdf = render(letter("warning", facts=({**FACTS[0], "what": words},)), HOUSE).pdf

    assert all(embedded and readable for _, embedded, readable in fonts(pdf))
    assert "teken U+" not in text(pdf)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Kijk 🔫 maar", "Kijk [teken U+1F52B PISTOL] maar"),
        ("漢", "[teken U+6F22 CJK UNIFIED IDEOGRAPH-6F22]"),
        ("👩‍👧", "[teken U+1F469 WOMAN]"),
        ("👍🏽", "[teken U+1F44D THUMBS UP SIGN]"),
        ("🇳🇱", "[teken U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N]"),
        ("é́\U000f0000", "[teken U+F0000]"),
    ],
)
def test_what_has_no_font_is_named(words: str, named: str) -> None:
    """An emoji can be a threat: it is said which it was, never left out."""
    assert named.replace(" ", "") in said(words).replace(" ", "")


def test_what_hides_or_turns_text_is_dropped() -> None:
    """Controls, half characters and marks of direction; a line end of any system stays one."""
    assert cleaned("a\x00b\x1b\u202ec\u2066d\ufeff\ud800e") == "abcde"
    assert cleaned("a\r\nb\rc\td") == "a\nb\nc\td"
    assert "niet goed" in said("niet\u202e \x07goed")


def test_breaks_are_only_in_long_words() -> None:
    """A word that fits is left alone; a longer one has all its letters."""
    long = "Lange" * 10

    assert breakable("een gewone zin") == "een gewone zin"
    assert breakable(long).replace("\u200b", "") == long
    assert max(len(part) for part in breakable(long).split("\u200b")) <= WORD_LENGTH_MAX


def test_a_template_with_an_emoji_is_refused() -> None:
    """What people wrote is named instead; a template is to be mended."""
    own = (FOLDER / "warning.typ").read_text(encoding="utf-8").replace("waarschuwen wij u", "waarschuwen wij u 🔫")

    with pytest.raises(LetterError, match="no font has"):
        render(letter("warning"), HOUSE, {"warning": own})


def test_a_picture_can_be_made_of_each_page() -> None:
    """For a look before it is sent: as many pictures as pages, each a PNG."""
    one = letter("warning", norm="Geen 🔫.")
    found = drawn(one, HOUSE, png_ppi=50)

    assert len(found) == len(opened(render(one, HOUSE).pdf).pages)
    assert all(page.startswith(b"\x89PNG") for page in found)
