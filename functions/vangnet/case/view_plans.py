"""A plan as people may read it: in flat words, and what only those in it read."""

from typing import Any

from vangnet.case.facts import Context
from vangnet.case.plans import PlanItem


def plan_summary(ctx: Context) -> dict[str, Any]:
    """Return a plan in flat words: no citizen, and nothing of his history."""
    case = ctx.case
    plan = case.plan or PlanItem(kind="talk", reporter="", at=ctx.now)
    return {
        "reference": case.reference,
        "state": case.state,
        "filed_at": case.filed_at,
        "wiped": case.wiped,
        "reporter": plan.reporter,
        "planned": plan.kind,
        "at": plan.at,
        "until": plan.until,
        "place": plan.place,
        "goes": plan.goes,
        "second_person": plan.second_person,
        "security": plan.security,
        "secured": plan.secured,
        "why_not_secured": plan.why or None,
        "risk": plan.risk,
        "risk_analysis": plan.analysed,
        "held": plan.held,
        "back_by": plan.back_by,
    }


def plan_account(ctx: Context) -> dict[str, Any]:
    """Return whom it is with, what it is about, what is advised, and what the risk analysis found."""
    plan = ctx.case.plan
    names = ("citizen", "about", "advice", "outcome", "measures")
    return {name: getattr(plan, name) for name in names} if plan else {}
