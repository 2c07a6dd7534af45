"""Police and prosecution: told, consented, filed, asked, prosecuted, secured; and the file that was made for it."""

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class PoliceNotified(Event):
    """The police was told of what happened, apart from any aangifte; `reference` is the police's own."""

    notified_at: Moment
    reference: Criminal[str] = ""


class ConsentGiven(Event):
    """A person harmed agrees to this."""

    to: str
    person: Personal[str] = ""
    scope: Personal[str] = ""


class ConsentRefused(Event):
    """A person harmed does not agree to this; he can still do so later."""

    to: str
    person: Personal[str] = ""
    scope: Personal[str] = ""


class ConsentWithdrawn(Event):
    """A person harmed no longer agrees to this."""

    to: str
    person: Personal[str] = ""


class AangifteFiled(Event):
    """An aangifte was filed, for these people and offences; the last five fields are its checklist."""

    filed_at: Moment
    reference: Criminal[str] = ""
    offences: Criminal[tuple[str, ...]] = ()
    persons: Personal[tuple[str, ...]] = ()
    domicile_town_hall: bool | None = None
    under_number: bool | None = None
    vpt_code: bool | None = None
    wants_information: bool | None = None
    wants_damages: bool | None = None


class ProsecutionRecorded(Event):
    """The prosecution stands elsewhere now; what came of it is sealed."""

    state: Criminal[str] = ""
    happened_at: Moment
    result: Criminal[str] = ""


class PoliceAsked(Event):
    """The police asks something of a person harmed."""

    asked_at: Moment
    with_whom: str = ""
    person: Personal[str] = ""
    what: Criminal[str] = ""


class Consulted(Event):
    """The prosecution, the NCTV, the driehoek or another was consulted, and what came of it."""

    with_whom: str
    held_at: Moment
    outcome: Criminal[str] = ""


class SecurityMeasureRecorded(Event):
    """Somebody outside the municipality decided to protect a person, or the burgemeester an object."""

    decided_by: str
    object: bool
    measure: Criminal[str] = ""


class PoliceFileMade(Event):
    """The file for the police was made, and given to who asked; its hash is of the ZIP."""

    sha256: str
    files: int
