"""Letters and encodings that go wrong, and the ways in which mails are damaged on their way."""

import base64
from collections.abc import Iterator

from tests.mail.making import (
    ANJA,
    BOOS,
    KWAAD,
    Passed,
    Sample,
    attachment,
    crlf,
    encoded,
    headers,
    multipart,
    page,
    part,
    plain,
    told,
)

ONE = Passed(
    BOOS, "Eén woord over mijn café en jouw huis gaat eraan. Ik ben niet bang voor een celstraf – jij wel?", "Café"
)
NOTE = "Geïntimideerd voel ik mij hierdoor zéér."


def _text(passed: Passed = ONE, note: str = NOTE) -> str:
    return f"{note}\n\nVan: {passed.by.full}\nVerzonden: dinsdag 3 november 2026 10:12\nAan: {ANJA.full}\nOnderwerp: {passed.subject}\n\n{passed.text}\n"


def _sample(name: str, manner: str, raw: bytes, passed: Passed = ONE, note: str = NOTE) -> Sample:
    return told(f"charset-{name}", "divers", manner, raw, passed, note)


def _declared(content: bytes, charset: str, how: str = "8bit") -> bytes:
    named = f"; charset={charset}" if charset else ""
    return (
        crlf(headers("FW: besluit") + f"Content-Type: text/plain{named}\nContent-Transfer-Encoding: {how}\n\n")
        + content
    )


def samples() -> Iterator[Sample]:
    """Yield mails with odd letters, then damaged ones."""
    windows = _text().replace("\n", "\r\n").encode("cp1252")
    utf = _text().replace("\n", "\r\n").encode()
    yield _sample("cp1252", "windows-1252", _declared(windows, "windows-1252"))
    yield _sample("latin1", "iso-8859-1, maar Windows' tekens", _declared(windows, "iso-8859-1"))
    yield _sample("none", "niets opgegeven, UTF-8", _declared(utf, ""))
    yield _sample("none-cp1252", "niets opgegeven, Windows", _declared(windows, ""))
    yield _sample("unknown", "onbekende naam, UTF-8", _declared(utf, "x-onbekend"))
    yield _sample("ascii", "us-ascii opgegeven, UTF-8 geschreven", _declared(utf, "us-ascii"))
    yield _sample("wrong", "utf-8 opgegeven, Windows geschreven", _declared(windows, "utf-8"))
    yield _sample("turned", "iso-8859-1 opgegeven, UTF-8 geschreven", _declared(utf, "iso-8859-1"))
    for name in ("utf-16", "utf-16-le", "utf-7", "macintosh", "iso-8859-15"):
        text = _text().replace("–", "-") if name == "iso-8859-15" else _text()
        passed = Passed(BOOS, ONE.text.replace("–", "-"), "Café") if name == "iso-8859-15" else ONE
        content = base64.encodebytes(text.replace("\n", "\r\n").encode(name))
        yield _sample(name, f"{name} in base64", _declared(content.replace(b"\n", b"\r\n"), name, "base64"), passed)
    junk = encoded(_text(), "utf-8", "base64").replace(b"\r\n", b"!\r\n \r\n", 2)
    yield _sample("base64-junk", "base64 met rommel erin", _declared(junk, "utf-8", "base64"))
    junk = encoded(_text(), "utf-8", "quoted-printable").replace(b"\r\n\r\n", b"=\r\n\r\n\r\n", 1) + b"=ZZ"
    yield _sample(
        "qp-junk",
        "quoted-printable met een los eind",
        _declared(junk, "utf-8", "quoted-printable"),
        Passed(BOOS, ONE.text + "\n=ZZ", "Café"),
    )
    body = _text().replace("<", "&lt;").replace("\n", "<br>\n").replace("é", "&eacute;").replace("ï", "&#239;")
    yield _sample("entities", "HTML met entiteiten, iso-8859-15", page("FW", body, charset="iso-8859-15"))
    yield from _damaged()


TWO = Passed(KWAAD, "Ik heb een jachtgeweer en een lange adem.", "Vergunning")
TOLD = "Zie de doorgestuurde mail."
TEXT = _text(TWO, TOLD)


def _made(name: str, manner: str, raw: bytes) -> Sample:
    return told(f"broken-{name}", "divers", manner, raw, TWO, TOLD)


MAIL = crlf(headers("FW"))


def _damaged() -> Iterator[Sample]:
    yield from _structures()
    yield from _versions()


def _structures() -> Iterator[Sample]:
    yield _made(
        "no-end", "multipart zonder einde", (MAIL + multipart("mixed", [part(TEXT)])).removesuffix(b"--=_0_grens--\r\n")
    )
    yield _made(
        "no-boundary",
        "multipart zonder grens",
        MAIL + b"Content-Type: multipart/mixed\r\n\r\n" + encoded(TEXT, "utf-8", "8bit"),
    )
    yield _made(
        "wrong-boundary",
        "multipart met een andere grens",
        MAIL + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n' + encoded(TEXT, "utf-8", "8bit"),
    )
    yield _made("line-feeds", "alleen LF als regeleinde", plain("FW", TEXT).replace(b"\r\n", b"\n"))
    yield _made("carriage-returns", "dubbele CR voor elke LF", plain("FW", TEXT).replace(b"\r\n", b"\r\r\n"))
    yield _made(
        "no-kind", "zonder Content-Type", crlf("From: Anja de Wit <a.dewit@voorbeeldstad.nl>\nSubject: FW\n\n" + TEXT)
    )
    yield _made("bad-kind", "Content-Type die er geen is", MAIL + crlf("Content-Type: tekst; charset\n\n" + TEXT))
    yield _made(
        "bad-headers",
        "koppen die geen koppen zijn",
        crlf(
            "From: Anja de Wit <a.dewit@voorbeeldstad.nl>\nDate: gisteren\nMessage-ID: <<>>@\nContent-Transfer-Encoding: acht\nTo: <,;>\nX-\u00e9: \u00e9\n\n".encode(
                "latin-1"
            )
            .decode("latin-1")
            .replace("X-\u00e9", "X-e")
            + TEXT
        ),
    )


def _versions() -> Iterator[Sample]:
    yield _made("nul", "NUL-tekens in de tekst", plain("FW", TEXT.replace("Ik heb", "Ik\x00 heb\x00")))
    poor = "Uw e-mailprogramma ondersteunt geen HTML. Bekijk dit bericht in een browser."
    page_part = part(TEXT.replace("<", "&lt;").replace("\n", "<br>"), "text/html")
    yield _made(
        "only-in-html", "platte tekst die naar HTML verwijst", MAIL + multipart("alternative", [part(poor), page_part])
    )
    yield _made(
        "empty-plain", "lege platte tekst naast HTML", MAIL + multipart("alternative", [part("\n \n"), page_part])
    )
    yield _made("html-first", "HTML vóór de platte tekst", MAIL + multipart("alternative", [page_part, part(TEXT)]))
    related = multipart("related", [page_part, attachment(b"\x89PNG\r\n\x1a\n12", "image/png", "", "inline")], 1)
    yield _made("related", "HTML met een plaatje in de tekst", MAIL + multipart("alternative", [part(" "), related]))
    yield _made("mbox", "regel van een postbus voorop", b"From anja Tue Nov  3 11:20:31 2026\r\n" + plain("FW", TEXT))
    flowed = TEXT.replace("een lange", "een \nlange")
    yield _made("flowed", "format=flowed", MAIL + part(flowed, more="; format=flowed; delsp=no", how="8bit"))
    pages = (
        "<div style='display:none;max-height:0'>Niet te zien</div><style>.x{}</style><script>var x = '<p>';</script>"
        f"<!-- Van: niemand --><table><tr><td>{TOLD}</td></tr></table><hr>"
        f"<table><tr><td><b>Van:</b></td><td>{TWO.by.html}</td></tr><tr><td><b>Datum:</b></td><td>3 nov 2026</td></tr>"
        f"<tr><td><b>Onderwerp:</b></td><td>{TWO.subject}</td></tr></table><p>{TWO.text}<div><span>"
    )
    yield _made("bad-html", "HTML die niet sluit, verborgen delen, koppen in een tabel", page("FW", pages))
