"""A talk without a report (AP-5.1.10), being away, and the proof that somebody can be reached."""

from schemas import commands as c
from schemas.events.base import Event
from schemas.events.house import AwaySet, TestAsked
from schemas.events.work import TalkAnswered, TalkAsked
from vangnet.case.deciding.alarm import acknowledge
from vangnet.case.deciding.fields import known
from vangnet.case.errors import FieldError, Invalid
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
    return (*acknowledge(ctx, c.Acknowledge()), answered)


def set_away(ctx: Context, command: c.SetAway) -> tuple[Event, ...]:
    """Hand a person's roles to his deputies for a time."""
    person = command.person or ctx.actor
    known("person", person, ctx.protocol.municipality.people)
    if command.until <= command.from_:
        raise Invalid(FieldError("until", "until_before_from"))
    if command.until <= ctx.now:
        raise Invalid(FieldError("until", "until_past"))
    return (AwaySet(person=person, since=command.from_, until=command.until),)


def send_test(ctx: Context, command: c.SendTest) -> tuple[Event, ...]:
    """Send a person a message by each channel, which proves that he can be reached."""
    person = command.person or ctx.actor
    known("person", person, ctx.protocol.municipality.people)
    return (TestAsked(person=person),)
