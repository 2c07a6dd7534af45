"""Messages that leave the house: their state, who speaks, and what stands in the way of one.

What may never be said comes before what is missing, in this order:

- to these receivers somebody else speaks now, as a criminal investigation runs (AP-6.4);
- no security measure stands in any text (AP-6.6);
- nothing on the aangifte, unless everybody harmed agreed (AP-5.4.3);
- these receivers are told with the consent of everybody harmed, as far as its scope goes (AP-6.3);
- a message on a serious threat was aligned with the prosecution (AP-6.5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from vangnet.case.consent_scope import goes_so_far
from vangnet.case.police import mentions_aangifte, must_consent

if TYPE_CHECKING:
    from schemas.protocol.messages import LeftToOthers
    from vangnet.case.call import Call
    from vangnet.case.facts import Context
    from vangnet.case.state import Case, DutyItem

SECURITY_RULE = "AP-6.6"
AANGIFTE_RULE = "AP-5.4.3"
AANGIFTE_WORDS = ("aangifte", "prosecution", "vervolging")
SECURITY_WORDS = ("secur", "beveilig", "police_measure")
STEM_LENGTH = 6  # So that "surveillance" is found in "surveilleert".
TELLING_LENGTH_MIN = 4  # Shorter words tell nothing of a measure.
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+")
_TELL_NOTHING = frozenset({"deze", "door", "extra", "haar", "heeft", "hebben", "komt", "meer", "naar", "niet", "omdat"})
_TELL_LITTLE = frozenset({"onder", "over", "rond", "tegen", "tijdens", "voor", "wordt", "worden", "zijn", "zodat"})


@dataclass(frozen=True)
class OutgoingItem:
    """One message for outside: to whom, its text, who drafted it when (UTC), and what became of it."""

    id: str
    to: str
    text: str
    mentions: tuple[str, ...]
    drafted_at: datetime
    drafted_by: str
    aligned_at: datetime | None = None
    aligned_with: str = ""
    alignment: str = ""
    approved_at: datetime | None = None
    approved_by: str = ""
    despite: tuple[str, ...] = ()
    withdrawn_at: datetime | None = None
    why_withdrawn: str = ""

    @property
    def open(self) -> bool:
        """Tell whether it waits for somebody to let it go out."""
        return self.approved_at is None and self.withdrawn_at is None


def left_to_others(ctx: Context, to: str) -> LeftToOthers | None:
    """Return who speaks to these receivers instead, where the prosecution stands so that the municipality does not."""
    row = ctx.protocol.document.messages
    others = row.left_to_others if row else None
    closed = others and to in others.to and ctx.case.police.prosecution in others.prosecution
    return others if closed else None


def not_consenting(ctx: Context, to: str, purpose: str) -> tuple[str, ...]:
    """Return who did not consent to this purpose, or not as far as these receivers."""
    given = ctx.case.police.consents
    found = ((key, given.get((key, purpose))) for key in must_consent(ctx))
    return tuple(key for key, item in found if not (item and item.holds and goes_so_far(ctx, item.scope, to, purpose)))


def names_security(ctx: Context, item: OutgoingItem) -> bool:
    """Tell whether a message touches a security measure: by what it mentions, or as its text tells of one."""
    numbers = {f"security-{number}" for number in range(1, len(ctx.case.police.secured) + 1)}
    mentioned = (word.strip().casefold() for word in item.mentions)
    if any(word in numbers or word.startswith(SECURITY_WORDS) for word in mentioned):
        return True
    return tells_of_security(ctx, item.text)


def tells_of_security(ctx: Context, text: str) -> bool:
    """Tell whether a sentence of a text tells of a measure of protection that was recorded (AP-6.6)."""
    measures = [_stems(one) for one in ctx.case.police.secured]
    sentences = [_stems(one) for one in _SENTENCE.findall(text)] if measures else []
    return any(_tells(sentence, measure) for measure in measures for sentence in sentences)


def _tells(sentence: frozenset[str], measure: frozenset[str]) -> bool:
    """Tell whether a sentence has half of what a measure says, and two words of it where it has more than one."""
    return bool(measure) and len(sentence & measure) >= max(min(2, len(measure)), len(measure) / 2)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM_LENGTH] for word in telling_words(text))


def telling_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell something, in small letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = (word for word in _WORD.findall(plain) if len(word) >= TELLING_LENGTH_MIN)
    return frozenset(word for word in words if word not in _TELL_NOTHING | _TELL_LITTLE)


def names_aangifte(item: OutgoingItem) -> bool:
    """Tell whether a message touches the aangifte, by what it mentions or by its text."""
    mentioned = (word.strip().casefold() for word in item.mentions)
    return mentions_aangifte(item.text) or any(one in word for word in mentioned for one in AANGIFTE_WORDS)


def _never_security(ctx: Context, item: OutgoingItem) -> str | None:
    return SECURITY_RULE if names_security(ctx, item) else None


def _no_aangifte(ctx: Context, item: OutgoingItem) -> str | None:
    spoken = names_aangifte(item) and not_consenting(ctx, item.to, "speak_about_aangifte")
    return AANGIFTE_RULE if spoken else None


def _others_speak(ctx: Context, item: OutgoingItem) -> str | None:
    others = left_to_others(ctx, item.to)
    return others.rule if others else None


def _consented(ctx: Context, item: OutgoingItem) -> str | None:
    row = ctx.protocol.document.messages
    asked = row.consent if row and row.consent and item.to in row.consent.to else None
    return asked.rule if asked and not_consenting(ctx, item.to, "inform_others") else None


def _aligned(ctx: Context, item: OutgoingItem) -> str | None:
    row = ctx.protocol.document.messages
    asked = row.alignment if row and row.alignment and ctx.case.classed in row.alignment.classes else None
    return asked.rule if asked and item.aligned_at is None else None


Check = Callable[["Context", OutgoingItem], str | None]
# Each returns the rule that stands in the way, if any; the words say what to do about it.
OF_A_DRAFT: tuple[tuple[Check, str], ...] = (
    (_never_security, "mentions_security"),
    (_no_aangifte, "message_mentions_aangifte"),
)
BEFORE_APPROVAL: tuple[tuple[Check, str], ...] = (
    (_others_speak, "om_speaks"),
    *OF_A_DRAFT,
    (_consented, "not_to_be_told"),
    (_aligned, "not_aligned"),
)


def in_the_way(ctx: Context, item: OutgoingItem) -> tuple[tuple[str, str], ...]:
    """Return everything that stands in the way of a message, each as its rule and the key of its words, in order."""
    found = ((check(ctx, item), because) for check, because in BEFORE_APPROVAL)
    return tuple((rule, because) for rule, because in found if rule)


def waiting(case: Case) -> tuple[OutgoingItem, ...]:
    """Return the messages that nobody approved or withdrew yet."""
    return tuple(one for one in case.outgoing.values() if one.open)


def drafted(ctx: Context, name: str, row: object) -> Iterator[Call]:
    """Yield a call for each message that waits for the spokesperson, but for what somebody else says now."""
    from vangnet.case.call import Call  # Here, as few cases have messages.

    for one in waiting(ctx.case):
        if left_to_others(ctx, one.to) is None:
            yield Call(one.drafted_at, about=one.id)


def approved(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom the message of a duty was approved."""
    one = case.outgoing.get(duty.about or "")
    return (one.approved_at, one.approved_by) if one and one.approved_at else None
