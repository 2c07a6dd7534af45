"""What a case knows of the response: who did it, how he was heard, measures, letters, and bans that were broken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from schemas.report import Evidence, Perpetrator


@dataclass(frozen=True)
class MeasureItem:
    """One measure that was decided: by whom and when (UTC), its days (Amsterdam), and when it ended early."""

    id: str
    measure: str
    decided_at: datetime
    decided_by: str
    legal_basis: str | None = None
    matrix: str = ""
    earlier: int = 0
    buildings: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    contact: str = ""
    ends_when: str = ""
    harmed_view: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    ended_at: datetime | None = None
    reasons: str = ""
    why_departs: str = ""
    representative: str = ""
    ended_by: str = ""
    why_ended: str = ""
    sent_on: date | None = None
    received_on: date | None = None
    delivered_on: date | None = None  # Received, or taken to be: since then it holds (Awb 3:40, BW 3:37).
    of: tuple[str, ...] = ()  # Who had been identified when it was decided.
    held: tuple[tuple[date, date], ...] = ()  # When it held before it ended and was revived.


@dataclass(frozen=True)
class BreachItem:
    """A ban that was broken: which, where and when (UTC), when and by whom that was reported."""

    id: str
    measure: str
    building: str
    at: datetime
    known_at: datetime
    by: str
    account: str


@dataclass(frozen=True)
class HearingItem:
    """How he was heard, or on which ground not: when (UTC), and his account or the reason."""

    how: str
    at: datetime
    words: str


@dataclass(frozen=True)
class MadeItem:
    """One letter that was made: what it says, when (UTC) and by whom; its file, or why there is none, once known.

    Without either it still has to be made a file.
    """

    id: str
    kind: str
    measure: str | None
    draft: bool
    at: datetime
    by: str
    content: Mapping[str, Any]
    file: Evidence | None = None
    fault: tuple[str, str] | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it still has to be made a file."""
        return self.file is None and self.fault is None and bool(self.content)


@dataclass(frozen=True)
class LetterItem:
    """One letter that was sent: its kind, the measure it is about, when that was recorded (UTC) and by whom."""

    kind: str
    measure: str | None
    sent_on: date
    delivered_on: date
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class Identity:
    """Somebody of whom a person confirmed that he did it; `fingerprint` is the keyed hash of his name."""

    fingerprint: str
    perpetrator: Perpetrator
    born: date | None
    since: datetime
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerItem:
    """What came by the link of an invitation: when (UTC), in which form, and whether the handler confirmed it."""

    made: str
    form: str
    receipt: str
    at: datetime
    account: str
    reach_me: str
    confirmed: bool = False
