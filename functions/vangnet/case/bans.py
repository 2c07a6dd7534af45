"""What the legal basis of a ban settles: who decides it, for how long at most, and how the other side is heard.

The protocol stands above the law's table: no ban of buildings without the decision of the office that the document
names, or who acts for it (AP-5.2.7).
"""

from dataclasses import dataclass
from typing import get_args

from schemas.words import HearingGround

DEFAULT_BASIS = "huisrecht"
URGENT = "urgent"
ANY_GROUND: frozenset[str] = frozenset(get_args(HearingGround))
# Awb 4:11, a to c; who was invited and did not answer had his chance (Awb 4:8).
OF_A_BESLUIT = frozenset({"urgent", "heard_before", "needs_surprise", "invited_no_reply"})


@dataclass(frozen=True)
class Basis:
    """One legal basis: its decider (None: whom the document names), how long, how often, grounds not to hear."""

    decider: str | None = None
    months_max: int | None = None
    extensions_max: int | None = None
    grounds: frozenset[str] = ANY_GROUND
    besluit: bool = True


BASES: dict[str, Basis] = {
    "huisrecht": Basis(besluit=False),
    "gemeentewet_26": Basis(decider="council_chair", months_max=3, grounds=OF_A_BESLUIT),
    "gemeentewet_172_3": Basis(grounds=OF_A_BESLUIT),
    "gemeentewet_172a": Basis(months_max=3, extensions_max=3, grounds=OF_A_BESLUIT),
    "apv": Basis(grounds=OF_A_BESLUIT),
    "court": Basis(besluit=False),
}
