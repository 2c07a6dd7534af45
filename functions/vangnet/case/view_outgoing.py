"""The messages of a case, for who may see that part: those for outside with what was found in them, and the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from schemas.events import work as e
from schemas.events.base import Envelope
from vangnet.case.facts import Context
from vangnet.case.outgoing import OutgoingItem, in_the_way, left_to_others
from vangnet.case.people import harmed_people, place
from vangnet.case.searching import findings


def of_messages(ctx: Context, events: Sequence[Envelope] = ()) -> dict[str, Any]:
    """Return who speaks, who speaks to the press instead, each message for outside, and what the reader is party to."""
    others = left_to_others(ctx, "press")
    return {
        "spokesperson": list(place(ctx, "spokesperson")),
        "press_left_to": others.contact.model_dump() | {"phone": others.phone} if others else None,
        "outgoing": [outgoing(ctx, one) for one in ctx.case.outgoing.values()],
        "conversation": [*conversation(ctx, events)],
    }


def conversation(ctx: Context, events: Sequence[Envelope]) -> Iterator[dict[str, Any]]:
    """Yield what who is harmed and who handles the case wrote to each other, for these two alone (AP-5.1.6)."""
    own = {one.key for one in ctx.case.harmed if ctx.actor in (one.person, one.family_of)}
    handles = ctx.actor in place(ctx, "handler") and ctx.actor not in harmed_people(ctx)
    for one in events:
        if isinstance(one.event, e.MessageWritten) and (handles or one.event.person in own):
            yield {"at": one.at, "by": one.actor, "person": one.event.person, "text": one.event.text}


def outgoing(ctx: Context, item: OutgoingItem) -> dict[str, Any]:
    """Return a message for outside; while nobody approved it, with what was found in it and what stands in its way."""
    found = findings(ctx, item.text, item.to) if item.open else ()
    rules = in_the_way(ctx, item) if item.open else ()
    state = "approved" if item.approved_at else "withdrawn" if item.withdrawn_at else "drafted"
    fields = {name: value for name, value in asdict(item).items() if name not in {"id", "despite"}}
    return {
        "message": item.id,
        "state": state,
        "sender": item.approved_by or next(iter(place(ctx, "spokesperson")), None),
        **fields,
        "mentions": list(item.mentions),
        "findings": [asdict(one) for one in found],
        "despite": list(item.despite),
        "in_the_way": [{"rule": ctx.protocol.rule(rule), "because": because} for rule, because in rules],
    }
