"""Objections, complaints, requests to erase: what Awb and AVG make of them, day by day. Days are days in Amsterdam.

- The term to object is six weeks from the day after the letter (6:7, 6:8); by post it is in time if it was posted
  before its end and received within a week after it (6:9).
- It is decided within six weeks, twelve with a committee, counted from the end of that term as the Algemene
  termijnenwet makes it (7:10); a complaint within six weeks after its receipt, ten with a committee (9:11).
- Each is put off once: an objection by six weeks, a complaint by four, and he is told (7:10(3), 9:11(2)).
- A request to erase is answered within a month after its receipt, put off by two at most (AVG 12(3)).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from vangnet.calendar import Term, end_of, last_day
from vangnet.case.call import Call

if TYPE_CHECKING:  # Objections are a part of the case; the models of documents are loaded with the first document.
    from schemas.protocol import Duty
    from vangnet.case.facts import Context
    from vangnet.case.response_items import MeasureItem
    from vangnet.case.state import Case, DutyItem

UPHELD = frozenset({"upheld", "partly_upheld"})
TO_OBJECT = Term(6, "week")
BY_POST_WITHIN = timedelta(days=7)
PUT_OFF = {"objection": Term(6, "week"), "complaint": Term(4, "week"), "erasure": Term(2, "month")}


@dataclass(frozen=True)
class RemedyItem:
    """An objection, complaint or request to erase: received, what its term is, and what became of it."""

    id: str
    kind: str
    received_on: date
    known_at: datetime
    measure: str | None = None
    last_day: date | None = None
    in_time: bool = True
    besluit: bool = True
    committee: bool = False
    put_off_until: date | None = None
    decision: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    decided_on: date | None = None
    in_whose_name: str = ""  # Who decided it, where somebody else recorded that.
    why: str = ""
    why_not_heard: str = ""

    @property
    def open(self) -> bool:
        """Tell whether it waits for a decision."""
        return not self.decision

    @property
    def counts_from(self) -> date:
        """Return the day after which the term to decide begins: the end of the term to object, or its receipt."""
        if self.kind != "objection" or self.last_day is None:
            return self.received_on
        return self.last_day if self.in_time else self.received_on


def last_day_to_object(item: "MeasureItem") -> date | None:
    """Return the last day on which an objection is in time, or None where the letter was not sent (Awb 6:7, 6:8)."""
    return last_day(item.sent_on, TO_OBJECT, statutory=True).day if item.sent_on else None


def in_time(last: date | None, received_on: date, posted_on: date | None) -> bool:
    """Tell whether an objection is in time; one that came before the letter is not too early (Awb 6:9, 6:10)."""
    if last is None or received_on <= last:
        return True
    return posted_on is not None and posted_on <= last and received_on <= last + BY_POST_WITHIN


def latest_put_off(item: RemedyItem, due: date) -> date:
    """Return until when a decision can be put off at most, from the day on which it was due."""
    return last_day(due, PUT_OFF[item.kind], statutory=True).day


def waiting(case: "Case", kind: str) -> RemedyItem | None:
    """Return the objection or complaint that waits for a decision, the first that came in."""
    return next((one for one in case.remedies.values() if one.kind == kind and one.open), None)


def _calls(kind: str) -> "Callable[[Context, str, Duty], Iterator[Call]]":
    def of_kind(ctx: "Context", name: str, row: "Duty") -> Iterator[Call]:
        for one in ctx.case.remedies.values():
            if one.kind == kind:
                about = one.id if one.put_off_until is None else f"{one.id}/{one.put_off_until}"
                until = end_of(one.put_off_until) if one.put_off_until else None
                anchor = end_of(one.counts_from) - timedelta(minutes=1)  # Within its last day.
                yield Call(one.known_at, about=about, anchor=anchor, longer=one.committee, until=until)

    return of_kind


def erased_at(case: "Case") -> datetime | None:
    """Return when a request to erase the case was granted, or None."""
    granted = (one for one in case.remedies.values() if (one.kind, one.decision) == ("erasure", "granted"))
    return next((one.decided_at for one in granted), None)


def decided(case: "Case", duty: "DutyItem") -> tuple[datetime, str] | None:
    """Return when and by whom the objection or complaint of a duty was decided."""
    one = case.remedies.get((duty.about or "").partition("/")[0])
    return (one.decided_at, one.decided_by) if one and one.decided_at else None


def _upheld(ctx: "Context", name: str, row: "Duty") -> Iterator[Call]:
    """For each objection that was upheld, wholly or in part: its measure must end or change."""
    for one in ctx.case.remedies.values():
        if one.decision in UPHELD and one.decided_at:
            yield Call(one.decided_at, about=one.id)


OF_REMEDIES = {
    "objection_upheld": _upheld,
    "objection": _calls("objection"),
    "complaint": _calls("complaint"),
    "erasure_asked": _calls("erasure"),
}
