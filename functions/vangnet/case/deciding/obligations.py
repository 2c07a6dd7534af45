"""Trainings, and what of the calendar was held."""

from schemas.commands import obligations as c
from schemas.commands.prevention import RecordHeld
from schemas.events import obligations as e
from schemas.events.base import Event
from vangnet.case.deciding.fields import known, past
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.obligations import OF_THE_CALENDAR
from vangnet.case.people import place

TRAINING_RULE = "AP-3.2.4"
CALENDAR_RULE = "AP-3.2.2"


def obligation_held(ctx: Context, command: RecordHeld) -> tuple[Event, ...]:
    """Record that an obligation of this year or term was held; without a name it is the one that is open."""
    duties = ctx.protocol.duties()
    yearly = tuple(name for name, row in duties.items() if row.opens in OF_THE_CALENDAR)
    known("duty", command.duty, yearly)
    waiting = [one for one in ctx.case.by_due() if one.name in yearly and command.duty in (None, one.name)]
    if not waiting and command.duty:
        return ()
    if len(waiting) != 1:
        raise Refused(CALENDAR_RULE, "which_obligation")
    duty = waiting[0]
    if command.held is False:
        raise Refused(duties[duty.name].rule or CALENDAR_RULE, "must_be_held")
    return (
        e.ObligationHeld(
            duty=duty.name, about=duty.about or "", at=past(ctx, "at", command.at), note=command.note or ""
        ),
    )


def record_training(ctx: Context, command: c.RecordTraining) -> tuple[Event, ...]:
    """Record a training and who followed it; of others only by whom the document names (AP-3.2.4)."""
    people = command.people or (ctx.actor,)
    for who in people:
        known("people", who, ctx.protocol.municipality.people)
    if set(people) != {ctx.actor} and not _for_others(ctx):
        raise Refused(TRAINING_RULE, "train_for_others")
    if not (command.topic or "").strip():
        raise Refused(TRAINING_RULE, "no_topic")
    return (e.TrainingRecorded(at=past(ctx, "at", command.at), topic=command.topic or "", people=people),)


def _for_others(ctx: Context) -> bool:
    roles = (word for word in ctx.protocol.command("record_training").by if ctx.protocol.is_role(word))
    return any(ctx.actor in place(ctx, role) for role in roles)
