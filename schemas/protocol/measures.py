"""Measures and the sanction matrix: what can be decided, by whom, and what fits a class and its recurrence."""

from typing import Any, Literal

from pydantic import Field

from schemas.base import Label, Name, Strict, Term, not_yet
from schemas.words import LetterKind


class Measure(Strict):
    """A measure: who decides it (absent: the handler), by which rule, what it can do without, and its letter."""

    label: Label
    rule: str | None = None
    decider: Name | None = None
    decided_by_rule: str | None = None
    without: tuple[Literal["advice", "hearing", "class"], ...] = ()
    letter: LetterKind | None = None
    needs: tuple[Literal["services", "days", "representative", "reasons"], ...] = ()
    scope: tuple[str, ...] = not_yet(default=())
    open_ended: bool = not_yet(default=False)
    hearing_grounds: tuple[str, ...] = not_yet(default=())
    review: dict[str, Any] | None = not_yet(default=None)


class MatrixCell(Strict):
    """What fits one class the first, second or third time: measures, and how long each may last at most."""

    measures: tuple[Name, ...]
    at_most: dict[Name, Term] = {}


class Matrix(Strict):
    """The sanction matrix, with its version; a row has a cell for the first time, the second, and every later one.

    An earlier case counts if it was reported no longer than `counts_within` before.
    """

    rule: str | None = None
    version: str
    counts_within: Term
    rows: dict[Name, tuple[MatrixCell, ...]] = Field(min_length=1)

    @property
    def classes(self) -> frozenset[str]:
        """Return the classes that have a row."""
        return frozenset(self.rows)

    @property
    def limited(self) -> frozenset[str]:
        """Return the measures that some cell limits in time: where another cell does not name one, it allows none."""
        return frozenset(measure for row in self.rows.values() for cell in row for measure in cell.at_most)


class Demands(Strict):
    """How many times somebody is told to leave before the police is called and an aangifte proposed (AP-5.2.6)."""

    rule: str | None = None
    threshold: int = Field(default=3, ge=1, le=10)
