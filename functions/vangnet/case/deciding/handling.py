"""Handling a case: taking it, its class, evidence and notes, duties, advice, closing and reopening."""

from schemas.commands import handling as c
from schemas.events import reports as r
from schemas.events.base import Event
from schemas.events.work import DutyDone
from schemas.words import CLEARING
from vangnet.case.deciding.fields import known, own_harm, past
from vangnet.case.deciding.perpetrators import cleared, nothing_holds
from vangnet.case.duty_names import find_duty
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.inspectorate import of_inspectorate, refused_by
from vangnet.case.people import involved
from vangnet.case.police import may_speak

AIM_RULE = "AP-2.1.11"
RESPONSE_RULE = "AP-2.4"
EVALUATION_RULE = "AP-2.1"
REFLECTION_RULE = "AP-2.7"
ADVICE_RULE = "AP-5.2.1"
SPEAK_RULE = "AP-5.4.3"
DUTY_RULE = "AP-5.1.6"
INJURY_RULE = "AP-5.4.9"
INSPECTORATE_RULE = "AP-5.4.9"


def take_case(ctx: Context, command: c.TakeCase) -> tuple[Event, ...]:
    """Take the case, or give it to a handler, with an aim for the contact (AP-2.1.11); not a closed one (AP-2.4)."""
    if ctx.case.state == "closed":
        raise Refused(RESPONSE_RULE, "closed")
    handler = command.handler or ctx.actor
    known("handler", handler, ctx.protocol.municipality.people)
    if involved(ctx, handler):
        raise Refused("AP-6.2", "handler_involved")
    if not ctx.protocol.roles_of(handler):
        raise Refused(ADVICE_RULE, "handler_without_role")
    if not command.aim:
        raise Refused(AIM_RULE, "no_aim")
    return (r.CaseTaken(handler=handler, aim=command.aim),)


def confirm_class(ctx: Context, command: c.ConfirmClass) -> tuple[Event, ...]:
    """Confirm or change the class, upward or downward, with a reason; both stay visible (AP-2.1.11)."""
    known("class", command.classed, ctx.protocol.classes)
    if not command.why:
        raise Refused(AIM_RULE, "no_reason")
    confirmed = r.ClassConfirmed(classed=command.classed, was=ctx.case.classed, why=command.why)
    return (confirmed, *_settled(ctx, command.classed))


def _settled(ctx: Context, classed: str) -> tuple[Event, ...]:
    """Return what a report by mail leads to, now that a person has read it: what its class says (AP-2.1.10)."""
    report = ctx.case.report
    if report is None or not report.by_mail or ctx.case.confirmed:
        return ()
    said = {"persists": report.persists, "addressed": report.addressed, "stopped": report.stopped}
    outcome = ctx.protocol.outcome(classed, said | {"urgent": report.urgent})
    return () if outcome == "case" else (r.OutcomeSettled(outcome=outcome),)


def add_evidence(ctx: Context, command: c.AddEvidence) -> tuple[Event, ...]:
    """Add a file or a text, by who may see that part (AP-5.1.9)."""
    return (r.EvidenceAdded(part=command.part, evidence=command.file, text=command.text),)


def add_note(ctx: Context, command: c.AddNote) -> tuple[Event, ...]:
    """Write a note in a part, by who may see it."""
    return (r.NoteAdded(part=command.part, text=command.text),)


def record_injury(ctx: Context, command: c.RecordInjury) -> tuple[Event, ...]:
    """Record an injury and since when it is known; a serious one is told to the labour inspectorate (AP-5.4.9)."""
    known("injury", command.injury, ctx.protocol.document.injuries)
    person = own_harm(ctx, "person", command.person, INJURY_RULE)
    known_at = past(ctx, "known_at", command.known_at)
    return (r.InjuryRecorded(injury=command.injury, person=person, known_at=known_at),)


def complete_duty(ctx: Context, command: c.CompleteDuty) -> tuple[Event, ...]:
    """Complete a duty, or say why it was not done; a talk of aftercare is recorded as a talk instead."""
    duty = find_duty(ctx.case, command.duty)
    if duty is None:
        raise Invalid(FieldError("duty", "unknown_duty"))
    talk = ctx.protocol.talk_of_duty(duty.name)
    if talk:
        raise Refused(ctx.protocol.talks()[talk].rule or "AP-5.3.1", "record_the_talk")
    command_of_its_own = ctx.protocol.duties()[duty.name].closed_by
    if command_of_its_own:
        raise Refused(ctx.protocol.command(command_of_its_own).rule, "use_its_command")
    if duty.state != "open":
        return ()
    row = ctx.protocol.duties()[duty.name]
    if row.owner_in_meeting and ctx.case.meeting:  # There it is the chair's, who decides after speaking with others.
        raise Refused("AP-4.8", "use_its_command")
    if row.needs_consent_to_speak and not may_speak(ctx) and not (command.outcome or "").strip():
        raise Refused(SPEAK_RULE, "may_not_speak")
    if of_inspectorate(ctx, duty) and refused_by(ctx) and not (command.outcome or "").strip():
        raise Refused(INSPECTORATE_RULE, "does_not_agree")
    if row.needs_outcome and not (command.outcome or "").strip():
        raise Refused(row.rule or DUTY_RULE, "no_outcome")
    done = DutyDone(
        duty=duty.id,
        done_at=past(ctx, "at", command.at),
        done_by=ctx.actor,
        outcome=command.outcome,
        proof=command.proof,
        with_whom=None if command.with_ is None else str(command.with_),
    )
    return (done,)


def give_advice(ctx: Context, command: c.GiveAdvice) -> tuple[Event, ...]:
    """Advise measures of the catalogue, with the reason (AP-5.2.1); no measure at all is advice too."""
    for measure in command.measures:
        known("measures", measure, ctx.protocol.document.measures)
    if not command.why:
        raise Refused(ADVICE_RULE, "no_reason")
    return (r.AdviceGiven(measures=command.measures, why=command.why),)


def close_case(ctx: Context, command: c.CloseCase) -> tuple[Event, ...]:
    """Close with a response, or a written reason why none was possible (AP-2.4), and an evaluation (AP-2.1)."""
    if ctx.case.state == "closed":
        return ()
    if command.because is None:
        raise Refused(RESPONSE_RULE, "no_because")
    responded = command.response if command.because == "responded" else command.response or command.why_no_response
    if not (responded and responded.strip()):
        raise Refused(RESPONSE_RULE, "no_response")
    if command.evaluation is None or not (command.evaluation.co_operation or "").strip():
        raise Refused(EVALUATION_RULE, "no_evaluation")
    if command.because in CLEARING:
        nothing_holds(ctx)
    unlinked = cleared(ctx, list(ctx.case.identities.values()), command.because) if command.because in CLEARING else ()
    closed = r.CaseClosed(
        because=command.because,
        response=command.response,
        why_no_response=command.why_no_response,
        co_operation=command.evaluation.co_operation,
        lessons=command.evaluation.lessons,
    )
    return (*unlinked, closed)


def write_reflection(ctx: Context, command: c.WriteReflection) -> tuple[Event, ...]:
    """Keep what the person harmed writes of his own part, for himself and whom he names; nothing follows (AP-2.7)."""
    if not (command.text or "").strip():
        raise Refused(REFLECTION_RULE, "no_reflection")
    for reader in command.readers:
        known("readers", reader, ctx.protocol.municipality.people)
    return (r.ReflectionWritten(text=str(command.text), readers=command.readers),)


def reopen_case(ctx: Context, command: c.ReopenCase) -> tuple[Event, ...]:
    """Take a closed case in hand again, with a reason; its duties are there again."""
    if ctx.case.state != "closed":
        return ()
    if not command.why:
        raise Refused(RESPONSE_RULE, "no_reason")
    return (r.CaseReopened(why=command.why),)
