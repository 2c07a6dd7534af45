"""Addresses in free text: streets however they are written, postcodes, and which of a text are somebody's private ones.

A street is known by the last word of its name, without accents and written out: "P.C. Hooftstr. 4", "Hooftstraat
nummer 4" and "de hooftstraat" are one street.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SHORT = {"str": "straat", "ln": "laan", "wg": "weg", "pln": "plein", "kd": "kade", "sngl": "singel", "dk": "dijk"}
_KINDS = (
    *("straat", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "dreef", "hof", "pad", "steeg", "markt"),
    *("park", "plantsoen", "ring", "baan", "wal", "haven", "erf", "boulevard", "allee", "akker", "weide", "veld"),
    *("kamp", "brink", "burg", "zoom", "oever"),
)
_KIND = "|".join(f"{kind}(?:je)?" for kind in _KINDS) + "|" + "|".join(rf"{short}\b\.?" for short in SHORT)
_NUMBER = r"(?:\s*,?\s*(?:(?:huis)?nummer|nr\.?|no\.?)?\s*(?P<number>\d{1,4}\s?[a-zA-Z]?)\b)?"
_STREET = re.compile(rf"(?<!\w)(?P<name>[\w'’-]{{2,40}}?(?:{_KIND}))(?!\w){_NUMBER}", re.IGNORECASE)
_MONTH = "jan|feb|maart|mrt|april|apr|mei|juni|juli|aug|sep|okt|nov|dec"
_NAMED = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Ý][\w'’-]{3,40})\s+(?P<number>\d{1,4}\s?[a-zA-Z]?)\b"
    rf"(?!\s*(?:uur|[-/:.]\d|{_MONTH}|(?:{_MONTH})\w*))"
)
POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_HOME = re.compile(
    r"\b(?:thuis|bij (?:mij|ons|hem|haar)|huis|woning\w*|woonhuis|voordeur|achterdeur|tuin|oprit|brievenbus"
    r"|woon(?:t|adres)?|wonen|priv[eé]\w*|home|house|garden)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^!?\n]+?(?:[.!?\n](?=\s|$)|$)")


@dataclass(frozen=True)
class Street:
    """A street in a text: where it stands, its key, and its number if one is written with it."""

    first: int
    last: int
    key: str
    number: str | None


def streets(text: str) -> Iterator[Street]:
    """Yield what reads as a street, by the kind at its end ("Dorpsstraat", "dorpsstr."), with or without a number."""
    for one in _STREET.finditer(text):
        yield _street(one)


def numbered(text: str) -> Iterator[Street]:
    """Yield what reads as an address: a street, or a name with a capital, with a number behind it."""
    found = {one.first: one for one in streets(text) if one.number and text[one.first].isupper()}
    found |= {one.start(): _street(one) for one in _NAMED.finditer(text) if one.start() not in found}
    yield from (found[at] for at in sorted(found))


def private(place: str, accounts: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the streets of a case that are somebody's home, and those of them that give it away without a number.

    A place that says so ("bij mij thuis") is a home, a bare address is taken for one, and an address of what has a name
    of its own ("Wijkcentrum De Haven, Kade 2") is not. In an account it is the sentence that says so.
    """
    at_home = _HOME.search(place) is not None
    bare = frozenset(one.key for one in _of_place(place)) if at_home else frozenset()
    whole = frozenset(one.key for one in numbered(place)) if at_home or _is_bare(place) else frozenset()
    for account in accounts:
        for sentence in _SENTENCE.findall(account):
            if _HOME.search(sentence):
                whole |= {one.key for one in numbered(sentence)}
    return whole | bare, bare


def _of_place(place: str) -> Iterator[Street]:
    yield from streets(place)
    yield from numbered(place)


def _is_bare(place: str) -> bool:
    """Tell whether a place is an address and nothing else."""
    [*found] = numbered(place)
    rest = place
    for one in reversed(found):
        rest = rest[: one.first] + rest[one.last :]
    return bool(found) and len(re.findall(r"[^\W\d_]{3,}", POSTCODE.sub("", rest))) <= 1


def _street(one: re.Match[str]) -> Street:
    return Street(one.start(), one.end(), key(one["name"]), one["number"])


def key(name: str) -> str:
    """Return a street's name as it is compared: small letters, no accents, its kind written out."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    word = "".join(one for one in apart if one.isalnum())
    short = next((one for one in SHORT if word.endswith(one) and len(word) > len(one) + 1), "")
    return word[: -len(short)] + SHORT[short] if short else word
