"""Objections, complaints and requests to erase."""

from dataclasses import replace
from typing import Any

from schemas.events import objections as e
from schemas.events.base import Envelope
from vangnet.case.remedies import RemedyItem
from vangnet.case.state import Case


def _put(case: Case, item: RemedyItem) -> Case:
    return replace(case, remedies={**case.remedies, item.id: item})


def _objection(case: Case, event: e.ObjectionReceived, envelope: Envelope) -> Case:
    item = RemedyItem(
        event.number,
        "objection",
        event.received_on,
        envelope.at,
        measure=event.measure,
        last_day=event.last_day,
        in_time=event.in_time,
        besluit=event.besluit,
        committee=event.committee,
    )
    return _put(case, item)


def _complaint(case: Case, event: e.ComplaintReceived, envelope: Envelope) -> Case:
    return _put(case, RemedyItem(event.number, "complaint", event.received_on, envelope.at, committee=event.committee))


def _erasure(case: Case, event: e.ErasureAsked, envelope: Envelope) -> Case:
    return _put(case, RemedyItem(event.number, "erasure", event.received_on, envelope.at))


def _decided(case: Case, event: e.ObjectionDecided | e.ComplaintDecided | e.ErasureDecided, envelope: Envelope) -> Case:
    item = case.remedies[event.number]
    changes: dict[str, Any] = {"decision": event.decision, "decided_at": envelope.at, "decided_by": envelope.actor}
    changes |= {"decided_on": event.decided_on, "why": event.why}
    if isinstance(event, e.ObjectionDecided):
        changes |= {"in_whose_name": event.decided_by, "why_not_heard": event.why_not_heard}
    return _put(case, replace(item, **changes))


def _postponed(case: Case, event: e.DecisionPostponed, envelope: Envelope) -> Case:
    return _put(case, replace(case.remedies[event.number], put_off_until=event.until))


STEPS: dict[type, Any] = {
    e.ObjectionReceived: _objection,
    e.ComplaintReceived: _complaint,
    e.ObjectionDecided: _decided,
    e.ComplaintDecided: _decided,
    e.ErasureAsked: _erasure,
    e.ErasureDecided: _decided,
    e.DecisionPostponed: _postponed,
}
