"""Which mails a program sent, and what notices of delivery say."""

import pytest

from tests.mail.making import crlf, multipart
from vangnet.intake.mail.message import Automatic, Bounce
from vangnet.intake.mail.read import read_mail

PERSON = "From: Anja de Wit <a.dewit@voorbeeldstad.nl>\nSubject: {}\n{}\nTekst"
CASES: list[tuple[Automatic, str, str]] = [
    ("", "Melding", ""),
    ("", "Melding", "Auto-Submitted: no\n"),
    ("", "Melding", "X-Auto-Response-Suppress: DR, OOF, AutoReply\n"),
    ("", "FW: Automatisch antwoord: bedreiging", ""),
    ("", "Afwezigen bedreigd tijdens de raad", ""),
    ("auto_reply", "Melding", "Auto-Submitted: auto-replied (vacation)\n"),
    ("auto_reply", "Melding", "Auto-Submitted: auto-generated\n"),
    ("auto_reply", "Melding", "X-Autoreply: yes\n"),
    ("auto_reply", "Melding", "X-Autorespond: Melding\n"),
    ("auto_reply", "Melding", "Precedence: auto_reply\n"),
    ("auto_reply", "Melding", "Precedence: bulk\n"),
    ("auto_reply", "Melding", "Precedence: junk\n"),
    ("auto_reply", "Automatisch antwoord: Melding", ""),
    ("auto_reply", "Automatic reply: Melding", ""),
    ("auto_reply", "=?utf-8?Q?Automatisch_antwoord=3A_Melding?=", ""),
    ("auto_reply", "Out of office: Melding", ""),
    ("auto_reply", "Afwezig", ""),
    ("auto_reply", "Afwezigheidsbericht", ""),
    ("auto_reply", "Autoreply: Melding", "Return-Path: <>\n"),
    (
        "auto_reply",
        "Gelezen: Melding",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n",
    ),
    ("bounce", "Melding", "Return-Path: <>\n"),
    ("bounce", "Melding", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n"),
    ("list", "Nieuws", "List-Id: Nieuws <nieuws.voorbeeldstad.nl>\n"),
    ("list", "Nieuws", "List-Unsubscribe: <https://voorbeeldstad.nl/af>\nPrecedence: bulk\n"),
    ("list", "Nieuws", "Precedence: list\n"),
    ("own", "Melding", "X-Vangnet: 1\nAuto-Submitted: auto-generated\n"),
]


@pytest.mark.parametrize(("kind", "subject", "more"), CASES)
def test_what_a_program_sent(kind: Automatic, subject: str, more: str) -> None:
    """By its headers and how its subject begins."""
    assert read_mail(crlf(PERSON.format(subject, more))).automatic == kind


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@mx.nl", "Postmaster <postmaster@voorbeeldstad.nl>", "Mail Delivery <mailer-daemon@x.nl>"]
)
def test_a_mail_server_bounces(sender: str) -> None:
    """Only servers have those addresses."""
    assert read_mail(crlf(f"From: {sender}\nSubject: failure\n\nx")).automatic == "bounce"


def test_a_newsletter_that_a_person_passes_on_is_his() -> None:
    """Headers of what is passed on are not asked."""
    inner = crlf("From: nieuws@x.nl\nList-Id: <x>\nPrecedence: bulk\nAuto-Submitted: auto-generated\n\nNieuws")
    mail = multipart(
        "mixed", [crlf("Content-Type: text/plain\n\nZie dit"), crlf("Content-Type: message/rfc822\n\n") + inner]
    )

    assert read_mail(crlf("From: Anja <a@b.nl>\nSubject: FW\n") + mail).automatic == ""


def _report(action: str, status: str, original: str = "message/rfc822") -> bytes:
    parts = [
        crlf("Content-Type: text/plain\n\nThis is the mail system at host mx. jan@x.nl could not be reached."),
        crlf(
            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.nl\n\nFinal-Recipient: rfc822; jan@x.nl\n"
            f"Action: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 {status} <jan@x.nl>: unknown"
        ),
        crlf(f"Content-Type: {original}\n\nFrom: vangnet@x.nl\nMessage-ID: <m1@vangnet>\nSubject: Melding\n\nTekst"),
    ]
    return crlf("From: MAILER-DAEMON@mx.nl\nSubject: Undelivered\nAuto-Submitted: auto-replied\n") + multipart(
        "report", parts, more="; report-type=delivery-status"
    )


@pytest.mark.parametrize(
    ("raw", "bounce"),
    [
        (_report("failed", "5.1.1"), Bounce("<m1@vangnet>", True, "5.1.1 address")),
        (_report("failed", "5.2.2", "text/rfc822-headers"), Bounce("<m1@vangnet>", True, "5.2.2 mailbox")),
        (_report("delayed", "4.4.1"), Bounce("<m1@vangnet>", False, "4.4.1 network")),
        (_report("delivered", "2.0.0"), None),
    ],
    ids=["failed", "full", "delayed", "delivered"],
)
def test_reports_of_delivery(raw: bytes, bounce: Bounce | None) -> None:
    """Which mail, for good or not, and why; a mail that arrived is no bounce."""
    mail = read_mail(raw)

    assert (mail.automatic, mail.bounce) == ("bounce", bounce)


QMAIL = """Hi. This is the qmail-send program at mx.nl.
This is a permanent error; I've given up. Sorry it didn't work out.

<jan@x.nl>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.7.1 Relaying denied

--- Below this line is a copy of the message.

Return-Path: <vangnet@x.nl>
Message-ID: <m2@vangnet>
Subject: Melding
"""
POSTFIX = "Message delivery delayed. It will be retried until it is 5 days old.\n\nMessage-ID: <m3@vangnet>\n"
EXCHANGE = (
    "Uw bericht is niet afgeleverd.\nRemote Server returned '550 5.4.1 Recipient address rejected'\n\n"
    "Original message headers:\n\nMessage-ID: <m4@vangnet>\n"
)


@pytest.mark.parametrize(
    ("text", "more", "bounce"),
    [
        (QMAIL, "", Bounce("<m2@vangnet>", True, "5.7.1 policy")),
        (POSTFIX, "", Bounce("<m3@vangnet>", False, "unknown")),
        (EXCHANGE, "", Bounce("<m4@vangnet>", True, "5.4.1 network")),
        (
            "Message blocked. The response was: 552 5.7.0 x",
            "In-Reply-To: <m5@vangnet>\n",
            Bounce("<m5@vangnet>", True, "5.7.0 policy"),
        ),
        ("host mx said: 450 busy", "References: <m6@vangnet>\n", Bounce("<m6@vangnet>", False, "4.0.0 other")),
        ("Nobody knows which mail.", "", None),
    ],
)
def test_bounces_in_plain_text(text: str, more: str, bounce: Bounce | None) -> None:
    """From the copy of the mail's headers, or what the notice answers to."""
    assert read_mail(crlf(f"From: mailer-daemon@mx.nl\nSubject: failure\n{more}\n{text}")).bounce == bounce


def test_a_reason_names_nobody() -> None:
    """Only the code and its class are kept."""
    bounce = read_mail(_report("failed", "5.1.1")).bounce

    assert bounce is not None
    assert "jan" not in bounce.why
