"""Who speaks, who is spoken to and who is spoken of: pronouns, offices, people and groups, by what they are called."""

PEOPLE: dict[str, str] = {
    "I": "ik k ikke ikzelf ek i ich",
    "WE": "wij we wullen wulder wijlie wulle wijle weder wir",
    "ME": "mij me mijzelf ons mich mir us",
    "MY": "mijn mn mijne ons onze ona my our mein meine",
    "YOU": "jij je jou u ge gij jullie gulle gullie gijlie ulle jelui you ya u2 ju du dich dir euch ihr sie",
    "YOUR": "jouw je uw jullie jouwe uwe ulle ulder your dein deine deinen deiner euer eure jou",
    "SAYS_YOU": "jij je u ge gij you du",
    "YOU_PLURAL": "jullie gulle gullie gijlie jelui ulle",
    "HE": "hij zij ze men he she they er iemand",
    "HIM": "hem haar hen hun ze zn her him them ihn",
    "THAT_ONE": "die deze dat",
    "HIS": "zijn haar hun zn his her their eigen",
    "SELF": "mezelf mijzelf zichzelf onszelf jezelf myself mich_selbst",
    "STRANGER": (
        "meneer heer mevrouw dame man vrouw beller belster inwoner inwoonster bewoner bewoonster burger bezoeker "
        "bezoekster inspreker inspreekster jongen meisje ondernemer vader moeder demonstrant demonstranten "
        "actievoerder "
        "actievoerders onbekende onbekenden jongere jongeren persoon personen iemand mannen vrouwen dader daders "
        "groepje "
        "klant client aanwezige aanwezigen boer boeren afzender buurtbewoner omstander toeschouwer supporter gast "
        "kerel "
        "indiener aanvrager melder betrokkene cliënt hooligan dronkaard gemaskerde"
    ),
    "OFFICE": (
        "burgemeester burgemeesters burgemeesteres burgervader wethouder wethouders raadslid raadsleden fractielid "
        "fractieleden fractievoorzitter griffier gemeentesecretaris locoburgemeester schepen schepenen "
        "gemeenteraadslid gemeenteraadsleden commissielid statenlid gedeputeerde politicus politici politicas politica "
        "ambtenaar ambtenaren ambtenares medewerker medewerkster collega collegas bode baliemedewerker handhaver boa "
        "boas mayor councillor councillors alderman politician politicians bestuurder bestuurders steunfractielid "
        "burgerraadslid dorpsraadslid kandidaat beveiliger beveiligers voorzitter "
        "bürgermeister burgermeister buergermeister"
    ),
    "KIN": (
        "vrouw man kind kinderen kids kleinkind kleinkinderen zoon zoontje zonen dochter dochters dochtertje gezin "
        "familie moeder mama mams vader ouders broer broertje zus zusje partner vriendin vriend opa oma schoonmoeder "
        "schoonouders baby hond hondje kat poes dierbaren naasten geliefden gezinnetje echtgenoot echtgenote wife "
        "husband kid children son daughter family dog mother father kinder familie tochter sohn frau bompa bomma"
    ),
    "RELATION": (
        "buurman buurvrouw buren ex exman exvrouw exvriend stiefvader huisgenoot baas collega huisbaas verhuurder man "
        "vader moeder broer zoon dochter partner vriend schoonzoon oom"
    ),
    "GROUP": (
        "mensen lui volk vrouwen vrouw mannen moslim moslims jood joden christen christenen homo homos homoseksueel "
        "homoseksuele lesbische biseksuelen biseksueel queer "
        "homoseksuelen lesbiennes lesbienne gays gay transgender transgenders transen trans immigrant immigranten "
        "migrant migranten vluchteling vluchtelingen asielzoeker asielzoekers gelukszoekers buitenlander buitenlanders "
        "allochtoon allochtonen zwarten zwarte neger negers blanken witten gehandicapte gehandicapten invaliden "
        "mindervaliden turk turken marokkaan marokkanen polen pool roma zigeuners chinees chinezen arabier arabieren "
        "afrikaan afrikanen surinamers antillianen belgen duitsers russen oekrainers personen persoon mens linksen "
        "rechtsen activisten boeren klimaatactivisten journalist journalisten agent agenten politie rechters rechter "
        "artsen leraren bejaarden ouderen kinderen jongeren kind meisjes meiden jongens wijven wijf kerels vent "
        "nsbers elite zakkenvullers landverraders verraders linksmensen wappies gelovigen ongelovigen hindoes "
        "katholieken "
        "muslims jews women immigrants foreigners gays blacks faggots refugees expats statushouders daklozen armen "
        "rijken "
        "minister ministers kamerlid kamerleden premier president staatssecretaris koning gutmensch dragqueens "
        "queers flikkers janetten makakken kutmarokkanen varkens ratten honden tuig figuren "
        "types gasten families gezinnen leiders"
    ),
    "EVERYONE": "alle allemaal iedereen alles elke ieder iedere zulke dezulken al allen stuk all every jullie",
}
