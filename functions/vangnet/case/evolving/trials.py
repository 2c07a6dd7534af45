"""A trial alarm: due in the calendar; begun, answered and reported in its own stream."""

from typing import Any

from schemas.events import trials as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case
from vangnet.case.trials import TrialItem


def _due(case: Case, event: e.TrialAlarmDue, envelope: Envelope) -> Case:
    return replace(case, trial_since=envelope.at)


def _begun(case: Case, event: e.TrialAlarmBegun, envelope: Envelope) -> Case:
    trial = TrialItem(event.people, envelope.at, event.answer_by, envelope.actor)
    return replace(case, kind="trial", reference=event.reference, filed_at=envelope.at, state="open", trial=trial)


def _rung(case: Case, event: e.TrialAlarmRung, envelope: Envelope) -> Case:
    assert case.trial is not None
    return replace(case, trial=replace(case.trial, rung=case.trial.rung | {*event.people}))


def _answered(case: Case, event: e.TrialAlarmAnswered, envelope: Envelope) -> Case:
    assert case.trial is not None
    answered = {event.person: (envelope.at, event.channel), **case.trial.answered}
    tapped = {**case.trial.tapped, (event.person, event.channel): envelope.at} if event.channel else case.trial.tapped
    return replace(case, trial=replace(case.trial, answered=answered, tapped=tapped))


def _reported(case: Case, event: e.TrialAlarmReported, envelope: Envelope) -> Case:
    assert case.trial is not None
    return replace(case, state="closed", trial=replace(case.trial, reported_at=envelope.at))


STEPS: dict[type, Any] = {
    e.TrialAlarmDue: _due,
    e.TrialAlarmBegun: _begun,
    e.TrialAlarmRung: _rung,
    e.TrialAlarmAnswered: _answered,
    e.TrialAlarmReported: _reported,
}
