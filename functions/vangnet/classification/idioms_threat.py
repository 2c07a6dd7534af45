"""Ways of threatening that name no deed: warnings, knowledge of where one lives, signs, and their English and German."""

# Knowing where somebody is, watching, following, coming by.
PRESENCE = """
weet|weten|wist|wisten|weit ~2 YOU|ME|OFFICE|HIM ~3 te? vinden
weet|weten|wist|wisten|ken|kennen|weit ~3 waar ~2 YOUR|MY|YOU|I|OFFICE|HIS ~5 woon*|woont|woon|woonde|slaap*|slapen|werkt|werk|sport*|leeft|leef
weet|weten|wist|wisten|ken|kennen ~4 waar ~1 YOUR|MY|HIS ~3 KIN ~6 school|opvang|creche|voetbalt|speelt|spelen|woont|wonen|werkt|zit|zitten|sport*|hockeyt|loopt
weet|weten|wist|ken|kennen ~3 YOUR|MY|HIS ~1 adres|huis|route|auto|kenteken|huisadres|woonadres|school|straat|huisnummer
weet|weten|wist|ken|kennen ~3 op? welke|welk ~2 school|tijd|straat|auto|route|trein ~2 YOU|YOUR|MY|HIS|I
weet|weten|wist ~3 hoe ~2 laat ~2 YOU|YOUR|MY ~5 thuiskomt|thuis|huis|school|naar
weet|weten|wist ~3 waar ~3 YOU|I|OFFICE ~1 woont|woon|woonde|uithangt|slaapt
hebben|heb|heeft ~3 YOUR|MY ~1 adres|kenteken|huisadres
YOUR|MY|HIS adres|woonadres|huisadres|telefoonnummer|kenteken|foto ~6 telegram|online|internet|gedeeld|verspreid|gepubliceerd|rondgestuurd|facebook|groep*|twitter
adres|woonadres|huisadres|adresgegevens|privegegevens|prive-adres|priveadres ~8 online|telegram|internet|verspreid|gedeeld|gepubliceerd|rondgestuurd|gezet|geplaatst
gedoxt|gedoxed|doxing|doxxing|doxen|doxed|doxt
wacht|wachten|wachtte|wachtten|wachtend|stond|staat|stonden ~6 op te wachten
wacht|wachten|wachten|wachtte|wachtten ~3 YOU|ME ~4 op
opgewacht
opwachten
bezoekje|bezoek|visite ~2 brengen|krijgt|krijg|verwachten|brengt
krijgt|krijg|krijgen|kreeg ~5 bezoek|bezoekje|visite|gasten
komt|kom|komen|kwam|komme ~3 langs ~6 huis|thuis|YOUR|deur|avond|vannacht|vanavond|knokploeg|broers|maten|jongens
kom|komen|komt|komme|zullen ~3 YOU ~3 halen|opzoeken|pakken|grijpen
kom|komen|komt|komme|kwam ~3 naar ~1 YOUR|YOU|MY ~1 huis|osso|deur|toe|woning|adres|kantoor|werk
zoek|zoeken|zoekt ~3 YOU|ME ~4 op
zoek|zoeken|zoekt|bezoek|bezoeken ~3 YOU ~4 thuis
terugkomen|terugkomt|teruggekomen ~3 met ~2 HIS|MY ~1 broers|broer|maten|vrienden|neven|jongens|familie|WEAPON
terug ~2 komen|kom|komt|komme ~3 met ~3 broers|broer|maten|vrienden|neven|jongens|WEAPON|gang|ploeg|familie
kom|komen|komt|komme ~3 terug ~4 met ~3 broers|broer|maten|vrienden|neven|jongens|WEAPON|gang
stuur|stuurt|sturen|stuurde ~4 op YOU|ME ~2 af
stuur|sturen ~2 HIS|MY|paar|wat ~4 langs|langskomen
hou|houd|houden|houdt|hield|hielden ~3 YOU|ME|YOUR|MY ~6 in de gaten
volg|volgt|volgde|volgden|volgen|gevolgd ~6 naar ~1 MY|YOUR ~1 huis|werk|auto|woning
volg|volgt|volgde|volgden|gevolgd ~2 ME|YOU ~8 naar|overal|auto|straat
achtervolg*|achterna|gestalkt|stalkt|stalkte|stalken|stalker|stalking|stalk
schaduwt|schaduwde|postte|gepost|posten ~3 voor|bij ~1 MY|YOUR|HIS ~1 huis|woning|deur
staat|stond|stonden|staan|parkeert|zit|zat ~5 voor|bij ~1 MY|YOUR ~1 huis|woning|deur|voordeur|raam ~12 elke|avond|nacht|uren|dagen|naar|fotos|stil|motor|weken|filmt|filmde
elke|iedere|avond|nacht|dagenlang|urenlang ~5 voor|bij ~1 MY ~1 huis|woning|deur|voordeur
fotos|foto|filmpje|filmpjes|video ~3 van ~2 MY|YOUR ~1 huis|KIN|woning|voordeur|auto
fotografeerde|filmde|fotografeert|filmt ~3 MY|YOUR ~1 huis|KIN|woning|voordeur|kentekenplaat|kenteken
leg|gooi ~3 je dochter
"""
# Warnings and consequences.
WARNING = """
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
op ~1 YOUR ~1 tellen
ongeluk|ongelukken|ongelukje|ongelukjes|accident|accidents ~5 gebeur*|zit|schuil*|hoekje|happen*|krijgt|krijgen|overkomt
gebeuren|gebeurt|gebeurde|gebeur ~4 ongeluk*|iets|dingen|nare|rare|erge ~2 YOUR|met|ergs|ongelukken
gebeurt|gebeuren|gebeurd|gebeurde|overkomt|overkomen|overkwam|overkome ~5 YOUR|MY|YOU|ME ~1 KIN|THING
iets|wat|niks|nix|ergs|naars ~4 KIN|YOU|ME|YOUR ~2 overkomt|overkomen|overkwam|gebeuren|gebeurt|gebeurde|aandoen|overkome
overkomt|overkomen ~5 iets|wat
met|aan ~1 YOUR|MY|HIS ~1 KIN ~4 gebeurt|gebeuren|gebeurde|overkomt|aandoen|aandoe|zou
zonde|jammer|sneu|spijtig|vervelend|erg ~8 iets|wat|brand|kwijt|gebeurt|gebeuren|overkomt|overkomen|overkwam|ongeluk
mooi|mooie|leuk|leuke|lief|lieve|schattige|prachtig ~2 KIN|huis|huisje|auto|autootje ~2 heb|hebt|heeft|hebben|toch|zonde|jammer
gewaarschuwd ~2 mens|YOU|wees|bent
wees|bent|ben|zijn|zijt|are ~3 gewaarschuwd|warned
nog ~1 een|een|1|eens ~6 en ~8 KILLS|HARM_INF|HARM_PRES|vallen|gebeuren|kom|komen|gaat|weet|zal|zullen|ga|gaan|afgelopen|krijg|bent|dan|vinden|zien|brand
of|anders|oftewel|else ~2 YOU|YOUR|zijn|jouw ~4 KIN ~6 krijgt|weet|zal|gaat|voelen|boeten|merken|betaalt
anders ~8 spijt|bloed|klappen|ongelukken|WEAPON|vuur
krijgt|krijg|krijgen|kriegt ~3 spijt|berouw
krijgt|krijg|krijgen ~3 ervan|dervan ~2 langs
zal|zult|zullen|ga|gaat|gaan ~4 spijt ~3 krijgen|hebben|van
zal|zult|zullen|ga|gaat|gaan|moet|moeten|gat ~5 boeten|bloeden|afzien|bezuren|berouwen|lijden|creperen|bekopen|voelen|sterven|dood|branden|kermen|piepen|janken|kruipen
laten|laat ~3 YOU|ME|HIM|GROUP ~4 boeten|bloeden|lijden|creperen|voelen|bekopen|branden|kruipen
betaald ~2 zetten|gezet
zet|zetten ~3 YOU ~4 betaald
tijd ~1 komt|kome|komen ~2 nog|wel|gauw|snel
YOUR ~1 tijd|beurt|dag|uur ~2 komt|nog|wel|gekomen|geslagen
wacht ~1 maar
wacht ~2 maar ~3 tot|af|als
YOU ~2 bent|zijt|ben|bin|are|is|zijn|was|bist ~2 de|als|the|der|an|t ~1 volgende|eerstvolgende|next|nachste|beurt|klos|pineut|haas
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
niet|nooit|nergens|nie ~1 meer? ~2 veilig
loopt|lopen|liep|afloopt|afliep|aflopen|gaat ~4 slecht|verkeerd|niet|nie|fout ~2 goed|af|met ~2 af|YOU
loopt|liep|lopen ~3 verkeerd|slecht|niet ~2 YOU|met|voor
leven ~6 zuur|hel|onmogelijk ~3 maken|maak
maak|maken|maakt ~2 YOUR|MY|hun ~1 leven ~3 hel|zuur|kapot
leven ~3 kosten|kost
kost|kosten ~4 kop
kom|komen|komt|krijg|krijgen|vind|vinden|pak|pakken|krijge|vinde ~2 YOU|ME|OFFICE|HIM ~2 nog|wel|nog ~1 wel|wel|tegen|nog
krijg|krijgen|krieg|vind|vinden|zal|zullen ~3 YOU ~2 nog|wel ~2 krijgen|vinden|pakken|wel
pak|pakken|pakt|pakke|grijp|grijpen ~2 YOU|YOUR ~2 hard|nog|wel|vanavond|straks|KIN|terug|gezin|morgen|als
ga|gaan|gaat|zal|zullen|komen|kom|zou|zouden|wil|goan ~3 YOU|ME|OFFICE|HIM ~4 pakken|krijgen|grijpen|mollen|slopen|breken|opzoeken|terugpakken|klaarmaken|kapotmaken|kraken
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
# Signs, objects and gestures.
# Death and fire wished, foretold or called for, also upon groups.
DOOM = """
leven|levens|leventje ~6 beeindigen|ontnemen|nemen|afnemen|beeindig
ontdoen|ontdoe|verlossen|afrekenen ~8 GROUP|OFFICE|YOU_PLURAL
laten|moeten|zullen|gaan ~8 van ~3 GROUP|OFFICE ~2 ontdoen|verlossen
GROUP|OFFICE|YOU|HIM ~6 van ~1 de ~1 aardbodem|aarde|kaart|wereld ~3 vegen|verdwijnen|geveegd|weggevaagd|verwijderen
wegvagen|weggevaagd|uitroeiing|gaskamer|gaskamers|concentratiekamp|vernietigingskamp ~6 GROUP|YOU|OFFICE|HIM|met|in|voor
GROUP|YOU|OFFICE|HIM ~8 gaskamer|gaskamers|concentratiekamp|vernietigingskamp|brandstapel|galg|guillotine|vuurpeloton|hakblok|schavot
executie|doodstraf|dood|kogel|galg|gaskamer|uitroeiing|guillotine|strop|steniging|castratie|geweld ~6 oplossing|straf|antwoord|remedie|verdiende|verdienen ~8 GROUP|OFFICE|YOU|HIM
dood aan ~3 GROUP|OFFICE|YOU|EVERYONE
tegen ~1 de|een ~1 muur ~2 zetten|gezet|zet
aan ~1 de|een ~1 hoogste|eerste|dichtstbijzijnde ~1 boom|lantaarnpaal
aan ~1 de|een|het ~2 boom|lantaarnpaal|galg|touw|strop ~3 hangen|knopen|gehangen|opgehangen|bungelen|opknopen|hang|hangt
horen|hoort|verdien|verdient|verdienen|moet|moeten|mag|mogen ~6 kogel|galg|dood|doodstraf|strop|sterven|creperen|kist|graf|brandstapel|vuurpeloton|hangen|kopje|lijden|pijn|branden|guillotine|opgehangen|verzuipen|stikken|gestraft
GROUP|OFFICE|YOU|YOUR|politici ~4 verdien|verdient|verdienen ~6 dood|sterven|kogel|pijn|klappen|pak|doodstraf|lijden|creperen|leven|kop
hoop|hopen|hopelijk|wens|wou|wenste|wensen ~8 dood|doodgaat|doodgaan|sterft|sterven|stierf|creperen|crepeert|verongelukt|verzuipt|verdrinkt|brandt|afbrandt|verbrandt|vermoord|verkracht|neerschiet|overreden|doodschiet|doodgeschoten|doodgestoken|kogel|slaat|opblaast|opgeblazen|verrekken|verdwijnt|klappen|aanslag|neersteekt|omlegt|afmaakt|pakt|verdwijnen
hoop|hopelijk|wens ~4 iemand|ze|er ~6 YOU|OFFICE|YOUR|GROUP ~6 HARM_INF|HARM_PRES|HARM_PART|KILL_PRES
iemand|men|ze ~2 zou|zouden|moet|moeten ~4 YOU|OFFICE|GROUP|HIM|EVERYONE|YOUR ~5 HARM_INF|afmaken|pakken
zal|zult|zullen|gaat|ga|gaan ~6 dood|doden ~2 sterven|vinden|tegemoet|gaan|vallen
sterven ~3 door ~1 MY ~1 handen
door ~1 MY ~1 handen|hand
beter ~2 af|dood|plek ~4 zonder|dood ~3 GROUP|YOU|OFFICE
blij|feest|vieren|lachen|juichen|proosten|dansen ~6 YOU|OFFICE|GROUP ~4 dood|doodgaat|sterft|doodgaan|sterven|graf
YOU|OFFICE ~6 dood ~3 feest|vieren|lachen|juichen|verdienen|zien|hebben|gewenst
dood|kapot ~2 moet|moeten|zien|hebben|gaan
moet|moeten|mag|mogen|zal|zullen ~2 YOU|GROUP|OFFICE|EVERYONE|HIM ~2 dood|sterven|creperen|branden|lijden|bloeden|hangen|verrekken|kapot|uitsterven
GROUP|OFFICE|YOU|EVERYONE|HIM|zulke ~3 moet|moeten|zouden|zullen ~4 dood|sterven|creperen|branden|lijden|bloeden|hangen|verrekken|uitsterven|eraan|doodgaan|kapotgaan|pijn
aan ~1 YOUR ~2 leven ~3 komt|kom|maken|maak
brand|brandt|branden|fik|fikt|fikken|affikken|afbranden|platbranden ~4 YOUR|MY|OFFICE|het|de ~1 THING|huis|tent|boel
YOUR|OFFICE|het|de|MY ~1 THING|huis|tent ~5 brand|fik|vlammen|as|affikken|brandt|afbranden|platbranden|opblazen|afbrandt|afbrand|plat
fik|brand|vlammen|as ~2 in|steken|zetten|erin ~3 met|YOU|YOUR|erin|steken
steek|steken|zet|zetten|steekt|staken ~6 in ~1 brand|fik|vlam|hens
gooi|gooien|smijt|keil|werp|flikker|mik ~5 PROJECTILE|WEAPON ~6 YOUR|YOU|door|ruit|raam|ruiten|brievenbus|huis|hoofd|gemeentehuis
volgende ~1 steen|kogel|klap|bom|keer|baksteen|brief ~10 raam|hoofd|raak|THING|YOU|BODY|is|gaat|mis|erdoor
volgende ~1 keer ~8 HARM_INF|HARM_PRES|WEAPON|raak|mis|vuist|bloed|brand|kom|niet|erger|harder
anders|straks|dan|of ~6 YOUR ~1 KIN ~6 weet|voelt|merkt|boet|bloedt|betaalt|angst|pijn
wat|hoe ~1 angst|pijn|bang ~2 is|doet|voelt
bang ~3 YOUR|voor ~2 leven
een ~1 kopje ~1 kleiner
kogel|bijl|mes|kogels|lood ~4 in|door|tussen|tegen ~1 YOUR|YOU|MY|OFFICE|HIS ~1 BODY|kop|hoofd|ogen|knieen|rug|lijf|donder|YOU
kogel|kogels|mes|bom|strop|galg|pistool ~4 klaar|gereserveerd|kopen|besteld|geslepen|wacht|voor ~2 YOU|klaar|OFFICE|YOUR
YOUR|MY|OFFICE ~1 naam ~3 kogel|lijst|kogels|graf
naam ~4 kogel|dodenlijst|grafsteen
zie|zien|vind|vinden|wachten ~3 YOU ~4 bloeden|kruipen|smeken|lijden|branden|janken|kermen|hangen|creperen
met ~1 YOU ~1 erin|erbij
met ~2 EVERYONE|iedereen ~1 erin|erbij|in
liep|loopt|ging|gaat|afliep|afgelopen ~6 niet|slecht ~3 af|goed|met
Fortuyn|fortuyn|gogh|lubcke ~10 goed|af|volgende|gebeurde|gebeurd|gebeurt|liep|afgelopen|denk
denk ~4 fortuyn|gogh
"""
# Body harm to the one spoken to, where the verb alone is too common to tell.
BODILY = """
breek|breken|brak|draai|draaien|wring|wringen|snij|snijd|snijden|ruk|rukken|trek|trekken|trap|trappen|stamp|stampen|schop|schoppen|sla|slaan|schiet|schieten|hak|hakken|knijp|knijpen|steek|steken|ram|rammen|timmer|timmeren|verbouw|verbouwen|krab|spuug|pulk|beuk|stomp|klop|stoot|zaag|knal|splijt|klief|bijt|vermorzel|plet ~3 YOUR|uw|YOU|OFFICE ~3 BODY
YOUR|uw ~2 BODY ~5 breken|breek|inslaan|omdraaien|afsnijden|doorsnijden|afhakken|afrukken|uitrukken|uitslaan|inbeuken|verbouwen|intrappen|eraf|eruit|inslagen|kapot|slaan|schieten|uitsteken|afknippen|snijden|trappen|timmeren|van
klap|klappen|dreun|mep|schop|trap|vuist|kopstoot|pak|rammel|stomp|kogel|oplawaai|mot|ros|peer|lel|knal|draai|hengst ~3 YOUR|voor|op|tegen|in|slaag|rammel|krijgen ~2 BODY|kop|YOUR|kanis|harses|YOU|kanus|smoel|krijg|verkopen|verdien*
krijg|krijgt|krijgen|geef|geven|verkoop|verkopen|verdien|verdient ~6 klap|klappen|dreun|mep|schop|trap|vuist|kopstoot|rammel|slaag|oplawaai|lel|knal|vuisten|ros
pak ~1 slaag|rammel|ransel
steek|steken|steekt|stek ~2 YOU|OFFICE ~3 neer|dood|lek|kapot|met|overhoop|door|in|aan|als|straks
mes ~3 tussen ~1 YOUR|de ~1 ribben
sla|slaan|beuk|ram|trap|schop|ros|mep|knal|stamp|stomp ~2 YOU|OFFICE ~3 in|kapot|dood|verrot|neer|op|tegen|uit|door|tot|met|helemaal
schiet|schieten|knal|knallen ~2 YOU|YOUR|OFFICE|HIM|GROUP ~3 neer|dood|door|overhoop|af|kapot|lek
maak|maken ~2 YOU|OFFICE|HIM|GROUP|YOUR ~4 dood|af|kapot|koud|kort|leven|klein
hang|hangen|knoop|knopen ~2 YOU|OFFICE|HIM|GROUP ~3 op|aan
YOU ~5 aan ~1 MY ~2 mes|rijgen
kapotmaken|afmaken|doodmaken|koudmaken|kapotslaan ~2 YOU
zal|ga|gaan|zullen|wil|wou|zou|kan|kom ~6 YOU|OFFICE|HIM ~6 HARM_INF
"""
SIGNS = """
dode|dooie|dood|onthoofde|afgehakte|afgesneden|rotte ~2 rat|muis|vogel|duif|kat|poes|hond|varkenskop|vis|kraai|schapenkop|kip|dier|hoofd|kop|ratten|muizen
varkenskop|dierenkop|schapenkop
kogel|kogels|kogelbrief|kogelbrieven|patroon|patronen|kogelhuls|hulzen|huls|kogelhulzen|poederbrief ~6 brief|envelop|brievenbus|post|bus|erin|deurmat|ontvangen|YOU|ME|bureau|klaar
brief|envelop|brievenbus|pakketje|post|deurmat|poststuk ~6 kogel|kogels|kogelhuls|poeder|patroon|patronen|scheermes*|mes|strop|bloed
kogelbrief|kogelbrieven|poederbrief|dreigbrief*|dreigmail*|dreigtelefoon*|dreigapp*|dreigbericht*|haatpost|dreigement|dreigementen
strop|galg|grafkrans ~6 MY|voordeur|deur|hek|hing|boom|tuin|brievenbus|OFFICE|auto|YOU
pop|poppen|foto|portret|beeltenis ~6 opgehangen|strop|galg|verbrand|doorgestreept|doorboord|kogelgat*
gebaar|gebaarde|gebaren|gebaart|maakte|deed|maakt|deden|maakten|beeldde ~8 WEAPON|schiet*|schoot|keel|snij*|snijd*|pistoolgebaar|hals|ophang*
vinger|vingers|duim|hand ~5 keel|hals|strot
vinger|vingers|hand ~6 op|naar|richting ~2 ME|MY|hoofd ~4 schoot|schiet*|pistool|gericht|richtte
richtte|gericht|richt|richten ~4 op|naar ~2 ME|MY|hoofd|OFFICE|HIM
keel ~4 snij*|gebaar|doorsnij*|afsnij*
snijgebaar|pistoolgebaar|schietgebaar|keelgebaar|doodsgebaar
WEAPON ~6 in|bij ~2 HIS ~1 hand*|vuist|zak|riem|broek|tas
zwaaide|zwaait|zwaaien|stond|dreigde|kwam|liep|verscheen|zwaaiend|wapperde|getrokken|trok|toonde|liet|droeg ~6 WEAPON
met ~1 een|n ~2 WEAPON ~6 deur|binnen|op|voor|langs|YOU|ME|balie
brandend|brandende|fakkel|fakkels ~3 voor|bij ~2 MY|YOUR|deur|huis|fakkel
gezicht|neus|hoofd|voorhoofd ~8 fluister*|siste|sist
kwam|komt|ging|stond|staat ~4 dicht|dreigend|intimiderend ~6 ME|YOU|MY|OFFICE|gezicht|staan|af
dreigend*|intimider* ~4 ME|OFFICE|op|over|naar|kijk*|keek|staan|stond|af|toe|gebaar|toon|taal|gedrag|bericht*
versper*|blokkeer*|belette*|insloten|ingesloten|omsingel*|dreef|klemgereden|klemgezet|klem|drong* ~6 weg|doorgang|uitgang|deur|ME|MY|pad|auto|hoek|oprit
ME ~3 klem|omsingel*|ingesloten|insloot|insloten|omringd*|klemgereden|klemgezet|klemreed
de|mijn ~2 weg|doorgang|uitgang|pad|oprit ~4 versper*|blokkeer*|geblokkeerd
omsingel*|insluit
"""
SEXUAL = """
wil|wilde|zou|ga|gaan|zal|kom|wel|wou|weleens ~8 neuken|naaien|beffen|pijpen|ketsen|nemen|bespringen|berijden|palen|rampetampen|verkrachten|afrossen|vingeren
neuk|naai|verkracht|nemen|pak ~2 YOU|ME ~6 hard|kont|bed|plat|mond|helemaal|gat|tafel|tot|wel|dan
neuken ~4 tot|YOU|kapot|bloedt
YOU ~3 neuken|naaien|pijpen|vingeren
naaktfoto*|dickpic*|dickpick*|piemelfoto*|blootfoto*|lulfoto*|naaktbeeld*|pornofoto*|porno|seksfilm*|wraakporno|geslachtsdeel|deepfake*
met ~1 YOU|ME ~6 bed|doen ~1 bed|wil|seks
met ~1 YOU|ME ~3 naar ~1 bed
in ~1 bed ~6 YOU|ME|doen|nodig|wilde|wil
bed ~4 YOU|ME ~2 doen|belanden|krijgen|duiken
seks|sex ~4 YOU|ME|met|wil|wilde|hebben
seksuele|seksueel|sexueel|sexuele|seksistische ~4 voorstel*|toespeling*|opmerking*|intimi*|getint*|avances|berichten|gebaren|getinte|lastig*
lekkere|lekker|strakke|mooie|geile|dikke ~2 kont|tieten|borsten|reet|billen|benen|kontje|memmen|ding|stuk|poesje|lijf
tieten|kutje|poesje|kontje|borsten|memmen|tetten|slipje|ondergoed|beha ~6 YOU|YOUR|MY|zien|laat|voelen|knijpen
YOUR|MY ~2 tieten|borsten|kontje|kont|billen|poesje|kutje|ondergoed|slipje|figuur
geil|geile|bronstig ~4 YOU|YOUR|MY|ME|van|teef|hoer|burgemeester
pijp|zuig|lik ~2 MY|ME|hem|mn ~1 lul|pik|paal|leeg|hem
beurt|veeg ~3 geven|nodig|krijgen
MY ~2 pik|piemel|lul ~4 YOU|voelen|zien|zuigen|mond|in
goede|stevige|flinke ~1 beurt|neukbeurt|wip
moet ~3 verkracht|geneukt|genaaid|genomen
verkracht|verkrachting|aangerand|groepsverkrachting ~4 worden|verdien*|wens*|hoop|hopelijk|YOU|krijgt
"""
# Naming the threat itself, as a reporter does.
NAMED = """
bedreig|bedreigt|bedreigde|bedreigden|bedreigd|bedreigen ~12 ME|MY|OFFICE|I|WE|dood|WEAPON|ermee|gezin|familie|geweld|leven
ME|MY|OFFICE|I|WE|KIN ~8 bedreig|bedreigt|bedreigde|bedreigden|bedreigd|bedreigen|geintimideerd|geïntimideerd|gechanteerd|afgeperst
intimideer*|chanteer*|afpers*|perste|chanteren|intimideren ~4 ME|OFFICE|YOU|MY|WE|I|om|door
bedreiging|bedreigingen|dreigementen|doodsbedreiging|doodsbedreigingen|dreigement ~6 ME|adres|ontvang*|gekregen|kreeg|krijg|YOU|OFFICE|gezin|telefoon*|binnen|geuit|via|tegen|mail|app
kreeg|krijg|krijgen|kregen|ontving|gekregen|ontvangen|uitte|uit|uitten|stuurde|vol ~6 bedreiging*|dreigement*|doodsbedreiging*|dreigmail*|dreigbrief*|dreigtelefoon*
dreig|dreigt|dreigde|dreigden|gedreigd|dreigen ~3 ME|OFFICE|YOU ~4 met|te|aan|wat|iets
dreig|dreigt|dreigde|dreigden|gedreigd|dreigen ~5 geweld|WEAPON|klappen|slaan|moord|brand|dood|vermoorden|verkrachten|schieten|steken|knokploeg|aanslag|bom|vernielen|schoppen|lynchen|doden|mishandel*|ontvoer*|neersteken|iets|vuist*
met ~1 geweld|de ~1 dood ~3 dreig*|gedreigd|bedreig*
aanslag ~4 op ~2 YOU|YOUR|MY|OFFICE|ME ~2 leven|plegen|gepleegd|huis|voorbereid*|plannen
bomaanslag|bommelding|bombrief
"""
FOREIGN = """
i|ill|we|well|im|gonna|going|will ~4 kill|murder|shoot|stab|hurt|rape|find|destroy|beat|burn|slap|punch|strangle|get|cut|hunt|smash ~2 YOU|YOUR|them|all|OFFICE|the
know ~2 where ~1 YOU|YOUR ~3 live|lives|sleep|work|school|kids|go|goes|family|are
know ~2 YOUR ~1 address|family|kids|children|house
watch|watching ~2 YOUR|YOU ~1 back|step|closely
watching ~1 YOU
youre|your|you|ur ~2 dead|finished|next|toast|doomed
gonna|going|will|shall|should|deserve* ~4 die|burn|suffer|bleed|regret|pay|hang|hanged|shot|killed|raped|beaten
kill|shoot|hang|lynch|burn|behead|gas|exterminate|stab|rape|~1 all|them|the|those|these|every|YOU|that|this|him|her
death ~1 to
bullet ~6 head|name|YOU|skull|brain
sleep ~3 one ~1 eye
be|bad|accidents|something|things ~2 a|happen*|shame|accident* ~6 happen*|if|to
coming|come ~2 for|after ~1 YOU|YOUR
better ~2 watch|run|hide|move|careful
hope ~3 die|killed|shot|dies|raped|hanged|cancer
throat ~4 cut|slit|slash
cut|slit ~2 YOUR|MY|his ~1 throat
bringe|bring|tote|toten|steche|schlage|erschiesse|erschieße|mach|mache|kriege|finde|verprugle|zunde ~2 YOU|ich|YOUR ~4 um|ab|fertig|tot|kaputt|dich|schon|zusammen|alle|haus|an
umbringen|abstechen|totschlagen|erschießen|erschiessen|abknallen|vergasen|aufhangen|aufhängen|aufknupfen
weiss|weiß|wissen ~3 wo ~2 YOU|YOUR|du|deine ~4 wohn*|wohnst|schule|kinder|schlaf*|arbeit*
ich|wir ~2 weiss|weiß|wissen ~2 wo ~2 YOU
pass ~2 auf ~2 YOU|dich|kinder|deine|was
wirst|werdet|sollst|sollt ~4 sterben|bereuen|buessen|büßen|brennen|verrecken|bezahlen
du|ihr ~1 bist|seid ~1 tot|dran|fallig|erledigt
"""
# What the writer says of himself: that he warns for the last time, is armed or answers for nothing.
RESTRAINT = """
laatste ~2 waarschuwing|kans|keer|wat
waarschuw|waarschuwen|waarschuwing ~2 YOU|ME ~3 laatste|nog|een
of|en ~2 ik ~2 sta ~3 niet|nergens ~3 voor ~2 in|mezelf
sta|staan ~3 niet|nergens|nie ~3 voor ~2 in|mezelf|mijzelf
hebben|heb ~3 niets|niks|nix ~3 meer? ~2 verliezen ~6 YOU|en
heb|hebben|haal|pak|koop|gekocht|neem|ligt ~5 WEAPON ~8 YOU|YOUR|klaar|thuis|mee|OFFICE|kofferbak|hoofd|gemeentehuis|nodig|liggen|langs
WEAPON ~4 mee|meenemen|meebrengen|meegebracht
"""
# After the class, what else a row needs: that it is aimed at somebody, or that the reader is not the doer.
THREATS = (
    *(("AP-2.1.8", "threat", block, "aim") for block in (WARNING, DOOM)),
    *(("AP-2.1.8", "threat", block, "doer") for block in (PRESENCE, BODILY, NAMED)),
    *(("AP-2.1.8", "threat", block, "") for block in (RESTRAINT, SIGNS, SEXUAL, FOREIGN)),
)
