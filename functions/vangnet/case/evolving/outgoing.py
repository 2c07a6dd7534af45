"""Messages that leave the house."""

from dataclasses import replace
from typing import Any

from schemas.events import outgoing as e
from schemas.events.base import Envelope
from vangnet.case.outgoing import OutgoingItem
from vangnet.case.state import Case


def _with(case: Case, item: OutgoingItem) -> Case:
    return replace(case, outgoing={**case.outgoing, item.id: item})


def _drafted(case: Case, event: e.MessageDrafted, envelope: Envelope) -> Case:
    item = OutgoingItem(event.message, event.to, event.text, event.mentions, envelope.at, envelope.actor)
    return _with(case, item)


def _aligned(case: Case, event: e.MessageAligned, envelope: Envelope) -> Case:
    known = case.outgoing[event.message]
    how = replace(known, aligned_at=event.aligned_at, aligned_with=event.with_whom, alignment=event.outcome)
    return _with(case, how)


def _approved(case: Case, event: e.MessageApproved, envelope: Envelope) -> Case:
    known = case.outgoing[event.message]
    return _with(case, replace(known, approved_at=envelope.at, approved_by=envelope.actor, despite=event.despite))


def _withdrawn(case: Case, event: e.MessageWithdrawn, envelope: Envelope) -> Case:
    known = case.outgoing[event.message]
    return _with(case, replace(known, withdrawn_at=envelope.at, why_withdrawn=event.why))


STEPS: dict[type, Any] = {
    e.MessageDrafted: _drafted,
    e.MessageAligned: _aligned,
    e.MessageApproved: _approved,
    e.MessageWithdrawn: _withdrawn,
}
