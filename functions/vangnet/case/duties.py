"""Which duties are called for, and what must open, be done or be dropped so that the case has just those.

It looks at the case as it is, not at what just happened: so nothing is missed after an outage, a change of class, a
reopening; and doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from schemas.events import work as e
from schemas.events.base import Event
from vangnet.calendar import Term, amsterdam_day, end_of, last_day
from vangnet.case.call import Call
from vangnet.case.calling import SETTLED, calls, contact_complete
from vangnet.case.duty_names import next_id
from vangnet.case.evolve import extend
from vangnet.case.facts import Context
from vangnet.case.state import DutyItem
from vangnet.case.terms import after, before

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty


def reconcile(ctx: Context) -> Iterator[Event]:
    """Yield what brings the duties of the case in line with what it calls for now."""
    for duty in ctx.case.open_duties():
        if duty.name not in ctx.protocol.duties():  # Of a document that no longer holds for the calendar.
            yield e.DutyDropped(duty=duty.id, why="not_called_for")
    for name, row in ctx.protocol.duties().items():
        for event in _of_row(ctx, name, row):
            yield event
            ctx = ctx.having(extend(ctx.case, [event], at=ctx.now))


def _of_row(ctx: Context, name: str, row: Duty) -> Iterator[Event]:
    wanted = {(call.person, call.about): call for call in calls(ctx, name, row)}
    for duty in [item for item in ctx.case.duties.values() if item.name == name and item.state == "open"]:
        call = wanted.get((duty.person, duty.about))
        if done := _shown_done(ctx, row, duty):
            yield done
        elif call is None:
            yield e.DutyDropped(duty=duty.id, why="closed" if ctx.case.state == "closed" else "not_called_for")
        elif call.owner and call.at > duty.opened_at:
            yield e.DutyDropped(duty=duty.id, why="superseded")
            yield _opened(ctx, name, row, call)
    for call in wanted.values():
        last = _last(ctx, name, call)
        if last is None or (last.state == "none") or (last.state == "done" and call.again):
            yield _again(ctx, last) if last and last.suspended else _opened(ctx, name, row, call)


def _last(ctx: Context, name: str, call: Call) -> DutyItem | None:
    key = (name, call.person, call.about)
    same = [item for item in ctx.case.duties.values() if (item.name, item.person, item.about) == key]
    return same[-1] if same else None


def _shown_done(ctx: Context, row: Duty, duty: DutyItem) -> Event | None:
    """Return that the duty is done, where the case shows it: its command was given, its talk was held."""
    held = ctx.case.talks_held.get((duty.person or "", ctx.protocol.talk_of_duty(duty.name) or ""))
    if held:
        return e.DutyDone(duty=duty.id, done_at=held[0], done_by=held[1])
    if row.opens in SETTLED:
        settled = SETTLED[row.opens](ctx.case, duty)
        return e.DutyDone(duty=duty.id, done_at=settled[0], done_by=settled[1]) if settled else None
    letter = next((one for one in ctx.case.letters if one.kind in row.done_by_letter), None)
    if letter:
        return e.DutyDone(duty=duty.id, done_at=letter.recorded_at, done_by=letter.recorded_by)
    given = ctx.case.given.get(row.closed_by or "") or _also_given(ctx, row, duty)
    if given is None or (row.opens == "alarm_acknowledged" and not contact_complete(ctx.case)):
        return None
    if duty.about and given[0] < duty.opened_at:
        return None  # That was about another one.
    return e.DutyDone(duty=duty.id, done_at=given[0], done_by=given[1])


def _also_given(ctx: Context, row: Duty, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom a command was given that shows the duty done, not before it began."""
    found = (ctx.case.given[name] for name in row.also_closed_by if name in ctx.case.given)
    return next((given for given in found if given[0] >= duty.opened_at), None)


def _again(ctx: Context, last: DutyItem) -> Event:
    """Open once more, under its old times, what a closing had suspended."""
    return e.DutyOpened(
        duty=next_id(ctx.case, last.name),
        name=last.name,
        opened_at=last.opened_at,
        due=last.due,
        window_from=last.window_from,
        reminders=last.reminders,
        escalates=last.escalates,
        person=last.person,
        owner=last.owner,
        about=last.about,
        soft=last.soft,
    )


def _opened(ctx: Context, name: str, row: Duty, call: Call) -> Event:
    due = _due(ctx, row, call)
    reminders = tuple(sorted(at for term in row.remind_before if due and (at := before(due, term)) > call.at))
    return e.DutyOpened(
        duty=next_id(ctx.case, name),
        name=name,
        opened_at=call.at,
        due=due,
        window_from=after(_anchor(ctx, row.anchor, call), row.window_from) if row.window_from else None,
        reminders=reminders,
        escalates=after(due, row.escalate.after) if due and row.escalate and not row.soft else None,
        soft=row.soft,
        person=call.person,
        owner=call.owner,
        about=call.about,
    )


def _due(ctx: Context, row: Duty, call: Call) -> datetime | None:
    """Return until when: the term from its anchor, but never less than the least time."""
    term = row.due_for.get(ctx.case.classed, row.due)
    if row.due_if_urgent and ctx.case.urgent:
        term = row.due_if_urgent
    if call.until:
        return call.until
    if row.due_before:
        return before(_anchor(ctx, row.anchor, call), row.due_before)
    if call.longer and row.due_with_committee:
        term = row.due_with_committee
    if term is None:
        return None
    due = _ends(_anchor(ctx, row.anchor, call), term, statutory=row.statutory)
    if row.at_least:
        due = max(due, after(_anchor(ctx, row.at_least.anchor, call), row.at_least.term))
    taken_up = ctx.case.taken_up_at.get(call.person or "")
    if taken_up and row.per_harmed:
        due = max(due, after(taken_up, ctx.protocol.document.aftercare.taken_up_at_least))
    return due


def _ends(anchor: datetime, term: str, *, statutory: bool) -> datetime:
    """Return when a term from a moment ends (UTC); one that an act sets, at the end of its last day in Amsterdam."""
    if not statutory:
        return after(anchor, term)
    return end_of(last_day(amsterdam_day(anchor), Term.parse(term), statutory=True).day)


def _anchor(ctx: Context, anchor: str, call: Call) -> datetime:
    report = ctx.case.case_since or ctx.case.filed_at or call.at
    match anchor:
        case "incident":
            happened = ctx.case.report.happened_at if ctx.case.report else None
            return happened or report
        case "report":
            return report
        case "previous_talk":
            held = [at for (person, _), (at, _) in ctx.case.talks_held.items() if person == call.person]
            return max(held, default=report)
        case "decision":  # Of the measure that it is about, else of the last one.
            about = ctx.case.measures.get((call.about or "").partition("/")[0])
            decided = [one.decided_at for one in ([about] if about else ctx.case.measures.values())]
            return max(decided, default=call.at)
        case _:
            return call.anchor or call.at
