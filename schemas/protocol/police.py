"""Police and prosecution in a document: offences by article, the driehoek's agenda, who has a home secured."""

from typing import Literal

from schemas.base import Label, Name, Strict

Complaint = Literal["never", "always", "private"]


class Offence(Strict):
    """An offence by its article, with the longest sentence as the law has it, where the document says it.

    `complaint` says whether the public prosecutor needs a complaint (klacht) of the victim himself: never, always, or
    only of who is not in public office. `kinds` are the kinds of behaviour for which it is proposed.
    """

    label: Label
    article: str
    longest: Label | None = None
    complaint: Complaint = "never"
    kinds: tuple[Name, ...] = ()


class Aangifte(Strict):
    """The offences that an aangifte can name; `in_office` are the offices that the law counts as public office.

    With `needs_consent: false` the municipality files whether or not who is harmed consents.
    """

    rule: str | None = None
    offences: dict[Name, Offence]
    in_office: tuple[Name, ...] = ()
    needs_consent: bool = True


class Triangle(Strict):
    """The agenda of the driehoek: the cases in which this duty is open, for these roles."""

    rule: str | None = None
    duty: Name
    shown_to: tuple[Name, ...]


class DamageRow(Strict):
    """The ledger of damage: whose homes the state's rules secure, and who reads what is open over all cases."""

    rule: str | None = None
    home_security_for: tuple[Name, ...] = ()
    shown_to: tuple[Name, ...] = ()
