"""Letters to the perpetrator: that one was sent, and with what proof."""

from datetime import date
from typing import Any

from schemas.base import Criminal, Personal
from schemas.events.base import Event
from schemas.report import Evidence


class LetterMade(Event):
    """A letter was made: `content` is all that it says (`schemas.letters`), so that it can be made again as it was.

    `number` is the measure that it is about; `draft` says that it is no decision yet.
    """

    made: str
    letter: str
    number: str | None = None
    draft: bool = False
    content: Criminal[dict[str, Any]] = {}


class LetterKept(Event):
    """The letter as a file, sealed like evidence; its hash is that of the PDF."""

    made: str
    file: Criminal[Evidence | None] = None


class LetterNotKept(Event):
    """The letter could not be made a file: the field or template that stands in the way, and what to do about it."""

    made: str
    where: str
    what: Criminal[str] = ""


class LetterSent(Event):
    """A letter went out; `number` is the measure that it is about, days are days in Amsterdam.

    `delivered_on` is when it counts as received: the recorded receipt, else the day that the document takes it to be.
    `chosen_on` is when the addressee expressly chose to get letters of this kind electronically.
    """

    letter: str
    by: str
    sent_on: date
    delivered_on: date
    number: str | None = None
    received_on: date | None = None
    chosen_on: date | None = None
    how_chosen: Personal[str] = ""
    proof: Criminal[str] = ""


class HearingReceived(Event):
    """Who was invited answered by his link; it is a hearing once the handler confirms it. `receipt` is his number."""

    made: str
    form: str
    receipt: str
    account: Criminal[str] = ""
    reach_me: Personal[str] = ""
