"""Terms and days: arithmetic by the Amsterdam calendar, and the Algemene termijnenwet.

- `Term` is "6 weeks"; `add` and `subtract` move a moment by one, `last_day` gives the last day of one.
- Moments are aware and UTC; days are days in Amsterdam, and `amsterdam_day` and `at_clock` lead from one to the other.
- Nothing here reads a clock: the time is an argument.
"""

from vangnet.calendar.arithmetic import add, subtract
from vangnet.calendar.explain import explain, reason_text
from vangnet.calendar.free_days import FreeDay, free_day, is_working_day
from vangnet.calendar.last_day import LastDay, Reason, last_day
from vangnet.calendar.terms import Term, Unit
from vangnet.calendar.words import day_words, term_words
from vangnet.calendar.zone import AMSTERDAM, amsterdam_day, at_clock, end_of

__all__ = [
    "AMSTERDAM",
    "FreeDay",
    "LastDay",
    "Reason",
    "Term",
    "Unit",
    "add",
    "amsterdam_day",
    "at_clock",
    "day_words",
    "end_of",
    "explain",
    "free_day",
    "is_working_day",
    "last_day",
    "reason_text",
    "subtract",
    "term_words",
]
