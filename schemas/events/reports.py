"""Events of a report: filed, raised to a case, its class confirmed, wiped; and of what goes with it."""

from schemas.base import Criminal, Health, Moment, Personal
from schemas.events.base import Event
from schemas.events.mail import Proof
from schemas.report import Damage, Evidence, Forwarded, Harmed, Perpetrator
from schemas.words import Outcome


class ClassReason(Event):
    """Why a class was suggested: the rule, and the words of the text."""

    rule: str
    quote: str


class ReportFiled(Event):
    """A report came in, with its class and outcome as computed before it was stored.

    `by_mail` names the mail that it was made of; `forwarded` are the messages that were passed on in it.
    """

    reference: str
    outcome: Outcome
    classed: str
    suggested: str
    offices: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    channel: str
    target: str | None = None
    day: str
    urgent: bool = False
    addressed: bool | None = None
    stopped: bool | None = None
    persists: bool = False
    by_mail: str = ""
    report_to: str | None = None
    reporter: Personal[str] = ""
    harmed: Personal[tuple[Harmed, ...]] = ()
    happened_at: Personal[Moment | None] = None
    account: Criminal[str | None] = None
    forwarded: Criminal[tuple[Forwarded, ...]] = ()
    place: Personal[str | None] = None
    perpetrators: Criminal[tuple[Perpetrator, ...]] = ()
    fingerprints: Criminal[tuple[str, ...]] = ()
    aim: Criminal[str | None] = None
    decision_at_stake: Criminal[str | bool | None] = None
    injury: Health[str | None] = None
    damage: Personal[tuple[Damage, ...]] = ()
    evidence: Criminal[tuple[Evidence, ...]] = ()
    proofs: Criminal[tuple[Proof, ...]] = ()
    reasons: Criminal[tuple[ClassReason, ...]] = ()


class OutcomeRaised(Event):
    """What was guidance or a signal became a case."""

    outcome: Outcome
    why: Criminal[str | None] = None


class OutcomeSettled(Event):
    """The class that a person confirmed leads to less than a case; so far it was one, as it came by mail."""

    outcome: Outcome


class ClassConfirmed(Event):
    """A person confirmed or changed the class."""

    classed: str
    was: str
    why: Criminal[str | None] = None


class Wiped(Event):
    """What identifies people was wiped by destroying the stream's key; the rest stays as a count."""

    because: str


class EvidenceAdded(Event):
    """A file or a text was added as evidence."""

    part: str
    evidence: Criminal[Evidence | None] = None
    text: Criminal[str | None] = None


class NoteAdded(Event):
    """A note was written in a part of the case."""

    part: str
    text: Criminal[str] = ""


class InjuryRecorded(Event):
    """An injury became known at `known_at`."""

    known_at: Moment
    injury: Health[str] = ""
    person: Personal[str | None] = None


class PatternProposed(Event):
    """With others this signal makes a pattern: whoever receives it may make a case of it."""

    signals: tuple[str, ...]
    told: bool = False


class CaseTaken(Event):
    """The case has a handler, and an aim for the interaction."""

    handler: Personal[str] = ""
    aim: Criminal[str] = ""


class AdviceGiven(Event):
    """The co-ordinator advised these measures."""

    measures: tuple[str, ...]
    why: Criminal[str] = ""


class CaseClosed(Event):
    """The case was closed; aftercare and what the law keeps running go on."""

    because: str
    response: Criminal[str | None] = None
    why_no_response: Criminal[str | None] = None
    co_operation: Personal[str | None] = None
    lessons: Personal[str | None] = None


class ReflectionWritten(Event):
    """The person harmed looked back at his own part; it changes nothing in the case."""

    text: Personal[str] = ""
    readers: Personal[tuple[str, ...]] = ()


class CaseReopened(Event):
    """The case is in hand again."""

    why: Criminal[str] = ""
