"""A case as people may read it: a summary in flat words, and the contents of each part, for who may see them.

Nothing here decides who sees what: sight.py does, and `view` leaves out what it does not give.
"""

from collections.abc import Callable, Sequence
from typing import Any

from schemas.events import letters as le
from schemas.events import measures as s
from schemas.events import objections as o
from schemas.events import police as q
from schemas.events import reports as r
from schemas.events import response as p
from schemas.events.base import Envelope
from schemas.events.mail import MailReceived
from schemas.words import CLEARING, Part
from vangnet.case.facts import Context
from vangnet.case.in_force import bans_in_force
from vangnet.case.people import place
from vangnet.case.sight import sees, sees_care_of
from vangnet.case.view_care import notes_of_care, of_aftercare
from vangnet.case.view_meetings import meeting_log, meeting_summary
from vangnet.case.view_obligations import calendar_summary
from vangnet.case.view_outgoing import of_messages
from vangnet.case.view_plans import plan_account, plan_summary
from vangnet.case.view_police import of_aangifte, of_damage
from vangnet.case.view_trials import trial_summary


def summary(ctx: Context) -> dict[str, Any]:
    """Return the case in flat words: class, state, offices, who handles it; no account and no name of who did it."""
    case, report = ctx.case, ctx.case.report
    if case.kind in OF_ITS_OWN:
        return OF_ITS_OWN[case.kind](ctx)
    spokesperson = ctx.protocol.document.spokesperson
    found = {
        "reference": case.reference,
        "outcome": case.answered if case.kind == "talk" else case.outcome,
        "class": case.classed,
        "suggested_class": report.suggested if report else None,
        "confirmed": case.confirmed,
        "state": case.state,
        "filed_at": case.filed_at,
        "reporter": case.reporter,
        "harmed": [one.key for one in case.harmed],
        "offices": list(case.offices),
        "office": case.offices[0] if case.offices else None,
        "receiver": list(place(ctx, "receiver")),
        "handler": case.handler,
        "spokesperson": next(iter(place(ctx, spokesperson)), None) if spokesperson else None,
        "urgent": case.urgent,
        "pattern": bool(case.pattern),
        "wiped": case.wiped,
        "closed_because": case.closing.because if case.closing else None,
        "because": case.closing.because if case.closing else None,
        "advised": list(case.advised),
        "heard": case.heard or None,
        "decided": [one.measure for one in case.measures.values()],
        "in_force": [one.id for one in bans_in_force(case, ctx.now)],
        "breaches": len(case.breaches),
        "letters": [one.kind for one in case.letters],
        "prosecution": case.police.prosecution,
    }
    return found | (_of_report(report) if report else {})


def summary_for(ctx: Context) -> dict[str, Any]:
    """Return the summary as the actor may read it: without the aangifte, for who may not see that part (AP-5.4.3)."""
    found = summary(ctx)
    if "aangifte" in sees(ctx, ctx.actor) or "prosecution" not in found:
        return found
    shown = {name: [one for one in found[name] if one != AANGIFTE] for name in ("advised", "decided")}
    return {name: one for name, one in found.items() if name != "prosecution"} | shown


AANGIFTE = "aangifte"  # The measure of that name, which the summary does not tell to everybody.


def _of_mail(ctx: Context) -> dict[str, Any]:
    """Return a mail in flat words; its sender and what it says are contents, and stand in its parts."""
    case, mail = ctx.case, ctx.case.mail
    return {
        "reference": case.reference,
        "outcome": "case" if case.mail_report else None,
        "class": case.classed or None,
        "state": case.state,
        "filed_at": case.filed_at,
        "why": mail.why if mail else "",
        "broken": list(mail.broken) if mail else [],
        "report": case.mail_report or None,
        "receiver": list(place(ctx, "receiver")),
        "handler": case.handler,
        "wiped": case.wiped,
    }


# What is no case has a summary of its own.
OF_ITS_OWN: dict[str, Callable[[Context], dict[str, Any]]] = {
    "mail": _of_mail,
    "meeting": meeting_summary,
    "plan": plan_summary,
    "obligations": calendar_summary,
    "trial": trial_summary,
}


def _of_report(report: r.ReportFiled) -> dict[str, Any]:
    names = ("kinds", "channel", "target", "addressed", "stopped", "persists", "day")
    found = {name: getattr(report, name) for name in names}
    return found | {"kinds": list(report.kinds), "decision_at_stake": report.decision_at_stake}


def view(ctx: Context, events: Sequence[Envelope]) -> dict[Part, Any]:
    """Return the contents of each part that the actor may see; what he may not see is not in it at all."""
    allowed = sees(ctx, ctx.actor)
    if ctx.case.kind == "meeting":
        return {"summary": meeting_summary(ctx), "account": meeting_log(events)} if allowed else {}
    if ctx.case.kind in {"obligations", "trial"}:
        return {"summary": summary(ctx)} if allowed else {}
    if ctx.case.kind == "plan":
        found: dict[Part, Any] = {"summary": plan_summary(ctx), "account": plan_account(ctx)}
        return {part: found[part] for part in found if part in allowed}
    parts: dict[Part, Any] = {}
    if "summary" in allowed:
        parts["summary"] = summary_for(ctx) | {"aim": ctx.case.aim} | _talks_held(ctx)
    if "account" in allowed:
        parts["account"] = _account(ctx)
    if "evidence" in allowed:
        parts["evidence"] = _evidence(events)
    if "measures" in allowed:
        parts["measures"] = [_measure(one) for one in events if isinstance(one.event, OF_MEASURES)]
    if "hearing" in allowed:
        heard = (one for one in events if isinstance(one.event, OF_HEARING))
        parts["hearing"] = [{"at": one.at, "by": one.actor} | one.event.model_dump() for one in heard]
    if "aangifte" in allowed:
        parts["aangifte"] = of_aangifte(ctx, events) | {"notes": _notes(events, "aangifte")}
    if "damage" in allowed:
        parts["damage"] = of_damage(ctx) | {"notes": _notes(events, "damage")}
    if "security" in allowed:
        parts["security"] = _security(events) + _notes(events, "security")
    if "messages" in allowed:
        parts["messages"] = of_messages(ctx, events) | {"notes": _notes(events, "messages")}
    if "aftercare" in allowed:
        parts["aftercare"] = of_aftercare(ctx, events) | {"notes": _notes(notes_of_care(ctx, events), "aftercare")}
    if "hearing" in parts:
        parts["hearing"] += _notes(events, "hearing")
    if "notes" in allowed:
        parts["notes"] = _notes(events, "notes")
    if "reflection" in allowed:
        parts["reflection"] = _reflections(ctx, events)
    for part in sorted(allowed - set(parts)):
        parts[part] = _notes(events, part)
    return parts


def _reflections(ctx: Context, events: Sequence[Envelope]) -> list[dict[str, Any]]:
    """Return what the reader wrote of his own part, and what others chose to share with him (AP-2.7)."""
    found = []
    for one in events:
        mine = one.actor == ctx.actor
        if isinstance(one.event, r.ReflectionWritten) and (mine or ctx.actor in one.event.readers):
            found.append({"at": one.at, "by": one.actor, "text": one.event.text, "readers": list(one.event.readers)})
        if isinstance(one.event, r.NoteAdded | r.EvidenceAdded) and one.event.part == "reflection" and mine:
            found += _notes([one], "reflection")
    return found


def _security(events: Sequence[Envelope]) -> list[dict[str, Any]]:
    """Return the measures of protection, each as a note with who decided it outside the municipality (AP-5.4.6)."""
    return [
        {"at": one.at, "by": one.actor, "text": event.measure} | event.model_dump()
        for one in events
        if isinstance(event := one.event, q.SecurityMeasureRecorded)
    ]


def _talks_held(ctx: Context) -> dict[str, Any]:
    """Return which talks were held, for who may know that and no more."""
    held = [
        (key, at) for key, (at, _) in ctx.case.talks_held.items() if sees_care_of(ctx, ctx.actor, key[0], talk=True)
    ]
    rows = [{"person": who, "talk": talk, "held_at": at} for (who, talk), at in held]
    return {"talks_held": rows} if rows or sees_care_of(ctx, ctx.actor, None, talk=True) else {}


OF_REPORT = (
    *("account", "forwarded", "by_mail", "proofs", "happened_at", "place", "aim", "injury", "reasons", "perpetrators"),
)
OF_MAIL = (
    *("sender", "sender_name", "subject", "text", "account", "forwarded", "authentic", "person", "proofs", "broken"),
)


def _account(ctx: Context) -> dict[str, Any]:
    report = ctx.case.report
    if ctx.case.mail:
        return ctx.case.mail.model_dump(include=set(OF_MAIL))
    if report is None:
        return {"about": ctx.case.talk.about if ctx.case.talk else None}
    found = report.model_dump(include=set(OF_REPORT))
    found["identified"] = [one.perpetrator.model_dump() | {"born": one.born} for one in ctx.case.identities.values()]
    if ctx.case.closing and ctx.case.closing.because in CLEARING:
        found["perpetrators"] = []
    return found


def _evidence(events: Sequence[Envelope]) -> list[dict[str, Any]]:
    found = []
    for one in events:
        if isinstance(one.event, r.ReportFiled | MailReceived):
            found += [file.model_dump(exclude={"key"}) for file in one.event.evidence]
        if isinstance(one.event, r.EvidenceAdded) and one.event.part == "evidence":
            file = one.event.evidence
            found.append(file.model_dump(exclude={"key"}) if file else {"text": one.event.text, "by": one.actor})
    return found


def _notes(events: Sequence[Envelope], part: str) -> list[dict[str, Any]]:
    written = [one for one in events if isinstance(one.event, r.NoteAdded | r.EvidenceAdded) and one.event.part == part]
    return [{"at": one.at, "by": one.actor, "text": getattr(one.event, "text", None)} for one in written]


OF_HEARING = (p.HearingRecorded, p.HearingWaived, le.HearingReceived)
OF_MEASURES = (
    *(o.ObjectionReceived, o.ObjectionDecided, o.ComplaintReceived, o.ComplaintDecided),
    *(o.ErasureAsked, o.ErasureDecided, o.DecisionPostponed),
    *(r.AdviceGiven, p.MeasureProposed, p.MeasureDecided, p.MeasureEnded, le.LetterMade, le.LetterSent),
    *(s.DemandMade, s.BreachReported, s.MeasureChanged, s.MeasureRevived),
)


def _measure(one: Envelope) -> dict[str, Any]:
    """Return a step in the response: what was advised, proposed, decided or ended, by whom and why."""
    found: dict[str, Any] = {"at": one.at, "by": one.actor, "step": type(one.event).__name__}
    if isinstance(one.event, r.AdviceGiven):
        return found | {"measures": list(one.event.measures), "why": one.event.why}
    fields = one.event.model_dump(mode="json", exclude_defaults=True, exclude={"content"})
    own = {
        "at": "happened_at",
        "by": "sent_by",
    }  # Here they are of the record.
    fields = {own.get(name, name): value for name, value in fields.items()}
    return found | fields | {"measures": [fields["measure"]] if "measure" in fields else []}
