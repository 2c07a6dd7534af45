"""The clocks of Amsterdam: from a moment to a day there, and from a day and a clock time to a moment."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def in_amsterdam(moment: datetime) -> datetime:
    """Return the moment as the clocks of Amsterdam show it.

    Raises:
        ValueError: if the moment has no time zone.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone; give a moment in UTC, as in tzinfo=UTC")
    return moment.astimezone(AMSTERDAM)


def amsterdam_day(moment: datetime) -> date:
    """Return the day that it is in Amsterdam at that moment; a ValueError if the moment has no time zone."""
    return in_amsterdam(moment).date()


def end_of(day: date) -> datetime:
    """Return the moment (UTC) at which a day in Amsterdam is over."""
    return at_clock(day + timedelta(days=1), time(0))


def at_clock(day: date, clock: time) -> datetime:
    """Return the moment, in UTC, at which the clocks of Amsterdam show that time on that day.

    A time that is skipped in spring becomes the first one after it, 03:00. A time that comes twice in autumn is the
    first of the two, unless the clock time says `fold=1`.
    """
    local = datetime.combine(day, clock.replace(tzinfo=None), tzinfo=AMSTERDAM)
    moment = local.astimezone(UTC)
    if moment.astimezone(AMSTERDAM).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # The clocks go forward at a whole hour of UTC (Directive 2000/84/EC). Read as winter time, which fold=0 does, a
    # skipped time lies within the hour after that change, so that the hour it lies in begins with the change.
    return local.replace(fold=0).astimezone(UTC).replace(minute=0, second=0, microsecond=0)
