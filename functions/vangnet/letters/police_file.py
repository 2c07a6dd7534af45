"""The file for the police as a PDF: what the case knows, as far as its maker may see it; facts, and no judgement.

The seven questions are those by which the police takes up facts: wie, wat, waar, wanneer, waarmee, hoe, waarom.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from schemas.events import police as q
from schemas.events.base import Envelope
from schemas.report import Evidence
from vangnet.calendar import AMSTERDAM, amsterdam_day, day_words
from vangnet.case.facts import Context
from vangnet.case.police import fitting_offences, klacht_of
from vangnet.case.recurrence import known
from vangnet.case.sight import sees
from vangnet.case.view import view
from vangnet.letters.render import typeset
from vangnet.letters.sources import FOLDER, Source

NAME = "police_file"
UNKNOWN = "Niet bekend."
UNDER_NUMBER = "Aangifte onder nummer: de naam staat bij de politie"
COMPLAINTS = {"never": "nee", "always": "ja, altijd", "private": "ja, van wie geen ambt heeft"}
CONSENTS = {
    "aangifte": "aangifte doen",
    "speak_about_aangifte": "over de aangifte praten",
    "inform_others": "anderen inlichten",
    "inspectorate": "het letsel melden bij de Arbeidsinspectie",
}
CHECKLIST = {
    "domicile_town_hall": "Gemeentehuis als adres (domicilie)",
    "under_number": "Aangifte onder nummer",
    "vpt_code": "VPT-code gevraagd",
    "wants_information": "Wil op de hoogte blijven van de zaak",
    "wants_damages": "Wil schadevergoeding vragen in de strafzaak",
}
PROSECUTION = {
    "filed": "aangifte gedaan",
    "investigation": "onderzoek",
    "charged": "vervolging",
    "dismissed": "geen vervolging",
    "judged": "uitspraak",
}
INJURED = (
    "De ambtsdrager is voor de wet de benadeelde en werkt mee aan het onderzoek. De gemeente kan zich in de strafzaak "
    "alleen voegen voor haar eigen schade."
)


@dataclass(frozen=True)
class Enclosed:
    """A file that goes with it: its name in the ZIP, and what is known of it as it was received."""

    file: str
    evidence: Evidence


@dataclass(frozen=True)
class Asked:
    """Who makes the file, with what he is here."""

    by: str
    left_out: tuple[str, ...] = ()


def pdf(ctx: Context, events: Sequence[Envelope], enclosed: Sequence[Enclosed], asked: Asked) -> bytes:
    """Return the PDF/UA-1 for the police, the same bytes for the same case, moment and maker.

    Raises:
        LetterError: if the template is broken.
    """
    text = (FOLDER / f"{NAME}.typ").read_text(encoding="utf-8")
    return typeset(Source(NAME, text, 0), words(ctx, events, enclosed, asked), amsterdam_day(ctx.now))[0]


def words(ctx: Context, events: Sequence[Envelope], enclosed: Sequence[Enclosed], asked: Asked) -> dict[str, Any]:
    """Return what the file says: only of parts that who makes it may see."""
    parts = view(ctx, events)
    day = amsterdam_day(ctx.now)
    guidance = ctx.protocol.document.guidance
    filed = [one.event for one in events if isinstance(one.event, q.AangifteFiled)]
    under_number = any(one.under_number for one in filed)
    account = parts.get("account") or {}
    return {
        "reference": ctx.case.reference,
        "municipality": ctx.protocol.municipality.name,
        "day": [day.year, day.month, day.day],
        "made_at": _moment(ctx.now),
        "made_by": asked.by,
        "persons": list(_persons(ctx, under_number=under_number)),
        "injured": INJURED,
        "questions": [list(row) for row in _questions(ctx, account)],
        "account": account.get("account") or "",
        "forwarded": [_forwarded(one) for one in account.get("forwarded", ())],
        "evidence": [_file(one) for one in enclosed],
        "texts": [one["text"] for one in parts.get("evidence", ()) if one.get("text")],
        "left_out": list(asked.left_out),
        "offences": [list(row) for row in _offences(ctx)] if "aangifte" in parts else [],
        "consents": list(_consents(ctx, parts.get("aangifte") or {}, under_number=under_number)),
        "injuries": list(_injuries(ctx)) if "account" in parts else [],
        "damage": [list(row) for row in _damage(parts.get("damage") or {})],
        "norm": guidance.norm.nl if guidance else "",
        "hearing": list(_hearing(parts.get("hearing") or ())),
        "earlier": list(_earlier(ctx)),
        "measures": list(_measures(ctx, parts)),
        "steps": list(_steps(events)) if "aangifte" in parts else [],
        "checklist": [list(row) for row in _checklist(filed)],
    }


def _persons(ctx: Context, *, under_number: bool) -> Iterator[dict[str, str]]:
    """Yield who was harmed, each with an address that is not his home (domicilie)."""
    people, document = ctx.protocol.municipality.people, ctx.protocol.document
    settings = ctx.protocol.municipality.letters
    hall = ", ".join(settings.address) if settings else f"het gemeentehuis van {ctx.protocol.municipality.name}"
    for one in ctx.case.harmed:
        holder = people.get(one.person or one.family_of or "")
        office = document.offices.get((holder.office if holder else None) or one.body or "")
        label = office.label.nl if office else ""
        if one.body:
            yield {"name": f"Gemeente {ctx.protocol.municipality.name}", "office": "", "domicile": hall}
            continue
        name = (one.name or "familielid") if one.family_of else holder.name if holder else UNKNOWN
        of = f"familie van {holder.name}, {label}" if one.family_of and holder else label
        shown = (UNDER_NUMBER, "") if under_number else (name, of)
        yield {"name": shown[0], "office": shown[1], "domicile": hall}


def _questions(ctx: Context, account: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    document, report = ctx.protocol.document, ctx.case.report
    if report is None:
        return
    kinds = ", ".join(document.kinds[one].label.nl for one in report.kinds if one in document.kinds)
    channel = document.channels.get(report.channel)
    target = document.targets.get(report.target or "")
    happened = account.get("happened_at")
    named = (*account.get("identified", ()), *account.get("perpetrators", ()))
    yield "Wie deed het", "; ".join(dict.fromkeys(_perpetrator(one) for one in named)) or UNKNOWN
    yield "Wat gebeurde er", f"Gemeld als: {kinds}. Zie het verslag." if kinds else "Zie het verslag."
    yield "Waar", account.get("place") or UNKNOWN
    yield "Wanneer", _moment(happened) if happened else f"{UNKNOWN} Gemeld op {_moment(ctx.case.filed_at)}."
    yield "Waarmee", channel.nl if channel else UNKNOWN
    yield "Hoe", f"Gericht tegen: {target.nl}. Zie het verslag." if target else "Zie het verslag."
    why = (account.get("aim") or "", _stake(report.decision_at_stake))
    yield "Waarom", "; ".join(text for text in why if text) or UNKNOWN


def _stake(stake: str | bool | None) -> str:
    """Return which decision was at stake, as the reporter said it."""
    return f"er speelt een besluit: {stake}" if isinstance(stake, str) else "er speelt een besluit" if stake else ""


def _perpetrator(one: Mapping[str, Any]) -> str:
    known_as = [text for text in (one.get("name"), one.get("representative"), one.get("details")) if text]
    return ", ".join(known_as) or "onbekend"


def _forwarded(one: Mapping[str, Any]) -> dict[str, str]:
    about = [str(text) for text in (one.get("sender"), one.get("sent"), one.get("subject")) if text]
    return {"about": ", ".join(about) or "Doorgestuurd bericht", "text": str(one.get("text", ""))}


def _file(one: Enclosed) -> dict[str, str]:
    evidence = one.evidence
    received = _moment(datetime.fromisoformat(evidence.received_at)) if evidence.received_at else UNKNOWN
    size = f"{evidence.size} bytes"
    return {"file": one.file, "kind": f"{evidence.kind}, {size}", "received": received, "sha256": evidence.sha256}


def _offences(ctx: Context) -> Iterator[tuple[str, str, str, str]]:
    """Yield the offences of each aangifte, or while there is none those that fit what was reported."""
    table = ctx.protocol.document.aangifte
    rows = table.offences if table else {}
    filed = [name for one in ctx.case.police.filings for name in one.offences]
    for name in dict.fromkeys(filed or fitting_offences(ctx)):
        if name in rows:
            row = rows[name]
            longest = row.longest.nl if row.longest else "volgens de wet"
            yield row.label.nl, row.article, longest, COMPLAINTS[row.complaint]


def _consents(ctx: Context, part: Mapping[str, Any], *, under_number: bool) -> Iterator[str]:
    for one in part.get("consents", ()):
        said = "ja" if one["holds"] else "ingetrokken" if one["given"] else "nee"
        scope = f" ({one['scope']})" if one["scope"] else ""
        who = UNDER_NUMBER if under_number else _name(ctx, one["person"])
        yield f"{who}, {CONSENTS[one['to']]}: {said}, sinds {_moment(one['since'])}{scope}."
    for filing in ctx.case.police.filings if part else ():
        for person in klacht_of(ctx, filing.offences, filing.persons):
            who = UNDER_NUMBER if under_number else _name(ctx, person)
            yield f"{who} doet zelf een klacht; de aangifte van de gemeente vervangt die niet."


def _name(ctx: Context, key: str) -> str:
    one = next((one for one in ctx.case.harmed if one.key == key), None)
    found = ctx.protocol.municipality.people.get(key)
    return found.name if found else (one.name if one and one.name else "Familielid")


def _injuries(ctx: Context) -> Iterator[str]:
    labels = ctx.protocol.document.injuries
    for injury, since in ctx.case.injuries:
        if injury in labels and labels[injury].serious:
            yield f"{labels[injury].label.nl}, bekend sinds {_moment(since)}."


def _damage(part: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for one in part.get("items", ()):
        amount = "nog niet bekend" if one["cents"] is None else euros(one["cents"])
        yield one["item"], amount, euros(one["paid"])


def euros(cents: int) -> str:
    """Return an amount of euro cents as people here write it."""
    return f"€ {f'{cents // 100:,}'.replace(',', '.')},{cents % 100:02d}"


def _hearing(part: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in part:
        if one.get("held_at"):
            yield f"Gehoord op {_moment(one['held_at'])}: {one.get('account') or UNKNOWN}"
        elif one.get("ground"):
            yield f"Niet gehoord: {one.get('why') or UNKNOWN}"


def _earlier(ctx: Context) -> Iterator[str]:
    """Yield the earlier cases of who was identified here, as far as the maker of the file may see them."""
    for case in known(ctx):
        if sees(ctx.having(case), ctx.actor) and case.filed_at:
            label = ctx.protocol.class_row(case.classed).label.nl if case.classed in ctx.protocol.classes else ""
            yield f"{case.reference}, {_day(amsterdam_day(case.filed_at))}: {label}"


def _measures(ctx: Context, parts: Mapping[Any, Any]) -> Iterator[str]:
    labels = ctx.protocol.document.measures
    for one in ctx.case.measures.values() if "measures" in parts else ():
        until = f", van {_day(one.starts_on)} tot en met {_day(one.ends_on)}" if one.starts_on and one.ends_on else ""
        yield f"{labels[one.measure].label.nl}, besloten op {_day(amsterdam_day(one.decided_at))}{until}"


def _steps(events: Sequence[Envelope]) -> Iterator[str]:
    for one in events:
        match one.event:
            case q.PoliceNotified() as event:
                yield f"Melding bij de politie op {_moment(event.notified_at)}, nummer {event.reference}."
            case q.AangifteFiled() as event:
                yield f"Aangifte op {_moment(event.filed_at)}, nummer {event.reference}."
            case q.ProsecutionRecorded() as event if event.state in PROSECUTION:
                yield f"{PROSECUTION[event.state].capitalize()} op {_moment(event.happened_at)}. {event.result}".strip()
            case _:
                continue


def _checklist(filed: Sequence[q.AangifteFiled]) -> Iterator[tuple[str, str]]:
    last = filed[-1] if filed else q.AangifteFiled(filed_at=datetime(2000, 1, 1, tzinfo=AMSTERDAM))
    for name, question in CHECKLIST.items():
        answer = getattr(last, name)
        yield question, "nog invullen" if answer is None else "ja" if answer else "nee"


def _moment(at: datetime | None) -> str:
    if at is None:
        return UNKNOWN
    local = at.astimezone(AMSTERDAM)
    return f"{_day(local.date())}, {local:%H.%M} uur"


def _day(day: date) -> str:
    return day_words(day, "nl")
