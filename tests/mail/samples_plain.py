"""Mails of plain text from programs that write a manner of their own, or hardly any."""

from collections.abc import Iterator

from tests.mail.making import ANJA, FATMA, KEES, Passed, Person, Sample, plain
from tests.mail.samples_others import NOTE, ONE, TWO


def _made(
    name: str, client: str, manner: str, text: str, passed: Passed, by: Person = FATMA, sender: str | None = None
) -> Sample:
    return Sample(
        name,
        client,
        manner,
        plain(f"Fwd: {passed.subject}", text, by),
        passed.text,
        NOTE,
        passed.by.full if sender is None else sender,
    )


def samples() -> Iterator[Sample]:
    """Yield them, from providers, programs and telephones."""
    yield from _providers()
    yield from _programs()
    yield from _oddities()


def _providers() -> Iterator[Sample]:
    yield _made(
        "ziggo-forward",
        "Ziggo webmail",
        "Origineel bericht",
        f"{NOTE}\n\n---------- Origineel bericht ----------\nVan: {ONE.by.full}\nAan: {ANJA.full}\nDatum: 03-11-2026 10:12 CET\nOnderwerp: {ONE.subject}\n\n\n{ONE.text}\n",
        ONE,
    )
    yield _made(
        "ziggo-reply",
        "Ziggo webmail",
        "citaat met regel erin",
        f"{NOTE}\n\n> Op 03-11-2026 10:12 CET schreef {TWO.by.full}:\n> \n>  \n{TWO.quoted}\n",
        TWO,
    )
    yield _made(
        "kpn-forward",
        "KPN webmail",
        "Oorspronkelijk bericht, aanhalingstekens",
        f'{NOTE}\n\n----- Oorspronkelijk bericht -----\nVan: "{ONE.by.name}" <{ONE.by.address}>\nAan: "{ANJA.name}" <{ANJA.address}>\nVerzonden: Dinsdag 3 november 2026 10:12:23 GMT +01:00 Amsterdam / Berlijn\nOnderwerp: {ONE.subject}\n\n{ONE.text}\n',
        ONE,
    )
    yield _made(
        "roundcube-reply",
        "Roundcube",
        "schreef op",
        f"{NOTE}\n\n{TWO.by.name} schreef op 2026-11-03 10:12:\n{TWO.quoted}\n",
        TWO,
        sender=TWO.by.name,
    )
    yield _made(
        "huawei",
        "Huawei-telefoon",
        "Oorspronkelijk bericht",
        f"{NOTE}\n\nVerzonden vanaf mijn Huawei mobiele telefoon\n-------- Oorspronkelijk bericht --------\nVan: {ONE.by.full}\nDatum: di 3 nov. 2026 10:12\nAan: {ANJA.address}\nOnderwerp: {ONE.subject}\n{ONE.text}",
        ONE,
    )


def _programs() -> Iterator[Sample]:
    yield _made(
        "k9",
        "K-9 Mail",
        "Oorspronkelijk bericht",
        f"{NOTE}\n\n-------- Oorspronkelijk bericht --------\nVan: {TWO.by.full}\nVerzonden: 3 november 2026 10:12:05 CET\nAan: {ANJA.full}\nOnderwerp: {TWO.subject}\n\n{TWO.text}\n-- \nVerstuurd vanaf mijn Android apparaat met K-9 Mail.",
        TWO,
    )
    yield _made(
        "em-client",
        "eM Client",
        "Origineel bericht",
        f'{NOTE}\n\n------ Origineel bericht ------\nVan: "{TWO.by.name}" <{TWO.by.address}>\nAan: "{ANJA.name}" <{ANJA.address}>\nVerzonden: 3-11-2026 10:12:33\nOnderwerp: {TWO.subject}\n\n{TWO.text}\n',
        TWO,
    )
    yield _made(
        "groupwise",
        "GroupWise",
        ">>> naam datum >>>",
        f"{NOTE}\n\n>>> {ONE.by.full} 3-11-2026 10:12 >>>\n{ONE.text}\n",
        ONE,
    )
    blank = "\n\n".join(
        (
            f"Van: {ONE.by.name} [{ONE.by.address}]",
            "Verzonden: 3-11-2026 10:12",
            f"Aan: {ANJA.address}",
            f"Onderwerp: {ONE.subject}",
        )
    )
    yield _made(
        "salesforce",
        "Klantvolgsysteem",
        "witregels tussen de koppen",
        f"{NOTE}\n\n--------------- Oorspronkelijk bericht ---------------\n\n{blank}\n\n\n{ONE.text}\n",
        ONE,
        sender=f"{ONE.by.name} [{ONE.by.address}]",
    )
    yield _made("quoted-only", "onbekend", "alleen citaattekens", f"{NOTE}\n\n{ONE.quoted}\n", ONE, sender="")


def _oddities() -> Iterator[Sample]:
    yield _made(
        "nbsp",
        "onbekend",
        "harde spaties en tabs in de koppen",
        f"{NOTE}\n\n*Van:*\u00a0{ONE.by.full}\n*Datum:*\t3 november 2026 10:12\n*Aan:*\u00a0{ANJA.full}\n*Onderwerp:*\u00a0{ONE.subject}\n\n{ONE.text}\n",
        ONE,
    )
    yield _made(
        "below-names",
        "onbekend",
        "waarde onder de naam van de kop",
        f"{NOTE}\n\nVan:\n{ONE.by.full}\nDatum:\n3 november 2026 10:12\nAan:\n{ANJA.full}\nOnderwerp:\n{ONE.subject}\n\n{ONE.text}\n",
        ONE,
    )
    flat = f"Van: {TWO.by.full} Datum: 03-11-2026 10:12 (GMT+01:00) Aan: {ANJA.address} Onderwerp: {TWO.subject} {TWO.text}"
    yield _made(
        "samsung-plain-only",
        "Samsung Email",
        "alleen platte tekst, koppen op één regel",
        f"{NOTE}\n\nVerzonden vanaf mijn Galaxy\n-------- Oorspronkelijk bericht --------{flat}",
        TWO,
        KEES,
    )
