"""The ledger of damage of a case, in whole euro cents."""

from schemas.base import Personal
from schemas.events.base import Event


class DamageRecorded(Event):
    """An item of damage has this amount from now on."""

    kind: str
    cents: int
    item: Personal[str] = ""
    why: Personal[str] = ""


class DamagePaidOut(Event):
    """The municipality paid this much of an item, ahead of whoever did it (AP-5.4.11)."""

    cents: int
    item: Personal[str] = ""
    why: Personal[str] = ""


class DamageClaimed(Event):
    """This much of an item was claimed from whoever did it: by letter, in the criminal case or in court."""

    cents: int
    route: str
    item: Personal[str] = ""
    why: Personal[str] = ""
    college_decision: Personal[str] = ""


class DamageRecovered(Event):
    """This much of an item came back."""

    cents: int
    item: Personal[str] = ""
    why: Personal[str] = ""


class DamageLeft(Event):
    """This much of an item is not recovered any more, and why (AP-5.4.2)."""

    cents: int
    item: Personal[str] = ""
    why: Personal[str] = ""
