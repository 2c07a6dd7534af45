"""Whose a duty is: its owner at this moment, who stands in for him, and whom it escalated to.

What is a harmed person's own, nobody else does for him.
"""

from vangnet.case.facts import Context
from vangnet.case.people import (
    barred,
    deputies_of,
    deputies_of_person,
    giver_role,
    next_deputy,
    office_concerned,
    place,
)
from vangnet.case.state import DutyItem


def owners(ctx: Context, duty: DutyItem) -> tuple[str, ...]:
    """Return whose the duty is now: the person it was opened for, else whoever holds its role or place."""
    if duty.owner:
        if not barred(ctx, duty.owner):
            return (duty.owner,)
        return deputies_of_person(ctx, (duty.owner,)) or place(ctx, "receiver")
    row = ctx.protocol.duties()[duty.name]
    named = (place(ctx, word, duty.person) for word in (owner_word(ctx, duty), *row.also))
    return tuple(dict.fromkeys(who for people in named for who in people))


def owner_word(ctx: Context, duty: DutyItem) -> str:
    """Return the role or place whose a duty is: by the office of whom it is about, else the row's own."""
    row = ctx.protocol.duties()[duty.name]
    if row.owner_in_meeting and ctx.case.kind == "meeting":
        return row.owner_in_meeting
    role = role_of_talk(ctx, ctx.protocol.talk_of_duty(duty.name) or "", duty.person or "")
    if role:
        return role
    concerned = (office_concerned(ctx, one) for one in ctx.case.harmed if duty.person in (None, one.key))
    return next((row.owner_for[office] for office in concerned if office in row.owner_for), row.owner)


def role_of_talk(ctx: Context, talk: str, person: str) -> str | None:
    """Return the role that holds this talk by the document, unless somebody was chosen to care for the person."""
    row = ctx.protocol.talks().get(talk)
    return row.giver if row and person not in ctx.case.givers else None


def holding_talk(ctx: Context, talk: str, person: str) -> tuple[str, ...]:
    """Return who holds this talk with a person: the talk's own role, else who cares for him."""
    return place(ctx, role_of_talk(ctx, talk, person) or "giver", person)


def deputies(ctx: Context, duty: DutyItem) -> tuple[str, ...]:
    """Return who stands in next for the owner."""
    if duty.owner:
        return deputies_of_person(ctx, owners(ctx, duty))
    word = owner_word(ctx, duty)
    if word == "harmed":
        return ()
    if word == "giver":
        role = giver_role(ctx, duty.person or "")
        return next_deputy(ctx, role) if role else ()
    return deputies_of(ctx, word)


def involved_with_duty(ctx: Context, duty: DutyItem, person: str) -> bool:
    """Tell whether the duty is a person's own, or was escalated to him."""
    return person in owners(ctx, duty) or person in duty.told


def may_complete(ctx: Context, duty: DutyItem, person: str) -> bool:
    """Tell whether a person may complete it: its owner, his deputy, or whom it escalated to (AP-5.1.6)."""
    return involved_with_duty(ctx, duty, person) or person in deputies(ctx, duty)
