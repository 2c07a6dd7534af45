"""The words that each legal basis has in a ban's letter: a row for each, as a lawyer can compare it.

Who decides, the law, the longest time, the hearing, the remedy, the breach, when it begins and how long it is kept.
What it allows (months, extensions, grounds, repetition) is the row of `vangnet.case.bans`, which is part of this one.
The words are Dutch, for the letter; `{...}` is filled in by `vangnet.letters.contents`. Nothing else in this package
names a remedy or a breach, so that a huisrecht ban cannot offer what only a besluit has.
"""

from dataclasses import dataclass
from typing import get_args

from schemas.letters import Capacity, NoHearing, ObjectionOutcome
from schemas.words import LegalBasis
from vangnet.case import bans
from vangnet.letters.remedies import Remedy

ALL_OUTCOMES: tuple[ObjectionOutcome, ...] = ("upheld", "partly_upheld", "dismissed", "inadmissible")


@dataclass(frozen=True)
class Basis:
    """The words of one legal basis; `deciders` says of each capacity whether it needs a mandate of the college.

    `rule` is its row in a case: what it allows is said there and not here. `exceptions` are what the ban never covers,
    as sentences.
    """

    rule: bans.Basis
    remedy: Remedy
    deciders: dict[Capacity, bool]
    law: str
    object: str
    maximum: str
    hearing: str
    breach: str
    starts: str
    retention: str
    exceptions: tuple[str, ...]
    outcomes: tuple[ObjectionOutcome, ...]

    @property
    def extensions_max(self) -> int | None:
        """Return how often it is prolonged at most: never, where the law knows no extension of it."""
        return self.rule.extensions_max if self.rule.extensions_max or self.rule.character == "civil" else 0

    @property
    def grounds(self) -> tuple[NoHearing, ...]:
        """Return the grounds that a letter can name for not hearing him; a judge heard him himself."""
        if self.rule.character == "judgment":
            return ()
        return tuple(ground for ground in get_args(NoHearing) if ground in self.rule.grounds)


KEPT = "tot vijf jaar na de einddatum van het verbod"
HEARING_AWB = (
    "Vóór een besluit als dit moet u kunnen zeggen wat u ervan vindt, mondeling of op papier "
    "(artikel 4:8 en 4:9 van de Algemene wet bestuursrecht)."
)
STARTS_BESLUIT = (
    "Het verbod begint op de eerste dag die hierboven staat, maar nooit voordat dit besluit aan u is bekendgemaakt: "
    "toegestuurd of uitgereikt (artikel 3:40 en 3:41 van de Algemene wet bestuursrecht)."
)
BREACH_184 = (
    "Houdt u zich niet aan dit bevel, dan is dat strafbaar: het niet opvolgen van een ambtelijk bevel (artikel 184 van "
    "het Wetboek van Strafrecht). Wij bellen direct de politie en doen aangifte."
)
BURGEMEESTER: dict[Capacity, bool] = {"burgemeester": False, "locoburgemeester": False}
ACCESS = (
    "U mag komen om te stemmen op de dag van een verkiezing.",
    "U mag komen voor een paspoort, een aangifte van geboorte of overlijden, een huwelijk of een andere zaak die "
    "alleen aan de balie kan. Maak eerst een afspraak. Er gaat dan iemand met u mee.",
    "U mag komen voor een hoorzitting of gesprek in een procedure van uzelf. Maak eerst een afspraak.",
    "U kunt altijd een brief sturen, of iemand anders voor u laten komen.",
)
STAYS = (
    "Het verbod gaat niet over de weg naar uw eigen huis of werk.",
    "U mag komen om te stemmen op de dag van een verkiezing.",
    "Moet u er zijn voor iets dat niet kan wachten, zoals een arts, een rechter of een zaak aan de balie? Vraag dan "
    "vooraf toestemming (ontheffing) bij de contactpersoon.",
)

BASES: dict[LegalBasis, Basis] = {
    "huisrecht": Basis(
        rule=bans.BASES["huisrecht"],
        remedy="civil",
        deciders={"college": False, "burgemeester": True, "locoburgemeester": True},
        law="De gemeente mag als eigenaar of houder van haar gebouwen bepalen wie er binnenkomt. Dat heet huisrecht "
        "(artikel 5:1 van het Burgerlijk Wetboek). Wie zich in een gebouw onrechtmatig gedraagt (artikel 6:162 van het "
        "Burgerlijk Wetboek), mag zij de toegang weigeren.",
        object="gebouwen van de gemeente",
        maximum="De wet noemt geen langste duur. De duur volgt het beleid van de gemeente.",
        hearing="De gemeente moet zorgvuldig beslissen en vraagt u daarom wat u ervan vindt (artikel 3:2 en 3:1, "
        "tweede lid, van de Algemene wet bestuursrecht).",
        breach="Komt u tijdens het verbod toch binnen, dan is dat strafbaar als huisvredebreuk of lokaalvredebreuk "
        "(artikel 138 en 139 van het Wetboek van Strafrecht). Wij bellen direct de politie en doen aangifte. Wij "
        "hoeven u niet eerst te vragen om weg te gaan.",
        starts="Het verbod begint op de eerste dag die hierboven staat, maar nooit voordat u deze brief hebt ontvangen "
        "(artikel 3:37, derde lid, van het Burgerlijk Wetboek).",
        retention=KEPT,
        exceptions=(
            *ACCESS,
            "Vergaderingen van de gemeenteraad zijn openbaar (artikel 23 van de Gemeentewet). {meetings}",
        ),
        outcomes=("inadmissible",),
    ),
    "gemeentewet_26": Basis(
        rule=bans.BASES["gemeentewet_26"],
        remedy="besluit",
        deciders={"council_chair": False, "acting_council_chair": False},
        law="De voorzitter van de gemeenteraad mag wie als toehoorder de orde in de vergadering bij herhaling "
        "verstoort, voor ten hoogste drie maanden de toegang tot de vergaderingen ontzeggen (artikel 26, tweede lid, "
        "van de Gemeentewet).",
        object="vergaderingen van de gemeenteraad",
        maximum="Een verbod als dit duurt volgens de wet ten hoogste drie maanden.",
        hearing=HEARING_AWB,
        breach="Komt u toch naar een vergadering, dan laat de voorzitter u vertrekken (artikel 26, eerste lid, van de "
        "Gemeentewet). Het kan ook strafbaar zijn als lokaalvredebreuk (artikel 139 van het Wetboek van Strafrecht). "
        "Wij bellen dan direct de politie en doen aangifte.",
        starts=STARTS_BESLUIT,
        retention=KEPT,
        exceptions=(
            "Het verbod gaat alleen over de vergaderingen. Voor alle andere zaken mag u in het gemeentehuis komen.",
            "U mag komen om te stemmen op de dag van een verkiezing.",
            "U kunt de vergaderingen volgen op internet, als ze daar worden uitgezonden.",
            "U kunt de raad altijd een brief sturen.",
        ),
        outcomes=ALL_OUTCOMES,
    ),
    "gemeentewet_172_3": Basis(
        rule=bans.BASES["gemeentewet_172_3"],
        remedy="besluit",
        deciders=BURGEMEESTER,
        law="De burgemeester mag bij verstoring van de openbare orde, of bij ernstige vrees daarvoor, de bevelen geven "
        "die nodig zijn (artikel 172, derde lid, van de Gemeentewet).",
        object="plaatsen in de gemeente",
        maximum="Een bevel als dit duurt zo kort als kan. Zodra het niet meer nodig is, eindigt het.",
        hearing=HEARING_AWB,
        breach=BREACH_184,
        starts=STARTS_BESLUIT,
        retention=KEPT,
        exceptions=STAYS,
        outcomes=ALL_OUTCOMES,
    ),
    "gemeentewet_172a": Basis(
        rule=bans.BASES["gemeentewet_172a"],
        remedy="besluit",
        deciders=BURGEMEESTER,
        law="De burgemeester mag wie de openbare orde ernstig of herhaaldelijk verstoort, bevelen om niet te komen op "
        "bepaalde plaatsen of in een deel van de gemeente, als er ernstige vrees is voor nieuwe verstoring (artikel "
        "172a van de Gemeentewet).",
        object="plaatsen en delen van de gemeente",
        maximum="Een bevel als dit duurt volgens de wet ten hoogste drie maanden. Het kan ten hoogste drie keer met "
        "drie maanden worden verlengd, elke keer met een nieuw besluit.",
        hearing=HEARING_AWB,
        breach=BREACH_184,
        starts=STARTS_BESLUIT,
        retention=KEPT,
        exceptions=STAYS,
        outcomes=ALL_OUTCOMES,
    ),
    "apv": Basis(
        rule=bans.BASES["apv"],
        remedy="besluit",
        deciders={"college": False, "burgemeester": False, "locoburgemeester": False},
        law="{local_article} van de Algemene plaatselijke verordening (APV) van de gemeente {municipality} maakt een "
        "verbod als dit mogelijk.",
        object="delen van de gemeente",
        maximum="Een verbod als dit duurt volgens de APV ten hoogste {local_months}.",
        hearing=HEARING_AWB,
        breach="Houdt u zich niet aan het verbod, dan is dat strafbaar volgens de APV: {local_penalty}. Wij bellen "
        "direct de politie.",
        starts=STARTS_BESLUIT,
        retention=KEPT,
        exceptions=STAYS,
        outcomes=ALL_OUTCOMES,
    ),
    "court": Basis(
        rule=bans.BASES["court"],
        remedy="judgment",
        deciders={"college": False, "burgemeester": False, "locoburgemeester": False},
        law="Het verbod staat in de uitspraak van {court} van {court_date}, zaaknummer {court_number}.",
        object="plaatsen die in de uitspraak staan",
        maximum="Hoelang het verbod duurt, heeft de rechter bepaald.",
        hearing="De rechter heeft u gehoord of opgeroepen voordat hij besliste. Wat u daar hebt gezegd, staat in de "
        "uitspraak.",
        breach="Wat er gebeurt als u zich er niet aan houdt, staat in de uitspraak. {court_breach} Wij bellen direct "
        "de politie.",
        starts="Het verbod begint op de eerste dag die hierboven staat, maar nooit voordat de deurwaarder de uitspraak "
        "aan u heeft betekend.",
        retention=KEPT,
        exceptions=("Uitzonderingen die in de uitspraak staan, gelden ook.", *ACCESS[:1], *ACCESS[3:]),
        outcomes=("inadmissible",),
    ),
}
