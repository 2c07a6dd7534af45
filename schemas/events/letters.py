"""Letters to the perpetrator: that one was sent, and with what proof."""

from datetime import date

from schemas.base import Criminal, Personal
from schemas.events.base import Event


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
