"""Objections, complaints and requests to erase: received with what their terms make of them, put off, decided."""

from datetime import date

from schemas.base import Criminal, Personal
from schemas.events.base import Event


class ObjectionReceived(Event):
    """An objection came in; `last_day` is that of its term, None where the measure was not sent yet."""

    number: str
    measure: str
    received_on: date
    in_time: bool
    besluit: bool
    posted_on: date | None = None
    last_day: date | None = None
    committee: bool = False


class ObjectionDecided(Event):
    """It was decided."""

    number: str
    decision: str
    decided_on: date
    decided_by: Personal[str] = ""
    heard_by: Personal[str] = ""
    why_not_heard: Criminal[str] = ""
    why: Criminal[str] = ""


class ComplaintReceived(Event):
    """A complaint came in."""

    number: str
    received_on: date
    committee: bool = False
    account: Criminal[str] = ""


class ComplaintDecided(Event):
    """It was decided."""

    number: str
    decision: str
    decided_on: date
    handled_by: Personal[str] = ""
    why: Criminal[str] = ""


class ErasureAsked(Event):
    """Somebody asked to be forgotten."""

    number: str
    received_on: date
    account: Criminal[str] = ""


class ErasureDecided(Event):
    """It was decided; granted, what identifies people in the case is wiped."""

    number: str
    decision: str
    decided_on: date
    why: Criminal[str] = ""


class DecisionPostponed(Event):
    """The decision is put off until that day, and he was told so."""

    number: str
    until: date
    told_on: date
    why: Criminal[str] = ""
