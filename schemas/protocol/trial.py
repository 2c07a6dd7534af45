"""The trial alarm in a document: how often, whom it rings, how long they have, and who hears how it went."""

from typing import Literal

from schemas.base import Name, Strict, Term
from schemas.words import MessageChannel


class TrialAlarm(Strict):
    """An alarm that is none: everybody who may be alarmed answers it with one tap.

    With `months` one begins by itself, on the first working day of every so many months, counted from January, `at`
    that time (Amsterdam); without it one begins only when somebody begins it. Without `people` everybody is asked who
    fills a role at work.
    """

    months: Literal[1, 2, 3, 4, 6, 12] | None = None
    at: str = "10:00"
    people: tuple[Name, ...] = ()
    channels: tuple[MessageChannel, ...] = ("sms", "mail")
    answered_within: Term = "1 day"
    report_to: tuple[Name, ...]
    kept_for: Term = "1 year"
