"""Words that insult a person: nouns, adjectives, illnesses and swear words used as the front of a compound."""

INSULTS: dict[str, str] = {
    "INSULT": (
        "sukkel loser klootzak eikel lul hoer slet trut bitch kech teef wijf kutwijf kankerhoer idioot mongool debiel "
        "imbeciel randdebiel mietje flikker homo nicht pot hufter kwal smeerlap viezerik engerd griezel leugenaar "
        "leugenaarster bedrieger oplichter dief boef crimineel zakkenvuller graaier profiteur parasiet landverrader "
        "verrader volksverrader verraadster hielenlikker kontkruiper kontlikker slijmbal lafaard lafbek "
        "schijtlijster schijterd "
        "slappeling watje doetje mislukkeling mislukking nietsnut niksnut lapzwans prutser knoeier kluns oen sufferd "
        "domoor domkop ezelskop uilskuiken droplul drol etterbak ettertje etter hond varken zwijn rat slang adder "
        "serpent heks kreng takkewijf rotwijf kutkop kankerlijer teringlijer tyfuslijer pestkop rotzak zak "
        "zakkenwasser "
        "schoft schurk ploert rotvent kuttekop gluiperd lijer nazi fascist nsber hitler dictator tiran "
        "psychopaat gek halvegare halvezool gestoorde kakkerlak ongedierte uitschot tuig schorem gespuis addergebroed "
        "vullis clown pipo marionet pop aap neger nikker zwartjoekel kaaskop bosneger geitenneuker jood moffer mof "
        "teringwijf muts tut doos del sloerie snol temeier lellebel hoerenzoon hoerenkind hoerenjong bastaard zeikerd "
        "zeikwijf zeurkous slijmjurk sodemieter lamstraal lamzak luilak minkukel onbenul pannenkoek eencellige "
        "holbewoner boerenlul boerenhufter kloothommel mafkees malloot gladjakker paljas charlatan kwezel flapdrol "
        "hansworst schijnheil hypocriet huichelaar farizeeer onderkruiper onderkruipsel onderdeurtje ratje "
        "aandachtshoer "
        "excuustruus excuusallochtoon theemuts moeke wicht wief trien truttebol kutkind ventje baasje jongetje meisje "
        "asshole idiot liar pig bastard coward moron scum cunt whore motherfucker fucker dickhead prick traitor "
        "scumbag "
        "retard arschloch schlampe hurensohn wichser schwein lugner dummkopf arsch verrater "
        "seut klet ambetanterik janet makak zeveraar kalf kieken loeder onnozelaar smeerkees tist zot dikzak vetzak "
        "vetklep papzak lelijkerd dwerg kabouter spast autist mongol kneus aso nul schande vod vuilak vuillak "
        "bloedhond "
        "bloedzuiger schandvlek monster beest duivel satan pedo pedofiel kinderverkrachter kindermoordenaar moordenaar "
        "zwendelaar maffioso ratnek tata noob simp zemmel zemel rund koe os kameel ezel dombo lomperik sujet fluim "
        "lulhannes "
        "viespeuk rioolrat trol draak gifkikker feeks kuthoer mispunt secreet"
    ),
    "MILD_INSULT": (
        "amateur prutser knoeier kluns leugenaar clown pipo nul schande bedrieger graaier pop dictator mislukking"
    ),
    # These are also innocent nouns: they insult only right beside "jij bent", or after a rude adjective.
    "ALSO_INNOCENT": (
        "aap aso baasje beest boef clown crimineel criminelen del dictator dief dieven doos draak duivel dwerg "
        "engerd ezel fascist gek heks hoer hoeren homo hond honden jongen jongetje jood kabouter kalf kameel "
        "katje kech kind kinderen klet koe kop kreng kut liar loeder man marionet meisje mens moeke moffer "
        "monster moordenaar muts nazi nazis neger nicht nul os pedo pedofiel pig pop pot rat ratje ratten rund "
        "schande schoft secreet serpent slang stakker tiran tist trien trol tuig tut varken varkens vent ventje "
        "vrouw wicht wichtje wijf zak zeikerd zemel zot"
    ),
    "OLD_PLURALS": (
        "idioten klojo losers mongolen debielen imbecielen zakkenvullers graaiers verraders leugenaars profiteurs "
        "dieven "
        "boeven criminelen klootzakken eikels hoeren sukkels honden varkens ratten lafaards nazis fascisten kutwijven "
        "oplichters teringlijers kankerlijers hoerenkinderen parasieten idiots liars pigs bastards cowards apen"
    ),
    "RUDE": (
        "vuile vieze gore smerige stomme domme lelijke achterlijke zielige laffe schijnheilige corrupte hypocriete "
        "onnozele vuil vies goor smerig stom dom lelijk achterlijk zielig laf schijnheilig onnozel debiele idiote "
        "waardeloze kale dikke vette hersenloze walgelijke walgelijk gestoorde gestoord zot zotte ziek zieke arrogante "
        "arrogant oerdom oerdomme oliedom oliedomme kloterige gluiperige gluiperig slijmerige dirty stupid ugly "
        "pathetic "
        "disgusting fucking dumme blode hersenloos waardeloos zwakzinnig zwakzinnige geschift imbeciele seniele seniel "
        "mislukte verwaande leugenachtige leugenachtig schofterige minderwaardige minderwaardig simpele stinkende "
        "dumb useless worthless incompetente fat lompe ongewassen miezerige miezerig kruiperige inteelt verrotte "
        "wereldvreemde kinderachtige infantiele talentloze ruggengraatloze"
    ),
    # What follows "jij bent een" without insulting: praise, office, and time.
    "PRAISE": (
        "goede goed held topper kanjer schat lieverd engel vriend vriendin echte echt geweldig geweldige fantastisch "
        "fantastische aardig aardige bekwaam bekwame betrouwbaar betrouwbare eerlijk eerlijke voorbeeld "
        "vertegenwoordiger "
        "volksvertegenwoordiger mens vader moeder leider burger lief lieve mooi mooie fijn fijne prima sterk sterke "
        "slimme slim verstandig verstandige keer jaar tijd week maand deel stap uur beetje dag paar van belangrijk "
        "belangrijke nieuwe nieuw slechte zegen aanwinst inspiratie good great nice kind friend hero hard"
    ),
    "SWEAR": (
        "kk kkr tyf kut klote shit fuck fucking godverdomme verdomme verdorie tering tyfus kanker gvd godver "
        "godsamme jezus "
        "potverdorie potverdikke kolere pokke klere verdomd verdomde godverdomse kutzooi klotezooi damn scheisse "
        "verrek "
        "nondeju miljaar getverderrie tjee kak bagger wtf"
    ),
}
ILLNESSES = "kanker tering tyfus tiefus pest pokken pokke kolere klere kut klote rot kanke hoeren takke schijt cancer"
# What makes an illness in front an insult: a person, or a word for one.
PERSONS = (
    "burgemeester wethouder raadslid ambtenaar politicus politica bestuurder wijf hoer lijer lul jood turk homo hond "
    "kop kind vent kerel trut teef mens vrouw man muts bitch slet aap zak jong kutje figuur flikker nicht mongool "
    "hoofd smoel bek doos del rat varken heks kech marokkaan neger buitenlander zwarte dwerg idioot debiel griet meid "
    "hufter loser sukkel politieker schepen minister leider boer leugenaar nazi burgervader wicht mietje voorzitter"
)
