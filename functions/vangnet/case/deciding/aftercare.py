"""Aftercare: the talks, declining it and taking it up, who gives it and who else gets it."""

from dataclasses import replace

from schemas.commands import aftercare as c
from schemas.events import work as e
from schemas.events.base import Event
from schemas.report import Supported
from vangnet.case.deciding.fields import known, one_cared, one_harmed, past
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.owners import holding_talk
from vangnet.case.people import acting, giver_of, harmed_people, involved, place

GIVER_RULE = "AP-5.3.2"
STAGNATION_RULE = "AP-5.3.10"
DECLINED_RULE = "AP-5.3.1"
TEAM_RULE = "AP-5.3.3"
FAMILY_RULE = "AP-5.3.11"
WRITING_RULE = "AP-5.1.6"


def record_talk(ctx: Context, command: c.RecordTalk) -> tuple[Event, ...]:
    """Record a talk by its giver; signs of stagnation need a referral or the person's refusal (AP-5.3.10).

    Who was there as well has held it too, and nothing more is said of him.
    """
    person = one_cared(ctx, "person", command.person)
    others = [one_cared(ctx, "together_with", other) for other in command.together_with]
    known("talk", command.talk, ctx.protocol.talks())
    talk = ctx.protocol.talks()[command.talk]
    for point in command.points:
        known("points", point, talk.points)
    if any(ctx.actor not in holding_talk(ctx, command.talk, one) for one in (person, *others)):
        raise Refused(GIVER_RULE, "not_giver")
    if command.signs_of_stagnation and not (command.referral or command.referral_refused):
        raise Refused(STAGNATION_RULE, "no_referral")
    held_at = past(ctx, "held_at", command.held_at)
    told = command.model_dump(include=set(AS_TOLD))
    own = e.TalkHeld(**told, person=person, held_at=held_at)
    shared = [one for one in dict.fromkeys(others) if one != person]
    return (
        own,
        *(e.TalkHeld(talk=command.talk, held_at=held_at, person=one, points=command.points) for one in shared),
    )


AS_TOLD = ("talk", "points", "home_front_needs_support", "signs_of_stagnation", "referral", "referral_refused")


def decline_aftercare(ctx: Context, command: c.DeclineAftercare) -> tuple[Event, ...]:
    """Record the person's own choice; it can be taken up again (AP-5.3.1)."""
    person = _own_word(ctx, command.person)
    return () if person in ctx.case.declined else (e.AftercareDeclined(person=person),)


def take_up_aftercare(ctx: Context, command: c.TakeUpAftercare) -> tuple[Event, ...]:
    """Take aftercare up again after declining it (AP-5.3.1), or ask for it where it is given on wish."""
    person = _own_word(ctx, command.person)
    asks = ctx.protocol.document.aftercare.offer == "on_wish" and person not in ctx.case.taken_up_at
    return (e.AftercareTakenUp(person=person),) if asks or person in ctx.case.declined else ()


def assign_aftercare(ctx: Context, command: c.AssignAftercare) -> tuple[Event, ...]:
    """Give the care of a person to somebody who has a role and is not involved himself, or to the team (AP-5.3.3)."""
    person = one_cared(ctx, "person", command.person)
    _not_anothers(ctx, person)
    giver = command.giver or next(iter(_team(ctx)), None)
    if giver is None:
        raise Refused(TEAM_RULE, "no_team")
    return (e.AftercareAssigned(person=person, giver=_able(ctx, giver)),)


def add_supported_person(ctx: Context, command: c.AddSupportedPerson) -> tuple[Event, ...]:
    """Care for a member of the family or a witness too (AP-5.3.11), by whom the command or his office names."""
    asked = command.person
    known("person", asked.person or asked.family_of, ctx.protocol.municipality.people)
    witness = asked.family_of is None and asked.key not in {one.key for one in ctx.case.harmed}
    if witness and not ctx.protocol.document.witnesses:
        raise Refused(FAMILY_RULE, "no_witnesses")
    giver = _able(ctx, command.giver) if command.giver else None
    if asked.key in {one.key for one in ctx.case.cared}:
        _not_anothers(ctx, asked.key)
        return (e.AftercareAssigned(person=asked.key, giver=giver),) if giver else ()
    if giver is None and not giver_of(_with(ctx, asked), asked.key):
        giver = next(iter(_team(ctx)), None)
        if giver is None:
            raise Refused(GIVER_RULE, "no_giver")
    added = e.SupportAdded(supported=asked)
    return (added, e.AftercareAssigned(person=asked.key, giver=giver)) if giver else (added,)


def _with(ctx: Context, asked: Supported) -> Context:
    """Return the case as if this person were supported in it already."""
    return ctx.having(replace(ctx.case, supported={**ctx.case.supported, asked.key: (asked, ctx.now)}))


def _able(ctx: Context, giver: str) -> str:
    """Return who is to give the care, if he has a role and is not involved himself.

    Raises:
        Invalid, Refused: he cannot.
    """
    known("giver", giver, ctx.protocol.municipality.people)
    if not ctx.protocol.roles_of(giver):
        raise Invalid(FieldError("giver", "no_role"))
    if involved(ctx, giver):
        raise Refused("AP-6.2", "giver_involved")
    return giver


def _team(ctx: Context) -> tuple[str, ...]:
    """Return who is in the collegial team and can act in this case."""
    team = ctx.protocol.document.aftercare.team
    return acting(ctx, team) if team else ()


def _not_anothers(ctx: Context, person: str) -> None:
    """Pass, unless who is harmed speaks of another's care (AP-6.2)."""
    if not _own(ctx, person) and any(_own(ctx, one.key) for one in ctx.case.harmed):
        raise Refused("AP-6.2", "not_your_choice")


def write_message(ctx: Context, command: c.WriteMessage) -> tuple[Event, ...]:
    """Keep what the person harmed and who handles the case write to each other, and for whom it is."""
    if not command.text.strip():
        raise Refused(WRITING_RULE, "nothing_to_send")
    person = one_harmed(ctx, "person", command.person)
    own = _own(ctx, person)
    if not own and ctx.actor in harmed_people(ctx):
        raise Refused("AP-6.2", "not_your_choice")
    to = place(ctx, "handler") if own else place(ctx, "harmed", person)
    return (e.MessageWritten(person=person, to=to, text=command.text),)


def _own_word(ctx: Context, person: str | None) -> str:
    """Return about whom it is: oneself, or for a giver whom he cares for.

    Raises:
        Refused: by AP-5.3.1, if it is another person's choice.
    """
    found = one_cared(ctx, "person", person)
    cares = ctx.actor in place(ctx, "giver", found) and ctx.actor not in harmed_people(ctx)
    if not (_own(ctx, found) or cares):
        raise Refused(DECLINED_RULE, "not_your_choice")
    return found


def _own(ctx: Context, key: str) -> bool:
    """Tell whether the care of this person is the actor's own, or that of his family."""
    return any(key == one.key and ctx.actor in (one.person, one.family_of) for one in ctx.case.cared)
