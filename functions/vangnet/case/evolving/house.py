"""Messages, absences, a perpetrator's signals, the weekly count, and how far was followed."""

from typing import Any

from schemas.events import house as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.state import Case, MessageItem

TEST = "test"  # The template of the message that proves that a channel works.


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
    after = _message(
        case,
        event.message,
        state="sent",
        sent_at=envelope.at,
        via=event.via,
        receipt=event.receipt,
        receipt_due=event.receipt_due,
    )
    return _proven(after, event.message, envelope)


def _delivered(case: Case, event: e.MessageDelivered, envelope: Envelope) -> Case:
    return _proven(_message(case, event.message, state="delivered", receipt_due=None), event.message, envelope)


def _proven(case: Case, name: str, envelope: Envelope) -> Case:
    """Keep when a channel was last seen to work for a person, where the message was a test of it."""
    message = case.messages[name]
    if message.template != TEST:
        return case
    return replace(case, tested={**case.tested, (message.to, message.channel): envelope.at})


def _lost(case: Case, event: e.MessageLost, envelope: Envelope) -> Case:
    """A message that did not arrive counts as one that failed; with `again_at` it goes out once more."""
    again = {"state": "failing", "send_at": event.again_at} if event.again_at else {"state": "lost"}
    tries = case.messages[event.message].tries + 1
    after = _message(case, event.message, tries=tries, why=event.why, receipt_due=None, **again)
    tested = {key: at for key, at in case.tested.items() if key != _whom(case.messages[event.message])}
    return _link_failed(replace(after, tested=tested), case.messages[event.message])


def _whom(message: MessageItem) -> tuple[str, str]:
    """Return whose channel a test shows to work, or not to."""
    return (message.to, message.channel) if message.template == TEST else ("", "")


def _failed(case: Case, event: e.MessageFailed, envelope: Envelope) -> Case:
    again = {"state": "failing", "send_at": event.again_at} if event.again_at else {"state": "given_up"}
    after = _message(case, event.message, tries=event.tries, why=event.why, permanent=event.permanent, **again)
    message = case.messages[event.message]
    return after if _other_channel_went(case, message) else _link_failed(after, message)


def _other_channel_went(case: Case, failed: MessageItem) -> bool:
    """Tell whether the same alarm went to the same person by SMS: a mail that fails beside it wakes nobody else."""
    same = (one for one in case.messages.values() if (one.alarm, one.to) == (failed.alarm, failed.to))
    return failed.channel == "mail" and any(one.channel == "sms" and one.state in {"sent", "delivered"} for one in same)


def _link_failed(case: Case, message: MessageItem) -> Case:
    """Keep that a link of an alarm was not reached by one of its messages, so that the alarm goes on."""
    if message.alarm is None or message.link is None:
        return case
    alarm = case.alarms[message.alarm]
    failed = replace(alarm, failed_links=alarm.failed_links | {message.link})
    return replace(case, alarms={**case.alarms, alarm.id: failed})


def _test(case: Case, event: e.TestAsked, envelope: Envelope) -> Case:
    return replace(case, kind="directory")


def _stood_still(case: Case, event: e.ClockStoodStill, envelope: Envelope) -> Case:
    return replace(case, kind="directory", stood_still=(event.since, event.until))


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


STEPS: dict[type, Any] = {
    e.MessageQueued: _queued,
    e.MessageSent: _sent,
    e.MessageFailed: _failed,
    e.MessageDropped: _dropped,
    e.MessageDelivered: _delivered,
    e.MessageLost: _lost,
    e.TestAsked: _test,
    e.ClockStoodStill: _stood_still,
    e.Followed: _followed,
    e.AwaySet: _away,
    e.SignalSeen: _signal,
    e.PatternFound: _pattern,
    e.Counted: _counted,
    e.DigestSent: _digest,
    e.Looked: _looked,
    e.DocumentKept: _document,
}
