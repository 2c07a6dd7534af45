"""A meeting: opened, suspended, gone on, closed; what happened in it, and what the chair decided."""

from typing import Any

from schemas.events import meetings as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.meetings import MeetingItem
from vangnet.case.state import Case


def _opened(case: Case, event: e.MeetingOpened, envelope: Envelope) -> Case:
    item = MeetingItem(body=event.body, place=event.place, streaming=event.livestream)
    return replace(
        case, kind="meeting", reference=event.reference, filed_at=envelope.at, state="open", classed="", meeting=item
    )


def _meeting(case: Case, state: str | None = None, **changes: Any) -> Case:
    assert case.meeting is not None, "a meeting was opened first"
    closed = changes.get("closed_at") or case.meeting.closed_at
    return replace(case, meeting=replace(case.meeting, **changes), state="closed" if closed else state or case.state)


def _suspended(case: Case, event: e.MeetingSuspended, envelope: Envelope) -> Case:
    assert case.meeting is not None, "a meeting was opened first"
    to_stop = (*case.meeting.to_stop, event.number) if case.meeting.streaming else case.meeting.to_stop
    row = (event.number, event.at, envelope.at)
    return _meeting(
        case,
        "suspended",
        suspended=True,
        suspensions=(*case.meeting.suspensions, row),
        to_stop=to_stop,
        counted_from=len(case.demands),
    )


def _police(case: Case, event: e.PoliceCalled, envelope: Envelope) -> Case:
    return _meeting(case, police_called_at=event.at)


def _aggression(case: Case, event: e.PhysicalAggressionRecorded, envelope: Envelope) -> Case:
    before = case.meeting.aggressions if case.meeting else ()
    return _meeting(case, aggressions=(*before, event.at))


def _measure(case: Case, event: e.PhysicalMeasureRecorded, envelope: Envelope) -> Case:
    before = case.meeting.measures if case.meeting else ()
    return _meeting(case, measures=(*before, event.at))


def _stopped(case: Case, event: e.LivestreamStopped, envelope: Envelope) -> Case:
    """A confirmation that comes late says nothing of the broadcast after the meeting went on."""
    resumed = case.meeting.resumed_at if case.meeting else None
    since = resumed is not None and event.at <= resumed
    return _meeting(case, streaming=since and bool(case.meeting and case.meeting.streaming), stopped_at=event.at)


def _resumed(case: Case, event: e.MeetingResumed, envelope: Envelope) -> Case:
    """Nothing says when a broadcast that was stopped begins again: at the latest when the meeting goes on."""
    again = bool(case.meeting and (case.meeting.streaming or case.meeting.stopped_at))
    return _meeting(case, "open", suspended=False, streaming=again, resumed_at=event.at)


def _closed(case: Case, event: e.MeetingClosed, envelope: Envelope) -> Case:
    return _meeting(case, closed_at=event.at, suspended=False)


def _decided(case: Case, event: e.AangifteDecided, envelope: Envelope) -> Case:
    return _meeting(case, decided_at=envelope.at, file=event.file, consulted=event.consulted)


STEPS: dict[type, Any] = {
    e.MeetingOpened: _opened,
    e.MeetingSuspended: _suspended,
    e.PoliceCalled: _police,
    e.PhysicalAggressionRecorded: _aggression,
    e.PhysicalMeasureRecorded: _measure,
    e.LivestreamStopped: _stopped,
    e.MeetingResumed: _resumed,
    e.MeetingClosed: _closed,
    e.AangifteDecided: _decided,
}
