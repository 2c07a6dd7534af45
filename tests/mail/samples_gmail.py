"""Gmail: in the browser and in its app, forwards and replies, in Dutch and English."""

from collections.abc import Iterator

from tests.mail.making import ANGRY, BOOS, FATMA, KEES, KWAAD, Passed, Person, Sample, both, page, plain, told

QUOTE = "margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"
SAID = "---------- Forwarded message ---------"
LANGS = {
    "nl": ("Van: ", "di 3 nov 2026 om 10:12", "Op di 3 nov 2026 om 10:12 schreef {}:"),
    "en": ("From: ", "Tue, Nov 3, 2026 at 10:12\u202fAM", "On Tue, Nov 3, 2026 at 10:12\u202fAM {} wrote:"),
}


def _link(who: Person) -> str:
    return f'<a href="mailto:{who.address}">{who.address}</a>'


def forward(
    lang: str, note: str, passed: Passed, by: Person = FATMA, *, html: bool, said: str = SAID, stars: bool = False
) -> bytes:
    """Gmail's forward, which keeps most labels in English."""
    van, date, _ = LANGS[lang]
    name = f"*{passed.by.name}*" if stars else passed.by.name
    text = f"{note}\n\n{said}\n{van}{name} <{passed.by.address}>\nDate: {date}\nSubject: {passed.subject}\nTo: <{passed.to.address}>\n\n\n{passed.text}\n"
    body = (
        f'<div dir="ltr">{note.replace(chr(10), "<br>")}<br><br><div class="gmail_quote gmail_quote_container">'
        f'<div dir="ltr" class="gmail_attr">{said}<br>{van}<strong class="gmail_sendername" dir="auto">{passed.by.name}</strong>'
        f' <span dir="auto">&lt;{_link(passed.by)}&gt;</span><br>Date: {date}<br>Subject: {passed.subject}<br>'
        f'To:  &lt;{_link(passed.to)}&gt;<br></div><br><br><div dir="ltr">{passed.html}</div></div></div>'
    )
    subject = f"Fwd: {passed.subject}"
    return page(subject, body, by) if html else both(subject, text, body, by)


def reply(lang: str, note: str, passed: Passed, by: Person = FATMA, *, html: bool, wrapped: bool = False) -> bytes:
    """Gmail's reply with the report's address added: a line, then the quote."""
    wrote = LANGS[lang][2]
    line = wrote.format(passed.by.full)
    if wrapped:
        line = line.replace(" <", "\n<")
    text = f"{note}\n\n{line}\n\n{passed.quoted}\n"
    attribution = wrote.format(f"{passed.by.name} &lt;{_link(passed.by)}&gt;")
    body = (
        f'<div dir="ltr">{note}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
        f'{attribution}<br></div><blockquote class="gmail_quote" style="{QUOTE}"><div dir="ltr">{passed.html}</div>'
        "</blockquote></div>"
    )
    subject = f"Re: {passed.subject}"
    return page(subject, body, by) if html else both(subject, text, body, by)


ONE = Passed(
    KWAAD,
    "Jij gaat dit nog bezuren, mens.\n\nIk kom bij je langs en dan praten we verder.\nEn neem je man maar mee.",
    "Parkeren centrum",
    FATMA,
)
TWO = Passed(
    BOOS,
    "Ga terug naar je eigen land of we brengen je. Kist of vliegtuig, jij mag kiezen.",
    "Raadsvergadering",
    FATMA,
)
SIX = Passed(ANGRY, "I have your address. See you soon, and I will not come alone.", "Housing plan", FATMA)
NOTE = "Hoi, deze mail kwam vannacht binnen.\nIk wil hier melding van doen. Groeten, Fatma"


def samples() -> Iterator[Sample]:
    """Yield the mails of Gmail."""
    yield from _each()
    yield from _replies()
    yield from _forwards()


def _each() -> Iterator[Sample]:
    for lang, passed in (("nl", ONE), ("en", SIX)):
        for html in (False, True):
            kind = "alleen HTML" if html else "platte tekst en HTML"
            end = f"{lang}-{'html' if html else 'both'}"
            yield told(
                f"gmail-forward-{end}",
                "Gmail, web",
                f"doorgestuurd, {lang}, {kind}",
                forward(lang, NOTE, passed, html=html),
                passed,
                NOTE,
            )
            yield told(
                f"gmail-reply-{end}",
                "Gmail, web",
                f"antwoord met citaat, {lang}, {kind}",
                reply(lang, "Melding: zie onder", passed, html=html),
                passed,
                "Melding: zie onder",
            )
            yield told(
                f"gmail-forward-empty-{end}",
                "Gmail, app",
                f"doorgestuurd zonder woord erbij, {lang}, {kind}",
                forward(lang, "", TWO, html=html),
                TWO,
                "",
            )


def _replies() -> Iterator[Sample]:
    yield told(
        "gmail-reply-wrapped-nl",
        "Gmail, web",
        "schreef-regel over twee regels",
        reply("nl", "Melding", TWO, html=False, wrapped=True),
        TWO,
        "Melding",
    )
    yield told(
        "gmail-reply-wrapped-en",
        "Gmail, web",
        "wrote-regel over twee regels",
        reply("en", "Please log", SIX, html=False, wrapped=True),
        SIX,
        "Please log",
    )


def _forwards() -> Iterator[Sample]:
    said = "---------- Doorgestuurd bericht ----------"
    yield told(
        "gmail-forward-old-nl",
        "Gmail, web (oud)",
        "Doorgestuurd bericht",
        forward("nl", "Zie hieronder", ONE, html=False, said=said),
        ONE,
        "Zie hieronder",
    )
    yield told(
        "gmail-forward-stars",
        "Gmail, web",
        "sterren om de naam",
        forward("nl", "Zie hieronder", ONE, html=False, stars=True),
        ONE,
        "Zie hieronder",
    )
    text = f"Dit is wat hij schreef, ik heb niet geantwoord.\n\n-- \nFatma Şahin\nRaadslid\n06 12345678\n\n{SAID}\nVan: {TWO.by.full}\nDate: di 3 nov 2026 om 10:12\nSubject: {TWO.subject}\nTo: {FATMA.full}\n\n\n{TWO.text}\n"
    yield told(
        "gmail-signature",
        "Gmail, web",
        "handtekening onder --",
        plain("Fwd: Raadsvergadering", text, FATMA),
        TWO,
        "Dit is wat hij schreef, ik heb niet geantwoord.",
    )
    body = (
        f'<div dir="auto">Graag actie<br><br><div data-smartmail="gmail_signature">Verzonden vanaf mijn telefoon</div></div><br>'
        f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op di 3 nov 2026 10:12 schreef {TWO.by.name} &lt;{_link(TWO.by)}&gt;:<br></div>'
        f'<blockquote class="gmail_quote" style="{QUOTE}">{TWO.html}</blockquote></div>'
    )
    yield told(
        "gmail-app-reply",
        "Gmail, app",
        "antwoord op de telefoon, alleen HTML",
        page("Re: Raadsvergadering", body, KEES),
        TWO,
        "Graag actie",
    )
