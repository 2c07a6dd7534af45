"""The clock of the embedded rig: one thread that follows what just happened, wakes at the next due time, and sweeps.

If it dies or stands still, health says so and the process ends: whoever watches it starts it again, and the sweep at
the start does what was due.
"""

import logging
import threading
from collections import deque
from datetime import UTC, datetime, timedelta

from vangnet.shell.following import Following
from vangnet.shell.ports import Clock, EventStore, StoreUnavailable

SWEEP_SECONDS = 60.0  # The promise: nothing that is due waits longer than a minute.
REST_SECONDS = 0.05  # Between two looks at a store whose next wake-up has come, so that a fault does not spin.
STILL_FOR_MAX = timedelta(minutes=5)  # Longer without a beat, and the clock counts as dead.

log = logging.getLogger("vangnet.clock")


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present in UTC."""
        return datetime.now(UTC)


class ClockThread:
    """Follows, ticks and sweeps, in one thread, so that nothing is ever done twice at the same time."""

    def __init__(self, following: Following, store: EventStore, clock: Clock) -> None:
        """Take what it drives."""
        self._following, self._store, self._clock = following, store, clock
        self._hints: deque[str] = deque()
        self._condition = threading.Condition()
        self._done = 0
        self._asked = 0
        self._stopping = False
        self.beat = clock.now()
        self.fault: str | None = None
        self._thread = threading.Thread(target=self._run, name="vangnet-clock", daemon=True)

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
        return self._thread.is_alive() and self._clock.now() - self.beat < STILL_FOR_MAX

    def _run(self) -> None:
        swept_at: datetime | None = None
        while not self._stopping:
            self.beat = self._clock.now()
            try:
                self._follow()
                if swept_at is None or self._due(swept_at):
                    swept_at = self._clock.now()
                    self._following.sweep()
                self.fault = None
            except StoreUnavailable as error:
                self.fault = str(error)
                log.error("the store cannot be used: %s", error)
            self._wait()

    def _follow(self) -> None:
        while True:
            with self._condition:
                if not self._hints:
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
        try:
            wake = self._store.next_wake()
        except StoreUnavailable:
            wake = None
        ahead = (wake - self._clock.now()).total_seconds() if wake else SWEEP_SECONDS
        with self._condition:
            if not self._hints and not self._stopping:
                self._condition.wait(timeout=min(max(ahead, REST_SECONDS), SWEEP_SECONDS))
