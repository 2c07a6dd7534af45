"""What a letter says: its kinds, the sixteen elements of a decision, and the municipality that it comes from.

What the legal basis makes of it (who decides, the remedy, the breach) is no field here: `vangnet.letters.bases` says
it. Days are days in Amsterdam, texts are plain: nothing in them is ever code.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from schemas.base import Strict
from schemas.letterhead import PARTS_MAX, Contact, Line, LocalRule, Mandate
from schemas.words import LegalBasis

TEXT_LENGTH_MAX = 50_000  # As long as an account may be: the longest text that anything here can quote.

# In what capacity somebody decides; `official` is a civil servant, whose own office is named.
Capacity = Literal["college", "burgemeester", "locoburgemeester", "council_chair", "acting_council_chair", "official"]
# Why nobody was heard: the first three are those of Awb 4:11, a to c.
NoHearing = Literal["urgent", "heard_before", "needs_surprise", "not_addressable", "unknown"]
ObjectionOutcome = Literal["upheld", "partly_upheld", "dismissed", "inadmissible"]


def _day_or_moment(value: Any) -> Any:
    """A text that is a day stays one: read as a moment it would say midnight, which nobody said."""
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2026-11-30") else value


When = Annotated[datetime | date, BeforeValidator(_day_or_moment)]
Text = Annotated[str, Field(min_length=1, max_length=TEXT_LENGTH_MAX, pattern=r"\S")]
# A number, never words: it stands on the envelope and in the payment system.
Reference = Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9./-]{2,39}$")]


class Addressee(Strict):
    """Who the letter is to, as the register of residents has him; the lines are street and place."""

    name: Line
    lines: tuple[Line, ...] = Field(min_length=1, max_length=6)
    representative: Line | None = None


class Decider(Strict):
    """Who decides and signs, in which capacity; `office` is for an official alone."""

    name: Line
    capacity: Capacity
    office: Line | None = None
    mandate: Mandate | None = None

    @model_validator(mode="after")
    def _only_an_official_has_an_office_of_his_own(self) -> Self:
        if (self.capacity == "official") != (self.office is not None):
            raise ValueError("'office' is for the capacity 'official', and needed there: 'teamleider Publiekszaken'")
        return self


class Fact(Strict):
    """One thing that was said or done; `at` is local time in Amsterdam where it has no zone."""

    at: When
    place: Line
    channel: Line
    what: Text


class Hearing(Strict):
    """How he was heard and what he said; no `account` where he was invited and did not answer."""

    held_on: date
    form: Literal["in_person", "phone", "written", "invited_no_reply"]
    account: Text | None = None

    @model_validator(mode="after")
    def _who_was_heard_said_something(self) -> Self:
        if (self.form == "invited_no_reply") != (self.account is None):
            raise ValueError("'account' is what he said; leave it out only where he was invited and did not reply")
        return self


class NotHeard(Strict):
    """Why he was not heard beforehand: the ground and the reason in words; `hear_by` is when he still may be."""

    ground: NoHearing
    why: Text
    hear_by: date | None = None


class Weighing(Strict):
    """Why this measure and why so long, whether it is the first, and the version of the policy it was weighed by."""

    why: Text
    why_this_long: Text | None = None
    earlier_measures: int = Field(default=0, ge=0, le=99)
    policy_version: Line


class Place(Strict):
    """A building, a meeting or an area, with its address and which parts of it are meant."""

    label: Line
    address: Line
    parts: Line | None = None


class Ruling(Strict):
    """A judge's decision: which court, when, its number, what a breach costs and what can be done against it."""

    court: Line
    decided_on: date
    number: Line
    breach: Text
    appeal: Text


class _Letter(Strict):
    """What every letter has."""

    addressee: Addressee
    reference: Reference
    dated: date
    decider: Decider
    contact: Contact
    kept: Line | None = None  # How long what is known is kept, where the document says so; else what the law asks.
    draft: bool = False


class _Measured(_Letter):
    """What a letter has that answers behaviour."""

    facts: tuple[Fact, ...] = Field(min_length=1, max_length=PARTS_MAX)
    norm: Text
    house_rules: bool = False  # They hung where everybody could see them.
    hearing: Hearing | NotHeard | None  # None where a judge decided, who heard him himself.
    weighing: Weighing


class _Timed(_Measured):
    """What a measure has that begins and ends."""

    starts_on: date
    ends_on: date
    evaluated_on: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends_on < self.starts_on:
            raise ValueError("'ends_on' is not earlier than 'starts_on'")
        if not self.starts_on <= self.evaluated_on <= self.ends_on:
            raise ValueError("'evaluated_on' is not earlier than 'starts_on' and not later than 'ends_on'")
        return self


class WarningLetter(_Measured):
    """A written warning."""

    kind: Literal["warning"] = "warning"


class Invitation(_Letter):
    """An invitation to be heard: at a meeting, or in writing by a link or the paper form."""

    kind: Literal["invitation"] = "invitation"
    facts: tuple[Fact, ...] = Field(min_length=1, max_length=PARTS_MAX)
    norm: Text
    considered: Line  # What the municipality means to do: "een toegangsverbod van drie maanden".
    meet_at: datetime
    meet_place: Line
    answer_by: date
    link: Line | None = None  # Used once; not kept in any log.


class ServiceLimit(_Measured):
    """A limit on how he is served: which services and ways are closed, with whom he may be in contact, what stays open.

    It ends on its last day, or once its condition is met.
    """

    kind: Literal["service_limit"] = "service_limit"
    services: tuple[Line, ...] = Field(default=(), max_length=PARTS_MAX)
    channels: tuple[Line, ...] = Field(default=(), max_length=PARTS_MAX)
    only_with: Line | None = None
    police_told: bool = True  # Whether this municipality tells the police, and files an aangifte.
    stays_open: tuple[Line, ...] = Field(min_length=1, max_length=PARTS_MAX)
    starts_on: date
    ends_on: date | None = None
    ends_when: Text | None = None
    evaluated_on: date

    @model_validator(mode="after")
    def _limits_and_ends(self) -> Self:
        if not (self.services or self.channels or self.only_with):
            raise ValueError("'services', 'channels' or 'only_with' says what is limited")
        if not (self.ends_on or self.ends_when):
            raise ValueError("'ends_on' or 'ends_when' says when it ends")
        if self.evaluated_on < self.starts_on or (self.ends_on and self.ends_on < self.evaluated_on):
            raise ValueError("'evaluated_on' is not earlier than 'starts_on' and not later than 'ends_on'")
        return self


class Ban(_Timed):
    """A ban; `extension` counts the times it was prolonged, `digital` whether digital ways are closed too."""

    kind: Literal["ban"] = "ban"
    legal_basis: LegalBasis = "huisrecht"
    places: tuple[Place, ...] = Field(min_length=1, max_length=PARTS_MAX)
    grounds_included: bool = False
    meetings_included: bool = False
    digital_included: bool = False
    more_exceptions: tuple[Line, ...] = Field(default=(), max_length=PARTS_MAX)
    extension: int = Field(default=0, ge=0)
    local_rule: LocalRule | None = None
    ruling: Ruling | None = None


class EarlyEnd(_Letter):
    """A ban ends sooner than it said."""

    kind: Literal["early_end"] = "early_end"
    legal_basis: LegalBasis = "huisrecht"
    ban_reference: Reference
    ban_dated: date
    ends_on: date
    why: Text


class ObjectionDecision(_Letter):
    """The decision on an objection against a ban."""

    kind: Literal["objection_decision"] = "objection_decision"
    legal_basis: LegalBasis
    ban_reference: Reference
    ban_dated: date
    received_on: date
    hearing: Hearing | None = None
    why_not_heard: Text | None = None
    outcome: ObjectionOutcome
    why: Text
    consequence: Text

    @model_validator(mode="after")
    def _heard_or_why_not(self) -> Self:
        if (self.hearing is None) == (self.why_not_heard is None):
            raise ValueError("give 'hearing', or 'why_not_heard' (Awb 7:3), and not both")
        return self


class AvgNotice(_Letter):
    """What he is told of the data that are kept of him (AVG 13 and 14)."""

    kind: Literal["avg_notice"] = "avg_notice"
    collected_on: date
    categories: tuple[Line, ...] = Field(min_length=1, max_length=PARTS_MAX)
    sources: tuple[Line, ...] = Field(min_length=1, max_length=PARTS_MAX)
    recipients: tuple[Line, ...] = Field(min_length=1, max_length=PARTS_MAX)


Letter = Annotated[
    WarningLetter | Invitation | ServiceLimit | Ban | EarlyEnd | ObjectionDecision | AvgNotice,
    Field(discriminator="kind"),
]
