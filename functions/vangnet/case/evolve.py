"""One event more: the case as it is then. A table of small functions, one for each event.

The events of `schemas.events.SUBJECT` have theirs in evolving/SUBJECT.py, imported when the first of them comes.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache, reduce
from importlib import import_module
from typing import Any

from schemas.events.base import SYSTEM, Envelope, Event
from vangnet.case.state import Case, changed

# Which command an event shows to have been given: a duty that this command closes is then done.
GIVEN: dict[str, str] = {
    "CaseTaken": "take_case",
    "ClassConfirmed": "confirm_class",
    "AdviceGiven": "give_advice",
    "HearingRecorded": "record_hearing",
    "CaseClosed": "close_case",
    "FirstContactRecorded": "record_first_contact",
    "TalkAnswered": "record_outcome",
    "MailTaken": "take_mail",
    "MailSetAside": "take_mail",
    "PoliceNotified": "notify_police",
    "AangifteFiled": "file_aangifte",
    "DamagePaidOut": "pay_out",
    "DamageClaimed": "claim",
    "MessageApproved": "approve_message",
    "LivestreamStopped": "stop_livestream",
    "AangifteDecided": "decide_aangifte",
    "RiskAnalysed": "record_risk_analysis",
    "CheckedOut": "check_out",
    "ObligationHeld": "record_held",
}

# Nothing ever follows from these, so that they leave a stream that was followed as it was.
INERT = frozenset(
    {"Followed", "MessageSent", "MessageDropped", "MessageDelivered", "Looked", "DocumentKept", "DoorAsked"}
)

Step = Callable[[Case, Any, Envelope], Case]


@cache
def step_of(model: type[Event]) -> Step:
    """Return what an event of this kind does to a case."""
    subject = model.__module__.rpartition(".")[2]
    steps: dict[type[Event], Step] = import_module(f"vangnet.case.evolving.{subject}").STEPS
    return steps[model]


def inert(event: Event) -> bool:
    """Tell whether nothing ever follows from an event."""
    return type(event).__name__ in INERT


def evolve(case: Case, envelope: Envelope) -> Case:
    """Return the case after one event; the same log gives the same case, however it is cut."""
    assert envelope.version == case.version + 1, "events come in order, without a gap"
    after = step_of(type(envelope.event))(case, envelope.event, envelope)
    known = GIVEN.get(type(envelope.event).__name__)
    given = {**after.given, known: (envelope.at, envelope.actor)} if known else after.given
    idle = inert(envelope.event) and case.followed == case.version
    followed = envelope.version if idle else after.followed
    begun = {} if case.version else {"protocol": envelope.protocol, "stream": envelope.stream}
    return changed(after, version=envelope.version, followed=followed, given=given, **begun)


def replay(envelopes: Iterable[Envelope], start: Case | None = None) -> Case:
    """Return the case that these events make."""
    return reduce(evolve, envelopes, start or Case())


def extend(case: Case, events: Iterable[Event], *, at: datetime, actor: str = SYSTEM, protocol: str = "") -> Case:
    """Return the case as it will be once these events are stored after those it has."""
    for event in events:
        version = case.version + 1
        case = evolve(
            case, Envelope(stream=case.stream, version=version, at=at, protocol=protocol, actor=actor, event=event)
        )
    return case
