"""The other programs that Dutch people use: Thunderbird, Samsung, Yahoo, Proton, and webmail of providers."""

from collections.abc import Iterator
from html import escape

from tests.mail.making import BOOS, KWAAD, Passed, Sample, both, page, plain, told

ONE = Passed(BOOS, "Nog een keer zo'n besluit en ik sla je met een hamer je hersens in.\nIk meen het.", "Uitspraak")
NOTE = "Dit is te gek voor woorden."
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
    for html, kind, end in ((False, "platte tekst", "plain"), (True, "HTML", "html")):
        yield from _tables(html, kind, end)
        yield from _phones(html, kind, end)
        yield from _webmail(html, kind, end)


def _tables(html: bool, kind: str, end: str) -> Iterator[Sample]:
    for lang in ("nl", "en"):
        yield told(
            f"thunderbird-forward-{lang}-{end}",
            "Thunderbird",
            f"doorgestuurd, {lang}, {kind}",
            thunderbird(lang, NOTE, ONE, html=html),
            ONE,
            NOTE,
        )
        yield Sample(
            f"thunderbird-reply-{lang}-{end}",
            "Thunderbird",
            f"antwoord{'' if html else ' onder het citaat'}, {lang}, {kind}",
            thunderbird_reply(lang, NOTE, TWO, html=html),
            TWO.text,
            NOTE,
            TWO.by.name,
        )


def _phones(html: bool, kind: str, end: str) -> Iterator[Sample]:
    labels = "Van=from,Datum=date,Aan=to,Onderwerp=subject"
    yield told(
        f"samsung-nl-{end}",
        "Samsung Email",
        f"doorgestuurd, {kind}",
        samsung(
            NOTE,
            TWO,
            said="Oorspronkelijk bericht",
            labels=labels,
            signature="Verzonden vanaf mijn Galaxy",
            html=html,
        ),
        TWO,
        NOTE,
    )
    labels = "From=from,Date=date,To=to,Subject=subject"
    yield told(
        f"samsung-en-{end}",
        "Samsung Email",
        f"doorgestuurd, Engels, {kind}",
        samsung(NOTE, TWO, said="Original message", labels=labels, signature="Sent from my Galaxy", html=html),
        TWO,
        NOTE,
    )


def _webmail(html: bool, kind: str, end: str) -> Iterator[Sample]:
    labels = "Van=from,Aan=to,Verzonden=date,Onderwerp=subject"
    yield told(
        f"yahoo-nl-{end}",
        "Yahoo Mail",
        f"doorgestuurd, {kind}",
        yahoo(
            NOTE,
            ONE,
            said="Doorgestuurd bericht",
            labels=labels,
            date="dinsdag 3 november 2026 om 10:12:33 CET",
            html=html,
        ),
        ONE,
        NOTE,
    )
    labels = "From=from,To=to,Sent=date,Subject=subject"
    yield told(
        f"yahoo-en-{end}",
        "Yahoo Mail",
        f"doorgestuurd, Engels, {kind}",
        yahoo(
            NOTE,
            ONE,
            said="Forwarded Message",
            labels=labels,
            date="Tuesday, November 3, 2026 at 10:12:33 AM GMT+1",
            html=html,
        ),
        ONE,
        NOTE,
    )
    yield told(f"proton-{end}", "Proton Mail", f"doorgestuurd, {kind}", proton(NOTE, TWO, html=html), TWO, NOTE)
    yield told(f"roundcube-{end}", "Roundcube", f"doorgestuurd, {kind}", roundcube(NOTE, ONE, html=html), ONE, NOTE)
