"""Answering an alarm, and the first contact that must follow it."""

from schemas.commands.alarm import Acknowledge, RecordFirstContact
from schemas.events.base import Event
from schemas.events.work import AlarmAcknowledged, FirstContactRecorded
from vangnet.case.alarms import rules
from vangnet.case.deciding.fields import one_harmed, past
from vangnet.case.errors import FieldError, Invalid
from vangnet.case.facts import Context
from vangnet.case.people import barred
from vangnet.case.state import AlarmItem


def acknowledge(ctx: Context, command: Acknowledge) -> tuple[Event, ...]:
    """Acknowledge the case's open alarm; once more by the same person changes nothing (AP-5.1.6)."""
    alarm = ctx.case.alarm
    if command.alarm is not None and command.alarm not in (*ctx.case.alarms, ctx.case.reference):
        raise Invalid(FieldError("alarm", "unknown_alarm", {"choices": ", ".join(ctx.case.alarms)}))
    if command.alarm in ctx.case.alarms:
        alarm = ctx.case.alarms[str(command.alarm)]
    if alarm is None or not alarm.open or ctx.actor in alarm.acknowledged:
        return ()
    return (AlarmAcknowledged(alarm=alarm.id, person=ctx.actor, settled=_settles(ctx, alarm)),)


def _settles(ctx: Context, alarm: AlarmItem) -> bool:
    """Tell whether this acknowledgement ends the alarm: any one does, or each who was told must (by the document)."""
    config = rules(ctx)
    if config is None or config.acknowledged_by == "any":
        return True
    waiting = {who for who in alarm.told if not barred(ctx, who)} - set(alarm.acknowledged) - {ctx.actor}
    return not waiting


def record_first_contact(ctx: Context, command: RecordFirstContact) -> tuple[Event, ...]:
    """Record that the person harmed was spoken to; who did so has answered the alarm as well."""
    person = one_harmed(ctx, "person", command.person)
    event = FirstContactRecorded(
        person=person,
        held_at=past(ctx, "at", command.at),
        safe=command.safe,
        may_respond=command.may_respond,
    )
    return (*acknowledge(ctx, Acknowledge()), event)
