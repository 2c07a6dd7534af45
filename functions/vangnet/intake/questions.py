"""The steps of the form and their questions, made from the protocol's document: one subject a page.

- `wat`: what was said and done; or a file, as nobody types at 23:00 with shaking hands.
- `waar`: when, where, by which channel; "not known" is an answer.
- `wie`: who was harmed, and by whom.
- `verloop`: whether the citizen was addressed and stopped, whether it goes on; injury, damage, a decision at stake.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.base import Label
from vangnet.protocol.questions import Protocol

STEPS = ("wat", "waar", "wie", "verloop")
Kind = Literal["text", "long", "one", "many", "yesno", "files", "tick"]


@dataclass(frozen=True)
class Question:
    """One question: how it is answered, its choices, and until which other answer it is of no use."""

    name: str
    kind: Kind
    choices: Mapping[str, Label] = field(default_factory=dict)
    needed: bool = False


def questions(step: str, protocol: Protocol, person: str) -> tuple[Question, ...]:
    """Return the questions of a step for this reporter; what the document does not know is not asked."""
    return tuple(_QUESTIONS[step](protocol, person))


def _wat(protocol: Protocol, person: str) -> Iterator[Question]:
    document = protocol.document
    yield Question("account", "long")
    yield Question("files", "files")
    if document.kinds:
        yield Question("kinds", "many", {name: kind.label for name, kind in document.kinds.items()})
    yield Question("urgent", "tick")


def _waar(protocol: Protocol, person: str) -> Iterator[Question]:
    document = protocol.document
    yield Question("when", "one", {"now": _NO_LABEL, "at": _NO_LABEL, "unknown": _NO_LABEL}, needed=True)
    yield Question("when_text", "text")
    channels = dict(document.channels) | ({} if "unknown" in document.channels else {"unknown": _NO_LABEL})
    yield Question("channel", "one", channels, needed=True)
    yield Question("place", "text")


def _wie(protocol: Protocol, person: str) -> Iterator[Question]:
    document = protocol.document
    harmed = tuple(harmed_choices(protocol, person))
    if len(harmed) > 1:
        yield Question("harmed", "one", dict.fromkeys(harmed, _NO_LABEL), needed=True)
    if "other" in harmed:
        people = protocol.municipality.people
        others = {who: Label(nl=row.name) for who, row in people.items() if row.office and who != person}
        yield Question("harmed_person", "one", others)
    if "family" in harmed:
        yield Question("harmed_name", "text")
    offered = tuple(receivers_offered(protocol, person))
    if offered:
        yield Question("report_to", "one", {role: document.roles[role].label for role in offered})
    if document.targets:
        yield Question("target", "one", document.targets)
    kinds = {name: row.label for name, row in document.perpetrator_kinds.items()}
    if kinds:
        yield Question("perpetrator_kind", "one", kinds)
    yield Question("perpetrator_name", "text")
    yield Question("perpetrator_details", "text")


def _verloop(protocol: Protocol, person: str) -> Iterator[Question]:
    document = protocol.document
    for name in ("addressed", "stopped", "persists"):
        yield Question(name, "yesno")
    if document.injuries:
        yield Question("injury", "one", {name: row.label for name, row in document.injuries.items()})
    yield Question("damage", "text")
    yield Question("damage_euros", "text")
    yield Question("decision_at_stake", "text")
    yield Question("aim", "text")


def receivers_offered(protocol: Protocol, person: str) -> Iterator[str]:
    """Yield the roles among which this person may choose who receives what he reports of himself or his family."""
    office = protocol.office_of(person)
    if office in protocol.document.offices:
        yield from protocol.document.offices[office].offered


def harmed_choices(protocol: Protocol, person: str) -> Iterator[str]:
    """Yield for whom this person may report: himself, his family, somebody else, the municipality."""
    roles = set(protocol.roles_of(person))
    if protocol.office_of(person):
        yield "me"
        if protocol.family_office():
            yield "family"
    if roles & set(protocol.document.report_for_others):
        yield "other"
    if any(protocol.is_body(office) for office in protocol.document.offices):
        yield "body"


_NO_LABEL = Label(nl="")  # The words for these stand with the texts of the form.
_QUESTIONS = {"wat": _wat, "waar": _waar, "wie": _wie, "verloop": _verloop}
