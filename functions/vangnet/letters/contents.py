"""From a checked letter to the words that a template sets: days as people write them, and the sentences of the tables.

Every value is text, a list or a truth; a template gets nothing else, and never computes a day or chooses a remedy.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from schemas.letterhead import House
from schemas.letters import (
    AvgNotice,
    Ban,
    Capacity,
    Decider,
    EarlyEnd,
    Fact,
    Invitation,
    Letter,
    ObjectionDecision,
    Ruling,
    ServiceLimit,
    WarningLetter,
)
from vangnet.calendar import AMSTERDAM, day_words
from vangnet.letters.checking import basis_of
from vangnet.letters.hearing import heard, weighed
from vangnet.letters.kinds import BAN_SUBJECTS, KINDS
from vangnet.letters.remedies import REMEDIES

DRAFT = "CONCEPT"
MISSING = "(nog invullen)"
MAY_ATTEND = "U mag er als toehoorder bij zijn, ook als de vergadering in een van deze gebouwen is."
Words = dict[str, Any]

# How a capacity signs, and the organ that an objection goes to.
CAPACITIES: dict[Capacity, tuple[str, str]] = {
    "college": (
        "het college van burgemeester en wethouders van {m}",
        "het college van burgemeester en wethouders van {m}",
    ),
    "burgemeester": ("de burgemeester van {m}", "de burgemeester van {m}"),
    "locoburgemeester": (
        "de locoburgemeester van {m}, die de burgemeester vervangt",
        "de burgemeester van {m}",
    ),
    "council_chair": ("de voorzitter van de gemeenteraad van {m}", "de voorzitter van de gemeenteraad van {m}"),
    "acting_council_chair": (
        "de waarnemend voorzitter van de gemeenteraad van {m}",
        "de voorzitter van de gemeenteraad van {m}",
    ),
    "official": ("de {office} van de gemeente {m}", "het college van burgemeester en wethouders van {m}"),
}
OUTCOMES = {
    "upheld": "Uw bezwaar is gegrond.",
    "partly_upheld": "Uw bezwaar is voor een deel gegrond.",
    "dismissed": "Uw bezwaar is ongegrond.",
    "inadmissible": "Uw bezwaar is niet-ontvankelijk: wij mogen het niet inhoudelijk behandelen.",
}

# Where the row's own sentence names what only the ban's letter knows.
LAW_OF_A_FORMER_BAN = {
    "apv": "Het verbod was een besluit volgens de Algemene plaatselijke verordening (APV).",
    "court": "De rechter heeft het verbod opgelegd.",
}


def contents(letter: Letter, house: House) -> Words:
    """Return what the template of the letter's kind is given; the letter was checked."""
    names = _names(letter, house)
    found: Words = {
        "kind": letter.kind,
        "draft": letter.draft,
        "subject": _subject(letter),
        "addressee": letter.addressee.model_dump(mode="json"),
        "dated": long_day(letter.dated),
        "day": [letter.dated.year, letter.dated.month, letter.dated.day],
        "reference": letter.reference,
        "decider": _decider(letter.decider, house),
        "contact": letter.contact.model_dump(),
        "remedies": [sentence.format_map(names) for sentence in REMEDIES[_remedy(letter)]],
        "house": house.model_dump(mode="json", exclude={"logo"}),
        "retention": _retention(letter),
        "by_judge": getattr(letter, "legal_basis", None) == "court",
    }
    return found | _own(letter, names)


def template_name(letter: Letter) -> str:
    """Return the name of the template: the kind, and of a ban its legal basis too."""
    return f"ban_{letter.legal_basis}" if isinstance(letter, Ban) else letter.kind


def long_day(day: date) -> str:
    """Return a day as in maandag 30 november 2026, its number and month on one line."""
    weekday, number, month, year = day_words(day, "nl").split(" ")
    return f"{weekday} {number}\u00a0{month} {year}"


def long_moment(moment: datetime | date) -> str:
    """Return a moment by the Amsterdam clock, as in maandag 30 november 2026 om 14.30 uur; a mere day as a day."""
    if not isinstance(moment, datetime):
        return long_day(moment)
    local = moment.astimezone(AMSTERDAM) if moment.tzinfo else moment
    return f"{long_day(local.date())} om {local.hour}.{local.minute:02} uur"


def _subject(letter: Letter) -> str:
    subject = BAN_SUBJECTS[letter.legal_basis] if isinstance(letter, Ban) else KINDS[letter.kind].subject
    return f"{DRAFT}: {subject}" if letter.draft else subject


def _remedy(letter: Letter) -> Any:
    basis = basis_of(letter)
    return KINDS[letter.kind].remedy or (basis.remedy if basis else "act")


def _retention(letter: Letter) -> str:
    if letter.kept:
        return letter.kept
    basis = basis_of(letter)
    return basis.retention if basis else KINDS[letter.kind].retention


def _decider(decider: Decider, house: House) -> Words:
    title, organ = (words.format(m=house.name, office=decider.office) for words in CAPACITIES[decider.capacity])
    mandate = decider.mandate
    under = (
        f"namens {CAPACITIES['college'][0].format(m=house.name)} "
        f"(mandaat van {long_day(mandate.decided_on)}, kenmerk {mandate.reference})"
        if mandate
        else ""
    )
    return {"name": decider.name, "title": title, "organ": organ, "mandate": under}


def _names(letter: Letter, house: House) -> dict[str, str]:
    """Return what the sentences of the tables may name; what does not apply is not in any sentence of its row."""
    names = _Names(
        {
            "municipality": house.name,
            "organ": _decider(letter.decider, house)["organ"],
            **{
                name: getattr(house, name) for name in ("objections_address", "objections_online", "complaints_address")
            },
            **{name: getattr(house, name) for name in ("complaints_online", "court", "civil_court", "privacy_officer")},
        }
    )
    ruling: Ruling | None = getattr(letter, "ruling", None)
    if ruling:
        names |= {"court": ruling.court, "court_date": long_day(ruling.decided_on), "court_number": ruling.number}
        names |= {"court_breach": ruling.breach, "court_appeal": ruling.appeal}
    if isinstance(letter, Ban):
        names["meetings"] = _meetings(letter)
        if rule := letter.local_rule:
            names |= {"local_article": rule.article, "local_penalty": rule.penalty}
            names["local_months"] = f"{rule.months_max} {'maand' if rule.months_max == 1 else 'maanden'}"
    return names


class _Names(dict[str, str]):
    """What sentences may name; what a draft does not know yet is shown to be missing."""

    def __missing__(self, key: str) -> str:
        return MISSING


def _meetings(ban: Ban) -> str:
    if ban.meetings_included:
        return "Wilt u erbij zijn of bent u opgeroepen? Maak eerst een afspraak. Er gaat dan iemand met u mee."
    return MAY_ATTEND


def _own(letter: Letter, names: dict[str, str]) -> Words:
    """Return what only letters of this kind have."""
    match letter:
        case Ban():
            return _measured(letter) | _timed(letter) | _ban(letter, names)
        case ServiceLimit():
            return _measured(letter) | _timed(letter) | _limited(letter)
        case WarningLetter():
            return _measured(letter)
        case Invitation():
            return {
                "facts": _facts(letter.facts),
                "norm": letter.norm,
                "considered": letter.considered,
                "meet_at": long_moment(letter.meet_at),
                "meet_place": letter.meet_place,
                "answer_by": long_day(letter.answer_by),
                "link": letter.link or "",
            }
        case EarlyEnd() | ObjectionDecision():
            return _about_a_ban(letter, names)
        case AvgNotice():
            lists = {name: list(getattr(letter, name)) for name in ("categories", "sources", "recipients")}
            return lists | {"collected_on": long_day(letter.collected_on)}


def _facts(facts: Sequence[Fact]) -> list[Words]:
    return [
        {"when": long_moment(one.at), "place": one.place, "channel": one.channel, "what": one.what} for one in facts
    ]


def _measured(letter: WarningLetter | ServiceLimit | Ban) -> Words:
    return {
        "facts": _facts(letter.facts),
        "norm": letter.norm,
        "house_rules": letter.house_rules,
        "hearing": heard(letter.hearing, besluit=bool((basis := basis_of(letter)) and basis.rule.besluit)),
        "weighing": weighed(letter.weighing),
    }


def _timed(letter: ServiceLimit | Ban) -> Words:
    return {
        "starts_on": long_day(letter.starts_on),
        "ends_on": long_day(letter.ends_on) if letter.ends_on else "",
        "evaluated_on": long_day(letter.evaluated_on),
    }


def _limited(letter: ServiceLimit) -> Words:
    return {
        "services": list(letter.services),
        "channels": list(letter.channels),
        "only_with": letter.only_with or "",
        "police_told": letter.police_told,
        "ends_when": letter.ends_when or "",
        "stays_open": list(letter.stays_open),
    }


def _ban(letter: Ban, names: dict[str, str]) -> Words:
    basis = basis_of(letter)
    assert basis is not None
    sentences = {name: getattr(basis, name).format_map(names) for name in ("law", "maximum", "breach", "starts")}
    return sentences | {
        "object": basis.object,
        "why_heard": basis.hearing,
        "exceptions": [one.format_map(names) for one in basis.exceptions] + list(letter.more_exceptions),
        "places": [one.model_dump() for one in letter.places],
        "grounds_included": letter.grounds_included,
        "meetings_included": letter.meetings_included or letter.legal_basis == "gemeentewet_26",
        "digital_included": letter.digital_included,
        "extension": str(letter.extension) if letter.extension else "",
    }


def _about_a_ban(letter: EarlyEnd | ObjectionDecision, names: dict[str, str]) -> Words:
    basis = basis_of(letter)
    assert basis is not None
    found: Words = {
        "ban": {"reference": letter.ban_reference, "dated": long_day(letter.ban_dated)},
        "why": letter.why,
        "law": LAW_OF_A_FORMER_BAN.get(letter.legal_basis) or basis.law.format_map(names),
    }
    if isinstance(letter, EarlyEnd):
        return found | {"ends_on": long_day(letter.ends_on)}
    return found | {
        "received_on": long_day(letter.received_on),
        "hearing": heard(letter.hearing, besluit=True),
        "why_not_heard": letter.why_not_heard or "",
        "outcome": OUTCOMES[letter.outcome],
        "consequence": letter.consequence,
        "character": basis.rule.character,
    }
