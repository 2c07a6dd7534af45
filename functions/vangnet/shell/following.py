"""What follows: reactions, time, messages; and the sweep, which is the promise that none of it is forgotten."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.events.base import SYSTEM
from schemas.events.letters import LetterKept
from schemas.events.mail import MailReceived
from schemas.events.reports import EvidenceAdded, ReportFiled
from vangnet.case.follow import follow
from vangnet.shell.arrivals import Arrivals, enter
from vangnet.shell.delivery import Delivery
from vangnet.shell.engine import Engine
from vangnet.shell.logs import bare
from vangnet.shell.ports import StoreUnavailable, StreamUnusable, VersionConflict
from vangnet.shell.standstill import Standstill
from vangnet.shell.streams import Stream

ROUNDS_MAX = 50  # Follow, send, follow on what failed: an alarm's whole chain, and room.
SWEEP_BATCH = 100  # Streams that one look at the index takes; the sweep looks until there is none.
SWEEP_ROUNDS_MAX = 1_000
STUCK_PAUSES_MINUTES = (1, 2, 4, 8, 15)  # After these every quarter of an hour: a stream may hide an alarm.

log = logging.getLogger("vangnet.following")


@dataclass
class Switches:
    """What stands still, in an exercise: reactions are what follows from events, the clock is tick and sweep."""

    reactions: bool = True
    clock: bool = True


@dataclass(frozen=True)
class Stuck:
    """A stream that could not be followed: since when, how often tried, when it is tried again, and what failed."""

    since: datetime
    tries: int
    again_at: datetime
    why: str


class Following:
    """Brings streams up to date. `stuck` holds those that it could not; `beat` is called before each of them."""

    def __init__(
        self,
        engine: Engine,
        switches: Switches | None = None,
        *,
        sends: bool = True,
        at_once: int = 1,
        patience: int = 1,
    ) -> None:
        """Take the engine whose streams are to be followed; without `sends` messages are left to somebody else.

        Up to `at_once` messages of a stream are handed over before it is noted that they went. A store that cannot be
        used for `patience` streams in a row is not tried for more of them.
        """
        self._engine, self._sends = engine, sends
        self._patience, self._in_a_row = patience, 0
        self.switches = switches or Switches()
        self._arrivals = Arrivals(engine)
        self._delivery = Delivery(engine, at_once=at_once)
        self.stuck: dict[str, Stuck] = {}
        self.beat: Callable[[], None] = lambda: None
        # Makes the letters of a stream files, or asks for it, and tells whether anything was stored.
        self.prints: Callable[[str], bool] = lambda stream: False
        self._delivery.beat = lambda: self.beat()

    @property
    def standstill(self) -> Standstill:
        """Return which channels stand still."""
        return self._delivery.standstill

    def tick(self, stream_id: str) -> bool:
        """Do everything that is due in a stream: never early, harmless twice; tell whether there was anything.

        Raises:
            StoreUnavailable: what was not stored is done by a later sweep.
        """
        if not self.switches.reactions:
            return True
        for number in range(ROUNDS_MAX):
            try:
                with self._engine.streams.turn(stream_id):
                    busy = self._follow(stream_id)
                busy = (self._sends and self._delivery.deliver(stream_id)) or busy
                busy = busy or self.prints(stream_id)
            except VersionConflict:
                continue  # Somebody acted meanwhile: look again at what follows now.
            if not busy:
                return number > 0
        log.warning("stream still busy after %d rounds; the sweep goes on", ROUNDS_MAX)
        return True

    def _follow(self, stream_id: str) -> bool:
        engine = self._engine
        stream = engine.streams.load(stream_id)
        if stream.version == 0:
            return self._arrivals.admit(stream_id)
        if stream.case.wiped:  # Before it counts as followed, so that a crash in between forgets neither.
            self._delete_blobs(stream)
            engine.ports.store.destroy_key(stream_id)
            engine.streams.forget(stream_id)
        ctx = engine.context(stream, SYSTEM)
        pending = tuple(one.event for one in stream.events[stream.case.followed :])
        result = follow(ctx, pending, ticking=self.switches.clock)
        for target, key, event, actor in result.elsewhere:
            enter(engine, target, key, event, actor or SYSTEM)
        if result.events:
            engine.append(ctx, stream, tuple(result.events), key=f"follow:{stream.version}", actor=SYSTEM, bound=True)
        return bool(result.events)

    def _delete_blobs(self, stream: Stream) -> None:
        for one in stream.events:
            files = one.event.evidence if isinstance(one.event, ReportFiled | MailReceived) else ()
            if isinstance(one.event, EvidenceAdded) and one.event.evidence:
                files = (one.event.evidence,)
            if isinstance(one.event, LetterKept) and one.event.file:
                files = (one.event.file,)
            for evidence in files:
                self._engine.ports.blobs.delete(evidence.id)

    def sweep(self, *, ahead: timedelta = timedelta(0)) -> int:
        """Tick every stream whose wake-up has come, the longest overdue first; return how many there were.

        With `ahead` those that wake soon are looked at too; as no tick is early, that does only what nobody followed.
        """
        if not self.switches.clock:
            return 0
        if self.switches.reactions and self._sends:
            self._recover()
        seen: set[str] = set()
        for _ in range(SWEEP_ROUNDS_MAX):
            now = self._engine.ports.clock.now()
            due = self._engine.ports.store.due(until=now + ahead, limit=SWEEP_BATCH + len(seen))
            fresh = [stream for stream in due if stream not in seen]
            if not fresh:
                break
            for stream in fresh:
                seen.add(stream)
                if not self._rests(stream):
                    self.tick_safely(stream)
        return len(seen)

    def _recover(self) -> None:
        """Look whether channels go again; whatever goes wrong with one stream must not keep the others waiting."""
        try:
            self._delivery.recover()
        except StreamUnusable as error:
            log.error("channels were not looked at: %s", type(error).__name__, exc_info=bare(error))

    def tick_safely(self, stream: str) -> None:
        """One stream that fails must not stop the others; it stays due, is tried again, and is seen to be stuck."""
        self.beat()
        try:
            if not self.tick(stream):
                self._move_wake_up(stream)
        except StreamUnusable as error:  # This stream alone: the others go on.
            self._note_stuck(stream, error)
        except StoreUnavailable as error:
            self._in_a_row += 1
            if self._in_a_row >= self._patience:
                raise
            self._note_stuck(stream, error)
        except Exception as error:
            self._note_stuck(stream, error)
        else:
            self._in_a_row = 0
            self.stuck.pop(stream, None)

    def _rests(self, stream: str) -> bool:
        """Tell whether a stuck stream is not to be tried again yet; a clock that was set back puts off nothing."""
        stuck = self.stuck.get(stream)
        ahead = stuck.again_at - self._engine.ports.clock.now() if stuck else timedelta(0)
        return timedelta(0) < ahead <= timedelta(minutes=STUCK_PAUSES_MINUTES[-1])

    def _note_stuck(self, stream: str, error: Exception) -> None:
        """Keep that a stream is stuck, and say so in the log."""
        now = self._engine.ports.clock.now()
        before = self.stuck.get(stream)
        tries = before.tries if before else 0
        again_at = now + timedelta(minutes=STUCK_PAUSES_MINUTES[min(tries, len(STUCK_PAUSES_MINUTES) - 1)])
        why = type(error).__name__
        self.stuck[stream] = Stuck(before.since if before else now, tries + 1, again_at, why)
        log.error("%s could not be followed and stays due: %s", stream, why, exc_info=bare(error))

    def _move_wake_up(self, stream_id: str) -> None:
        """Store anew when the stream wants to be woken, as it was woken and had nothing to do.

        Whoever wrote to it meanwhile has stored that with what was written.
        """
        engine = self._engine
        stream = engine.streams.load(stream_id)
        ctx = engine.context(stream, SYSTEM)
        with suppress(VersionConflict):
            engine.append(ctx, stream, (), key=f"wake:{stream.version}:{ctx.now.isoformat()}", actor=SYSTEM, bound=True)
