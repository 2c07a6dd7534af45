"""What stands in a text for outside that its receivers may not have: a pure search, shown before anybody approves.

It proposes and decides nothing: a person reads each finding and answers for the text. Looked for, in this order:

- names of those concerned: who is harmed (unless his consent goes as far as these receivers, the press excepted),
  family, who reported, who did it;
- addresses, telephone numbers and mail addresses that are not the municipality's own; numbers of people and accounts;
- words of the account, and the place where it happened;
- words on health and on security.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vangnet.case.consent_scope import goes_so_far
from vangnet.case.facts import Context

NEVER_NAMED_TO = frozenset({"press"})  # A consent to tell them is no consent to be named to the whole world.
TELLING = "inform_others"
RUN_LENGTH = 5  # So many words that follow each other as in the account are its words.
PLACE_LENGTH_MIN = 4
NAME_LENGTH_MIN = 3
PHONE_DIGITS_MIN, PHONE_DIGITS_MAX = 9, 15
DOTLESS_I = "\N{LATIN SMALL LETTER DOTLESS I}"  # The one letter of Turkish names that has no accent to take off.
FOUND_MAX = 50  # More is no message for outside but a file, and a person stops reading.
_WORD = re.compile(r"\w+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_PHONE = re.compile(r"(?<![\w-])(?:\+|0)[\d ()./-]{8,20}\d(?!\w)")
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET = re.compile(
    r"\b[A-ZÀ-Ý][\w'’.-]{0,40}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|dreef|hof|pad|steeg|markt|park|plantsoen"
    r"|ring|baan|wal|haven|erf|boulevard|allee|akker|weide|veld|kamp|brink|burg|zoom|oever) \d{1,4}\w?\b"
)
_NUMBER = re.compile(r"\bNL\d{2} ?[A-Z]{4}(?: ?\d){10}\b|\b\d{9}\b|\bPL\d{4}[-/ ]?\d[\d-]*")
_BORN = re.compile(r"\bgeboren (?:op|in) \S{1,20}(?: \w{3,9} \d{4})?|\bborn (?:on|in) \S{1,20}", re.IGNORECASE)
_HEALTH = re.compile(
    r"\b(?:letsel|gewond|verwond|ziekenhuis|arts|huisarts|psycholo\w+|psychiat\w+|trauma\w*|therap\w+|burn-?out|ziek"
    r"|ziekgemeld|medicijn\w*|injur\w+|wounded|hospital|doctor)\b",
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
        """Tell whether a longer finding of the same kind has these words in it."""
        return self.kind == other.kind and self.quote in other.quote


def findings(ctx: Context, text: str, to: str) -> tuple[Finding, ...]:
    """Return what stands in a text that these receivers may not have, each once, at most fifty."""
    found = dict.fromkeys(Finding(kind, quote) for kind, search in SEARCHES for quote in search(ctx, text, to))
    whole = (one for one in found if not any(one != two and one.within(two) for two in found))
    return tuple(whole)[:FOUND_MAX]


def _names(ctx: Context, text: str, to: str) -> Iterator[str]:
    plain = _plain(text)
    for name in dict.fromkeys(_secret_names(ctx, to)):
        for form in _forms(name):
            ignoring = re.IGNORECASE if " " in form or "." in form else 0
            for one in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", plain, ignoring):
                yield text[one.start() : one.end()]


def _secret_names(ctx: Context, to: str) -> Iterator[str]:
    """Yield the names of those concerned that these receivers may not have."""
    people, consents = ctx.protocol.municipality.people, ctx.case.police.consents
    for one in ctx.case.harmed:
        given = consents.get((one.key, TELLING))
        told = given and given.holds and goes_so_far(ctx, given.scope, to, TELLING) and to not in NEVER_NAMED_TO
        if one.body is None and not told:
            yield from (name for name in (one.name, people[one.person].name if one.person in people else None) if name)
    reporter = ctx.case.reporter
    if reporter in people and all(one.person != reporter for one in ctx.case.harmed):
        yield people[reporter].name
    for accused in ctx.case.perpetrators:
        known = people[accused.person].name if accused.person in people else None
        yield from (name for name in (accused.name, accused.representative, known) if name)


def _forms(name: str) -> Iterator[str]:
    """Yield a name in full, and its last word, which has a capital where it is a name."""
    plain = _plain(name).strip()
    last = plain.rpartition(" ")[2]
    yield from dict.fromkeys(form for form in (plain, last) if len(form) >= NAME_LENGTH_MIN)


def _plain(text: str) -> str:
    """Return a text of the same length without accents, so that a name is found however it was typed."""
    return "".join(unicodedata.normalize("NFKD", one)[0] for one in text).replace(DOTLESS_I, "i")


def _mails(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = _own(ctx)
    yield from (one[0] for one in _MAIL.finditer(text) if one[0].casefold() not in own)


def _phones(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = {_digits(word) for word in _own(ctx)}
    for one in _PHONE.finditer(text):
        if PHONE_DIGITS_MIN <= len(_digits(one[0])) <= PHONE_DIGITS_MAX and _digits(one[0]) not in own:
            yield one[0]


def _addresses(ctx: Context, text: str, to: str) -> Iterator[str]:
    own = _own(ctx)
    for pattern in (_STREET, _POSTCODE):
        yield from (one[0] for one in pattern.finditer(text) if not any(one[0].casefold() in line for line in own))


def _numbers(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for pattern in (_NUMBER, _BORN) for one in pattern.finditer(text))


def _own(ctx: Context) -> frozenset[str]:
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


def _account(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield the runs of words that stand so in the account, and the place where it happened."""
    told = set()
    for source in _sources(ctx):
        words = [one[0].casefold() for one in _WORD.finditer(source)]
        told |= {tuple(words[at : at + RUN_LENGTH]) for at in range(len(words) - RUN_LENGTH + 1)}
    found = [*_WORD.finditer(text)]
    words = [one[0].casefold() for one in found]
    hits = [at for at in range(len(words) - RUN_LENGTH + 1) if tuple(words[at : at + RUN_LENGTH]) in told]
    for first, last in _runs(hits):
        yield text[found[first].start() : found[last + RUN_LENGTH - 1].end()]
    place = (ctx.case.report.place or "").strip() if ctx.case.report else ""
    if len(place) >= PLACE_LENGTH_MIN:
        yield from (one[0] for one in re.finditer(re.escape(place), text, re.IGNORECASE))


def _sources(ctx: Context) -> Iterator[str]:
    report = ctx.case.report
    if report:
        yield from (one for one in (report.account, *(forwarded.text for forwarded in report.forwarded)) if one)
        yield from (one.details for one in report.perpetrators if one.details)


def _runs(hits: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of numbers that follow each other."""
    starts = [one for before, one in pairwise([-2, *hits]) if one != before + 1]
    ends = [one for one, after in pairwise([*hits, -2]) if after != one + 1]
    yield from zip(starts, ends, strict=True)


def _health(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for one in _HEALTH.finditer(text))


def _security(ctx: Context, text: str, to: str) -> Iterator[str]:
    yield from (one[0] for one in _SECURITY.finditer(text))


SEARCHES: tuple[tuple[str, Callable[[Context, str, str], Iterator[str]]], ...] = (
    ("name", _names),
    ("address", _addresses),
    ("phone", _phones),
    ("mail", _mails),
    ("number", _numbers),
    ("account", _account),
    ("health", _health),
    ("security", _security),
)
