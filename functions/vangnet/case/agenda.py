"""What time brings: everything that a stream will do by itself, and when. The clock does what is due, once, in order.

The next wake-up and what a tick does come from the same list, so that neither can forget what the other knows.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from schemas.events import house as h
from schemas.events import reports as r
from schemas.events import work as e
from schemas.events.base import Event
from vangnet.case import alarms
from vangnet.case.calling_care import offers_again
from vangnet.case.digest import sending_digest
from vangnet.case.evolving.work import STAGES
from vangnet.case.facts import Context
from vangnet.case.mails import telling_reader, wiping_mail
from vangnet.case.messages import missing_receipts, overtaken
from vangnet.case.obligations import to_come
from vangnet.case.owners import deputies, owners
from vangnet.case.people import place
from vangnet.case.retention import wiped_at
from vangnet.case.state import DutyItem
from vangnet.case.terms import after

REMINDERS_MAX = 3  # The stages "reminded_1" to "reminded_3"; more is nagging, and nagging is not read.
FOLLOWED_WITHIN = timedelta(minutes=1)  # The sweep's promise for what nobody followed.


Step = tuple[datetime, Callable[[], Event]]  # When, and what; who is told is looked up only if it is done.


def upcoming(ctx: Context) -> list[tuple[datetime, Event]]:
    """Return what the stream will do next by itself, the earliest first; one step of each thing that is going on."""
    return [(at, made()) for at, made in sorted(_everything(ctx), key=lambda step: step[0])]


def next_due(ctx: Context) -> tuple[datetime, Event] | None:
    """Return the first thing that is due now, or None."""
    first = min(_everything(ctx), key=lambda step: step[0], default=None)
    return (first[0], first[1]()) if first and first[0] <= ctx.now else None


def next_wake(ctx: Context) -> datetime | None:
    """Return when the stream wants to be woken (UTC): for what time brings, for messages, for what was not followed."""
    times = [at for at, _ in _everything(ctx)]
    times += [message.send_at for message in ctx.case.messages.values() if message.pending]
    times += [*_duties_to_come(ctx), *to_come(ctx)]
    if any(one.waits for one in ctx.case.made.values()) and not ctx.case.wiped:
        times.append(ctx.now + FOLLOWED_WITHIN)  # Until its file is there it is asked for again.
    if ctx.case.followed < ctx.case.version:
        times.append(ctx.now + FOLLOWED_WITHIN)
    return min(times, default=None)


def _everything(ctx: Context) -> Iterator[Step]:
    yield from ((at, partial(_same, event)) for at, event in alarms.upcoming(ctx))
    for duty in ctx.case.open_duties():
        yield from _next_stage(ctx, duty)
    yield from ((at, partial(_same, event)) for at, event in _wiping(ctx))
    yield from ((at, partial(_same, event)) for at, event in sending_digest(ctx))
    yield from ((at, partial(_same, event)) for at, event in telling_reader(ctx))
    yield from ((at, partial(_same, event)) for at, event in missing_receipts(ctx))
    yield from ((at, partial(_same, event)) for at, event in _of_trials(ctx))


def _of_trials(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield what is to happen of trial alarms; loaded here, as no report has any."""
    if ctx.case.kind in {"obligations", "trial"}:
        from vangnet.case.trials import calling, reporting, ringing, wiping_trial

        yield from (*calling(ctx), *ringing(ctx), *reporting(ctx))
        yield from ((at, r.Wiped(because=why)) for at, why in wiping_trial(ctx))


def _of_plan(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when a plan is wiped; loaded here, as no report is one."""
    if ctx.case.plan:
        from vangnet.case.plans import wiping_plan

        yield from ((at, r.Wiped(because=why)) for at, why in wiping_plan(ctx))


def _same(event: Event) -> Event:
    return event


def _stages(duty: DutyItem) -> Iterator[tuple[int, datetime]]:
    for number, at in enumerate(duty.reminders[-REMINDERS_MAX:]):
        yield 1 + number, at
    if duty.due and duty.due > duty.opened_at and not duty.soft:
        yield STAGES.index("overdue"), duty.due
    if duty.escalates:
        yield STAGES.index("escalated"), duty.escalates


def _next_stage(ctx: Context, duty: DutyItem) -> Iterator[Step]:
    """Yield the next stage of a duty; stages that were missed collapse into the last one, but the owner is told."""
    ahead = [(stage, at) for stage, at in _stages(duty) if stage > duty.stage]
    if ahead:
        missed = [(stage, at) for stage, at in ahead if at <= ctx.now]
        stage, at = missed[-1] if missed else ahead[0]
        collapsed = frozenset(name for name, _ in missed) if missed else frozenset({stage})
        yield at, partial(_stage_reached, ctx, duty, stage, collapsed)


def _stage_reached(ctx: Context, duty: DutyItem, stage: int, collapsed: frozenset[int]) -> Event:
    """Return that these stages were reached, with everybody who is to be told."""
    people: tuple[str, ...] = owners(ctx, duty)
    if STAGES.index("overdue") in collapsed:
        people = (*people, *deputies(ctx, duty))
    if STAGES.index("escalated") in collapsed:
        escalate = ctx.protocol.duties()[duty.name].escalate
        above = place(ctx, escalate.to) if escalate else ()
        people = (*people, *above) if len(collapsed) > 1 else above
    return e.DutyStageReached(duty=duty.id, stage=STAGES[stage], people=tuple(dict.fromkeys(people)))


def _duties_to_come(ctx: Context) -> list[datetime]:
    """Return when duties open that begin a while after their trigger."""
    taken = ctx.case.taken_at
    rows = ctx.protocol.duties().items() if taken and ctx.case.state != "closed" else ()
    later = [(name, after(taken, row.opens_after)) for name, row in rows if taken and row.opens_after]
    known = {duty.name for duty in ctx.case.duties.values()}
    offers = [name for name, row in ctx.protocol.duties().items() if row.opens == "aftercare_declined"]
    known_for = {duty.person for duty in ctx.case.duties.values() if duty.name in offers}
    again = [at for person, at in offers_again(ctx) if offers and person not in known_for]
    return [*(at for name, at in later if name not in known), *again]


def _wiping(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when what identifies people is wiped: guidance, signals, cases that are over, questions at the door."""
    yield from wiping_mail(ctx)
    yield from _of_plan(ctx)
    document, case = ctx.protocol.document, ctx.case
    if case.kind == "door" and case.filed_at and document.door and not case.wiped:
        yield after(case.filed_at, document.door.kept_for), r.Wiped(because="door")
    if case.kind != "report" or case.wiped or case.filed_at is None:
        return
    since = case.outcome_since or case.filed_at
    if case.outcome == "guidance" and document.guidance:
        yield after(since, document.guidance.wipe_after), r.Wiped(because="guidance")
    if case.outcome == "case" and (over := wiped_at(ctx)):
        yield over, r.Wiped(because="retention")
    if case.outcome == "signal" and document.pattern:
        yield after(since, document.pattern.within), r.Wiped(because="pattern")


def overtaken_messages(ctx: Context) -> Iterator[Event]:
    """Yield the messages that need not go out any more: the alarm was answered, the duty is no longer open."""
    for message in ctx.case.messages.values():
        if message.pending and overtaken(ctx.case, message):
            yield h.MessageDropped(message=message.id)
