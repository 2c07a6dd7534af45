"""What no letter to who did it may tell, in whatever field it is typed: how somebody is protected, and where he lives.

A letter says what happened, and may name its place where that is the municipality's own building or a public one. What
is recorded as a measure of protection stands in no text that leaves the house (AP-6.6); the private address, telephone
and mail of who was harmed are for who sees the case (AP-5.1.6).
"""

import re
from collections.abc import Iterator

from schemas.commands import letters as c
from vangnet.case.addresses import POSTCODE, key, numbered, private, streets
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.outgoing import SECURITY_RULE, telling_words
from vangnet.case.searching import own_lines, reached_by

PRIVATE_RULE = "AP-5.1.6"
SENTENCE = re.compile(r"[^.!?\n]+")
SAID_SHARE = 0.75  # Of the telling words of a measure.
ENDING_MAX = 3  # Letters by which a word may be longer: "wagen", "wagentje".
OWN = frozenset({"letter", "addressee", "address", "representative"})  # Of whom the letter is to, or its kind.


def check_secrets(ctx: Context, asked: c.MakeLetter) -> None:
    """Pass if no field tells of a recorded measure of protection, or of a private address.

    Raises:
        Refused: naming the field; a measure of protection (AP-6.6) before an address (AP-5.1.6).
    """
    typed = [(name, text) for name, text in asked if isinstance(text, str) and name not in OWN]
    for name, text in typed:
        if tells_protection(ctx, text):
            raise Refused(SECURITY_RULE, "letter_tells_security", field=name)
    for name, text in typed:
        if _tells_private(ctx, asked, text):
            raise Refused(PRIVATE_RULE, "letter_tells_address", field=name)


def tells_protection(ctx: Context, text: str) -> bool:
    """Tell whether a sentence says nearly all of a recorded measure of protection, in its own words (AP-6.6).

    It asks for more than the search of what goes to the press, which a person weighs: a letter is refused, and must be
    able to say that he stood on the parking place of the town hall, or that the police found him there.
    """
    measures = [telling_words(one) for one in ctx.case.police.secured]
    sentences = [telling_words(one) for one in SENTENCE.findall(text)] if measures else []
    return any(_says(sentence, measure) for measure in measures if measure for sentence in sentences)


def _says(sentence: frozenset[str], measure: frozenset[str]) -> bool:
    said = sum(any(_same(word, other) for other in sentence) for word in measure)
    return said >= SAID_SHARE * len(measure)


def _same(word: str, other: str) -> bool:
    """Tell whether two words are one, but for how it ends."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= ENDING_MAX


def _tells_private(ctx: Context, asked: c.MakeLetter, text: str) -> bool:
    """Tell whether a text has an address, number or mail address in it that is somebody's own."""
    accounts, place = [*_accounts(ctx)], (ctx.case.report.place or "") if ctx.case.report else ""
    if reached_by(text) & _reached(ctx):
        return True
    known = (*own_lines(ctx), asked.address or "")
    open_ones = {(one.key, one.number) for line in known for one in streets(line)}
    open_streets = {street for street, _ in open_ones}
    homes, bare = private(place, accounts)
    found = [one for one in (*streets(text), *numbered(text)) if (one.key, one.number) not in open_ones]
    tells = any((one.number and one.key in homes) or (one.key in bare and one.key not in open_streets) for one in found)
    return tells or bool(_codes(text) & (_codes(" | ".join((place, *accounts))) - _codes(" | ".join(known).upper())))


def _codes(text: str) -> frozenset[str]:
    return frozenset(key(one[0]) for one in POSTCODE.finditer(text))


def _accounts(ctx: Context) -> Iterator[str]:
    report = ctx.case.report
    if report:
        yield from (one for one in (report.account, *(forwarded.text for forwarded in report.forwarded)) if one)


def _reached(ctx: Context) -> frozenset[str]:
    """Return the telephone numbers and mail addresses of whoever is harmed or reported."""
    people = ctx.protocol.municipality.people
    wanted = {ctx.case.reporter, *(name for one in ctx.case.harmed for name in (one.person, one.family_of))}
    return reached_by(" | ".join(f"{people[one].mobile} | {people[one].email}" for one in wanted if one in people))
