"""What follows from mails: telling who reads the queue, showing them to who is alarmed, wiping, and their reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from schemas.events import mail as m
from schemas.events import reports as r
from schemas.events.base import Event
from schemas.events.work import AlarmAcknowledged, LinkTold
from vangnet.case.deciding.mail import report_of
from vangnet.case.facts import Context
from vangnet.case.messages import queue
from vangnet.case.people import place
from vangnet.case.terms import after

MAILROOM = "VN-POST-0000"  # The reference of the queue; O is in no reference that is drawn.
MAILROOM_STREAM = f"case/{MAILROOM}"

# (stream, business key, event, actor)
Elsewhere = tuple[str, str, Event, str]


def telling_reader(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when the reader of the queue is told of new mails: at once, then no oftener than the document says."""
    row = ctx.protocol.document.mail
    fresh = {name: one for name, one in ctx.case.waiting.items() if not one.told}
    if row and fresh:
        since = min(one.since for one in fresh.values())
        told_at = ctx.case.queue_told_at
        yield max(since, after(told_at, row.tell_every)) if told_at else since, m.QueueTold(mails=tuple(fresh))


def wiping_mail(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when a mail of which nothing came is wiped; one that waits for a person never is."""
    row, case = ctx.protocol.document.mail, ctx.case
    since = case.outcome_since or case.filed_at
    if row and row.wipe_after and since and not case.wiped and case.state in {"set_aside", "automatic"}:
        yield after(since, row.wipe_after), r.Wiped(because="mail")


def received(ctx: Context, event: m.MailReceived) -> Iterator[Event]:
    """Send the receipt for a report by mail, and answer a reply aloud: it does nothing by itself."""
    if event.way == "report":
        about = {"reference": event.report}
        yield from queue(ctx, (event.person,), ("mail",), "mail_receipt", mentions=(event.report,), params=about)
    elif event.answered and event.person:
        template = "reply_to_alarm" if event.answered == "alarm" else "reply_to_message"
        yield from queue(ctx, (event.person,), ("mail",), template)


def told(ctx: Context, event: m.QueueTold) -> Iterator[Event]:
    """Tell the reader that mails wait, and how many."""
    params = {"count": len(ctx.case.waiting)}
    yield from queue(ctx, place(ctx, "receiver"), ("mail",), "mail_waiting", mentions=event.mails, params=params)


def left(ctx: Context, event: m.MailLeft) -> Iterator[Event]:
    """Who dealt with the last alarming mail has answered the alarm about them."""
    alarm = ctx.case.alarm
    if alarm and alarm.open and event.person and not alarming(ctx):
        yield AlarmAcknowledged(alarm=alarm.id, person=event.person, settled=True)


def alarming(ctx: Context) -> tuple[str, ...]:
    """Return the alarming mails in the queue."""
    return tuple(name for name, one in ctx.case.waiting.items() if one.alarming)


def elsewhere(ctx: Context, event: Event) -> Iterator[Elsewhere]:
    """Yield what an event of a mail, or of the queue, brings into other streams."""
    case = ctx.case
    match event:
        case m.MailReceived(way="report"):
            yield from _report(ctx, event.report, event.person)
        case m.MailReceived(way="queue"):
            waits = m.MailWaits(mail=event.reference, alarming=event.alarming)
            yield MAILROOM_STREAM, f"waits:{case.reference}", waits, ""
        case m.MailTaken():
            yield from _report(ctx, event.report, case.handler or "", event)
            yield from _left(ctx)
        case m.MailSetAside():
            yield from _left(ctx)
        case LinkTold() if case.kind == "mailroom":
            for name in alarming(ctx):
                shown = m.MailShown(people=event.people)
                yield f"case/{name}", f"shown:{event.alarm}:{event.link}", shown, ""
        case m.MailWaits(alarming=True) if case.alarm and case.alarm.open:
            yield f"case/{event.mail}", f"shown:{case.alarm.id}", m.MailShown(people=case.alarm.told), ""
        case r.Wiped() if case.report and case.report.by_mail:
            yield f"case/{case.report.by_mail}", "wiped", r.Wiped(because=event.because), ""


def _report(ctx: Context, reference: str, actor: str, taken: m.MailTaken | None = None) -> Iterator[Elsewhere]:
    assert ctx.case.mail is not None
    filed = report_of(replace(ctx, actor=actor), ctx.case.mail, reference, taken.harmed if taken else ())
    yield f"case/{reference}", f"begin:{ctx.case.reference}", filed, actor


def _left(ctx: Context) -> Iterator[Elsewhere]:
    left_by = m.MailLeft(mail=ctx.case.reference, person=ctx.case.handler or "")
    yield MAILROOM_STREAM, f"left:{ctx.case.reference}", left_by, ""
