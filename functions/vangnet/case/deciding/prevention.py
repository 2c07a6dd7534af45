"""What is planned: a talk, a meeting, its risk analysis; and the timed check of who goes (AP-3.1.1 to AP-3.1.3)."""

from datetime import datetime

from schemas.commands import prevention as c
from schemas.events import prevention as e
from schemas.events.base import Event
from schemas.events.work import AlarmAcknowledged
from vangnet.case.deciding.fields import past
from vangnet.case.deciding.obligations import obligation_held
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.people import place
from vangnet.case.plans import PlanItem, visit_advice

ZONE_RULE = "AP-3.1.1"
RISK_RULE = "AP-3.1.2"
ANALYSIS_RULE = "AP-3.1.3"


def plan_talk(ctx: Context, command: c.PlanTalk) -> tuple[Event, ...]:
    """Plan a talk: with time and place, in the secured zone or with the reason why not (AP-3.1.1).

    For one that is known to be risky security is arranged, or a second person joins (AP-3.1.2).
    """
    _known_to_the_document(ctx)
    goes = command.goes or ctx.actor
    for field, who in (("goes", goes), ("second_person", command.second_person)):
        _somebody(ctx, field, who)
    if goes != ctx.actor and not _plans_for_others(ctx):
        raise Refused(RISK_RULE, "plan_for_others")
    at, where = _ahead(ctx, "at", command.at, ZONE_RULE), (command.place or "").strip()
    if not where:
        raise Refused(ZONE_RULE, "no_place")
    joined = command.second_person if command.second_person != goes else None
    _in_the_secured_zone(command)
    _not_alone(command, joined)
    planned = e.TalkPlanned(
        reference=ctx.facts.reference,
        at=at,
        until=_until(ctx, command.until, at) if command.until else None,
        secured=bool(command.secured),
        risk=bool(command.risk),
        security=bool(command.security),
        planner=ctx.actor,
        goes=goes,
        second_person=joined,
        place=where,
        why=command.why or "",
        about=command.about or "",
        citizen=(command.citizen or "").strip(),
        advice=visit_advice(ctx),
    )
    return (planned,)


def plan_meeting(ctx: Context, command: c.PlanMeeting) -> tuple[Event, ...]:
    """Plan a meeting with citizens, which calls for a risk analysis before its date (AP-3.1.3)."""
    _known_to_the_document(ctx)
    at = _ahead(ctx, "at", command.at, ANALYSIS_RULE)
    planned = e.MeetingPlanned(
        reference=ctx.facts.reference,
        at=at,
        planner=ctx.actor,
        place=(command.place or "").strip(),
        about=command.about or "",
    )
    return (planned,)


def record_risk_analysis(ctx: Context, command: c.RecordRiskAnalysis) -> tuple[Event, ...]:
    """Record what can go wrong and what is done about it, before the meeting (AP-3.1.3)."""
    plan = _plan(ctx, ANALYSIS_RULE)
    if not (command.outcome or "").strip():
        raise Refused(ANALYSIS_RULE, "no_risk_outcome")
    if not (command.measures or "").strip():
        raise Refused(ANALYSIS_RULE, "no_risk_measures")
    if ctx.now >= plan.at:
        raise Refused(ANALYSIS_RULE, "meeting_was_held")
    analysed = e.RiskAnalysed(
        outcome=command.outcome or "",
        measures=command.measures or "",
        place=command.place or "",
        security=plan.security if command.security is None else command.security,
    )
    return (analysed,)


def record_held(ctx: Context, command: c.RecordHeld) -> tuple[Event, ...]:
    """Record that what was planned was held, or that it is called off; of the calendar that it was held."""
    if ctx.case.kind == "obligations":
        return obligation_held(ctx, command)
    _plan(ctx, RISK_RULE)
    return (e.PlanHeld(at=past(ctx, "at", command.at), held=command.held is not False, note=command.note or ""),)


def check_in(ctx: Context, command: c.CheckIn) -> tuple[Event, ...]:
    """Record that somebody goes and until when he will be back; without a time it is the talk's own end (AP-3.1.2)."""
    plan = _plan(ctx, RISK_RULE)
    until = command.until or plan.until
    if until is None:
        raise Refused(RISK_RULE, "back_by_when")
    _somebody(ctx, "second_person", command.second_person)
    gone = e.CheckedIn(
        number=plan.visits + 1,
        until=_until(ctx, until, ctx.now),
        place=command.place or "",
        second_person=command.second_person or plan.second_person,
    )
    return (gone,)


def check_out(ctx: Context, command: c.CheckOut) -> tuple[Event, ...]:
    """Record that whoever went is back; that answers the alarm about him."""
    plan = _plan(ctx, RISK_RULE)
    if plan.back_by is None:
        return ()
    ringing = (alarm.id for alarm in ctx.case.alarms.values() if alarm.open)
    answered = (AlarmAcknowledged(alarm=alarm, person=ctx.actor, settled=True) for alarm in ringing)
    return (e.CheckedOut(at=past(ctx, "at", command.at)), *answered)


def _in_the_secured_zone(command: c.PlanTalk) -> None:
    """Pass if a talk is in the secured zone, or it says why it is not (AP-3.1.1)."""
    if not command.secured and not command.why:
        raise Refused(ZONE_RULE, "why_not_secured")


def _not_alone(command: c.PlanTalk, joined: str | None) -> None:
    """Pass if security was arranged for a risky talk, or somebody joins (AP-3.1.2)."""
    if command.risk and not command.security and not joined:
        raise Refused(RISK_RULE, "nobody_arranged")


def _known_to_the_document(ctx: Context) -> None:
    if ctx.protocol.document.prevention is None:
        raise Refused(RISK_RULE, "no_plans")


def _plan(ctx: Context, rule: str) -> PlanItem:
    if ctx.case.plan is None:
        raise Refused(rule, "not_a_plan")
    return ctx.case.plan


def _ahead(ctx: Context, field: str, moment: datetime | None, rule: str) -> datetime:
    """Return when something is planned (UTC), which lies ahead."""
    if moment is None:
        raise Refused(rule, "no_time")
    if moment < ctx.now:
        raise Invalid(FieldError(field, "is_past"))
    return moment


def _until(ctx: Context, until: datetime, since: datetime) -> datetime:
    if until <= since:
        raise Invalid(FieldError("until", "until_before_from"))
    return until


def _somebody(ctx: Context, field: str, who: str | None) -> None:
    people = ctx.protocol.municipality.people
    if who is not None and who not in people:
        raise Invalid(FieldError(field, "unknown_word", {"word": who, "choices": ", ".join(people)}))


def _plans_for_others(ctx: Context) -> bool:
    roles = (word for word in ctx.protocol.command("plan_talk").by if ctx.protocol.is_role(word))
    return any(ctx.actor in place(ctx, role) for role in roles)
