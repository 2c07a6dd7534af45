"""Which commands a person may give in a case now, for the buttons of its page."""

from typing import Any

from schemas.commands import ALSO_IN, COMMANDS, DIRECTORY, ONLY_IN, STARTS_A_STREAM, Command
from schemas.words import PARTS, Part
from vangnet.case.bans import BASES, DEFAULT_BASIS
from vangnet.case.decide import OF_GUIDANCE
from vangnet.case.facts import Context
from vangnet.case.in_force import BAN, bans_in_force
from vangnet.case.outgoing import waiting
from vangnet.case.people import harmed_people
from vangnet.case.permit import OF_ANYONE, deciders, may
from vangnet.case.sight import sees


def allowed(ctx: Context) -> tuple[str, ...]:
    """Return the names of the commands that the actor may give, in the order of the language."""
    return tuple(name for name in COMMANDS if _may_give(ctx, name))


def measures_to_decide(ctx: Context) -> tuple[str, ...]:
    """Return the kinds of measure that the actor may decide now, those under a legal basis of its own included."""
    model: Any = COMMANDS["decide_measure"]
    rows = ctx.protocol.document.measures
    by_basis = [(name, basis) for name in rows for basis in (BASES if name == BAN else (DEFAULT_BASIS,))]
    mine = [
        name
        for name, basis in by_basis
        if ctx.actor in deciders(ctx, model.model_construct(measure=name, legal_basis=basis))
    ]
    return tuple(dict.fromkeys(mine))


def _may_give(ctx: Context, name: str) -> bool:
    if name in STARTS_A_STREAM | DIRECTORY or name == "complete_duty" or name not in ctx.protocol.document.commands:
        return False
    case = ctx.case
    if case.wiped or not _fits(ctx, name):
        return False
    by = ctx.protocol.command(name).by
    if ctx.actor in harmed_people(ctx) and not OF_ANYONE & set(by):
        return False
    model: Any = COMMANDS[name]
    blank: Command = model.model_construct()
    return any(_means(ctx, word, blank) for word in by)


def _means(ctx: Context, word: str, blank: Command) -> bool:
    if word == "sees" and "part" in type(blank).model_fields:
        return bool(writable(ctx))
    return may(ctx, word, blank)


def writable(ctx: Context) -> tuple[Part, ...]:
    """Return the parts to which the actor may add a note or a file."""
    seen = sees(ctx, ctx.actor)
    return tuple(part for part in PARTS if part in seen and part != "summary")


def _may_ask_for_care(ctx: Context) -> bool:
    """Tell whether somebody harmed can ask for aftercare that is given on wish."""
    on_wish = ctx.protocol.document.aftercare.offer == "on_wish"
    return on_wish and any(one.key not in ctx.case.taken_up_at for one in ctx.case.cared)


def _fits(ctx: Context, name: str) -> bool:
    """Tell whether a command makes sense in the state that the stream is in."""
    case = ctx.case
    if case.kind == "mail":
        return (name == "take_mail" and not case.mail_report) or (name == "set_mail_aside" and case.state == "waiting")
    if name in {"take_mail", "set_mail_aside"}:
        return False
    if case.kind == "mailroom":
        return name == "acknowledge" and _alarm_fits(ctx, name)
    if case.kind == "talk":
        return name in {"record_outcome", "acknowledge"} and case.answered is None and _alarm_fits(ctx, name)
    if case.kind in ONLY_IN:
        return _in_its_own_stream(ctx, name)
    if any(name in names for names in ONLY_IN.values()):
        return False
    if case.kind != "report" or (case.outcome != "case" and name not in OF_GUIDANCE):
        return False
    closed = case.state == "closed"
    fits = {
        "turn_into_report": case.outcome != "case",
        "record_outcome": False,
        "acknowledge": _alarm_fits(ctx, name),
        "record_first_contact": not closed,
        "take_case": not closed,
        "close_case": not closed,
        "reopen_case": closed,
        "merge_perpetrators": bool(case.identities),
        "clear_perpetrator": bool(case.identities),
        "record_objection": bool(case.measures),
        "postpone_decision": any(one.open for one in case.remedies.values()),
        "end_measure": case.running() is not None,
        "change_measure": any(one.ended_at is None and one.ends_on for one in case.measures.values()),
        "revive_measure": case.ended_early() is not None,
        "report_breach": any(bans_in_force(case, ctx.now)),
        "decide_measure": not closed,
        "decline_aftercare": any(one.key not in case.declined for one in case.cared),
        "take_up_aftercare": bool(case.declined) or _may_ask_for_care(ctx),
        **dict.fromkeys(("align_with_om", "approve_message", "withdraw_message"), bool(waiting(case))),
    }
    return fits.get(name, _of_money(ctx, name))


def _in_its_own_stream(ctx: Context, name: str) -> bool:
    """Tell whether a command belongs in a meeting, a plan, the calendar or a trial alarm, and makes sense in it now."""
    kind = ctx.case.kind
    fits = kind == "obligations" or _of_meeting(ctx, name) or _of_plan(ctx, name) or _of_trial(ctx)
    return fits and name in ONLY_IN[kind] | ALSO_IN[kind]


def _of_meeting(ctx: Context, name: str) -> bool:
    """Tell whether a record makes sense in the state that the meeting is in."""
    meeting = ctx.case.meeting
    if meeting is None:
        return False
    over = meeting.closed_at is not None
    fits = {
        "suspend": not over and not meeting.suspended,
        "resume": meeting.suspended,
        "record_physical_measure": bool(meeting.aggressions) and not over,
        "stop_livestream": meeting.streaming or any(one.about for one in ctx.case.open_duties()),
        "decide_aangifte": bool(meeting.suspensions),
        "file_aangifte": bool(meeting.file),
    }
    return fits.get(name, not over)


def _of_plan(ctx: Context, name: str) -> bool:
    """Tell whether a step makes sense in the state that a plan is in."""
    plan = ctx.case.plan
    if plan is None:
        return False
    ahead = plan.held is None
    fits = {
        "record_risk_analysis": plan.kind == "meeting" and ahead and ctx.now < plan.at,
        "record_held": ahead,
        "check_in": plan.kind == "talk" and ahead,
        "check_out": plan.back_by is not None,
        "acknowledge": _alarm_fits(ctx, name),
    }
    return fits.get(name, False)


def _of_trial(ctx: Context) -> bool:
    """Tell whether the actor has not answered this trial alarm yet."""
    return ctx.case.trial is not None and ctx.actor in ctx.case.trial.silent


def _of_money(ctx: Context, name: str) -> bool:
    """Tell whether there is any money to pay, claim, take in or leave, and a consent to take back."""
    items = ctx.case.ledger.values()
    fits = {
        "withdraw_consent": any(one.holds for one in ctx.case.police.consents.values()),
        "pay_out": any(one.to_pay for one in items),
        "claim": any(one.to_claim for one in items),
        "record_recovery": any(one.claim_open for one in items),
        "leave_claim": any(one.open for one in items),
    }
    return fits.get(name, True)


def _alarm_fits(ctx: Context, name: str) -> bool:
    return name != "acknowledge" or any(alarm.open for alarm in ctx.case.alarms.values())
