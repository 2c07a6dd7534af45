"""The calendar of obligations: begun, held, and who was trained."""

from typing import Any

from schemas.events import obligations as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case, Training


def _kept(case: Case, event: e.ObligationsKept, envelope: Envelope) -> Case:
    reference = envelope.stream.removeprefix("case/")
    return replace(case, kind="obligations", reference=reference, filed_at=envelope.at, state="open")


def _held(case: Case, event: e.ObligationHeld, envelope: Envelope) -> Case:
    return replace(case, held={**case.held, (event.duty, event.about): (event.at, envelope.actor)})


def _trained(case: Case, event: e.TrainingRecorded, envelope: Envelope) -> Case:
    return replace(case, trainings=(*case.trainings, Training(event.at, event.topic, event.people)))


STEPS: dict[type, Any] = {e.ObligationsKept: _kept, e.ObligationHeld: _held, e.TrainingRecorded: _trained}
