"""Letters that were sent: since when a measure counts as told to whom it concerns."""

from typing import Any

from schemas.events import letters as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.response_items import AnswerItem, LetterItem, MadeItem, MeasureItem
from vangnet.case.state import Case

TELLS_OF_A_MEASURE = frozenset({"warning", "service_limit", "ban", "invitation"})


def _sent(case: Case, event: e.LetterSent, envelope: Envelope) -> Case:
    item = LetterItem(event.letter, event.number, event.sent_on, event.delivered_on, envelope.at, envelope.actor)
    measure = case.measures.get(event.number or "")
    told = measure is not None and event.letter in TELLS_OF_A_MEASURE
    measures = {**case.measures, measure.id: _told(measure, event)} if measure and told else case.measures
    return replace(case, letters=(*case.letters, item), measures=measures)


def _told(measure: MeasureItem, event: e.LetterSent) -> MeasureItem:
    """Return the measure as told: the first sending and receipt count, and a receipt goes before what is only taken."""
    received_on = min((one for one in (measure.received_on, event.received_on) if one), default=None)
    taken = min(one for one in (measure.delivered_on, event.delivered_on) if one)
    return replace(
        measure,
        sent_on=min(one for one in (measure.sent_on, event.sent_on) if one),
        received_on=received_on,
        delivered_on=received_on or taken,
    )


def _made(case: Case, event: e.LetterMade, envelope: Envelope) -> Case:
    item = MadeItem(event.made, event.letter, event.number, event.draft, envelope.at, envelope.actor, event.content)
    return replace(case, made={**case.made, item.id: item})


def _kept(case: Case, event: e.LetterKept, envelope: Envelope) -> Case:
    return replace(case, made={**case.made, event.made: replace(case.made[event.made], file=event.file)})


def _not_kept(case: Case, event: e.LetterNotKept, envelope: Envelope) -> Case:
    item = replace(case.made[event.made], fault=(event.where, event.what))
    return replace(case, made={**case.made, event.made: item})


def _answered(case: Case, event: e.HearingReceived, envelope: Envelope) -> Case:
    item = AnswerItem(event.made, event.form, event.receipt, envelope.at, event.account, event.reach_me)
    return replace(case, answers={**case.answers, event.made: item})


STEPS: dict[type, Any] = {
    e.LetterMade: _made,
    e.LetterKept: _kept,
    e.LetterNotKept: _not_kept,
    e.LetterSent: _sent,
    e.HearingReceived: _answered,
}
