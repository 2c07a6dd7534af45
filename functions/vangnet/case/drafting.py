"""The letters of a case, made from what was decided: nothing in them differs from the decision they tell of.

`asked` is the command by which somebody makes a letter; it adds what the case does not know (an address, a time to
meet) and never a building, a day or a decider. A draft has `UNKNOWN` where that was not said yet.
"""

from collections.abc import Callable
from datetime import date

from schemas.commands import letters as c
from schemas.letterhead import LetterSettings
from schemas.letters import (
    AvgNotice,
    Ban,
    Decider,
    EarlyEnd,
    Invitation,
    Letter,
    ObjectionDecision,
    ServiceLimit,
    WarningLetter,
)
from schemas.words import LetterKind
from vangnet.calendar import Term, amsterdam_day
from vangnet.calendar.arithmetic import shifted
from vangnet.case import letter_parts as parts
from vangnet.case.bans import BASES
from vangnet.case.facts import Context
from vangnet.case.letters import Meant
from vangnet.case.recurrence import known
from vangnet.case.response_items import MeasureItem

ANSWER_WITHIN = Term(1, "week")
CATEGORIES = (
    "uw naam en, als wij die hebben, uw adres",
    "wat er volgens de melding is gebeurd",
    "wat u ons daarover hebt verteld",
    "welke maatregelen wij hebben genomen",
)
SOURCES = ("een melding van een bestuurder of medewerker", "ons eigen onderzoek")
RECIPIENTS = ("medewerkers van de gemeente die deze zaak behandelen", "de politie, als dat nodig is")

Maker = Callable[[Context, Meant, c.MakeLetter, LetterSettings, bool], Letter]


def drafted(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, *, draft: bool) -> Letter:
    """Return the letter; what is missing is `UNKNOWN` in it, which only a draft may have."""
    return MAKERS[letter.kind](ctx, letter, asked, settings, draft)


def _shared(ctx: Context, asked: c.MakeLetter, settings: LetterSettings, dated: date) -> dict[str, object]:
    return {
        "addressee": parts.addressee(ctx, asked.addressee, asked.address, asked.representative),
        "reference": ctx.case.reference,
        "dated": dated,
        "contact": parts.contact(settings),
        "kept": parts.kept(ctx),
    }


def _measured(ctx: Context, item: MeasureItem, asked: c.MakeLetter) -> dict[str, object]:
    """Return what a letter has that answers behaviour."""
    earlier = _earlier_measures(ctx, item) if asked.earlier_measures is None else asked.earlier_measures
    return {
        "facts": parts.facts(ctx, asked.happened, asked.place, parts.earlier_facts(asked.earlier)),
        "norm": parts.norm(ctx),
        "hearing": None if item.legal_basis == "court" else parts.hearing(ctx, ctx.case.hearing),
        "weighing": parts.weighing(ctx, item, asked.why, asked.why_this_long, earlier),
    }


def _earlier_measures(ctx: Context, item: MeasureItem) -> int:
    """Return how many measures were decided before this one, here and in his other cases, as far as those are known."""
    cases = (ctx.case, *known(ctx))
    return sum(one.decided_at < item.decided_at for case in cases for one in case.measures.values())


def _timed(item: MeasureItem) -> dict[str, object]:
    assert item.starts_on, "a measure with a letter of its days has them"
    assert item.ends_on, "a measure with a letter of its days has them"
    return {
        "starts_on": item.starts_on,
        "ends_on": item.ends_on,
        "evaluated_on": parts.evaluated_on(item.starts_on, item.ends_on),
    }


def _of_measure(
    ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool
) -> dict[str, object]:
    item = letter.measure
    assert item is not None, "what nobody decided has no letter"
    shared = _shared(ctx, asked, settings, amsterdam_day(item.decided_at))
    decider = parts.decider(ctx, item, item.decided_by)
    return shared | _measured(ctx, item, asked) | {"decider": decider, "draft": draft}


def _warning(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    return WarningLetter.model_validate(_of_measure(ctx, letter, asked, settings, draft))


def _service_limit(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    item = letter.measure
    assert item is not None
    assert item.starts_on, "a measure with a letter of its days has its first"
    labels = ctx.protocol.document.channels
    own = {
        "services": item.services,
        "channels": tuple(labels[name].nl for name in item.channels),
        "only_with": item.contact or None,
        "police_told": "notify_police" in ctx.protocol.document.commands,
        "stays_open": settings.stays_open or (f"per brief aan {settings.address[0]}",),
        "starts_on": item.starts_on,
        "ends_on": item.ends_on,
        "ends_when": item.ends_when or None,
        "evaluated_on": parts.looked_at_on(ctx, item),
    }
    return ServiceLimit.model_validate(_of_measure(ctx, letter, asked, settings, draft) | own)


def _ban(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    item = letter.measure
    assert item is not None
    own = {
        "legal_basis": item.legal_basis,
        "places": parts.places(ctx, item),
        "extension": _extension(ctx, item),
        "local_rule": settings.local_rule if item.legal_basis == "apv" else None,
        "ruling": asked.ruling if item.legal_basis == "court" else None,
    }
    return Ban.model_validate(_of_measure(ctx, letter, asked, settings, draft) | _timed(item) | own)


def _extension(ctx: Context, item: MeasureItem) -> int:
    """Return which extension a ban is, where its legal basis counts them (172a); the first ban is none."""
    if not BASES[item.legal_basis or ""].extensions_max:
        return 0
    same = [one for one in ctx.case.measures.values() if one.legal_basis == item.legal_basis]
    return sum(one.decided_at < item.decided_at for one in same)


def _early_end(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    item = letter.measure
    assert item is not None, "what nobody decided has no letter"
    assert item.ended_at is not None, "what did not end has no letter that it did"
    ended_on = amsterdam_day(item.ended_at)
    own = {
        "decider": parts.decider(ctx, item, item.ended_by),
        "legal_basis": item.legal_basis or "huisrecht",
        "ban_reference": ctx.case.reference,
        "ban_dated": amsterdam_day(item.decided_at),
        "ends_on": ended_on,
        "why": asked.why or parts.said(ctx, item.why_ended) or parts.UNKNOWN,
        "draft": draft,
    }
    return EarlyEnd.model_validate(_shared(ctx, asked, settings, ended_on) | own)


def _by_handler(ctx: Context, draft: bool) -> dict[str, object]:
    signs: Decider = parts.official(ctx, ctx.case.handler or ctx.actor)
    return {"decider": signs, "draft": draft}


def _invitation(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    today = amsterdam_day(ctx.now)
    own = {
        "facts": parts.facts(ctx, asked.happened, asked.place, parts.earlier_facts(asked.earlier)),
        "norm": parts.norm(ctx),
        "considered": asked.considered or "een maatregel",
        "meet_at": asked.meet_at or ctx.now,
        "meet_place": asked.meet_place or parts.UNKNOWN,
        "answer_by": asked.answer_by or shifted(today, ANSWER_WITHIN),
    }
    return Invitation.model_validate(_shared(ctx, asked, settings, today) | _by_handler(ctx, draft) | own)


def _avg_notice(ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool) -> Letter:
    registry = ctx.protocol.document.registry
    own = {
        "collected_on": amsterdam_day(ctx.case.filed_at or ctx.now),
        "categories": CATEGORIES,
        "sources": SOURCES,
        "recipients": tuple(one.nl for one in registry.recipients) if registry and registry.recipients else RECIPIENTS,
    }
    shared = _shared(ctx, asked, settings, amsterdam_day(ctx.now))
    return AvgNotice.model_validate(shared | _by_handler(ctx, draft) | own)


def _objection_decision(
    ctx: Context, letter: Meant, asked: c.MakeLetter, settings: LetterSettings, draft: bool
) -> Letter:
    item, remedy = letter.measure, letter.remedy
    assert item is not None, "an objection is against a measure"
    assert remedy is not None, "what nobody decided has no letter"
    decided_on = remedy.decided_on or amsterdam_day(ctx.now)
    heard = None if remedy.why_not_heard else parts.heard_of(asked.heard_on or decided_on, asked.said)
    own = {
        "decider": parts.decider(ctx, item, parts.of_the_organ(ctx, item, remedy.in_whose_name)),
        "legal_basis": item.legal_basis,
        "ban_reference": ctx.case.reference,
        "ban_dated": amsterdam_day(item.decided_at),
        "received_on": remedy.received_on,
        "hearing": heard,
        "why_not_heard": remedy.why_not_heard or None,
        "outcome": remedy.decision,
        "why": asked.why or parts.said(ctx, remedy.why) or parts.UNKNOWN,
        "consequence": asked.consequence or parts.UNKNOWN,
        "draft": draft,
    }
    return ObjectionDecision.model_validate(_shared(ctx, asked, settings, decided_on) | own)


MAKERS: dict[LetterKind, Maker] = {
    "warning": _warning,
    "service_limit": _service_limit,
    "ban": _ban,
    "early_end": _early_end,
    "invitation": _invitation,
    "avg_notice": _avg_notice,
    "objection_decision": _objection_decision,
}
