"""Names in a text for outside, however they are written: in full, by initials, the last name or the first alone."""

import re
from collections.abc import Iterator

from vangnet.case.consent_scope import goes_so_far
from vangnet.case.facts import Context
from vangnet.case.folding import Folded, fold, folded, word_set

NEVER_NAMED_TO = frozenset({"press"})  # A consent to tell them is no consent to be named to the whole world.
TELLING = "inform_others"
NAME_LENGTH_MIN = 3
PARTICLES = word_set("de den der des het ten ter te van von het 't la le di da du dos el al bin ben in op aan")
# Last and first names that are words as well: without a capital they are taken for the word.
WORDS_TOO = word_set(
    "bakker visser smit smits mulder kok jager boer bos berg dijk vos haan molen groot jong klein brink "
    "wit zwart meer veen post kuiper kuipers koning prins keizer graaf hertog heer meester schipper "
    "kramer slager timmer wever schilder schouten dekker bouwman kool peters lang lange kort korte oud "
    "oude bruin groen rood blauw zomer winter roos bloem mark floor storm pleun fleur sterre mees beer "
    "wolf haas duif valk arend vink ven vries bosch kamp hof huis kerk school wal poort brug loos goed "
    "vrolijk zoon hart baan laan weg maan zon steen sand zand klok hoek"
)
# Two letters with dots that are no initials of anybody.
NO_INITIALS = word_set("o.a. i.p. d.d. b.v. m.i. e.e. a.s. j.l. e.d. n.v. e.v. m.n. n.a. t.o. v.d. b.d. e.a. p.m.")
# What stands between the words of a name, and more initials: each short, so that no text is searched without end.
_GAP, _LINK = r"\s{0,3}", r"[\s-]{1,3}"
_INITIALS = rf"(?:{_GAP}\b[a-z]\.){{0,4}}?"


def names(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield where a text names somebody whom these receivers may not know of."""
    searched = folded(text)
    for name in dict.fromkeys((*_of_harmed(ctx, to), *_of_others(ctx))):
        yield from _in_full(searched, name)
        yield from _alone(searched, _last(name))


def first_names(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield where a text has the first name of somebody harmed, and not his last."""
    searched = folded(text)
    for name in dict.fromkeys(_of_harmed(ctx, to)):
        words = fold(name).split()
        if len(words) > 1:
            yield from _alone(searched, words[0])


def _of_harmed(ctx: Context, to: str) -> Iterator[str]:
    """Yield the names of who is harmed, unless he agreed that these receivers know."""
    people, consents = ctx.protocol.municipality.people, ctx.case.police.consents
    for one in ctx.case.harmed:
        given = consents.get((one.key, TELLING))
        told = given and given.holds and goes_so_far(ctx, given.scope, to, TELLING) and to not in NEVER_NAMED_TO
        if one.body is None and not told:
            yield from (name for name in (one.name, people[one.person].name if one.person in people else None) if name)


def _of_others(ctx: Context) -> Iterator[str]:
    """Yield the names of who reported and of who did it."""
    people = ctx.protocol.municipality.people
    reporter = ctx.case.reporter
    if reporter in people and all(one.person != reporter for one in ctx.case.harmed):
        yield people[reporter].name
    for accused in ctx.case.perpetrators:
        known = people[accused.person].name if accused.person in people else None
        yield from (name for name in (accused.name, accused.representative, known) if name)


def _in_full(searched: Folded, name: str) -> Iterator[str]:
    words = fold(name).replace(".", " ").split()
    if len(words) == 1:
        return
    given, last, between = words[0], words[-1], words[1:-1]
    middle = "".join(rf"{_GAP}\b(?:{re.escape(one)}\b|{re.escape(one[0])}\.)" for one in between)
    particles = [re.escape(one) for one in between if one in PARTICLES]
    family = "".join(rf"{_GAP}\b{one}\b" for one in particles) + _LINK + re.escape(last)
    first = rf"(?<!\w)(?:{re.escape(given)}|{re.escape(given[0])}\b\.?)"
    yield from searched.found(rf"{first}{_INITIALS}{middle}{_LINK}{re.escape(last)}(?!\w)")
    yield from searched.found(rf"{first}{family}(?!\w)")
    begins = rf"(?<!\w)(?:{re.escape(given)}|{re.escape(given[0])}\.){_INITIALS}"
    initials = rf"{begins}(?:{middle})?{_GAP}\b{re.escape(last[0])}\.(?!\w)"
    yield from (one for one in searched.found(initials) if fold(one).replace(" ", "") not in NO_INITIALS)
    if particles:  # A last name of more than one word is one in small letters, too.
        yield from searched.found(rf"(?<!\w){_LINK.join([*particles, re.escape(last)])}(?!\w)")


def _alone(searched: Folded, word: str) -> Iterator[str]:
    """Yield a name of one word: with a capital always, in small letters where it is no other word as well."""
    if len(word) < NAME_LENGTH_MIN:
        return
    for one in searched.found(rf"(?<!\w){re.escape(word)}(?!\w)"):
        if one[0].isupper() or (word not in WORDS_TOO and len(word) > NAME_LENGTH_MIN):
            yield one


def _last(name: str) -> str:
    return fold(name).strip().rpartition(" ")[2]
