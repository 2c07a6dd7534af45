"""A meeting as its log makes it, and what the log states and proposes from moment to moment.

- Demands are counted anew with each suspension. At the threshold of the document the log states the offence and
  proposes to call the police; below it, it proposes neither, and never says that there is no offence (AP-4.4).
- What somebody tapped while the network was away comes late, under its own time: so times are compared, not order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from schemas.base import EPOCH
from schemas.words import MeetingAdvice

if TYPE_CHECKING:
    from schemas.protocol.meetings import OffenceMoment
    from vangnet.case.facts import Context
    from vangnet.case.state import Case


@dataclass(frozen=True)
class MeetingItem:
    """A meeting; times are when things happened (UTC), `known_at` when they were recorded.

    `to_stop` are the numbers of the suspensions at which it was broadcast; `counted_from` is how many demands had been
    made before the last suspension.
    """

    body: str
    place: str
    streaming: bool
    suspensions: tuple[tuple[int, datetime, datetime], ...] = ()  # Number, when, known_at.
    to_stop: tuple[int, ...] = ()
    suspended: bool = False
    counted_from: int = 0
    police_called_at: datetime | None = None
    stopped_at: datetime | None = None
    resumed_at: datetime | None = None
    aggressions: tuple[datetime, ...] = ()
    measures: tuple[datetime, ...] = ()
    closed_at: datetime | None = None
    decided_at: datetime | None = None
    file: bool | None = None
    consulted: tuple[str, ...] = ()

    def known_at(self, number: int) -> datetime:
        """Return when a suspension was recorded."""
        return next(known for one, _, known in self.suspensions if one == number)


def chair_roles(ctx: Context) -> tuple[str, ...]:
    """Return the role that chairs this meeting, by the longest word for a body in what was said; of none known each."""
    row, meeting = ctx.protocol.document.meetings, ctx.case.meeting
    if row is None or meeting is None:
        return ()
    said = meeting.body.casefold().split()
    names = {word.casefold(): one for name, one in row.bodies.items() for word in (name, one.label.nl, *one.aliases)}
    meant = [word for word in names if any(part.startswith(word) for part in said)]
    found = names[max(meant, key=len)] if meant else None
    return (found.chair,) if found else tuple(dict.fromkeys(one.chair for one in row.bodies.values()))


def undecided_since(case: Case) -> datetime | None:
    """Return when the first suspension was recorded of which nothing was decided and no aangifte was filed since."""
    if case.meeting is None:
        return None
    settled = [one.recorded_at for one in case.police.filings]
    settled += [case.meeting.decided_at] if case.meeting.decided_at else []
    return next((known for _, _, known in case.meeting.suspensions if known > max(settled, default=EPOCH)), None)


def demands_now(case: Case) -> tuple[tuple[datetime, bool], ...]:
    """Return the demands that count: in a meeting those since it was last suspended, else every one of the case."""
    return case.demands[case.meeting.counted_from :] if case.meeting else case.demands


def offence_stands(ctx: Context) -> bool:
    """Tell whether somebody was told to leave as often as the document asks, and did not go (AP-4.4)."""
    asked, made = ctx.protocol.document.demands, demands_now(ctx.case)
    ignored = sum(not left for _, left in made)
    return bool(asked and made and ignored >= asked.threshold and not made[-1][1])


def proposed_offences(ctx: Context) -> tuple[str, ...]:
    """Return the offences that the log states or proposes, by what was recorded; a person chooses."""
    row, meeting = ctx.protocol.document.meetings, ctx.case.meeting
    if row is None or meeting is None:
        return ()
    holds: dict[OffenceMoment, bool] = {
        "demanded": offence_stands(ctx),
        "suspended": bool(meeting.suspensions),
        "aggression": bool(meeting.aggressions),
    }
    return tuple(dict.fromkeys(name for when, yes in holds.items() if yes for name in row.offences.get(when, ())))


def advice(ctx: Context) -> tuple[MeetingAdvice, ...]:
    """Return what the log says to whoever keeps it now, the most urgent first."""
    return tuple(_advice(ctx))


def _advice(ctx: Context) -> Iterator[MeetingAdvice]:
    meeting, case = ctx.case.meeting, ctx.case
    if meeting is None:
        return
    made, offence = demands_now(case), offence_stands(ctx)
    since = (None if meeting.suspended else meeting.resumed_at) or EPOCH  # What went before it was resumed is over.
    attacked = any(at > since for at in meeting.aggressions)
    offence = offence and made[-1][0] > since
    if offence:
        yield "offence"
    if (offence or attacked) and meeting.police_called_at is None:
        yield "call_police"
    if meeting.aggressions and meeting.suspended:
        yield "protect"
    if meeting.suspended:
        yield "hands_off"
    if meeting.suspended and not offence:
        yield "demand" if not made else "demand_again" if not made[-1][1] else "gone"
    if any(duty.state == "open" and duty.about for duty in case.duties.values()):
        yield "livestream"
    if undecided_since(case) and not meeting.suspended:
        yield "decide"
