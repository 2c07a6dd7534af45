"""Which words a field of a meeting, a plan or the calendar may be filled with."""

from collections.abc import Sequence

from vangnet.case.facts import Context
from vangnet.case.obligations import OF_THE_CALENDAR
from vangnet.case.people import place
from vangnet.web.people import PeopleWords

Options = Sequence[tuple[str, str]]


def goers(ctx: Context, people: PeopleWords) -> Options:
    """Return who can be sent to a talk, by whoever plans for others; for anybody else there is no asking."""
    roles = (word for word in ctx.protocol.command("plan_talk").by if ctx.protocol.is_role(word))
    for_others = any(ctx.actor in place(ctx, role) for role in roles)
    known = ctx.protocol.municipality.people if for_others else ()
    return [(who, people.titled(who)) for who in known if who != ctx.actor]


def yearly(ctx: Context, people: PeopleWords) -> Options:
    """Return the obligations of this year or term that wait; of a plan there is no asking."""
    rows = ctx.protocol.duties()
    waiting = (one.name for one in ctx.case.by_due() if rows[one.name].opens in OF_THE_CALENDAR)
    return [(name, people.duty(name)) for name in waiting]


def to_be_trained(ctx: Context, people: PeopleWords) -> Options:
    """Return everybody of the municipality."""
    return [(who, people.titled(who)) for who in ctx.protocol.municipality.people]


def spoken_with(ctx: Context, people: PeopleWords) -> Options:
    """Return the roles without whom the chair of a meeting decides on no aangifte."""
    row = ctx.protocol.document.meetings
    return [(role, people.role(role)) for role in (row.consulted if row else ())]
