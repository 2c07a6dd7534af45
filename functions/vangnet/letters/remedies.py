"""What can be done against a letter, by what it is: one set of sentences for each, never mixed.

- `civil`: what the municipality does as owner; a complaint (Awb 9:1) and the civil judge;
- `besluit`: an objection within six weeks (Awb 6:7, 3:45), and the court meanwhile (Awb 8:81);
- `judgment`: what the judgment says itself;
- `appeal`: a decision on an objection; appeal to the court within six weeks, whatever the objection was against;
- `act`: what is not a decision; a complaint alone;
- `supervisor`: a notice under the AVG.
"""

from typing import Literal

Remedy = Literal["civil", "besluit", "judgment", "appeal", "act", "supervisor"]

_COMPLAINT = (
    "Vindt u dat de gemeente u niet goed heeft behandeld? Dien dan een klacht in (artikel 9:1 van de Algemene wet "
    "bestuursrecht). Dat kan per brief aan {complaints_address}, of via {complaints_online}. Bent u niet tevreden over "
    "het antwoord, dan kunt u naar de ombudsman."
)

REMEDIES: dict[Remedy, tuple[str, ...]] = {
    "civil": (
        "Deze maatregel is geen besluit volgens de Algemene wet bestuursrecht.",
        _COMPLAINT,
        "U kunt ook de burgerlijke rechter vragen om een oordeel: {civil_court}. Is er haast, dan kan dat in kort "
        "geding. Vraag een advocaat of het Juridisch Loket om raad.",
        "Zolang de rechter niet anders beslist, blijft gelden wat in deze brief staat.",
    ),
    "besluit": (
        "Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken: door u, binnen zes weken na de dag waarop dit "
        "besluit is verzonden of aan u is uitgereikt, bij {organ}. Dat kan per brief aan {objections_address}, of via "
        "{objections_online}.",
        "Zet in uw bezwaar uw naam en adres, de datum, tegen welk besluit u bezwaar maakt (noem het kenmerk), waarom u "
        "het er niet mee eens bent, en uw handtekening.",
        "Het besluit blijft gelden zolang uw bezwaar loopt. Is er haast, dan kunt u daarnaast de voorzieningenrechter "
        "van de {court} vragen om een voorlopige voorziening (artikel 8:81 van de Algemene wet bestuursrecht).",
    ),
    "judgment": ("De rechter heeft dit verbod opgelegd. Alleen een rechter kan het veranderen. {court_appeal}",),
    "appeal": (
        "Bent u het niet eens met deze beslissing? Dan kunt u in beroep gaan bij de {court}: binnen zes weken na de "
        "dag waarop deze beslissing is verzonden of aan u is uitgereikt.",
        "Zet in uw beroepschrift uw naam en adres, de datum, tegen welke beslissing u in beroep gaat, waarom, en uw "
        "handtekening. Stuur een kopie van deze brief mee. De rechtbank vraagt griffierecht.",
        "Is er haast, dan kunt u de voorzieningenrechter van de {court} vragen om een voorlopige voorziening (artikel "
        "8:81 van de Algemene wet bestuursrecht).",
    ),
    "act": (_COMPLAINT,),
    "supervisor": (
        "Bent u het niet eens met wat wij met uw gegevens doen? Neem contact op met de functionaris voor "
        "gegevensbescherming: {privacy_officer}. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens, "
        "Postbus 93374, 2509 AJ Den Haag, autoriteitpersoonsgegevens.nl.",
    ),
}
