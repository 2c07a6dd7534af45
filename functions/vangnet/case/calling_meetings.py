"""What a meeting calls for: its broadcast stopped, a decision on an aangifte, and the aangifte itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from vangnet.case.call import Call
from vangnet.case.facts import Context
from vangnet.case.meetings import undecided_since

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty


def _broadcast(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For each suspension at which the meeting was broadcast, until it was confirmed that it stopped (AP-4.7)."""
    meeting = ctx.case.meeting
    for number in meeting.to_stop if meeting else ():
        assert meeting is not None, "there is something to stop in a meeting only"
        yield Call(meeting.known_at(number), about=f"suspension-{number}")


def _disturbed(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Since the meeting was suspended and its chair did not decide on it (AP-4.8)."""
    since = undecided_since(ctx.case)
    if since:
        yield Call(since, again=_done_before(ctx, name))


def _to_file(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Since the chair decided that an aangifte is filed."""
    meeting = ctx.case.meeting
    if meeting and meeting.file and meeting.decided_at and not _filed_since(ctx, meeting.decided_at):
        yield Call(meeting.decided_at, again=_done_before(ctx, name))


def _filed_since(ctx: Context, moment: datetime) -> bool:
    """Tell whether an aangifte was filed of the meeting since a moment (UTC)."""
    return any(filing.recorded_at >= moment for filing in ctx.case.police.filings)


def _done_before(ctx: Context, name: str) -> bool:
    return any(duty.name == name and duty.state == "done" for duty in ctx.case.duties.values())


OF_MEETINGS: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {
    "broadcast": _broadcast,
    "meeting_disturbed": _disturbed,
    "aangifte_decided": _to_file,
}
