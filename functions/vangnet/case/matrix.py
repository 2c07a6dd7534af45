"""The sanction matrix: what fits a class and the number of times it happened; a person decides (AP-2.6, AP-5.2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from vangnet.calendar import AMSTERDAM, amsterdam_day
from vangnet.case.facts import Context
from vangnet.case.recurrence import earlier
from vangnet.case.terms import after

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol.measures import MatrixCell


@dataclass(frozen=True)
class Advice:
    """What the matrix says of a case: its version, how many earlier cases count, and the cell."""

    version: str
    earlier: int
    measures: tuple[str, ...]
    cell: MatrixCell


def matrix_advice(ctx: Context) -> Advice | None:
    """Return what the matrix advises, or None where the document has none or the class has no row."""
    matrix = ctx.protocol.document.matrix
    row = matrix.rows.get(ctx.case.classed) if matrix else None
    if matrix is None or not row:
        return None
    count = len(earlier(ctx))
    cell = row[min(count, len(row) - 1)]
    return Advice(matrix.version, count, cell.measures, cell)


def too_long(ctx: Context, measure: str, starts_on: date | None, ends_on: date | None, *, of_law: bool = False) -> bool:
    """Tell whether a measure lasts longer than the matrix allows; where no row limits it, it never does (AP-2.6).

    A cell that does not name the measure allows none of it, but leaves one that rests on an act of its own (`of_law`)
    to the conditions of that act.
    """
    matrix, advice = ctx.protocol.document.matrix, matrix_advice(ctx)
    if matrix is None or advice is None or measure not in matrix.limited or not (starts_on and ends_on):
        return False
    longest = advice.cell.at_most.get(measure)
    if longest is None:
        return not of_law
    return ends_on > last_day_of(starts_on, longest)


def too_short(ctx: Context, measure: str, starts_on: date | None, ends_on: date | None) -> bool:
    """Tell whether a measure ends before the matrix lets it."""
    advice = matrix_advice(ctx)
    least = advice.cell.at_least.get(measure) if advice else None
    return bool(least and starts_on and ends_on and ends_on < last_day_of(starts_on, least))


def last_day_of(starts_on: date, term: str) -> date:
    """Return the day a term after a day (Amsterdam), as policy counts: no statutory extension."""
    noon = datetime.combine(starts_on, time(12), tzinfo=AMSTERDAM)
    return amsterdam_day(after(noon, term))
