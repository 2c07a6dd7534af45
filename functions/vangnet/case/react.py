"""What follows from one event: messages here, and entries in other streams. A table of small functions.

Duties and alarms do not follow from events but from the case as it is; see duties.py and alarms.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from schemas.events import house as h
from schemas.events import letters as le
from schemas.events import mail as m
from schemas.events import objections as o
from schemas.events import outgoing as g
from schemas.events import police as q
from schemas.events import prevention as v
from schemas.events import reports as r
from schemas.events import trials as t
from schemas.events import work as e
from schemas.events.base import Event
from schemas.words import CHANNELS, CLEARING
from vangnet.case import mails, plans, trials
from vangnet.case.alarms import called_for, rules
from vangnet.case.evolve import extend
from vangnet.case.facts import Context
from vangnet.case.inspectorate import asked_for_agreement, of_inspectorate
from vangnet.case.messages import daytime, queue
from vangnet.case.owners import owners
from vangnet.case.patterns import found_pattern
from vangnet.case.people import place
from vangnet.case.police import lacking

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol.alarm import Notice

TELL_OTHERS = "inform_others"

Reaction = Callable[[Context, Any], Iterator[Event]]


def react(ctx: Context, event: Event) -> Iterator[Event]:
    """Yield the events of this stream that follow from one of its events."""
    reaction = REACTIONS.get(type(event))
    if reaction:
        yield from reaction(ctx, event)


def _new_case(ctx: Context, event: Event) -> Iterator[Event]:
    """Tell by the document's table: the co-ordinator always (AP-5.1.5), the receiver unless he is alarmed."""
    rows = [row for row in ctx.protocol.document.notices if not row.on_consent]
    yield from _told_by(ctx, [row for row in rows if not (row.unless_alarmed and called_for(ctx))])


def _consented(ctx: Context, event: q.ConsentGiven) -> Iterator[Event]:
    """Tell whom the document tells only once everybody harmed agrees that others hear of it (AP-6.3)."""
    if event.to == TELL_OTHERS and not lacking(ctx, TELL_OTHERS):
        yield from _told_by(ctx, [row for row in ctx.protocol.document.notices if row.on_consent])


def _told_by(ctx: Context, rows: Sequence[Notice]) -> Iterator[Event]:
    """Queue what these rows say of the outcome that the report has now."""
    notices = [row for row in rows if row.outcome == ctx.case.outcome]
    now = {(who, channel) for row in notices for who in place(ctx, row.to) for channel in row.channels}
    later = {(who, channel) for row in notices for who in place(ctx, row.to) for channel in row.daytime} - now
    for pairs, send_at in ((now, ctx.now), (later, daytime(ctx))):
        for who, channel in sorted(pairs):
            for message in queue(ctx, (who,), (channel,), f"{ctx.case.outcome}_new", send_at=send_at):
                yield message
                ctx = ctx.having(extend(ctx.case, [message], at=ctx.now))


def _link(ctx: Context, event: e.LinkTold) -> Iterator[Event]:
    config = rules(ctx)
    if config:
        template = _alarm_template(ctx, event.alarm)
        yield from queue(
            ctx,
            event.people,
            config.channels,
            template,
            urgent=True,
            alarm=event.alarm,
            link=event.link,
            mentions=mails.alarming(ctx),
        )


def _alarm_template(ctx: Context, alarm: str) -> str:
    of_kind = {"talk": "alarm_talk", "mailroom": "alarm_mail", "plan": "alarm_visit"}
    if ctx.case.kind in of_kind:
        return of_kind[ctx.case.kind]
    return "alarm_returned" if ctx.case.alarms[alarm].cause == "returned" else "alarm"


def _again(ctx: Context, event: e.AlarmTriedAgain) -> Iterator[Event]:
    config = rules(ctx)
    if config:
        yield from queue(
            ctx,
            event.people,
            config.channels,
            "alarm_again",
            urgent=True,
            alarm=event.alarm,
            mentions=mails.alarming(ctx),
        )


def _reporter(ctx: Context, event: e.ReporterTold) -> Iterator[Event]:
    config = rules(ctx)
    if config:
        yield from queue(ctx, (ctx.case.reporter,), config.channels, "nobody_yet", urgent=True)


def _duty_opened(ctx: Context, event: e.DutyOpened) -> Iterator[Event]:
    row, duty = ctx.protocol.duties()[event.name], ctx.case.duties[event.duty]
    if row.tell_at_opening and not (ctx.case.kind == "talk" and called_for(ctx)):
        params = {"duty": event.duty, "name": event.name, "due": event.due and event.due.isoformat()}
        for message in queue(ctx, owners(ctx, duty), row.tell_at_opening, "duty_opened", params=params):
            yield message
            ctx = ctx.having(extend(ctx.case, [message], at=ctx.now))
    if of_inspectorate(ctx, duty):
        asked = (who for person in asked_for_agreement(ctx) for who in place(ctx, "harmed", person))
        yield from queue(ctx, asked, ("mail",), "agreement_asked", params={"duty": event.duty})


def _duty_stage(ctx: Context, event: e.DutyStageReached) -> Iterator[Event]:
    duty = ctx.case.duties[event.duty]
    row = ctx.protocol.duties()[duty.name]
    reminder = event.stage.startswith("reminded")
    params = {"duty": event.duty, "name": duty.name, "due": duty.due and duty.due.isoformat()}
    template = "duty_reminder" if reminder else f"duty_{event.stage}"
    channels = row.remind_by if reminder else row.tell_when_overdue
    yield from queue(ctx, event.people, channels, template, params=params)


def _assigned(ctx: Context, event: e.AftercareAssigned) -> Iterator[Event]:
    yield from queue(ctx, (event.giver,), ("mail",), "aftercare_assigned")


def _approved(ctx: Context, event: g.MessageApproved) -> Iterator[Event]:
    """Tell who drafted a message that it may go out."""
    yield from queue(ctx, (ctx.case.outgoing[event.message].drafted_by,), ("mail",), "message_approved")


def _written(ctx: Context, event: e.MessageWritten) -> Iterator[Event]:
    """Tell whom a message in the case is for that it is there, and nothing of what it says."""
    yield from queue(ctx, event.to, ("mail",), "message_written")


def _taken(ctx: Context, event: r.CaseTaken) -> Iterator[Event]:
    yield from queue(ctx, (event.handler,), ("mail",), "handler_given")


def _answered(ctx: Context, event: le.HearingReceived) -> Iterator[Event]:
    """Tell the handler that the other side answered; he confirms it as a hearing, or calls for a talk (AP-2.5)."""
    yield from queue(ctx, place(ctx, "handler"), ("mail",), "hearing_received")


def _closed(ctx: Context, event: r.CaseClosed) -> Iterator[Event]:
    """Tell those who were told that there was nothing in it."""
    if event.because in CLEARING:
        told = {message.to for message in ctx.case.messages.values() if message.state == "sent"}
        yield from queue(ctx, sorted(told), ("mail",), "case_cleared")


def _stopped(ctx: Context, event: q.ConsentRefused | q.ConsentWithdrawn) -> Iterator[Event]:
    """Tell whoever may be on his way to file an aangifte to look first: filed, it cannot be withdrawn (AP-5.4.1)."""
    if event.to == "aangifte":
        roles = ctx.protocol.command("file_aangifte").by
        people = [who for role in roles for who in place(ctx, role)]
        gone = isinstance(event, q.ConsentWithdrawn)
        yield from queue(ctx, people, CHANNELS if gone else ("mail",), "look_first", urgent=gone)


def _pattern_proposed(ctx: Context, event: r.PatternProposed) -> Iterator[Event]:
    pattern = ctx.protocol.document.pattern
    if pattern and event.told:
        people = [who for word in pattern.tell for who in place(ctx, word)]
        references = tuple(signal.removeprefix("case/") for signal in event.signals)
        params = {"signals": list(references), "count": len(references)}
        yield from queue(ctx, people, ("mail",), "pattern", mentions=references, params=params)


def _signal_seen(ctx: Context, event: h.SignalSeen) -> Iterator[Event]:
    yield from found_pattern(ctx, event)


def _digest(ctx: Context, event: h.DigestSent) -> Iterator[Event]:
    row = ctx.protocol.document.digest
    if row:
        yield from queue(ctx, place(ctx, row.to), ("mail",), "digest", params=event.counts)


def _settled(ctx: Context, event: r.OutcomeSettled) -> Iterator[Event]:
    """Tell the reporter that there is advice and no case, and that it can be one after all."""
    yield from queue(ctx, (ctx.case.reporter,) if ctx.case.reporter else (), ("mail",), "became_guidance")


def _test(ctx: Context, event: h.TestAsked) -> Iterator[Event]:
    yield from queue(ctx, (event.person,), CHANNELS, "test")


def _erasure_asked(ctx: Context, event: o.ErasureAsked) -> Iterator[Event]:
    """Tell who is harmed and who receives the case, before it is decided: erased, it is gone for them as well."""
    yield from queue(ctx, (*place(ctx, "harmed"), *place(ctx, "receiver")), ("mail",), "erasure_asked")


def _stood_still(ctx: Context, event: h.ClockStoodStill) -> Iterator[Event]:
    """Tell who looks after the installation, by each channel: in that time nobody was alarmed."""
    people = [who for role in ctx.protocol.document.maintainers for who in place(ctx, role)]
    params = {"due": event.since.isoformat(), "until": event.until.isoformat()}
    yield from queue(ctx, people, CHANNELS, "clock_stood_still", urgent=True, params=params)


REACTIONS: dict[type[Event], Reaction] = {
    r.ReportFiled: _new_case,
    r.OutcomeRaised: _new_case,
    r.OutcomeSettled: _settled,
    q.ConsentGiven: _consented,
    r.CaseTaken: _taken,
    r.CaseClosed: _closed,
    le.HearingReceived: _answered,
    r.PatternProposed: _pattern_proposed,
    e.LinkTold: _link,
    e.AlarmTriedAgain: _again,
    e.ReporterTold: _reporter,
    e.DutyOpened: _duty_opened,
    e.DutyStageReached: _duty_stage,
    e.AftercareAssigned: _assigned,
    e.MessageWritten: _written,
    g.MessageApproved: _approved,
    q.ConsentRefused: _stopped,
    q.ConsentWithdrawn: _stopped,
    h.SignalSeen: _signal_seen,
    h.DigestSent: _digest,
    h.TestAsked: _test,
    h.ClockStoodStill: _stood_still,
    o.ErasureAsked: _erasure_asked,
    m.MailReceived: mails.received,
    m.MailLeft: mails.left,
    m.QueueTold: mails.told,
    v.TalkPlanned: plans.planned,
    v.RiskAnalysed: plans.analysed,
    t.TrialAlarmRung: trials.rung,
    t.TrialAlarmReported: trials.reported,
}
