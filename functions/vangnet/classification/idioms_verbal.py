"""Ways of insulting, taunting, ridiculing and cursing at a person, said to him or told of."""

SAID_TO = """
moeder|ouders|vader ~3 YOU ~5 aborteren|geaborteerd|weggegooid|verzuipen|afgedreven|geboren|opgevoed
RUDE INSULT|muts|mens|figuur ~4 als ~2 OFFICE|YOU
RUDE RUDE? INSULT|varken|koe|wijf|kop|vent $
hoofd|kop ~2 uit ~1 YOUR ~1 reet|kont|hol|gat
was|is ~1 YOUR ~1 moeder|vader ~4 RUDE|INSULT
doe ~1 ons|iedereen|mij ~2 lol|plezier|gunst ~2 en ~2 stop|verdwijn|ga|rot|hou
YOUR ~1 kop ~3 staat|hangt|past
slijk|schuim|uitschot|schaamte|toppunt|riool ~2 der|van ~1 aarde|de|natie
met ~1 YOUR ~1 iq|verstand|hersens|kop|hoofd|uiterlijk|lijf
blij ~2 zijn ~4 kunt|kan ~2 ademen|lopen|lezen|tellen|praten
niemand ~2 mag|moet|wil|vindt|gelooft|lust|houdt ~2 YOU
zoek|zoekt ~2 een|n ~1 andere|ander ~1 hobby|baan|vak|land|planeet
zonder ~2 YOUR ~1 pappie|papa|vader|man|mannetje|vriendjes
RUDE mens|wijf|vent|kerel|vrouw|man|ding|figuur|type|kind|OFFICE|griet|meid|bek|stuk ~4 YOU|zoals|als ~3 YOU|jij|dat
wat ~1 een ~2 RUDE|INSULT ~4 YOU
zo ~1 RUDE ~2 als ~1 YOU
ga|zoek|zoeken|gaat ~5 echte|echt|normale|normaal|fatsoenlijke|eerlijk ~1 baan|werk|vak
YOU ~8 dierentuin|gekkenhuis|gesticht|riool|goot|circus|zwakzinnigengesticht ~3 gehaald|ontsnapt|thuis|weggelopen|\
horen|hoort
stuk ~2 vreten|stront|vuil|verdriet|vullis|tuig|onbenul|ongeluk|shit|trash
YOUR ~1 bakkes|rotkop|smoelwerk
schaam ~1 YOU ~3 INSULT|RUDE
wie ~2 denk|denkt ~3 YOU ~2 wel ~2 YOU|dat
baardaap|zandaap|geitenbreier|aandachtsgeil|aandachtsgeile
opgeblazen ~1 kikker
rot|rotten|flikker|sodemieter|donder|pleur|tief|tyf|kanker|lazer|fuck|piss|opzouten|hoepel|kras|mieter|ga ~3 op|weg|\
off|toch|fietsen ~1 met|YOU|man|mens|uit|INSULT|RUDE
rot|flikker|sodemieter|donder|pleur|tief|tyf|lazer|mieter|bokkel|zout|scher|hoepel ~2 op|weg
krijg|krijgt|kreeg ~2 de|het|een|allemaal ~1 kanker|tering|tyfus|tiefus|pest|pokken|klere|kolere|pleuris|lazarus|\
cholera|schompes|vinkentering|heen|schurft|rambam|aids|corona|hik
krijg ~2 kanker|tering|tyfus|pokken|pleuris|klere|aids
kanker|tering|tyfus ~1 op
hoop|hopen|hopelijk|wens ~6 kanker|ziek|ziekte|hartaanval|stikt|verrekt|tyfus|tering|aids
hoop|hopen|hopelijk|wens ~2 dat ~1 YOU ~6 kanker|ziek|ziekte|hartaanval|stikt|verrekt|tyfus|tering|verlies*
val|valt|verrek|stik|sterf|crepeer|barst ~2 dood|er|erin|toch|in|maar
val ~1 dood
dood ~1 vallen
fuck|fok|fck|screw|damn ~2 YOU|OFFICE|off
go ~2 fuck|hell|screw
kus|lik|kust ~1 MY|mn|me ~1 reet|kont|gat|zak|kloten|ballen|klote
kiss|suck ~1 MY
hou|houd|houdt|houden|shut ~3 bek|smoel|kop|muil|waffel|bakkes|klep|snater|up|snavel|mond ~2 dicht|eens|toch|YOU|\
houden|sukkel|man|wijf
bek|smoel|muil|waffel|bakkes|klep ~2 houden|dicht|houen|toe
hou|houd ~1 je|uw|YOUR ~1 bek|smoel|kop|muil|waffel|bakkes|klep|snater
YOUR|je ~1 bek|smoel|muil|waffel|bakkes
schijnheilige|arrogante|vieze|lelijke|vuile|dikke|stomme|achterlijke|zelfingenomen ~1 smoel|kop|bek|rotkop|hoofd|\
gezicht|tronie|harses
te ~1 dom|stom|lelijk|achterlijk|lui|laf|bescheten|debiel|beroerd|zielig ~3 om|voor
dom|dommer|lelijk|lelijker|achterlijk|stommer|slapper ~2 dan ~4 achterkant|varken|koe|ezel|poep|toelaat|stoeptegel
ga ~3 terug ~2 naar ~3 land|afrika|marokko|turkije|YOUR|eigen|waar|hok|dorp|keuken
terug ~1 naar ~1 YOUR ~1 eigen ~1 land
hoort|horen ~1 hier ~1 niet|nie ~1 thuis
hoort|thuishoort|hoor ~2 achter|in ~2 aanrecht|keuken|fornuis|wasmachine
aanrecht|fornuis
ga ~2 lekker|toch|maar|liever ~4 koken|breien|strijken|haken|poetsen|afwassen|koffie|kleien|vakkenvullen|schoonmaken|\
stofzuigen|spelen|naaien|huilen|kamperen
koffie ~2 halen|zetten|schenken ~6 goed|best|kan|kunt|doen
goed|geschikt ~2 om|voor ~2 koffie|keuken|aanrecht|decoratie|sier|bed|poetsen
YOUR ~1 moeder|mama|moer|ma ~3 hoer|neuk*|slet|kont|kut|geneukt|lelijk|dood
moeder|moer ~3 hoer|slet|neuken
neuk ~2 YOUR ~2 moeder
kutmoeder|moederneuker|jemoeder|kankermoeder|motherfucker|hoerenmoeder
met ~3 geslapen|geneukt|bed ~2 voor|gedoken|baantje|baan|functie|omhoog
omhoog|naar ~1 boven|omhoog ~1 geslapen|geneukt|gepijpt
omhooggepijpt|omhooggeneukt|omhooggeslapen|gepijpt
hielen|hiel|reet|kont ~2 likken|likt|likker|kruipen|kruipt
likt|likken|lik ~3 hielen|reet|kont
SAYS_YOU ~3 vreet|vreten|graait|bedriegt|liegt|steelt|jat|jatte|stelen|zuipt
YOU ~2 bent|zijt|ben|zijn|is|are|bist|was|lijkt|lijk ~3 RUDE
bent|zijt|ben|bist|are|lijkt ~1 YOU ~3 RUDE
YOU ~2 bent|zijt|ben|are ~3 geen ~2 knip|cent|moer|bal|reet|donder|zak|hol ~1 waard
YOU ~4 geen|niks|niets ~2 hersens|hersenen|verstand|brein|ruggengraat|ballen|kloten|schaamte|fatsoen|eer|geweten|hart
hersens|hersenen|verstand|iq|brein ~3 van ~2 een|garnaal|pinda|goudvis|amoebe|aardappel
SAYS_YOU ~2 kan|kunt|kent|snapt|deugt|begrijpt|bakt ~2 helemaal|echt ~2 niks|niets|nix|geen|nergens
SAYS_YOU ~1 deugt|stinkt|spoort
lul|lullen|zeik|zeiken|zever ~2 niet ~2 zo|slap|dom
waar ~2 YOU ~3 stink*
spoort|sporen ~1 YOU
ben|bent ~1 YOU ~3 helemaal|wel|niet ~2 gek|goed|wijs|gestoord|achterlijk|debiel|lekker|dom ~1 hoofd|geworden|snik|wijs
YOU ~3 niet ~2 goed|wijs|goe ~2 hoofd|snik|wijs|bij
in|van ~2 de ~1 spiegel
kijk ~3 spiegel
smoelwerk|rotkop|kutkop|apenkop|paardenkop|kuttekop|hondenkop|zatlap
middelvinger|middelvingers
wat|hoe ~2 dom|stom|lelijk|zielig|achterlijk|laf|walgelijk ~2 ben|kun|kan|bent|zijt|kunt ~1 YOU
waste ~1 of
hate|haat|veracht|verafschuw|walg|spuug|spuw|kots ~3 YOU|OFFICE
haat ~1 YOU
uitgekotst|uitgespuugd
YOU ~4 walgelijk|misselijk|kotsen|kotsmisselijk|braken
word|wordt ~3 misselijk|kotsmisselijk|ziek ~3 YOU|OFFICE
opgerot|opgedonderd|opgetieft|oprotten|opsodemieteren|ophoepelen|opflikkeren|oppleuren|optyfen|optiefen|opkankeren|\
opdonderen|oplazeren|opzouten
niemand ~4 YOU|zit ~2 mag|moet|wil|wachten ~2 op ~1 YOUR
"""
TOLD = """
aapgeluiden|apengeluiden|oerwoudgeluiden|varkensgeluiden|knorgeluiden|kusgeluiden|boegeroep|loeigeluiden|blafgeluiden
knorde|mekkerde|loeide|blafte|boerde ~4 naar|tegen|toen|als ~1 ME|I|OFFICE
foto|filmpje|afbeelding|meme|montage|bericht ~6 ME|MY ~6 tekst|onderschrift|erbij|bijschrift ~4 INSULT|RUDE
spottend|smalend|honend|schamper|minachtend|denigrerend|neerbuigend|sarcastisch|treiterend|uitdagend ~10 ME|MY|I|OFFICE
ME|I|MY ~6 spottend|smalend|honend|schamper|minachtend|denigrerend|neerbuigend|treiterend
sneerde|hoonde|schimpte|jouwde|spotte|schamperde|treiterde ~6 dat|ME|MY|naar|of
ME|MY|I ~6 uitgemaakt|uitgescholden|beschimpt|gehoond|bespot
word|werd|ben|ME|I ~6 weggezet|neergezet|afgeschilderd|bestempeld|versleten|afgezeken|uitgelachen|uitgejouwd|\
nageroepen|nagejouwd ~3 als|voor|door|en|om
terug ~4 naar ~2 land|turkije|marokko|afrika|suriname|syrie|china|polen|indonesie|israel|somalie|apeland|eigen
spotte|spot|spotten|dolde|lachte|lachten|grapte|dreef ~3 met|om|over|uit ~1 MY|ME
ME ~6 jennen|treiteren|sarren|stangen|kleineren|vernederen|beledigen|pesten|uitdagen|uitschelden|uitlachen|bespotten|\
voor ~1 schut
ME ~4 voor ~1 schut|paal|gek|lul|aap ~2 zette|gezet|zetten|zet
zette|zet|zetten ~2 ME ~4 voor ~1 schut|paal|gek|lul|aap
riep|roept|riepen|schreeuwde|joelde|schreef|siste|mompelde|zei|postte|gilde|brulde ~3 INSULT ~4 naar|tegen|over|onder|\
toen ~1 ME|MY|OFFICE|I
ME|naar|tegen ~4 INSULT ~2 riep|roept|geroepen|genoemd|schreeuwde|gescholden
noem|noemt|noemde|noemden|genoemd|noemen ~2 ME|OFFICE ~2 een|n|de|RUDE|INSULT|EMPTY|dik|dom|lelijk
ME|OFFICE ~2 een|n ~3 INSULT|RUDE ~3 noem|noemt|noemde|noemden|genoemd|noemen
ME|I|OFFICE ~6 INSULT ~2 noem|noemt|noemde|noemden|genoemd|noemen
scheld|scheldt|schold|scholden|schelden|uitgescholden|uitschold|uitscholden|uitschelden|gescholden ~6 ME|OFFICE|uit|\
collega
ME|OFFICE|I|WE ~8 uitgescholden|uitschold|uitscholden|schold|scheldt|uitgemaakt|verrot|uitschelden|scholden|\
uitgelachen|uitgejouwd|bespot|vernederd|gekleineerd|beledigd|getreiterd|gesard|gejend|nagedaan|nageaapt|uitgekafferd|\
afgezeken|gepest|getergd|uitgefoeterd
uitgescholden|uitgemaakt|uitschold|scheldwoorden|scheldwoord|scheldpartij|scheldkanonnade|scheldtirade|scheldmail|\
scheldmails|beledigingen|verwensingen|schuttingtaal
maak|maakt|maakte|maakten ~2 ME|OFFICE|I ~4 uit ~1 voor
maakte|maakt|maakten|gemaakt ~4 ME|OFFICE|HIM ~4 belachelijk
ME|OFFICE|I ~6 belachelijk ~3 maakte|maken|gemaakt|maakt
lach|lacht|lachte|lachten|jouwde|kafferde|foeterde ~2 ME|OFFICE ~5 uit
uitlachen|uitlachte|uitlacht|uitlachten|uitjouwde|nadoen|nadeed|nabootste|nabootst|imiteerde|parodieerde|naapte
ME ~4 uitlachen|uitlachte|nadoen|nadeed|na
deed|doet|deden|bauwde|aapte ~2 ME|stem|MY ~3 na
bespot*|verneder*|kleineer*|beledig*|treiter*|tergde|ridiculiseer*|denigrer*|schoffeer*|provoceer* ~4 ME|OFFICE|I|MY|\
door|om|toon|WE
bespotte|bespot|bespotten|vernederde|vernedert|vernederden|kleineerde|kleineert|kleineerden|beledigde|beledigt|\
beledigden|treiterde|treitert|tergde|schoffeerde|sarde|jende|provoceerde|ridiculiseerde|stangde ~5 ME|OFFICE|MY|HIM
ME ~5 beledig*|verneder*|kleineer*|bespot*|treiter*|schoffeer*|denigrer*|tergde
seksistisch*|racistisch*|denigrer*|neerbuigend*|kleinerend*|beledigend*|grove|vernederende|kwetsende|schunnige ~3 \
opmerking*|taal|woorden|grap*|bejegen*|toon|mail*|bericht*|tegen|over
vloekt|vloekte|vloekten|vloeken|kafferde|schreeuwde|tierde|blafte|bekte ~2 ME|OFFICE ~3 stijf|uit|af|de
beet ~1 ME|OFFICE ~2 toe
beet|beten|snauwde|siste|riep|schreeuwde|zei|gilde|voegde|schreef|brulde ~6 dat ~1 I|MY ~8 bek|INSULT|RUDE|oprotten|\
smoel|dood|stik*|nergens|niks|waardeloos|dom|optief*|opdonder*|opflikker*|opsodemieter*|keuken
dat|of ~1 I ~5 INSULT|RUDE|dom|lelijk|gek|achterlijk|gestoord|niks|niets|nergens ~4 ben|was|kan|kon|deug|waard|zou
dat ~1 I ~1 MY ~1 bek|mond|smoel|kop
kan|kon ~1 oprotten|opzouten|opdonderen|optiefen|opflikkeren
middelvinger ~4 ME|op|naar
stak|steekt|opgestoken ~3 middelvinger
voor ~1 rotte ~1 vis
voor ~3 alles|van ~2 wat ~1 lelijk
rochelende|uitdagend
belachelijk ~2 gemaakt
ten ~1 overstaan ~6 belachelijk|uitgelachen|vernederd
trok|trekt ~3 gekke ~1 bekken
persoonlijk*|mijn ~2 uiterlijk|gewicht|afkomst|accent|kleding|lichaam|huidskleur|stem|stotteren ~8 grap*|lach*|spot*|\
belachelijk|opmerking*|na|dik
grap*|opmerking*
opmerking|opmerkingen|grap|grappen|grapje|grapjes ~2 over|van ~1 MY ~2 uiterlijk|gewicht|afkomst|accent|kleding|\
lichaam|huidskleur|stem|haar|geloof|hoofddoek
onder ~1 de ~1 neus ~1 gewreven|wreef
"""
VERBAL = tuple(("AP-2.1.7", "verbal_aggression", block, "") for block in (SAID_TO, TOLD))
