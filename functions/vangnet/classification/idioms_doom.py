"""Ways of threatening with death, fire and bodily harm, also as a wish or a call to others."""

# Signs, objects and gestures.
# Death and fire wished, foretold or called for, also upon groups.
DOOM = """
nekschot|kopschot|genadeschot|doodschop|doodschoppen
met ~1 een|n ~1 WEAPON ~6 raadzaal|gemeentehuis|stadhuis|raadhuis|binnenloopt|binnenkomt|binnenstapt|vergadering|\
langs|OFFICE|YOU
politiek|gemeentehuis|raadzaal|stadhuis|boel|tent ~4 in ~1 de ~1 lucht|fik
de ~1 lucht ~1 in ~4 YOU|gemeentehuis|vliegen|blazen|met|vliegt
leven|levens|leventje ~6 beeindigen|ontnemen|nemen|afnemen|beeindig
ontdoen|ontdoe|verlossen|afrekenen ~8 GROUP|OFFICE|YOU_PLURAL
laten|moeten|zullen|gaan ~8 van ~3 GROUP|OFFICE ~2 ontdoen|verlossen
GROUP|OFFICE|YOU|HIM ~6 van ~1 de ~1 aardbodem|aarde|kaart|wereld ~3 vegen|verdwijnen|geveegd|weggevaagd|verwijderen
wegvagen|weggevaagd|uitroeiing|gaskamer|gaskamers|concentratiekamp|vernietigingskamp ~6 GROUP|YOU|OFFICE|HIM|met|in|\
voor
GROUP|YOU|OFFICE|HIM ~8 gaskamer|gaskamers|concentratiekamp|vernietigingskamp|brandstapel|galg|guillotine|vuurpeloton|\
hakblok|schavot
executie|doodstraf|dood|kogel|galg|gaskamer|uitroeiing|guillotine|strop|steniging|castratie|geweld ~6 oplossing|straf|\
antwoord|remedie|verdiende|verdienen ~8 GROUP|OFFICE|YOU|HIM
dood aan ~3 GROUP|OFFICE|YOU|EVERYONE
tegen ~1 de|een ~1 muur ~2 zetten|gezet|zet
aan ~1 de|een ~1 hoogste|eerste|dichtstbijzijnde ~1 boom|lantaarnpaal
aan ~1 de|een|het ~2 boom|lantaarnpaal|galg|touw|strop ~3 hangen|knopen|gehangen|opgehangen|bungelen|opknopen|hang|\
hangt
horen|hoort|verdien|verdient|verdienen|moet|moeten|mag|mogen ~6 kogel|nekschot|kopschot|galg|dood|doodstraf|strop|\
sterven|creperen|kist|graf|brandstapel|vuurpeloton|hangen|kopje|lijden|pijn|branden|guillotine|opgehangen|verzuipen|\
stikken
GROUP|OFFICE|YOU|YOUR|politici ~4 verdien|verdient|verdienen ~6 dood|sterven|kogel|nekschot|kopschot|knal|pijn|\
klappen|aframmeling|pak|doodstraf|lijden|creperen|leven|kop
hoop|hopen|hopelijk|wens|wou|wenste|wensen ~8 dood|doodgaat|doodgaan|sterft|sterven|stierf|creperen|crepeert|\
verongelukt|verzuipt|verdrinkt|brandt|afbrandt|verbrandt|vermoord|verkracht|neerschiet|overreden|doodschiet|\
doodgeschoten|doodgestoken|kogel|slaat|opblaast|opgeblazen|verrekken|verdwijnt|klappen|aanslag|neersteekt|omlegt|\
afmaakt|pakt|verdwijnen
hoop|hopelijk|wens ~4 iemand|ze|er ~6 YOU|OFFICE|YOUR|GROUP ~6 HARM_INF|HARM_PRES|HARM_PART|KILL_PRES
iemand|men|ze ~2 zou|zouden|moet|moeten ~4 YOU|OFFICE|GROUP|HIM|EVERYONE|YOUR ~5 HARM_INF|afmaken|pakken
zal|zult|zullen|gaat|ga|gaan ~6 dood|doden ~2 sterven|vinden|tegemoet|gaan|vallen
sterven ~3 door ~1 MY ~1 handen
door ~1 MY ~1 handen|hand
beter ~2 af|dood|plek ~4 zonder|dood ~3 GROUP|YOU|OFFICE
blij|feest|vieren|lachen|juichen|proosten|dansen ~6 YOU|OFFICE|GROUP ~4 dood|doodgaat|sterft|doodgaan|sterven|graf
YOU|OFFICE ~6 dood ~3 feest|vieren|lachen|juichen|verdienen|zien|hebben|gewenst
dood|kapot ~2 moet|moeten|zien|hebben|gaan
moet|moeten|mag|mogen|zal|zullen ~2 YOU|GROUP|OFFICE|EVERYONE|HIM ~2 dood|sterven|creperen|branden|lijden|bloeden|\
hangen|verrekken|kapot|uitsterven
GROUP|OFFICE|YOU|EVERYONE|HIM|zulke ~3 moet|moeten|zouden|zullen ~4 dood|sterven|creperen|branden|lijden|bloeden|\
hangen|verrekken|uitsterven|eraan|doodgaan|kapotgaan|pijn
aan ~1 YOUR ~2 leven ~3 komt|kom|maken|maak
brand|brandt|branden|fik|fikt|fikken|affikken|afbranden|platbranden ~4 YOUR|MY|OFFICE|het|de ~1 THING|huis|tent|boel
YOUR|OFFICE|het|de|MY ~1 THING|huis|tent ~5 brand|fik|vlammen|as|affikken|brandt|afbranden|platbranden|opblazen|\
afbrandt|afbrand|plat
fik|brand|vlammen|as ~2 in|steken|zetten|erin ~3 met|YOU|YOUR|erin|steken
steek|steken|zet|zetten|steekt|staken ~6 in ~1 brand|fik|vlam|hens
gooi|gooien|smijt|keil|werp|flikker|mik ~5 PROJECTILE|WEAPON ~6 YOUR|YOU|door|ruit|raam|ruiten|brievenbus|huis|hoofd|\
gemeentehuis
volgende ~1 steen|kogel|klap|bom|keer|baksteen|brief ~10 raam|hoofd|raak|THING|YOU|BODY|is|gaat|mis|erdoor
volgende ~1 keer ~8 HARM_INF|HARM_PRES|WEAPON|raak|mis|vuist|bloed|brand|erger|harder|zachtzinnig|vriendelijk
anders|straks|dan|of ~6 YOUR ~1 KIN ~6 weet|voelt|merkt|boet|bloedt|betaalt|angst|pijn
wat|hoe ~1 angst|pijn|bang ~2 is|doet|voelt
bang ~3 YOUR|voor ~2 leven
een ~1 kopje ~1 kleiner
kogel|bijl|mes|kogels|lood ~4 in|door|tussen|tegen ~1 YOUR|YOU|MY|OFFICE|HIS ~1 BODY|kop|hoofd|ogen|knieen|rug|lijf|\
donder|YOU
kogel|kogels|mes|bom|strop|galg|pistool ~4 klaar|gereserveerd|kopen|besteld|geslepen|wacht|voor ~2 YOU|klaar|OFFICE|\
YOUR
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
krijg|krijgt|krijgen|verdien|verdient ~3 kogel|nekschot|mes|bom|kogels
breek|breken|brak|draai|draaien|wring|wringen|snij|snijd|snijden|ruk|rukken|trek|trekken|trap|trappen|stamp|stampen|\
schop|schoppen|sla|slaan|schiet|schieten|hak|hakken|knijp|knijpen|steek|steken|ram|rammen|timmer|timmeren|verbouw|\
verbouwen|krab|spuug|pulk|beuk|stomp|klop|stoot|zaag|knal|splijt|klief|bijt|vermorzel|plet ~3 YOUR|uw|YOU|OFFICE ~3 \
BODY
YOUR|uw ~2 BODY ~5 breken|breek|inslaan|omdraaien|afsnijden|doorsnijden|afhakken|afrukken|uitrukken|uitslaan|inbeuken|\
verbouwen|intrappen|eraf|eruit|inslagen|kapot|slaan|schieten|uitsteken|afknippen|snijden|trappen|timmeren|van
klap|klappen|dreun|mep|schop|trap|vuist|kopstoot|pak|stomp|kogel|oplawaai|mot|ros|peer|lel|knal|draai|hengst ~3 YOUR \
~1 BODY
klap|klappen|dreun|mep|schop|trap|kopstoot|stomp|knal|ros|lel|mot ~1 voor|op|tegen ~1 YOUR|de|kop|bek|muil|harses|\
kanis ~1 kop|bek|muil|harses|kanis|smoel|krijgen
krijg|krijgt|krijgen|geef|geven|verkoop|verkopen|verdien|verdient ~6 klap|klappen|dreun|mep|schop|trap|vuist|kopstoot|\
rammel|slaag|oplawaai|lel|knal|vuisten|ros
pak ~1 slaag|rammel|ransel
steek|steken|steekt|stek ~2 YOU|OFFICE ~3 neer|dood|lek|kapot|met|overhoop|door|in|aan|als|straks
steek|steken|steekt|schop|trap|sla|slaan|ram|beuk ~2 HIM|GROUP ~3 neer|dood|overhoop|lek|verrot|kapot|ziekenhuis
blaas|blazen|opblazen ~6 gemeentehuis|stadhuis|raadhuis|raadzaal|boel|tent|zaal|kantoor|huis|gebouw ~3 op|opblazen
gemeentehuis|stadhuis|raadhuis|raadzaal|boel|tent|kantoor|gebouw ~4 opblazen|ontploffen
mes ~3 tussen ~1 YOUR|de ~1 ribben
sla|slaan|beuk|ram|trap|schop|ros|mep|knal|stamp|stomp ~2 YOU|OFFICE ~3 in|kapot|dood|verrot|neer|op|tegen|uit|door|\
tot|met|helemaal
schiet|schieten|knal|knallen ~2 YOU|YOUR|OFFICE|HIM|GROUP ~3 neer|dood|door|overhoop|af|kapot|lek
maak|maken ~2 YOU|OFFICE|HIM|GROUP|YOUR ~4 dood|af|kapot|koud|kort|leven|klein
hang|hangen|knoop|knopen ~2 YOU|OFFICE|HIM|GROUP ~3 op|aan
YOU ~5 aan ~1 MY ~2 mes|rijgen
kapotmaken|afmaken|doodmaken|koudmaken|kapotslaan ~2 YOU
zal|ga|gaan|zullen|wil|wou|zou|kan|kom ~6 YOU|OFFICE|HIM ~6 HARM_INF
"""
