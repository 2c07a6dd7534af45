"""Aftercare: the talks, declining it and taking it up, and who gives it."""

from schemas.commands import aftercare as c
from schemas.events import work as e
from schemas.events.base import Event
from vangnet.case.deciding.fields import known, one_harmed, past
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.people import harmed_people, involved, place

GIVER_RULE = "AP-5.3.2"
STAGNATION_RULE = "AP-5.3.10"
DECLINED_RULE = "AP-5.3.1"


def record_talk(ctx: Context, command: c.RecordTalk) -> tuple[Event, ...]:
    """Record a talk by its giver; signs of stagnation need a referral or the person's refusal (AP-5.3.10)."""
    person = one_harmed(ctx, "person", command.person)
    known("talk", command.talk, ctx.protocol.talks())
    talk = ctx.protocol.talks()[command.talk]
    for point in command.points:
        known("points", point, talk.points)
    if ctx.actor not in place(ctx, "giver", person):
        raise Refused(GIVER_RULE, "not_giver")
    if command.signs_of_stagnation and not (command.referral or command.referral_refused):
        raise Refused(STAGNATION_RULE, "no_referral")
    held = e.TalkHeld(
        **command.model_dump(include=set(AS_TOLD)),
        person=person,
        held_at=past(ctx, "held_at", command.held_at),
    )
    return (held,)


AS_TOLD = ("talk", "points", "home_front_needs_support", "signs_of_stagnation", "referral", "referral_refused")


def decline_aftercare(ctx: Context, command: c.DeclineAftercare) -> tuple[Event, ...]:
    """Record the person's own choice; it can be taken up again (AP-5.3.1)."""
    person = _own_word(ctx, command.person)
    return () if person in ctx.case.declined else (e.AftercareDeclined(person=person),)


def take_up_aftercare(ctx: Context, command: c.TakeUpAftercare) -> tuple[Event, ...]:
    """Take aftercare up again after declining it (AP-5.3.1)."""
    person = _own_word(ctx, command.person)
    return (e.AftercareTakenUp(person=person),) if person in ctx.case.declined else ()


def assign_aftercare(ctx: Context, command: c.AssignAftercare) -> tuple[Event, ...]:
    """Give the care of a person to somebody who has a role and is not involved himself (AP-5.3.2, AP-5.3.3)."""
    person = one_harmed(ctx, "person", command.person)
    if not _own(ctx, person) and any(_own(ctx, one.key) for one in ctx.case.harmed):
        raise Refused("AP-6.2", "not_your_choice")
    known("giver", command.giver, ctx.protocol.municipality.people)
    if not ctx.protocol.roles_of(command.giver):
        raise Invalid(FieldError("giver", "no_role"))
    if involved(ctx, command.giver):
        raise Refused("AP-6.2", "giver_involved")
    return (e.AftercareAssigned(person=person, giver=command.giver),)


def _own_word(ctx: Context, person: str | None) -> str:
    """Return about whom it is: oneself, or for a giver whom he cares for.

    Raises:
        Refused: by AP-5.3.1, if it is another person's choice.
    """
    found = one_harmed(ctx, "person", person)
    cares = ctx.actor in place(ctx, "giver", found) and ctx.actor not in harmed_people(ctx)
    if not (_own(ctx, found) or cares):
        raise Refused(DECLINED_RULE, "not_your_choice")
    return found


def _own(ctx: Context, key: str) -> bool:
    """Tell whether the care of this person is the actor's own, or that of his family."""
    return any(key == one.key and ctx.actor in (one.person, one.family_of) for one in ctx.case.harmed)
