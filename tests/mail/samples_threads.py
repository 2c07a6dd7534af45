"""Threads of several messages, reports at first hand, and texts that only look as if something was passed on."""

from collections.abc import Iterator

from tests.mail.making import ANJA, BOOS, FATMA, KEES, KWAAD, Passed, Sample, page, plain, told

THREAT = "Luister goed: morgen om negen uur sta ik bij je thuis en dan ben je aan de beurt."


def samples() -> Iterator[Sample]:
    """Yield threads, then reports at first hand."""
    yield from _threads()
    yield from _warnings()
    yield from _pasted()
    yield from _tricky()
    for number, (manner, text, account) in enumerate(FIRST_HAND, 1):
        yield Sample(
            f"first-hand-{number:02}", "divers", manner, plain("Melding", text, FATMA), "", account or text, ""
        )
    body = "<div><b>Van:</b> mijn kant is er geen bezwaar.</div><p>Gisteren werd ik op de markt bespuugd.</p>"
    yield Sample(
        "first-hand-html",
        "Outlook op het web",
        "eerste hand, HTML",
        page("Melding", body),
        "",
        "Van: mijn kant is er geen bezwaar.\nGisteren werd ik op de markt bespuugd.",
        "",
    )


HEAD = f"Van: {BOOS.full}\nVerzonden: dinsdag 3 november 2026 10:12\nAan: {ANJA.full}\nOnderwerp: RE: Klacht"
EARLIER = f"Van: {ANJA.full}\nVerzonden: maandag 2 november 2026 16:01\nAan: {BOOS.full}\nOnderwerp: Klacht\n\nGeachte heer, uw klacht is ongegrond."


def _threads() -> Iterator[Sample]:
    yield from _plain_threads()
    yield from _deep_threads()


def _plain_threads() -> Iterator[Sample]:
    text = f"Zie de laatste mail.\n\n{HEAD}\n\n{THREAT}\n\n{EARLIER}\n"
    yield Sample(
        "thread-outlook",
        "Outlook, bureaublad",
        "dreiging bovenop, eigen mail eronder",
        plain("FW: Klacht", text),
        THREAT,
        "Zie de laatste mail.",
        BOOS.full,
    )
    text = f"Mijn antwoord staat boven zijn mail.\n\n{EARLIER}\n\n{HEAD}\n\n{THREAT}\n"
    yield Sample(
        "thread-own-on-top",
        "Outlook, bureaublad",
        "eigen antwoord bovenop, dreiging eronder",
        plain("FW: Klacht", text),
        THREAT,
        "Mijn antwoord staat boven zijn mail.",
        BOOS.full,
    )


def _deep_threads() -> Iterator[Sample]:
    deep = f"Melding\n\nOp di 3 nov 2026 om 10:12 schreef {BOOS.full}:\n\n> {THREAT}\n>\n> Op ma 2 nov 2026 om 16:01 schreef {ANJA.full}:\n>\n>> Uw klacht is ongegrond.\n>>\n>> Op zo 1 nov 2026 om 09:00 schreef {BOOS.full}:\n>>\n>>> Hierbij mijn klacht.\n"
    yield Sample(
        "thread-gmail", "Gmail, web", "drie diep geciteerd", plain("Re: Klacht", deep), THREAT, "Melding", BOOS.full
    )
    mixed = f"Ter kennisname.\n\n---------- Forwarded message ---------\nVan: {KEES.full}\nDate: wo 4 nov 2026 om 08:00\nSubject: Fwd: Klacht\nTo: <{FATMA.address}>\n\n\nKun jij dit melden?\n\nBegin doorgestuurd bericht:\n\n> Van: {BOOS.full}\n> Onderwerp: Klacht\n> Datum: 3 november 2026 om 10:12:05 CET\n> Aan: {KEES.full}\n> \n> {THREAT}\n"
    yield Sample(
        "thread-forwarded-twice",
        "Gmail, web",
        "twee keer doorgestuurd; bovenop een collega",
        plain("Fwd: Fwd: Klacht", mixed, FATMA),
        "Kun jij dit melden?",
        "Ter kennisname.",
        KEES.full,
    )
    below = f"Op 3-11-2026 om 10:12 schreef {KWAAD.full}:\n> {THREAT}\n\nHierboven wat ik kreeg, hieronder nog een zin.\n\n> En neem de politie maar mee.\n\nGroet, Anja"
    yield Sample(
        "thread-between",
        "Thunderbird",
        "antwoord tussen het citaat",
        plain("Re: Klacht", below),
        THREAT,
        "Hierboven wat ik kreeg, hieronder nog een zin.\n\nGroet, Anja",
        KWAAD.full,
    )
    long = "Ik heb je kenteken, ik heb je adres, en ik heb alle tijd van de wereld om jou te"
    broken = f"Melding\n\nOp di 3 nov 2026 om 10:12 schreef {KWAAD.full}:\n\n> {long}\npakken.\n> Tot gauw.\n"
    yield Sample(
        "thread-lost-mark",
        "onbekend",
        "citaat waarvan een regel afbrak",
        plain("Re: Klacht", broken),
        f"{long} pakken. Tot gauw.",
        "Melding",
        KWAAD.full,
    )


def _warnings() -> Iterator[Sample]:
    passed = Passed(KWAAD, THREAT)
    head = f"Van: {KWAAD.full}\nVerzonden: dinsdag 3 november 2026 10:12\nAan: {ANJA.full}\nOnderwerp: RE: Klacht"
    disclaimer = "De informatie verzonden met dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is verboden.\n\nDenk aan het milieu voordat u deze e-mail print."
    note = "Ik doe hierbij melding.\n\nMet vriendelijke groet,\nAnja de Wit"
    yield Sample(
        "warning-below",
        "Outlook, bureaublad",
        "disclaimer onder het eigen woord",
        plain("FW", f"{note}\n\n{disclaimer}\n\n{head}\n\n{passed.text}\n"),
        passed.text,
        note,
        KWAAD.full,
    )
    text = f"{note}\n\nDisclaimer: aan dit bericht kunnen geen rechten worden ontleend."
    yield Sample(
        "warning-first-hand", "Outlook, bureaublad", "eerste hand met disclaimer", plain("Melding", text), "", note, ""
    )
    text = f"Let op: deze e-mail komt van buiten de organisatie. Klik niet zomaar op links.\n\n{note}\n\n{head}\n\n{passed.text}"
    yield Sample(
        "warning-above",
        "Outlook, bureaublad",
        "waarschuwing van de organisatie bovenop",
        plain("FW", text),
        passed.text,
        note,
        KWAAD.full,
    )


def _pasted() -> Iterator[Sample]:
    """Yield texts that somebody copied by hand, in which no program says where another's words begin."""
    note = "Dit stond vanmorgen in mijn mailbox, van een onbekende:"
    yield Sample(
        "pasted-text",
        "divers",
        "overgetypt onder een dubbele punt",
        plain("Melding", f"{note}\n\n{THREAT}\n", KEES),
        THREAT,
        note,
        "",
    )
    chat = f"[03-11-2026 10:12:05] Ronnie: {THREAT}"
    yield Sample(
        "pasted-chat",
        "WhatsApp",
        "uitgevoerd gesprek in de tekst",
        plain("Melding", f"Zie dit appje.\n\n{chat}\n", KEES),
        THREAT,
        "Zie dit appje.",
        "Ronnie",
    )
    inner = f"<b>Van:</b> {BOOS.html}<br><b>Verzonden:</b> dinsdag 3 november 2026 10:12<br><b>Aan:</b> {ANJA.html}<br><b>Onderwerp:</b> Klacht"
    body = f'<p>Mijn opmerkingen staan er in rood tussen.</p><div id="divRplyFwdMsg">{inner}</div><p>{THREAT}</p><p style="color:red">Dit bedoelt hij letterlijk.</p>'
    yield Sample(
        "answers-between",
        "Outlook op het web",
        "opmerkingen in rood in de doorgestuurde mail",
        page("FW", body),
        THREAT,
        "Mijn opmerkingen staan er in rood tussen. Dit bedoelt hij letterlijk.",
        BOOS.full,
    )


HELD_OUT = "Aan: jou, lafaard\nWij komen je halen."


def _tricky() -> Iterator[Sample]:
    """Yield messages whose text begins as headers do, and a warning with a mark before it."""
    head = f"Van: {BOOS.full}\nVerzonden: dinsdag 3 november 2026 10:12\nOnderwerp: Jij"
    raw = plain("FW", f"Zie onder\n\n{head}\n\n{HELD_OUT}\n")
    yield told(
        "text-begins-as-header", "onbekend", "tekst die als een kop begint", raw, Passed(BOOS, HELD_OUT), "Zie onder"
    )
    banner = "[EXTERN] Let op: deze e-mail komt van buiten de organisatie."
    raw = plain("FW", f"{banner}\n\nZie onder\n\n{head}\n\n{THREAT}\n")
    yield told(
        "warning-marked", "Outlook, bureaublad", "waarschuwing met merkteken", raw, Passed(BOOS, THREAT), "Zie onder"
    )
    two = f"---------- Forwarded message ---------\nVan: {BOOS.full}\nDate: di 3 nov 2026 om 10:12\nSubject: a\nTo: <{ANJA.address}>\n\n\n{THREAT}\n"
    raw = plain("Fwd", f"Twee mails\n\n{two}\n{two.replace(THREAT, 'En nog een.')}")
    yield told("two-forwards", "Gmail, web", "twee mails onder elkaar", raw, Passed(BOOS, THREAT), "Twee mails")


FIRST_HAND = (
    (
        "eerste hand",
        "Vandaag stond er iemand aan mijn deur die riep dat hij mij zou vinden.\n\nHij reed weg in een grijze bus.\n\nGroet, Fatma",
        "",
    ),
    (
        "eerste hand, telefoon",
        "Net uitgescholden in de supermarkt door een man van een jaar of 50.\n\nVerzonden vanaf mijn iPhone",
        "Net uitgescholden in de supermarkt door een man van een jaar of 50.",
    ),
    (
        "zin die met Van: begint",
        "Van: mijn kant is er geen bezwaar tegen aangifte.\nHij gooide een steen door de ruit.",
        "",
    ),
    (
        "lijstje zonder afzender",
        "Datum: 3 november\nPlaats: raadszaal\nWie: onbekende man\nWat: hij spuugde naar mij en riep dat ik eraan ging.",
        "",
    ),
    (
        "citaat in een zin",
        'Op 3 november om 10:12 schreef hij op Facebook: "we weten je te vinden". Daarna belde hij.',
        "",
    ),
    (
        "citaat na een dubbele punt",
        "Op 3 november om 10 uur riep hij op straat:\nik maak je af.\nEr stonden drie mensen bij.",
        "",
    ),
    (
        "streepjes",
        "Wat er gebeurde:\n- bedreigd aan de telefoon\n- daarna een baksteen\n----------\nIk wil graag gebeld worden.",
        "",
    ),
    (
        "handtekening onder --",
        "Iemand heeft mijn autobanden lek gestoken.\n\n-- \nFatma Şahin, raadslid",
        "Iemand heeft mijn autobanden lek gestoken.",
    ),
    (
        "Aan: zonder Van:",
        "Aan: de burgemeester\nOnderwerp: bedreiging\n\nEr is een kogel in mijn brievenbus gedaan.",
        "",
    ),
    ("Engels", "On Monday at 10 he wrote to me on Facebook that he would find me. I did not answer.", ""),
)
