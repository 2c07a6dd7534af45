"""The ledger of damage."""

from typing import Any

from schemas.events import damage as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.ledger import LedgerItem, named
from vangnet.case.state import Case


def _recorded(case: Case, event: e.DamageRecorded, envelope: Envelope) -> Case:
    key = named(event.item)
    found = case.ledger.get(key) or LedgerItem(event.item, event.kind, None, envelope.at, told_by=envelope.actor)
    return _put(case, replace(found, kind=event.kind, cents=event.cents), envelope)


def _put(case: Case, item: LedgerItem, envelope: Envelope) -> Case:
    changed = replace(item, changed_at=envelope.at, changed_by=envelope.actor)
    return replace(case, ledger={**case.ledger, named(item.item): changed})


def _moved(field: str) -> Any:
    def step(case: Case, event: Any, envelope: Envelope) -> Case:
        found = case.ledger.get(named(event.item))
        if found is None:  # Wiped: which item it was is not known any more.
            return case
        return _put(case, replace(found, **{field: getattr(found, field) + event.cents}), envelope)

    return step


STEPS: dict[type, Any] = {
    e.DamageRecorded: _recorded,
    e.DamagePaidOut: _moved("paid"),
    e.DamageClaimed: _moved("claimed"),
    e.DamageRecovered: _moved("recovered"),
    e.DamageLeft: _moved("left"),
}
