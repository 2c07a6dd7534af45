"""The alarm that ends when a person acknowledges it, and what is told without an alarm."""

from typing import Literal

from schemas.base import Label, Name, Strict, Term
from schemas.words import MessageChannel, Outcome


class ChainLink(Strict):
    """One link of an alarm's chain: roles or places, or with `deputy` who stands in for them next."""

    who: tuple[Name, ...]
    deputy: bool = False


class Again(Strict):
    """How often an alarm that nobody acknowledged is tried again, and for how long; without `during`, for ever."""

    every: Term
    during: Term | None = None


class Alarm(Strict):
    """When an alarm goes out, along which chain, how often again, and when it counts as acknowledged."""

    rule: str | None = None
    classes: tuple[Name, ...] = ()
    urgent: bool = True
    channels: tuple[MessageChannel, ...] = ("sms", "mail")
    chain: tuple[ChainLink, ...]
    talk_chain: tuple[ChainLink, ...] = ()
    visit_chain: tuple[ChainLink, ...] = ()
    link: Term
    again: tuple[Again, ...] = ()
    acknowledged_by: Literal["any", "each"] = "any"
    reporter_told_after: Term | None = None
    returns_with: Name | None = None


class Notice(Strict):
    """Who is told of a report, at once or where `daytime` from the morning on, by which channels.

    With `on_consent` only once everybody harmed agrees that others hear of it.
    """

    rule: str | None = None
    outcome: Outcome = "case"
    to: Name
    channels: tuple[MessageChannel, ...] = ("mail",)
    unless_alarmed: bool = False
    daytime: tuple[MessageChannel, ...] = ()
    on_consent: bool = False


class Daytime(Strict):
    """The hours, by the Amsterdam clock, in which a telephone may sound for what is not urgent."""

    since: str = "08:00"
    until: str = "22:00"


class HelpSituation(Strict):
    """What to do now, in one place and time: in or out of the town hall, in or out of office hours."""

    rule: str | None = None
    place: Literal["town_hall", "elsewhere", "any"] = "any"
    hours: Literal["office", "outside", "any"] = "any"
    title: Label
    steps: tuple[Label, ...]


class Contact(Strict):
    """Somebody to call, with a number that a telephone can dial, and the `fallback` where nobody answers it."""

    label: Label
    phone: str
    fallback: str | None = None
    kind: Literal["emergency", "police", "help"] = "help"
    rule: str | None = None
    hours: Label | None = None
