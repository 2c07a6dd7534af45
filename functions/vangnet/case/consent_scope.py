"""How far a consent goes, by the words of its scope: which receivers it names, and which it leaves out.

- no scope at all is no limit;
- a scope that names receivers holds for those, and one that says everybody for all but whom it leaves out;
- a scope in other words limits it to nobody whom a program could know of, so that nobody is told on its ground. For
  speaking of the aangifte such words say why, not to whom.

When in doubt nobody is told. Whom a piece with a "no" or an "unless" names is left out; one with an "unless" that names
nobody may be about all; who reads for the whole world (the press) is told only in words that are known, each of them.

Receivers are named by our words for them, and by those that the document gives.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from schemas.words import RECEIVERS
from vangnet.case import consent_words as w
from vangnet.case.facts import Context

SPEAKING = "speak_about_aangifte"
THE_WORLD = "press"
WHOLE_LENGTH_MAX = (
    4  # A short word is one by itself; of a longer one its beginning is enough: "raadsled" of raadsleden.
)
# What is written short, in full: a point in it ends no sentence. What else has points in it is not known.
_SHORT = (
    (re.compile(r"\b(?:m\.?\s?u\.?\s?v\.?|excl\.?|uitz\.?|beh\.?|i\.?\s?p\.?\s?v\.?)(?=\s|$)"), " behalve "),
    (re.compile(r"\b(?:\w\.){2,}"), " onbekend "),
    (re.compile(r"\b(?:max|evt|bijv|event|ca|incl)\.(?=\s+\w)"), " onbekend "),
)
_SENTENCES = re.compile(r"[.;!\n]|\s[-–—]\s|\bmaar\b|\bbut\b(?=\s+(?:not|no|never)\b)")
_PIECES = re.compile(r",|\b(?:en|of|and|or)\b|[&+/]")
_EXCEPT = re.compile(r"\b(?:behalve|uitgezonderd|zonder|except|but)\b(?=\s+\w)")
_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"['’`]")
Named = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Piece:
    """A piece of a scope between two commas: whom it names, and what else stands in it."""

    names: frozenset[str]
    exactly: frozenset[str]  # Whom it names by a whole word of ours, not by one that begins so.
    everybody: bool
    limits: tuple[str, ...]
    others: frozenset[str]  # Its words that are none of those.
    leads: bool  # Its limit stands before whom it names.
    denied: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether it only names receivers, so that a no before or after a list of them is its no as well."""
        return bool(self.names) and not self.limits and self.others <= w.FILLERS

    @property
    def plain(self) -> bool:
        """Tell whether every word of it is known."""
        return self.others <= w.FILLERS | w.TELLING

    @property
    def only(self) -> bool:
        """Tell whether it says that these receivers are told, and no other: "alleen de raad"."""
        return len(self.limits) == 1 and self.limits[0] in w.ONLY and self.plain and self.leads and bool(self.names)

    @property
    def says_no(self) -> bool:
        """Tell whether it says of whom it names that they are not told, in so many words: "niet de pers"."""
        one_no = len(self.limits) == 1 and self.limits[0] in w.NO and not self.everybody
        return self.bare_no or (one_no and bool(self.names) and self.plain)

    @property
    def bare_no(self) -> bool:
        """Tell whether it became a no by standing in a list behind one."""
        return self.denied and not self.limits

    @property
    def on_content(self) -> bool:
        """Tell whether it limits what is told and not to whom: "zonder mijn naam", "alleen dat er een zaak komt"."""
        if self.names or self.everybody or not self.limits:
            return False
        what = self.others & w.CONTENT and self.others <= w.FILLERS | w.CONTENT
        return bool(what) or (len(self.limits) == 1 and self.limits[0] in w.ONLY and "dat" in self.others)

    @property
    def denies(self) -> bool:
        """Tell whether whom it names is left out."""
        return self.denied or (bool(self.limits) and not self.only)


def goes_so_far(ctx: Context, scope: str, to: str, purpose: str) -> bool:
    """Tell whether a consent with this scope holds for these receivers, as the document names them."""
    row = ctx.protocol.document.messages
    return covers(scope, to, purpose, {str(name): words for name, words in row.named.items()} if row else {})


def covers(scope: str, to: str, purpose: str, named: Named) -> bool:
    """Tell whether a consent with this scope holds for these receivers."""
    pieces = [one for sentence in _sentences(scope, named) for one in _spread(sentence)]
    if not pieces:
        return not scope.strip()
    if purpose == SPEAKING and not any(one.names or one.everybody for one in pieces):
        return all(one.on_content or not one.limits for one in pieces)
    return to in _told(pieces)


def _told(pieces: list[_Piece]) -> set[str]:
    """Return whom these pieces let be told; nobody where one of them limits it and does not say for whom."""
    limited = any(one.limits for one in pieces)
    denying = [one for one in pieces if one.denies and not one.on_content]
    if any(not one.names or one.everybody for one in denying):
        return set()
    left_out: set[str] = {name for one in denying for name in one.names}
    allowing = [one for one in pieces if not one.denies and not one.on_content]
    meant: set[str] = {name for one in allowing for name in _meant(one, limited=limited)}
    everybody = any(one.everybody and one.plain and not one.names for one in allowing)
    if meant or not all(one.says_no for one in denying):
        return meant - left_out
    clear = everybody or (bool(denying) and not allowing and _clear(denying))
    others = {str(one) for one in RECEIVERS} - ({THE_WORLD} if limited else set())
    return others - left_out if clear else set()


def _meant(piece: _Piece, *, limited: bool) -> frozenset[str]:
    """Return whom a piece lets be told: in words that are all known, where there is a limit or for the press."""
    open_words = piece.names - {THE_WORLD} if not limited else frozenset()
    return (piece.exactly | (piece.names - {THE_WORLD}) if piece.plain else frozenset()) | open_words


def _clear(denying: list[_Piece]) -> bool:
    """Tell whether all of these say no by themselves, so that whom they do not name may be told."""
    return all(one.limits and one.leads for one in denying)


def _sentences(scope: str, named: Named) -> list[list[_Piece]]:
    text = _APOSTROPHES.sub("", w.plain(w.without_signs(scope)))
    for short, in_full in _SHORT:
        text = short.sub(in_full, text)
    found = [[_piece(one, named) for one in _split(sentence, named)] for sentence in _SENTENCES.split(text)]
    return [pieces for pieces in found if pieces]


def _split(sentence: str, named: Named) -> list[str]:
    """Return the pieces of a sentence: between commas and "en", and where an exception to everybody begins."""
    pieces = []
    for one in _PIECES.split(sentence):
        exception = _EXCEPT.search(one)
        before = one[: exception.start()] if exception else ""
        whole = not any(word in w.EVERYBODY for word in before.split()) or _names(before, named)
        pieces += [one] if whole or exception is None else [before, one[exception.start() :]]
    return [one for one in pieces if _WORD.search(one)]


def _spread(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces of a sentence, with a no also given to what stands in one list with it, before or behind."""
    found = list(pieces)
    for at, one in enumerate(pieces):
        if not one.denies or one.on_content:
            continue
        step = 1 if one.leads else -1
        beside = at + step
        while 0 <= beside < len(pieces) and pieces[beside].bare:
            found[beside] = replace(pieces[beside], denied=True)
            beside += step
    return found


def _piece(text: str, named: Named) -> _Piece:
    spans = _names(text, named)
    rest = text
    for first, last in spans:
        rest = rest[:first] + " " * (last - first) + rest[last:]
    words = [(one.start(), one[0]) for one in _WORD.finditer(rest)]
    limits = [(at, word) for at, word in words if w.limits(word)]
    others = frozenset(word for _, word in words if not w.limits(word) and word not in w.EVERYBODY)
    return _Piece(
        names=frozenset(name for names in spans.values() for name in names),
        exactly=frozenset(name for span, names in spans.items() if _whole(text[slice(*span)], named) for name in names),
        everybody=any(word in w.EVERYBODY for _, word in words),
        limits=tuple(word for _, word in limits),
        others=others,
        leads=bool(limits) and limits[0][0] < min((first for first, _ in spans), default=len(text)),
    )


def _names(text: str, named: Named) -> dict[tuple[int, int], set[str]]:
    """Return where a text names receivers, each with whom it may mean; a word begun so is theirs to its end."""
    found: dict[tuple[int, int], set[str]] = {}
    for receiver in RECEIVERS:
        for word in _words_for(receiver, named):
            end = r"\b" if len(word) <= WHOLE_LENGTH_MAX else r"\w*"
            for one in re.finditer(rf"\b{re.escape(word)}{end}", text):
                found.setdefault(one.span(), set()).add(receiver)
    return found


def _words_for(receiver: str, named: Named) -> tuple[str, ...]:
    own = (receiver, receiver.replace("_", "-"), receiver.replace("_", " "))
    return tuple(dict.fromkeys(w.plain(one) for one in (*own, *named.get(receiver, ()))))


def _whole(word: str, named: Named) -> bool:
    """Tell whether a word stands so in our words for who reads for the whole world, or is its plural."""
    return any(word in {one, f"{one}s", f"{one}n", f"{one}en"} for one in _words_for(THE_WORLD, named))
