"""A talk without a report (AP-5.1.10)."""

from schemas.commands import talks as c
from schemas.commands.alarm import Acknowledge
from schemas.events.base import Event
from schemas.events.work import TalkAnswered, TalkAsked
from vangnet.case.deciding.alarm import acknowledge
from vangnet.case.deciding.fields import known
from vangnet.case.facts import Context


def ask_for_talk(ctx: Context, command: c.AskForTalk) -> tuple[Event, ...]:
    """Ask one or more of those whom the document names for a talk."""
    for role in command.with_:
        known("with", role, ctx.protocol.document.talk_with)
    asked = TalkAsked(
        reference=ctx.facts.reference,
        urgent=command.urgent,
        asked=command.with_,
        reporter=ctx.actor,
        about=command.about,
    )
    return (asked,)


def record_outcome(ctx: Context, command: c.RecordOutcome) -> tuple[Event, ...]:
    """Record what came of the talk; the talk was had, so its alarm is answered too."""
    if ctx.case.answered is not None:
        return ()
    answered = TalkAnswered(outcome=command.outcome, note=command.note)
    return (*acknowledge(ctx, Acknowledge()), answered)
