"""Handing messages to their channels, and noting how each fared: one by one, or a few at once where a note costs much.

- Sent is not reached: an alarm is answered by a person only.
- What failed is tried again with growing pauses; a channel that stood still is tried every minute by the oldest of its
  messages, and once it goes again all of them go, in the order in which they were queued.
- A message that went and could not be noted, as the store failed, is noted later and not sent again, while the
  process lives.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from schemas.events.base import SYSTEM, Event
from schemas.events.house import MessageDropped, MessageFailed, MessageSent
from vangnet.case.facts import Context
from vangnet.case.messages import overtaken
from vangnet.case.state import Case, MessageItem
from vangnet.shell.engine import TRIES_MAX, Engine
from vangnet.shell.ports import LIST_LIMIT_MAX, Outgoing, SendFailed, StoreUnavailable, Taken, VersionConflict
from vangnet.shell.standstill import Standstill
from vangnet.shell.streams import Stream

PAUSES_MINUTES = (1, 2, 4, 8, 15, 30, 60)  # After these, every hour for an alarm.
LATER_PAUSE_MINUTES = 240  # Every four hours for anything else.
TRIES_FOR = timedelta(days=14)  # What is not an alarm is given up then, and stands on the failure board.
PROBES_MAX = 2  # Messages by which one look at a channel that stood still finds out whether it goes again.


class Delivery:
    """Sends what is queued in a stream. `beat` is called before each message."""

    def __init__(self, engine: Engine, *, at_once: int = 1) -> None:
        """Take the engine whose messages are to be sent, and how many go before it is noted how they fared."""
        self._engine, self._at_once = engine, at_once
        self._handed: dict[tuple[str, str, int], Taken] = {}  # What went and is not noted yet.
        self.standstill = Standstill(engine.ports.clock)
        self.beat: Callable[[], None] = lambda: None

    def deliver(self, stream_id: str) -> bool:
        """Send each message whose time has come; return whether anything failed, so that more follows."""
        stream = self._engine.streams.load(stream_id)
        now = self._engine.ports.clock.now()
        due = (one for one in stream.case.messages.values() if one.pending and one.send_at <= now)
        waiting = sorted(due, key=lambda one: (not one.urgent, one.channel != "sms"))  # What wakes people goes first.
        failed = False
        for first in range(0, len(waiting), self._at_once):
            some = waiting[first : first + self._at_once]
            for channel in {one.channel for one in some if self.standstill.to_be_tried(one.channel)}:
                self._drain(channel)
            if first:  # Somebody may have acknowledged meanwhile.
                self._engine.streams.let_go(stream_id)
                stream = self._engine.streams.load(stream_id)
            failed = self._send(stream, [stream.case.messages[one.id] for one in some]) or failed
        return failed

    def recover(self) -> None:
        """Find out whether the channels that stood still go again, and if so send all that waited for them, in order.

        After a start what stands on the failure board says which channels these are.
        """
        if self.standstill.unknown:
            self.standstill.begin({one.channel for _, one in self._failing()})
        for channel in self.standstill.channels():
            if self.standstill.to_be_tried(channel):
                self._drain(channel)

    def _drain(self, channel: str) -> None:
        """Send the failing messages of a channel, the oldest first, until it shows that it still stands still."""
        self.standstill.looked(channel)
        waiting = [(stream, one) for stream, one in self._failing() if one.channel == channel and not one.permanent]
        failures = 0
        for stream_id, one in sorted(waiting, key=lambda row: row[1].queued_at):
            stream = self._engine.streams.readable(stream_id)
            message = stream.case.messages[one.id] if stream else None
            if stream and message and message.pending and self._send(stream, [message], probing=True):
                failures += 1
                if failures >= PROBES_MAX or self.standstill.slow(channel):
                    return

    def _failing(self) -> Iterator[tuple[str, MessageItem]]:
        for _, stream_id in self._engine.ports.store.listed("failures", limit=LIST_LIMIT_MAX):
            stream = self._engine.streams.readable(stream_id)
            for one in stream.case.messages.values() if stream else ():
                if one.state == "failing":
                    yield stream_id, one

    def _send(self, stream: Stream, messages: Sequence[MessageItem], *, probing: bool = False) -> bool:
        """Send messages and note how they fared; return whether one failed. A probe that fails is no try of its own."""
        ctx = self._engine.context(stream, SYSTEM)
        tried = [(one, self._try(ctx, stream, one, probing=probing)) for one in messages if one.pending]
        noted = [(one, event) for one, event in tried if event]
        if noted:
            key = "+".join(f"{type(event).__name__}:{one.id}:{one.tries + 1}" for one, event in noted)
            tries = {id(event): one for one, event in noted}
            note(
                self._engine,
                stream,
                [event for _, event in noted],
                key,
                still=lambda case, event: _as_it_was(case, tries[id(event)]),
            )
        went = [one for one, event in noted if isinstance(event, MessageSent)]
        for one in went:
            self._handed.pop((stream.id, one.id, one.tries), None)
        for channel in dict.fromkeys(one.channel for one in went):
            if self.standstill.went(channel) and not probing:
                self._drain(channel)
        return any(event is None or isinstance(event, MessageFailed) for _, event in tried)

    def _try(self, ctx: Context, stream: Stream, message: MessageItem, *, probing: bool) -> Event | None:
        """Return what became of a message, or None for a probe that failed."""
        handed = (stream.id, message.id, message.tries)
        if handed not in self._handed and overtaken(stream.case, message):
            return MessageDropped(message=message.id)
        try:
            taken = self._handed[handed] if handed in self._handed else self._hand_over(ctx, stream, message)
        except SendFailed as failure:
            self.standstill.failed(message.channel, failure)
            due = message.send_at <= self._engine.ports.clock.now()
            return self._failure(message, failure) if due or not probing else None
        self._handed[handed] = taken
        return self._sent(message, taken)

    def _hand_over(self, ctx: Context, stream: Stream, message: MessageItem) -> Taken:
        """Hand a message to its channel.

        Raises:
            SendFailed: whatever went wrong, as it must not keep back the other messages of the stream.
        """
        self.beat()
        if self.standstill.slow(message.channel):
            raise SendFailed(f"the channel {message.channel} does not answer")
        try:
            with self.standstill.timed(message.channel):
                return self._engine.ports.senders[message.channel].send(self._words(ctx, stream, message))
        except (StoreUnavailable, VersionConflict, SendFailed):
            raise
        except Exception as error:
            raise SendFailed(type(error).__name__) from error

    def _words(self, ctx: Context, stream: Stream, message: MessageItem) -> Outgoing:
        engine = self._engine
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
            mark=engine.names.mark(stream.id, message.id),
            answers=stream.case.mail.message_id if stream.case.mail else "",
            avoid=message.via,
        )

    def _sent(self, message: MessageItem, taken: Taken) -> MessageSent:
        due = self._engine.ports.clock.now() + taken.receipt_within if taken.receipt_within else None
        return MessageSent(message=message.id, via=taken.via, receipt=taken.id if due else "", receipt_due=due)

    def _failure(self, message: MessageItem, failure: SendFailed) -> MessageFailed:
        again_at = next_try(message, self._engine.ports.clock.now(), failure.again_after)
        return MessageFailed(
            message=message.id,
            tries=message.tries + 1,
            again_at=again_at,
            why=str(failure),
            permanent=failure.permanent,
        )


def _as_it_was(case: Case, message: MessageItem) -> bool:
    """Tell whether nobody noted meanwhile how a message fared."""
    now = case.messages[message.id]
    return now.pending and now.tries == message.tries


def note(
    engine: Engine,
    stream: Stream,
    events: Sequence[Event],
    key: str,
    *,
    still: Callable[[Case, Event], bool] | None = None,
) -> None:
    """Append what became of messages, once for that key, whoever else writes to the stream meanwhile.

    With `still` an event is left out where it does not hold any more, and the key need not be kept.

    Raises:
        StoreUnavailable: nothing was stored.
    """
    with engine.streams.turn(stream.id):
        _noted(engine, stream, events, key, still)


def _noted(
    engine: Engine,
    stream: Stream,
    events: Sequence[Event],
    key: str,
    still: Callable[[Case, Event], bool] | None,
) -> None:
    for _ in range(TRIES_MAX):
        ctx = engine.context(stream, SYSTEM)
        left = tuple(event for event in events if still is None or still(stream.case, event))
        if not left:
            return
        try:
            engine.append(
                ctx, stream, left, key=f"{key}@{stream.version}" if still else key, actor=SYSTEM, bound=bool(still)
            )
            return
        except VersionConflict:
            stream = engine.streams.load(stream.id)
    raise VersionConflict(stream.id)


def next_try(message: MessageItem, now: datetime, asked: timedelta | None = None) -> datetime | None:
    """Return when a message that failed is tried again; None once it is given up, which an alarm never is.

    `asked` is what the channel asked for; an alarm waits no longer for that than for its own next try after an hour.
    """
    if not message.alarm and now - message.queued_at >= TRIES_FOR:
        return None
    last = PAUSES_MINUTES[-1] if message.alarm else LATER_PAUSE_MINUTES
    pause = PAUSES_MINUTES[message.tries] if message.tries < len(PAUSES_MINUTES) else last
    wanted = max(timedelta(minutes=pause), asked or timedelta(0))
    return now + min(wanted, timedelta(minutes=max(last, pause)))
