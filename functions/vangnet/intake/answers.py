"""From answers on the form to the fields of a report; what is wrong is said at its question, all at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from schemas.report import ACCOUNT_LENGTH_MAX, LINE_LENGTH_MAX, NAME_LENGTH_MAX
from vangnet.intake.draft import Draft
from vangnet.intake.questions import STEPS, harmed_choices, questions
from vangnet.intake.when import read_when
from vangnet.protocol.questions import Protocol

EUROS = re.compile(r"(\d{1,3}(?:[.\s]?\d{3})*|\d{1,9})(?:,(\d{1,2}|-))?")
LENGTHS = {"account": ACCOUNT_LENGTH_MAX, "perpetrator_name": NAME_LENGTH_MAX, "harmed_name": NAME_LENGTH_MAX}


@dataclass(frozen=True)
class Trouble:
    """A question whose answer cannot be used; `key` names the sentence that says how to mend it."""

    name: str
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def troubles(step: str, draft: Draft, protocol: Protocol, now: datetime) -> tuple[Trouble, ...]:
    """Return everything that is wrong with the answers of a step (F8)."""
    return (*_of_questions(step, draft, protocol), *_CHECKS[step](draft, now))


def all_troubles(draft: Draft, protocol: Protocol, now: datetime) -> tuple[tuple[str, Trouble], ...]:
    """Return everything that is wrong anywhere; a step that was skipped lacks nothing."""
    asked = [step for step in STEPS if step == "wat" or any(draft.many(one.name) for one in _of(step, protocol, draft))]
    return tuple((step, one) for step in asked for one in troubles(step, draft, protocol, now))


def _of(step: str, protocol: Protocol, draft: Draft) -> Any:
    return questions(step, protocol, draft.person)


def _of_questions(step: str, draft: Draft, protocol: Protocol) -> Iterator[Trouble]:
    for question in _of(step, protocol, draft):
        given = draft.many(question.name)
        limit = LENGTHS.get(question.name, LINE_LENGTH_MAX)
        if question.kind in {"text", "long"} and len(draft.one(question.name)) > limit:
            yield Trouble(question.name, "too_long", {"limit": limit})
        if question.kind in {"one", "many"} and any(value not in question.choices for value in given if value):
            yield Trouble(question.name, "choose")
        if question.needed and not draft.one(question.name):
            yield Trouble(question.name, f"{question.name}_missing")


def _wat(draft: Draft, now: datetime) -> Iterator[Trouble]:
    if not draft.one("account") and not draft.files:
        yield Trouble("account", "account_missing")


def _waar(draft: Draft, now: datetime) -> Iterator[Trouble]:
    if draft.one("when") != "at":
        return
    found = read_when(draft.one("when_text"), now)
    if found is None:
        yield Trouble("when_text", "when_unclear")
    elif found > now:
        yield Trouble("when_text", "when_future")


def _wie(draft: Draft, now: datetime) -> Iterator[Trouble]:
    if draft.one("harmed") == "other" and not draft.one("harmed_person"):
        yield Trouble("harmed_person", "harmed_person_missing")


def _verloop(draft: Draft, now: datetime) -> Iterator[Trouble]:
    if draft.one("damage_euros") and cents(draft.one("damage_euros")) is None:
        yield Trouble("damage_euros", "euros_unclear")


_CHECKS = {"wat": _wat, "waar": _waar, "wie": _wie, "verloop": _verloop}


def cents(text: str) -> int | None:
    """Return an amount as people write it ("1.250,50", "€ 75") in whole euro cents, or None."""
    found = EUROS.fullmatch(text.replace("€", "").replace("euro", "").strip())
    if found is None:
        return None
    part = (found[2] or "0").replace("-", "0")
    return int(re.sub(r"[.\s]", "", found[1])) * 100 + int(part.ljust(2, "0"))


def report_fields(draft: Draft, protocol: Protocol, now: datetime) -> dict[str, Any]:
    """Return the fields of `file_report` that the answers make; what was not answered is left out."""
    found = {
        "account": draft.one("account") or None,
        "evidence": [one.model_dump() for one in draft.files],
        "kinds": list(draft.many("kinds")),
        "urgent": draft.one("urgent") == "yes",
        "happened_at": _happened_at(draft, now),
        "channel": draft.one("channel") or "unknown",
        "place": draft.one("place") or None,
        "harmed": _harmed(draft, protocol),
        "target": draft.one("target") or None,
        "perpetrators": _perpetrators(draft, protocol),
        "addressed": draft.yes("addressed"),
        "stopped": draft.yes("stopped"),
        "persists": draft.yes("persists") is True,
        "injury": draft.one("injury") or None,
        "damage": _damage(draft),
        "decision_at_stake": draft.one("decision_at_stake") or None,
        "aim": draft.one("aim") or None,
        # Whom one chooses among is said by one's own office.
        "report_to": (draft.one("report_to") or None) if draft.one("harmed") in {"", "me", "family"} else None,
    }
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def _happened_at(draft: Draft, now: datetime) -> datetime | str:
    if draft.one("when") == "now":
        return now
    return (read_when(draft.one("when_text"), now) if draft.one("when") == "at" else None) or "unknown"


def _harmed(draft: Draft, protocol: Protocol) -> list[dict[str, Any]]:
    who = draft.one("harmed") or next(harmed_choices(protocol, draft.person), "me")
    match who:
        case "family":
            return [{"family_of": draft.person, "name": draft.one("harmed_name") or None}]
        case "other" if draft.one("harmed_person"):
            return [{"person": draft.one("harmed_person")}]
        case "body":
            return [{"body": next(office for office in protocol.document.offices if protocol.is_body(office))}]
        case _:
            return []


def office_harmed(draft: Draft, protocol: Protocol) -> str | None:
    """Return the office of whom the answers name as harmed, or of who reports; `protocol` is that of his own office."""
    named = next(iter(_harmed(draft, protocol)), {"person": draft.person})
    return named.get("body") or protocol.office_of(named.get("person") or draft.person)


def _perpetrators(draft: Draft, protocol: Protocol) -> list[dict[str, Any]]:
    kinds = protocol.document.perpetrator_kinds
    name, details = draft.one("perpetrator_name"), draft.one("perpetrator_details")
    given = draft.one("perpetrator_kind")
    if not (given or name or details):
        return []
    named = next((kind for kind in kinds if protocol.identifiable(kind)), given)
    kind = named if name and not protocol.identifiable(given) else given or next(reversed(kinds), "unknown")
    return [{"kind": kind, "name": name or None, "details": details or None}]


def _damage(draft: Draft) -> list[dict[str, Any]]:
    item, amount = draft.one("damage"), cents(draft.one("damage_euros")) if draft.one("damage_euros") else None
    return [{"item": item or "-", "cents": amount}] if item or amount is not None else []
