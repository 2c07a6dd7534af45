"""The clock of the embedded rig: one thread that follows what just happened, wakes at the next due time, and sweeps.

If it dies or stands still, health says so and the process ends: whoever watches it starts it again, and the sweep at
the start does what was due, and what the process before it had stored and not yet followed.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from vangnet.case.agenda import FOLLOWED_WITHIN
from vangnet.rigs.embedded.pulse import Pulse
from vangnet.shell.following import Following
from vangnet.shell.ports import Clock, EventStore, StoreUnavailable

SWEEP_SECONDS = 60.0  # The promise: nothing that is due waits longer than a minute.
LOOK_SECONDS = 1.0  # Between two looks at the clock: it may have jumped, or the machine may have slept.
FAULT_PAUSE_SECONDS_MAX = 30.0  # Between two tries of a store that fails; each waits twice as long as the one before.
FOLLOW_BATCH = 50  # Hints that are followed before time is looked at again, so that a rush does not put off an alarm.
STILL_FOR_MAX_SECONDS = 300.0  # Longer without a beat, and the clock counts as dead.

log = logging.getLogger("vangnet.clock")


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present in UTC."""
        return datetime.now(UTC)


class ClockThread:
    """Follows, ticks and sweeps, in one thread, so that nothing is ever done twice at the same time."""

    def __init__(
        self,
        following: Following,
        store: EventStore,
        clock: Clock,
        *,
        check: Callable[[], None] = lambda: None,
        pulse: Pulse | None = None,
        complain: Callable[[datetime, datetime], None] = lambda since, until: None,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take what it drives; `check` raises StoreUnavailable as long as a store that failed fails.

        `complain` is told from when until when it stood still, by what `pulse` remembers.

        The beat is taken from a stopwatch: a clock that jumps, or a machine that slept, is no dead clock.
        """
        self._following, self._store, self._clock = following, store, clock
        self._check, self._stopwatch = check, stopwatch
        self._pulse, self._complain = pulse, complain
        self._gap: tuple[datetime, datetime] | None = None  # It stood still, and that was not told yet.
        self.swept_at: datetime | None = None  # When the last sweep was done (UTC).
        self._hints: deque[str] = deque()
        self._condition = threading.Condition()
        self._done = 0
        self._asked = 0
        self._stopping = False
        self._faults = 0
        self._beat_at = stopwatch()
        self.fault: str | None = None
        self._thread = threading.Thread(target=self._run, name="vangnet-clock", daemon=True)
        following.beat = self._beat

    def start(self) -> None:
        """Sweep at once, then go on until stopped."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is in hand, and stop."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self._thread.join(timeout=SWEEP_SECONDS)

    def hint(self, stream: str) -> None:
        """Say that something happened in a stream: what follows is done right away."""
        with self._condition:
            self._hints.append(stream)
            self._asked += 1
            self._condition.notify_all()

    def settle(self, seconds: float) -> None:
        """Wait until what was hinted so far is done, but no longer than that: a page need not show a half state."""
        with self._condition:
            wanted = self._asked
            self._condition.wait_for(lambda: self._done >= wanted, timeout=seconds)

    @property
    def alive(self) -> bool:
        """Tell whether it still beats."""
        return self._thread.is_alive() and self._stopwatch() - self._beat_at < STILL_FOR_MAX_SECONDS

    def _beat(self) -> None:
        self._beat_at = self._stopwatch()
        gap = self._pulse.beat() if self._pulse else None
        if gap and self._gap is None:
            since, until = (moment.isoformat(timespec="seconds") for moment in gap)
            log.error("the clock stood still from %s until %s", since, until)
            self._gap = gap

    def _complain_of_gap(self) -> None:
        """Let it be told that it stood still, and only then note that it goes; what is not stored now is told later."""
        if self._gap and self._pulse:
            self._complain(*self._gap)
            self._pulse.note()
            self._gap = None

    def _run(self) -> None:
        swept_at: datetime | None = None
        while not self._stopping:
            self._beat()
            try:
                self._follow()
                if swept_at is None or self._due(swept_at):
                    now = self._clock.now()
                    # At the start also what was stored last and wants to be followed within a minute.
                    self._following.sweep(ahead=FOLLOWED_WITHIN if swept_at is None else timedelta(0))
                    swept_at = self.swept_at = now
                self._complain_of_gap()
                self._check()
                self._works()
            except StoreUnavailable as error:
                self._fails(str(error))
            self._wait()

    def _works(self) -> None:
        if self.fault:
            log.warning("the store can be used again")
        self.fault, self._faults = None, 0

    def _fails(self, why: str) -> None:
        if why != self.fault:
            log.error("the store cannot be used: %s", why)
        self.fault = why
        self._faults += 1

    def _follow(self) -> None:
        for _ in range(FOLLOW_BATCH):
            with self._condition:
                if not self._hints or self._stopping:
                    return
                stream = self._hints.popleft()
            try:
                self._following.tick_safely(stream)
            finally:
                with self._condition:
                    self._done += 1
                    self._condition.notify_all()

    def _due(self, swept_at: datetime) -> bool:
        now = self._clock.now()
        wake = self._store.next_wake()
        # A clock that was set back must not put off the sweep.
        return (wake is not None and wake <= now) or not timedelta(0) <= now - swept_at < timedelta(
            seconds=SWEEP_SECONDS
        )

    def _wait(self) -> None:
        seconds = self._pause_seconds()
        with self._condition:
            if not self._hints and not self._stopping:
                self._condition.wait(timeout=seconds)

    def _pause_seconds(self) -> float:
        """Return how long there is nothing to do; what is due already and could not be done waits for a look too."""
        if self._faults:
            return float(min(LOOK_SECONDS * 2 ** min(self._faults - 1, 10), FAULT_PAUSE_SECONDS_MAX))
        try:
            wake = self._store.next_wake()
        except StoreUnavailable:
            wake = None
        ahead = (wake - self._clock.now()).total_seconds() if wake else LOOK_SECONDS
        return ahead if 0 < ahead < LOOK_SECONDS else LOOK_SECONDS
