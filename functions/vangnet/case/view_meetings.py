"""A meeting as people may read it: in flat words, and its log line by line in the order in which things happened."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from schemas.events import measures as s
from schemas.events import meetings as e
from schemas.events import police as q
from schemas.events.base import Envelope
from vangnet.case.facts import Context
from vangnet.case.meetings import MeetingItem, advice, chair_roles, demands_now, offence_stands, proposed_offences

OF_LOG = (
    *(e.MeetingOpened, e.MeetingSuspended, s.DemandMade, e.PoliceCalled, e.PhysicalAggressionRecorded),
    *(e.PhysicalMeasureRecorded, e.LivestreamStopped, e.MeetingResumed, e.MeetingClosed, e.AangifteDecided),
    q.AangifteFiled,
)


def meeting_summary(ctx: Context) -> dict[str, Any]:
    """Return a meeting in flat words; `offence` is said once it stands, and nothing is said where it does not."""
    case, meeting = ctx.case, ctx.case.meeting or MeetingItem("", "", streaming=False)
    demands = ctx.protocol.document.demands
    return {
        "reference": case.reference,
        "state": case.state,
        "filed_at": case.filed_at,
        "wiped": case.wiped,
        "body": meeting.body,
        "place": meeting.place,
        "chair": list(chair_roles(ctx)),
        "suspended": meeting.suspended,
        "suspensions": len(meeting.suspensions),
        "demands": len(demands_now(case)),
        "threshold": demands.threshold if demands else None,
        "offence": True if offence_stands(ctx) else None,
        "offences": list(proposed_offences(ctx)),
        "police_called": meeting.police_called_at is not None,
        "livestream_stopped": meeting.stopped_at is not None and not meeting.streaming,
        "physical_aggression": len(meeting.aggressions),
        "physical_measures": len(meeting.measures),
        "file": meeting.file,
        "consulted": list(meeting.consulted),
        "advice": list(advice(ctx)),
    }


def meeting_log(events: Sequence[Envelope]) -> list[dict[str, Any]]:
    """Return what happened, when and by whom it was recorded, the earliest first."""
    found = [_line(one) for one in events if isinstance(one.event, OF_LOG)]
    return sorted(found, key=lambda line: line["at"])


def _line(one: Envelope) -> dict[str, Any]:
    fields = one.event.model_dump(mode="json", exclude_defaults=True, exclude={"at", "filed_at", "reference"})
    happened: datetime = getattr(one.event, "at", None) or getattr(one.event, "filed_at", None) or one.at
    return {"at": happened, "recorded_at": one.at, "by": one.actor, "step": type(one.event).__name__} | fields
