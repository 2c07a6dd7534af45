"""A command against a case: events, or a refusal that names its rule.

The order is always the same: who may give it (permit.py), then what is wrong with its fields, then what the protocol
asks of it; nothing changes where anything stands in the way. What each command makes happen stands in deciding/, in the
module that `schemas.commands.PLACES` names, as a function of the command's name.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from schemas.commands import PLACES, Command, name_of
from schemas.events.base import Event
from vangnet.case.errors import Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.permit import SIGHT_RULE, check_permit

Decider = Callable[[Context, Any], tuple[Event, ...]]

OF_GUIDANCE = frozenset({"turn_into_report", "acknowledge", "record_first_contact"})


def decide(ctx: Context, command: Command) -> tuple[Event, ...]:
    """Return what the command makes happen.

    Raises:
        Refused: with the id of the rule that stands in its way.
        Invalid: with every field that is wrong.
    """
    check_permit(ctx, command)
    case, name = ctx.case, name_of(type(command))
    if case.kind == "report" and case.outcome != "case" and name not in OF_GUIDANCE:
        raise Refused("AP-2.1.10", "no_case")
    if case.wiped:
        raise Refused(SIGHT_RULE, "wiped")
    return decider(name)(ctx, command)


def decider(name: str) -> Decider:
    """Return the function that says what a command makes happen; a mail comes in by `received` alone."""
    decides: Decider = getattr(import_module(f"vangnet.case.deciding.{PLACES[name]}"), name)
    return decides


__all__ = ["Invalid", "Refused", "decide", "decider"]
