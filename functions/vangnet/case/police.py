"""What a case knows of police and prosecution, and whose consent speaks for what.

- Consent is each harmed person's own: an office-holder's does not speak for his family (AP-5.4.1, AP-5.4.3, AP-6.3).
- The municipality itself needs none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vangnet.case.facts import Context

_AANGIFTE = re.compile(r"\baangifte", re.IGNORECASE)
# By what rule a consent is somebody's own, by what it is for.
CONSENT_RULES = {
    "aangifte": "AP-5.4.1",
    "speak_about_aangifte": "AP-5.4.3",
    "inform_others": "AP-6.3",
    "inspectorate": "AP-5.4.9",
}


@dataclass(frozen=True)
class ConsentItem:
    """What a person harmed said about one purpose: yes or no, for which scope, since when, and until when (UTC)."""

    given: bool
    since: datetime
    scope: str = ""
    withdrawn_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Tell whether it was given and not withdrawn."""
        return self.given and self.withdrawn_at is None


@dataclass(frozen=True)
class Filing:
    """One aangifte: when it was filed and recorded (UTC), by whom, about which offences, and for whom."""

    filed_at: datetime
    recorded_at: datetime
    by: str
    offences: tuple[str, ...]
    persons: tuple[str, ...]


@dataclass(frozen=True)
class Happened:
    """Something that the prosecution or the police did: which word it goes by, when we knew (UTC), in which event."""

    word: str
    known_at: datetime
    version: int


@dataclass(frozen=True)
class Police:
    """Everything of one case that has to do with police and prosecution."""

    told: tuple[Happened, ...] = ()
    consents: Mapping[tuple[str, str], ConsentItem] = field(default_factory=dict)
    filings: tuple[Filing, ...] = ()
    prosecution: str = "none"
    changes: tuple[Happened, ...] = ()
    asked: tuple[Happened, ...] = ()
    secured: tuple[str, ...] = ()  # The measures of protection in words, in their order.


NOTHING_YET = Police()


def must_consent(ctx: "Context", persons: Iterable[str] = ()) -> tuple[str, ...]:
    """Return whose consent is needed: of these people, else of everybody harmed; the municipality's own never."""
    wanted = set(persons)
    keys = (one.key for one in ctx.case.harmed if one.body is None)
    return tuple(key for key in keys if not wanted or key in wanted)


def lacking(ctx: "Context", to: str, persons: Iterable[str] = ()) -> tuple[str, ...]:
    """Return who did not consent to this, or no longer does; nobody where the document asks for no consent."""
    table = ctx.protocol.document.aangifte
    if to == "aangifte" and table and not table.needs_consent:
        return ()
    given = ctx.case.police.consents
    return tuple(key for key in must_consent(ctx, persons) if not ((found := given.get((key, to))) and found.holds))


def may_speak(ctx: "Context") -> bool:
    """Tell whether anything may be said about the aangifte: everybody harmed agreed to that (AP-5.4.3)."""
    return not lacking(ctx, "speak_about_aangifte")


def mentions_aangifte(text: str | None) -> bool:
    """Tell whether a text speaks of an aangifte, which nothing that goes out does without consent (AP-5.4.3)."""
    return bool(text and _AANGIFTE.search(text))


def fitting_offences(ctx: "Context") -> tuple[str, ...]:
    """Return the offences that fit what the reporter ticked; a proposal, as a person chooses."""
    table = ctx.protocol.document.aangifte
    kinds = set(ctx.case.report.kinds) if ctx.case.report else set()
    return tuple(name for name, row in (table.offences.items() if table else ()) if kinds & set(row.kinds))


def klacht_of(ctx: "Context", offences: Iterable[str], persons: Iterable[str]) -> tuple[str, ...]:
    """Return which people harmed must lodge a complaint themselves, or nobody is prosecuted for these offences."""
    table = ctx.protocol.document.aangifte
    if table is None:
        return ()
    words = {table.offences[name].complaint for name in offences if name in table.offences}
    found = []
    for one in ctx.case.harmed:
        office = ctx.protocol.office_of(one.person) if one.person else None
        private = office not in table.in_office
        if one.body is None and one.key in persons and ("always" in words or ("private" in words and private)):
            found.append(one.key)
    return tuple(found)
