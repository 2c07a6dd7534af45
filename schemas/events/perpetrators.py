"""Who did it, as a person confirmed it; and in the stream of an identity, the cases in which he did."""

from datetime import date

from schemas.base import Criminal
from schemas.events.base import Event
from schemas.report import Perpetrator


class PerpetratorIdentified(Event):
    """A person confirmed who did it; `number` counts these steps in the case."""

    number: int
    perpetrator: Criminal[Perpetrator | None] = None
    born: Criminal[date | None] = None
    fingerprint: Criminal[str] = ""
    why: Criminal[str] = ""


class PerpetratorsMerged(Event):
    """Two names are those of one person; with `undone` they are not after all."""

    number: int
    undone: bool = False
    name: Criminal[str] = ""
    fingerprints: Criminal[tuple[str, ...]] = ()
    why: Criminal[str] = ""


class PerpetratorCleared(Event):
    """Nothing links this identity to the case any more."""

    number: int
    fingerprint: Criminal[str] = ""
    why: Criminal[str] = ""


class CaseLinked(Event):
    """In the stream of an identity: a case in which a person confirmed it."""

    case: str


class CaseUnlinked(Event):
    """In the stream of an identity: it was cleared in that case."""

    case: str


class IdentityJoined(Event):
    """In the stream of an identity: it is the same as another one."""

    other: str


class IdentityParted(Event):
    """In the stream of an identity: it is not the same as the other one after all."""

    other: str
