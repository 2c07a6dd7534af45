"""Ways of threatening by being near: knowing where one lives, following, watching, coming by, barring the way."""

# Knowing where somebody is, watching, following, coming by.
PRESENCE = """
vroeg|vraagt|vroegen|informeerde|weten|vragen ~3 waar|hoe|welke|naar|wanneer ~3 MY|YOUR ~1 KIN|huis
noemde|noemt|kende|wist|opsomde ~5 naam|namen|school|adres|klas|kenteken ~3 MY|YOUR ~1 KIN|auto
begon ~2 over ~1 MY ~1 KIN
I ~3 weg|eruit|vertrekken|naar|huis ~2 mocht|kon|mag|huis
fotos|foto|filmpje|filmpjes|beelden ~3 van ~1 YOUR|MY ~1 huis|auto|KIN
rijdt|reed|rijden|loopt|liep|fietst|fietste|scheurt|cirkelt ~10 langs|rond|voorbij ~1 MY ~1 huis|woning|deur|kantoor
toetert|toeterde|toeteren|belt|belde|bonst|bonsde|bonkt|bonkte ~6 MY|ME ~2 huis|deur|raam|voordeur ~4 nacht|nachts|\
avond|elke|uren
nachts|nacht|avond ~6 bonst|bonsde|bonkt|bonkte|toetert|gilt ~4 MY ~2 deur|raam|voordeur|huis
zet|zetten|gooi|gooien|plaats|plaatsen|verspreid|verspreiden|lek|lekken|deel|delen|stuur|sturen|maak|maken ~4 YOUR ~3 \
foto*|filmpje*|adres|gegevens|geheim*|naaktfoto*|adresgegevens|verleden|affaire ~5 internet|online|openbaar|telegram|\
facebook|krant|vrouw|man|rond|overal|bekend
ME ~6 volgen|achtervolgen|bespieden|begluren|volgde|gevolgd|schaduwen|achternazitten|opwachten
met ~2 de|het|heel|hele|een|twintig|tien ~2 straat|buurt|dorp|groep|man|knokploeg|ploeg|kamp ~4 YOU|YOUR ~1 huis|deur|\
woning|toe
naar ~1 YOU|YOUR ~1 huis|woning|adres|osso|toe|privéadres|kantoor|stulp
staan|sta|stond|staat|komen|kom|verschijnen|parkeren ~8 YOU|YOUR ~2 stoep|deur|voordeur|drempel|poort|raam|huis|oprit|\
straat|tuin
bij ~1 YOU|YOUR ~2 op ~1 de ~1 stoep
telkens|steeds|overal|alweer|weer|opnieuw|constant|voortdurend ~6 bij|voor|naast|achter ~1 MY ~1 kantoor|huis|deur|\
werk|woning|auto|fractiekamer|sportclub|voordeur
overal ~4 waar ~1 I
duikt|dook|opduikt|verschijnt ~4 overal ~6 I|ME|op
verliefd ~4 ME|YOU
liefdesbrieven|liefdesverklaring*|rozen|bloemen ~6 elke|iedere|MY|thuis|dagelijks|blijft
zag|zie|zien|zagen|gezien ~4 YOUR ~1 KIN
zie|zag|zien|zagen ~2 YOU ~4 elke|iedere|altijd|gisteren|vanochtend|dagelijks|elk|vaak ~8 lopen|fietsen|rijden|hond|\
uitlaten|thuis|huis|hardlopen|tuin|raam|slapen|trein|fietst|loopt|rijdt
oog|ogen ~2 op ~1 YOU ~2 gericht
liet|laat|lieten|laten ~1 ME ~4 niet ~3 weg|gaan|door|langs|passeren|vertrekken|uit|los|erlangs|erdoor
voor|achter ~1 MY ~1 auto|fiets|deur|voordeur ~2 staan|liggen|zitten
hield|hielden|houdt ~1 ME ~4 tegen|vast|klem|gevangen
ME ~3 opgesloten|opsloot|tegengehouden|vastgehouden
sloot|sloten ~2 ME ~2 op|in
weet|weten|wist|wisten|weit ~2 YOU|ME|OFFICE|HIM ~3 te? vinden
weet|weten|wist|wisten|ken|kennen|weit ~3 waar ~2 YOUR|MY|YOU|I|OFFICE|HIS ~5 woon*|woont|woon|woonde|slaap*|slapen|\
werkt|werk|sport*|leeft|leef
weet|weten|wist|wisten|ken|kennen ~4 waar ~1 YOUR|MY|HIS ~3 KIN ~6 school|opvang|creche|voetbalt|speelt|spelen|woont|\
wonen|werkt|zit|zitten|sport*|hockeyt|loopt
weet|weten|wist|ken|kennen ~3 YOUR|MY|HIS ~1 adres|huis|route|auto|kenteken|huisadres|woonadres|school|straat|\
huisnummer
weet|weten|wist|ken|kennen ~3 op? welke|welk ~2 school|tijd|straat|auto|route|trein ~2 YOU|YOUR|MY|HIS|I
weet|weten|wist ~3 hoe ~2 laat ~2 YOU|YOUR|MY ~5 thuiskomt|thuis|huis|school|naar|werk|van|komt|vertrekt|weggaat|\
opstaat
weet|weten|wist ~3 waar ~3 YOU|I|OFFICE ~1 woont|woon|woonde|uithangt|slaapt
hebben|heb|heeft ~3 YOUR|MY ~1 adres|kenteken|huisadres
YOUR|MY|HIS adres|woonadres|huisadres|telefoonnummer|kenteken|foto ~6 telegram|online|internet|gedeeld|verspreid|\
gepubliceerd|rondgestuurd|facebook|groep*|twitter
adres|woonadres|huisadres|adresgegevens|privegegevens|prive-adres|priveadres ~8 online|telegram|internet|verspreid|\
gedeeld|gepubliceerd|rondgestuurd|gezet|geplaatst
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
staat|stond|stonden|staan|parkeert|zit|zat ~5 voor|bij ~1 MY|YOUR ~1 huis|woning|deur|voordeur|raam ~12 elke|avond|\
nacht|uren|dagen|naar|fotos|stil|motor|weken|filmt|filmde
elke|iedere|avond|nacht|dagenlang|urenlang ~5 voor|bij ~1 MY ~1 huis|woning|deur|voordeur
fotos|foto|filmpje|filmpjes|video ~3 van ~2 MY|YOUR ~1 huis|KIN|woning|voordeur|auto
fotografeerde|filmde|fotografeert|filmt ~3 MY|YOUR ~1 huis|KIN|woning|voordeur|kentekenplaat|kenteken
leg|gooi ~3 je dochter
"""
