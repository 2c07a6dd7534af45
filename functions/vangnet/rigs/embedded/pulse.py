"""When the clock last went, kept beside the data, so that standing still is noticed whoever stood still.

The process may have been stopped, the machine may have slept or been off, the thread may have hung: what looks at the
time next finds that it was not looked at for too long. A clock that was set back is no standstill.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from vangnet.shell.ports import Clock

NOTED_EVERY = timedelta(seconds=30)
# The sweep promises one minute; in three somebody may have waited for nothing.
STOOD_STILL_AFTER = timedelta(minutes=3)


class Pulse:
    """The last beat of the clock, in a file."""

    def __init__(self, file: Path, clock: Clock) -> None:
        """Take where it is kept; what cannot be read there is not known."""
        self._file, self._clock = file, clock
        self._noted: datetime | None = None
        with suppress(OSError, ValueError):
            found = datetime.fromisoformat(file.read_text().strip())
            self._noted = found if found.tzinfo else None

    def beat(self) -> tuple[datetime, datetime] | None:
        """Note that the clock goes; return from when until when it stood still (UTC), if it did.

        A standstill is found again at each beat until it is noted: a process that ends first leaves it to the next.
        """
        now, before = self._clock.now(), self._noted
        if before is not None and now - before > STOOD_STILL_AFTER:
            return before, now
        if before is None or not timedelta(0) <= now - before < NOTED_EVERY:
            self.note()
        return None

    def note(self) -> None:
        """Note that the clock goes now, as when it was told that it stood still."""
        self._noted = self._clock.now()
        with suppress(OSError):  # A full disk is noticed, and said, by what must be kept.
            self._file.write_text(self._noted.isoformat())
