"""Mails of a drill: made as a mail program would, and taken in the way that every mail is."""

from email.message import EmailMessage
from typing import Any

from schemas.commands.mail import ReceiveMail
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.intake.evidence import tidy_name
from vangnet.intake.mail.receive import MailIntake
from vangnet.protocol.questions import Protocol
from vangnet.shell.engine import Engine
from vangnet.shell.streams import Stream

OF_THE_MAIL = frozenset({"take_mail", "set_mail_aside", "acknowledge"})


def receive(engine: Engine, command: ReceiveMail, number: int) -> tuple[str, str]:
    """Take a mail of a drill in; return the reference it goes by, and what became of it in words."""
    raw = made(engine.configuration.protocol, command, number)
    stored = MailIntake(engine).receive(raw, trusted=command.authenticated)
    if stored.way == "report":
        return stored.report, f"{stored.report}: report, {stored.classed}"
    return stored.reference, f"{stored.reference}: {stored.way} ({stored.why}), {stored.classed}"


def made(protocol: Protocol, command: ReceiveMail, number: int) -> bytes:
    """Return the mail byte for byte; a person's id stands for his address, an attachment is a name, or a text by it."""
    mail = EmailMessage()
    person = protocol.municipality.people.get(command.sender)
    mail["From"] = f'"{person.name}" <{person.email}>' if person else command.sender
    mail["To"] = protocol.municipality.mail_to or "vangnet@localhost"
    mail["Subject"] = command.subject
    mail["Message-ID"] = f"<drill-{number}@mail.example>"
    mail.set_content(command.text)
    for one in command.attachments:
        name, text = _attachment(one)
        mail.add_attachment(text.encode(), maintype="application", subtype="octet-stream", filename=tidy_name(name))
    return mail.as_bytes()


def _attachment(one: Any) -> tuple[str, str]:
    if isinstance(one, dict):
        return str(one.get("name", "")), str(one.get("text", one.get("content", "")))
    return str(one), str(one)


def of_mail(engine: Engine, reference: str, *, asked: str) -> str:
    """Return the reference that a mail's name stands for: once it was taken its report, but for what is the mail's."""
    case = engine.streams.load(engine.names.stream(reference)).case
    if case.kind == "mail" and case.mail_report and asked not in OF_THE_MAIL:
        return case.mail_report
    return reference


def alarm_stream(engine: Engine, stream: Stream) -> Stream:
    """Return where the alarm about a stream rings: that of an alarming mail in the queue that such mails share."""
    mail = stream.case.mail
    return engine.streams.load(MAILROOM_STREAM) if mail and mail.alarming else stream
