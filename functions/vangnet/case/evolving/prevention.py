"""Plans: made, analysed, held; and who is away and back."""

from typing import Any

from schemas.events import prevention as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.plans import PlanItem
from vangnet.case.state import Case


def _talk(case: Case, event: e.TalkPlanned, envelope: Envelope) -> Case:
    fields = event.model_dump(exclude={"reference", "planner"})
    item = PlanItem(kind="talk", reporter=event.planner, **fields)
    return replace(case, kind="plan", reference=event.reference, filed_at=envelope.at, state="planned", plan=item)


def _meeting(case: Case, event: e.MeetingPlanned, envelope: Envelope) -> Case:
    item = PlanItem(kind="meeting", reporter=event.planner, at=event.at, place=event.place, about=event.about)
    return replace(case, kind="plan", reference=event.reference, filed_at=envelope.at, state="planned", plan=item)


def _plan(case: Case, state: str | None = None, **changes: Any) -> Case:
    assert case.plan is not None, "a plan was made first"
    return replace(case, plan=replace(case.plan, **changes), state=state or case.state)


def _analysed(case: Case, event: e.RiskAnalysed, envelope: Envelope) -> Case:
    where = event.place or (case.plan.place if case.plan else "")
    return _plan(
        case, analysed=True, outcome=event.outcome, measures=event.measures, place=where, security=event.security
    )


def _held(case: Case, event: e.PlanHeld, envelope: Envelope) -> Case:
    return _plan(case, "held" if event.held else "called_off", held=event.held)


def _checked_in(case: Case, event: e.CheckedIn, envelope: Envelope) -> Case:
    where = event.place or (case.plan.place if case.plan else "")
    return _plan(
        case,
        "away",
        visits=event.number,
        since=envelope.at,
        back_by=event.until,
        place=where,
        second_person=event.second_person,
    )


def _checked_out(case: Case, event: e.CheckedOut, envelope: Envelope) -> Case:
    return _plan(case, "back", back_by=None)


STEPS: dict[type, Any] = {
    e.TalkPlanned: _talk,
    e.MeetingPlanned: _meeting,
    e.RiskAnalysed: _analysed,
    e.PlanHeld: _held,
    e.CheckedIn: _checked_in,
    e.CheckedOut: _checked_out,
}
