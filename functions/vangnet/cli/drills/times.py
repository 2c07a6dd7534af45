"""The times of a drill: offsets since its start, which may be combined, or a local date and time."""

import re
from datetime import UTC, date, datetime, timedelta

from vangnet.calendar import AMSTERDAM

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_OFFSET = re.compile(r"-?(?:[0-9]{1,6}[smhdw])+")
_PART = re.compile(r"([0-9]+)([smhdw])")


class DrillTimeError(ValueError):
    """A time of a drill that cannot be read."""


def moment(text: str, start: datetime) -> datetime:
    """Return the moment (UTC) that a text means: '-20m', '5h30m', or '2026-11-28T21:30' in Amsterdam.

    Raises:
        DrillTimeError: saying what to write.
    """
    if _OFFSET.fullmatch(text):
        seconds = sum(int(number) * _UNITS[unit] for number, unit in _PART.findall(text))
        return start + timedelta(seconds=-seconds if text.startswith("-") else seconds)
    return local(text)


def local(text: str) -> datetime:
    """Return the moment of a local date and time (Europe/Amsterdam unless it names an offset), in UTC.

    Raises:
        DrillTimeError: saying what to write.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is not a time; write '90s', '5m', '5h30m', '3d', '6w' or '2026-11-28T21:30'"
        raise DrillTimeError(message) from error
    return (found if found.tzinfo else found.replace(tzinfo=AMSTERDAM)).astimezone(UTC)


def is_offset(text: str) -> bool:
    """Tell whether a text is an offset since the start."""
    return bool(_OFFSET.fullmatch(text))


def day(text: str, start: datetime) -> date:
    """Return the Amsterdam day that a text means: a date, or an offset since the start."""
    return moment(text, start).astimezone(AMSTERDAM).date()


def since(start: datetime, at: datetime) -> str:
    """Return a moment as an offset since the start, as a drill writes it."""
    seconds = int((at - start).total_seconds())
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    parts = []
    for unit, length in (("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)):
        count, seconds = divmod(seconds, length)
        if count:
            parts.append(f"{count}{unit}")
    return sign + ("".join(parts) or "0m")
