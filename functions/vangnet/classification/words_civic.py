"""What criticism is about: bodies of government, policy, procedures, and the words that call them to account."""

CIVIC: dict[str, str] = {
    "BODY_OF_STATE": (
        "gemeente gemeenteraad raad college bestuur gemeentebestuur stadsbestuur dorpsbestuur overheid fractie "
        "coalitie "
        "oppositie partij partijen provincie waterschap rijk kabinet regering dorpsraad commissie bw ambtenarij "
        "instanties "
        "politiek stadhuis gemeentehuis council government municipality colleges gemeenten bestuurders "
        "wethouders raadsleden politici ambtenaren raadslid wethouder burgemeester ambtenaar gemeinde stadtrat "
        "schepencollege staten omgevingsdienst handhaving volksvertegenwoordigers"
    ),
    "POLICY": (
        "beleid besluit besluiten besluitvorming plan plannen regels regel regelgeving regeling verordening heffing "
        "belasting belastingen belastinggeld ozb leges vergunning vergunningen bestemmingsplan omgevingsplan tarief "
        "tarieven bezuiniging bezuinigingen begroting subsidie subsidies maatregel maatregelen project azc asielbeleid "
        "windpark windmolens windmolen zonnepark stikstof stikstofbeleid parkeerbeleid parkeertarieven betaalzone "
        "nieuwbouw herinrichting bomenkap inspraak participatie voorstel motie raadsvoorstel akkoord coalitieakkoord "
        "afvalbeleid afvalstoffenheffing verkeersplan inrichting voorzieningen policy decision tax zwembad "
        "bibliotheek dorpshuis rondweg spreidingswet milieuzone referendum verkiezingsbelofte belofte "
        "beloften beloftes bewind wet wetgeving gemeentebelasting parkeerbelasting toeristenbelasting hondenbelasting "
        "rioolheffing vuurwerkverbod evenementenbeleid woonbeleid wmo jeugdzorgbeleid toezicht uitvoering aanpak"
    ),
    "PROCEDURE": (
        "bezwaar bezwaarschrift beroep rechter bestuursrechter rechtbank rechtszaak kort geding advocaat ombudsman "
        "klacht woo wob petitie handtekeningen aansprakelijk dagvaarding verkiezingen stem stembus stemmen zienswijze "
        "krant media raad_van_state juridisch juridische schadeclaim lawyer court election demonstratie "
        "demonstreren protest "
        "protesteren protesteerden spandoek spandoeken actiegroep inspreken procedure hoger staking bezetting "
        "blokkade motie "
        "wantrouwen bezetten actievoeren handtekeningenactie geding procederen tuchtrecht integriteitsmelding"
    ),
    # Where hard words are meant of votes, courts, debates or traffic, and not of a person's body.
    "ELSEWHERE": (
        "verkiezingen verkiezing stembus rechter rechters rechtbank bestuursrechter advocaat ombudsman klacht petitie "
        "rechtszaak rechtszaal bezwaar debat begroting belasting belastingen kruispunt kruising verkeer vrachtwagens "
        "rotonde oversteek fietspad zebrapad verkeerssituatie snelheid eerst juridisch cijfers handhaving "
        "gladheid bezuinigingen raadsvergadering tarieven belastinggeld motie vrachtverkeer kiezer kiezers zetels "
        "election"
    ),
    "PUBLIC_PLACE": (
        "buurthuis schoolplein speeltuin park bushokje school wijkcentrum bos begraafplaats kerk moskee synagoge "
        "sporthal voetbalveld station winkelcentrum speelplaats bushalte buurt wijk"
    ),
    "ACCUSE": (
        "mislukking burger fiasco idee wanvertoning poppenkast levensgevaarlijk misdadig opheldering vertrouwen "
        "roekeloos schandelijk gedrocht ramp "
        "ingegrepen omwonenden miljoenen gedaan niks gerommel klungels knullig amateurs belazeren belazert sjoemelen "
        "bestuurlijk bewoners dorp wijk stad "
        "schandalig schande wanbestuur onbehoorlijk deugt faalt falen gefaald mislukt verwijt verweet verweten "
        "verwaarloost "
        "verwaarlozen beschuldigt beschuldigde beschuldigden eis eist eisen eiste eisten opstappen aftreden ontslag "
        "corrupt onbetrouwbaar achterkamertjespolitiek vriendjespolitiek belangenverstrengeling leugens voorgelogen "
        "gelogen liegen liegt bedrogen bedrog verraden verraad luisteren luistert luister doofpot willekeur "
        "broddelwerk "
        "prutswerk amateuristisch belachelijk asociaal idioot absurd onzin waanzin waardeloos incompetent "
        "onbekwaam ondemocratisch dictatuur verspilling verkwisting weggegooid onrechtvaardig oneerlijk discriminatie "
        "rampzalig debacle puinhoop zooitje bende potje rotzooi geldverspilling kritiek bekritiseerde oneens "
        "verantwoordelijk geloofwaardig boegeroep failed disgrace shameful incompetence transparant openheid "
        "verantwoording verantwoordelijkheid vertrouwen "
        "democratie burgers inwoners kiezers wanprestatie wanbeleid zakkenvullerij symboolpolitiek stoppen "
        "terugdraaien "
        "intrekken terugdraait intrekt kapot afrekenen drammen doordrukken doorgedrukt opleggen broodroof oordeel "
        "onacceptabel blunder blunders laks lakse traag slap slappe zwak zwakke hypocriet hypocriete ontkende "
        "onderbouwing cijfers argumenten toezegging toezeggingen onnodig onzorgvuldig doodsteek aanslag roofoverval"
    ),
}
