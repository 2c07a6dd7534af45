"""The PDF of a letter: tagged, with its fonts, and the same bytes whenever and wherever it is made again."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any, NamedTuple

from schemas.letterhead import House
from schemas.letters import Letter
from vangnet.letters.checking import LetterError, check
from vangnet.letters.contents import contents, template_name
from vangnet.letters.kinds import ELEMENTS, KINDS, THE_POLICE
from vangnet.letters.plain import breakable, cleaned, everywhere, named
from vangnet.letters.sources import FOLDER, LAYOUT, Source, source

ROUNDS_MAX = 3  # typst names all characters that it cannot set at once; a second look is for joined ones.
_UNKNOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MISSING = re.compile(r"no element ([0-9]+)")
_PLACE = re.compile(r"__typst_py_bytes__\.typ:(\d+):\d+")


class Rendered(NamedTuple):
    """A letter as a file, and its SHA-256 in hexadecimal."""

    pdf: bytes
    sha256: str


def render(letter: Letter, house: House, templates: Mapping[str, str] | None = None) -> Rendered:
    """Return the letter as PDF/UA-1; `templates` are a municipality's own, by name.

    Raises:
        LetterError: if the tables do not allow the letter, or a template or the logo is broken.
    """
    pdf = drawn(letter, house, templates)[0]
    return Rendered(pdf, hashlib.sha256(pdf).hexdigest())


def drawn(
    letter: Letter, house: House, templates: Mapping[str, str] | None = None, *, png_ppi: int | None = None
) -> list[bytes]:
    """Return the PDF as one file, or with `png_ppi` a picture of each page with so many points to the inch.

    Raises:
        LetterError: as `render` does.
    """
    check(letter)
    text = source(template_name(letter), templates or {})
    return typeset(text, contents(letter, house), letter.dated, _fixed(letter, house), png_ppi=png_ppi)


def typeset(
    text: Source, words: Any, dated: date, more: Mapping[str, str] | None = None, *, png_ppi: int | None = None
) -> list[bytes]:
    """Return what a template makes of these words, as `drawn` does; `more` is what it is given besides.

    Raises:
        LetterError: if the template is broken, or `more` is.
    """
    words = everywhere(words, cleaned)
    unknown: frozenset[str] = frozenset()
    for _ in range(ROUNDS_MAX):
        fitting = everywhere(words, partial(_fit, unknown=unknown))
        inputs = {"letter": _as_data(fitting), **(more or {})}
        try:
            # Only the PDF says which characters have no font, so a picture is made after it, of the same words.
            pdf = _compiled(text, inputs, dated, None)
            return _compiled(text, inputs, dated, png_ppi) if png_ppi else pdf
        except _Unknown as error:
            unknown |= error.characters
    raise LetterError(text.name, "holds characters itself that no font has")


def drawn_as_web_page(letter: Letter, house: House, templates: Mapping[str, str] | None = None) -> str:
    """Return what the letter says as a web page: its words, without its looks; a draft that lacks something too.

    Raises:
        LetterError: a template is broken.
    """
    text = source(template_name(letter), templates or {})
    inputs = {"letter": _as_data(everywhere(contents(letter, house), cleaned)), **_fixed(letter, house)}
    import typst  # 80 MB that only this function needs.

    try:
        shared: Any = {"root": str(FOLDER), "sys_inputs": inputs}
        page: bytes = typst.compile(text.text.encode(), format="html", **shared)
    except typst.TypstError as error:
        raise LetterError(text.name, str(error.message)) from None
    return page.decode()


class _Unknown(Exception):  # noqa: N818  (it is caught here, and tells what to mend)
    """Characters that no font has."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__()
        self.characters = characters


def _fit(text: str, *, unknown: frozenset[str]) -> str:
    return breakable(named(text, unknown))


def _as_data(words: Any) -> str:
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def _fixed(letter: Letter, house: House) -> dict[str, str]:
    """Return what a letter's template is given besides its words; the logo as numbers, since typst takes no bytes."""
    inputs = {"elements": json.dumps(_elements(letter))}
    if house.logo:
        inputs |= {"logo": json.dumps(list(house.logo.content)), "logo_kind": house.logo.kind}
    return inputs


def _compiled(text: Source, inputs: dict[str, str], dated: date, png_ppi: int | None) -> list[bytes]:
    import typst  # 80 MB that only this function needs.

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    when = datetime.combine(dated, time(), UTC)
    # The root is the one folder that it may read from, which holds templates alone.
    shared: Any = {"root": str(FOLDER), "font_paths": fonts, "sys_inputs": inputs, "timestamp": when}
    try:
        if png_ppi:
            pages = typst.compile(text.text.encode(), format="png", ppi=float(png_ppi), **shared)
        else:
            pages = typst.compile(text.text.encode(), format="pdf", pdf_standards=["ua-1"], **shared)
    except typst.TypstError as error:
        raise _explained(text, error.diagnostic or error.message, error.message) from None
    return pages if isinstance(pages, list) else [pages]


def _elements(letter: Letter) -> list[int]:
    """Return the elements that a letter must have; where the police is told nothing it says nothing of them."""
    silent = {THE_POLICE} if getattr(letter, "police_told", True) is False else set()
    return [one for one in KINDS[letter.kind].elements if one not in silent]


def _explained(text: Source, diagnostic: str, message: str) -> Exception:
    """Return what a failure means: characters without a font, or a broken template with its line."""
    if found := _UNKNOWN.findall(diagnostic):
        whole = "".join(_ESCAPED.sub(lambda one: chr(int(one[1], 16)), one) for one in found)
        # Joined characters come as one text; what is plain in it has a font.
        return _Unknown(frozenset(one for one in whole if ord(one) > 0x7F))
    if missing := _MISSING.search(message):
        return LetterError(text.name, f"leaves out element {missing[1]}: {ELEMENTS[int(missing[1])]}")
    place = _PLACE.search(diagnostic)
    line = int(place[1]) if place else 0
    if "failed to decode image" in message or "failed to parse SVG" in message:
        return LetterError("logo", "cannot be read; give an SVG or PNG file")
    return LetterError(LAYOUT if 0 < line <= text.after else text.name, message, _line(line, text.after))


def _line(line: int, after: int) -> int | None:
    return (line - after if line > after else line) or None
