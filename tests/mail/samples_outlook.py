"""Outlook: classic on the desktop, new and on the web, and on telephones, in four languages."""

from collections.abc import Iterator

from tests.mail.making import ANGRY, ANJA, BOOS, FATMA, KEES, KWAAD, Passed, Person, Sample, both, page, plain, told

LABELS = {
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:", "dinsdag 3 november 2026 10:12"),
    "en": ("From:", "Sent:", "To:", "Subject:", "Tuesday, November 3, 2026 10:12 AM"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:", "Dienstag, 3. November 2026 10:12"),
    "fr": ("De :", "Envoyé :", "À :", "Objet :", "mardi 3 novembre 2026 10:12"),
}
STYLE = (
    '<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style>'
    '<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]-->'
)
GREETING = "Met vriendelijke groet,\n\nAnja de Wit\nWethouder Wonen\nGemeente Voorbeeldstad"
RULE = "_" * 32


def _normal(text: str) -> str:
    rows = (line or "&nbsp;" for line in text.split("\n"))
    return "".join(f'<p class="MsoNormal">{row}<o:p></o:p></p>' for row in rows)


def _lines(lang: str, passed: Passed) -> tuple[tuple[str, str], ...]:
    van, sent, to, subject, date = LABELS[lang]
    return (van, passed.by.full), (sent, date), (to, passed.to.full), (subject, passed.subject)


def desktop(lang: str, note: str, passed: Passed, *, html: bool) -> bytes:
    """Outlook 2016 and later on Windows: a box with a line on top."""
    rows = _lines(lang, passed)
    head = "<br>\n".join(f"<b>{name}</b> {value.replace('<', '&lt;').replace('>', '&gt;')}" for name, value in rows)
    box = (
        "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
        f'<p class="MsoNormal">{head}<o:p></o:p></p></div></div>'
    )
    body = (
        f'<div class="WordSection1">{_normal(note)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{box}'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{_normal(passed.text)}</div>'
    )
    text = "\n\n".join(note.split("\n")) + "\n\n \n\n" + "\n".join(f"{name} {value} " for name, value in rows)
    text += "\n\n \n\n" + "\n\n".join(passed.text.split("\n"))
    subject = f"FW: {passed.subject}"
    return page(subject, body, mailer="Microsoft Outlook 16.0", head=STYLE) if html else both(subject, text, body)


def original(lang: str, note: str, passed: Passed) -> bytes:
    """Outlook set to plain text."""
    said = {"nl": "Oorspronkelijk bericht", "en": "Original Message", "de": "Ursprüngliche Nachricht"}[lang]
    head = "\n".join(f"{name} {value}" for name, value in _lines(lang, passed))
    text = f"{note}\n\n-----{said}-----\n{head}\n\n{passed.text}\n"
    return plain(f"FW: {passed.subject}", text, mailer="Microsoft Outlook 16.0", how="quoted-printable")


def web(lang: str, note: str, passed: Passed, by: Person = ANJA, *, html: bool, sign: str = "") -> bytes:
    """Outlook on the web, the new Outlook, and Outlook.com: a line, then the headers."""
    rows = _lines(lang, passed)
    head = "<br>\n".join(f"<b>{name}</b> {value.replace('<', '&lt;').replace('>', '&gt;')}" for name, value in rows)
    style = "font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"
    body = (
        f'<div class="elementToProof" style="{style}">{note.replace(chr(10), "<br>")}</div>{sign}'
        '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">'
        f'{head}</font><div>&nbsp;</div></div><div dir="ltr">{passed.html}</div>'
    )
    text = f"{note}\n{RULE}\n" + "\n".join(f"{name} {value}" for name, value in rows) + f"\n\n{passed.text}\n"
    subject = f"Fw: {passed.subject}"
    return (
        page(subject, body, by, head='<style type="text/css" style="display:none;"> P {margin-top:0;} </style>')
        if html
        else both(subject, text, body, by)
    )


def phone(lang: str, signature: str, note: str, passed: Passed, by: Person = ANJA, *, html: bool) -> bytes:
    """Outlook for iOS and Android: its own line below the text, then as on the web."""
    label, link = signature.split("|")
    body = (
        '<div id="ms-outlook-mobile-body-separator-line" dir="auto"><br></div>'
        f'<div class="ms-outlook-mobile-signature" id="ms-outlook-mobile-signature">{label.replace("[", f"<a href={link!r}>").replace("]", "</a>")}</div>'
    )
    shown = label.replace("[", "").replace("]", f"<{link}>")
    if html:
        return web(lang, note, passed, by, html=True, sign=body)
    return web(lang, f"{note}\n\n{shown}", passed, by, html=False)


NOTE = f"Beste collega,\nDit kreeg ik vanmorgen binnen. Ik vind het bedreigend.\n{GREETING}"
SHORT = "Graag melden, hier schrik ik van."
ONE = Passed(
    BOOS,
    "Mevrouw de wethouder,\nAls die opvang er komt steek ik het gebouw persoonlijk in de fik. Met u erin.\nR. Kaspers",
)
TWO = Passed(KWAAD, "Ik weet waar je kinderen op school zitten. Denk daar maar eens aan voor je stemt.")
SIX = Passed(ANGRY, "You will regret this. I know which car is yours and where you park it at night.", "Your vote")


def samples() -> Iterator[Sample]:
    """Yield the mails of Outlook."""
    yield from _each()
    yield from _rest()


def _each() -> Iterator[Sample]:
    for lang, passed, what in (("nl", ONE, NOTE), ("en", SIX, SHORT), ("de", TWO, SHORT), ("fr", TWO, SHORT)):
        for html in (False, True):
            kind = "alleen HTML" if html else "platte tekst en HTML"
            name = f"outlook-desktop-{lang}-{'html' if html else 'both'}"
            yield told(
                name,
                "Outlook, bureaublad",
                f"kop met streep, {lang}, {kind}",
                desktop(lang, what, passed, html=html),
                passed,
                what,
            )
            name = f"outlook-web-{lang}-{'html' if html else 'both'}"
            yield told(
                name,
                "Outlook op het web",
                f"divRplyFwdMsg, {lang}, {kind}",
                web(lang, what, passed, html=html),
                passed,
                what,
            )


def _rest() -> Iterator[Sample]:
    for lang in ("nl", "en", "de"):
        yield told(
            f"outlook-plain-{lang}",
            "Outlook, platte tekst",
            f"Oorspronkelijk bericht, {lang}",
            original(lang, SHORT, ONE),
            ONE,
            SHORT,
        )
    yield from _phones(ONE, TWO, SIX)
    yield from _others(TWO)


def _phones(one: Passed, two: Passed, six: Passed) -> Iterator[Sample]:
    signatures = (
        ("ios-nl", "nl", "Outlook voor [iOS] downloaden|https://aka.ms/o0ukef", "Kijk, van Kaspers.", one),
        ("android-nl", "nl", "[Outlook voor Android] downloaden|https://aka.ms/AAb9ysg", "", two),
        ("ios-en", "en", "Get [Outlook for iOS]|https://aka.ms/o0ukef", "Please register this one.", six),
        ("android-en", "en", "Sent from [Outlook for Android]|https://aka.ms/AAb9ysg", "", six),
        ("ios-nl-verzonden", "nl", "Verzonden vanuit [Outlook voor iOS]|https://aka.ms/o0ukef", "Zie onder svp", two),
    )
    for name, lang, signature, note, passed in signatures:
        for html in (False, True):
            raw = phone(lang, signature, note, passed, KEES, html=html)
            kind = "alleen HTML" if html else "platte tekst en HTML"
            yield told(
                f"outlook-phone-{name}-{'html' if html else 'both'}",
                "Outlook, telefoon",
                f"{name}, {kind}",
                raw,
                passed,
                note,
            )


def _others(two: Passed) -> Iterator[Sample]:
    recipients = "; ".join(f"Raadslid {number} <raadslid{number}@voorbeeldstad.nl>" for number in range(1, 12))
    rows = f"Van: {two.by.full}\nVerzonden: dinsdag 3 november 2026 10:12\nAan: {recipients}\nCC: {KEES.full}; {FATMA.full}\nOnderwerp: {two.subject}\nUrgentie: Hoog"
    text = f"Aan de hele raad gestuurd.\n\n{RULE}\n{rows}\n\n{two.text}\n"
    yield told(
        "outlook-many-recipients",
        "Outlook, bureaublad",
        "lange Aan en CC, Urgentie",
        plain("FW: besluit", text),
        two,
        "Aan de hele raad gestuurd.",
    )
    wrapped = rows.replace("; Raadslid 6", ";\n Raadslid 6").replace("; Raadslid 9", ";\n\tRaadslid 9")
    text = f"Zie onder.\n\n{wrapped}\n\n{two.text}\n"
    yield told(
        "outlook-wrapped-recipients",
        "Outlook, bureaublad",
        "Aan over drie regels",
        plain("FW: besluit", text),
        two,
        "Zie onder.",
    )
    link = f"{two.by.name} [mailto:{two.by.address}]"
    text = f"Ter info\n\n-----Oorspronkelijk bericht-----\nVan: {link} \nVerzonden: dinsdag 3 november 2026 10:12\nAan: Wit, Anja de\nOnderwerp: {two.subject}\n\n{two.text}"
    yield told(
        "outlook-mailto", "Outlook 2003", "[mailto:...] achter de naam", plain("FW: besluit", text), two, "Ter info"
    )
    text = f"Ter info\n\nVan: {two.by.name} <{two.by.address}<mailto:{two.by.address}>>\nDatum: dinsdag, 3 november 2026 om 10:12\nAan: {ANJA.name} <{ANJA.address}<mailto:{ANJA.address}>>\nOnderwerp: {two.subject}\n{two.text}"
    yield told(
        "outlook-mac",
        "Outlook voor Mac",
        "Datum in plaats van Verzonden, <mailto:> in de tekst",
        plain("FW: besluit", text),
        two,
        "Ter info",
    )
