"""Who did it, as a person confirmed it; and the cases of an identity."""

from typing import Any

from schemas.events import perpetrators as e
from schemas.events.base import Envelope
from vangnet.case.changing import replace
from vangnet.case.response_items import Identity
from vangnet.case.state import Case


def _identified(case: Case, event: e.PerpetratorIdentified, envelope: Envelope) -> Case:
    if event.perpetrator is None:  # Wiped with the rest of the case.
        return replace(case, identity_steps=event.number)
    found = Identity(event.fingerprint, event.perpetrator, event.born, envelope.at)
    identities = {**case.identities, event.fingerprint: found}
    return replace(case, identities=identities, identity_steps=event.number)


def _merged(case: Case, event: e.PerpetratorsMerged, envelope: Envelope) -> Case:
    mine = case.identities.get(event.fingerprints[0]) if event.fingerprints else None
    if mine is None:
        return replace(case, identity_steps=event.number)
    others = tuple(name for name in mine.aliases if name != event.name)
    known = replace(mine, aliases=others if event.undone else (*others, event.name))
    return replace(case, identities={**case.identities, mine.fingerprint: known}, identity_steps=event.number)


def _cleared(case: Case, event: e.PerpetratorCleared, envelope: Envelope) -> Case:
    left = {name: one for name, one in case.identities.items() if name != event.fingerprint}
    return replace(case, identities=left, identity_steps=event.number)


def _linked(case: Case, event: e.CaseLinked, envelope: Envelope) -> Case:
    return replace(case, kind="perpetrator", linked=tuple(dict.fromkeys((*case.linked, event.case))))


def _unlinked(case: Case, event: e.CaseUnlinked, envelope: Envelope) -> Case:
    return replace(case, kind="perpetrator", linked=tuple(one for one in case.linked if one != event.case))


def _joined(case: Case, event: e.IdentityJoined, envelope: Envelope) -> Case:
    return replace(case, kind="perpetrator", joined=case.joined | {event.other})


def _parted(case: Case, event: e.IdentityParted, envelope: Envelope) -> Case:
    return replace(case, kind="perpetrator", joined=case.joined - {event.other})


STEPS: dict[type, Any] = {
    e.PerpetratorIdentified: _identified,
    e.PerpetratorsMerged: _merged,
    e.PerpetratorCleared: _cleared,
    e.CaseLinked: _linked,
    e.CaseUnlinked: _unlinked,
    e.IdentityJoined: _joined,
    e.IdentityParted: _parted,
}
