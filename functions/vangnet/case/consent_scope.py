"""How far a consent goes, by the words of its scope: which receivers it names, and which it leaves out.

- no scope at all is no limit;
- a scope that names receivers holds for those, and one that says everybody for all but whom it leaves out;
- a scope in other words limits it to nobody whom a program could know of, so that nobody is told on its ground. For
  speaking of the aangifte such words say why, not to whom.

Receivers are named by our words for them, and by those that the document gives.
"""

import re
from collections.abc import Mapping

from schemas.words import RECEIVERS
from vangnet.case.facts import Context

SPEAKING = "speak_about_aangifte"
WHOLE_LENGTH_MAX = (
    4  # A short word is one by itself; of a longer one its beginning is enough: "raadsled" of raadsleden.
)
EVERYBODY = ("iedereen", "allen", "alle", "everybody", "everyone", "all")
_NOT = re.compile(r"\b(?:niet|geen|behalve|uitgezonderd|zonder|not|no|except|but)\b")
_PIECES = re.compile(r"[,;.\n]|\b(?:maar|en)\b|(?=\b(?:behalve|uitgezonderd|zonder|except|but)\b)")
Named = Mapping[str, tuple[str, ...]]


def goes_so_far(ctx: Context, scope: str, to: str, purpose: str) -> bool:
    """Tell whether a consent with this scope holds for these receivers, as the document names them."""
    row = ctx.protocol.document.messages
    return covers(scope, to, purpose, {str(name): words for name, words in row.named.items()} if row else {})


def covers(scope: str, to: str, purpose: str, named: Named) -> bool:
    """Tell whether a consent with this scope holds for these receivers."""
    pieces = [one for one in _PIECES.split(scope.casefold()) if one.strip()]
    if not pieces:
        return True
    allowed = [one for one in pieces if not _NOT.search(one)]
    left_out = {name for one in pieces if _NOT.search(one) for name in RECEIVERS if _names(one, name, named)}
    everybody = any(word in one.split() for one in allowed for word in EVERYBODY)
    meant = {name for one in allowed for name in RECEIVERS if _names(one, name, named)}
    if not (meant or left_out or everybody):
        return purpose == SPEAKING
    return to not in left_out and (to in meant or (everybody and not meant) or not (meant or everybody or allowed))


def _names(piece: str, receiver: str, named: Named) -> bool:
    """Tell whether a piece of a scope names these receivers."""
    own = (receiver, receiver.replace("_", "-"), receiver.replace("_", " "))
    return any(_stands_in(word.casefold(), piece) for word in (*own, *named.get(receiver, ())))


def _stands_in(word: str, piece: str) -> bool:
    end = r"\b" if len(word) <= WHOLE_LENGTH_MAX else ""
    return re.search(rf"\b{re.escape(word)}{end}", piece) is not None
