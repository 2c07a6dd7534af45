"""How sample mails are made: the same bytes each time, with the headers, encodings and line ends of real programs."""

import base64
import quopri
from dataclasses import dataclass, field
from html import escape

TO = "Meldpunt <melden@voorbeeldstad.nl>"
STOP = "=_{}_grens"


@dataclass(frozen=True)
class Person:
    """Who writes or is written to."""

    name: str
    address: str

    @property
    def full(self) -> str:
        """Name and address, as most programs write them."""
        return f"{self.name} <{self.address}>"

    @property
    def html(self) -> str:
        """The same in HTML."""
        return escape(self.full, quote=False)


ANJA = Person("Anja de Wit", "a.dewit@voorbeeldstad.nl")
KEES = Person("Kees Bouwman", "k.bouwman@voorbeeldstad.nl")
FATMA = Person("Fatma Şahin", "f.sahin@raadvoorbeeldstad.nl")
BOOS = Person("Ronnie Kaspers", "ronnie.kaspers@mailpost.nl")
KWAAD = Person("H. van Dijk", "hvdijk1963@kabelnet.nl")
ANGRY = Person("Derek Stone", "derek.stone@mailbox.example")


@dataclass(frozen=True)
class Sample:
    """A mail, and what must be found in it; an empty threat is a report at first hand."""

    name: str
    client: str
    manner: str
    raw: bytes = field(repr=False)
    threat: str
    account: str
    sender: str


@dataclass(frozen=True)
class Passed:
    """A message that is passed on, with its date as each language writes it."""

    by: Person
    text: str
    subject: str = "Jullie besluit"
    to: Person = ANJA
    day: str = "3 november 2026"
    weekday: str = "dinsdag"
    clock: str = "10:12"

    @property
    def quoted(self) -> str:
        """The text with a mark before each line."""
        return "\n".join(f"> {line}".rstrip() for line in self.text.split("\n"))

    @property
    def html(self) -> str:
        """The text in HTML, a line in a division."""
        return "".join(f"<div>{escape(line, quote=False) or '<br>'}</div>" for line in self.text.split("\n"))


def told(name: str, client: str, manner: str, raw: bytes, passed: Passed, account: str) -> Sample:
    """Return a sample in which a message with a sender in full is passed on."""
    return Sample(name, client, manner, raw, passed.text, account, passed.by.full)


def headers(subject: str, by: Person = ANJA, *, mailer: str = "", more: str = "") -> str:
    """Return the headers of a mail up to its content type."""
    name = by.name if by.name.isascii() else f"=?utf-8?B?{base64.b64encode(by.name.encode()).decode()}?="
    shown = subject if subject.isascii() else f"=?utf-8?Q?{_q(subject)}?="
    lines = [
        "Received: from uit.voorbeeldstad.nl (uit.voorbeeldstad.nl [192.0.2.10]) by mx.voorbeeldstad.nl; "
        "Tue, 3 Nov 2026 11:20:31 +0100",
        f"From: {name} <{by.address}>",
        f"To: {TO}",
        f"Subject: {shown}",
        "Date: Tue, 3 Nov 2026 11:20:30 +0100",
        "Message-ID: <20261103112030.4711@voorbeeldstad.nl>",
        *([f"X-Mailer: {mailer}"] if mailer else []),
        "MIME-Version: 1.0",
        *([more] if more else []),
    ]
    return "\n".join(lines) + "\n"


def part(
    text: str, kind: str = "text/plain", charset: str = "utf-8", how: str = "quoted-printable", more: str = ""
) -> bytes:
    """Return a part of text with its own headers."""
    head = f"Content-Type: {kind}; charset={charset}{more}\nContent-Transfer-Encoding: {how}\n\n"
    return crlf(head) + encoded(text, charset, how)


def encoded(text: str, charset: str, how: str) -> bytes:
    """Return a text in a charset and a transfer encoding, with the line ends of mail."""
    content = text.replace("\n", "\r\n").encode(charset.strip('"'), "xmlcharrefreplace")
    if how == "base64":
        return base64.encodebytes(content).replace(b"\n", b"\r\n")
    if how == "quoted-printable":
        return quopri.encodestring(content.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    return content


def multipart(kind: str, parts: list[bytes], depth: int = 0, more: str = "") -> bytes:
    """Return a multipart with its own header."""
    stop = STOP.format(depth).encode()
    head = crlf(f'Content-Type: multipart/{kind}; boundary="{stop.decode()}"{more}\n\n')
    return head + b"".join(b"--" + stop + b"\r\n" + one + b"\r\n" for one in parts) + b"--" + stop + b"--\r\n"


def attachment(content: bytes, kind: str, name: str = "", disposition: str = "attachment") -> bytes:
    """Return a part with a file in base64."""
    named = f'; filename="{name}"' if name else ""
    head = f"Content-Type: {kind}\nContent-Disposition: {disposition}{named}\nContent-Transfer-Encoding: base64\n\n"
    return crlf(head) + base64.encodebytes(content).replace(b"\n", b"\r\n")


def plain(
    subject: str, text: str, by: Person = ANJA, *, mailer: str = "", charset: str = "utf-8", how: str = "8bit"
) -> bytes:
    """Return a mail of plain text."""
    return crlf(headers(subject, by, mailer=mailer)) + part(text, charset=charset, how=how)


def page(
    subject: str, body: str, by: Person = ANJA, *, mailer: str = "", head: str = "", charset: str = "utf-8"
) -> bytes:
    """Return a mail that is only HTML."""
    return crlf(headers(subject, by, mailer=mailer)) + part(whole(body, head), "text/html", charset)


def both(subject: str, text: str, body: str, by: Person = ANJA, *, mailer: str = "", head: str = "") -> bytes:
    """Return a mail of plain text and HTML, as most programs send it."""
    inner = multipart("alternative", [part(text), part(whole(body, head), "text/html")])
    return crlf(headers(subject, by, mailer=mailer)) + inner


def whole(body: str, head: str = "") -> str:
    """Return a page around a body."""
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    return f"<html><head>{meta}{head}</head><body>{body}</body></html>"


def crlf(text: str) -> bytes:
    """Return headers with the line ends of mail."""
    return text.replace("\n", "\r\n").encode("utf-8")


def folded(text: str) -> str:
    """Return a text with its white space folded, as samples are compared."""
    return " ".join(text.split())


def _q(text: str) -> str:
    return "".join(chr(b) if b < 128 and chr(b).isalnum() else f"={b:02X}" for b in text.encode())
