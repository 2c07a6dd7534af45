"""Lessons from cases that are over, stripped of personal data, for the yearly discussion (AP-2.8, AP-3.2.2).

- What is known to be somebody's goes: names of people here and of who did it, addresses, numbers, references, days.
- So does every word with a capital that does not begin a sentence: it may be anybody's name. An abbreviation stays.
- A name that nobody knows and that begins a sentence is not found: a person reads what is used.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vangnet.calendar import amsterdam_day
from vangnet.case.door import BETWEEN
from vangnet.case.facts import Context
from vangnet.case.state import Case

GONE = "[...]"
SHORTEST = 3  # Letters of a name that is looked for by itself; what is shorter stands in ordinary words.
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\S+@\S+",  # An address of mail.
        r"(?:https?://|www\.)\S+",
        r"\bVN-?\w{4}-?\w{4}\b",
        r"\b\d{4}\s?[A-Z]{2}\b",  # A postcode.
        r"\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}\b",  # A number plate.
        r"\b(?:[Nn]ummer|[Nn]r\.?|[Hh]uisnummer) \d+\w?\b",
        r"\+?\d[\d\s./-]{4,}\d",  # Telephone, account and other long numbers, and days in figures.
        rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b",
    )
)
_INSIDE = re.compile(r"(?<=[a-zà-ÿ0-9,;:)\]] )[A-ZÀ-Þ][\wà-ÿ'-]*[a-zà-ÿ][\wà-ÿ'-]*")


_NUMBERED = re.compile(r"\[\.\.\.\] \d+\s?[a-zA-Z]?\b")  # A house number behind a street that is gone.


@dataclass(frozen=True)
class Lesson:
    """What was learnt from a case: its class, the year in which it began, and the words without personal data."""

    classed: str
    year: int
    text: str


def lesson_of(ctx: Context) -> Lesson | None:
    """Return the lesson of a case that is over, or None where nobody wrote one or nobody may learn from it."""
    case, closing = ctx.case, ctx.case.closing
    if (
        case.state != "closed"
        or case.wiped
        or closing is None
        or not (closing.lessons or "").strip()
        or not case.filed_at
    ):
        return None
    return Lesson(case.classed, amsterdam_day(case.filed_at).year, stripped(closing.lessons or "", _names(ctx)))


def stripped(text: str, names: Iterable[str]) -> str:
    """Return a text without what is known to be personal, and without what looks like a name."""
    for pattern in _PATTERNS:
        text = pattern.sub(GONE, text)
    for word in sorted({word for name in names for word in _words(name)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", GONE, text, flags=re.IGNORECASE)
    text = _NUMBERED.sub(GONE, _INSIDE.sub(GONE, text))
    return re.sub(r"(?:\[\.\.\.\][\s.]*){2,}", f"{GONE} ", text).strip()


def _names(ctx: Context) -> Iterator[str]:
    """Yield the name and the id of everybody here, and the names of who did it and of relatives."""
    for person, one in ctx.protocol.municipality.people.items():
        yield from (person, one.name)
    yield from _of_case(ctx.case)


def _of_case(case: Case) -> Iterator[str]:
    for who in case.perpetrators:
        yield from (name for name in (who.name, who.representative) if name)
    for identity in case.identities.values():
        yield from identity.aliases
    yield from (one.name for one in case.harmed if one.name)


def _words(name: str) -> Iterator[str]:
    """Yield a name whole, and each of its words that is long enough to be looked for by itself."""
    yield name.strip()
    for word in re.findall(r"[^\s.,()]+", name):
        if len(word) >= SHORTEST and word.casefold() not in BETWEEN:
            yield word
