"""A term as people write it: a whole number and a unit."""

import re
from dataclasses import dataclass
from typing import Literal, Self

Unit = Literal["minute", "hour", "day", "working day", "week", "month", "year"]

COUNT_MAX = 99_999  # five digits, as the schemas allow: more is a slip of the keyboard

_SPELLINGS: dict[str, Unit] = {
    **dict.fromkeys(("minute", "minutes", "minuut", "minuten"), "minute"),
    **dict.fromkeys(("hour", "hours", "uur", "uren"), "hour"),
    **dict.fromkeys(("day", "days", "dag", "dagen"), "day"),
    **dict.fromkeys(("working day", "working days", "werkdag", "werkdagen"), "working day"),
    **dict.fromkeys(("week", "weeks", "weken"), "week"),
    **dict.fromkeys(("month", "months", "maand", "maanden"), "month"),
    **dict.fromkeys(("year", "years", "jaar", "jaren"), "year"),
}
_SHAPE = re.compile(r"([0-9]{1,5}) +([a-z]+(?: [a-z]+)?)", re.ASCII)
_ADVICE = "write a whole number of at most five digits and a unit, as in '30 minutes', '2 working days' or '6 weken'"


@dataclass(frozen=True)
class Term:
    """A number of minutes, hours, days, working days, weeks, months or years; zero means at once."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse a count below zero or above COUNT_MAX with a ValueError."""
        if not 0 <= self.count <= COUNT_MAX:
            raise ValueError(f"{self.count} {self.unit}s is not a term; {_ADVICE}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a term in English or Dutch; capitals and spare spaces do not matter.

        Raises:
            ValueError: if it is not a term; says what to write instead.
        """
        match = _SHAPE.fullmatch(text.strip().lower())
        unit = _SPELLINGS.get(match[2]) if match else None
        if match is None or unit is None:
            raise ValueError(f"'{text}' is not a term; {_ADVICE}")
        return cls(int(match[1]), unit)

    def __str__(self) -> str:
        """Return the term in English, as `parse` reads it back."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"
