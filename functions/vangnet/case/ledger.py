"""The ledger of a case: what each item of damage costs, what was paid, claimed, recovered and left, in euro cents.

Always: 0 <= paid <= cents, 0 <= recovered <= claimed <= cents, recovered + left <= cents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

PAID_FIRST = frozenset({"material", "cost", "home_security"})  # What the organisation pays ahead (AP-5.4.11).


@dataclass(frozen=True)
class LedgerItem:
    """One item; `cents` is None while nobody knows the amount. `since` and `changed_at` are UTC."""

    item: str
    kind: str
    cents: int | None
    since: datetime
    paid: int = 0
    claimed: int = 0
    recovered: int = 0
    left: int = 0
    changed_at: datetime | None = None
    changed_by: str = ""
    told_by: str = ""  # Who recorded it first.

    @property
    def amount(self) -> int:
        """Return what it costs, as far as that is known."""
        return self.cents or 0

    @property
    def to_pay(self) -> int:
        """Return what the municipality has still to pay ahead."""
        return self.amount - self.paid if self.kind in PAID_FIRST else 0

    @property
    def to_claim(self) -> int:
        """Return what was neither claimed nor left."""
        return max(0, self.amount - self.claimed - self.left)

    @property
    def claim_open(self) -> int:
        """Return what was claimed and neither came back nor was left."""
        return min(self.claimed - self.recovered, self.open)

    @property
    def open(self) -> int:
        """Return what neither came back nor was left."""
        return self.amount - self.recovered - self.left

    @property
    def unpaid(self) -> bool:
        """Tell whether something is still to be paid ahead, or its amount still to be found out."""
        return self.kind in PAID_FIRST and (self.cents is None or self.to_pay > 0)

    @property
    def unclaimed(self) -> bool:
        """Tell whether nobody claimed or left a part of it, or its amount is still to be found out."""
        return self.cents is None or self.to_claim > 0


@dataclass(frozen=True)
class Totals:
    """The sums of a ledger, in euro cents."""

    cents: int
    paid: int
    claimed: int
    recovered: int
    left: int
    open: int
    to_pay: int


def totals(items: Iterable[LedgerItem]) -> Totals:
    """Return the sums of these items."""
    found = tuple(items)
    return Totals(
        cents=sum(one.amount for one in found),
        paid=sum(one.paid for one in found),
        claimed=sum(one.claimed for one in found),
        recovered=sum(one.recovered for one in found),
        left=sum(one.left for one in found),
        open=sum(one.open for one in found),
        to_pay=sum(one.to_pay for one in found),
    )


def named(item: str) -> str:
    """Return how an item is found again: without capitals and needless spaces."""
    return " ".join(item.casefold().split())
