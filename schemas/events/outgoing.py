"""Messages that leave the house: drafted, aligned, approved or withdrawn."""

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class MessageDrafted(Event):
    """Somebody wrote a message for outside, and said which subjects it touches."""

    message: str
    to: str
    text: Criminal[str] = ""
    mentions: Personal[tuple[str, ...]] = ()


class MessageAligned(Event):
    """A message was aligned with the prosecution's press office."""

    message: str
    aligned_at: Moment
    with_whom: Personal[str] = ""
    outcome: Criminal[str] = ""


class MessageApproved(Event):
    """The spokesperson let a message go out; `despite` are the words in it that he was shown to look at first."""

    message: str
    despite: Criminal[tuple[str, ...]] = ()


class MessageWithdrawn(Event):
    """A message that was not approved will not go out."""

    message: str
    why: Personal[str] = ""
