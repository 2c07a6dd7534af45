"""A report: who was harmed, which class is suggested and why, and what it leads to - all before its one write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from schemas.commands.intake import FileReport, TurnIntoReport
from schemas.events.base import Event
from schemas.events.reports import ClassReason, OutcomeRaised, ReportFiled
from schemas.report import Forwarded, Harmed
from schemas.words import Outcome
from vangnet.calendar import amsterdam_day
from vangnet.case.deciding.fields import past, unknown
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.classification import suggest

WHO_RULE = "AP-1.1"


@dataclass(frozen=True)
class Assessment:
    """What a report will lead to, as the check page shows it and the event keeps it."""

    suggested: str
    classed: str
    outcome: Outcome
    reasons: tuple[ClassReason, ...]


def assess(ctx: Context, report: FileReport, forwarded: tuple[Forwarded, ...] = ()) -> Assessment:
    """Return class and outcome: the classifier's word, with what the reporter ticked as a floor (AP-2.1.3).

    Of an account and the messages that were passed on with it, the one of the highest class counts.
    """
    protocol = ctx.protocol
    texts = [text for text in (*(one.text for one in forwarded), report.account or "") if text.strip()]
    found = [suggest(text) for text in texts or [""]]
    suggestion = max(found, key=lambda one: protocol.rank(protocol.recognised(one.classed)))
    suggested = protocol.recognised(suggestion.classed)
    said = {"persists": report.persists, "addressed": report.addressed, "stopped": report.stopped}
    classed = protocol.persisting(protocol.highest((suggested, protocol.floor(report.kinds))), said)
    outcome = protocol.outcome(classed, said | {"urgent": report.urgent})
    if not texts:  # A program cannot read a picture or a recording: a person must look.
        outcome = "case"
    reasons = tuple(ClassReason(rule=one.rule, quote=one.quote) for one in suggestion.reasons)
    return Assessment(suggested, classed, outcome, reasons)


def file_report(
    ctx: Context, command: FileReport, *, by_mail: str = "", forwarded: tuple[Forwarded, ...] = ()
) -> tuple[Event, ...]:
    """File a report for oneself, or as one who may for somebody else (AP-1.1).

    One that came by mail is a case until a person confirmed its class.
    """
    harmed = _harmed(ctx, command, taken=bool(by_mail))
    wrong = tuple(wrong_words(ctx, command))
    if wrong:
        raise Invalid(*wrong)
    happened_at = _happened_at(ctx, command)
    found = assess(ctx, command, forwarded)
    event = ReportFiled(
        reference=ctx.facts.reference,
        outcome="case" if by_mail else found.outcome,
        by_mail=by_mail,
        forwarded=forwarded,
        classed=found.classed,
        suggested=found.suggested,
        reasons=found.reasons,
        offices=tuple(dict.fromkeys(_office(ctx, one) for one in harmed)),
        day=amsterdam_day(happened_at or ctx.now).isoformat(),
        reporter=ctx.actor,
        harmed=harmed,
        happened_at=happened_at,
        fingerprints=_fingerprints(ctx, command),
        **command.model_dump(include=set(AS_REPORTED)),
    )
    return (event,)


AS_REPORTED = (
    *("kinds", "channel", "target", "urgent", "addressed", "stopped", "persists", "account", "place"),
    *("perpetrators", "aim", "decision_at_stake", "injury", "damage", "evidence", "report_to"),
)


def turn_into_report(ctx: Context, command: TurnIntoReport) -> tuple[Event, ...]:
    """Make a case of guidance or a signal, until it is wiped."""
    if ctx.case.outcome == "case":
        raise Refused("AP-2.1.10", "already_case")
    return (OutcomeRaised(outcome="case", why=command.why),)


def _harmed(ctx: Context, command: FileReport, *, taken: bool) -> tuple[Harmed, ...]:
    """Return who was harmed; everyone must hold an office, be family of who does, or be the municipality.

    Who may take a mail that came in may do so for anybody.

    Raises:
        Refused: by AP-1.1, for anybody else, or a report for others by who may not.
    """
    own = Harmed(person=ctx.actor)
    harmed = tuple(_meant(ctx, one) for one in command.harmed) or (own,)
    for one in harmed:
        person = one.person or one.family_of
        body = one.body is not None and ctx.protocol.is_body(one.body)
        if not body and (person is None or not ctx.protocol.may_be_harmed(person)):
            raise Refused(WHO_RULE, "no_office")
    concerned = {who for one in harmed for who in (one.person, one.family_of)}
    for_others = set(ctx.protocol.roles_of(ctx.actor)) & set(ctx.protocol.document.report_for_others)
    if ctx.actor not in concerned and not (for_others or taken) and any(one.body is None for one in harmed):
        raise Refused(WHO_RULE, "for_others")
    return harmed


def office_concerned(ctx: Context, harmed: Iterable[Harmed]) -> str | None:
    """Return the office under whose document a report begins: of the first who was harmed, else of who reports."""
    one = next((_meant(ctx, one) for one in harmed), Harmed(person=ctx.actor))
    person = one.person or one.family_of
    return ctx.protocol.office_of(person) if person else one.body


def _meant(ctx: Context, one: Harmed) -> Harmed:
    """Read the name of an office where a person is meant: family is the reporter's, the municipality a body."""
    if one.person == ctx.protocol.family_office():
        return Harmed(family_of=ctx.actor, name=one.name)
    if one.person and ctx.protocol.is_body(one.person):
        return Harmed(body=one.person)
    return one if one.family_of or one.body or one.person else Harmed(person=ctx.actor)


def _office(ctx: Context, one: Harmed) -> str:
    if one.family_of:
        return ctx.protocol.family_office() or ""
    return one.body or ctx.protocol.office_of(str(one.person)) or ""


def wrong_words(ctx: Context, report: FileReport) -> Iterator[FieldError]:
    """Yield every word of a report that the document does not know, and a time that cannot be."""
    document = ctx.protocol.document
    yield from unknown("channel", report.channel, dict.fromkeys((*document.channels, "unknown")))
    yield from unknown("target", report.target, document.targets)
    yield from unknown("injury", report.injury, document.injuries)
    for kind in report.kinds:
        yield from unknown("kinds", kind, document.kinds)
    yield from unknown("report_to", report.report_to, dict.fromkeys(_offered(ctx, report)))
    for one in report.perpetrators:
        yield from unknown("perpetrators", one.kind, document.perpetrator_kinds)
    try:
        _happened_at(ctx, report)
    except Invalid as late:
        yield from late.errors


def _offered(ctx: Context, report: FileReport) -> Iterator[str]:
    """Yield the roles among which the reporter of this report may choose."""
    for one in report.harmed or (Harmed(person=ctx.actor),):
        person = one.person or one.family_of
        office = ctx.protocol.office_of(person) if person else one.body
        if office in ctx.protocol.document.offices:
            yield from ctx.protocol.document.offices[office].offered


def _happened_at(ctx: Context, command: FileReport) -> datetime | None:
    if isinstance(command.happened_at, str):
        return None
    return past(ctx, "happened_at", command.happened_at)


def _fingerprints(ctx: Context, command: FileReport) -> tuple[str, ...]:
    names = (one.name for one in command.perpetrators if one.name and ctx.protocol.identifiable(one.kind))
    return tuple(dict.fromkeys(ctx.facts.fingerprints[name] for name in names))


__all__ = ["Assessment", "assess", "file_report", "office_concerned", "turn_into_report", "wrong_words"]
