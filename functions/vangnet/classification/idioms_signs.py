"""Threats without words, and sexual intimidation."""

SIGNS = """
WEAPON|ARMS ~3 op|bij|onder|aan|tegen ~2 MY|de|het ~1 THING|bureau|deurmat
balde|balt|ballen|gebald ~2 vuist|vuisten
bom|bommen|explosief|explosieven|granaat|handgranaat|brandbom ~3 onder|in|bij|op|aan ~2 MY|YOUR|OFFICE|het|de ~1 \
THING|stadhuis|school
voor ~2 uitgang|deur|voordeur ~2 staan|stond|stonden|ging|zitten|post
tik tak|tok
ticktock|tiktak|tiktok ~2 OFFICE|YOU
ME|MY ~5 galg|strop|doodskist|grafsteen|vizier|schietschijf|kruis|guillotine
tekening|cartoon|afbeelding|montage|spandoek|poster ~8 galg|strop|doodskist|grafsteen|vizier|schietschijf|guillotine
gebalde|gebald|opgeheven|geheven ~2 vuist|vuisten|hand|stok
dode|dooie|dood|onthoofde|afgehakte|afgesneden ~2 rat|muis|vogel|duif|kat|poes|hond|varkenskop|vis|kraai|schapenkop|\
kip|dier|hoofd|kop|ratten|muizen
varkenskop|dierenkop|schapenkop
kogel|kogels|kogelbrief|kogelbrieven|patroon|patronen|kogelhuls|hulzen|huls|kogelhulzen|poederbrief ~6 brief|envelop|\
brievenbus|post|bus|erin|deurmat|ontvangen|YOU|ME|bureau|klaar
brief|envelop|brievenbus|pakketje|post|deurmat|poststuk ~6 kogel|kogels|kogelhuls|poeder|patroon|patronen|scheermes*|\
mes|strop|bloed
kogelbrief|kogelbrieven|poederbrief|dreigbrief*|dreigmail*|dreigtelefoon*|dreigapp*|dreigbericht*|haatpost|dreigement|\
dreigementen
strop|galg|grafkrans ~6 MY|voordeur|deur|hek|hing|boom|tuin|brievenbus|OFFICE|auto|YOU
pop|poppen|foto|portret|beeltenis ~6 opgehangen|strop|galg|verbrand|doorgestreept|doorboord|kogelgat*
gebaar|gebaarde|gebaren|gebaart|maakte|deed|maakt|deden|maakten|beeldde ~8 WEAPON|schiet*|schoot|keel|snij*|snijd*|\
pistoolgebaar|hals|ophang*
foto|fotos|portret|pasfoto ~8 kruis|doorgekruist|doorgestreept|bloed|vizier|schietschijf
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
versper*|blokkeer*|belette*|insloten|ingesloten|omsingel*|dreef|klemgereden|klemgezet|klem|drong* ~6 weg|doorgang|\
uitgang|deur|ME|MY|pad|auto|hoek|oprit
ME ~3 klem|omsingel*|ingesloten|insloot|insloten|omringd*|klemgereden|klemgezet|klemreed
de|mijn ~2 weg|doorgang|uitgang|pad|oprit ~4 versper*|blokkeer*|geblokkeerd
omsingel*|insluit
"""
SEXUAL = """
ME|YOU|MY ~4 lekker|geil|sexy|opwindend|heet ~2 vindt|vind|vond|vinden|ziet|uitzag
ME|YOU ~4 aanraken|strelen|zoenen|kussen|uitkleden|betasten|likken ~2 wil|wilde|wou|zou|wilt
wil|wilde|wou|zou|zal ~5 YOU|ME ~4 aanraken|strelen|zoenen|kussen|uitkleden|betasten|naakt|bloot
staarde|gluurde|keek|loerde|staart|kijkt|blik|ogen ~6 borsten|decollete|billen|benen|rokje|boezem|kruis|lichaam
ruil ~2 voor ~4 seks|nacht|kus|nummertje
aait|aaide|streelt|streelde ~3 MY|ME
ondergoed|slipje|lingerie|bh|beha|onderbroek|string ~8 draag|draagt|aan|kleur|uit|aanheb|hebt
hijgde|gehijg|hijger|hijgt|hijgend ~4 telefoon|lijn|oor|ME|nek|in
telefoon ~4 hijg*|gehijg
wil|wilde|zou|ga|gaan|zal|kom|wel|wou|weleens ~8 neuken|naaien|beffen|pijpen|ketsen|nemen|bespringen|berijden|palen|\
rampetampen|verkrachten|afrossen|vingeren
neuk|naai|verkracht|nemen|pak ~2 YOU|ME ~6 hard|kont|bed|plat|mond|helemaal|gat|tafel|tot|wel|dan
neuken ~4 tot|YOU|kapot|bloedt
YOU ~3 neuken|naaien|pijpen|vingeren
naaktfoto*|dickpic*|dickpick*|piemelfoto*|blootfoto*|lulfoto*|naaktbeeld*|pornofoto*|porno|seksfilm*|wraakporno|\
geslachtsdeel|deepfake*
met ~1 YOU|ME ~6 bed|doen ~1 bed|wil|seks
met ~1 YOU|ME ~3 naar ~1 bed
in ~1 bed ~6 YOU|ME|doen|nodig|wilde|wil
bed ~4 YOU|ME ~2 doen|belanden|krijgen|duiken
seks|sex ~4 YOU|ME|met|wil|wilde|hebben
seksuele|seksueel|sexueel|sexuele|seksistische ~4 voorstel*|toespeling*|opmerking*|intimi*|getint*|avances|berichten|\
gebaren|getinte|lastig*
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
