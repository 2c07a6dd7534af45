"""The same file for the police as one page of HTML, for where typst is not installed: complete by itself, no script."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

STYLE = (
    "body{font-family:serif;max-width:48em;margin:2em auto;padding:0 1em;line-height:1.4}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.3em .5em;text-align:left}"
    "blockquote{border-left:.2em solid #777;margin-left:0;padding-left:1em;white-space:pre-wrap}"
)


def page(words: Mapping[str, Any]) -> str:
    """Return the page; every text of people is escaped."""
    title = f"Dossier voor de politie {escape(words['reference'])}"
    return (
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"</head><body><h1>{title}</h1>{''.join(_parts(words))}</body></html>\n"
    )


def _parts(words: Mapping[str, Any]) -> Iterator[str]:
    made = f"Gemeente {words['municipality']}. Gemaakt op {words['made_at']} door {words['made_by']}."
    yield _text(f"{made} Vertrouwelijk: alleen voor politie en Openbaar Ministerie. Wij vragen om de VPT-code.")
    yield _head("Wie is de benadeelde")
    for one in words["persons"]:
        yield _text(f"{one['name']}, {one['office']}. Adres voor de politie (domicilie): {one['domicile']}")
    yield _text(words["injured"])
    yield _head("De feiten in zeven vragen") + _table(("Vraag", "Antwoord"), words["questions"])
    yield _head("Wat er letterlijk is gezegd of geschreven") + _quote(words["account"] or "Er is geen verslag.")
    for one in words["forwarded"]:
        yield _text(one["about"]) + _quote(one["text"])
    files = [(one["file"], one["kind"], one["received"], one["sha256"]) for one in words["evidence"]]
    yield _head("Bewijs") + _table(("Bestand", "Soort en grootte", "Ontvangen", "SHA-256"), files)
    yield "".join(_quote(one) for one in words["texts"])
    yield _list("Niet in de zip", words["left_out"], "Alles wat er is, zit erin.")
    offences = ("Feit", "Artikel (Sr)", "Hoogste straf", "Klacht nodig")
    yield _head("Strafbare feiten waar het om kan gaan") + _table(offences, words["offences"])
    yield _list("Toestemming en klacht", words["consents"], "Er is nog geen toestemming gevraagd of gegeven.")
    yield _list("Letsel", words["injuries"], "Er is geen letsel gemeld.")
    yield _head("Schade") + _table(("Schade", "Bedrag", "Door de gemeente betaald"), words["damage"])
    yield _head("Onze norm") + _text(words["norm"])
    yield _list("Wat de andere kant zegt", words["hearing"], "De andere kant is nog niet gehoord.")
    yield _list("Eerdere zaken", words["earlier"], "Er zijn geen eerdere zaken bekend van wie hier is herkend.")
    yield _list("Maatregelen", words["measures"], "Er is nog geen maatregel genomen.")
    yield _list("Politie en Openbaar Ministerie", words["steps"], "Er is nog geen melding of aangifte gedaan.")
    yield _head("Waar wij op letten bij de aangifte") + _table(("Vraag", "Antwoord"), words["checklist"])


def _head(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _text(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _quote(text: str) -> str:
    return f"<blockquote>{escape(text)}</blockquote>"


def _list(title: str, rows: Any, empty: str) -> str:
    points = "".join(f"<li>{escape(str(row))}</li>" for row in rows)
    return _head(title) + (f"<ul>{points}</ul>" if points else _text(empty))


def _table(heads: tuple[str, ...], rows: Any) -> str:
    if not rows:
        return _text("Niets bekend.")
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(one))}</td>" for one in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
