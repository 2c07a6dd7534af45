"""What stands in a text for outside that its receivers may not have: a pure search, shown before anybody approves.

It proposes and decides nothing: a person reads each finding and answers for the text. Looked for, in this order:

- names of those concerned: who is harmed (unless his consent goes as far as these receivers, the press excepted),
  family, who reported, who did it;
- addresses, telephone numbers and mail addresses that are not the municipality's own; numbers of people and accounts;
- words of the account, and the place where it happened;
- words on health and on security; and of the prosecution, unless everybody harmed agreed to speak of it (AP-5.4.3).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vangnet.case.addresses import POSTCODE, Street, streets
from vangnet.case.facts import Context
from vangnet.case.police import may_speak
from vangnet.case.searching_facts import facts, protection
from vangnet.case.searching_names import first_names, names

PHONE_DIGITS_MIN, PHONE_DIGITS_MAX = 9, 15
# Words that end like a street and are none.
NO_STREETS = frozenset(
    {"onderweg", "omweg", "terugweg", "heenweg", "uitweg", "snelweg", "halfweg", "loopbaan", "kopieerpark"}
)
FOUND_MAX = 50  # More is no message for outside but a file, and a person stops reading.
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_PHONE = re.compile(r"(?<![\w-])(?:\+|0)[\d ()./-]{8,20}\d(?!\w)")
_NUMBER = re.compile(
    r"\bNL\d{2} ?[A-Z]{4}(?: ?\d){10}\b|\b\d{9}\b|\bPL\d{4}[-/ ]?\d[\d-]*"
    r"|\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}\b"  # A number plate.
)
_BORN = re.compile(r"\bgeboren (?:op|in) \S{1,20}(?: \w{3,9} \d{4})?|\bborn (?:on|in) \S{1,20}", re.IGNORECASE)
_HEALTH = re.compile(
    r"\b(?:letsel|gewond|verwond|ziekenhuis|arts|huisarts|psycholo\w+|psychiat\w+|trauma\w*|therap\w+|burn-?out|ziek"
    r"|ziekgemeld|medicijn\w*|injur\w+|wounded|hospital|doctor)\b",
    re.IGNORECASE,
)
_PROSECUTION = re.compile(
    r"\b(?:verdachten?|aangehouden|opgepakt|gearresteerd|vast?gezet|zit vast|vervolg(?:d|ing|en)|officier van justitie"
    r"|justitie|openbaar ministerie|strafzaak|rechter-commissaris|proces-verbaal|politiebureau|recherche"
    r"|naar de politie|bij de politie|suspects?|arrest\w*|prosecut\w*|detained|charged)\b",
    re.IGNORECASE,
)
_SECURITY = re.compile(
    r"\b(?:beveilig\w*|bewaak\w*|bewaking\w*|surveill\w*|cameratoezicht|camera'?s?|noodknop\w*|lijfwacht\w*|politietoezicht"
    r"|extra toezicht|onderduik\w*|schuiladres|secur\w+|bodyguard\w*|patrol\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """Words in a text that a person looks at before it goes out: what kind of thing they are, and the words."""

    kind: str
    quote: str

    def within(self, other: "Finding") -> bool:
        """Tell whether a longer finding of the same kind has these words in it; a first name may be part of a name."""
        same = self.kind == other.kind or (self.kind == "first_name" and other.kind == "name")
        return same and self.quote in other.quote


def findings(ctx: Context, text: str, to: str) -> tuple[Finding, ...]:
    """Return what stands in a text that these receivers may not have, each once, at most fifty."""
    found = dict.fromkeys(Finding(kind, quote) for kind, search in SEARCHES for quote in search(ctx, text, to))
    whole = (one for one in found if not any(one != two and one.within(two) for two in found))
    return tuple(whole)[:FOUND_MAX]


def _mails(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = own_lines(ctx)
    yield from (one[0] for one in _MAIL.finditer(text) if one[0].casefold() not in own)


def _phones(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = {_digits(word) for word in own_lines(ctx)}
    yield from (one for one in phones_in(text) if _digits(one) not in own)


def phones_in(text: str) -> Iterator[str]:
    """Yield what reads as a telephone number."""
    found = (one[0] for one in _PHONE.finditer(text))
    yield from (one for one in found if PHONE_DIGITS_MIN <= len(_digits(one)) <= PHONE_DIGITS_MAX)


def reached_by(text: str) -> frozenset[str]:
    """Return the telephone numbers, by their last nine digits, and the mail addresses in a text."""
    mails = (one[0].casefold() for one in _MAIL.finditer(text))
    return frozenset({*mails, *(_digits(one)[-PHONE_DIGITS_MIN:] for one in phones_in(text))})


def _addresses(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = own_lines(ctx)
    known = {(one.key, one.number) for line in own for one in streets(line)}
    found = (one for one in streets(text) if one.number and (one.key, one.number) not in known)
    yield from (text[one.first : one.last] for one in found if _is_street(text, one))
    yield from (one[0] for one in POSTCODE.finditer(text) if not any(one[0].casefold() in line for line in own))


def _is_street(text: str, one: Street) -> bool:
    """Tell whether a word with a number is a street: with a capital, or else no word that only ends like one."""
    return text[one.first].isupper() or one.key not in NO_STREETS


def _numbers(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for pattern in (_NUMBER, _BORN) for one in pattern.finditer(text))


def own_lines(ctx: Context) -> frozenset[str]:
    """Return the addresses, numbers and mail addresses that the municipality itself gives out."""
    house, settings = ctx.protocol.municipality, ctx.protocol.municipality.letters
    lines = [house.mail_to or "", *(row.address or "" for row in house.buildings.values())]
    lines += [row.phone for row in ctx.protocol.document.contacts.values()]
    if settings:
        lines += [*settings.address, settings.phone, settings.contact.phone, settings.contact.email]
        lines += [settings.objections_address, settings.complaints_address, settings.privacy_officer or ""]
    return frozenset(line.casefold() for line in lines if line)


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def _health(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for one in _HEALTH.finditer(text))


def _prosecution(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield words by which an aangifte is told of without its name."""
    if not may_speak(ctx):
        yield from (one[0] for one in _PROSECUTION.finditer(text))


def _security(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for one in _SECURITY.finditer(text))


SEARCHES: tuple[tuple[str, Callable[[Context, str, str], Iterator[str]]], ...] = (
    ("name", names),
    ("first_name", first_names),
    ("address", _addresses),
    ("phone", _phones),
    ("mail", _mails),
    ("number", _numbers),
    ("account", facts),
    ("health", _health),
    ("prosecution", _prosecution),
    ("security", _security),
    ("security", protection),
)
