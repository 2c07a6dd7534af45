"""A command against a case: events, or a refusal that names its rule.

The order is always the same: who may give it (permit.py), then what is wrong with its fields, then what the protocol
asks of it; nothing changes where anything stands in the way. What each command makes happen stands in deciding/, in the
module that `schemas.commands.PLACES` names, as a function of the command's name.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from schemas.commands import ALSO_IN, ONLY_IN, PLACES, Command, name_of
from schemas.events.base import Event
from vangnet.case.citing import citing
from vangnet.case.errors import Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.permit import SIGHT_RULE, check_permit

Decider = Callable[[Context, Any], tuple[Event, ...]]

OF_GUIDANCE = frozenset({"turn_into_report", "acknowledge", "record_first_contact"})


@citing
def decide(ctx: Context, command: Command) -> tuple[Event, ...]:
    """Return what the command makes happen.

    Raises:
        Refused: with the rule of the document that stands in its way.
        Invalid: with every field that is wrong.
    """
    check_permit(ctx, command)
    case, name = ctx.case, name_of(type(command))
    if case.kind == "report" and case.outcome != "case" and name not in OF_GUIDANCE:
        raise Refused("AP-2.1.10", "no_case")
    _in_its_own_stream(ctx, name)
    if case.wiped:
        raise Refused(SIGHT_RULE, "wiped")
    return decider(name)(ctx, without_blanks(command))


def without_blanks(command: Command) -> Command:
    """Return a command in which a text of nothing but spaces counts as not said, so that no rule is met by it."""
    fields = type(command).model_fields
    blank = {name: fields[name].default for name, text in command if isinstance(text, str) and not text.strip()}
    return command.model_copy(update={name: text for name, text in blank.items() if text is None or text == ""})


def _in_its_own_stream(ctx: Context, name: str) -> None:
    """Refuse what is given in another kind of stream: a meeting is no case, and a case no meeting."""
    kind = ctx.case.kind
    if kind in ONLY_IN and name not in ONLY_IN[kind] | ALSO_IN[kind]:
        raise Refused(SIGHT_RULE, "not_in_a_meeting_log")
    if name not in ONLY_IN.get(kind, ()) and any(name in names for names in ONLY_IN.values()):
        raise Refused(ctx.protocol.command(name).rule, "not_a_meeting")


def decider(name: str) -> Decider:
    """Return the function that says what a command makes happen; a mail comes in by `received` alone."""
    decides: Decider = getattr(import_module(f"vangnet.case.deciding.{PLACES[name]}"), name)
    return decides


__all__ = ["Invalid", "Refused", "decide", "decider"]
