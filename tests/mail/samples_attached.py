"""Messages passed on as a file: as a mail in the mail, as .eml under any name, as Outlook's .msg, and in winmail.dat."""

from collections.abc import Iterator

from tests.mail import outlook_files as outlook
from tests.mail.making import (
    ANGRY,
    ANJA,
    BOOS,
    KEES,
    KWAAD,
    Passed,
    Sample,
    attachment,
    both,
    crlf,
    headers,
    multipart,
    part,
    plain,
    told,
)

ONE = Passed(BOOS, "Ik heb een lijst van wie er voor stemde. Jij staat bovenaan en ik begin morgen.", "Lijst")
TWO = Passed(KWAAD, "Je hond loopt 's nachts in de tuin. Ik zou hem maar binnenhouden, en jezelf ook.", "Hond")
SIX = Passed(ANGRY, "Your window was only the first. Next time I will use something stronger than a stone.", "Window")
NOTE = "Zie de mail in de bijlage."
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def mail_of(passed: Passed, *, html: bool = False, more: str = "") -> bytes:
    """Return the mail itself as the other sent it."""
    if html:
        return both(passed.subject, passed.text, f"<div>{passed.text}</div>", passed.by)
    return plain(passed.subject, passed.text + more, passed.by)


def around(files: list[bytes], note: str = NOTE, depth: int = 5) -> bytes:
    """Return a mail with these parts below a note."""
    return crlf(headers("FW: in de bijlage")) + multipart("mixed", [part(note), *files], depth)


def as_mail(mail: bytes, name: str = "") -> bytes:
    """Return a mail as a part that says that it is one."""
    named = f'\nContent-Disposition: attachment; filename="{name}"' if name else ""
    return crlf(f"Content-Type: message/rfc822{named}\n\n") + mail


def _made(name: str, client: str, manner: str, raw: bytes, passed: Passed, note: str = NOTE) -> Sample:
    return told(f"attached-{name}", client, manner, raw, passed, note)


def samples() -> Iterator[Sample]:
    """Yield mails with a message as a file."""
    yield from _mails()
    yield from _mails_in_mails()


def _mails() -> Iterator[Sample]:
    yield _made("rfc822", "Thunderbird", "message/rfc822", around([as_mail(mail_of(ONE), "Lijst.eml")]), ONE)
    yield _made(
        "rfc822-html",
        "Outlook op het web",
        "message/rfc822, platte tekst en HTML",
        around([as_mail(mail_of(TWO, html=True))]),
        TWO,
    )
    yield _made(
        "rfc822-empty",
        "Apple Mail, Mac",
        "message/rfc822 zonder woord erbij",
        around([as_mail(mail_of(SIX), "Window.eml")], ""),
        SIX,
        "",
    )
    yield _made(
        "eml-octets",
        "Gmail, web",
        "eml als application/octet-stream",
        around([attachment(mail_of(ONE), "application/octet-stream", "Lijst.eml")]),
        ONE,
    )
    yield _made(
        "eml-text", "onbekend", "eml als text/plain", around([attachment(mail_of(TWO), "text/plain", "Hond.EML")]), TWO
    )


def _mails_in_mails() -> Iterator[Sample]:
    encoded = attachment(mail_of(ONE), "message/rfc822", "mail.eml")
    yield _made("rfc822-base64", "onbekend", "message/rfc822 in base64", around([encoded]), ONE)
    digest = multipart("digest", [b"\r\n" + mail_of(ONE), b"\r\n" + mail_of(TWO)], 7)
    yield _made("digest", "Mutt", "multipart/digest met twee mails", around([digest]), ONE)
    inner = Passed(BOOS, ONE.text, ONE.subject)
    forwarding = plain(
        "Fwd: Lijst",
        f"Kun jij dit melden?\n\n---------- Forwarded message ---------\nVan: {inner.by.full}\nDate: di 3 nov 2026 om 10:12\nSubject: {inner.subject}\nTo: <{ANJA.address}>\n\n{inner.text}",
        ANJA,
    )
    yield _made(
        "rfc822-own",
        "Thunderbird",
        "eigen doorgestuurde mail in een mail",
        around([as_mail(forwarding, "eigen.eml")]),
        inner,
    )
    nested = around([as_mail(mail_of(ONE), "Lijst.eml")], "Kijk in de bijlage van mijn mail.", 6)
    yield _made("rfc822-nested", "Thunderbird", "mail in een mail in een mail", around([as_mail(nested)]), ONE)
    yield from _outlook()
    yield from _winmail()


def _texts(passed: Passed, *, address: int = 0x0C1F) -> dict[int, str]:
    return {0x0037: passed.subject, 0x0C1A: passed.by.name, address: passed.by.address, 0x1000: passed.text + "\r\n"}


def _msg(tree: outlook.Tree, name: str = "bericht.msg", kind: str = "application/vnd.ms-outlook") -> bytes:
    return around([attachment(outlook.container(tree), kind, name)])


CLIENT = "Outlook, bureaublad"


def _outlook() -> Iterator[Sample]:
    yield from _msg_texts()
    yield from _msg_pages()
    yield from _msg_more()


def _msg_texts() -> Iterator[Sample]:
    yield _made("msg", CLIENT, ".msg", _msg(outlook.message_tree(_texts(ONE))), ONE)
    yield _made(
        "msg-octets",
        CLIENT,
        ".msg als application/octet-stream",
        _msg(outlook.message_tree(_texts(TWO)), "Hond.MSG", "application/octet-stream"),
        TWO,
    )
    yield _made(
        "msg-narrow",
        CLIENT,
        ".msg met tekst in Windows-1252",
        _msg(outlook.message_tree(_texts(TWO), narrow="cp1252")),
        TWO,
    )
    inside = _texts(SIX, address=0x5D01) | {0x0C1F: "/O=VOORBEELD/OU=EXCHANGE/CN=RECIPIENTS/CN=DSTONE"}
    yield _made("msg-exchange", CLIENT, ".msg van binnen een organisatie", _msg(outlook.message_tree(inside)), SIX)


def _msg_pages() -> Iterator[Sample]:
    page = {number: text for number, text in _texts(ONE).items() if number != 0x1000}
    html = f"<html><body><p class=MsoNormal>{ONE.text}</p></body></html>".encode()
    yield _made("msg-html", CLIENT, ".msg met alleen HTML", _msg(outlook.message_tree(page, blobs={0x1013: html})), ONE)
    rtf = (
        b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\pard "
        + ONE.text.encode("cp1252")
        + b"\\par}"
    )
    yield _made(
        "msg-rtf",
        CLIENT,
        ".msg met alleen RTF",
        _msg(outlook.message_tree(page, blobs={0x1009: outlook.packed_rtf(rtf)})),
        ONE,
    )
    yield _made(
        "msg-rtf-packed",
        CLIENT,
        ".msg met alleen ingepakte RTF",
        _msg(outlook.message_tree(page, blobs={0x1009: outlook.literal_rtf(rtf)})),
        ONE,
    )


def _msg_more() -> Iterator[Sample]:
    big = Passed(TWO.by, TWO.text + "\n" + "Ik weet genoeg van jou. " * 300, TWO.subject)
    tree = outlook.message_tree(_texts(big))
    tree["__attach_version1.0_#00000000"] = outlook.attached_file("foto van huis.gif", GIF * 200)
    yield _made("msg-big", CLIENT, ".msg met lange tekst en een bijlage", _msg(tree), big)
    tree = outlook.message_tree({0x0037: "FW", 0x0C1A: ANJA.name, 0x0C1F: ANJA.address, 0x1000: "Zie bijlage"})
    tree["__attach_version1.0_#00000000"] = outlook.attached_message(outlook.message_tree(_texts(SIX), inner=True))
    yield _made("msg-nested", CLIENT, ".msg van de melder zelf met een .msg erin", _msg(tree), SIX)
    sent = _texts(TWO) | {
        0x007D: f"From: {TWO.by.full}\r\nDate: Tue, 3 Nov 2026 10:12:05 +0100\r\nSubject: Hond\r\n\r\n"
    }
    del sent[0x0C1F], sent[0x0C1A]
    yield _made(
        "msg-headers", CLIENT, ".msg waarvan alleen de koppen de afzender noemen", _msg(outlook.message_tree(sent)), TWO
    )


EXCHANGE = "Outlook via Exchange"
SAID = f"{NOTE}\r\n\r\nVan: {ONE.by.full}\r\nVerzonden: dinsdag 3 november 2026 10:12\r\nAan: {ANJA.full}\r\nOnderwerp: {ONE.subject}\r\n\r\n{ONE.text}"


def _wrapped(attributes: list[tuple[int, bytes]], note: str = "") -> bytes:
    return around([attachment(outlook.winmail(attributes), "application/ms-tnef", "winmail.dat")], note)


PAGE = (0x00069007, (1252).to_bytes(4, "little") + bytes(4))


def _winmail() -> Iterator[Sample]:
    yield from _winmail_texts()
    yield from _winmail_files()


def _winmail_texts() -> Iterator[Sample]:
    yield _made(
        "winmail-body",
        EXCHANGE,
        "winmail.dat met de tekst",
        _wrapped([PAGE, (0x0002800C, SAID.encode("cp1252") + b"\x00")]),
        ONE,
    )
    props = outlook.properties({0x1000: SAID, 0x0037: "FW: Lijst"})
    yield _made(
        "winmail-properties",
        EXCHANGE,
        "winmail.dat met de tekst als eigenschap",
        _wrapped([PAGE, (0x00069003, props)]),
        ONE,
    )
    html = SAID.replace("<", "&lt;").replace("\r\n", "<br>\r\n").encode()
    props = outlook.properties({0x1013: html})
    yield _made(
        "winmail-html", EXCHANGE, "winmail.dat met de tekst als HTML", _wrapped([PAGE, (0x00069003, props)]), ONE
    )


def _winmail_files() -> Iterator[Sample]:
    files = [PAGE, (0x00069002, bytes(14)), (0x00018010, b"Hond.eml\x00"), (0x0006800F, mail_of(TWO))]
    yield _made("winmail-eml", EXCHANGE, "winmail.dat met een eml erin", _wrapped(files, NOTE), TWO)
    inner = outlook.winmail(
        [
            PAGE,
            (
                0x00069003,
                outlook.properties({0x0037: "Hond", 0x1000: TWO.text, 0x0C1A: TWO.by.name, 0x5D01: TWO.by.address}),
            ),
        ]
    )
    own = (
        b"\x01\x00\x00\x00"
        + b"\x0d\x00\x01\x37"
        + b"\x01\x00\x00\x00"
        + (len(inner) + 16).to_bytes(4, "little")
        + bytes(16)
        + inner
    )
    files = [PAGE, (0x00069002, bytes(14)), (0x00069005, own + bytes(-len(inner) % 4))]
    yield _made("winmail-message", EXCHANGE, "winmail.dat met een bericht erin", _wrapped(files, NOTE), TWO)
    yield _made(
        "kees",
        "Apple Mail, Mac",
        "twee mails als bijlage, de eigen eerst",
        around(
            [
                as_mail(plain("Re: Hond", "Mijn eigen antwoord", ANJA)),
                as_mail(mail_of(TWO)),
                attachment(GIF, "image/gif", "huis.gif"),
            ],
            f"Doorgestuurd door {KEES.name}",
        ),
        TWO,
        f"Doorgestuurd door {KEES.name}",
    )
