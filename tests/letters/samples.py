"""One letter of each kind and legal basis, by invented people of Voorbeeldstad; docs/letters holds them as PDF."""

from datetime import date, datetime
from typing import Any, get_args

from pydantic import TypeAdapter

from schemas.letterhead import House, Logo
from schemas.letters import Letter
from schemas.words import LegalBasis
from vangnet.calendar import AMSTERDAM

DATED = date(2026, 11, 30)
BASES: tuple[LegalBasis, ...] = get_args(LegalBasis)
_LETTER: TypeAdapter[Letter] = TypeAdapter(Letter)

_LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">
<path d="M30 2 55 12v18c0 15-11 24-25 28C16 54 5 45 5 30V12z" fill="#154273"/>
<path d="M15 38 30 18l15 20z" fill="#fff"/><path d="M12 44h36" stroke="#fff" stroke-width="3"/></svg>"""

HOUSE = House(
    name="Voorbeeldstad",
    address=("Raadhuisplein 1", "1234 AB Voorbeeldstad"),
    phone="14 0123",
    website="www.voorbeeldstad.example",
    objections_address="Postbus 100, 1230 AA Voorbeeldstad",
    objections_online="www.voorbeeldstad.example/bezwaar",
    complaints_address="Klachtencoördinator, Postbus 100, 1230 AA Voorbeeldstad",
    complaints_online="www.voorbeeldstad.example/klacht",
    court="rechtbank Midden-Nederland",
    civil_court="de rechtbank Midden-Nederland, afdeling civiel recht",
    privacy_officer="fg@voorbeeldstad.example",
    logo=Logo(kind="svg", content=_LOGO),
)
MANDATE = {"reference": "2026/0117", "decided_on": date(2026, 1, 15)}
DECIDERS: dict[str, dict[str, Any]] = {
    "huisrecht": {"name": "Bea van Dam", "capacity": "burgemeester", "mandate": MANDATE},
    "gemeentewet_26": {"name": "Bea van Dam", "capacity": "council_chair"},
    "gemeentewet_172_3": {"name": "Wim Jansen", "capacity": "locoburgemeester"},
    "gemeentewet_172a": {"name": "Bea van Dam", "capacity": "burgemeester"},
    "apv": {"name": "Bea van Dam", "capacity": "burgemeester"},
    "court": {"name": "Bea van Dam", "capacity": "burgemeester"},
}
LEADER = {
    "name": "Hanna Willems",
    "capacity": "official",
    "office": "teamleider Publiekszaken",
    "mandate": {"reference": "2026/0118", "decided_on": date(2026, 1, 15)},
}
BASE: dict[str, Any] = {
    "addressee": {"name": "J. de Wit", "lines": ("Molenweg 8", "1234 CD Voorbeeldstad")},
    "reference": "VN-7K3M-Q2TX",
    "dated": DATED,
    "contact": {
        "name": "Carla Bos",
        "office": "coördinator agressie en geweld",
        "phone": "14 0123",
        "email": "c.bos@voorbeeldstad.example",
    },
}
FACTS: tuple[dict[str, Any], ...] = (
    {
        "at": datetime(2026, 11, 19, 14, 30, tzinfo=AMSTERDAM),
        "place": "hal van het gemeentehuis",
        "channel": "aan de balie",
        "what": "U sloeg met uw vuist op de balie en riep naar een raadslid: “Ik weet waar je woont. Wacht maar.”",
    },
    {
        "at": date(2026, 11, 23),
        "place": "raadzaal",
        "channel": "tijdens de raadsvergadering",
        "what": "U riep een uur lang door de sprekers heen. De voorzitter vroeg u drie keer om te stoppen.",
    },
)
MEASURED: dict[str, Any] = {
    "facts": FACTS,
    "norm": "Kritiek mag altijd. Iemand bedreigen, uitschelden of bang maken mag niet: niet aan de balie, niet per "
    "mail en niet op straat.",
    "house_rules": True,
    "hearing": {
        "held_on": date(2026, 11, 26),
        "form": "in_person",
        "account": "Ik was boos omdat ik al een half jaar op antwoord wacht. Ik had dat niet moeten zeggen.",
    },
    "weighing": {
        "why": "Wij begrijpen dat wachten u boos maakte. Toch weegt zwaarder dat mensen hier veilig moeten kunnen "
        "werken. Een gesprek alleen is na een bedreiging niet genoeg.",
        "why_this_long": "Bij een eerste bedreiging past volgens ons beleid een duur van drie maanden. Wij zien geen "
        "reden om daarvan af te wijken.",
        "policy_version": "2026-1",
    },
}
TIMED: dict[str, Any] = {
    "starts_on": date(2026, 12, 2),
    "ends_on": date(2027, 3, 1),
    "evaluated_on": date(2027, 1, 15),
}
HALL = {"label": "Gemeentehuis", "address": "Raadhuisplein 1", "parts": "alles, ook de hal"}
PLACES: dict[str, tuple[dict[str, Any], ...]] = {
    "huisrecht": (HALL, {"label": "Wijkcentrum", "address": "Dorpsstraat 12"}),
    "gemeentewet_26": (
        {"label": "Raadsvergadering", "address": "Raadhuisplein 1", "parts": "raadzaal en publieke tribune"},
    ),
    "gemeentewet_172_3": ({"label": "Raadhuisplein", "address": "Raadhuisplein, Voorbeeldstad"},),
    "gemeentewet_172a": ({"label": "Centrum", "address": "tussen Singel, Molenweg en Kade"},),
    "apv": ({"label": "Stationsgebied", "address": "Stationsplein en Spoorlaan"},),
    "court": ({"label": "Gemeentehuis", "address": "Raadhuisplein 1"},),
}
RULING = {
    "court": "rechtbank Midden-Nederland",
    "decided_on": date(2026, 11, 20),
    "number": "C/16/000000",
    "breach": "Voor elke overtreding betaalt u een dwangsom van 500 euro.",
    "appeal": "Hoger beroep kan bij het gerechtshof, binnen vier weken na de uitspraak.",
}
OF_BASIS: dict[str, dict[str, Any]] = {
    "gemeentewet_26": {"facts": (FACTS[1], FACTS[1] | {"at": date(2026, 11, 9)})},
    "gemeentewet_172_3": {"ends_on": date(2026, 12, 4), "evaluated_on": date(2026, 12, 3)},
    "apv": {
        "local_rule": {
            "article": "Artikel 2:78",
            "months_max": 3,
            "penalty": "hechtenis van ten hoogste drie maanden of een geldboete van de tweede categorie",
        }
    },
    "court": {"ruling": RULING, "hearing": None},
    "gemeentewet_172a": {
        "hearing": {
            "ground": "urgent",
            "why": "Op zaterdag is er weer een bijeenkomst op het plein.",
            "hear_by": date(2026, 12, 9),
        }
    },
}
OWN: dict[str, dict[str, Any]] = {
    "warning": {
        "decider": LEADER,
        **MEASURED,
        "weighing": {
            "why": "U hebt gezegd dat u het niet meer doet. Een waarschuwing is daarom nu genoeg.",
            "policy_version": "2026-1",
        },
    },
    "invitation": {
        "decider": LEADER,
        "facts": FACTS[:1],
        "norm": MEASURED["norm"],
        "considered": "een toegangsverbod van drie maanden voor het gemeentehuis",
        "meet_at": datetime(2026, 12, 8, 10, 0, tzinfo=AMSTERDAM),
        "meet_place": "Wijkcentrum, Dorpsstraat 12",
        "answer_by": date(2026, 12, 9),
        "link": "https://vangnet.voorbeeldstad.example/h/8QX4-ZT7M",
    },
    "service_limit": {
        "decider": LEADER,
        **MEASURED,
        **TIMED,
        "services": ("langskomen aan de balie zonder afspraak", "bellen met het klantcontactcentrum"),
        "stays_open": ("per brief", "op afspraak, met uw vaste contactpersoon erbij", "via www.voorbeeldstad.example"),
    },
    "early_end": {
        "decider": DECIDERS["huisrecht"],
        "ban_reference": "VN-7K3M-Q2TX",
        "ban_dated": date(2026, 9, 1),
        "ends_on": date(2026, 12, 4),
        "why": "U hebt op 23 november met ons gesproken en afspraken gemaakt. Daar houdt u zich aan.",
    },
    "objection_decision": {
        "decider": DECIDERS["gemeentewet_26"],
        "legal_basis": "gemeentewet_26",
        "ban_reference": "VN-7K3M-Q2TX",
        "ban_dated": date(2026, 9, 1),
        "received_on": date(2026, 9, 21),
        "hearing": {"held_on": date(2026, 10, 14), "form": "in_person", "account": "Ik heb maar één keer geroepen."},
        "outcome": "partly_upheld",
        "why": "Volgens het verslag hebt u in twee vergaderingen de orde verstoord. De duur was wel te lang.",
        "consequence": "Het verbod duurt twee maanden in plaats van drie. Het stopt na 1 november 2026.",
    },
    "avg_notice": {
        "decider": LEADER,
        "collected_on": date(2026, 11, 19),
        "categories": ("uw naam en adres", "wat er volgens de melding is gebeurd", "de maatregel en hoelang die duurt"),
        "sources": ("een melding van iemand die voor de gemeente werkt", "de basisregistratie personen"),
        "recipients": ("wie de zaak behandelt en beslist", "de politie, als dat nodig is"),
    },
}


def house(**changes: Any) -> House:
    """Return Voorbeeldstad, with changes."""
    return House.model_validate(HOUSE.model_dump() | changes)


def letter(kind: str, **changes: Any) -> Letter:
    """Return the sample of a kind other than a ban, with changes."""
    return _LETTER.validate_python({"kind": kind, **BASE, **OWN[kind], **changes})


def ban(basis: str = "huisrecht", **changes: Any) -> Letter:
    """Return the sample ban of a legal basis, with changes."""
    own = {"decider": DECIDERS[basis], "places": PLACES[basis], **OF_BASIS.get(basis, {})}
    return _LETTER.validate_python({"kind": "ban", "legal_basis": basis, **BASE, **MEASURED, **TIMED, **own, **changes})


def samples() -> dict[str, Letter]:
    """Return every sample by the name of its file: each kind, and a ban of each basis."""
    return {name: letter(name) for name in OWN} | {f"ban_{basis}": ban(basis) for basis in BASES}
