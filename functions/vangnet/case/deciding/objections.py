"""Objections, complaints, requests to erase: recorded with their terms; decided by who did not prepare it (Awb 7:5)."""

from collections.abc import Iterator
from datetime import date

from schemas.commands import objections as c
from schemas.events import objections as e
from schemas.events.base import Event
from vangnet.calendar import amsterdam_day
from vangnet.case.bans import BASES
from vangnet.case.deciding.fields import known
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.in_force import BAN
from vangnet.case.people import harmed_people
from vangnet.case.permit import HARMED_RULE, decided_by
from vangnet.case.remedies import RemedyItem, in_time, last_day_to_object, latest_put_off, waiting
from vangnet.case.response_items import MeasureItem
from vangnet.case.retention import over

REMEDY_RULE = "AP-5.2.2"
ERASURE_RULE = "AP-5.1.6"
ERASURE = "erasure_asked"  # What opens the duty to decide on it, which does not stand in its own way.


def record_objection(ctx: Context, command: c.RecordObjection) -> tuple[Event, ...]:
    """Record an objection with what its term makes of it, or the decision on the one that is open, or both."""
    return tuple(_objection(ctx, command))


def _objection(ctx: Context, command: c.RecordObjection) -> Iterator[Event]:
    open_one = waiting(ctx.case, "objection")
    if open_one is None:
        received = _received(ctx, command)
        yield received
        open_one = RemedyItem(
            received.number,
            "objection",
            received.received_on,
            ctx.now,
            measure=received.measure,
            besluit=received.besluit,
        )
    if command.decision:
        yield _decided(ctx, command, open_one)


def _received(ctx: Context, command: c.RecordObjection) -> e.ObjectionReceived:
    measure = _meant(ctx, command.measure)
    received_on = _past_day(ctx, "received_on", command.received_on)
    last = last_day_to_object(measure)
    return e.ObjectionReceived(
        number=f"objection-{1 + sum(one.kind == 'objection' for one in ctx.case.remedies.values())}",
        measure=measure.id,
        received_on=received_on,
        posted_on=command.posted_on,
        last_day=last,
        in_time=in_time(last, received_on, command.posted_on),
        besluit=_besluit(measure),
        committee=command.committee,
    )


def _besluit(measure: MeasureItem) -> bool:
    """Tell whether a measure is a besluit, against which an objection can be heard (Awb 1:3): a ban by public law."""
    return measure.measure == BAN and BASES[measure.legal_basis or ""].besluit


def _meant(ctx: Context, name: str | None) -> MeasureItem:
    of_name = [one for one in ctx.case.measures.values() if name in {None, one.id, one.measure}]
    sent = [one for one in of_name if one.sent_on] or of_name
    if not sent:
        raise Refused(REMEDY_RULE, "no_such_measure")
    return sent[-1]


def _decided(ctx: Context, command: c.RecordObjection, item: RemedyItem) -> Event:
    measure = ctx.case.measures.get(item.measure or "")
    decided_on = _past_day(ctx, "decided_on", command.decided_on)
    if not item.besluit and command.decision not in {"inadmissible", "withdrawn"}:
        raise Refused(REMEDY_RULE, "no_besluit")
    for field, person in (("heard_by", command.heard_by), ("decided_by", command.decided_by)):
        known(field, person, ctx.protocol.municipality.people)
    heard_by = command.heard_by or ("" if command.why_not_heard or command.decision == "withdrawn" else ctx.actor)
    _apart(ctx, heard_by, "heard_by_who_prepared")
    if command.decided_by and measure and command.decided_by not in decided_by(ctx, measure):
        harmed = command.decided_by in harmed_people(ctx)
        raise Refused(HARMED_RULE if harmed else REMEDY_RULE, "harmed_decides" if harmed else "not_its_decider")
    return e.ObjectionDecided(
        number=item.id,
        decision=str(command.decision),
        decided_on=decided_on,
        decided_by=command.decided_by or "",
        heard_by=heard_by,
        why_not_heard=command.why_not_heard or "",
        why=command.why or "",
    )


def record_complaint(ctx: Context, command: c.RecordComplaint) -> tuple[Event, ...]:
    """Record a complaint, or the decision on the one that is open, or both; never by whom it is about (Awb 9:7)."""
    open_one = waiting(ctx.case, "complaint")
    number = open_one.id if open_one else f"complaint-{1 + _complaints(ctx)}"
    events: list[Event] = []
    if open_one is None:
        received_on = _past_day(ctx, "received_on", command.received_on)
        events.append(
            e.ComplaintReceived(
                number=number, received_on=received_on, committee=command.committee, account=command.account or ""
            )
        )
    if command.decision:
        known("handled_by", command.handled_by, ctx.protocol.municipality.people)
        handled_by = command.handled_by or ctx.actor
        _apart(ctx, handled_by, "handled_by_who_prepared")
        events.append(
            e.ComplaintDecided(
                number=number,
                decision=command.decision,
                decided_on=_past_day(ctx, "decided_on", command.decided_on),
                handled_by=handled_by,
                why=command.why or "",
            )
        )
    return tuple(events)


def record_erasure(ctx: Context, command: c.RecordErasure) -> tuple[Event, ...]:
    """Record a request to erase, or the decision on the one that is open, or both (AVG 17).

    Raises:
        Refused: it is granted while somebody needs the case (AVG 17(3)), or refused without a reason (AVG 12(4)).
    """
    open_one = waiting(ctx.case, "erasure")
    asked = sum(one.kind == "erasure" for one in ctx.case.remedies.values())
    number = open_one.id if open_one else f"erasure-{1 + asked}"
    events: list[Event] = []
    if open_one is None:
        received_on = _past_day(ctx, "received_on", command.received_on)
        events.append(e.ErasureAsked(number=number, received_on=received_on, account=command.account or ""))
    if command.decision:
        if command.decision == "granted" and not over(ctx, but=ERASURE):
            raise Refused(ERASURE_RULE, "still_needed")
        if command.decision == "refused" and not (command.why or "").strip():
            raise Refused(ERASURE_RULE, "no_reason_to_keep")
        decided_on = _past_day(ctx, "decided_on", command.decided_on)
        events.append(
            e.ErasureDecided(number=number, decision=command.decision, decided_on=decided_on, why=command.why or "")
        )
    return tuple(events)


def _complaints(ctx: Context) -> int:
    return sum(one.kind == "complaint" for one in ctx.case.remedies.values())


def postpone_decision(ctx: Context, command: c.PostponeDecision) -> tuple[Event, ...]:
    """Put a decision off once, with notice, and no further than the act allows (Awb 7:10(3), 9:11(2))."""
    item = waiting(ctx.case, command.of)
    if item is None:
        raise Refused(REMEDY_RULE, "nothing_to_decide")
    if item.put_off_until:
        raise Refused(REMEDY_RULE, "put_off_already")
    if not (command.until and command.told_on):
        raise Refused(REMEDY_RULE, "not_told")
    told_on = _past_day(ctx, "told_on", command.told_on)
    due = next((duty.due for duty in ctx.case.open_duties() if (duty.about or "").partition("/")[0] == item.id), None)
    if due and command.until > latest_put_off(item, amsterdam_day(due)):
        raise Refused(REMEDY_RULE, "put_off_too_far")
    return (e.DecisionPostponed(number=item.id, until=command.until, told_on=told_on, why=command.why or ""),)


def _past_day(ctx: Context, field: str, day: date | None) -> date:
    """Return a day that has come (Amsterdam), today where none was given."""
    today = amsterdam_day(ctx.now)
    if day and day > today:
        raise Invalid(FieldError(field, "future"))
    return day or today


def _apart(ctx: Context, person: str, because: str) -> None:
    """Refuse who was harmed (AP-6.2, Awb 2:4) and who had a part in the case (Awb 7:5, 9:7)."""
    if person in harmed_people(ctx):
        raise Refused(HARMED_RULE, "harmed_decides")
    if person in ctx.case.prepared:
        raise Refused(REMEDY_RULE, because)
