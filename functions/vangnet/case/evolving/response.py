"""Hearing and measures."""

from typing import Any

from schemas.events import response as e
from schemas.events.base import Envelope
from vangnet.case.bans import ANY_GROUND
from vangnet.case.changing import replace
from vangnet.case.response_items import HearingItem, MeasureItem
from vangnet.case.state import Case


def _heard(case: Case, event: e.HearingRecorded, envelope: Envelope) -> Case:
    heard = HearingItem(event.form, event.held_at, event.account)
    answers = {
        name: replace(one, confirmed=one.confirmed or name == event.confirms) for name, one in case.answers.items()
    }
    prepared = case.prepared | {envelope.actor}
    return replace(case, answers=answers, heard=event.form, hearing=heard, prepared=prepared)


def _waived(case: Case, event: e.HearingWaived, envelope: Envelope) -> Case:
    if case.heard not in ANY_GROUND | {""}:
        return case
    return replace(case, heard=event.ground, hearing=HearingItem(event.ground, envelope.at, event.why))


def _proposed(case: Case, event: e.MeasureProposed, envelope: Envelope) -> Case:
    proposal = MeasureItem(
        id="proposal",
        measure=event.measure,
        decided_at=envelope.at,
        decided_by="",
        legal_basis=event.legal_basis,
        buildings=event.buildings,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        reasons=event.reasons,
    )
    proposed = tuple(dict.fromkeys((*case.proposed, event.measure)))
    return replace(case, proposed=proposed, proposal=proposal, prepared=case.prepared | {envelope.actor})


def _decided(case: Case, event: e.MeasureDecided, envelope: Envelope) -> Case:
    item = MeasureItem(
        id=event.number,
        measure=event.measure,
        decided_at=envelope.at,
        decided_by=envelope.actor,
        legal_basis=event.legal_basis,
        matrix=event.matrix,
        earlier=event.earlier,
        buildings=event.buildings,
        services=event.services,
        channels=event.channels,
        contact=event.contact,
        ends_when=event.ends_when,
        harmed_view=event.harmed_view,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        reasons=event.reasons,
        why_departs=event.why_departs,
        representative=event.representative,
        of=event.of,
    )
    return replace(
        case,
        measures={**case.measures, item.id: item},
        proposal=None if event.measure == "ban" else case.proposal,
        prepared=case.prepared | {envelope.actor},
    )


def _ended(case: Case, event: e.MeasureEnded, envelope: Envelope) -> Case:
    ended = replace(case.measures[event.number], ended_at=envelope.at, ended_by=envelope.actor, why_ended=event.why)
    return replace(case, measures={**case.measures, event.number: ended})


STEPS: dict[type, Any] = {
    e.HearingRecorded: _heard,
    e.HearingWaived: _waived,
    e.MeasureProposed: _proposed,
    e.MeasureDecided: _decided,
    e.MeasureEnded: _ended,
}
