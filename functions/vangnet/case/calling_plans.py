"""What a plan calls for: a risk analysis before a meeting, and coming back from a talk in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vangnet.case.call import Call
from vangnet.case.facts import Context

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty


def _meeting(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each meeting with citizens that is planned, until it was held or called off (AP-3.1.3)."""
    plan = ctx.case.plan
    if plan and plan.kind == "meeting" and plan.held is None and ctx.case.filed_at:
        yield Call(ctx.case.filed_at, anchor=plan.at)


def _away(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """While whoever went is not back: his own, until when he said."""
    plan = ctx.case.plan
    if plan and plan.back_by and plan.since:
        yield Call(plan.since, owner=plan.goes, about=f"visit-{plan.visits}", until=plan.back_by)


OF_PLANS: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {"meeting_planned": _meeting, "away": _away}
