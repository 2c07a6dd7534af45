"""What calls for a duty: for each trigger of the document, since when, for whom, and whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from vangnet.case.call import Call
from vangnet.case.calling_care import CARE_SETTLED, OF_CARE, since_talk_before, supported
from vangnet.case.calling_measures import OF_MEASURES
from vangnet.case.calling_meetings import OF_MEETINGS
from vangnet.case.calling_plans import OF_PLANS
from vangnet.case.facts import Context
from vangnet.case.obligations import OF_THE_CALENDAR, held
from vangnet.case.outgoing import approved, drafted
from vangnet.case.people import office_concerned
from vangnet.case.police import Happened, klacht_of, must_consent
from vangnet.case.remedies import OF_REMEDIES, decided
from vangnet.case.state import Case, DutyItem
from vangnet.case.terms import after

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import Duty, When


def calls(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Yield each call for this duty that holds now."""
    closed = ctx.case.state == "closed" and row.ends_with_case
    if ctx.case.wiped or closed:
        return
    for trigger in row.also_opens:  # Whatever the conditions of the first.
        yield from TRIGGERS[trigger](ctx, name, row)
    found = [*TRIGGERS[row.opens](ctx, name, row)]  # Asked first, as most find nothing and the rest need not be known.
    if not found or not _holds(ctx, row.when):
        return
    since = _conditions_since(ctx, row.when)
    for call in found:
        yield replace(call, at=max(call.at, since) if since else call.at)


def contact_complete(case: Case) -> bool:
    """Tell whether everyone harmed was spoken to."""
    people = {one.key for one in case.harmed if one.body is None}
    return people <= set(case.contacted)


def _holds(ctx: Context, when: When) -> bool:
    case = ctx.case
    offices = {office_concerned(ctx, one) for one in case.harmed}
    known = any(one.name and ctx.protocol.identifiable(one.kind) for one in case.perpetrators)
    return (
        (not when.offices or bool(offices & set(when.offices)))
        and (not when.classes or case.classed in when.classes)
        and (not when.kinds or bool(case.report and set(case.report.kinds) & set(when.kinds)))
        and (when.perpetrator_known is None or known == when.perpetrator_known)
        and (case.classed not in when.may_respond_for or case.may_respond is True)
    )


def _conditions_since(ctx: Context, when: When) -> datetime | None:
    """Return since when the conditions hold, where a person's word made them so: on the class, or on who did it."""
    known = _identified_since(ctx) if when.perpetrator_known else None
    moments = [at for at in (ctx.case.class_since if when.classes else None, known) if at]
    return max(moments, default=None)


def _identified_since(ctx: Context) -> datetime | None:
    """Return since when a person knows who did it, where the reporter named nobody."""
    named = ctx.case.report.perpetrators if ctx.case.report else ()
    if any(one.name and ctx.protocol.identifiable(one.kind) for one in named):
        return None
    return min((one.since for one in ctx.case.identities.values()), default=None)


def _case(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.outcome != "case" or ctx.case.case_since is None:
        return
    if not row.per_harmed:
        yield Call(ctx.case.case_since)
        return
    for one in ctx.case.harmed:
        since = since_talk_before(ctx, name, one.key) if row.anchor == "previous_talk" else ctx.case.case_since
        if one.body is None and one.key not in ctx.case.declined and since and _wished(ctx, name, one.key):
            yield Call(since, person=one.key)
    yield from supported(ctx, name, row)


def _wished(ctx: Context, name: str, person: str) -> bool:
    """Tell whether a talk is held with this person: always, or where the document says so once he asked for it."""
    on_wish = ctx.protocol.document.aftercare.offer == "on_wish" and ctx.protocol.talk_of_duty(name) is not None
    return not on_wish or person in ctx.case.taken_up_at


def _acknowledged(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    answered = [alarm for alarm in ctx.case.alarms.values() if alarm.acknowledged]
    if ctx.case.kind != "report" or not answered or contact_complete(ctx.case):
        return
    who, at = next(iter(answered[-1].acknowledged.items()))
    yield Call(at, owner=who)


def _taken(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.taken_at is None:
        return
    begins = after(ctx.case.taken_at, row.opens_after) if row.opens_after else ctx.case.taken_at
    if begins <= ctx.now:
        yield Call(begins)


def _class_confirmed(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    contacted_at, _ = ctx.case.given.get("record_first_contact", (None, ""))
    confirmed_at = ctx.case.confirmed_at
    if ctx.case.outcome == "case" and confirmed_at:
        waits = ctx.case.classed in row.when.may_respond_for
        yield Call(max(confirmed_at, contacted_at) if waits and contacted_at else confirmed_at)


def _identified(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.outcome == "case" and ctx.case.identities:
        yield Call(min(one.since for one in ctx.case.identities.values()))


def _injury(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.outcome != "case":
        return
    done = [item.injuries_known for item in ctx.case.duties.values() if item.name == name and item.state == "done"]
    new = ctx.case.injuries[max(done, default=0) :]
    serious = [known_at for injury, known_at in new if ctx.protocol.serious(injury)]
    if serious:
        yield Call(serious[0], again=bool(done))


def _talk_asked(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.talk and ctx.case.filed_at and ctx.case.answered is None:
        yield Call(ctx.case.filed_at)


def _mail_queued(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    if ctx.case.mail and ctx.case.mail.way == "queue" and ctx.case.filed_at:
        yield Call(ctx.case.filed_at)


def _consent(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """Since somebody harmed agreed to an aangifte, until one is filed for him."""
    since = _to_file(ctx.case)
    if since:
        again = any(duty.name == name and duty.state == "done" for duty in ctx.case.duties.values())
        yield Call(max(since), again=again)


def _to_file(case: Case) -> list[datetime]:
    """Return since when each person waits for whom an aangifte may be filed, and is not yet."""
    filed = {person for filing in case.police.filings for person in filing.persons}
    consents = case.police.consents.items()
    return [one.since for (person, to), one in consents if to == "aangifte" and one.holds and person not in filed]


def _all_filed(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom the last aangifte was filed since the duty began, once nobody waits for one."""
    filed = [(one.recorded_at, one.by) for one in case.police.filings if one.recorded_at >= duty.opened_at]
    return None if _to_file(case) or not filed else filed[-1]


def _klacht(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    """For everybody harmed whose own complaint an offence of an aangifte needs (Sr 66, 269)."""
    seen: set[str] = set()
    for filing in ctx.case.police.filings:
        for person in klacht_of(ctx, filing.offences, filing.persons):
            if person not in seen:
                yield Call(filing.filed_at, person=person)
                seen.add(person)


def _police_told(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    yield from _since_done(ctx, name, ctx.case.police.told)


def _prosecution(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    wanted = row.when.prosecution
    changes = tuple(one for one in ctx.case.police.changes if not wanted or one.word in wanted)
    for person in must_consent(ctx) if row.per_harmed else (None,):
        yield from _since_done(ctx, name, changes, person)


def _police_asked(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    for person in must_consent(ctx):
        asked = tuple(one for one in ctx.case.police.asked if one.word == person)
        yield from _since_done(ctx, name, asked, person)


def _since_done(ctx: Context, name: str, what: tuple[Happened, ...], person: str | None = None) -> Iterator[Call]:
    """Yield a call for the first of what happened since the duty was last done."""
    done = [
        one.done_in for one in ctx.case.duties.values() if (one.name, one.person, one.state) == (name, person, "done")
    ]
    fresh = [one for one in what if one.version > max(done, default=0)]
    if fresh:
        yield Call(fresh[0].known_at, person=person, again=bool(done))


def _damage_unpaid(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    since = [one.since for one in ctx.case.ledger.values() if one.unpaid]
    if since and ctx.case.outcome == "case":
        yield Call(max(min(since), ctx.case.case_since or min(since)), again=True)


def _damage_unclaimed(ctx: Context, name: str, row: Duty) -> Iterator[Call]:
    since = [one.since for one in ctx.case.ledger.values() if one.unclaimed]
    if since and ctx.case.outcome == "case":
        yield Call(max(min(since), ctx.case.case_since or min(since)), again=True)


def _all_paid(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom the last of the damage was paid ahead, once all of it is."""
    return None if any(one.unpaid for one in case.ledger.values()) else _last_change(case)


def _all_claimed(case: Case, duty: DutyItem) -> tuple[datetime, str] | None:
    """Return when and by whom the last of the damage was claimed or left, once all of it is."""
    return None if any(one.unclaimed for one in case.ledger.values()) else _last_change(case)


def _last_change(case: Case) -> tuple[datetime, str] | None:
    changes = [(one.changed_at, one.changed_by) for one in case.ledger.values() if one.changed_at]
    return max(changes, default=None)


# What shows the duties of a trigger done, where it is not one command but what all of them came to.
SETTLED: dict[str, Callable[[Case, DutyItem], tuple[datetime, str] | None]] = {
    "consent": _all_filed,
    "objection": decided,
    "complaint": decided,
    "erasure_asked": decided,
    "damage_unpaid": _all_paid,
    "damage_unclaimed": _all_claimed,
    "new_term": held,
    "each_year": held,
    "message_drafted": approved,
    **CARE_SETTLED,
}
TRIGGERS: dict[str, Callable[[Context, str, Duty], Iterator[Call]]] = {
    "case": _case,
    "alarm_acknowledged": _acknowledged,
    "case_taken": _taken,
    "class_confirmed": _class_confirmed,
    "perpetrator_identified": _identified,
    "injury": _injury,
    "talk_asked": _talk_asked,
    "mail_queued": _mail_queued,
    **OF_MEASURES,
    **OF_REMEDIES,
    **OF_MEETINGS,
    **OF_PLANS,
    **OF_THE_CALENDAR,
    "consent": _consent,
    "klacht": _klacht,
    "police_told": _police_told,
    "police_asked": _police_asked,
    "prosecution": _prosecution,
    "damage_unpaid": _damage_unpaid,
    "damage_unclaimed": _damage_unclaimed,
    "message_drafted": drafted,
    **OF_CARE,
}
