"""What aftercare calls for: its talks for everybody cared for, a referral for the home front, one more offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from vangnet.case.call import Call
from vangnet.case.facts import Context
from vangnet.case.state import Case, DutyItem
from vangnet.case.terms import after

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty


def supported(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Yield a talk of aftercare for each person who is supported beside who was harmed (AP-5.3.11)."""
    for key, (_, since) in ctx.case.supported.items():
        begins = since_talk_before(ctx, name, key) if row.anchor == "previous_talk" else since
        if key not in ctx.case.declined and begins and ctx.protocol.talk_of_duty(name):
            yield Call(begins, person=key)


def since_talk_before(ctx: Context, name: str, person: str) -> datetime | None:
    """Return when the talk before this one was held; a talk whose term runs from it opens only then."""
    talks = list(ctx.protocol.talks())
    talk = ctx.protocol.talk_of_duty(name)
    before = talks[talks.index(talk) - 1] if talk in talks[1:] else None
    held = ctx.case.talks_held.get((person, before or ""))
    return held[0] if held else None


def _home_front(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Since a talk in which the home front proved to need support, until somebody is referred to (AP-5.3.4)."""
    for (person, talk), (since, referred) in ctx.case.home_front.items():
        if referred is None:
            yield Call(since, person=person, about=talk)


def _referred(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom the home front of a duty was referred."""
    found = case.home_front.get((duty.person or "", duty.about or ""))
    return found[1] if found else None


def offers_again(ctx: Context) -> Iterator[tuple[str, datetime]]:
    """Yield to whom aftercare is offered once more, and when: who declined it and did not take it up since."""
    again = ctx.protocol.document.aftercare.offered_again_after
    for person, at in ctx.case.declined_at.items() if again else ():
        if again and person in ctx.case.declined:
            yield person, after(at, again)


def _declined(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    for person, at in offers_again(ctx):
        if at <= ctx.now:
            yield Call(at, person=person)


def _taken_up(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when who had declined took it up after all, once it was offered again."""
    at = case.taken_up_at.get(duty.person or "")
    return (at, duty.person or "") if at and at >= duty.opened_at and duty.person not in case.declined else None


OF_CARE: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {
    "home_front": _home_front,
    "aftercare_declined": _declined,
}
CARE_SETTLED: dict[str, Callable[[Case, DutyItem], tuple[datetime, str] | None]] = {
    "home_front": _referred,
    "aftercare_declined": _taken_up,
}
