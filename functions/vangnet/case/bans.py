"""What the legal basis of a ban settles: who decides it, for how long at most, and how the other side is heard.

The protocol stands above the law's table: no ban of buildings without the decision of the office that the document
names, or who acts for it (AP-5.2.7).
"""

from dataclasses import dataclass

URGENT = frozenset({"urgent"})
ANY_GROUND = frozenset({"not_addressable", "unknown", "urgent", "invited_no_reply"})


@dataclass(frozen=True)
class Basis:
    """One legal basis: its decider (None: whom the document names), its maximum in months, grounds not to hear."""

    decider: str | None = None
    months_max: int | None = None
    grounds: frozenset[str] = ANY_GROUND
    besluit: bool = True


BASES: dict[str, Basis] = {
    "huisrecht": Basis(besluit=False),
    # Awb 4:11: only where speed asks for it, where he was heard before, or where notice would defeat the purpose.
    "gemeentewet_26": Basis(decider="council_chair", months_max=3, grounds=URGENT),
    "gemeentewet_172_3": Basis(grounds=URGENT),
    "gemeentewet_172a": Basis(months_max=3, grounds=URGENT),
    "apv": Basis(grounds=URGENT),
    "court": Basis(besluit=False),
}
