"""Which channels stand still: since when, when one was last tried, and when the next look is worth it.

Kept in memory only: the failure board holds the messages, and a fresh process finds the channels by them.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from vangnet.shell.ports import Clock, SendFailed

LOOK_EVERY = timedelta(seconds=30)  # Between two looks at a channel that stands still.
SLOW = timedelta(seconds=2)  # A channel that took longer to fail is not waited for by every message.
ASKED_MAX = timedelta(minutes=15)  # No channel puts off an alarm for longer, whatever it asks for.

log = logging.getLogger("vangnet.delivery")


@dataclass
class Still:
    """A channel that stands still: since when, when it was last looked at, and not before when again."""

    since: datetime
    looked_at: datetime
    not_before: datetime
    slow: bool = False


class Standstill:
    """Keeps which channels stand still."""

    def __init__(self, clock: Clock) -> None:
        """Start without knowing."""
        self._clock = clock
        self._still: dict[str, Still] = {}
        self._took = timedelta(0)
        self.unknown = True

    def begin(self, channels: Iterable[str]) -> None:
        """Take over which channels stood still before this process began."""
        self.unknown = False
        now = self._clock.now()
        for channel in channels:
            self._still.setdefault(channel, Still(now, now - LOOK_EVERY, now))

    def channels(self) -> tuple[str, ...]:
        """Return the channels that stand still."""
        return tuple(self._still)

    def since(self, channel: str) -> datetime | None:
        """Return since when a channel stands still (UTC)."""
        return self._still[channel].since if channel in self._still else None

    def to_be_tried(self, channel: str) -> bool:
        """Tell whether a channel stands still and was not looked at just now; a clock set back puts off nothing."""
        still = self._still.get(channel)
        if still is None:
            return False
        now = self._clock.now()
        return not timedelta(0) <= now - still.looked_at < LOOK_EVERY and not now < still.not_before <= now + ASKED_MAX

    def looked(self, channel: str) -> None:
        """Note that a channel is being looked at."""
        still = self._still.get(channel)
        if still:
            still.looked_at, still.slow = self._clock.now(), False

    def slow(self, channel: str) -> bool:
        """Tell whether a channel keeps everybody waiting, so that it is left alone until the next look."""
        still = self._still.get(channel)
        return still is not None and still.slow and self._clock.now() - still.looked_at < LOOK_EVERY

    @contextmanager
    def timed(self, channel: str) -> Iterator[None]:
        """Take the time of one try."""
        began = self._clock.now()
        try:
            yield
        finally:
            self._took = self._clock.now() - began

    def failed(self, channel: str, failure: SendFailed) -> None:
        """Note that a channel failed; one that refuses a single address works."""
        if failure.permanent:
            log.warning("a message was refused for good by %s: %s", channel, failure)
            return
        if channel not in self._still:
            log.warning("messages do not go by %s: %s", channel, failure)
        now = self._clock.now()
        still = self._still.setdefault(channel, Still(now, now, now))
        still.looked_at = now
        still.slow = still.slow or self._took >= SLOW
        if failure.again_after:
            still.not_before = now + min(failure.again_after, ASKED_MAX)
        self._took = timedelta(0)

    def went(self, channel: str) -> bool:
        """Note that a channel goes; tell whether it stood still until now."""
        if self._still.pop(channel, None) is None:
            return False
        log.warning("messages go by %s again", channel)
        return True
