"""The other programs that Dutch people use: Thunderbird, Samsung, Yahoo, Proton, and webmail of providers."""

from collections.abc import Iterator
from html import escape

from tests.mail.making import ANJA, BOOS, FATMA, KEES, KWAAD, Passed, Person, Sample, both, page, plain

ONE = Passed(BOOS, "Nog een keer zo'n besluit en ik sla je met een hamer je hersens in.\nIk meen het.", "Uitspraak")
TWO = Passed(KWAAD, "Mooie foto van je dochter op Facebook. Zonde als haar iets overkomt.", "Let op")


def _rows(names: str, passed: Passed, date: str) -> list[tuple[str, str]]:
    values = {"from": passed.by.full, "to": passed.to.full, "date": date, "subject": passed.subject}
    return [(label, values[which]) for label, which in (pair.split("=") for pair in names.split(","))]


def thunderbird(lang: str, note: str, passed: Passed, *, html: bool) -> bytes:
    """Thunderbird's forward: a line, and the headers in a table."""
    if lang == "nl":
        said, names = "-------- Doorgestuurd bericht --------", "Onderwerp=subject,Datum=date,Van=from,Aan=to"
    else:
        said, names = "-------- Forwarded Message --------", "Subject=subject,Date=date,From=from,To=to"
    rows = _rows(names, passed, "Tue, 3 Nov 2026 10:12:05 +0100")
    if not html:
        head = "\n".join(f"{name}: \t{value}" for name, value in rows)
        return plain(f"Fwd: {passed.subject}", f"{note}\n\n\n{said}\n{head}\n\n\n\n{passed.text}\n")
    cells = "".join(
        f'<tr><th valign="BASELINE" align="RIGHT" nowrap="nowrap">{name}: </th><td>{escape(value)}</td></tr>\n'
        for name, value in rows
    )
    body = (
        f'<p>{note}</p><div class="moz-forward-container"><br><br>{said}\n'
        f'<table class="moz-email-headers-table" cellspacing="0" cellpadding="0" border="0"><tbody>\n{cells}</tbody></table>\n'
        f'<br><br><pre class="moz-quote-pre" wrap="">{escape(passed.text)}</pre></div>'
    )
    return page(f"Fwd: {passed.subject}", body)


def thunderbird_reply(lang: str, note: str, passed: Passed, *, html: bool) -> bytes:
    """Thunderbird's reply."""
    line = {"nl": "Op 3-11-2026 om 10:12 schreef {}:", "en": "On 03/11/2026 10:12, {} wrote:"}[lang]
    if not html:
        return plain(f"Re: {passed.subject}", f"{line.format(passed.by.name)}\n{passed.quoted}\n\n{note}\n")
    body = (
        f'<p>{note}</p><div class="moz-cite-prefix">{line.format(passed.by.name)}<br></div>'
        f'<blockquote type="cite" cite="mid:1@mailpost.nl">{passed.html}</blockquote>'
    )
    return page(f"Re: {passed.subject}", body)


def samsung(note: str, passed: Passed, *, said: str, labels: str, signature: str, html: bool) -> bytes:
    """Samsung Email, whose plain version writes the headers and the text on one line."""
    rows = _rows(labels, passed, "03-11-2026  10:12  (GMT+01:00) ")
    flat = " ".join(f"{name}: {value}" for name, value in rows)
    text = f"{note}{signature}\n-------- {said} --------{flat} {' '.join(passed.text.split())}"
    head = "".join(f"<div>{name}: {escape(value)} </div>" for name, value in rows)
    body = (
        f'<div dir="auto">{note}</div><div><br></div><div id="composer_signature" dir="auto">'
        f'<div style="font-size:12px;color:#575757" dir="auto">{signature}</div></div><div><br></div>'
        f'<div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- {said} --------</div>{head}'
        f"<div><br></div></div>{passed.html}"
    )
    return page("Fwd: Let op", body) if html else both("Fwd: Let op", text, body)


def yahoo(note: str, passed: Passed, *, said: str, labels: str, date: str, html: bool) -> bytes:
    """Yahoo Mail, which does the same in its plain version."""
    rows = _rows(labels, passed, date)
    flat = "".join(f"{name}: {value}" for name, value in rows)
    text = f"{note}\n\n   ----- {said} ----- {flat}\n\n   {passed.text}  "
    head = "".join(f"<div><b>{name}:</b> {escape(value)}</div>" for name, value in rows)
    body = (
        f'<div class="ydp1yahoo-style-wrap" style="font-family:Helvetica"><div dir="ltr">{note}</div><div><br></div>'
        f'</div><div id="yahoo_quoted_4711" class="yahoo_quoted"><div style="color:#26282a;"><div>----- {said} -----</div>'
        f"{head}<div><br></div>{passed.html}</div></div>"
    )
    return page("Fw: Let op", body) if html else both("Fw: Let op", text, body)


def proton(note: str, passed: Passed, *, html: bool) -> bytes:
    """Proton Mail, which quotes only what stands below the headers."""
    head = f"From: {passed.by.full}\nDate: On dinsdag 3 november 2026 at 10:12\nSubject: {passed.subject}\nTo: {passed.to.full}"
    said = "------- Forwarded Message -------"
    sent = "Verzonden met Proton Mail beveiligde e-mail."
    text = f"{note}\n\n{sent}\n\n{said}\n{head}\n\n{passed.quoted}\n"
    body = (
        f'<div style="font-family: Arial">{note}</div><div class="protonmail_signature_block"><div>{sent}</div></div><br>'
        f'<div class="protonmail_quote">{said}<br>{escape(head).replace(chr(10), "<br>")}<br><br>'
        f'<blockquote class="protonmail_quote" type="cite">{passed.html}</blockquote><br></div>'
    )
    return page("Fw: Let op", body) if html else both("Fw: Let op", text, body)


def roundcube(note: str, passed: Passed, *, html: bool) -> bytes:
    """Roundcube, the webmail of many hosters."""
    rows = _rows("Onderwerp=subject,Datum=date,Van=from,Aan=to", passed, "2026-11-03 10:12")
    said = "-------- Oorspronkelijk bericht --------"
    if not html:
        head = "\n".join(f"{name}: {value}" for name, value in rows)
        return plain(
            f"Fwd: {passed.subject}", f"{note}\n\n{said}\n{head}\n\n{passed.text}\n", mailer="Roundcube Webmail/1.6.9"
        )
    cells = "".join(
        f'<tr><th align="right" nowrap="nowrap" valign="baseline">{name}: </th><td>{escape(value)}</td></tr>'
        for name, value in rows
    )
    body = f'<p>{note}</p><p>{said}</p><table border="0" cellspacing="0" cellpadding="0"><tbody>{cells}</tbody></table><br />{passed.html}'
    return page(f"Fwd: {passed.subject}", body)


def samples() -> Iterator[Sample]:
    """Yield the mails of other programs."""
    note = "Dit is te gek voor woorden."
    for html in (False, True):
        kind = "HTML" if html else "platte tekst"
        end = "html" if html else "plain"
        for lang in ("nl", "en"):
            yield Sample(
                f"thunderbird-forward-{lang}-{end}",
                "Thunderbird",
                f"doorgestuurd, {lang}, {kind}",
                thunderbird(lang, note, ONE, html=html),
                ONE.text,
                note,
                ONE.by.full,
            )
            yield Sample(
                f"thunderbird-reply-{lang}-{end}",
                "Thunderbird",
                f"antwoord{'' if html else ' onder het citaat'}, {lang}, {kind}",
                thunderbird_reply(lang, note, TWO, html=html),
                TWO.text,
                note,
                TWO.by.name,
            )
        labels = "Van=from,Datum=date,Aan=to,Onderwerp=subject"
        yield Sample(
            f"samsung-nl-{end}",
            "Samsung Email",
            f"doorgestuurd, {kind}",
            samsung(
                note,
                TWO,
                said="Oorspronkelijk bericht",
                labels=labels,
                signature="Verzonden vanaf mijn Galaxy",
                html=html,
            ),
            TWO.text,
            note,
            TWO.by.full,
        )
        labels = "From=from,Date=date,To=to,Subject=subject"
        yield Sample(
            f"samsung-en-{end}",
            "Samsung Email",
            f"doorgestuurd, Engels, {kind}",
            samsung(note, TWO, said="Original message", labels=labels, signature="Sent from my Galaxy", html=html),
            TWO.text,
            note,
            TWO.by.full,
        )
        labels = "Van=from,Aan=to,Verzonden=date,Onderwerp=subject"
        yield Sample(
            f"yahoo-nl-{end}",
            "Yahoo Mail",
            f"doorgestuurd, {kind}",
            yahoo(
                note,
                ONE,
                said="Doorgestuurd bericht",
                labels=labels,
                date="dinsdag 3 november 2026 om 10:12:33 CET",
                html=html,
            ),
            ONE.text,
            note,
            ONE.by.full,
        )
        labels = "From=from,To=to,Sent=date,Subject=subject"
        yield Sample(
            f"yahoo-en-{end}",
            "Yahoo Mail",
            f"doorgestuurd, Engels, {kind}",
            yahoo(
                note,
                ONE,
                said="Forwarded Message",
                labels=labels,
                date="Tuesday, November 3, 2026 at 10:12:33 AM GMT+1",
                html=html,
            ),
            ONE.text,
            note,
            ONE.by.full,
        )
        yield Sample(
            f"proton-{end}",
            "Proton Mail",
            f"doorgestuurd, {kind}",
            proton(note, TWO, html=html),
            TWO.text,
            note,
            TWO.by.full,
        )
        yield Sample(
            f"roundcube-{end}",
            "Roundcube",
            f"doorgestuurd, {kind}",
            roundcube(note, ONE, html=html),
            ONE.text,
            note,
            ONE.by.full,
        )
    yield from _plain_ones(note)


def _plain_ones(note: str) -> Iterator[Sample]:
    def made(
        name: str, client: str, manner: str, text: str, passed: Passed, by: Person = FATMA, sender: str | None = None
    ) -> Sample:
        return Sample(
            name,
            client,
            manner,
            plain(f"Fwd: {passed.subject}", text, by),
            passed.text,
            note,
            passed.by.full if sender is None else sender,
        )

    one, two = ONE, TWO
    yield made(
        "ziggo-forward",
        "Ziggo webmail",
        "Origineel bericht",
        f"{note}\n\n---------- Origineel bericht ----------\nVan: {one.by.full}\nAan: {ANJA.full}\nDatum: 03-11-2026 10:12 CET\nOnderwerp: {one.subject}\n\n\n{one.text}\n",
        one,
    )
    yield made(
        "ziggo-reply",
        "Ziggo webmail",
        "citaat met regel erin",
        f"{note}\n\n> Op 03-11-2026 10:12 CET schreef {two.by.full}:\n> \n>  \n{two.quoted}\n",
        two,
    )
    yield made(
        "kpn-forward",
        "KPN webmail",
        "Oorspronkelijk bericht, aanhalingstekens",
        f'{note}\n\n----- Oorspronkelijk bericht -----\nVan: "{one.by.name}" <{one.by.address}>\nAan: "{ANJA.name}" <{ANJA.address}>\nVerzonden: Dinsdag 3 november 2026 10:12:23 GMT +01:00 Amsterdam / Berlijn\nOnderwerp: {one.subject}\n\n{one.text}\n',
        one,
    )
    yield made(
        "roundcube-reply",
        "Roundcube",
        "schreef op",
        f"{note}\n\n{two.by.name} schreef op 2026-11-03 10:12:\n{two.quoted}\n",
        two,
        sender=two.by.name,
    )
    yield made(
        "huawei",
        "Huawei-telefoon",
        "Oorspronkelijk bericht",
        f"{note}\n\nVerzonden vanaf mijn Huawei mobiele telefoon\n-------- Oorspronkelijk bericht --------\nVan: {one.by.full}\nDatum: di 3 nov. 2026 10:12\nAan: {ANJA.address}\nOnderwerp: {one.subject}\n{one.text}",
        one,
    )
    yield made(
        "k9",
        "K-9 Mail",
        "Oorspronkelijk bericht",
        f"{note}\n\n-------- Oorspronkelijk bericht --------\nVan: {two.by.full}\nVerzonden: 3 november 2026 10:12:05 CET\nAan: {ANJA.full}\nOnderwerp: {two.subject}\n\n{two.text}\n-- \nVerstuurd vanaf mijn Android apparaat met K-9 Mail.",
        two,
    )
    yield made(
        "em-client",
        "eM Client",
        "Origineel bericht",
        f'{note}\n\n------ Origineel bericht ------\nVan: "{two.by.name}" <{two.by.address}>\nAan: "{ANJA.name}" <{ANJA.address}>\nVerzonden: 3-11-2026 10:12:33\nOnderwerp: {two.subject}\n\n{two.text}\n',
        two,
    )
    yield made(
        "groupwise",
        "GroupWise",
        ">>> naam datum >>>",
        f"{note}\n\n>>> {one.by.full} 3-11-2026 10:12 >>>\n{one.text}\n",
        one,
    )
    blank = "\n\n".join(
        (
            f"Van: {one.by.name} [{one.by.address}]",
            "Verzonden: 3-11-2026 10:12",
            f"Aan: {ANJA.address}",
            f"Onderwerp: {one.subject}",
        )
    )
    yield made(
        "salesforce",
        "Klantvolgsysteem",
        "witregels tussen de koppen",
        f"{note}\n\n--------------- Oorspronkelijk bericht ---------------\n\n{blank}\n\n\n{one.text}\n",
        one,
        sender=f"{one.by.name} [{one.by.address}]",
    )
    yield made("quoted-only", "onbekend", "alleen citaattekens", f"{note}\n\n{one.quoted}\n", one, sender="")
    yield made(
        "nbsp",
        "onbekend",
        "harde spaties en tabs in de koppen",
        f"{note}\n\n*Van:*\u00a0{one.by.full}\n*Datum:*\t3 november 2026 10:12\n*Aan:*\u00a0{ANJA.full}\n*Onderwerp:*\u00a0{one.subject}\n\n{one.text}\n",
        one,
    )
    yield made(
        "below-names",
        "onbekend",
        "waarde onder de naam van de kop",
        f"{note}\n\nVan:\n{one.by.full}\nDatum:\n3 november 2026 10:12\nAan:\n{ANJA.full}\nOnderwerp:\n{one.subject}\n\n{one.text}\n",
        one,
    )
    flat = f"Van: {two.by.full} Datum: 03-11-2026 10:12 (GMT+01:00) Aan: {ANJA.address} Onderwerp: {two.subject} {two.text}"
    yield made(
        "samsung-plain-only",
        "Samsung Email",
        "alleen platte tekst, koppen op één regel",
        f"{note}\n\nVerzonden vanaf mijn Galaxy\n-------- Oorspronkelijk bericht --------{flat}",
        two,
        KEES,
    )
