"""Apple Mail: on the Mac, on iPhone and iPad, forwards and replies, in Dutch and English."""

from collections.abc import Iterator

from tests.mail.making import (
    ANGRY,
    ANJA,
    BOOS,
    KEES,
    KWAAD,
    Passed,
    Person,
    Sample,
    both,
    crlf,
    headers,
    multipart,
    page,
    part,
    plain,
    told,
)

LANGS = {
    "nl": (
        "Begin doorgestuurd bericht:",
        "Van",
        "Onderwerp",
        "Datum",
        "Aan",
        "3 november 2026 om 10:12:05 CET",
        "Antwoord aan",
    ),
    "en": ("Begin forwarded message:", "From", "Subject", "Date", "To", "3 November 2026 at 10:12:05 CET", "Reply-To"),
}
WROTE = {
    "nl": "Op 3 nov. 2026 om 10:12 heeft {} het volgende geschreven:",
    "en": "On 3 Nov 2026, at 10:12, {} wrote:",
    "old": "Op 3 nov. 2026, om 10:12 heeft {} geschreven:",
}
SPAN = '<span style="font-family: -webkit-system-font, Helvetica Neue, Helvetica, sans-serif;{}">'


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def forward(
    lang: str, note: str, passed: Passed, by: Person = KEES, *, html: bool, phone: str = "", reply_to: bool = False
) -> bytes:
    """Apple's forward: all of it is a quote, announced by a line of its own."""
    said, van, subject, date, to, when, answer = LANGS[lang]
    rows = [(van, passed.by.full), (subject, passed.subject), (date, when), (to, passed.to.full)]
    rows += [(answer, passed.by.full)] if reply_to else []
    inner = "\n".join(f"{name}: {value}" for name, value in rows) + f"\n\n{passed.text}"
    text = f"{note}\n\n{phone}\n\n{said}\n\n{_quoted(inner)}\n"
    bold = SPAN.format(" color:rgba(0, 0, 0, 1.0);")
    shown = "".join(
        f'<div style="margin-top: 0px; margin-right: 0px; margin-bottom: 0px; margin-left: 0px;">{bold}<b>{name}: </b></span>'
        f"{SPAN.format('')}{value.replace('<', '&lt;').replace('>', '&gt;')}<br></span></div>"
        for name, value in rows
    )
    body = (
        f'<div>{note}</div><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{phone}</div><div><br><blockquote type="cite">'
        f'<div>{said}</div><br class="Apple-interchange-newline">{shown}<br><div>{passed.html}</div></blockquote></div><br>'
    )
    title = f"Fwd: {passed.subject}"
    return (
        page(title, body, by, mailer="Apple Mail (2.3826)")
        if html
        else both(title, text, body, by, mailer="iPhone Mail (23A341)")
    )


def reply(lang: str, note: str, passed: Passed, by: Person = KEES, *, html: bool, phone: str = "") -> bytes:
    """Apple's reply, sent on to the report's address."""
    line = WROTE[lang].format(passed.by.full)
    text = (
        f"{note}\n\n{phone}\n\n> {line}\n> \n{passed.quoted}\n" if phone else f"{note}\n\n{line}\n\n{passed.quoted}\n"
    )
    shown = line.replace("<", "&lt;").replace(">", "&gt;")
    body = (
        f'<div dir="ltr">{note}</div><div dir="ltr"><br></div><div dir="ltr">{phone}</div><div dir="ltr"><br>'
        f'<blockquote type="cite">{shown}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">{passed.html}</div></blockquote>'
    )
    title = f"Re: {passed.subject}"
    return page(title, body, by) if html else both(title, text, body, by, mailer="iPhone Mail (23A341)")


ONE = Passed(
    KWAAD,
    "Burgemeester van niks.\nVolgende week sta ik voor je deur met een paar vrienden.\n\nTot dan.",
    "Jouw schuld",
    KEES,
)
TWO = Passed(BOOS, "Ik schiet je kapot als je die vergunning intrekt. Dit is geen grap.", "Vergunning", KEES)
SIX = Passed(ANGRY, "Stop this or you will find out what I can do to your house.", "Licence", KEES)


def samples() -> Iterator[Sample]:
    """Yield the mails of Apple's programs."""
    yield from _each()
    yield from _replies()
    yield from _odd()


def _each() -> Iterator[Sample]:
    for lang, passed, phone in (("nl", ONE, "Verstuurd vanaf mijn iPhone"), ("en", SIX, "Sent from my iPhone")):
        for html in (False, True):
            kind = "alleen HTML" if html else "platte tekst en HTML"
            end = f"{lang}-{'html' if html else 'both'}"
            yield told(
                f"apple-mac-forward-{end}",
                "Apple Mail, Mac",
                f"doorgestuurd, {lang}, {kind}",
                forward(lang, "Dit is de derde keer.", passed, html=html),
                passed,
                "Dit is de derde keer.",
            )
            yield told(
                f"apple-ios-forward-{end}",
                "Apple Mail, iPhone",
                f"doorgestuurd, {lang}, {kind}",
                forward(lang, "", passed, html=html, phone=phone),
                passed,
                "",
            )
            yield told(
                f"apple-ios-reply-{end}",
                "Apple Mail, iPhone",
                f"antwoord met citaat, {lang}, {kind}",
                reply(lang, "Deze graag registreren", passed, html=html, phone=phone),
                passed,
                "Deze graag registreren",
            )


def _replies() -> Iterator[Sample]:
    yield told(
        "apple-mac-reply-nl",
        "Apple Mail, Mac",
        "het volgende geschreven",
        reply("nl", "Zie citaat", TWO, html=False),
        TWO,
        "Zie citaat",
    )
    yield told(
        "apple-mac-reply-old",
        "Apple Mail, Mac (oud)",
        "heeft ... geschreven",
        reply("old", "Zie citaat", TWO, html=False),
        TWO,
        "Zie citaat",
    )
    yield told(
        "apple-reply-to",
        "Apple Mail, Mac",
        "met Antwoord aan",
        forward("nl", "Zie onder", TWO, html=False, reply_to=True),
        TWO,
        "Zie onder",
    )


def _odd() -> Iterator[Sample]:
    wrapped = WROTE["nl"].format(TWO.by.full).replace("het volgende", "het\nvolgende")
    text = f"Zie citaat\n\n{wrapped}\n\n{TWO.quoted}\n"
    yield told(
        "apple-reply-wrapped",
        "Apple Mail, Mac",
        "geschreven-regel over twee regels",
        plain("Re: Vergunning", text, KEES),
        TWO,
        "Zie citaat",
    )
    unquoted = f"Begin doorgestuurd bericht:\n\nVan: {TWO.by.full}\nDatum: 3 november 2026 om 10:12:05 CET\nAan: {KEES.full}\nOnderwerp: {TWO.subject}\n\n{TWO.text}\n"
    yield told(
        "apple-unquoted",
        "Apple Mail, iPad",
        "doorgestuurd zonder citaattekens",
        plain("Fwd: Vergunning", f"Verstuurd vanaf mijn iPad\n\n{unquoted}", KEES),
        TWO,
        "",
    )
    split = [
        part("Foto's van de brief en daaronder zijn mail.\n\n", more="; format=flowed"),
        _photo(),
        part(
            f"\n\nBegin doorgestuurd bericht:\n\n{_quoted(f'Van: {TWO.by.full}')}\n> Onderwerp: {TWO.subject}\n> Datum: 3 november 2026 om 10:12:05 CET\n> Aan: {ANJA.full}\n> \n{TWO.quoted}\n"
        ),
    ]
    raw = crlf(headers("Fwd: Vergunning", KEES, mailer="Apple Mail (2.3826)")) + multipart("mixed", split)
    yield told(
        "apple-split-text",
        "Apple Mail, Mac",
        "tekst om een bijlage heen geknipt",
        raw,
        TWO,
        "Foto's van de brief en daaronder zijn mail.",
    )


def _photo() -> bytes:
    return crlf(
        'Content-Type: image/jpeg; name="IMG_0420.jpeg"\nContent-Disposition: inline; filename="IMG_0420.jpeg"\nContent-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgc=\n'
    )
