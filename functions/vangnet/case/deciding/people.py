"""Being away, and the proof that somebody can be reached."""

from schemas.commands import people as c
from schemas.events.base import Event
from schemas.events.house import AwaySet, TestAsked
from vangnet.case.deciding.fields import known
from vangnet.case.errors import FieldError, Invalid
from vangnet.case.facts import Context


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
