"""Police and prosecution: told, consented, filed, prosecuted, secured.

Before an aangifte, in this order, each by AP-5.4.1: everybody whom it is about consented, and it has a reference and
the offences that it names.
"""

import re
from collections.abc import Iterator

from schemas.commands import police as c
from schemas.events import police as e
from schemas.events.base import Event
from schemas.events.work import DutyDone
from vangnet.case.deciding.fields import known, one_harmed, past
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.owners import owners
from vangnet.case.police import CONSENT_RULES, lacking, must_consent

NOTIFY_RULE = "AP-5.2.10"
AANGIFTE_RULE = "AP-5.4.1"
REPORT_BACK_RULE = "AP-5.4.10"
INJURED_PARTY_RULE = "AP-5.4.4"
SECURITY_RULE = "AP-5.4.6"
CONSULT_RULE = "AP-5.4.7"
# Who decides to protect a person, since 2026 by the national system or locally by the prosecution; of an object
# the burgemeester may (Circulaire 2026). No role of the municipality is among those for a person.
PERSONS_SECURED_BY = ("hoofdofficier", "minister_jenv_nctv")
OBJECTS_SECURED_BY = (*PERSONS_SECURED_BY, "burgemeester")
CONSULTED = ("om", "nctv", "driehoek", "commissaris", "burgemeester", "police")
# How far a prosecution is; it goes on, and back only where a judge orders what was dismissed to be prosecuted.
STEPS = {"none": 0, "filed": 1, "investigation": 2, "charged": 3, "dismissed": 3, "judged": 4}
_ARTICLE = re.compile(r"\d+[a-z]*")


def notify_police(ctx: Context, command: c.NotifyPolice) -> tuple[Event, ...]:
    """Record that the police was told, with its reference, whether or not it is an offence (AP-5.2.10)."""
    notified_at = past(ctx, "at", command.at)
    if not (command.reference or "").strip():
        raise Refused(NOTIFY_RULE, "no_reference")
    return (e.PoliceNotified(notified_at=notified_at, reference=command.reference or ""),)


def consent(ctx: Context, command: c.Consent) -> tuple[Event, ...]:
    """Record a person's own yes or no to one purpose; a no is no refusal for ever."""
    person = _own(ctx, command.person, command.to)
    now = ctx.case.police.consents.get((person, command.to))
    said = {"to": command.to, "person": person, "scope": command.scope or ""}
    if now and now.withdrawn_at is None and (now.given, now.scope) == (command.given, said["scope"]):
        return ()
    if command.given:
        return (e.ConsentGiven(**said),)
    _not_filed_for(ctx, person, command.to)
    before = (e.ConsentWithdrawn(to=command.to, person=person),) if now and now.holds else ()
    return (*before, e.ConsentRefused(**said))


def withdraw_consent(ctx: Context, command: c.WithdrawConsent) -> tuple[Event, ...]:
    """Take a consent back; for the aangifte only while it was not filed, as it cannot be withdrawn (AP-5.4.1)."""
    person = _own(ctx, command.person, command.to)
    now = ctx.case.police.consents.get((person, command.to))
    if now is None or not now.holds:
        raise Refused(CONSENT_RULES[command.to], "no_consent_to_withdraw")
    _not_filed_for(ctx, person, command.to)
    return (e.ConsentWithdrawn(to=command.to, person=person),)


def _own(ctx: Context, person: str | None, to: str) -> str:
    """Return about whom a consent is: oneself, or family of one's own."""
    found = one_harmed(ctx, "person", person)
    if not any(one.key == found and ctx.actor in (one.person, one.family_of) for one in ctx.case.harmed):
        raise Refused(CONSENT_RULES[to], "not_your_choice")
    return found


def _not_filed_for(ctx: Context, person: str, to: str) -> None:
    if to == "aangifte" and any(person in filing.persons for filing in ctx.case.police.filings):
        raise Refused(AANGIFTE_RULE, "already_filed")


def file_aangifte(ctx: Context, command: c.FileAangifte) -> tuple[Event, ...]:
    """Record an aangifte, once everybody whom it is about consented (AP-5.4.1)."""
    named = {one_harmed(ctx, "persons", person) for person in command.persons}
    offences = tuple(dict.fromkeys(_offence(ctx, word) for word in command.offences))
    filed_at = past(ctx, "at", command.at)
    if lacking(ctx, "aangifte", named):
        raise Refused(AANGIFTE_RULE, "no_consent")
    if not (command.reference or "").strip():
        raise Refused(AANGIFTE_RULE, "no_reference")
    if not offences:
        raise Refused(AANGIFTE_RULE, "no_offences")
    filed = e.AangifteFiled(
        filed_at=filed_at,
        reference=command.reference or "",
        offences=offences,
        persons=must_consent(ctx, named),
        **command.model_dump(include=set(CHECKLIST)),
    )
    return (filed,)


CHECKLIST = ("domicile_town_hall", "under_number", "vpt_code", "wants_information", "wants_damages")


def _offence(ctx: Context, word: str) -> str:
    """Return the offence that is meant: by its name, its label, its article or the kind of behaviour.

    Raises:
        Invalid: naming the offences that the document knows.
    """
    table = ctx.protocol.document.aangifte
    rows = table.offences if table else {}
    said = word.strip().casefold()
    found = _ARTICLE.search(said)
    for name, row in rows.items():
        names = {name, row.label.nl.casefold(), (row.label.en or "").casefold()}
        if said in names or (found and found[0] == row.article):
            return name
    meant = next((name for name, row in rows.items() if said in row.kinds), None)
    if meant is None:
        raise Invalid(FieldError("offences", "unknown_word", {"word": word, "choices": ", ".join(rows)}))
    return meant


def record_prosecution(ctx: Context, command: c.RecordProsecution) -> tuple[Event, ...]:
    """Record where the prosecution stands now; it goes on, never back, but for what a judge orders (AP-5.4.10)."""
    happened_at = past(ctx, "at", command.at)
    now = ctx.case.police.prosecution
    if command.state is None:
        raise Refused(REPORT_BACK_RULE, "no_state")
    if command.state == now and not (command.result or "").strip():
        return ()
    ordered = now == "dismissed" and command.state == "investigation"
    if command.state == "none" or (STEPS[command.state] < STEPS[now] and not ordered):
        raise Refused(REPORT_BACK_RULE, "prosecution_goes_on")
    recorded = e.ProsecutionRecorded(state=command.state, happened_at=happened_at, result=command.result or "")
    return (recorded,)


def record_police_request(ctx: Context, command: c.RecordPoliceRequest) -> tuple[Event, ...]:
    """Record what the police asks of a person harmed, who is the injured party and whose task it is (AP-5.4.4)."""
    known("with", command.with_, CONSULTED)
    asked_at = past(ctx, "at", command.at)
    if not (command.outcome or "").strip():
        raise Refused(INJURED_PARTY_RULE, "nothing_asked")
    people = [one.key for one in ctx.case.harmed if one.body is None]
    whom = [one_harmed(ctx, "person", command.person)] if command.person else people
    return tuple(
        e.PoliceAsked(asked_at=asked_at, with_whom=command.with_ or "", person=person, what=command.outcome or "")
        for person in whom or [""]
    )


def record_consultation(ctx: Context, command: c.RecordConsultation) -> tuple[Event, ...]:
    """Record whom one consulted and what came of it, the NCTV also where the burgemeester is threatened (AP-5.4.7)."""
    known("with", command.with_, CONSULTED)
    held_at = past(ctx, "at", command.at)
    if command.with_ is None:
        raise Refused(CONSULT_RULE, "nobody_consulted")
    if not (command.outcome or "").strip():
        raise Refused(CONSULT_RULE, "no_outcome")
    return (
        e.Consulted(with_whom=command.with_, held_at=held_at, outcome=command.outcome or ""),
        *_triangle_held(ctx, command),
    )


def _triangle_held(ctx: Context, command: c.RecordConsultation) -> Iterator[Event]:
    """Yield that the duty to consider the driehoek is done, where its owner says that it was held there."""
    row = ctx.protocol.document.triangle
    for duty in ctx.case.open_duties() if row and command.with_ == "driehoek" else ():
        if row and duty.name == row.duty and ctx.actor in owners(ctx, duty):
            held_at = past(ctx, "at", command.at)
            yield DutyDone(duty=duty.id, done_at=held_at, done_by=ctx.actor, outcome=command.outcome)


def record_security_measure(ctx: Context, command: c.RecordSecurityMeasure) -> tuple[Event, ...]:
    """Record a measure of protection and who decided it; nobody of the municipality decides one for a person."""
    of_object = command.for_ == "object"
    allowed = OBJECTS_SECURED_BY if of_object else PERSONS_SECURED_BY
    if command.decided_by is None or command.decided_by not in allowed:
        raise Refused(SECURITY_RULE, "not_theirs_to_secure" if command.decided_by else "nobody_decided")
    if not command.measure:
        raise Refused(SECURITY_RULE, "no_security_measure")
    return (e.SecurityMeasureRecorded(decided_by=command.decided_by, object=of_object, measure=command.measure),)


def make_police_file(ctx: Context, command: c.MakePoliceFile) -> tuple[Event, ...]:
    """Record that the file for the police was made, by who sees all that is in it (AP-5.1.9)."""
    return (e.PoliceFileMade(sha256=command.sha256, files=command.files),)
