"""Police and prosecution."""

from typing import Any

from schemas.events import police as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.police import ConsentItem, Filing, Happened, Police
from vangnet.case.state import Case


def _with(case: Case, police: Police) -> Case:
    return replace(case, police=police)


def _notified(case: Case, event: e.PoliceNotified, envelope: Envelope) -> Case:
    told = Happened("notified", event.notified_at, envelope.version)
    return _with(case, replace(case.police, told=(*case.police.told, told)))


def _consented(case: Case, event: e.ConsentGiven | e.ConsentRefused, envelope: Envelope) -> Case:
    item = ConsentItem(isinstance(event, e.ConsentGiven), envelope.at, event.scope)
    return _with(case, replace(case.police, consents={**case.police.consents, (event.person, event.to): item}))


def _withdrawn(case: Case, event: e.ConsentWithdrawn, envelope: Envelope) -> Case:
    key = (event.person, event.to)
    if key not in case.police.consents:  # Wiped: whose it was is not known any more.
        return case
    item = replace(case.police.consents[key], withdrawn_at=envelope.at)
    return _with(case, replace(case.police, consents={**case.police.consents, key: item}))


def _filed(case: Case, event: e.AangifteFiled, envelope: Envelope) -> Case:
    filing = Filing(event.filed_at, envelope.at, envelope.actor, event.offences, event.persons)
    told = Happened("filed", event.filed_at, envelope.version)
    police = replace(case.police, filings=(*case.police.filings, filing), told=(*case.police.told, told))
    if police.prosecution == "none":
        change = Happened("filed", envelope.at, envelope.version)
        police = replace(police, prosecution="filed", changes=(*police.changes, change))
    return _with(case, police)


def _prosecuted(case: Case, event: e.ProsecutionRecorded, envelope: Envelope) -> Case:
    change = Happened(event.state, envelope.at, envelope.version)
    changes = (*case.police.changes, change)
    return _with(case, replace(case.police, prosecution=event.state or case.police.prosecution, changes=changes))


def _asked(case: Case, event: e.PoliceAsked, envelope: Envelope) -> Case:
    asked = Happened(event.person, envelope.at, envelope.version)
    return _with(case, replace(case.police, asked=(*case.police.asked, asked)))


def _secured(case: Case, event: e.SecurityMeasureRecorded, envelope: Envelope) -> Case:
    return _with(case, replace(case.police, secured=(*case.police.secured, event.measure)))


def _unchanged(case: Case, event: Any, envelope: Envelope) -> Case:
    return case


STEPS: dict[type, Any] = {
    e.PoliceNotified: _notified,
    e.ConsentGiven: _consented,
    e.ConsentRefused: _consented,
    e.ConsentWithdrawn: _withdrawn,
    e.AangifteFiled: _filed,
    e.ProsecutionRecorded: _prosecuted,
    e.PoliceAsked: _asked,
    e.Consulted: _unchanged,
    e.SecurityMeasureRecorded: _secured,
    e.PoliceFileMade: _unchanged,
}
