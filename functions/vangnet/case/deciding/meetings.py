"""The live log of a meeting (AP-4.3 to AP-4.8).

What was tapped while the network was away comes in late, and twice at times: so a record under its own time is taken
after the meeting closed too, and what is so already changes nothing.
"""

from datetime import datetime

from schemas.commands import meetings as c
from schemas.events import meetings as e
from schemas.events.base import Event
from vangnet.case.deciding.fields import past
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.meetings import MeetingItem

LOG_RULE = "AP-4.3"
HANDS_RULE = "AP-4.6"
AANGIFTE_RULE = "AP-4.8"


def open_meeting(ctx: Context, command: c.OpenMeeting) -> tuple[Event, ...]:
    """Begin the log of a meeting.

    Raises:
        Refused: the document has no meetings.
    """
    if ctx.protocol.document.meetings is None:
        raise Refused(LOG_RULE, "no_meetings")
    opened = e.MeetingOpened(
        reference=ctx.facts.reference,
        body=command.body.strip(),
        place=(command.place or "").strip(),
        livestream=command.livestream is not False,
    )
    return (opened,)


def during(ctx: Context, moment: datetime | None) -> tuple[MeetingItem, datetime]:
    """Return the meeting and when something happened in it (UTC).

    Raises:
        Refused: it was over by then, or this is no meeting (AP-4.3).
        Invalid: the time is none.
    """
    at, meeting = past(ctx, "at", moment), ctx.case.meeting
    if meeting is None:
        raise Refused(LOG_RULE, "not_a_meeting")
    if meeting.closed_at and at > meeting.closed_at:
        raise Refused(LOG_RULE, "meeting_is_over")
    return meeting, at


def suspend(ctx: Context, command: c.Suspend) -> tuple[Event, ...]:
    """Suspend the meeting, as it is disturbed (AP-4.3)."""
    meeting, at = during(ctx, command.at)
    if meeting.suspended:
        return ()
    return (e.MeetingSuspended(number=len(meeting.suspensions) + 1, at=at, why=command.why or ""),)


def call_police(ctx: Context, command: c.CallPolice) -> tuple[Event, ...]:
    """Record that the police was called, which removes people; those present do not (AP-4.5)."""
    _, at = during(ctx, command.at)
    return (e.PoliceCalled(at=at, reference=command.reference or ""),)


def record_physical_aggression(ctx: Context, command: c.RecordPhysicalAggression) -> tuple[Event, ...]:
    """Record that a participant or a visitor was attacked."""
    _, at = during(ctx, command.at)
    return (e.PhysicalAggressionRecorded(at=at, account=command.account or ""),)


def record_physical_measure(ctx: Context, command: c.RecordPhysicalMeasure) -> tuple[Event, ...]:
    """Record that somebody used his hands; only after somebody was attacked, to free or protect him (AP-4.6)."""
    meeting, at = during(ctx, command.at)
    if not any(attacked_at <= at for attacked_at in meeting.aggressions):
        raise Refused(HANDS_RULE, "nobody_attacked")
    return (e.PhysicalMeasureRecorded(at=at, account=command.account or ""),)


def stop_livestream(ctx: Context, command: c.StopLivestream) -> tuple[Event, ...]:
    """Record that the broadcast was stopped, and when; also once the meeting is over (AP-4.7)."""
    if ctx.case.meeting is None:
        raise Refused(LOG_RULE, "not_a_meeting")
    return (e.LivestreamStopped(at=past(ctx, "at", command.at)),)


def resume(ctx: Context, command: c.Resume) -> tuple[Event, ...]:
    """Record that the meeting goes on."""
    meeting, at = during(ctx, command.at)
    return (e.MeetingResumed(at=at),) if meeting.suspended else ()


def close_meeting(ctx: Context, command: c.CloseMeeting) -> tuple[Event, ...]:
    """Record that the meeting is over."""
    meeting, at = during(ctx, command.at)
    return () if meeting.closed_at else (e.MeetingClosed(at=at),)


def decide_aangifte(ctx: Context, command: c.DecideAangifte) -> tuple[Event, ...]:
    """Decide on an aangifte of the disturbance, as its chair, after speaking with all whom the document names."""
    if command.file is None:
        raise Refused(AANGIFTE_RULE, "not_said")
    row = ctx.protocol.document.meetings
    wanted = row.consulted if row else ()
    spoken = {role for word in command.consulted for role in (word, *ctx.protocol.roles_of(word))}
    if not set(wanted) <= spoken:
        raise Refused(AANGIFTE_RULE, "not_consulted")
    return (e.AangifteDecided(file=command.file, consulted=tuple(wanted), why=command.why or ""),)
