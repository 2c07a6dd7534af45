"""Ways of threatening by warning: what may happen, what will follow, how one should look out."""

# Warnings and consequences.
WARNING = """
let op YOUR ~1 woorden|tellen|zaak
zwijgen ~1 op|opleggen|opgelegd
als ~1 YOU ~3 alleen ~1 bent|zijt|thuis|loopt|fietst
ga|gaan|goan|zullen|zal ~3 YOU ~5 aanpakken
leven ~2 lief
days ~2 numbered
neem|nemen|sleep|sleur|trek ~4 YOU ~3 mee|graf|afgrond|onder
zal|zult|zul|gaat|ga ~2 YOU? ~2 zien|merken|ondervinden|meemaken ~2 wat ~3 gebeurt|overkomt|komt|doen
merkt|merken|zien|ziet ~2 vanzelf|gauw|snel|wel ~4 wat|gebeurt
klok ~1 tikt
zeg ~2 niet ~3 dat ~4 gewaarschuwd
wie ~1 niet ~1 horen ~1 wil
te ~1 grazen ~2 nemen|neem|genomen|nemt
te ~1 pakken ~2 nemen|krijgen|krijg|neem
alle ~1 hoeken ~2 van
KIN ~4 uitkijken|uitkijkt|oppassen|oppast|opletten|oplet|opgelet
kom ~4 naar ~1 buiten|beneden
mee ~1 naar ~1 buiten
een|n ~1 kind ~1 zonder ~1 moeder|vader
kinderen ~3 zonder ~2 moeder|vader ~3 opgroeien|op|achterblijven
weduwe|weduwnaar|wees ~6 YOUR|YOU|vrouw|man|maken
YOUR ~1 vrouw|man|kinderen ~5 weduwe|weduwnaar|wezen|huilen|begraven
nog ~2 niet ~2 klaar|af ~2 met ~1 YOU|OFFICE
nog ~2 niet ~2 van ~1 ME|WE ~2 af
zo ~2 niet ~2 van ~1 ME|WE ~2 af
zal|zullen|ga|gaan|zou ~2 zorgen|ervoor ~4 dat ~1 YOU|YOUR|ME|OFFICE
zorg|zorgen|zorgde|regelen|regel ~6 dat ~1 YOU|YOUR ~2 het|nooit|niet|spijt|verdwijnt|bang|nergens
zoals ~1 I|YOU|OFFICE|ME ~6 verdwijnen|opruimen|opgeruimd|uitgeschakeld|aangepakt
laten verdwijnen
nooit ~2 meer ~2 rustig|veilig|normaal|gerust
geen|zonder|weg|even ~2 beveiliging|camera|cameras|politie|getuigen|bewaking ~6 YOU|bij|meer|dan|is|om
zie|zien|tref|treffen|spreek|spreken|kom|komen ~2 YOU ~3 buiten|alleen|donker|steeg|parkeerplaats|parkeerterrein|\
onderweg|tegen
als ~1 ik ~2 YOUR ~1 KIN ~1 was
nog ~1 maar ~1 het ~1 begin
dit|dat|het ~2 was|is ~2 nog ~1 maar|pas ~1 een|het ~1 begin|voorproefje|waarschuwing
voorproefje|waarschuwingsschot
zomaar|ineens|opeens|plotseling ~8 water|belanden|vallen|kwijt|gebeuren|overkomen|verdwijnen|misgaan|brand|brandt|\
verdwenen
zou|kan ~4 zo ~4 belanden|gebeuren|overkomen|verdwijnen|misgaan
niet ~1 jarig
zal|zul|zult|ga|gaat|zullen ~4 wat ~1 beleven|meemaken|gaan
zwaait ~2 er ~1 wat
rapen ~2 gaar
zul|zult|zal|krijg|krijgt ~3 met ~1 MY|ME|WE|onze|mij ~5 maken|aan
krijg|krijgt|krijgen ~3 met ~1 ME|WE ~2 te ~1 maken|doen
leer|leert|leren ~2 YOU|ME ~2 kennen
berg ~1 YOU
bid ~1 maar
rennen|ren|vlucht|vluchten ~2 maar|voor ~2 hard|leven|nu
lachen|lach|lacht ~4 vergaat|vergaan|vergaat|verleren
lach|lacht ~2 straks|dan|binnenkort|morgen ~3 niet|meer
geniet|geniete|genieten ~6 zolang|laatste
geniet nog
zolang ~3 nog ~1 kan|kunt|leeft|hebt
op ~2 YOUR|MY ~1 KIN ~3 passen|pas|letten|let|past|oppassen
pas|let|passen|letten ~3 op ~1 YOUR|MY ~1 KIN
groeten|groetjes|groet ~2 aan ~1 YOUR ~1 KIN
wraak|vergelding|afrekening|afrekenen ~6 nemen|neem|zoet|komt|zal|volgt|wacht|met|mij|ons
storm ~1 oogsten
oog ~1 om ~1 oog
telefoontje|belletje|appje ~3 en ~6 staan|regelt|regel|komen|komt|weet|vinden|geregeld|langs|gebeurt
ken|heb|hebben|kennen ~2 mensen|jongens|vrienden|mannetjes|gasten|lui|connecties|maten|broers ~10 klus|klusje|regelen|\
opknappen|langskomen|oplossen|graag|weten|vinden|zwijgen|mores
eigen ~1 rechter
hel ~3 los|breekt|losbarsten
niet ~2 heelhuids|ongestraft|ongeschonden|ongedeerd
ongestraft ~6 YOU|OFFICE
niet ~3 mee ~1 weg|wegkomen
zoden ~1 liggen
kruis ~2 achter ~1 YOUR
tot ~1 in ~1 YOUR ~1 graf
jouw|YOUR|uw ~1 hoofd ~4 rollen|rolt|spies|paal|blok
koppen ~3 rollen|afhakken|spies
zwijg|zwijgt|bek ~3 of ~3 YOU|we|ik|wordt
teken|tekent ~4 doodvonnis|ondergang
doodvonnis|ondergang ~4 getekend|teken|tekent
wou|zou|wilde ~3 niet ~3 YOUR ~1 huid|plaats
in ~1 YOUR ~1 plaats ~6 bang|uitkijken|oppassen|verhuizen|slapen
als ~1 ik ~1 YOU ~1 was ~6 oppassen|uitkijken|heen|achterom|verhuizen|slapen|uitkijk|bang|thuis|deur|alleen|ramen|\
wegwezen|rennen
oogje|ogen|vizier|oog ~3 YOU ~1 gericht|in
in|op ~1 het|de ~1 vizier|korrel
pas|pass maar ~2 op|oppassen
pas|pass ~1 goed ~1 op
pas op YOU|OFFICE|want|met|vriend|vriendje|vriendin|hoor|he|anders|wat|jochie|meisje|mannetje
pas op $
pasop
pas ~2 goed ~2 op ~2 YOURSELF|jezelf|KIN|YOUR
moet|moeten|moest|mag|zou|kan|kunt ~4 oppassen|uitkijken|uitkijke
zou ~3 maar ~4 oppassen|uitkijken|kijken|kijk|opletten|verhuizen
kijk|kijkt|kijken|let ~2 maar? ~2 uit|achterom|achter|onder|rond|rondom|heen|schouder
kijk ~4 onder ~1 YOUR|je ~1 auto
over ~1 YOUR|MY ~1 schouder* ~2 kijken|kijk|meekijken
achter ~1 YOU|YOUR ~1 kijken|rug
achterom ~1 kijken|kijk
om ~1 YOU|ME|me|heen ~2 kijken|heen ~2 kijken|als
tel|tellen|geteld ~4 dagen
YOUR|MY ~1 dagen ~3 geteld
dagen ~3 zijn ~2 geteld
niet|ni|nie ~1 denken|denkt|menen ~4 veilig
op ~1 YOUR ~1 tellen
ongeluk|ongelukken|ongelukje|ongelukjes|accident|accidents ~5 gebeur*|zit|schuil*|hoekje|happen*|krijgt|krijgen|\
overkomt
gebeuren|gebeurt|gebeurde|gebeur ~4 ongeluk*|iets|dingen|nare|rare|erge ~2 YOUR|met|ergs|ongelukken
gebeurt|gebeuren|gebeurd|gebeurde|overkomt|overkomen|overkwam|overkome ~5 YOUR|MY|YOU|ME ~1 KIN|THING
iets|wat|niks|nix|ergs|naars ~4 KIN|YOU|ME|YOUR ~2 overkomt|overkomen|overkwam|gebeuren|gebeurt|gebeurde|aandoen|\
overkome
overkomt|overkomen ~5 iets|wat
met|aan ~1 YOUR|MY|HIS ~1 KIN ~4 gebeurt|gebeuren|gebeurde|overkomt|aandoen|aandoe|zou
zonde|jammer|sneu|spijtig|vervelend|erg ~8 iets|wat|brand|kwijt|gebeurt|gebeuren|overkomt|overkomen|overkwam|ongeluk
mooi|mooie|leuk|leuke|lief|lieve|schattige|prachtig ~2 KIN|huis|huisje|auto|autootje ~2 heb|hebt|heeft|hebben|toch|\
zonde|jammer
gewaarschuwd ~2 mens|YOU|wees|bent
wees|bent|ben|zijn|zijt|are ~3 gewaarschuwd|warned
nog ~1 een|een|1|eens ~6 en ~8 KILLS|HARM_INF|HARM_PRES|vallen|gebeuren|kom|komen|gaat|weet|zal|zullen|ga|gaan|\
afgelopen|krijg|bent|dan|vinden|zien|brand
of|anders|oftewel|else ~2 YOU|YOUR|zijn|jouw ~4 KIN ~6 krijgt|weet|zal|gaat|voelen|boeten|merken|betaalt
anders ~8 spijt|bloed|klappen|ongelukken|WEAPON|vuur
krijgt|krijg|krijgen|kriegt ~3 spijt|berouw
krijgt|krijg|krijgen ~3 ervan|dervan ~2 langs
zal|zult|zullen|ga|gaat|gaan ~4 spijt ~3 krijgen|hebben|van
zal|zult|zullen|ga|gaat|gaan|moet|moeten|gat ~5 boeten|bloeden|afzien|bezuren|berouwen|lijden|creperen|bekopen|voelen|\
sterven|dood|branden|kermen|piepen|janken|kruipen
laten|laat ~3 YOU|ME|HIM|GROUP ~4 boeten|bloeden|lijden|creperen|voelen|bekopen|branden|kruipen
betaald ~2 zetten|gezet
zet|zetten ~3 YOU ~4 betaald
tijd ~1 komt|kome|komen ~2 nog|wel|gauw|snel
YOUR ~1 tijd|beurt|dag|uur ~2 komt|nog|wel|gekomen|geslagen
wacht ~1 maar
wacht ~2 maar ~3 tot|af|als
YOU ~2 bent|zijt|ben|bin|are|is|zijn|was|bist ~2 de|als|the|der|an|t ~1 volgende|eerstvolgende|next|nachste|beurt|\
klos|pineut|haas
bent|ben|zijt|is|was ~2 YOU|I|OFFICE|MY ~2 de|als|volgende ~1 volgende|aan|beurt
volgende ~2 op ~2 lijst|lijstje
staat|sta|stond|staan ~3 op ~2 lijst|lijstje|dodenlijst|zwarte
dodenlijst|dodenlijstje|hitlist|afrekenlijst|executielijst
gaat|ga|gaan|ging|zou|zouden|zal|gat|zult|goat ~2 eraan|deraan|kapot|dood|doodgaan|neer|kopje
gaat|ga|gaan|ging|zal|zult|gat ~4 er ~1 aan
dood ~1 gaan|gaat|ga
niet|nie|nooit ~2 lang ~2 meer ~1 leven|leeft|rondlopen|te
overleef|overleeft|overleven|overleefde|overleeftge ~3 niet|nie|YOU
niet ~3 overleven|levend
niet ~1 levend
leven ~3 meer ~1 zeker
YOUR|MY ~1 leven ~3 niet ~2 zeker|veilig
niet|nooit|nergens|nie|ni ~1 meer? ~3 veilig
denk|denken|waan|waant ~2 niet|ni|nie ~6 veilig|ontkomt|ontsnapt|wegkomt|klaar
loopt|lopen|liep|afloopt|afliep|aflopen|gaat ~4 slecht|verkeerd|niet|nie|fout ~2 goed|af|met ~2 af|YOU
loopt|liep|lopen ~3 verkeerd|slecht|niet ~2 YOU|met|voor
leven ~6 zuur|hel|onmogelijk ~3 maken|maak
maak|maken|maakt ~2 YOUR|MY|hun ~1 leven ~3 hel|zuur|kapot
leven ~3 kosten|kost
kost|kosten ~4 kop
kom|komen|komt|krijg|krijgen|vind|vinden|pak|pakken|krijge|vinde ~2 YOU|ME|OFFICE|HIM ~2 nog|wel|nog ~1 wel|wel|tegen|\
nog
krijg|krijgen|krieg|vind|vinden|zal|zullen ~3 YOU ~2 nog|wel ~2 krijgen|vinden|pakken|wel
pak|pakken|pakt|pakke|grijp|grijpen ~2 YOU|YOUR ~2 hard|nog|wel|vanavond|straks|KIN|terug|gezin|morgen|als
ga|gaan|gaat|zal|zullen|komen|kom|zou|zouden|wil|goan ~3 YOU|ME|OFFICE|HIM ~4 pakken|krijgen|grijpen|mollen|slopen|\
breken|opzoeken|terugpakken|klaarmaken|kapotmaken|kraken
doe|doen|deed|doet|aandoen ~4 YOU|YOUR|MY|OFFICE|ME|HIM ~3 iets|wat|pijn|kwaad ~3 aan
iets|pijn|kwaad|geweld|wat ~4 aandoen|aandoet|aandeed|aandoe
lesje|les|lesjen ~3 leren|leer|geleerd|nodig
leer|leren ~2 YOU ~4 lesje|mores|manieren
vallen|vielen|vielen ~4 doden|klappen|slachtoffers|dode|gewonden|rake
er|dan|straks|gaat ~5 doden|klappen|bloed ~3 vallen|vloeien|doden|vallen
bloed ~4 vloeien|vloeit|lopen|handen|zien|kruipt
het|dit ~2 wordt|gaat|word ~2 oorlog|bloedbad|bloederig
bijltjesdag|bloedbad
schoenen ~2 staan
beter|slim|slimmer|verstandig|verstandiger ~6 verhuizen|verhuist|thuisblijven|onderduiken|verdwijnen|alleen|straat
onderduiken|onderduikt
niet|nooit|nie|niemand ~3 meer ~2 alleen ~4 over|straat|buiten|fietsen|lopen|door|naar
KIN ~6 alleen ~6 fietsen|lopen|durf|durft|spelen|laat|laten|straat|buiten
durf|durft|durven|laat|laten ~8 KIN ~8 alleen ~6 fietsen|lopen|school|spelen|naar|straat|over|buiten
waarschuw|waarschuwen ~3 YOUR|je ~1 KIN
deur ~5 slot
slaap|slapen ~3 maar? ~2 oog ~1 open
slaap|slapen|rust ~3 zacht|lekker ~4 kan|laatste|nog|zolang
rip ~1 OFFICE|YOU|burgemeester
uitkijken|uitkijkt|oppassen|oppast ~4 met ~2 wat|YOUR
vergeten|vergeet|vergeven ~1 niet|nie|niks|nooit
heel ~1 erg|veel ~2 aan ~1 YOUR ~1 leven
zal|zullen|ga|gaan|gaat|wil ~4 YOU|YOUR|HIM ~6 laten ~2 voelen|verdwijnen|bloeden|boeten|zwijgen
weg ~3 ruimen|geruimd
moord|moorden|doodslag ~5 OFFICE|YOU|op
klaar|klaarliggen|bestemd|bedoeld ~3 voor ~1 YOU ~3 kogel
verdwijn|verdwijnt|verdwijnen ~4 kofferbak|kanaal|gracht|kelder|grond|put
koffer*|kist|doodskist|graf|grafsteen|rouwkaart|rouwkrans|lijkwagen ~6 YOUR|YOU|MY|OFFICE|met
YOUR|MY ~1 graf|kist|doodskist|grafsteen|begrafenis|rouwadvertentie
rouwkaart|rouwkrans|grafkrans|doodskist|lijkzak|doodsbedreiging*|doodswens*
eindig|eindigt|eindigen|lig|ligt|liggen ~4 ziekenhuis|kist|graf|goot|gracht|kanaal|vissen|grond|mortuarium|zoden
ziekenhuis|graf|kist|mortuarium|rolstoel ~2 in ~4 HARM_INF|HARM_PRES|helpen|werken|slaan|belanden|komen
in|het ~2 ziekenhuis ~2 slaan|trappen|sla|beuken|rammen|schoppen|belanden|eindigen|in
einde|eind|einde ~4 aan ~2 YOUR|YOU|jouw|je ~2 leven|bestaan
"""
# What the writer says of himself: that he warns for the last time, is armed or answers for nothing.
RESTRAINT = """
voordat|voor|anders|of ~2 ik ~2 het|dat|zelf ~1 doe|doen
heb|hebben|bezit|kocht|gekocht|ligt ~5 ARMS
foto|fotos|afbeelding|plaatje|emoji|tekening|filmpje ~4 van ~2 WEAPON|ARMS|kist|grafsteen|galg|strop
naam ~4 met|onder|op|aan|bij ~2 galg|strop|kruis|grafsteen|kist|kogel|schietschijf
en ~1 dat ~1 bedoel|meen ~1 ik ~1 letterlijk|ook|echt
heb|hebben|bezit ~3 wapen|wapens|pistool|geweer|vuurwapen|bom|kalasjnikov|kalashnikov|honkbalknuppel|handgranaat|bijl|\
machete
WEAPON ~3 bij|op ~1 zich|zak
weet|weten ~3 te ~1 gebruiken
laatste ~2 waarschuwing
laatste ~1 keer ~4 waarschuw|waarschuwen|gewaarschuwd|vriendelijk|netjes
waarschuw|waarschuwen|waarschuwing ~2 YOU|ME ~3 laatste|nog|een
of|en ~2 ik ~2 sta ~3 niet|nergens ~3 voor ~2 in|mezelf
sta|staan ~3 niet|nergens|nie ~3 voor ~2 in|mezelf|mijzelf
hebben|heb ~3 niets|niks|nix ~3 meer? ~2 verliezen ~6 YOU|en
heb|hebben|haal|pak|koop|gekocht|neem|ligt ~5 WEAPON ~8 YOU|YOUR|klaar|thuis|mee|OFFICE|kofferbak|hoofd|gemeentehuis|\
nodig|liggen|langs
WEAPON ~4 mee|meenemen|meebrengen|meegebracht
kom|komen|ga|gaan|rij|rijd|sta|langskomen|terugkomen ~5 met ~2 een|mijn|'n|me ~2 mes|pistool|geweer|wapen|vuurwapen|\
machete|kapmes|zwaard|bijl|jerrycan|honkbalknuppel|hakmes
"""
