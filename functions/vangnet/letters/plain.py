"""Text of people made fit for a page, with nothing in it lost: what hides is dropped, what breaks a line may break.

- Controls and marks that turn the direction of text go: a page must read as its bytes do.
- A character that no font of the package has is named instead, as in [teken U+1F52B PISTOL], so that it can be quoted.
- A word longer than a line gets places where it may break.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

WORD_LENGTH_MAX = 24  # What fits a cell of the narrowest table.
# Every control but tab and line feed, half characters, and the marks that turn text around.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LONG = re.compile(rf"\S{{{WORD_LENGTH_MAX},}}")
_BREAK = "\u200b"


def cleaned(text: str) -> str:
    """Return the text with line ends as one kind, and without what cannot be seen or turns it around."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def breakable(text: str) -> str:
    """Return the text with a break allowed after each 24 letters of a word that is longer."""
    return _LONG.sub(lambda found: _BREAK.join(re.findall(rf".{{1,{WORD_LENGTH_MAX}}}", found[0])), text)


def named(text: str, unknown: frozenset[str]) -> str:
    """Return the text with each of the unknown characters by its number and name."""
    return "".join(_name(one) if one in unknown else one for one in text)


def everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """Return the value with every text in it changed, in lists and tables too; the names of fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: everywhere(one, change) for name, one in value.items()}
    return [everywhere(one, change) for one in value] if isinstance(value, list) else value


def _name(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"[teken U+{ord(character):04X}{' ' if name else ''}{name}]"
