"""A talk or a meeting that lies ahead, who is in it, and what a citizen's history advises whoever goes.

- The advice names what to do and nothing of the history; that is for whoever may see the cases (AP-5.1.6).
- Only cases in which a person confirmed who did it count: what a reporter wrote proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from schemas.events import prevention as e
from schemas.events import work as w
from schemas.events.base import Event
from schemas.words import VisitAdvice
from vangnet.case.evolve import extend
from vangnet.case.in_force import bans_in_force
from vangnet.case.messages import daytime, queue
from vangnet.case.people import place
from vangnet.case.terms import after, before

if TYPE_CHECKING:
    from vangnet.case.facts import Context

MADE = "plan_made"
PLANNED = "plan_soon"  # The reminder of a talk, which falls away where the talk does.


@dataclass(frozen=True)
class PlanItem:
    """A plan; `reporter` is who made it, `back_by` until when whoever went will be back (UTC) while he is away."""

    kind: str
    reporter: str
    at: datetime
    until: datetime | None = None
    place: str = ""
    goes: str = ""
    second_person: str | None = None
    security: bool = False
    secured: bool = False
    risk: bool = False
    why: str = ""
    citizen: str = ""
    about: str = ""
    advice: tuple[str, ...] = ()
    outcome: str = ""
    measures: str = ""
    analysed: bool = False
    held: bool | None = None
    visits: int = 0
    since: datetime | None = None
    back_by: datetime | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Return who goes: himself, and who joins him."""
        return tuple(who for who in (self.goes, self.second_person) if who)


def concerned(ctx: Context) -> frozenset[str]:
    """Return who reads all of a plan: who made it, who goes, whom the document lets oversee it, who is alarmed."""
    plan, row = ctx.case.plan, ctx.protocol.document.prevention
    if plan is None or row is None:
        return frozenset()
    roles = (*row.overseen_by, *(row.meetings_by if plan.kind == "meeting" else ()))
    alarmed = {who for alarm in ctx.case.alarms.values() for who in alarm.told}
    return frozenset({plan.reporter, *plan.people, *alarmed} | {who for role in roles for who in place(ctx, role)})


def arranged(ctx: Context) -> tuple[str, ...]:
    """Return who was arranged as security."""
    plan, row = ctx.case.plan, ctx.protocol.document.prevention
    return place(ctx, row.security) if plan and row and plan.security else ()


def visit_advice(ctx: Context) -> tuple[VisitAdvice, ...]:
    """Return what the history of a citizen, as it was looked up, says to whoever goes to him."""
    return tuple(_advice(ctx))


def _advice(ctx: Context) -> Iterator[VisitAdvice]:
    cases = [case for case in ctx.facts.history if case.outcome == "case" and not case.wiped]
    alarm = ctx.protocol.document.alarm
    if any(case.classed in alarm.classes for case in cases) if alarm else False:
        yield "take_security"
    if cases:
        yield "secured_zone"
    if any(True for case in cases for _ in bans_in_force(case, ctx.now)):
        yield "ask_first"


def planned(ctx: Context, event: e.TalkPlanned) -> Iterator[Event]:
    """Tell who goes, who joins him and who was arranged, and remind them before it (AP-3.1.2)."""
    row = ctx.protocol.document.prevention
    people = [who for who in (event.goes, event.second_person) if who]
    others = [*(who for who in people if who != event.planner), *arranged(ctx)]
    rows: list[tuple[list[str], str, str, datetime]] = [
        (others, "mail", MADE, ctx.now),
        ([*arranged(ctx)], "sms", MADE, daytime(ctx)),
    ]
    if row and row.reminded_before and (soon := before(event.at, row.reminded_before)) > ctx.now:
        rows.append(([*people, *arranged(ctx)], "mail", PLANNED, soon))
    for who, channel, template, send_at in rows:
        for message in queue(ctx, who, (channel,), template, params=_when(event.at), send_at=send_at):
            yield message
            ctx = ctx.having(extend(ctx.case, [message], at=ctx.now))


def analysed(ctx: Context, event: e.RiskAnalysed) -> Iterator[Event]:
    """Tell security of a meeting for which it was arranged (AP-3.1.3)."""
    if event.security and ctx.case.plan:
        yield from queue(ctx, arranged(ctx), ("mail",), MADE, params=_when(ctx.case.plan.at))


def _when(at: datetime) -> dict[str, str]:
    return {"due": at.isoformat()}


def not_back(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when the alarm goes off, as whoever went did not say in time that he is back (AP-3.1.2)."""
    plan = ctx.case.plan
    if plan is None or plan.back_by is None:
        return
    if not any(alarm.open or alarm.opened_at >= plan.back_by for alarm in ctx.case.alarms.values()):
        yield plan.back_by, w.AlarmOpened(alarm=f"alarm-{len(ctx.case.alarms) + 1}", cause="not_back")


def wiping_plan(ctx: Context) -> Iterator[tuple[datetime, str]]:
    """Yield when a plan is wiped."""
    plan, row = ctx.case.plan, ctx.protocol.document.prevention
    if plan and row and not ctx.case.wiped and plan.back_by is None:
        yield max(after(plan.at, row.kept_for), ctx.case.filed_at or plan.at), "plan"
