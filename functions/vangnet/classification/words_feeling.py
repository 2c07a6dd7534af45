"""What emotion is about: one's own feelings, tears, sleep, money, home, health and pleading."""

FEELING: dict[str, str] = {
    "FEELING": (
        "wanhopig wanhoop radeloos moedeloos machteloos verdriet verdrietig huil huilen huilde huilend huilt tranen "
        "janken "
        "jankte jankend snikken snikte snikkend trillen trilde trillende tril bang angst angstig bezorgd zorgen "
        "ongerust "
        "boos woedend kwaad gefrustreerd frustratie frustraties teleurgesteld zat beu teleurstelling overstuur "
        "ontredderd "
        "kapot "
        "uitgeput moe doodmoe slapen slaap slaapt slapeloos wakker stress gestrest spanning zenuwen paniek "
        "paniekaanval "
        "eenzaam depressief somber burnout ziek pijn schaam schaamt schaamde beschaamd schamen smeek smeekte "
        "smeken alsjeblieft alstublieft help hulp hopeloos uitzichtloos aankan aankon volhouden "
        "verward geschrokken schrik vermoeid zielsongelukkig ongelukkig verloren onzeker onzekerheid onmacht "
        "gilde krijste stampvoette stampvoetend excuses verontschuldigde verontschuldigen sorry spijt emotioneel "
        "emoties scared cry crying afraid desperate tired sleep helpless hopeless lonely please angry sad "
        "traurig verzweifelt weine gek radeloosheid gebroken zuchtte zuchtend wanhoopskreet huilbui brok "
        "onbegrepen ongehoord gekwetst stapelgek horendol overspannen overleden rouw gemis tegenslag"
    ),
    "SITUATION": (
        "boete boetes verwarming winter overkomt lot dag uitkering bijstand huur schulden schuld inkomen "
        "voedselbank huis woning buurman buurvrouw buren overlast "
        "lawaai "
        "ziekte pgb toeslag aow pensioen baan werk ontslagen kinderen kind zoon dochter moeder vader man vrouw gezin "
        "scheiding ontruiming dakloos urgentie inschrijving wachtlijst aanvraag rolstoel scootmobiel thuiszorg "
        "leerlingenvervoer school brief afspraak telefoon gebeld gewacht wachten wacht weken maanden jaren eigen "
        "situatie "
        "rechten recht gezondheid leven tuin straat nachten eten rekening rekeningen verhuizen noise street my housing "
        "zorgaanvraag beperking jeugdzorg bezwaar geld kosten hart medicijnen operatie therapie huisarts formulier"
    ),
}
