"""The messages of a case, for who may see that part: those for outside with what was found in them, and the notes."""

from dataclasses import asdict
from typing import Any

from vangnet.case.facts import Context
from vangnet.case.outgoing import OutgoingItem, in_the_way, left_to_others
from vangnet.case.people import place
from vangnet.case.searching import findings


def of_messages(ctx: Context) -> dict[str, Any]:
    """Return who speaks, who speaks to the press instead, and each message for outside."""
    others = left_to_others(ctx, "press")
    return {
        "spokesperson": list(place(ctx, "spokesperson")),
        "press_left_to": others.contact.model_dump() | {"phone": others.phone} if others else None,
        "outgoing": [outgoing(ctx, one) for one in ctx.case.outgoing.values()],
    }


def outgoing(ctx: Context, item: OutgoingItem) -> dict[str, Any]:
    """Return a message for outside; while nobody approved it, with what was found in it and what stands in its way."""
    found = findings(ctx, item.text, item.to) if item.open else ()
    rules = in_the_way(ctx, item) if item.open else ()
    state = "approved" if item.approved_at else "withdrawn" if item.withdrawn_at else "drafted"
    fields = {name: value for name, value in asdict(item).items() if name not in {"id", "despite"}}
    return {
        "message": item.id,
        "state": state,
        **fields,
        "mentions": list(item.mentions),
        "findings": [asdict(one) for one in found],
        "despite": list(item.despite),
        "in_the_way": [{"rule": rule, "because": because} for rule, because in rules],
    }
