"""Events of mails that came in: received, waiting to be read, taken as a report, set aside; and of their queue."""

from typing import Literal

from schemas.base import Criminal, Personal, Strict
from schemas.events.base import Event
from schemas.report import Evidence, Forwarded, Harmed

# What becomes of a mail by itself: a report, a place in the queue, or nothing, as a program sent it.
MailWay = Literal["report", "queue", "automatic"]


class Proof(Strict):
    """Whether a message that was passed on was signed by its sender's domain, with the key as it was found."""

    domain: str
    selector: str
    result: str
    key: str = ""


class MailReceived(Event):
    """A mail was stored as it came in, with what was read in it; `why` says why it is no report of a known person."""

    reference: str
    way: MailWay
    why: str = ""
    report: str = ""
    classed: str = ""
    alarming: bool = False
    answered: str = ""
    broken: tuple[str, ...] = ()
    person: Personal[str] = ""
    authentic: Personal[str] = ""
    sender: Criminal[str] = ""
    sender_name: Criminal[str] = ""
    subject: Criminal[str] = ""
    message_id: Personal[str] = ""
    text: Criminal[str] = ""
    account: Criminal[str] = ""
    forwarded: Criminal[tuple[Forwarded, ...]] = ()
    evidence: Criminal[tuple[Evidence, ...]] = ()
    proofs: Criminal[tuple[Proof, ...]] = ()


class MailShown(Event):
    """These people were alarmed about the mail, so they may read and take it."""

    people: Personal[tuple[str, ...]] = ()


class MailTaken(Event):
    """A person took the mail as a report for somebody."""

    report: str
    harmed: Personal[tuple[Harmed, ...]] = ()


class MailSetAside(Event):
    """A person decided that nothing is done with the mail."""

    why: Criminal[str] = ""


class MailWaits(Event):
    """A mail joined the queue; an alarming one does not wait for the next notice."""

    mail: str
    alarming: bool = False


class MailLeft(Event):
    """A mail was taken or set aside, so it waits no longer."""

    mail: str
    person: Personal[str] = ""


class QueueTold(Event):
    """Whoever reads the queue was told of the mails that joined it since the last time."""

    mails: tuple[str, ...]
