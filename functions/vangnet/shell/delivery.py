"""Handing messages to their channels, one by one, each noted as soon as it went or failed.

Sent is not reached: an alarm is answered by a person only. What failed is tried again with growing pauses. A message
that went and could not be noted, as the store failed, is noted later and not sent again, while the process lives.
"""

import logging
from datetime import datetime, timedelta

from schemas.events.base import SYSTEM, Event
from schemas.events.house import MessageDropped, MessageFailed, MessageSent
from vangnet.case.agenda import overtaken
from vangnet.case.state import MessageItem
from vangnet.shell.engine import TRIES_MAX, Engine
from vangnet.shell.ports import Outgoing, SendFailed, StoreUnavailable, VersionConflict
from vangnet.shell.streams import Stream

PAUSES_MINUTES = (1, 2, 4, 8, 15, 30, 60)  # After these, every hour for an alarm.
LATER_PAUSE_MINUTES = 240  # Every four hours for anything else.
TRIES_FOR = timedelta(days=14)  # What is not an alarm is given up then, and stands on the failure board.

log = logging.getLogger("vangnet.delivery")


class Delivery:
    """Sends what is queued in a stream."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine whose messages are to be sent."""
        self._engine = engine
        self._handed: set[tuple[str, str, int]] = set()  # What went and is not noted yet.

    def deliver(self, stream_id: str) -> bool:
        """Send each message whose time has come; return whether anything failed, so that more follows."""
        stream = self._engine.streams.load(stream_id)
        now = self._engine.ports.clock.now()
        waiting = [one.id for one in stream.case.messages.values() if one.pending and one.send_at <= now]
        failed = False
        for number, message in enumerate(waiting):
            if number:  # Somebody may have acknowledged while the one before was on its way.
                stream = self._engine.streams.load(stream_id)
            failed = self._send(stream, stream.case.messages[message]) or failed
        return failed

    def _send(self, stream: Stream, message: MessageItem) -> bool:
        if not message.pending:
            return False
        handed = (stream.id, message.id, message.tries)
        if handed not in self._handed and overtaken(stream.case, message):
            self._note(stream, message, MessageDropped(message=message.id))
            return False
        try:
            if handed not in self._handed:
                self._engine.ports.senders[message.channel].send(self._words(stream, message))
        except (StoreUnavailable, VersionConflict):
            raise
        except Exception as error:  # Whatever it is, it must not keep back the other messages of the stream.
            why = str(error) if isinstance(error, SendFailed) else type(error).__name__
            self._note(stream, message, self._failure(message, why))
            log.warning("a message could not be sent by %s: %s", message.channel, why)
            return True
        self._handed.add(handed)
        self._note(stream, message, MessageSent(message=message.id))
        self._handed.discard(handed)
        return False

    def _words(self, stream: Stream, message: MessageItem) -> Outgoing:
        engine = self._engine
        ctx = engine.context(stream, SYSTEM)
        person = ctx.protocol.municipality.people[message.to]
        code = engine.names.link_code(stream.case.reference, message.alarm, message.to) if message.alarm else ""
        subject, text = engine.ports.wording(ctx, message, code)
        return Outgoing(
            id=f"{stream.id}/{message.id}",
            channel=message.channel,
            to=person.mobile if message.channel == "sms" else person.email,
            person=message.to,
            about=stream.case.reference or stream.id,
            subject=subject,
            text=text,
            mentions=message.mentions,
        )

    def _failure(self, message: MessageItem, why: str) -> MessageFailed:
        now = self._engine.ports.clock.now()
        return MessageFailed(message=message.id, tries=message.tries + 1, again_at=next_try(message, now), why=why)

    def _note(self, stream: Stream, message: MessageItem, event: Event) -> None:
        """Keep how a message fared, whoever else writes to the stream meanwhile."""
        key = f"{type(event).__name__}:{message.id}:{message.tries + 1}"
        for _ in range(TRIES_MAX):
            ctx = self._engine.context(stream, SYSTEM)
            try:
                self._engine.append(ctx, stream, (event,), key=key, actor=SYSTEM)
                return
            except VersionConflict:
                stream = self._engine.streams.load(stream.id)
        raise VersionConflict(stream.id)


def next_try(message: MessageItem, now: datetime) -> datetime | None:
    """Return when a message that failed is tried again; None once it is given up, which an alarm never is."""
    if not message.alarm and now - message.queued_at >= TRIES_FOR:
        return None
    last = PAUSES_MINUTES[-1] if message.alarm else LATER_PAUSE_MINUTES
    pause = PAUSES_MINUTES[message.tries] if message.tries < len(PAUSES_MINUTES) else last
    return now + timedelta(minutes=pause)
