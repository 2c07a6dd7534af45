"""The alarm: along its chain, again and again, until a person acknowledges it.

- Each link is due a term after the one before; a link in which nobody is new is passed over at once.
- A message of a link that failed passes the alarm on at once: sent is not reached.
- Everyone told so far is told again, ever less often, and never not at all.
- Acknowledged is not handled: where the first contact is not recorded in time, the alarm comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from schemas.events import work as e
from schemas.events.base import Event
from vangnet.case.facts import Context
from vangnet.case.people import barred, deputies_of, place
from vangnet.case.state import AlarmItem
from vangnet.case.terms import after

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Alarm, ChainLink
    from schemas.protocol.alarm import Again

RETRIES_LOOKED_AHEAD_MAX = 100_000  # A daily retry for longer than anybody serves.


def rules(ctx: Context) -> Alarm | None:
    """Return the document's rules for alarms."""
    return ctx.protocol.document.alarm


def chain(ctx: Context) -> tuple[ChainLink, ...]:
    """Return the chain that an alarm of this stream goes along."""
    alarm = rules(ctx)
    if alarm is None:
        return ()
    chains = {"talk": alarm.talk_chain, "plan": alarm.visit_chain}
    return chains.get(ctx.case.kind) or alarm.chain


def people_of(ctx: Context, link: ChainLink) -> tuple[str, ...]:
    """Return who is meant by a link, now."""
    found = (who for word in link.who for who in (deputies_of(ctx, word) if link.deputy else place(ctx, word)))
    return tuple(dict.fromkeys(found))


def in_chain(ctx: Context, alarm: AlarmItem, person: str) -> bool:
    """Tell whether a person was told, or stands in a later link."""
    if person in alarm.told:
        return not barred(ctx, person)
    return any(person in people_of(ctx, link) for link in chain(ctx))


def called_for(ctx: Context) -> bool:
    """Tell whether the case, as it is now, calls for an alarm: by its class, or because it is urgent."""
    alarm = rules(ctx)
    if alarm is None or ctx.case.kind not in {"report", "talk"} or ctx.case.wiped:
        return False
    return ctx.case.classed in alarm.classes or (alarm.urgent and ctx.case.urgent)


def ringing(ctx: Context) -> bool:
    """Tell whether an alarm of the stream is open."""
    return any(alarm.open for alarm in ctx.case.alarms.values())


def at_once(ctx: Context) -> Iterator[Event]:
    """Yield what needs no clock: the alarm that is called for, its first link, and the next one after a failure.

    Alarming mails of unknown senders share the alarm of their queue for as long as it is open.
    """
    if called_for(ctx) and not ctx.case.alarms:
        yield e.AlarmOpened(alarm="alarm-1", cause="urgent" if ctx.case.urgent else "class")
        return
    if any(mail.alarming and not mail.alarmed for mail in ctx.case.waiting.values()) and not ringing(ctx):
        yield e.AlarmOpened(alarm=f"alarm-{len(ctx.case.alarms) + 1}", cause="mail")
        return
    for alarm in ctx.case.alarms.values():
        step = next_link(ctx, alarm) if alarm.open else None
        if step and (alarm.links_told == 0 or alarm.links_told - 1 in alarm.failed_links):
            yield step[1]


def returning(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when the alarm comes back, as the first contact was not recorded in time."""
    alarm = rules(ctx)
    last = ctx.case.alarm
    if alarm is None or last is None or last.open:
        return
    for duty in ctx.case.open_duties():
        if duty.name == alarm.returns_with and duty.due:
            yield duty.due, e.AlarmOpened(alarm=f"alarm-{len(ctx.case.alarms) + 1}", cause="returned")


def next_link(ctx: Context, alarm: AlarmItem) -> tuple[datetime, Event] | None:
    """Return when the alarm goes on to its next link, and to whom; None at the end of the chain."""
    links = chain(ctx)
    config = rules(ctx)
    if config is None or alarm.links_told >= len(links):
        return None
    failed = alarm.links_told - 1 in alarm.failed_links
    since = alarm.link_due_at or alarm.opened_at
    due = since if alarm.links_told == 0 else ctx.now if failed else after(since, config.link)
    number = alarm.links_told
    people: tuple[str, ...] = ()
    for number in range(alarm.links_told, len(links)):
        people = tuple(who for who in people_of(ctx, links[number]) if who not in alarm.told)
        if people:
            break
    return due, e.LinkTold(alarm=alarm.id, link=number, due_at=due, people=people)


def next_try(ctx: Context, alarm: AlarmItem) -> tuple[datetime, Event] | None:
    """Return when everybody told so far is told again."""
    config = rules(ctx)
    if config is None or alarm.tried_at is None:
        return None
    at = next_step(config.again, alarm.opened_at, alarm.tried_at)
    waiting = tuple(who for who in alarm.told if who not in alarm.acknowledged and not barred(ctx, who))
    return (at, e.AlarmTriedAgain(alarm=alarm.id, people=waiting)) if at else None


@lru_cache(maxsize=1024)
def next_step(again: tuple[Again, ...], opened_at: datetime, tried_at: datetime) -> datetime | None:
    """Return the first step of the document's rhythm after the last try."""
    step = opened_at
    for row in again:
        end = after(opened_at if step == opened_at else step, row.during) if row.during else None
        for _ in range(RETRIES_LOOKED_AHEAD_MAX):
            following = after(step, row.every)
            if end and following > end:
                break
            step = following
            if step > tried_at:
                return step
    return None


def telling_reporter(ctx: Context, alarm: AlarmItem) -> tuple[datetime, Event] | None:
    """Return when the reporter is sent the police's numbers, as nobody has seen his alarm."""
    config = rules(ctx)
    told = alarm.reporter_told or alarm.acknowledged or not ctx.case.reporter or ctx.case.kind == "plan"
    if config is None or config.reporter_told_after is None or told:
        return None
    return after(alarm.opened_at, config.reporter_told_after), e.ReporterTold(alarm=alarm.id)


def upcoming(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield what the alarms of the stream will do next, and when."""
    for alarm in ctx.case.alarms.values():
        if alarm.open:
            steps = (next_try(ctx, alarm), next_link(ctx, alarm), telling_reporter(ctx, alarm))
            yield from (step for step in steps if step)
    yield from returning(ctx)
    if ctx.case.plan:
        from vangnet.case.plans import not_back  # Here, as no report is one.

        yield from not_back(ctx)
