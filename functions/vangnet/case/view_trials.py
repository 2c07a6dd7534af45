"""A trial alarm as people may read it: all of it to who oversees it, to who was asked how it stands with him."""

from typing import Any

from vangnet.case.facts import Context
from vangnet.case.trials import TrialItem, overseers


def trial_summary(ctx: Context) -> dict[str, Any]:
    """Return a trial alarm in flat words; times in UTC."""
    case, trial = ctx.case, ctx.case.trial
    found: dict[str, Any] = {
        "reference": case.reference,
        "state": case.state,
        "filed_at": case.filed_at,
        "wiped": case.wiped,
        "answer_by": trial.answer_by if trial else None,
        "asked": len(trial.asked) if trial else 0,
        "answered": len(trial.answered) if trial else 0,
        "mine": _when(trial, ctx.actor) if trial else None,
    }
    overseen = trial is not None and ctx.actor in overseers(ctx)
    return found | {"silent": list(trial.silent) if trial and overseen else None}


def _when(trial: TrialItem, person: str) -> Any:
    return trial.answered[person][0] if person in trial.answered else None
