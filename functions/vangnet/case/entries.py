"""In which lists a stream stands, so that pages find it without looking at every stream.

The name of a list never holds a name of a person in the clear: the shell hashes what begins with `person:`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from vangnet.case.facts import Context
from vangnet.case.in_force import BAN
from vangnet.case.meetings import chair_roles
from vangnet.case.messages import to_be_seen
from vangnet.case.owners import owner_word, owners
from vangnet.case.people import receiver_roles
from vangnet.case.response_items import MeasureItem
from vangnet.case.state import DutyItem

RECEIPTS_TAKEN_FOR = timedelta(days=3)  # Providers give up by then; what comes later changes nothing.
DAMAGE_LIST = "damage"
MEETINGS = "meetings"
TRIALS = "trials"
OPEN_TRIALS = "trials/open"
PLANS = "plans"  # What is planned, by when it is.
BANS = "bans"  # The streams with a ban that was delivered and did not end, by its last day.
FAR = "9999"  # After every date, for what has no due time.


def entries(ctx: Context) -> frozenset[tuple[str, str]]:
    """Return (list, place) for every list that the stream stands in now."""
    return frozenset(_all(ctx))


def person_list(person: str) -> str:
    """Return the name of a person's own list."""
    return f"person:{person}"


def _all(ctx: Context) -> Iterator[tuple[str, str]]:
    case = ctx.case
    yield from _messages(ctx)
    filed = f"{case.filed_at.isoformat() if case.filed_at else FAR}|{case.reference}"
    if any(alarm.open for alarm in case.alarms.values()):
        yield "alarms", filed
    if case.kind == "mail" and not case.wiped and case.state != "taken":
        yield f"mails/{case.state}", filed
    if case.mail and case.mail.broken and not case.wiped:
        yield "mails/broken", filed
    if case.kind == "meeting" and not case.wiped:
        yield MEETINGS, filed
    if case.trial and not case.wiped:
        yield TRIALS, filed
        if case.trial.open:
            yield OPEN_TRIALS, filed
    if case.plan and not case.wiped:
        yield PLANS, f"{case.plan.at.isoformat()}|{case.reference}"
    if case.kind in {"report", "talk"} and case.filed_at:
        yield from _report(ctx, filed)
    most_urgent: dict[str, str] = {}
    for duty in case.open_duties():
        for name in _work_lists(ctx, duty):
            most_urgent[name] = min(_sort(duty.due), most_urgent.get(name, FAR))
    yield from ((name, f"{due}|{case.reference}") for name, due in most_urgent.items())


def _report(ctx: Context, filed: str) -> Iterator[tuple[str, str]]:
    case = ctx.case
    if case.outcome == "case":
        yield "cases", filed
    if case.outcome == "case" and not case.wiped:
        yield from _money(ctx, filed)
    if banned := [str(one.ends_on) for one in case.measures.values() if one.measure == BAN and _holds(one)]:
        yield BANS, f"{max(banned)}|{case.reference}"
    if case.pattern and case.outcome == "signal" and not case.wiped:
        yield "patterns", filed
    if not case.wiped:
        yield from ((person_list(who), filed) for who in {case.reporter, *_harmed(ctx)} if who)


def _money(ctx: Context, filed: str) -> Iterator[tuple[str, str]]:
    """Yield the list of the cases of which money is open."""
    if any(one.unpaid or one.unclaimed or one.open for one in ctx.case.ledger.values()):
        yield DAMAGE_LIST, filed


def _holds(one: MeasureItem) -> bool:
    return one.delivered_on is not None and one.ends_on is not None and one.ended_at is None


def receipt_list(via: str, receipt: str) -> str:
    """Return the name of the list in which a message waits for the receipt of its provider."""
    return f"receipt/{via}/{receipt}"


def _messages(ctx: Context) -> Iterator[tuple[str, str]]:
    """Yield where messages stand: those that a person must look after, and those that wait for their receipt."""
    case = ctx.case
    troubled = [one for one in case.messages.values() if to_be_seen(case, one)]
    if troubled:
        yield "failures", f"{min(one.queued_at for one in troubled).isoformat()}|{case.reference or case.stream}"
    for message in case.messages.values():
        if message.receipt and message.sent_at and ctx.now - message.sent_at < RECEIPTS_TAKEN_FOR:
            yield receipt_list(message.via, message.receipt), message.id


def _harmed(ctx: Context) -> set[str]:
    return {who for one in ctx.case.harmed for who in (one.person, one.family_of) if who}


def _sort(due: datetime | None) -> str:
    return due.isoformat() if due else FAR


def _work_lists(ctx: Context, duty: DutyItem) -> set[str]:
    """Return the lists of the roles and people whose work this duty may be, their deputies included."""
    if duty.owner:
        return {person_list(duty.owner), *(f"work/{role}" for role in ctx.protocol.holds(duty.owner))}
    row = ctx.protocol.duties()[duty.name]
    return {name for word in (owner_word(ctx, duty), *row.also) for name in _lists_of(ctx, duty, word)}


def _lists_of(ctx: Context, duty: DutyItem, word: str) -> set[str]:
    case = ctx.case
    match word:
        case "receiver":
            return {f"work/{role}" for role in receiver_roles(ctx)}
        case "handler" if case.handler:
            return {person_list(case.handler), *(f"work/{role}" for role in ctx.protocol.holds(case.handler))}
        case "handler":
            return {f"work/{role}" for role in receiver_roles(ctx)}
        case "harmed":
            return {person_list(who) for who in owners(ctx, duty)}
        case "spokesperson":
            return {f"work/{ctx.protocol.document.spokesperson}"}
        case "chair":
            return {f"work/{role}" for role in chair_roles(ctx)}
        case "asked":
            return {f"work/{role}" for role in (case.talk.asked if case.talk else ())}
        case "giver":
            return _giver_lists(ctx, duty)
        case role:
            return {f"work/{role}"}


def _giver_lists(ctx: Context, duty: DutyItem) -> set[str]:
    chosen = ctx.case.givers.get(duty.person or "")
    if chosen:
        return {person_list(chosen), *(f"work/{role}" for role in ctx.protocol.holds(chosen))}
    given = {ctx.protocol.giver_of(office) for office in ctx.protocol.document.offices}
    return {f"work/{role}" for role in given if role}
