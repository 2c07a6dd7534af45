"""Messages as data: to whom, by which channel, from which template, not before when. Their words come when sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from schemas.events import house as h
from schemas.events.base import Event
from vangnet.case.evolve import extend
from vangnet.case.facts import Context
from vangnet.case.state import Case, MessageItem

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
UTC = ZoneInfo("UTC")


def queue(
    ctx: Context,
    people: Iterable[str],
    channels: Iterable[str],
    template: str,
    *,
    send_at: datetime | None = None,
    urgent: bool = False,
    alarm: str | None = None,
    link: int | None = None,
    mentions: tuple[str, ...] = (),
    params: dict[str, Any] | None = None,
) -> Iterator[Event]:
    """Yield one message for each person and channel; whom one of the same is still under way to gets no second."""
    for person in dict.fromkeys(people):
        for channel in channels:
            if _under_way(ctx, person, channel, template, alarm):
                continue
            event = h.MessageQueued(
                message=f"m{len(ctx.case.messages) + 1}",
                channel=channel,
                template=template,
                send_at=max(send_at or ctx.now, ctx.now),
                urgent=urgent,
                alarm=alarm,
                link=link,
                mentions=mentions,
                params=params or {},
                to=person,
            )
            yield event
            ctx = ctx.having(extend(ctx.case, [event], at=ctx.now))


def _under_way(ctx: Context, person: str, channel: str, template: str, alarm: str | None) -> bool:
    same = (
        message
        for message in ctx.case.messages.values()
        if (message.to, message.channel) == (person, channel)
        and (message.alarm == alarm if alarm else message.template == template and template in ONCE)
    )
    return any(message.pending or (alarm and _just_told(ctx, message)) for message in same)


def _just_told(ctx: Context, message: MessageItem) -> bool:
    """Tell whether an alarm's message went a moment ago, as after an outage: no try need follow on its heels."""
    return message.sent_at is not None and timedelta(0) <= ctx.now - message.sent_at < JUST_TOLD


def overtaken(case: Case, message: MessageItem) -> bool:
    """Tell whether a message has lost its sense: its alarm was answered or is over, its duty is no longer open."""
    alarm = case.alarms.get(message.alarm or "")
    duty = case.duties.get(str(message.params.get("duty", "")))
    over = message.template == "trial_alarm" and case.trial is not None and not case.trial.open
    called_off = message.template == "plan_soon" and case.plan is not None and case.plan.held is not None
    return bool((alarm and not alarm.open) or (duty and duty.state != "open") or called_off or over)


def to_be_seen(case: Case, message: MessageItem) -> bool:
    """Tell whether a person must look after a message: it did not arrive, and nothing has made up for it since.

    What makes up for it: its alarm was answered, its duty is done, the case is closed, or a later message to the same
    person by the same channel arrived.
    """
    if not message.troubled or overtaken(case, message) or case.state == "closed":
        return False
    names = list(case.messages)
    later = (case.messages[name] for name in names[names.index(message.id) + 1 :])
    same = (one for one in later if (one.to, one.channel) == (message.to, message.channel))
    return not (message.state in {"lost", "given_up"} and any(one.state in {"sent", "delivered"} for one in same))


JUST_TOLD = timedelta(minutes=2)
ONCE = frozenset({"case_new", "signal_new", "guidance_new"})  # One person in two places is told once.


def missing_receipts(ctx: Context) -> Iterator[tuple[datetime, Event]]:
    """Yield when a message counts as lost, as its receipt did not come in the time that the provider is given."""
    for message in ctx.case.messages.values():
        if message.state == "sent" and message.receipt_due:
            yield message.receipt_due, lost(ctx, message, "no_receipt")


def lost(ctx: Context, message: MessageItem, why: str) -> Event:
    """Return that a message did not arrive; where another provider may do better it goes out once more."""
    others = [one for one in ctx.protocol.municipality.gateways if one.name != message.via]
    again = message.channel == "sms" and bool(others) and message.tries == 0
    return h.MessageLost(message=message.id, why=why, again_at=ctx.now if again else None)


def daytime(ctx: Context) -> datetime:
    """Return now, or when it is night in Amsterdam the next morning, for what is not urgent (UTC)."""
    hours = ctx.protocol.document.daytime
    local = ctx.now.astimezone(AMSTERDAM)
    clock = local.strftime("%H:%M")
    if hours.since <= clock < hours.until:
        return ctx.now
    day = local.date() if clock < hours.since else local.date() + timedelta(days=1)
    hour, minute = (int(part) for part in hours.since.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)
