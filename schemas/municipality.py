"""The municipality: its people, who holds which role and stands in for whom, its buildings, contacts and looks."""

from datetime import date
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from schemas.base import Label, Language, Moment, Name, Strict
from schemas.channels import GATEWAYS_MAX, Gateway, Heartbeat, MailIn, Relay
from schemas.letterhead import LetterSettings

ADDRESS_LENGTH_MAX = 50  # An alarm's SMS holds its words, the reference and the whole link in one segment of 160.


def is_number(text: str) -> bool:
    """Tell whether a text is a telephone number as networks write it: a plus, the country, and a length it can have."""
    import phonenumbers  # The numbering plans take 30 ms to load, and only who loads a configuration needs them.

    try:
        parsed = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return False
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return phonenumbers.is_possible_number(parsed) and written == text


class Person(Strict):
    """Somebody who can report or act; at most one office, any roles by `Holders`; `former` who held the office."""

    name: str
    office: Name | None = None
    email: str
    mobile: str
    language: Language = "nl"
    verified_on: date | None = None
    related_to: tuple[Name, ...] = ()
    former: bool = False

    @field_validator("mobile", "email")
    @classmethod
    def _a_contact_that_can_be_used(cls, value: str, info: Any) -> str:
        if info.field_name == "mobile" and not is_number(value):
            raise ValueError(f"'{value}' is no mobile number; write it with its country: '+31612345678'")
        if info.field_name == "email" and ("@" not in value or " " in value):
            raise ValueError(f"'{value}' is no e-mail address; write 'name@municipality.nl'")
        return value


class Holders(Strict):
    """Who holds a role, and who stands in, in that order."""

    holders: tuple[Name, ...]
    deputies: tuple[Name, ...] = ()


class Absence(Strict):
    """Somebody is away from one moment until another, both UTC inside."""

    person: Name
    since: Moment
    until: Moment

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.until <= self.since:
            raise ValueError("'until' must be later than 'since'")
        return self


class Building(Strict):
    """A building of the municipality."""

    label: Label
    address: str | None = None


class OfficeHours(Strict):
    """When the town hall is open, by the Amsterdam clock; weekdays as numbers, Monday is 1."""

    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    since: str = "08:30"
    until: str = "17:00"


class Looks(Strict):
    """The municipality's own look: a logo (a data or relative address) and its colours, as #rrggbb."""

    logo: str | None = None
    action: str = "#154273"
    text: str = "#1b1b1b"
    background: str = "#ffffff"


class Municipality(Strict):
    """One municipality; `example` marks a demonstration, which alone may run without real sign-in.

    Of `gateways` the first is tried first, and the next when it fails. `protocols` names, by office, the document of
    offices that have one of their own; the register, the people and who holds which role are shared.
    """

    name: str
    example: bool = False
    languages: tuple[Language, ...] = ("nl", "en")
    address: str = "http://127.0.0.1:8000"
    mail_to: str | None = None
    people: dict[Name, Person]
    holders: dict[Name, Holders]
    nobody_left: tuple[Name, ...]
    absences: tuple[Absence, ...] = ()
    buildings: dict[Name, Building] = {}
    services: dict[Name, Label] = {}
    office_hours: OfficeHours = OfficeHours()
    looks: Looks = Looks()
    letters: LetterSettings | None = None
    contacts_verified_on: date | None = None
    terms_begin: tuple[date, ...] = ()
    relay: Relay | None = None
    gateways: tuple[Gateway, ...] = Field(default=(), max_length=GATEWAYS_MAX)
    heartbeat: Heartbeat | None = None
    mail_in: MailIn = MailIn()
    protocols: dict[Name, str] = {}
