"""How far a consent goes, by the words of its scope: which receivers it names, and which it leaves out.

- no scope at all is no limit;
- a scope that names receivers holds for those, and one that says everybody for all but whom it leaves out;
- a scope in other words limits it to nobody whom a program could know of, so that nobody is told on its ground. For
  speaking of the aangifte such words say why, not to whom.
"""

import re

# How words for them begin.
RECEIVERS: dict[str, tuple[str, ...]] = {
    "council": ("council", "raad", "gemeenteraad", "presidium", "seniorenconvent"),
    "office_holders": (
        *("office_holder", "office-holder", "office holder", "ambtsdrager", "bestuurder", "college", "wethouder"),
        *("burgemeester", "raadslid", "raadsleden", "fractie", "collega", "colleague", "alderm", "mayor"),
    ),
    "staff": ("staff", "medewerker", "ambtenaar", "ambtenaren", "personeel", "organisatie", "employee"),
    "press": ("press", r"pers\b", "persbericht", "media", "journalist", "krant"),
}
EVERYBODY = ("iedereen", "allen", "alle", "everybody", "everyone", "all")
_NOT = re.compile(r"\b(?:niet|geen|behalve|uitgezonderd|zonder|not|no|except|but)\b")
_PIECES = re.compile(r"[,;.\n]|\b(?:maar|en)\b|(?=\b(?:behalve|uitgezonderd|zonder|except|but)\b)")


def covers(scope: str, to: str, purpose: str = "inform_others") -> bool:
    """Tell whether a consent with this scope holds for these receivers."""
    pieces = [one for one in _PIECES.split(scope.casefold()) if one.strip()]
    if not pieces:
        return True
    allowed = [one for one in pieces if not _NOT.search(one)]
    left_out = {name for one in pieces if _NOT.search(one) for name in RECEIVERS if _names(one, name)}
    everybody = any(word in one.split() for one in allowed for word in EVERYBODY)
    named = {name for one in allowed for name in RECEIVERS if _names(one, name)}
    if not (named or left_out or everybody):
        return purpose == "speak_about_aangifte"
    return to not in left_out and (to in named or (everybody and not named) or not (named or everybody or allowed))


def _names(piece: str, receiver: str) -> bool:
    """Tell whether a piece of a scope names these receivers, at the beginning of a word."""
    return any(re.search(rf"\b{word}", piece) for word in RECEIVERS[receiver])
