"""Measures and the sanction matrix: what can be decided, by whom, and what fits a class and its recurrence."""

from typing import Literal

from pydantic import Field, field_validator

from schemas.base import Label, Name, Strict, Term
from schemas.words import HearingGround, LegalBasis, LetterKind

MeasureNeed = Literal[
    "services", "channels", "buildings", "contact", "days", "representative", "reasons", "harmed_view"
]


class Measure(Strict):
    """A measure: who decides it (absent: the handler), by which rule, what it can do without, and its letter.

    `decider_for` names who decides under a legal basis of its own, as the law wants of a ban from meetings.

    `needs` are what its decision must say. One that is `open_ended` may have the condition under which it ends in the
    place of its last day. In force it is looked at every `review`; without that halfway, and at least once a year.
    `hearing_grounds` are those on which its hearing may be left out; absent: each that its legal basis allows.
    """

    label: Label
    rule: str | None = None
    decider: Name | None = None
    decider_for: dict[LegalBasis, Name] = {}
    decided_by_rule: str | None = None
    without: tuple[Literal["advice", "hearing", "class"], ...] = ()
    letter: LetterKind | None = None
    needs: tuple[MeasureNeed, ...] = ()
    open_ended: bool = False
    hearing_grounds: tuple[HearingGround, ...] | None = None
    review: Term | None = None

    @field_validator("review")
    @classmethod
    def _in_days(cls, value: str | None) -> str | None:
        if value and value.endswith(("minute", "minutes", "hour", "hours")):
            raise ValueError(f"'{value}' is no term in days; a measure is looked at on a day: write '3 months'")
        return value


class MatrixCell(Strict):
    """What fits one class the first, second or third time: measures, and for each how long, and when it ends.

    It lasts `at_least` and `at_most` so long, `usual` where nobody says otherwise; `ends_when` is the condition under
    which one without a last day ends.
    """

    measures: tuple[Name, ...]
    at_least: dict[Name, Term] = {}
    usual: dict[Name, Term] = {}
    at_most: dict[Name, Term] = {}
    ends_when: dict[Name, Label] = {}

    @property
    def named(self) -> tuple[str, ...]:
        """Return every measure that the cell speaks of."""
        return (*self.measures, *self.at_least, *self.usual, *self.at_most, *self.ends_when)


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
