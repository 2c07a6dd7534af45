"""Aftercare as its giver and who gets it may read it: the talks with what was gone through, and what is still to do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from schemas.events import work as e
from schemas.events.base import Envelope
from schemas.events.reports import EvidenceAdded, NoteAdded
from vangnet.case.facts import Context
from vangnet.case.people import place
from vangnet.case.sight import sees_aftercare_of


def of_aftercare(ctx: Context, events: Sequence[Envelope]) -> dict[str, Any]:
    """Return the talks that were held, who gives the care, who declined, and whose home front waits for a referral."""
    people = sees_aftercare_of(ctx, ctx.actor)
    held = [
        {"person": one.event.person, "by": one.actor}
        | one.event.model_dump(exclude={"person"})
        | {"left": _left(ctx, one.event)}
        for one in events
        if isinstance(one.event, e.TalkHeld) and one.event.person in people
    ]
    waits = {person for (person, _), (_, referred) in ctx.case.home_front.items() if referred is None}
    return {
        "talks": held,
        "givers": {person: list(place(ctx, "giver", person)) for person in sorted(people)},
        "declined": sorted(ctx.case.declined & people),
        "supported": [
            one.model_dump(exclude={"body"}) for key, (one, _) in ctx.case.supported.items() if key in people
        ],
        "home_front": sorted(waits & people),
        "provision": provision(ctx),
    }


def notes_of_care(ctx: Context, events: Sequence[Envelope]) -> list[Envelope]:
    """Return the notes on aftercare that the actor may read: his own, and those on whose care he may know.

    A note names nobody: one by somebody cared for is on himself, one by a giver on whom he cared for. Of several that
    may be any of them, so that it is read by who gives the care of each of them, and by none of themselves.
    """
    mine = sees_aftercare_of(ctx, ctx.actor)
    gives = mine - _own_keys(ctx, ctx.actor)
    found = []
    for one in events:
        if not isinstance(one.event, NoteAdded | EvidenceAdded) or one.event.part != "aftercare":
            continue
        own = _own_keys(ctx, one.actor)
        about = own or _gave_care_to(ctx, events, one.actor)
        known = about <= (mine if own or len(about) == 1 else gives)
        if one.actor == ctx.actor or (about and known):
            found.append(one)
    return found


def _own_keys(ctx: Context, person: str) -> frozenset[str]:
    return frozenset(one.key for one in ctx.case.cared if person in (one.person, one.family_of))


def _gave_care_to(ctx: Context, events: Sequence[Envelope], giver: str) -> frozenset[str]:
    """Return whose care somebody gives, or ever gave: by the document, or as it was assigned."""
    assigned = {
        one.event.person for one in events if isinstance(one.event, e.AftercareAssigned) and one.event.giver == giver
    }
    before = ctx.having(replace(ctx.case, givers={}))
    at_first = {one.key for one in ctx.case.cared if giver in place(before, "giver", one.key)}
    now = {one.key for one in ctx.case.cared if giver in place(ctx, "giver", one.key)}
    return frozenset(assigned | at_first | now)


def _left(ctx: Context, talk: e.TalkHeld) -> list[str]:
    """Return the points of a talk's checklist that were not gone through in it."""
    row = ctx.protocol.talks().get(talk.talk)
    return [name for name in (row.points if row else ()) if name not in talk.points]


def provision(ctx: Context) -> dict[str, Any] | None:
    """Return the local provision for the home front (AP-5.3.4), where the municipality named one."""
    row = ctx.protocol.document.aftercare.home_front
    contact = ctx.protocol.document.contacts.get(row.contact) if row and row.contact else None
    return contact.model_dump(include={"label", "phone", "hours"}) if contact else None
