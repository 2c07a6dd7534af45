"""Threats that are called so by who tells of them, and threats in English and German."""

# Naming the threat itself, as a reporter does.
NAMED = """
bedreig|bedreigt|bedreigde|bedreigden|bedreigd|bedreigen ~12 ME|MY|OFFICE|I|WE|dood|WEAPON|ermee|gezin|familie|geweld|\
leven
ME|MY|OFFICE|I|WE|KIN ~8 bedreig|bedreigt|bedreigde|bedreigden|bedreigd|bedreigen|geintimideerd|geïntimideerd|\
gechanteerd|afgeperst
intimideer*|chanteer*|afpers*|perste|chanteren|intimideren ~4 ME|OFFICE|YOU|MY|WE|I|om|door
bedreiging|bedreigingen|dreigementen|doodsbedreiging|doodsbedreigingen|dreigement ~6 ME|adres|ontvang*|gekregen|kreeg|\
krijg|YOU|OFFICE|gezin|telefoon*|binnen|geuit|via|tegen|mail|app
kreeg|krijg|krijgen|kregen|ontving|gekregen|ontvangen|uitte|uit|uitten|stuurde|vol ~6 bedreiging*|dreigement*|\
doodsbedreiging*|dreigmail*|dreigbrief*|dreigtelefoon*
dreig|dreigt|dreigde|dreigden|gedreigd|dreigen ~3 ME|OFFICE|YOU ~4 met|te|aan|wat|iets
dreig|dreigt|dreigde|dreigden|gedreigd|dreigen ~5 geweld|WEAPON|klappen|slaan|moord|brand|dood|vermoorden|verkrachten|\
schieten|steken|knokploeg|aanslag|bom|vernielen|schoppen|lynchen|doden|mishandel*|ontvoer*|neersteken|iets|vuist*
met ~1 geweld|de ~1 dood ~3 dreig*|gedreigd|bedreig*
aanslag ~4 op ~2 YOU|YOUR|MY|OFFICE|ME ~2 leven|plegen|gepleegd|huis|voorbereid*|plannen
bomaanslag|bommelding|bombrief
"""
FOREIGN = """
i|ill|we|well|im|gonna|going|will ~4 kill|murder|shoot|stab|hurt|rape|find|destroy|beat|burn|slap|punch|strangle|get|\
cut|hunt|smash ~2 YOU|YOUR|them|all|OFFICE|the
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
bringe|bring|tote|toten|steche|schlage|erschiesse|erschieße|mach|mache|kriege|finde|verprugle|zunde ~2 YOU|ich|YOUR \
~4 um|ab|fertig|tot|kaputt|dich|schon|zusammen|alle|haus|an
umbringen|abstechen|totschlagen|erschießen|erschiessen|abknallen|vergasen|aufhangen|aufhängen|aufknupfen
weiss|weiß|wissen ~3 wo ~2 YOU|YOUR|du|deine ~4 wohn*|wohnst|schule|kinder|schlaf*|arbeit*
ich|wir ~2 weiss|weiß|wissen ~2 wo ~2 YOU
pass ~2 auf ~2 YOU|dich|kinder|deine|was
wirst|werdet|sollst|sollt ~4 sterben|bereuen|buessen|büßen|brennen|verrecken|bezahlen
du|ihr ~1 bist|seid ~1 tot|dran|fallig|erledigt
"""
