"""Events that keep the house in order: messages, absences, signals found again, counts, and how far was followed."""

from typing import Any

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class MessageQueued(Event):
    """A message is to go out, not before `send_at`; its words are made when it is sent, from `template`.

    `params` hold nothing personal: names of duties, links of a chain, counts, references.
    """

    message: str
    channel: str
    template: str
    send_at: Moment
    urgent: bool = False
    alarm: str | None = None
    link: int | None = None
    mentions: tuple[str, ...] = ()
    params: dict[str, Any] = {}
    to: Personal[str] = ""


class MessageSent(Event):
    """The message was handed to its channel, which took it: by which provider, and under which id."""

    message: str
    via: str = ""
    receipt: str = ""
    receipt_due: Moment | None = None


class MessageFailed(Event):
    """The channel refused the message; it is tried again at `again_at`, or given up if there is none."""

    message: str
    tries: int
    again_at: Moment | None = None
    why: str = ""
    permanent: bool = False


class MessageDelivered(Event):
    """The provider says that the message reached the telephone or mailbox; whether a person read it nobody knows."""

    message: str


class MessageLost(Event):
    """A message that was taken did not arrive: it bounced, or its receipt says so, or never came."""

    message: str
    why: str
    again_at: Moment | None = None


class TestAsked(Event):
    """Somebody asked for a message by each channel, to prove that a person can be reached."""

    person: Personal[str] = ""


class ClockStoodStill(Event):
    """Nothing that time brings was done for a while; what was due then was done afterwards."""

    since: Moment
    until: Moment


class MessageDropped(Event):
    """The message is no longer needed, and was not sent."""

    message: str


class Followed(Event):
    """Everything that follows from the events up to this version has been stored."""

    upto: int


class AwaySet(Event):
    """Somebody is away for a time."""

    since: Moment
    until: Moment
    person: Personal[str] = ""


class SignalSeen(Event):
    """A signal of this perpetrator came in; the stream is the perpetrator's, by keyed hash."""

    signal: str
    filed_at: Moment


class PatternFound(Event):
    """So many signals of one perpetrator came within the time that the document names."""

    signals: tuple[str, ...]


class Counted(Event):
    """A report that is no case was counted for the weekly mail."""

    outcome: str
    reference: str
    office: str
    filed_at: Moment


class DigestSent(Event):
    """The weekly mail with what was counted up to here was queued."""

    upto: int
    counts: dict[str, Any] = {}


class DocumentKept(Event):
    """A protocol document came into force; it is kept whole, for the cases that begin under it."""

    name: str
    texts: dict[str, str]


class Looked(Event):
    """Somebody looked at these parts of a stream."""

    parts: tuple[str, ...]
    seen: str
    person: Criminal[str] = ""
