"""The first contact that is still to be made with each person harmed: by whom, and until when.

Acknowledged is not handled: what counts is that somebody spoke to him.
"""

from dataclasses import dataclass
from datetime import datetime

from vangnet.case.facts import Context
from vangnet.case.owners import owners
from vangnet.case.state import DutyItem


@dataclass(frozen=True)
class ContactToMake:
    """Nobody is known to have spoken to this person yet; until when (UTC) these people do, and whether it is late.

    `alarmed` says that nobody answered the alarm yet: then they are who was alarmed.
    """

    person: str
    by: tuple[str, ...]
    until: datetime | None
    late: bool
    alarmed: bool = False


def contacts_to_make(ctx: Context) -> tuple[ContactToMake, ...]:
    """Return the first contacts that a case still waits for; none where nobody is to be called, or it was closed."""
    case = ctx.case
    called_for = case.outcome == "case" or bool(case.alarms)  # Urgent guidance was alarmed about as well.
    if case.kind != "report" or not called_for or case.wiped or case.state == "closed":
        return ()
    spoken_to = {*case.contacted, *(person for person, _ in case.talks_held)}
    people = (one.key for one in case.harmed if one.body is None and one.key not in spoken_to)
    return tuple(found for person in people if (found := _to_make(ctx, person)))


def _to_make(ctx: Context, person: str) -> ContactToMake | None:
    """Return who speaks to him first: whoever was alarmed, else whoever took that on, else who holds the first talk."""
    open_alarm = next((one for one in ctx.case.alarms.values() if one.open), None)
    if open_alarm:
        return ContactToMake(person, open_alarm.told, None, late=True, alarmed=True)
    duty = _first_contact(ctx) or _first_talk(ctx, person)
    if duty is None:
        return None
    until = None if duty.soft else duty.due  # What is only wished for is no promise.
    return ContactToMake(person, owners(ctx, duty), until, late=duty.overdue(ctx.now))


def _first_contact(ctx: Context) -> DutyItem | None:
    alarm = ctx.protocol.document.alarm
    name = alarm.returns_with if alarm else None
    return next((duty for duty in ctx.case.by_due() if duty.name == name), None)


def _first_talk(ctx: Context, person: str) -> DutyItem | None:
    mine = (duty for duty in ctx.case.by_due() if duty.person == person and ctx.protocol.talk_of_duty(duty.name))
    return next(mine, None)
