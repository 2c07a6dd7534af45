"""Whether it becomes more or less, and where: reports counted by class, way, office, place and outcome (AP-5.1.8).

Counts only, of what is kept of a report for good; a small count is hidden, and a second one with it where the rest
would give it away. Days are days in Amsterdam.
"""

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vangnet.case.state import Case

HIDDEN_BELOW = 5  # A smaller count may be somebody.
PERIOD = re.compile(r"([0-9]{4})(?:-(?:K([1-4])|(0[1-9]|1[0-2])))?")
QUARTER = 3  # Months.


@dataclass(frozen=True)
class Period:
    """A year, a quarter or a month: its first and its last day."""

    name: str
    since: date
    until: date

    @classmethod
    def of(cls, name: str) -> "Period":
        """Read a period as people write it: 2026, 2026-K4 or 2026-11.

        Raises:
            ValueError: it is none of these.
        """
        found = PERIOD.fullmatch(name)
        if found is None or int(found[1]) < 1:
            raise ValueError(f"'{name}' is no period; write 2026, 2026-K4 or 2026-11")
        year = int(found[1])
        months = (int(found[2]) * QUARTER - 2, int(found[2]) * QUARTER) if found[2] else (1, 12)
        first, last = (int(found[3]),) * 2 if found[3] else months
        return cls(name, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    def before(self) -> "Period":
        """Return the period of the same length before it."""
        last = self.since - timedelta(days=1)
        if "K" in self.name:
            return Period.of(f"{last.year}-K{(last.month - 1) // QUARTER + 1}")
        return Period.of(f"{last.year}-{last.month:02d}" if "-" in self.name else f"{last.year:04d}")


@dataclass(frozen=True)
class Counted:
    """What counts of one report."""

    day: date
    classed: str
    outcome: str
    channel: str
    offices: tuple[str, ...]
    kinds: tuple[str, ...]
    place: str


def counted(case: Case) -> Counted | None:
    """Return what counts of a case, also of one that was wiped; None of what is no report."""
    report = case.report
    if case.kind != "report" or report is None:
        return None
    place = "" if case.wiped else " ".join((report.place or "").split()).casefold()
    return Counted(
        day=date.fromisoformat(report.day),
        classed=case.classed,
        outcome=case.outcome or report.outcome,
        channel=report.channel,
        offices=report.offices,
        kinds=report.kinds,
        place=place,
    )


TABLES: dict[str, Callable[[Counted], Iterable[str]]] = {
    "class": lambda one: (one.classed,),
    "outcome": lambda one: (one.outcome,),
    "channel": lambda one: (one.channel,),
    "office": lambda one: one.offices,
    "kind": lambda one: one.kinds,
    "place": lambda one: (one.place,) if one.place else (),
}


@dataclass(frozen=True)
class Row:
    """One row: how many now and in the period before, None where that is hidden; the change where both are shown."""

    name: str
    count: int | None
    before: int | None

    @property
    def change(self) -> int | None:
        """Return by how many it rose or, below zero, fell."""
        return None if self.count is None or self.before is None else self.count - self.before


@dataclass(frozen=True)
class Trends:
    """A period's reports: in all, and by each table, the most first."""

    period: Period
    total: Row
    tables: dict[str, tuple[Row, ...]]


def trends(reports: Iterable[Counted], period: Period) -> Trends:
    """Count the reports of a period and of the one before it (AP-5.1.8)."""
    earlier, now, before = period.before(), [], []
    for one in reports:
        if period.since <= one.day <= period.until:
            now.append(one)
        elif earlier.since <= one.day <= earlier.until:
            before.append(one)
    tables = {name: tuple(_rows(now, before, keys)) for name, keys in TABLES.items()}
    return Trends(period, Row("", _shown(len(now)), _shown(len(before))), tables)


def _rows(now: list[Counted], before: list[Counted], keys: Callable[[Counted], Iterable[str]]) -> Iterator[Row]:
    counts, earlier = (Counter(key for one in reports for key in keys(one)) for reports in (now, before))
    shown, shown_earlier = _hidden(counts), _hidden(earlier)
    for name in sorted(counts | earlier, key=lambda name: (-counts[name], -earlier[name], name)):
        yield Row(name, shown.get(name, 0), shown_earlier.get(name, 0))


def _hidden(counts: Counter[str]) -> dict[str, int | None]:
    """Return the counts with small ones hidden; of one alone a second, or the total would give it away."""
    shown = {name: _shown(count) for name, count in counts.items()}
    small = [name for name, count in shown.items() if count is None]
    if len(small) == 1:
        rest = [name for name in shown if name not in small]
        for name in sorted(rest, key=lambda name: (counts[name], name))[:1]:
            shown[name] = None
    return shown


def _shown(count: int) -> int | None:
    return None if 0 < count < HIDDEN_BELOW else count
