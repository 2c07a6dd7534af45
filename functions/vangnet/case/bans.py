"""What the legal basis of a ban settles: who decides it, for how long at most, and how the other side is heard.

The protocol stands above the law's table: no ban of buildings without the decision of the office that the document
names, or who acts for it (AP-5.2.7).
"""

from dataclasses import dataclass
from typing import Literal, get_args

from schemas.words import HearingGround
from vangnet.protocol.questions import Protocol

DEFAULT_BASIS = "huisrecht"
Character = Literal["civil", "besluit", "judgment"]

URGENT = "urgent"
ANY_GROUND: frozenset[str] = frozenset(get_args(HearingGround))
# Awb 4:11, a to c; who was invited and did not answer had his chance (Awb 4:8).
OF_A_BESLUIT = frozenset({"urgent", "heard_before", "needs_surprise", "invited_no_reply"})


@dataclass(frozen=True)
class Basis:
    """One legal basis: its character and its limits; who decides under it the document says.

    `months_max` is None where the law names no number (a by-law's own stands in the municipality's file), and
    `extensions_max` where it does not count them; `facts_min` is how many facts there must be at least. `grounds` are
    those on which hearing him may be left out.
    """

    character: Character = "besluit"
    months_max: int | None = None
    extensions_max: int | None = None
    facts_min: int = 1
    grounds: frozenset[str] = OF_A_BESLUIT

    @property
    def besluit(self) -> bool:
        """Tell whether it is a decision under the Awb, against which one can object."""
        return self.character == "besluit"


# Letters add their words to these rows, and nothing else says what a basis allows.
BASES: dict[str, Basis] = {
    "huisrecht": Basis(character="civil", grounds=ANY_GROUND),
    "gemeentewet_26": Basis(months_max=3, facts_min=2),
    "gemeentewet_172_3": Basis(),
    "gemeentewet_172a": Basis(months_max=3, extensions_max=3),
    "apv": Basis(),
    "court": Basis(character="judgment", grounds=ANY_GROUND),
}


def deciding_role(protocol: Protocol, measure: str, legal_basis: str | None) -> str | None:
    """Return the role that decides a measure, by its legal basis where the document says so; None is the handler."""
    row = protocol.document.measures.get(measure)
    own = {str(basis): role for basis, role in row.decider_for.items()} if row else {}
    return own.get(legal_basis or "") or (row.decider if row else None)
