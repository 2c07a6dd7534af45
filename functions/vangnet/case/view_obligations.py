"""The calendar of obligations as people may read it."""

from typing import Any

from vangnet.case.facts import Context
from vangnet.case.obligations import never_trained, trainings


def calendar_summary(ctx: Context) -> dict[str, Any]:
    """Return what was held, who was trained, and who never was."""
    case = ctx.case
    held = [{"duty": duty, "about": about, "at": at, "by": by} for (duty, about), (at, by) in case.held.items()]
    return {
        "reference": case.reference,
        "state": case.state,
        "filed_at": case.filed_at,
        "wiped": case.wiped,
        "obligations_held": held,
        "trainings": [{"at": one.at, "topic": one.topic, "people": list(one.people)} for one in trainings(ctx)],
        "never_trained": list(never_trained(ctx)),
    }
