"""Which letters a case can send: what is meant by a word for one, and the measure that it is about.

A letter is named by its kind (`ban`), by the measure that it tells of (`warning_written`), or by that measure's own id
in the case (`ban-1`). A letter about a measure needs that measure: nothing is sent that nobody decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.words import LETTER_KINDS, LetterKind
from vangnet.case.bans import DEFAULT_BASIS, deciding_role
from vangnet.case.errors import FieldError, Invalid
from vangnet.case.facts import Context
from vangnet.case.people import place
from vangnet.case.remedies import RemedyItem
from vangnet.case.response_items import MeasureItem
from vangnet.case.state import Case

# Kinds that tell of a measure: the first three when it is decided, then when it has ended, then of what became of it.
OF_A_DECISION: frozenset[LetterKind] = frozenset({"warning", "service_limit", "ban"})
OF_AN_END: frozenset[LetterKind] = frozenset({"early_end"})
OF_AN_OBJECTION: frozenset[LetterKind] = frozenset({"objection_decision"})


@dataclass(frozen=True)
class Meant:
    """A letter of a case: its kind, and the measure that it is about, if any."""

    kind: LetterKind
    measure: MeasureItem | None = None
    remedy: RemedyItem | None = None

    @property
    def lacks_its_decision(self) -> bool:
        """Tell whether nothing was decided yet that it could tell of."""
        if self.kind in OF_AN_OBJECTION:
            return self.measure is None or self.remedy is None
        return self.measure is None and self.kind in OF_A_DECISION | OF_AN_END | OF_AN_OBJECTION


def meant(ctx: Context, word: str) -> Meant:
    """Return which letter a word means.

    Raises:
        Invalid: naming the words that there are.
    """
    kind = kind_of(ctx, word)
    if kind is None:
        choices = dict.fromkeys((*LETTER_KINDS, *_with_letter(ctx), *ctx.case.measures))
        raise Invalid(FieldError("letter", "unknown_word", {"word": word, "choices": ", ".join(choices)}))
    if word in ctx.case.measures:
        return Meant(kind, ctx.case.measures[word])
    if kind in OF_AN_OBJECTION:
        decided = [one for one in ctx.case.remedies.values() if one.kind == "objection" and one.decided_at]
        return Meant(kind, ctx.case.measures.get(decided[-1].measure or ""), decided[-1]) if decided else Meant(kind)
    return Meant(kind, _last(ctx, kind, word))


def proposed(ctx: Context, letter: Meant) -> Meant:
    """Return the letter of a ban that was proposed and not decided yet, as whoever would decide it now."""
    proposal = ctx.case.proposal
    if letter.kind != "ban" or proposal is None:
        return letter
    role = deciding_role(ctx.protocol, proposal.measure, proposal.legal_basis or DEFAULT_BASIS)
    decides = next(iter(place(ctx, role or "handler")), "")
    return Meant("ban", replace(proposal, decided_by=decides, decided_at=ctx.now))


def kind_of(ctx: Context, word: str) -> LetterKind | None:
    """Return the kind of the letter that a kind, a measure's name or a measure's id stands for."""
    if word in LETTER_KINDS:
        return word
    item = ctx.case.measures.get(word)
    row = ctx.protocol.document.measures.get(item.measure if item else word)
    return row.letter if row else None


def letters_of(ctx: Context) -> Iterator[Meant]:
    """Yield each letter that the case can send now: of every measure, of every early end, and those of no measure."""
    for item in ctx.case.measures.values():
        kind = kind_of(ctx, item.id)
        if kind and item.ended_at is None:
            yield Meant(kind, item)
        elif kind == "ban":
            yield Meant("early_end", item)
    if any(one.kind == "objection" and one.decided_at for one in ctx.case.remedies.values()):
        yield meant(ctx, "objection_decision")
    yield Meant("invitation")
    yield Meant("avg_notice")


def _with_letter(ctx: Context) -> Iterator[str]:
    return (name for name, row in ctx.protocol.document.measures.items() if row.letter)


def _last(ctx: Context, kind: LetterKind, word: str) -> MeasureItem | None:
    """Return the measure that a letter named by its kind is about: the last of that kind that runs, else the last."""
    if kind == "avg_notice":
        return None
    wanted = "ban" if kind in OF_AN_END else kind
    named = word in ctx.protocol.document.measures and word not in LETTER_KINDS
    items = [
        one
        for one in ctx.case.measures.values()
        if (one.measure == word if named else kind_of(ctx, one.id) == wanted)
        and (kind not in OF_AN_END or one.ended_at is not None)
    ]
    running = [one for one in items if one.ended_at is None]
    return next(reversed(running or items), None)


def outdated(case: Case, kind: LetterKind, item: MeasureItem) -> bool:
    """Tell whether the letter that was made last says something else than was decided: a draft, or other days."""
    of_it = [one for one in case.made.values() if one.kind == kind and one.measure in {None, item.id} and one.content]
    if not of_it:
        return False
    last = of_it[-1]
    days = (("starts_on", item.starts_on), ("ends_on", item.ends_on))
    differs = any(day and last.content.get(name, str(day)) != str(day) for name, day in days)
    return last.draft or (kind in OF_A_DECISION and differs)
