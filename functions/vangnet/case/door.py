"""May this person be here today? Yes, no, with escort, or not sure; and nothing else about him (AP-5.2.8).

A name alone never keeps anybody out: many people are called J. de Wit. Only who has the name and the date of birth
that a person confirmed is him; whoever could be him is for security to look at.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from vangnet.case.in_force import bans_in_force
from vangnet.case.response_items import Identity, MeasureItem
from vangnet.case.state import Case

Answer = Literal["yes", "no", "escort", "unsure"]
Purpose = Literal["visit", "vote", "counter", "procedure", "meeting"]
Likeness = Literal["same", "perhaps", "other"]

STRICTEST: tuple[Answer, ...] = ("no", "unsure", "escort", "yes")

# Words of a surname that people leave out as often as not.
BETWEEN = frozenset(
    {"de", "den", "der", "van", "het", "ten", "ter", "te", "la", "le", "el", "al", "bin", "da", "von", "t"}
)
# What a ban leaves open, by what somebody comes for; what is not here is closed.
OPEN: dict[str, dict[Purpose, Answer]] = {
    "huisrecht": {"vote": "yes", "counter": "escort", "procedure": "escort", "meeting": "yes"},
    "gemeentewet_26": {"vote": "yes", "counter": "yes", "procedure": "yes", "visit": "yes"},
}
OF_AN_ORDER: dict[Purpose, Answer] = {"vote": "yes", "counter": "unsure", "procedure": "unsure"}


@dataclass(frozen=True)
class Visitor:
    """Who stands at the door, as the desk knows him, where, and what for."""

    name: str
    born: date | None
    building: str
    purpose: Purpose = "visit"


@dataclass(frozen=True)
class Match:
    """A ban that may be this visitor's, and what it says of his coming."""

    case: Case
    ban: MeasureItem
    answer: Answer


def at_the_door(cases: Iterable[Case], visitor: Visitor, moment: datetime) -> tuple[Match, ...]:
    """Return every ban in force at that moment (UTC) that may be the visitor's, the strictest first."""
    found = [match for case in cases for match in _matches(case, visitor, moment)]
    return tuple(sorted(found, key=lambda one: STRICTEST.index(one.answer)))


def answer_of(matches: tuple[Match, ...]) -> Answer:
    """Return the one answer that the desk gets: the strictest, and yes where there is no ban."""
    return matches[0].answer if matches else "yes"


def _matches(case: Case, visitor: Visitor, moment: datetime) -> Iterable[Match]:
    for ban in bans_in_force(case, moment):
        like = _likeness_of(case, ban, visitor)
        if like == "other" or (ban.buildings and visitor.building not in ban.buildings):
            continue
        says = _of_ban(ban, visitor.purpose)
        yield Match(case, ban, says if like == "same" or says == "yes" else "unsure")


def _likeness_of(case: Case, ban: MeasureItem, visitor: Visitor) -> Likeness:
    """Tell whether a ban may be the visitor's; where nobody had been identified, whoever was named may be him."""
    of = [likeness(visitor, one) for name, one in case.identities.items() if name in ban.of]
    if not ban.of:
        named = (who.name or "" for who in case.perpetrators)
        of = ["perhaps" if _could_be(visitor.name, name) else "other" for name in named]
    return max(of, key=_rank, default="other")


def _of_ban(ban: MeasureItem, purpose: Purpose) -> Answer:
    return OPEN.get(ban.legal_basis or "", OF_AN_ORDER).get(purpose, "no")


def _rank(like: Likeness) -> int:
    return ("other", "perhaps", "same").index(like)


def likeness(visitor: Visitor, identity: Identity) -> Likeness:
    """Tell whether the visitor is who was identified: the same, perhaps, or somebody else."""
    if visitor.born and identity.born and visitor.born != identity.born:
        return "other"
    if not any(_could_be(visitor.name, name) for name in (identity.perpetrator.name or "", *identity.aliases)):
        return "other"
    return "same" if visitor.born and visitor.born == identity.born else "perhaps"


def _could_be(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: one surname, and first names or initials that do not differ."""
    first, second = _words(one), _words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return all(_agree(mine, theirs) for mine, theirs in zip(_given(first), _given(second), strict=False))


def _agree(mine: str, theirs: str) -> bool:
    """Tell whether two first names can be one: the same, or an initial of the other."""
    short, long = sorted((mine, theirs), key=len)
    return long.startswith(short) if len(short) == 1 else short == long


def _given(words: list[str]) -> list[str]:
    """Return the first names of a name in words: what stands before its surname, without the words between."""
    return [word for word in words[:-1] if word not in BETWEEN]


def _words(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return re.findall(r"[a-z]+", "".join(one for one in letters if not unicodedata.combining(one)))
