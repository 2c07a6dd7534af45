"""The clock of the machine that a function runs on."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present in UTC."""
        return datetime.now(UTC)
