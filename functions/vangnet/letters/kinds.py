"""The one table of what each kind of letter is: its heading, who may sign it, its remedy, and which elements it has.

The elements are the sixteen of a valid ban letter, by number; a replaced template that leaves one out is refused.
"""

from dataclasses import dataclass

from schemas.letters import Capacity
from schemas.words import LetterKind
from vangnet.letters.remedies import Remedy

ELEMENTS: dict[int, str] = {
    1: "geadresseerde, datum en kenmerk",
    2: "wie beslist, in welke hoedanigheid, met mandaat",
    3: "de grondslag in de wet",
    4: "de feiten",
    5: "de norm",
    6: "het horen, of waarom niet",
    7: "de afweging",
    8: "waar het voor geldt",
    9: "begin en einde",
    10: "uitzonderingen en de weg naar basisdiensten",
    11: "gevolg van overtreding",
    12: "dat de politie het weet",
    13: "evaluatie en eerder beëindigen",
    14: "rechtsmiddelen",
    15: "privacy",
    16: "ondertekening",
}
ALL = tuple(ELEMENTS)
THE_POLICE = 12  # That the police is told.

# Of each capacity, whether it needs a mandate of the college; a ban's are those of its legal basis.
THE_COLLEGE: dict[Capacity, bool] = {
    "college": False,
    "burgemeester": True,
    "locoburgemeester": True,
    "official": True,
}
ANYBODY: dict[Capacity, bool] = {
    **dict.fromkeys(("college", "burgemeester", "locoburgemeester", "official"), False),
    **dict.fromkeys(("council_chair", "acting_council_chair"), False),
}


@dataclass(frozen=True)
class Kind:
    """One kind of letter; `deciders` and `remedy` are None where the legal basis says them."""

    subject: str
    deciders: dict[Capacity, bool] | None
    remedy: Remedy | None
    elements: tuple[int, ...]
    retention: str = "tot tien jaar nadat de zaak is gesloten"


KINDS: dict[LetterKind, Kind] = {
    "warning": Kind("Waarschuwing over uw gedrag", ANYBODY, "act", (1, 2, 3, 4, 5, 6, 7, 11, 14, 15, 16)),
    "invitation": Kind("Uitnodiging: vertel ons uw kant", ANYBODY, "act", (1, 2, 3, 4, 5, 6, 14, 15, 16)),
    "service_limit": Kind("Beperking van onze dienstverlening aan u", THE_COLLEGE, "civil", ALL),
    "ban": Kind("", None, None, ALL, retention=""),
    "early_end": Kind("Einde van uw verbod", None, None, (1, 2, 3, 7, 9, 14, 15, 16), retention=""),
    "objection_decision": Kind(
        "Beslissing op uw bezwaar", None, "appeal", (1, 2, 3, 6, 7, 9, 14, 15, 16), retention=""
    ),
    "avg_notice": Kind("Wij bewaren gegevens over u", ANYBODY, "supervisor", (1, 2, 3, 14, 15, 16)),
}
BAN_SUBJECTS = {
    "huisrecht": "Toegangsverbod voor gebouwen van de gemeente",
    "gemeentewet_26": "Besluit: verbod om vergaderingen bij te wonen",
    "gemeentewet_172_3": "Besluit: bevel van de burgemeester om weg te blijven",
    "gemeentewet_172a": "Besluit: gebiedsverbod",
    "apv": "Besluit: gebiedsontzegging",
    "court": "Verbod dat de rechter u heeft opgelegd",
}
