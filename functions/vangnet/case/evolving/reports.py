"""Reports, their class and outcome, their handling and closing."""

from typing import TYPE_CHECKING, Any

from schemas.events import reports as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case

if TYPE_CHECKING:
    from vangnet.case.ledger import LedgerItem


def _filed(case: Case, event: e.ReportFiled, envelope: Envelope) -> Case:
    return replace(
        case,
        kind="report",
        reference=event.reference,
        filed_at=envelope.at,
        case_since=envelope.at if event.outcome == "case" else None,
        report=event,
        outcome=event.outcome,
        classed=event.classed,
        injuries=((event.injury, envelope.at),) if event.injury else (),
        injured=(None,) if event.injury else (),
        ledger=_ledger(event, envelope),
    )


def _ledger(event: e.ReportFiled, envelope: Envelope) -> "dict[str, LedgerItem]":
    """Return the ledger as the report itself opens it: what is told of one thing twice is added up (AP-5.4.11)."""
    if not event.damage:
        return {}
    from vangnet.case.ledger import LedgerItem, named  # Few reports tell of damage.

    ledger: dict[str, LedgerItem] = {}
    for one in event.damage:
        before = ledger.get(named(one.item))
        known = [cents for cents in (before.cents if before else None, one.cents) if cents is not None]
        cents = sum(known) if known else None
        ledger[named(one.item)] = LedgerItem(one.item, "material", cents, envelope.at, told_by=envelope.actor)
    return ledger


def _raised(case: Case, event: e.OutcomeRaised, envelope: Envelope) -> Case:
    return replace(case, outcome=event.outcome, case_since=envelope.at)


def _outcome_settled(case: Case, event: e.OutcomeSettled, envelope: Envelope) -> Case:
    return replace(case, outcome=event.outcome, outcome_since=envelope.at, case_since=None)


def _class_confirmed(case: Case, event: e.ClassConfirmed, envelope: Envelope) -> Case:
    since = case.class_since if event.classed == case.classed else envelope.at
    first = case.confirmed_at or envelope.at
    return replace(case, classed=event.classed, confirmed=True, confirmed_at=first, class_since=since)


def _wiped(case: Case, event: e.Wiped, envelope: Envelope) -> Case:
    """Nothing goes on in a stream of which nobody can be told any more."""
    return replace(
        case,
        wiped=True,
        alarms={name: replace(one, settled_at=one.settled_at or envelope.at) for name, one in case.alarms.items()},
        duties={name: replace(one, state="none") if one.state == "open" else one for name, one in case.duties.items()},
        messages={name: replace(one, state="dropped") if one.pending else one for name, one in case.messages.items()},
    )


def _injury(case: Case, event: e.InjuryRecorded, envelope: Envelope) -> Case:
    injuries = (*case.injuries, (event.injury, event.known_at))
    return replace(case, injuries=injuries, injured=(*case.injured, event.person or None))


def _pattern(case: Case, event: e.PatternProposed, envelope: Envelope) -> Case:
    return replace(case, pattern=event.signals)


def _taken(case: Case, event: e.CaseTaken, envelope: Envelope) -> Case:
    prepared = case.prepared | {event.handler}
    return replace(
        case,
        prepared=prepared,
        handler=event.handler,
        aim=event.aim,
        taken_at=case.taken_at or envelope.at,
        state="in_hand",
    )


def _advised(case: Case, event: e.AdviceGiven, envelope: Envelope) -> Case:
    return replace(
        case, prepared=case.prepared | {envelope.actor}, advised=tuple(dict.fromkeys((*case.advised, *event.measures)))
    )


def _closed(case: Case, event: e.CaseClosed, envelope: Envelope) -> Case:
    return replace(case, state="closed", closing=event)


def _reopened(case: Case, event: e.CaseReopened, envelope: Envelope) -> Case:
    return replace(
        case, state="in_hand", closing=None, given={k: v for k, v in case.given.items() if k != "close_case"}
    )


def _reflection(case: Case, event: e.ReflectionWritten, envelope: Envelope) -> Case:
    return replace(case, reflected=(*case.reflected, (envelope.actor, event.readers)))


def _unchanged(case: Case, event: Any, envelope: Envelope) -> Case:
    return case


STEPS: dict[type, Any] = {
    e.ReportFiled: _filed,
    e.OutcomeRaised: _raised,
    e.OutcomeSettled: _outcome_settled,
    e.ClassConfirmed: _class_confirmed,
    e.Wiped: _wiped,
    e.InjuryRecorded: _injury,
    e.PatternProposed: _pattern,
    e.CaseTaken: _taken,
    e.AdviceGiven: _advised,
    e.CaseClosed: _closed,
    e.CaseReopened: _reopened,
    e.ReflectionWritten: _reflection,
    e.EvidenceAdded: _unchanged,
    e.NoteAdded: _unchanged,
}
