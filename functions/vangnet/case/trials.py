"""The trial alarm: whether everybody who may be alarmed at night can be reached, and answers.

- It is an alarm that is none: nobody is told twice, nothing is passed on, and no case knows of it.
- By the calendar it begins on the first working day of a month. One that could not begin in time waits for the next:
  whoever is rung at night must know that something is wrong.
- Who is away is not asked. Once all answered, or when the time is over, how it went is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from schemas.events import trials as e
from schemas.events.base import Event
from vangnet.calendar import amsterdam_day, at_clock, is_working_day
from vangnet.case.evolve import extend
from vangnet.case.messages import daytime, queue
from vangnet.case.people import away, place
from vangnet.case.terms import after

if TYPE_CHECKING:
    from vangnet.case.facts import Context
    from vangnet.case.mails import Elsewhere

LATE_MAX = timedelta(hours=4)
MONTHS = 12
RUNG_AT_ONCE_MAX = 15  # People; each gets a message by each channel.
TRIAL = "trial_alarm"  # The template of its message.


@dataclass(frozen=True)
class TrialItem:
    """A trial alarm; `answered` is when (UTC) first and by which channel, None after signing in.

    `tapped` is when the link of each channel was: one person may show that both reach him.
    """

    asked: tuple[str, ...]
    begun_at: datetime
    answer_by: datetime
    begun_by: str
    rung: frozenset[str] = frozenset()
    answered: Mapping[str, tuple[datetime, str | None]] = field(default_factory=dict)
    tapped: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    reported_at: datetime | None = None

    @property
    def silent(self) -> tuple[str, ...]:
        """Return who did not answer, so far."""
        return tuple(who for who in self.asked if who not in self.answered)

    @property
    def open(self) -> bool:
        """Tell whether answers are still waited for."""
        return self.reported_at is None


def to_be_asked(ctx: Context) -> tuple[str, ...]:
    """Return who gets a trial alarm now: who fills one of its roles, or may come to stand in, and is not away."""
    row = ctx.protocol.document.trial_alarm
    at_work = [(one.document.roles, one.roles_at_work()) for one in ctx.documents]
    roles = (row.people if row else ()) or [name for names, work in at_work for name in names if name in work]
    found = dict.fromkeys(who for role in roles for some in ctx.protocol.candidates(role) for who in some)
    return tuple(who for who in found if who in ctx.protocol.municipality.people and not away(ctx, who))


def overseers(ctx: Context) -> frozenset[str]:
    """Return who reads how a trial alarm went: whom it is reported to, and who began it."""
    row, trial = ctx.protocol.document.trial_alarm, ctx.case.trial
    told = {who for role in (row.report_to if row else ()) for who in place(ctx, role)}
    return frozenset(told | {trial.begun_by} if trial else told)


def first_working_day(year: int, month: int) -> date:
    """Return the first working day of a month."""
    return next(day for day in (date(year, month, number) for number in range(1, 15)) if is_working_day(day))


def moments(since: datetime, months: int, clock: time) -> Iterator[datetime]:
    """Yield when trial alarms are due after a moment, without end (UTC in and out)."""
    day = amsterdam_day(since)
    number = day.year * MONTHS + (day.month - 1) // months * months
    while True:
        found = at_clock(first_working_day(number // MONTHS, number % MONTHS + 1), clock)
        if found > since:
            yield found
        number += months


def calling(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield, in the calendar, when the next trial alarm is due, and that it is."""
    row, began = ctx.protocol.document.trial_alarm, ctx.case.trial_since or ctx.case.filed_at
    if ctx.case.kind != "obligations" or row is None or row.months is None or began is None:
        return
    coming = moments(began, row.months, time.fromisoformat(row.at))
    due = next(at for at in coming if at + LATE_MAX > ctx.now)
    yield due, e.TrialAlarmDue(reference=reference_of(due), people=to_be_asked(ctx))


def reference_of(due: datetime) -> str:
    """Return the reference of the trial alarm of a month; O is in no reference that is drawn."""
    return f"VN-PROE-{amsterdam_day(due):%y%m}"


def elsewhere(ctx: Context, event: Event) -> Iterator[Elsewhere]:
    """Yield the trial alarm that the calendar calls for, in a stream of its own."""
    row = ctx.protocol.document.trial_alarm
    if isinstance(event, e.TrialAlarmDue) and row and event.people:
        begun = e.TrialAlarmBegun(
            reference=event.reference, answer_by=after(ctx.now, row.answered_within), people=event.people
        )
        yield f"case/{event.reference}", "begun", begun, ""


def reporting(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when it is told how a trial alarm went: once nobody is waited for, or at the end of its time."""
    trial = ctx.case.trial
    if trial and trial.open and not ctx.case.wiped:
        last = max((at for at, _ in trial.answered.values()), default=trial.begun_at)
        told = e.TrialAlarmReported(asked=len(trial.asked), answered=len(trial.answered))
        yield trial.answer_by if trial.silent else last, told


def wiping_trial(ctx: Context) -> Iterator[tuple[datetime, str]]:
    """Yield when a trial alarm is wiped."""
    trial, row = ctx.case.trial, ctx.protocol.document.trial_alarm
    if trial and row and not ctx.case.wiped:
        yield max(after(trial.begun_at, row.kept_for), trial.answer_by), "trial"


def ringing(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield at whom a trial alarm rings next, some at a time: what follows must fit in one stored transaction."""
    trial = ctx.case.trial
    waiting = [who for who in trial.asked if who not in trial.rung] if trial and trial.open else []
    if trial and waiting and not ctx.case.wiped:
        yield trial.begun_at, e.TrialAlarmRung(people=tuple(waiting[:RUNG_AT_ONCE_MAX]))


def rung(ctx: Context, event: e.TrialAlarmRung) -> Iterator[Event]:
    """Ring these people by each channel; the code of the link tells by which of them it was tapped."""
    row = ctx.protocol.document.trial_alarm
    for channel in row.channels if row else ():
        for message in queue(ctx, event.people, (channel,), TRIAL, urgent=True, alarm=channel):
            yield message
            ctx = ctx.having(extend(ctx.case, [message], at=ctx.now))


def reported(ctx: Context, event: e.TrialAlarmReported) -> Iterator[Event]:
    """Tell how it went to whom the document names: counts, and names only after signing in."""
    row = ctx.protocol.document.trial_alarm
    people = [who for role in (row.report_to if row else ()) for who in place(ctx, role)]
    params = {"count": event.asked, "answered": event.answered}
    yield from queue(ctx, people, ("mail",), "trial_reported", send_at=daytime(ctx), params=params)
