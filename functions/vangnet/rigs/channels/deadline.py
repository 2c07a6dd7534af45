"""A total deadline for one attempt, also where a server drips, stalls in the TLS handshake, or a name is never found.

- The attempt runs in a thread of its own. When its time is over, its sockets are shut, so that whatever it waits for
  ends at once; the caller goes on without it.
- At most so many can be left over; then nothing new is begun.
- Who let one wait in vain is waited for shorter for a while, so that a rush of alarms does not stand still behind it.
"""

import queue
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

T = TypeVar("T")

LEFT_OVER_MAX = 4  # Threads of one channel that may hang in what cannot be shut: the look-up of a name.
IMPATIENT_FOR_SECONDS = 60.0
IMPATIENT_SHARE = 0.2  # Of the whole deadline: two seconds of ten, in which a healthy server has answered.
STEP_SECONDS_MIN = 0.01  # A time-out of zero would mean: do not wait at all, which is another thing.


class TooLate(Exception):  # noqa: N818  (the caller turns it into SendFailed)
    """The attempt did not end within its time."""


class Line:
    """What one attempt holds, so that it can be cut from outside."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._until = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._handles: list[socket.socket] = []
        self._cut = False

    def left(self) -> float:
        """Return the seconds that are left.

        Raises:
            TooLate: none are.
        """
        left = self._until - time.monotonic()
        if self._cut or left <= 0:
            raise TooLate
        return max(left, STEP_SECONDS_MIN)

    def hold(self, connection: socket.socket) -> None:
        """Keep a handle on the connection, which stays good when TLS takes the socket over.

        Raises:
            TooLate: the line was cut meanwhile, and so is this connection.
        """
        with self._lock:
            if not self._cut:
                self._handles.append(connection.dup())
                return
        connection.close()
        raise TooLate

    def cut(self) -> None:
        """Shut every connection; whoever reads from one gets an end, and no new one is held."""
        with self._lock:
            self._cut = True
            handles, self._handles = self._handles, []
        for handle in handles:
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)
            handle.close()


class Deadline(Generic[T]):
    """Runs attempts that end in time, or are given up."""

    def __init__(
        self,
        seconds: float,
        *,
        left_over_max: int = LEFT_OVER_MAX,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take how long an attempt may last in all, and how many may be left over."""
        self._seconds, self._stopwatch = seconds, stopwatch
        self._late_at: float | None = None
        self._room = threading.BoundedSemaphore(left_over_max)

    @property
    def seconds(self) -> float:
        """How long the next attempt may last."""
        impatient = self._late_at is not None and self._stopwatch() - self._late_at < IMPATIENT_FOR_SECONDS
        return self._seconds * IMPATIENT_SHARE if impatient else self._seconds

    def run(self, attempt: Callable[[Line], T]) -> T:
        """Return what the attempt returns, or raise what it raises.

        Raises:
            TooLate: it did not end in time, or too many earlier ones have not ended yet.
        """
        if not self._room.acquire(blocking=False):
            raise TooLate
        seconds, began = self.seconds, self._stopwatch()
        line = Line(seconds)
        outcome: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()
        thread = threading.Thread(
            target=self._carry_out, args=(attempt, line, outcome), name="vangnet-channel", daemon=True
        )
        try:
            thread.start()
        except RuntimeError:  # The machine gives no thread.
            self._room.release()
            raise TooLate from None
        try:
            worked, value = outcome.get(timeout=seconds)
        except queue.Empty:
            line.cut()
            self._waited_in_vain(seconds)
            raise TooLate from None
        if worked:
            self._late_at = None
        elif self._stopwatch() - began >= self._seconds * IMPATIENT_SHARE:  # A connection that was never made, say.
            self._waited_in_vain(seconds)
        if not worked:
            raise value
        result: T = value
        return result

    def _waited_in_vain(self, seconds: float) -> None:
        # From the first time on: who stalls again and again is given the whole time once a minute.
        if seconds == self._seconds:
            self._late_at = self._stopwatch()

    def _carry_out(self, attempt: Callable[[Line], T], line: Line, outcome: "queue.SimpleQueue[Any]") -> None:
        try:
            result: tuple[bool, Any] = (True, attempt(line))
        except BaseException as error:  # Raised again where it was asked for.
            result = (False, error)
        finally:
            line.cut()
            self._room.release()
        outcome.put(result)
