"""What happens in a meeting whose log is kept."""

from schemas.base import Criminal, Moment, Personal
from schemas.events.base import Event


class MeetingOpened(Event):
    """The log of a meeting began."""

    reference: str
    body: str
    place: str = ""
    livestream: bool = False


class MeetingSuspended(Event):
    """The meeting was suspended, as it was disturbed; `number` counts the suspensions."""

    number: int
    at: Moment
    why: Criminal[str] = ""


class PoliceCalled(Event):
    """The police was called to the meeting."""

    at: Moment
    reference: Personal[str] = ""


class PhysicalAggressionRecorded(Event):
    """A participant or a visitor was attacked."""

    at: Moment
    account: Criminal[str] = ""


class PhysicalMeasureRecorded(Event):
    """Somebody used his hands, to free or protect who was attacked."""

    at: Moment
    account: Criminal[str] = ""


class LivestreamStopped(Event):
    """The broadcast was stopped."""

    at: Moment


class MeetingResumed(Event):
    """The meeting went on."""

    at: Moment


class MeetingClosed(Event):
    """The meeting was over."""

    at: Moment


class AangifteDecided(Event):
    """The chair decided whether an aangifte is filed of the disturbance; `consulted` are roles."""

    file: bool
    consulted: tuple[str, ...] = ()
    why: Criminal[str] = ""
