"""Messages, absences, a perpetrator's signals, the weekly count, and how far was followed."""

from dataclasses import replace
from typing import Any

from schemas.events import house as e
from schemas.events.base import Envelope
from vangnet.case.state import Case, MessageItem


def _queued(case: Case, event: e.MessageQueued, envelope: Envelope) -> Case:
    item = MessageItem(
        event.message,
        event.to,
        event.channel,
        event.template,
        envelope.at,
        event.send_at,
        event.urgent,
        event.alarm,
        event.link,
        event.mentions,
        event.params,
    )
    return replace(case, messages={**case.messages, item.id: item})


def _message(case: Case, name: str, **changes: Any) -> Case:
    return replace(case, messages={**case.messages, name: replace(case.messages[name], **changes)})


def _sent(case: Case, event: e.MessageSent, envelope: Envelope) -> Case:
    return _message(case, event.message, state="sent", sent_at=envelope.at)


def _failed(case: Case, event: e.MessageFailed, envelope: Envelope) -> Case:
    again = {"state": "failing", "send_at": event.again_at} if event.again_at else {"state": "given_up"}
    after = _message(case, event.message, tries=event.tries, why=event.why, **again)
    message = case.messages[event.message]
    if message.alarm is None or message.link is None:
        return after
    alarm = case.alarms[message.alarm]
    failed = replace(alarm, failed_links=alarm.failed_links | {message.link})
    return replace(after, alarms={**case.alarms, alarm.id: failed})


def _dropped(case: Case, event: e.MessageDropped, envelope: Envelope) -> Case:
    return _message(case, event.message, state="dropped")


def _followed(case: Case, event: e.Followed, envelope: Envelope) -> Case:
    # The marker itself calls for nothing: where all before it was followed, it counts as followed too.
    upto = envelope.version if event.upto == envelope.version - 1 else event.upto
    return replace(case, followed=upto)


def _away(case: Case, event: e.AwaySet, envelope: Envelope) -> Case:
    return replace(case, kind="directory", away=(*case.away, (event.person, event.since, event.until)))


def _signal(case: Case, event: e.SignalSeen, envelope: Envelope) -> Case:
    return replace(case, kind="perpetrator", signals=(*case.signals, (event.signal, event.filed_at)))


def _pattern(case: Case, event: e.PatternFound, envelope: Envelope) -> Case:
    return replace(case, pattern=event.signals)


def _counted(case: Case, event: e.Counted, envelope: Envelope) -> Case:
    counted = (*case.counted, (event.outcome, event.reference))
    return replace(case, kind="digest", counted=counted, counted_since=case.counted_since or envelope.at)


def _digest(case: Case, event: e.DigestSent, envelope: Envelope) -> Case:
    return replace(case, counted=(), counted_since=None)


def _looked(case: Case, event: e.Looked, envelope: Envelope) -> Case:
    return replace(case, kind="looks")


def _document(case: Case, event: e.DocumentKept, envelope: Envelope) -> Case:
    return replace(case, kind="document")


HOUSE: dict[type, Any] = {
    e.MessageQueued: _queued,
    e.MessageSent: _sent,
    e.MessageFailed: _failed,
    e.MessageDropped: _dropped,
    e.Followed: _followed,
    e.AwaySet: _away,
    e.SignalSeen: _signal,
    e.PatternFound: _pattern,
    e.Counted: _counted,
    e.DigestSent: _digest,
    e.Looked: _looked,
    e.DocumentKept: _document,
}
