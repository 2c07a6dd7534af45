"""Mails: received, shown, taken, set aside; and the queue in which they wait."""

from typing import Any

from schemas.events import mail as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case, WaitingMail


def _received(case: Case, event: e.MailReceived, envelope: Envelope) -> Case:
    report = event.report if event.way == "report" else ""
    return replace(
        case,
        kind="mail",
        reference=event.reference,
        filed_at=envelope.at,
        mail=event,
        mail_report=report,
        classed=event.classed,
        state="taken" if report else "waiting" if event.way == "queue" else "automatic",
    )


def _shown(case: Case, event: e.MailShown, envelope: Envelope) -> Case:
    return replace(case, shown=case.shown | set(event.people))


def _taken(case: Case, event: e.MailTaken, envelope: Envelope) -> Case:
    return replace(case, mail_report=event.report, mail_harmed=event.harmed, handler=envelope.actor, state="taken")


def _aside(case: Case, event: e.MailSetAside, envelope: Envelope) -> Case:
    return replace(case, aside=event.why or "-", handler=envelope.actor, state="set_aside", outcome_since=envelope.at)


def _waits(case: Case, event: e.MailWaits, envelope: Envelope) -> Case:
    ringing = any(alarm.open for alarm in case.alarms.values())
    item = WaitingMail(envelope.at, event.alarming, alarmed=event.alarming and ringing)
    return replace(
        case,
        kind="mailroom",
        reference=envelope.stream.removeprefix("case/"),
        waiting={**case.waiting, event.mail: item},
    )


def _left(case: Case, event: e.MailLeft, envelope: Envelope) -> Case:
    return replace(case, waiting={name: item for name, item in case.waiting.items() if name != event.mail})


def _told(case: Case, event: e.QueueTold, envelope: Envelope) -> Case:
    told = {name: replace(one, told=one.told or name in event.mails) for name, one in case.waiting.items()}
    return replace(case, waiting=told, queue_told_at=envelope.at)


STEPS: dict[type, Any] = {
    e.MailReceived: _received,
    e.MailShown: _shown,
    e.MailTaken: _taken,
    e.MailSetAside: _aside,
    e.MailWaits: _waits,
    e.MailLeft: _left,
    e.QueueTold: _told,
}
