"""What happens to a measure after it was decided."""

from typing import Any

from schemas.events import measures as e
from schemas.events.base import Envelope
from vangnet.calendar import amsterdam_day
from vangnet.case.changing import replace
from vangnet.case.in_force import holds_since
from vangnet.case.response_items import BreachItem, MeasureItem
from vangnet.case.state import Case


def _measure(case: Case, number: str, **changes: Any) -> Case:
    return replace(case, measures={**case.measures, number: replace(case.measures[number], **changes)})


def _breach(case: Case, event: e.BreachReported, envelope: Envelope) -> Case:
    item = BreachItem(event.number, event.measure, event.building, event.at, envelope.at, envelope.actor, event.account)
    return replace(case, breaches=(*case.breaches, item))


def _demand(case: Case, event: e.DemandMade, envelope: Envelope) -> Case:
    return replace(case, demands=(*case.demands, (envelope.at, event.left)))


def _changed(case: Case, event: e.MeasureChanged, envelope: Envelope) -> Case:
    return _measure(case, event.number, starts_on=event.starts_on, ends_on=event.ends_on)


def _revived(case: Case, event: e.MeasureRevived, envelope: Envelope) -> Case:
    """It holds again once it was delivered again; when it held before stays known."""
    return _measure(
        case,
        event.number,
        held=_held(case.measures[event.number]),
        ended_at=None,
        sent_on=None,
        received_on=None,
        delivered_on=None,
    )


def _held(item: MeasureItem) -> Any:
    since = holds_since(item)
    if since is None or item.ended_at is None or item.ends_on is None:
        return item.held
    return (*item.held, (since, min(item.ends_on, amsterdam_day(item.ended_at))))


STEPS: dict[type, Any] = {
    e.BreachReported: _breach,
    e.DemandMade: _demand,
    e.MeasureChanged: _changed,
    e.MeasureRevived: _revived,
}
