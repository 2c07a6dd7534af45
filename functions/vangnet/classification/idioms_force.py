"""Ways of telling that somebody used force against a person or a thing, beside the bare verbs of it."""

PERSONS = """
ben|werd|is|zijn|I|ME|OFFICE ~10 in ~1 elkaar|mekaar ~1 geslagen|getrapt|geschopt|gerost|getremd|gestampt|gebeukt
geschopt|geslagen|gestompt|getrapt|geduwd|geslagen|omvergelopen ~3 en ~2 geschopt|geslagen|gestompt|getrapt|geduwd
omver|ondersteboven|onderuit ~1 gelopen|geduwd|gereden|getrokken|gegooid|geschopt
trok|rukte|griste|sloeg|pakte|nam|graaide ~4 uit|van ~1 MY|HIS|OFFICE ~1 hand|handen|schoot|hoofd
probeerde|probeerden|poogde|trachtte ~1 ME|OFFICE ~5 HARM_INF
ME|OFFICE ~4 probeerde|wilde ~2 te ~1 HARM_INF
raakte|raakten|geraakt ~2 ME|MY|OFFICE ~3 BODY|jas|bril
gooide|gooiden|smeet|smeten|wierp|wierpen|spoot|mikte|kletste|kwakte ~6 in|op|aan ~1 MY|HIS|het|de ~1 BODY|gezicht|jas
legde|legt ~1 HIS ~1 hand|handen ~4 billen|bil|borst|borsten|kont|kruis|dij|been|bovenbeen|knie|heup
blauwe ~1 plek|plekken ~8 ME|MY|I|arm|been|had
reed|rijdt|inreed|ingereden|reden ~2 in ~1 op
HURT|bloedneus|gebroken ~8 begin|verdiend|lekker|smaakte|mijn|voorproefje
sloeg|mepte|tikte|slaat|schopte|trapte|rukte ~3 uit|van ~1 MY ~1 hand|handen|hoofd|neus
prikte|porde|prikt|tikte|duwde|stompte ~6 hard|vinger|hand|meermaals|tegen|in ~3 MY ~1 borst|buik|arm|rug|schouder|\
ribben|gezicht
gaf|geeft|geven|gaven|gegeven|verkocht|verkoopt|deelde|deelt|uitgedeeld|uitdeelde|bezorgde|kreeg|gekregen|kregen|\
haalde|incasseerde|toegediend|diende|plantte ~7 BLOW ~3 op|in|tegen|van|toen|waardoor|met|en|HIM|ME|MY|na|door|maar
gaf|geeft|gaven|verkocht|verkoopt|bezorgde|gegeven ~3 ME|OFFICE|HIM ~3 BLOW|klap
ME|I|OFFICE|STRANGER ~4 BLOW ~4 gaf|geeft|gegeven|gaven|verkocht|uitgedeeld|gekregen|kreeg|verkochten
BLOW ~6 had|heb ~1 YOU|je ~3 verdiend
die|dat ~1 BLOW ~5 YOU|gisteren|vorige|verdiend
kreeg|gekregen|kregen ~4 BLOW|elleboog|vuist|knie ~4 gezicht|hoofd|maag|rug|ribben|neus|kaak|buik|schouder|kaken|arm|\
borst|YOU|ME|HIS
kreeg|kregen|gekregen ~4 PROJECTILE ~4 hoofd|gezicht|over|tegen|naar|ME|rug|arm|gegooid|schouder|nek
over|tegen|naar|op ~1 ME ~2 heen|uit|leeg ~2 gegooid|gegoten|uitgestort|gekieperd|geleegd|leeg
goot|gooide|kieperde|leegde|stortte|sproeide|spoot|schudde ~6 over|in|op|naar ~1 ME|MY|OFFICE|HIM|gezicht
greep|grijpt|grepen|pakte|pakt|pakten|hield|trok|trekt|trokken|sleurde|sleurt|sleepte|rukte|rukt|klampte|nam|vatte ~1 \
ME|OFFICE|HIM ~6 bij|vast|beet|aan|over|uit|van|naar|mee|weg|omver|kraag
bij ~2 de|het|MY ~3 BODY|kraag|stropdas|jas|mouw|kladden|lurven|revers|das|nekvel|overhemd|blouse|trui ~4 gegrepen|\
gepakt|greep|pakte|vast*|trok|getrokken|genomen|grijpen|pakken|gevat|beet*
ME|I|OFFICE|MY ~5 vastgegrepen|vastgepakt|vastgehouden|beetgepakt|beetgegrepen|vastgreep|vastpakte|beetpakte|\
weggeduwd|omvergeduwd|omgeduwd|gesleurd|getackeld|tackelde|neergeslagen|aangevlogen|toegetakeld|aangevallen|\
mishandeld|belaagd|besprongen|omvergelopen|omvergeworpen|afgetuigd|neergehaald|geplet|getrokken|neergeslagen
vastgegrepen|vastgepakt|beetgepakt|mishandeld|afgetuigd|neergestoken|neergeslagen
trok|trekt|trokken|rukte|getrokken|trekken ~3 aan ~1 MY|HIS|ME|de|OFFICE ~1 haar|haren|jas|arm|mouw|stropdas|oor|\
kraag|tas|sjaal|hoofddoek|trui|paardenstaart
rukte|trok|griste|sloeg|pakte|graaide|smeet|mepte|schopte|gooide ~2 MY ~3 telefoon|bril|tas|laptop|papieren|hoofddoek|\
pet|hand|handen|pruik|microfoon|telefoontje|ambtsketen ~4 af|weg|kapot|hand|handen|stuk|grond|uit|van|hoofd|neus
MY ~1 telefoon|bril|tas|laptop|hoofddoek|ambtsketen ~5 afgepakt|afgetrokken|afgerukt|kapot|stuk|grond|vernield
duwde|duwt|duwden|drukte|drukt|wierp|smeet|gooide|kwakte|stootte|sleurde ~2 ME|OFFICE|HIM ~3 tegen|van|op|opzij|om|\
omver|weg|naar|uit|de|achteruit
opzij|omver|aan ~1 de ~1 kant ~2 geduwd
haalde|haalt|uitgehaald ~4 uit ~2 naar ~2 ME|MY|OFFICE
naar ~1 ME ~2 uit|uitgehaald|uithaalde|geslagen|gespuugd|gegooid|getrapt
kopstoot|vuistslag|kaakslag|knietje|elleboogstoot
beet|bijt|gebeten ~4 in ~1 MY|HIS|de ~1 BODY|hand|vinger|arm
beet ~1 ME|OFFICE ~2 in
spuug|speeksel|fluim|rochel|klodder ~6 gezicht|ME|MY|jas|schoenen|raam|wang|oog
spuugde|spoog|spogen|spuwde|gespuugd|bespuugd|gespuwd|spuugt|spuwt|rochelde|gespogen ~5 ME|MY|gezicht|OFFICE|op|I|\
naar|voeten
ME|I|MY ~5 gespuugd|bespuugd|gespuwd|gespogen|bespuwd|spoog
kneep|kneden|greep|tikte|sloeg|voelde|streelde|pakte|wreef|aaide ~5 billen|bil|borst|borsten|kont|kruis|dij|dijen|rok|\
bovenbeen|knie
betast|betastte|aangerand|aanrandde|bepoteld|bepotelde|randde
ongewenst|tegen|zonder ~4 aangeraakt|gezoend|zoende|kuste|aanraakte|gekust
kuste|zoende|zoent|gezoend|aflebberde ~3 ME ~6 op|vol|wil|ongewenst|mond|lippen
reed|rijdt|reden|ingereden|gereden|rijden ~8 op|tegen|in ~1 ME|MY|OFFICE|benen|HIM ~2 in|aan|af
reed|rijdt|gereden ~2 ME|OFFICE ~3 aan|omver|klem|van
aangereden|omvergereden|ondersteboven
in ~1 de ~1 houdgreep|wurggreep|nekklem|hoofdklem
houdgreep|wurggreep|nekklem|hoofdklem|wurgde
kneep|drukte|kneedt ~3 keel ~2 dicht|toe
stak|gestoken|steekt ~6 mes|schaar|schroevendraaier ~3 in|arm|buik|been|MY
met|op ~1 de|het|een ~1 vuist|vuisten|vlakke|hand|stok|paraplu|fles|tas ~4 sloeg|geslagen|gestompt
sloeg|slaat|sloegen|mepte|geslagen|stompte|schopte|trapte ~6 in|op|tegen ~2 ME|MY|het|OFFICE|HIM ~1 gezicht|hoofd|\
buik|maag|rug|been|benen|arm|borst|neus|schenen|kaak|wang
ging|gingen|raakte|raakten|ontstond|ontstonden|braken|werd ~5 op ~1 de ~1 vuist|vuisten
op ~1 de ~1 vuist
vechtpartij|handgemeen|knokpartij
tegen ~1 de ~1 grond ~3 gewerkt|gesmeten|gegooid|geslagen|gedrukt|geduwd
"""
CHARGES = """
vloog|vlogen|sprong|viel|vielen ~2 ME|OFFICE|HIM|collega ~3 aan|naar|op|om
ME|OFFICE|HIM ~4 aanvloog|aanviel|aangevlogen|aangevallen|aanvielen|besprong
"""
THINGS = """
MY|OFFICE|ons ~2 THING ~8 gerukt|omgetrokken|omgeduwd|afgerukt|losgetrokken|stukgeslagen|losgewrikt|ontwricht|gejat
MY|OFFICE|YOUR|ons ~2 THING|schuur|schuurtje ~4 aangestoken|afgefikt|platgebrand|afgebrand|opgeblazen
THING|PROJECTILE|MY ~8 kapot|stuk|omver|om ~1 gegooid|gesmeten|geslagen|getrapt|geschopt|geduwd|gemaakt|gesneden|\
geknipt|getrokken
THING|PROJECTILE ~5 van ~2 balie|tafel|muur|bureau|wand ~1 gerukt|getrokken|gegooid|geslagen|geveegd|gesmeten
rukte|sloeg|veegde|trok|gooide|smeet ~6 van ~1 de|het|MY ~1 balie|muur|tafel|wand|bureau
krassen|kras|deuk|deuken|butsen ~3 in|op ~1 YOUR|MY ~1 THING
MY|YOUR|OFFICE|HIS|ons|de|het ~4 THING ~8 in ~1 brand|fik ~1 gestoken|gezet
brand|brandstichting|brandgesticht ~4 gesticht|gestoken|gezet|stichtte|stichten|bij|aan|voordeur
in ~1 brand ~1 gestoken
brandstichting
stak|staken ~6 in ~1 brand|fik
THING|banden|spiegels ~5 lek ~1 gestoken|gesneden|geprikt
lekgestoken|lekgeprikt|ingegooid|ingeslagen|ingetrapt|ingeschopt|bekrast|beklad|besmeurd|vernield|kapotgeslagen|\
kapotgetrapt|kapotgegooid|kapotgemaakt|opgeblazen|stukgeslagen|stukgegooid|afgebrand|uitgebrand|omgeploegd|gesloopt|\
volgespoten|ondergespoten|beschadigd|gemolesteerd|afgebroken|omgegooid|afgetrapt|gevandaliseerd|gekrast|besmeerd|\
gesaboteerd|losgedraaid|doorgesneden|doorgeknipt|ondergekladderd|ondergekalkt|stukgemaakt|stukgetrapt|omvergetrokken|\
omvergegooid ~8 THING|MY|door
THING|MY ~10 lekgestoken|lekgeprikt|ingegooid|ingeslagen|ingetrapt|ingeschopt|bekrast|beklad|besmeurd|vernield|\
kapotgeslagen|kapotgetrapt|kapotgegooid|kapotgemaakt|opgeblazen|stukgeslagen|stukgegooid|afgebrand|uitgebrand|\
omgeploegd|gesloopt|volgespoten|ondergespoten|gevandaliseerd|gekrast|besmeerd|gesaboteerd|doorgesneden|doorgeknipt|\
afgebroken|beschadigd|gesneuveld|losgerukt|ondergekladderd|ondergekalkt|stukgemaakt|stukgetrapt|ingeramd|\
omvergetrokken|omgegooid|afgetrapt|beschoten|gesmeerd|losgedraaid
vernielde|vernielden|vernielt|vernield|sloopte|sloopten|bekladde|bekladden|bekraste|bekrasten|besmeurde|besmeurden|\
beschadigde|beschadigden|molde|verwoestte|verwoestten|demoleerde|demoleerden ~6 THING|MY|PROJECTILE
verf|graffiti|leuzen|leus|hakenkruis|hakenkruizen|hakenkruisen|tekst|teksten|mest|poep|drol|stront|uitwerpselen|\
eieren|slachtafval|bloed ~10 gespoten|geduwd|gestopt|gepropt|gegoten|gekalkt|geschilderd|gesmeerd|gestort|gedumpt|\
gegooid|gekladderd|gekrast|gespoot|besmeurd
gespoten|gekalkt|gesmeerd|gekladderd|geklad|spoten|spoot|kalkte|kalkten|smeerde|smeerden|dumpte|dumpten|stortte|\
stortten|kladderden|krasten|kraste ~6 THING|MY
hakenkruis|hakenkruizen|hakenkruisen|leuzen|graffiti|verf|kras|krassen|mest|poep|stront ~5 op|in|over|voor|tegen ~2 \
THING|MY|YOUR
gooide|gooiden|gegooid|smeet|gesmeten|wierp|wierpen|geworpen|smeten|slingerde|keilde ~6 PROJECTILE ~4 naar|door|tegen|\
op|over|richting|zaal|ruimte|hal|rond|en|hoofd|kant
PROJECTILE ~8 gegooid|gesmeten|geworpen|gekeild|geslingerd|gooide|gooiden
gegooid|gooide|gooiden|smeet|wierp|gesmeten|bekogel* ~5 met ~2 PROJECTILE|alles|voorwerpen
naar|door|tegen|op ~2 MY|ME|OFFICE|het|de ~1 hoofd|THING|ME|auto|ruit ~4 gegooid|gesmeten|geworpen|gooide|gooiden|\
bekogel*
naar|door|tegen|over ~1 ME|OFFICE|HIM ~2 gegooid|gesmeten|geworpen
gooide|smeet|wierp|gooiden|smeten ~6 naar|door|tegen|over ~2 ME|MY|hoofd|OFFICE|HIM|muur|ruit|raam|balie|glas
PROJECTILE ~5 door ~2 MY|YOUR|het|de|OFFICE ~1 ruit|raam|voorruit|autoruit|ramen|ruiten|winkelruit
sneuvelde|sneuvelden|ingegooide|ingeslagen|kapotte ~3 THING|ruit|ramen
vuurwerk|vuurwerkbom|cobra|bom|explosief|brandbom|molotovcocktail ~8 ontploft*|ontplofte|afgestoken|afgegaan|\
brievenbus|gegooid|geplaatst|ontploffing|deur
explosie|ontploffing ~4 bij|aan|in|voor ~3 MY|OFFICE|woning|huis
er|werd|is|zijn ~4 schoten|geschoten ~6 op|gelost|THING|MY|huis|woning
kogelgat*
THING ~6 getrapt|geschopt|afgetrapt|geslagen|geramd|omver|omgegooid|omgetrapt
trapte|trapten|schopte|schopten|getrapt|ramde|beukte|sloeg|sloegen|mepte|hakte|timmerde ~6 THING ~3 kapot|in|stuk|aan|\
eruit|los|met|en|totdat|tot|om|uit|van
trapte|trapten|schopte|schopten|beukte|ramde ~1 tegen|op|in ~2 THING
trok|gooide|smeet|duwde|trapte|schopte|keerde|kieperde|veegde ~3 THING|PROJECTILE|bloempot|computer|plantenbak|tafel|\
beeldscherm|bureau|stoel ~3 om|omver|kapot|stuk|van|door|rond|ruimte
sloeg|gooide|smeet|trapte|trok|schopte ~5 kort|stuk ~3 slagen|slaan|geslagen
kort ~1 en ~1 klein
aan ~1 diggelen|gruzelementen|flarden|barrels
diggelen|gruzelementen
trapte|ramde|beukte|schopte ~2 MY ~2 deur|voordeur
THING ~4 dat|die ~1 was|waren ~1 ik|wij|we
dat|die|daar ~2 was|waren|hebben|heb ~1 ik|wij|we|mijn ~4 THING|PROJECTILE|banden
dat ~1 was ~1 MY ~2 PROJECTILE|steen|verf|vuist|werk
MY|ik|wij|we ~4 YOUR ~1 THING|banden ~5 HARM_PART|lekgestoken|kapotgeslagen|ingegooid|opgeblazen|gemold|gesloopt|\
bekrast
YOUR ~1 THING|banden ~4 HARM_PART|lekgestoken|ingegooid|opgeblazen|bekrast|gesloopt|vernield
"""
FOREIGN = """
punched|kicked|slapped|hit|spat|shoved|grabbed|pushed|beat|attacked|assaulted|headbutted|choked|strangled|stabbed|\
scratched ~3 ME|MY|OFFICE|YOU|HIM|at|on
threw|thrown ~5 at|through|over ~1 ME|MY|OFFICE|the
smashed|broke|burned|torched|slashed|vandalised|vandalized|destroyed|keyed|damaged ~2 MY|YOUR|OFFICE|the ~2 window*|\
car|house|door|tires|tyres|phone|office
set ~4 on ~1 fire
geschlagen|getreten|gespuckt|bespuckt|geschubst|angegriffen|gewurgt|verprugelt|zusammengeschlagen|geohrfeigt
"""
FORCE = (
    *(("AP-2.1.9", "physical_violence", block, "") for block in (PERSONS, FOREIGN)),
    ("AP-2.1.9", "physical_violence", THINGS, "owner"),
    ("AP-2.1.9", "physical_violence", CHARGES, "charge"),
)
