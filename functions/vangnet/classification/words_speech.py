"""How things are said, meant and denied: reporting, wishing, negation, quotation and disapproval of what others say."""

SPEECH: dict[str, str] = {
    "SAID": (
        "zei zeiden riep riepen schreef schreven appte appten mailde brulde brulden schreeuwde schreeuwden fluisterde "
        "siste snauwde gilde tierde meldde vertelde vertelden antwoordde stelde twitterde postte plaatste stuurde "
        "lag hing bevatte stak stuurden dreigde dreigden zwoer beloofde waarschuwde gezegd geroepen geschreven "
        "gestuurd gemaild geappt "
        "vroeg vroegen said yelled wrote beet toegebeten kreeg ontving stond kondigde voegde meende verklaarde gromde"
    ),
    "SAYS": (
        "zegt zeg zeggen roept roep roepen schrijft schrijf schrijven beweert beweren volhoudt volhouden vindt vinden "
        "wenst wensen noemt noemen schreeuwt schreeuwen stelt post posten twittert dreigt dreigen plaatst plaatsen "
        "verkondigen verkondigt beweerde oproepen oproept scanderen scandeert says saying appt mailt belt meldt uiten "
        "uit uiten tweet tweeten roepend zeggend verspreiden verspreidt suggereren insinueren denken denkt geloven "
        "gelooft houden impliceren horen hoor hoort lezen lees beweer"
    ),
    "MODAL": (
        "ga gaan gaat zal zullen zult zal zou zouden wil willen wilt kom komen komt moet moeten mag mogen kan kunnen "
        "laten laat hoop hopen wens overweeg overwegen plan beloof zweer zin verdien verdient verdienen behoor horen "
        "hoort dienen dient zullende wilde wilden ging gingen moest moesten kwam kon konden wou wouden gaon zan goa "
        "will going gonna want should must let werde zing zullenwe sta staan klaar staat probeer oplossing belang "
        "mooi tijd droom dromen fantaseer haat graag liefst plicht"
    ),
    "AUXILIARY": "heeft hebben heb had hadden is zijn ben werd werden word wordt geworden was waren hebt",
    "PASSIVE": "worden geworden word be werden",
    "OUGHT": (
        "moet moeten moest moesten zou zouden mag mogen verdien verdient verdienen behoor behoren hoort horen dient "
        "dienen should must laten oplossing belang tijd"
    ),
    "NOT": (
        "niet geen nooit niemand nimmer zonder nie ni niemands weiger not never no dont wont nobody nicht kein keine "
        "noch nergens evenmin allesbehalve"
    ),
    "HINDER": "voorkomen voorkom voorkomt beschermen bescherm bestrijden stoppen verbieden verboden tegengaan",
    "ALLOW": "toestaan toekijken tolereren accepteren goedkeuren goedpraten dulden accepteer tolereer",
    "GENERIC": (
        "wie dingen berichten bericht opmerking opmerkingen uitspraken uitspraak reacties reactie zinnen woorden "
        "teksten tekst mensen personen lui iedereen iemand figuren leuzen leus kreten anderen degene degenen "
        "diegenen men haters trollen slogans posts tweets tweet posten commentaar commentaren mening meningen "
        "haatdragers "
        "racisten idioten jongens kinderen gedachte idee retoriek taal taalgebruik geroep gezeur propaganda "
        "complottheorie"
    ),
    "CONDEMN": (
        "discrimineer discrimineert discriminerend discriminerende discriminatie verwerpelijk vreselijk "
        "verschrikkelijk "
        "onacceptabel strafbaar tolereren tolereer verwijderd verwijder gevangenis respect respectloos haatvol haat "
        "haatdragend siert walgelijk ongepast racistisch racisme racist racisten veroordeel veroordelen afkeuren "
        "fout gevaarlijk consequenties rapporteer rapporteren aangifte forum platform onfatsoenlijk ophouden stoppen "
        "kortzichtig schaam schamen pijn verdriet schandalig grens grenzen afschuwelijk misselijk ziek onmenselijk "
        "oneens verdedig verbannen geblokkeerd blokkeer blokkeren ban weerzinwekkend dom onzin verkeerd "
        "seksistisch "
        "homofoob transfoob islamofoob antisemitisch bekrompen onwetend afstand stop immoreel belachelijk slecht "
        "slechte "
        "onaanvaardbaar triest zielig bestraft straf straffen vervolgd verbieden verboden onzinnig walg"
    ),
    "VOELEN": "voel voelt voelde voelden voelen gevoeld feel",
    "NEWS": (
        "gelezen gehoord vernomen krant nieuws journaal televisie tv media elders buitenland artikel bericht "
        "nieuwsbericht geschiedenis film "
        "boek"
    ),
    "AS_IF": "als alsof wanneer indien mits tenzij zolang",
    "GLUE": "en maar want of dan dus als omdat zodat toen terwijl totdat tot tenzij and but or if",
}
