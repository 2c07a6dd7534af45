"""A mail: what becomes of it by itself, taking it as a report for somebody, setting it aside.

A known person's proven mail is his report. Whatever else a person sent waits for whoever reads the queue; what a
program sent makes neither a case nor an answer, so that nothing goes round in circles.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from schemas.commands.intake import FileReport
from schemas.commands.mail import SetMailAside, TakeMail
from schemas.events import mail as m
from schemas.events.base import Event
from schemas.events.reports import ReportFiled
from schemas.report import Harmed
from vangnet.case.citing import citing
from vangnet.case.deciding.intake import file_report, office_concerned
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context, Facts
from vangnet.case.state import Case
from vangnet.classification import suggest

TAKEN_RULE = "AP-5.1.6"
NEVER_WAIT = frozenset({"own"})  # What it says are our own words; it is known by a mark that only we can make.

RepliesTo = Literal["", "alarm", "message", "answer"]


@dataclass(frozen=True)
class Circumstances:
    """What the shell knows of a mail beside its words.

    `person` is whose address the sender's is; `automatic` says which kind of program sent it; `replies_to` which kind
    of message of ours it answers; `flooding` that so many came of one person that a program must be at work.
    """

    person: str = ""
    authenticated: bool = False
    automatic: str = ""
    replies_to: RepliesTo = ""
    flooding: bool = False


@citing
def received(ctx: Context, mail: m.MailReceived, known: Circumstances) -> tuple[Event, ...]:
    """Store a mail with what becomes of it (AP-5.1.9); `mail` holds what was read in it, and references to use.

    Raises:
        Refused: the document takes no reports by mail.
    """
    if ctx.protocol.document.mail is None:
        raise Refused(TAKEN_RULE, "no_mail")
    classed = _classed(ctx, mail)
    serious = ctx.protocol.document.alarm is not None and classed in ctx.protocol.document.alarm.classes
    way, why = _way(ctx, known, serious=serious)
    kept = mail.model_copy(
        update={
            "way": way,
            "why": why,
            "classed": classed,
            "alarming": way == "queue" and serious and not known.automatic,
            "report": mail.report if way == "report" else "",
            "person": known.person,
            "answered": _answer(known) if why == "reply" else "",
        }
    )
    return (kept,)


def _classed(ctx: Context, mail: m.MailReceived) -> str:
    texts = (mail.account, *(one.text for one in mail.forwarded))
    found = (ctx.protocol.recognised(suggest(text).classed) for text in texts if text.strip())
    return ctx.protocol.highest(found) if any(text.strip() for text in texts) else ""


def _way(ctx: Context, known: Circumstances, *, serious: bool) -> tuple[m.MailWay, str]:
    """Return what becomes of a mail, and why it is no report of a known person."""
    if known.automatic:
        waits = serious and known.automatic not in NEVER_WAIT
        return "queue" if waits else "automatic", known.automatic
    if known.replies_to:
        return "queue", "reply"
    if not known.person:
        return "queue", "stranger"
    if not known.authenticated:
        return "queue", "not_authenticated"
    if ctx.protocol.office_of(known.person) is None:
        return "queue", "no_office"
    return ("queue", "flooding") if known.flooding else ("report", "")


def _answer(known: Circumstances) -> str:
    """Return which words answer a reply aloud; a reply to such an answer gets none, so that it ends."""
    return known.replies_to if known.replies_to != "answer" else ""


def take_mail(ctx: Context, command: TakeMail) -> tuple[Event, ...]:
    """Take a mail that waits, or was set aside, as a report for somebody (AP-1.1)."""
    _own_mail(ctx, command.mail)
    if ctx.case.mail_report:
        if command.harmed == ctx.case.mail_harmed:
            return ()
        raise Refused(TAKEN_RULE, "mail_taken")
    assert ctx.case.mail is not None
    taken = m.MailTaken(report=ctx.facts.reference, harmed=command.harmed)
    report_of(ctx, ctx.case.mail, taken.report, taken.harmed)  # Refused here, not once it is too late to tell.
    return (taken,)


def set_mail_aside(ctx: Context, command: SetMailAside) -> tuple[Event, ...]:
    """Decide that nothing is done with a mail, and why; it stays until it is wiped, and can be taken after all."""
    _own_mail(ctx, command.mail)
    if ctx.case.mail_report:
        raise Refused(TAKEN_RULE, "mail_taken")
    return () if ctx.case.aside else (m.MailSetAside(why=command.why),)


def _own_mail(ctx: Context, name: str | None) -> None:
    """Pass if the command goes to a mail, and to the one that it names.

    Raises:
        Invalid: it does not.
    """
    if ctx.case.mail is None or name not in (None, "", ctx.case.reference):
        raise Invalid(FieldError("mail", "unknown_mail"))


def report_of(ctx: Context, mail: m.MailReceived, reference: str, harmed: Iterable[Harmed] = ()) -> ReportFiled:
    """Return the report that a mail makes: its sender's own, or that of who took it for somebody.

    It is classed under the document of the office harmed, which need not be that of the queue.

    Raises:
        Refused: by AP-1.1, where who is harmed holds no office.
    """
    harmed = tuple(harmed)
    began = ctx.under(office_concerned(ctx, harmed))
    row = began.protocol.document.mail
    command = FileReport(
        happened_at="unknown",
        channel=row.channel if row and row.channel in began.protocol.document.channels else "unknown",
        account=mail.account or None,
        harmed=harmed,
        evidence=mail.evidence,
    )
    fresh = replace(began, case=Case(), facts=Facts(away=ctx.facts.away, reference=reference))
    filed = file_report(fresh, command, by_mail=ctx.case.reference or mail.reference, forwarded=mail.forwarded)[0]
    assert isinstance(filed, ReportFiled)
    return filed.model_copy(update={"proofs": mail.proofs})
