"""Force and what it is done to: verbs with their forms, body parts, weapons, homes and things that get broken."""

# Each row: infinitive, present singular, present third person, past singular, past plural, participle.
KILLING = """
vermoorden vermoord vermoordt vermoordde vermoordden vermoord
doden dood doodt doodde doodden gedood
wurgen wurg wurgt wurgde wurgden gewurgd
kelen keel keelt keelde keelden gekeeld
verkrachten verkracht verkracht verkrachtte verkrachtten verkracht
mishandelen mishandel mishandelt mishandelde mishandelden mishandeld
martelen martel martelt martelde martelden gemarteld
folteren folter foltert folterde folterden gefolterd
onthoofden onthoofd onthoofdt onthoofdde onthoofdden onthoofd
lynchen lynch lyncht lynchte lynchten gelyncht
stenigen stenig stenigt stenigde stenigden gestenigd
vierendelen vierendeel vierendeelt vierendeelde vierendeelden gevierendeeld
vergassen vergas vergast vergaste vergasten vergast
executeren executeer executeert executeerde executeerden geëxecuteerd
fusilleren fusilleer fusilleert fusilleerde fusilleerden gefusilleerd
liquideren liquideer liquideert liquideerde liquideerden geliquideerd
elimineren elimineer elimineert elimineerde elimineerden geëlimineerd
verminken vermink verminkt verminkte verminkten verminkt
castreren castreer castreert castreerde castreerden gecastreerd
steriliseren steriliseer steriliseert steriliseerde steriliseerden gesteriliseerd
ontvoeren ontvoer ontvoert ontvoerde ontvoerden ontvoerd
gijzelen gijzel gijzelt gijzelde gijzelden gegijzeld
vergiftigen vergiftig vergiftigt vergiftigde vergiftigden vergiftigd
molesteren molesteer molesteert molesteerde molesteerden gemolesteerd
guillotineren guillotineer guillotineert guillotineerde guillotineerden geguillotineerd
killen kill killt killde killden gekilld
slachten slacht slacht slachtte slachtten geslacht
kruisigen kruisig kruisigt kruisigde kruisigden gekruisigd
elektrocuteren elektrocuteer elektrocuteert elektrocuteerde elektrocuteerden geëlektrocuteerd
verdelgen verdelg verdelgt verdelgde verdelgden verdelgd
murderen murder murdert murderde murderden gemurderd
"""
HITTING = """
slaan sla slaat sloeg sloegen geslagen
schoppen schop schopt schopte schopten geschopt
stompen stomp stompt stompte stompten gestompt
trappen trap trapt trapte trapten getrapt
stampen stamp stampt stampte stampten gestampt
beuken beuk beukt beukte beukten gebeukt
rammen ram ramt ramde ramden geramd
meppen mep mept mepte mepten gemept
timmeren timmer timmert timmerde timmerden getimmerd
rossen ros rost roste rosten gerost
hengsten hengst hengst hengstte hengstten gehengst
knuppelen knuppel knuppelt knuppelde knuppelden geknuppeld
knallen knal knalt knalde knalden geknald
prikken prik prikt prikte prikten geprikt
schieten schiet schiet schoot schoten geschoten
snijden snijd snijdt sneed sneden gesneden
spugen spuug spuugt spuugde spuugden gespuugd
bespugen bespuug bespuugt bespuugde bespuugden bespuugd
spuwen spuw spuwt spuwde spuwden gespuwd
bespuwen bespuw bespuwt bespuwde bespuwden bespuwd
rochelen rochel rochelt rochelde rochelden gerocheld
krabben krab krabt krabde krabden gekrabd
bijten bijt bijt beten beten gebeten
knijpen knijp knijpt kneep knepen geknepen
duwen duw duwt duwde duwden geduwd
stoten stoot stoot stootte stootten gestoten
bekogelen bekogel bekogelt bekogelde bekogelden bekogeld
belagen belaag belaagt belaagde belaagden belaagd
mollen mol molt molde molden gemold
slopen sloop sloopt sloopte sloopten gesloopt
betasten betast betast betastte betastten betast
aanranden randaan aanrandt aanrandde aanrandden aangerand
begraven begraaf begraaft begroef begroeven begraven
verbranden verbrand verbrandt verbrandde verbrandden verbrand
verdrinken verdrink verdrinkt verdronk verdronken verdronken
verzuipen verzuip verzuipt verzoop verzopen verzopen
villen vil vilt vilde vilden gevild
pijnigen pijnig pijnigt pijnigde pijnigden gepijnigd
verwonden verwond verwondt verwondde verwondden verwond
grijpen grijp grijpt greep grepen gegrepen
smoren smoor smoort smoorde smoorden gesmoord
geselen gesel geselt geselde geselden gegeseld
pletten plet plet plette pletten geplet
verpletteren verpletter verplettert verpletterde verpletterden verpletterd
vermorzelen vermorzel vermorzelt vermorzelde vermorzelden vermorzeld
attaqueren attaqueer attaqueert attaqueerde attaqueerden geattaqueerd
"""
SMASHING = """
vernielen verniel vernielt vernielde vernielden vernield
vernietigen vernietig vernietigt vernietigde vernietigden vernietigd
bekladden beklad bekladt bekladde bekladden beklad
besmeuren besmeur besmeurt besmeurde besmeurden besmeurd
bekrassen bekras bekrast bekraste bekrasten bekrast
beschadigen beschadig beschadigt beschadigde beschadigden beschadigd
verwoesten verwoest verwoest verwoestte verwoestten verwoest
slopen sloop sloopt sloopte sloopten gesloopt
beschieten beschiet beschiet beschoot beschoten beschoten
bekogelen bekogel bekogelt bekogelde bekogelden bekogeld
demoleren demoleer demoleert demoleerde demoleerden gedemoleerd
vandaliseren vandaliseer vandaliseert vandaliseerde vandaliseerden gevandaliseerd
"""
THROWING = """
gooien gooi gooit gooide gooiden gegooid
smijten smijt smijt smeet smeten gesmeten
werpen werp werpt wierp wierpen geworpen
mikken mik mikt mikte mikten gemikt
kieperen kieper kiepert kieperde kieperden gekieperd
kwakken kwak kwakt kwakte kwakten gekwakt
slingeren slinger slingert slingerde slingerden geslingerd
"""
# Separable verbs: base forms as above, after the bar the particles with which the verb does harm to a person.
SEPARABLE = """
slaan sla slaat sloeg sloegen geslagen | dood neer af verrot lens kapot in+elkaar in+mekaar tot+moes ineen
schieten schiet schiet schoot schoten geschoten | neer dood af overhoop kapot lek plat door+zijn+kop
steken steek steekt stak staken gestoken | neer dood overhoop lek kapot in+brand in+de+fik in+de+fik+
maken maak maakt maakte maakten gemaakt | dood af kapot koud van+kant in+elkaar een+kopje+kleiner kort
trekken trek trekt trok trokken getrokken | kapot
hangen hang hangt hing hingen gehangen | op
knopen knoop knoopt knoopte knoopten geknoopt | op
knallen knal knalt knalde knalden geknald | neer af overhoop kapot
slachten slacht slacht slachtte slachtten geslacht | af
rijden rijd rijdt reed reden gereden | aan dood omver overhoop plat
rijen rij rijt reed reden gereden | aan dood omver overhoop plat
blazen blaas blaast blies bliezen geblazen | op
leggen leg legt legde legden gelegd | om
ruimen ruim ruimt ruimde ruimden geruimd | uit+de+weg
roeien roei roeit roeide roeiden geroeid | uit
takelen takel takelt takelde takelden getakeld | toe
tuigen tuig tuigt tuigde tuigden getuigd | af
rossen ros rost roste rosten gerost | af
ranselen ransel ranselt ranselde ranselden geranseld | af
vallen val valt viel vielen gevallen | aan
randen rand randt randde randden gerand | aan
branden brand brandt brandde brandden gebrand | af plat
fikken fik fikt fikte fikten gefikt | af
schakelen schakel schakelt schakelde schakelden geschakeld | uit
snijden snijd snijdt sneed sneden gesneden | open kapot
helpen help helpt hielp hielpen geholpen | om+zeep
brengen breng brengt bracht brachten gebracht | om
doen doe doet deed deden gedaan | iets+aan wat+aan kwaad pijn
"""
PARTS_AND_THINGS: dict[str, str] = {
    # To hang up is what one does with a telephone, unless somebody is hanged.
    "HANGING": "hang hangt hing hingen hangen gehangen ophang ophangt ophing ophingen ophangen opgehangen",
    "BODY": (
        "kop hoofd gezicht bek muil smoel tanden nek keel strot benen been poten poot arm armen handen hand vingers "
        "knieen knie knieschijven ribben neus oog ogen oor oren buik rug schedel hersens hersenen hart kloten ballen "
        "gebit kaak lijf botten darmen strot lip wang schouder schouders haar haren borst borsten billen bil kont reet "
        "schenen scheen enkel pols hals ruggengraat bakkes tronie face head throat neck legs teeth kruis voet "
        "voeten scheenbeen bovenbeen onderarm bovenarm sleutelbeen achterhoofd jukbeen duim duimen pink teen tenen "
        "maag nieren lies voorhoofd kin wenkbrauw slaap "
        "ingewanden"
    ),
    "WEAPON": (
        "mes messen steekmes keukenmes vleesmes pistool geweer wapen wapens vuurwapen kogel kogels patroon patronen "
        "bijl "
        "hamer knuppel honkbalknuppel bom bommen granaat granaten handgranaat strop galg machete bivakmuts molotov "
        "molotovcocktail benzine jerrycan ijzerstaaf koevoet gun knife bullet blaffer kalasjnikov ak47 guillotine "
        "brandstapel vuurpeloton explosief explosieven zuur boksbeugel ploertendoder zwaard cobra taser zeis brandbom "
        "kalashnikov loden pijp dolk glock uzi riek hooivork"
    ),
    "THING": (
        "osso waggie hok keet stulp boerderij bedrijf zaak autootje auto autos wagen bus fiets scooter huis woning "
        "huisje gevel deur voordeur achterdeur ruit ruiten raam ramen "
        "voorruit autoruit brievenbus tuin schuur garage hek heg spiegel spiegels banden band kantoor gemeentehuis "
        "stadhuis stadskantoor raadhuis balie bureau laptop telefoon bril computer kozijn dak boot caravan pand winkel "
        "partijkantoor vergaderzaal raadzaal muur muren lak motorkap portier schutting voortuin house car windows "
        "window verkiezingsbord verkiezingsborden bloembakken oprit lamp lampen stoel stoelen deurbel camera "
        "eigendommen meubilair interieur spullen vitrine wachtruimte hal"
    ),
    "ARMS": (
        "wapen wapens pistool geweer vuurwapen vuurwapens bom bommen kalasjnikov kalashnikov blaffer granaat glock uzi"
    ),
    "PROJECTILE": (
        "steen stenen stoeptegel stoeptegels tegel baksteen bakstenen glas glazen bierglas fles flessen bierflesje "
        "stoel "
        "stoelen ei eieren tomaat tomaten vuurwerk verfbom verf blik blikje bierblikje rotje rookbom koffie thee water "
        "bier mest drol stront poep asbak schoen mes kei keien koffiekop kop beker microfoon nietmachine perforator "
        "fakkel fakkels vuurwerkbom molotovcocktail bloempot baksteentje sneeuwbal taart urine plas pan bord kopje "
        "karaf plantenbak laptop telefoon prullenbak mok toetsenbord stapel ordner map wijn melk zand varkenskop "
        "brandbom"
    ),
    "BLOW": (
        "klap klappen duw duwen trap trappen schop schoppen stomp stompen mep meppen kopstoot vuistslag vuistslagen "
        "elleboogstoot oplawaai dreun dreunen hengst oorvijg mot muilpeer lel por knietje knal lap peer pets draai "
        "tik rammel zet beuk stoot ros oplazer optater loei hoek"
    ),
    "HURT": (
        "gewond bloedneus hersenschudding blauw gekneusd bloedde bloeden wond snee snijwond kneuzing hechtingen breuk"
    ),
    "DEATH": "dood doden dodelijk sterven sterf sterft crepeer creperen doodgaan dead die kapotgaan verrekken rotten",
}
