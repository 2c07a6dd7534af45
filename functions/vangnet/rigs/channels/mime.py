"""A message as a mail: plain text, marked as sent by a program, and known again by its mark."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from vangnet.rigs.channels.judging import reference_of
from vangnet.shell.ports import Outgoing

# What is not ASCII is written as quoted-printable: no relay has to know 8BITMIME.
_POLICY = SMTP.clone(cte_type="7bit")
_UNFOLDED = _POLICY.clone(max_line_length=998)  # What a line may have; a Message-ID that is folded is no longer one.
ANSWERS_LENGTH_MAX = 900


def mail_of(
    message: Outgoing, *, sender: str, domain: str, now: datetime | None, renamed: bool = False
) -> EmailMessage:
    """Return the mail; `now` is its date (UTC), None where whoever sends it writes that.

    `renamed` says that whoever sends it gives it a Message-ID of its own: then ours stands under References as well,
    which programs for mail repeat in an answer.

    Raises:
        ValueError: the address cannot stand in a mail.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = sender
    mail["To"] = ascii_address(message.to)
    mail["Subject"] = " ".join(message.subject.split())
    if now is not None:
        mail["Date"] = format_datetime(now)
    ours = f"<{reference_of(message)}@{domain}>"
    mail["Message-ID"] = ours
    answers = message.answers.strip()
    known = bool(answers) and answers.isascii() and answers.isprintable() and len(answers) <= ANSWERS_LENGTH_MAX
    if known:
        mail["In-Reply-To"] = answers
    references = [*([answers] if known else []), *([ours] if renamed else [])]
    if references:
        mail["References"] = " ".join(references)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Vangnet"] = "1"
    mail.set_content(message.text)
    return mail


def bytes_of(mail: EmailMessage) -> bytes:
    """Return the mail as it travels.

    Raises:
        ValueError: it holds what cannot be sent.
    """
    return mail.as_bytes(policy=_UNFOLDED)


def ascii_address(address: str) -> str:
    """Return an address as every relay takes it, its domain in ASCII.

    Raises:
        ValueError: it has no such form.
    """
    local, at, domain = address.rpartition("@")
    plain = f"{local}{at}{domain.encode('idna').decode()}"
    if not (local and domain and plain.isascii() and plain.isprintable()) or set(plain) & set(' <>",;:\\()[]'):
        raise ValueError("not an address")
    return plain
