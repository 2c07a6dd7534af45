"""The templates: the package's own, and those that a municipality put in their place, as one text with known lines.

A municipality's template sets words and looks. It reads no file, asks no clock, and has no remedy of its own: that
comes from the table, by `middelen()`.
"""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from vangnet.letters.checking import LetterError

FOLDER = Path(str(files("vangnet.letters").joinpath("templates")))
LAYOUT = "layout"
NAMES = (
    LAYOUT,
    *("warning", "invitation", "service_limit", "early_end", "objection_decision", "avg_notice"),
    *(f"ban_{basis}" for basis in ("huisrecht", "gemeentewet_26", "gemeentewet_172_3", "gemeentewet_172a", "apv")),
    "ban_court",
)
TEMPLATE_LENGTH_MAX = 50_000  # The layout, the longest of ours, has a fifth of it.
# Words of typst that reach outside the letter, whatever they are then called; files of ours are all that is left.
_OUTSIDE = re.compile(r"\b(import|include|read|plugin|eval|datetime\.today)\b")
# A template of a measure says none of these itself; of the kinds not named here, one may.
_REMEDY = re.compile(r"bezwaarschrift|bezwaar maken|beroep|voorlopige voorziening|klacht|kort geding|\bbezwaar\b", re.I)
_MEASURES = ("warning", "service_limit", "early_end", "ban_")
# Put after every template, so that none can leave out what its kind needs.
_COMPLETE = """
#context {
  let there = query(<onderdeel>).map(one => one.value)
  for n in json(bytes(sys.inputs.elements)) { assert(n in there, message: "no element " + str(n)) }
}
"""


class Source(NamedTuple):
    """Layout and template as one text; `after` is the number of lines before the template's first."""

    name: str
    text: str
    after: int


def source(name: str, replaced: Mapping[str, str]) -> Source:
    """Return what typst compiles for a template.

    Raises:
        LetterError: if a replaced template has no place here, or holds what it may not; with its line.
    """
    for one, text in replaced.items():
        allowed(one, text)
    layout = replaced.get(LAYOUT, None) or _own(LAYOUT)
    template = replaced.get(name) or _own(name)
    layout = layout.rstrip("\n") + "\n"
    return Source(name, layout + template + _COMPLETE, layout.count("\n"))


def _own(name: str) -> str:
    return (FOLDER / f"{name}.typ").read_text(encoding="utf-8")


def allowed(name: str, text: str) -> None:
    """Pass if a municipality's template has a place here, and holds nothing that it may not.

    Raises:
        LetterError: with the template and its line.
    """
    if name not in NAMES:
        raise LetterError(name, f"is no template; one of {', '.join(NAMES)}")
    if len(text) > TEMPLATE_LENGTH_MAX:
        raise LetterError(name, f"has {len(text)} letters; {TEMPLATE_LENGTH_MAX} are allowed")
    for number, line in enumerate(text.split("\n"), 1):
        if found := _OUTSIDE.search(line):
            raise LetterError(name, f"'{found[1]}' reaches outside the letter; use what `brief` holds", number)
        if name.startswith(_MEASURES) and (found := _REMEDY.search(line)):
            advice = f"'{found[0]}' is a remedy; the legal basis says which there is: write #middelen() there"
            raise LetterError(name, advice, number)
