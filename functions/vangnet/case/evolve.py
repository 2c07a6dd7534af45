"""One event more: the case as it is then. A table of small functions, one for each event."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import reduce
from typing import Any

from schemas.events import house, mail, reports, work
from schemas.events.base import SYSTEM, Envelope, Event
from vangnet.case.evolving.house import HOUSE
from vangnet.case.evolving.mail import MAIL
from vangnet.case.evolving.reports import REPORTS
from vangnet.case.evolving.response import RESPONSE
from vangnet.case.evolving.work import WORK
from vangnet.case.state import Case, changed

# Which command an event shows to have been given: a duty that this command closes is then done.
GIVEN: dict[type[Event], str] = {
    reports.CaseTaken: "take_case",
    reports.ClassConfirmed: "confirm_class",
    reports.AdviceGiven: "give_advice",
    reports.CaseClosed: "close_case",
    work.FirstContactRecorded: "record_first_contact",
    work.TalkAnswered: "record_outcome",
    mail.MailTaken: "take_mail",
    mail.MailSetAside: "take_mail",
}

# Nothing ever follows from these, so that they leave a stream that was followed as it was.
INERT: tuple[type[Event], ...] = (
    house.Followed,
    house.MessageSent,
    house.MessageDropped,
    house.MessageDelivered,
    house.Looked,
    house.DocumentKept,
)

Step = Callable[[Case, Any, Envelope], Case]
STEPS: dict[type[Event], Step] = {**REPORTS, **RESPONSE, **WORK, **MAIL, **HOUSE}


def evolve(case: Case, envelope: Envelope) -> Case:
    """Return the case after one event; the same log gives the same case, however it is cut."""
    assert envelope.version == case.version + 1, "events come in order, without a gap"
    after = STEPS[type(envelope.event)](case, envelope.event, envelope)
    known = GIVEN.get(type(envelope.event))
    given = {**after.given, known: (envelope.at, envelope.actor)} if known else after.given
    idle = isinstance(envelope.event, INERT) and case.followed == case.version
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
