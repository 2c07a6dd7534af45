"""What the labour inspectorate is told of an injury: on which ground, what of it, and with whose agreement.

- The law asks it of the employer: of who works under its authority, for the injuries that it names (Arbowet 9).
- The protocol asks more (AP-5.4.9): of office-holders too, and of every serious injury. Then it is health data told
  beyond the law, and who was harmed is asked first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from vangnet.case.people import office_concerned

if TYPE_CHECKING:
    from vangnet.case.facts import Context
    from vangnet.case.state import DutyItem

PURPOSE = "inspectorate"
Ground = Literal["legal", "protocol_only"]
Agreement = Literal["not_needed", "open", "given", "refused"]


@dataclass(frozen=True)
class InjuryToTell:
    """A serious injury, since when it is known (UTC), of whom, on which ground it is told, and whether he agrees.

    `person` is empty where the case does not say which of several was injured.
    """

    injury: str
    known_at: datetime
    person: str
    ground: Ground
    agreement: Agreement

    @property
    def named(self) -> bool:
        """Tell whether the person and the injury are named to the inspectorate: by law, or as he agreed."""
        return self.agreement in {"not_needed", "given"}


def injuries_to_tell(ctx: Context) -> tuple[InjuryToTell, ...]:
    """Return every serious injury of the case, the first that was known first."""
    people = [one.key for one in ctx.case.harmed if one.body is None]
    found = []
    for (injury, known_at), said in zip(ctx.case.injuries, ctx.case.injured, strict=True):
        person = said if said in people else people[0] if len(people) == 1 else ""
        if ctx.protocol.serious(injury):
            ground = _ground(ctx, injury, person)
            found.append(InjuryToTell(injury, known_at, person, ground, _agreement(ctx, person, ground)))
    return tuple(found)


def _ground(ctx: Context, injury: str, person: str) -> Ground:
    row = ctx.protocol.document.inspectorate
    one = next((one for one in ctx.case.harmed if one.key == person), None)
    office = office_concerned(ctx, one) if one and not one.family_of else None
    legal = row and injury in row.by_law.injuries and office in row.by_law.offices
    return "legal" if legal else "protocol_only"


def _agreement(ctx: Context, person: str, ground: Ground) -> Agreement:
    if ground == "legal":
        return "not_needed"
    said = ctx.case.police.consents.get((person, PURPOSE))
    if said is None:
        return "open"
    return "given" if said.holds else "refused"


def of_inspectorate(ctx: Context, duty: DutyItem) -> bool:
    """Tell whether a duty is the one to warn the inspectorate."""
    row = ctx.protocol.document.inspectorate
    return row is not None and row.duty == duty.name


def asked_for_agreement(ctx: Context) -> tuple[str, ...]:
    """Return who is asked whether the inspectorate may hear of his injury, and did not answer yet."""
    found = (one.person for one in injuries_to_tell(ctx) if one.agreement == "open" and one.person)
    return tuple(dict.fromkeys(found))


def refused_by(ctx: Context) -> tuple[str, ...]:
    """Return who does not agree, where only the protocol asks for the report."""
    return tuple(dict.fromkeys(one.person for one in injuries_to_tell(ctx) if one.agreement == "refused"))
