"""The report to the labour inspectorate, for whose duty it is: the least it must hold, and nothing of the account."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from schemas.events import work as e
from schemas.events.base import Envelope
from vangnet.case.facts import Context
from vangnet.case.inspectorate import InjuryToTell, injuries_to_tell, of_inspectorate
from vangnet.case.owners import may_complete
from vangnet.case.state import DutyItem


def duty_of(ctx: Context) -> DutyItem | None:
    """Return the duty to warn the inspectorate that was opened last, if the actor may do it."""
    mine = [one for one in ctx.case.duties.values() if of_inspectorate(ctx, one) and may_complete(ctx, one, ctx.actor)]
    return mine[-1] if mine else None


def of_report(ctx: Context, events: Sequence[Envelope]) -> dict[str, Any] | None:
    """Return grounds, agreements, what is told, and the proof of what was; nothing to whose duty it is not."""
    duty, row = duty_of(ctx), ctx.protocol.document.inspectorate
    if duty is None or row is None:
        return None
    injuries = injuries_to_tell(ctx)
    grounds = {one.ground for one in injuries}
    return {
        "duty": duty.id,
        "state": duty.state,
        "ground": "legal" if "legal" in grounds else "protocol_only",
        "injuries": [asdict(one) if one.named else _unnamed(one) for one in injuries],
        "phone": row.phone,
        "form": row.form,
        "tells": _tells(ctx, any(one.named for one in injuries)),
        "proofs": [_proof(one) for one in events if _is_proof(ctx, one)],
    }


def _unnamed(one: InjuryToTell) -> dict[str, Any]:
    """Return an injury without whose it is and what it is: he did not agree, or not yet."""
    return {"injury": None, "known_at": one.known_at, "person": None} | {
        "ground": one.ground,
        "agreement": one.agreement,
    }


def _tells(ctx: Context, named: bool) -> dict[str, Any]:
    """Return what the inspectorate asks about the incident itself; the place only where somebody is named."""
    report = ctx.case.report
    return {
        "employer": ctx.protocol.municipality.name,
        "happened_at": report.happened_at if report else None,
        "reported_at": ctx.case.filed_at,
        "place": report.place if report and named else None,
        "kinds": list(report.kinds) if report else [],
        "police_told": any(one.word == "notified" for one in ctx.case.police.told) if named else None,
    }


def _is_proof(ctx: Context, one: Envelope) -> bool:
    found = ctx.case.duties.get(one.event.duty) if isinstance(one.event, e.DutyDone) else None
    return found is not None and of_inspectorate(ctx, found)


def _proof(one: Envelope) -> dict[str, Any]:
    event = one.event
    assert isinstance(event, e.DutyDone)
    told = {"at": event.done_at, "by": event.done_by or one.actor}
    return told | {"proof": event.proof, "outcome": event.outcome, "with": event.with_whom}
