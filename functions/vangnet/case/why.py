"""Why a measure: what was weighed when it was decided, or is weighed now where it is only proposed (AP-2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vangnet.case.facts import Context
from vangnet.case.matrix import matrix_advice, too_long
from vangnet.case.response_items import MeasureItem

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol.measures import MatrixCell

PROPOSED = "proposal"


@dataclass(frozen=True)
class Weighed:
    """What the matrix says of a measure: its version, how many earlier cases count, the cell; and what departs."""

    version: str
    earlier: int
    cell: MatrixCell | None
    advised: bool
    longer: bool

    @property
    def departs(self) -> bool:
        """Tell whether it is another measure than was advised, or lasts longer than the matrix allows."""
        return self.longer or not self.advised


def measure_of(ctx: Context, name: str) -> MeasureItem | None:
    """Return a measure of the case by its id, or the ban that is proposed."""
    return ctx.case.proposal if name == PROPOSED else ctx.case.measures.get(name)


def weighed(ctx: Context, item: MeasureItem) -> Weighed:
    """Return what was weighed; of a decision the count and the version are those that it was decided on."""
    matrix = ctx.protocol.document.matrix
    now = matrix_advice(ctx)
    decided = item.id != PROPOSED
    earlier = item.earlier if decided else (now.earlier if now else 0)
    row = matrix.rows.get(ctx.case.classed) if matrix else None
    return Weighed(
        version=item.matrix if decided else (now.version if now else ""),
        earlier=earlier,
        cell=row[min(earlier, len(row) - 1)] if row else None,
        advised=item.measure in ctx.case.advised,
        longer=too_long(ctx, item.measure, item.starts_on, item.ends_on),
    )
