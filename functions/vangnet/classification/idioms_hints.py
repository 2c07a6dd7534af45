"""Threats that name no harm: what somebody knows, has seen or has in hand, where one had better stay away."""

# Told or said to the one concerned; each row has him or what is his in it.
HINTS = """
weet|weten|wist|wisten|ken|kennen ~3 wanneer|hoe|welke|waar|wat ~4 YOUR|MY|HIS ~2 KIN ~6 thuis|vrij|alleen|heet|heten|\
komt|gaat|werkt|slaapt|is|uit|rijdt|traint|loopt|zit|doet
weet|weten|wist|wisten ~4 waar|hoe|wanneer ~2 OFFICE ~2 zijn|haar ~1 KIN|hond|huis|auto|boodschappen ~3 uitlaat|doet|\
staat|parkeert|woont|heeft|slaapt
heb|hebben|heeft|had ~3 YOUR|MY ~2 auto|huis|kenteken|woning|voordeur|KIN|tuin|straat ~4 gefotografeerd|gefilmd|gezien|\
bekeken|gevolgd|opgezocht|gevonden
heb|hebben|heeft|had|stuurde|stuurden ~3 fotos|foto|filmpje|filmpjes|beelden ~3 van ~1 YOUR|MY ~1 KIN|huis|auto|\
voordeur|straat|woning
avonden|nachten|dagen|weken|uren|keren|keer ~10 voor|bij|langs|naast ~1 MY|YOUR ~1 huis|deur|woning|kantoor|raam|oprit
staat|stond|stonden|staan|zat|zit|zitten|wacht|wachtte|hing ~8 voor|bij|naast ~1 MY|YOUR ~1 huis|deur|woning|oprit ~6 \
niets|niks|stil|urenlang|avonden|weken|kijken|keek|elke|iedere|alweer|motor
blijft|blijf|blijven|bleef ~3 niet ~1 bij ~1 woorden|praten|dreigen|woord|een
vroeg|vroegen|vraagt|vragen|sprak|spreekt|aansprak ~8 MY|YOUR ~1 KIN ~8 waar|hoe|wanneer|woont|werkt|thuis|moeder|vader
sprak|spreekt|benaderde|benadert|benaderden|volgde|wachtte ~4 MY ~1 KIN
noemde|noemt|zei|zeiden|las|riep|gaf ~2 alleen|enkel|alleen|hardop|langzaam|hardop ~2 MY|YOUR ~1 adres|kenteken|straat|\
KIN|huisnummer
zet|zetten|gooi|gooien|plaats|plaatsen|maak|maken|stuur|sturen|verspreid|verspreiden ~3 YOUR|jouw ~2 prive*|foto*|\
adres|geheim*|gegevens|nummer
anders|want|of|dan ~2 HARM_PRES|maak|doe|sla|schop|snij|steek|hak|ram ~2 I|WE
laat|liet|laten|lieten|stuurde|stuurt ~2 HIS ~1 hond|honden|herder|pitbull ~6 ME|YOU|MY
beter|verstandiger|slimmer|verstandig ~4 niet ~4 buiten|verschijnen|alleen|durven|terugkomen
niet|nooit ~3 meer ~2 veilig|rustig|zeker|onbezorgd ~3 slapen|straat|lopen|voelen|zijn|over|wonen
grafkaars|grafkaarsen|rouwboeket|grafsteen|doodskaart|rouwbloemen|grafbloemen|kruis ~8 MY|YOUR|naam|deur|oprit
MY|YOUR ~1 naam ~4 grafkaars|grafsteen|kruis|zerk|rouwkaart|kogel
mensen|iemand|lui|types ~1 zoals|als ~1 I|ME|YOU ~6 ongeluk|ongelukken|klappen|verdwijnen|vallen|overkomen|opgeruimd
lig|ligt|liggen|belandt|eindigt ~2 YOU ~3 onder|in ~1 de|het|een ~1 grond|graf|zoden|kist|water|gracht|ziekenhuis|sloot
YOU ~2 lig|ligt|liggen|belandt|eindigt ~4 grond|graf|zoden|kist|water|gracht|ziekenhuis|sloot|kanaal
YOU|OFFICE overleef|overleeft|haalt|haal ~4 deze|dit|het|de|einde|morgen|volgende ~3 niet
haal|haalt|halen ~4 eind|einde|volgende|morgen|kerst|verkiezingen ~4 niet
sloop|slopen|breken|breek|kraak|kraken|mol|mollen ~1 YOU ~1 kapot|vriend|vriendje|helemaal|nog|wel
gaan|ga|zal|zullen|komen|kom ~2 YOU ~3 slopen|breken|mollen|afbreken|pakken|vinden|halen|opwachten
kap|zak|doek ~2 over ~1 YOUR|het|de ~1 hoofd|kop
opletten|uitkijken|oppassen ~4 als ~1 ik|u ~1 YOU|ik ~1 was
gas|benzine|lucifer|lucifers|aansteker ~8 YOUR|MY|OFFICE ~1 huis|auto|deur|tuin|woning|THING
brandt|branden|fikt|brand|fikken ~3 ook|goed|lekker|mooi|snel|prima
langs ~2 zou|zal|zullen|zouden ~2 komen ~4 met ~3 vrienden|maten|broers|jongens|man
MY|ME ~2 langs ~2 zou|zal|zullen|zouden|komen|kwam|komt ~3 met ~3 vrienden|maten|broers|jongens|man
aangekeken|aankeek|aanstaarde|aanstarend ~6 keel|pistool|vinger|mes
"""
# What is left in a message, asked in passing, or said of how it will end.
VEILED = """
stoep|muur|briefje|krijt|ruitenwisser|envelop|voordeur|raam|gevel ~10 wij|we|ik ~1 komen|kom|weten|weet|zien|krijgen|\
vinden|wachten|terug
levensverzekering|uitvaartverzekering|overlijdensverzekering|begrafenisverzekering|testament|uitvaart ~8 YOU|YOUR|MY|\
betaald|geregeld|maken|opmaken|afgesloten|klaar
ik|zou|jou|u ~4 testament ~2 maken|opmaken|schrijven
meid|meisje|meiden|jongen|jongetje|kinderen|kindjes ~3 zonde|jammer|oppassen
niet ~3 thuiskomt|thuiskomen|thuisgekomen|thuishaalt
thuis ~1 komt|kom|haalt ~2 niet|nooit
niet|nooit ~3 weg ~2 lopen|komen|loopt|komt|kom ~2 $
volgende ~1 keer ~6 niet|nooit ~4 weg|lopen|wegkomen|weglopen|ontsnappen|levend
ken|kennen|kent|weet|weten ~2 YOUR|MY|HIS ~2 rooster|agenda|schema|gewoontes|routine|wandeling|looprondje|rondje|\
dienst|diensten|route|vaste
zeg ~3 tegen|aan ~1 YOUR ~1 KIN ~6 stoppen|ophouden|oppassen|uitkijken|stopt|ophoudt|zwijgen
zou ~3 niet ~3 meer ~8 slapen|wonen|lopen|fietsen|buiten|alleen|wandelen|rijden|vertonen
YOUR|MY ~1 BODY ~3 eraf|eruit|af ~3 trekken|slaan|rukken|draaien|snijden|hakken|schieten|trek|trekt|rukt
of ~1 we|wij|ik ~3 trekken|halen|pakken|slepen|komen|jagen|gooien|trek|haal|pak|sleep|jaag ~1 YOU
OFFICE|YOU|GROUP ~4 mogen|mag ~2 ze|men|we|ik ~4 HARM_INF|ophangen|afschieten|opknopen|neerschieten|afmaken|wegvegen
mogen|mag ~2 ze|men ~3 OFFICE|YOU|GROUP ~5 HARM_INF|ophangen|afschieten|opknopen|neerschieten|afmaken
reed|rijdt|rijden|reden|liep|liepen|loopt|fietste|fietsten|rende|kwam ~6 achter ~1 ME ~1 aan
van ~1 ME ~2 niet|nog ~3 af
terug ~1 in ~1 YOUR ~1 hok
"""
ENGLISH = """
never|not|wont ~3 walk|speak|sleep|see|breathe|work|safe ~4 again|more|daylight|alive|tomorrow|quietly
make|making ~2 sure ~3 YOU|YOUR ~4 never|dont|cant|wont|regret|pay|lose|suffer
break|broke|broken|smash|snap ~2 YOUR|MY|his|her ~1 legs|arms|neck|face|bones|knees|fingers|jaw|skull
shame|pity|sad|unfortunate ~4 if ~2 something|anything|YOUR|they|YOU ~4 happen*|hurt|accident
followed|follows|follow|stalked|stalking|watched|watching|watches ~2 ME|MY|YOU|YOUR ~3 home|house|car|kids|children|\
school|around|everywhere|night
took|taken|takes|taking|sent|send|has|have ~3 pictures|photos|picture|photo|video|videos ~3 of ~1 MY|YOUR ~1 house|\
home|kids|children|car|family|wife|husband|son|daughter|door
find ~1 YOU ~3 and|wherever|anywhere
find|found ~2 out ~2 where ~1 YOU|I ~1 live
come|coming|came|visit|visiting ~3 to ~1 YOUR|MY ~1 house|home|door|address
lucky|glad ~4 YOU|YOUR ~3 alive|breathing|still
YOUR ~2 family|kids|children|wife|husband|daughter|son ~4 pay|regret|suffer|next|safe|sorry
threatened|threatens|threatening|threaten ~4 ME|MY|YOU|to|us
or ~1 else
put ~3 bullet|knife|bomb|petrol|fire
bullet|noose|dead|knife ~4 MY|YOUR ~1 letterbox|mailbox|door|desk|doormat|porch|car
grabbed|touched|groped ~3 MY ~1 breast*|bottom|thigh|leg|waist
"""
