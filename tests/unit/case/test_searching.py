"""What is found in a text for outside: names, addresses, numbers, words of the account, health and security."""

import pytest

from tests.unit.case.builders import Story, a_threat
from vangnet.case.searching import FOUND_MAX, findings

ACCOUNT = "Hij zei dat hij vanavond met zijn broers langs zou komen bij mijn huis."


def a_story() -> Story:
    """Return a threat with names, an address and a place in it."""
    accused = [{"kind": "person", "name": "K. Dijkstra", "details": "rijdt altijd in een rode bestelbus rond"}]
    return a_threat(account=ACCOUNT, perpetrators=accused, place="Wilgenlaantje")


def found(text: str, to: str = "press", story: Story | None = None) -> list[tuple[str, str]]:
    """Return what is found in a text, as kind and words."""
    return [(one.kind, one.quote) for one in findings((story or a_story()).context(), text, to)]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Het gaat om Rob Bakker.", "name", "Rob Bakker"),
        ("Raadslid BAKKER en rob bakker.", "name", "rob bakker"),
        ("De heer Dijkstra is bekend.", "name", "Dijkstra"),
        ("Hij woont in de Dorpsstraat 14a.", "address", "Dorpsstraat 14a"),
        ("Post naar 3511 AB.", "address", "3511 AB"),
        ("Bel 06 - 1234 5678.", "phone", "06 - 1234 5678"),
        ("Bel +31 6 12345678.", "phone", "+31 6 12345678"),
        ("Mail naar rob@huis.example.", "mail", "rob@huis.example"),
        ("Rekening NL91ABNA0417164300.", "number", "NL91ABNA0417164300"),
        ("Nummer PL0900-2026123456.", "number", "PL0900-2026123456"),
        ("Geboren op 12-3-1980.", "number", "Geboren op 12-3-1980."),
        ("Men zei dat hij vanavond met zijn broers kwam.", "account", "zei dat hij vanavond met zijn broers"),
        ("Iemand rijdt altijd in een rode bestelbus.", "account", "rijdt altijd in een rode bestelbus"),
        ("Het was op het wilgenlaantje.", "account", "wilgenlaantje"),
        ("Hij moest naar het ziekenhuis.", "health", "ziekenhuis"),
        ("Hij wordt beveiligd.", "security", "beveiligd"),
    ],
)
def test_what_a_reader_may_not_have_is_found(text: str, kind: str, quote: str) -> None:
    """Each kind of thing, as people write it."""
    assert (kind, quote) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Een raadslid kreeg te maken met agressie. Dat accepteren wij niet.",
        "De burgemeester, Bea van Dam, staat de pers te woord op maandag 30 november om 10.00 uur.",
        "Vragen? Bel 14 0123 of mail veiligcontact@voorbeeldstad.example. Raadhuisplein 1, 1234 AB Voorbeeldstad.",
        "De bakker op de hoek leverde 120 broodjes voor 250 gasten.",
    ],
)
def test_what_everybody_may_have_is_not_found(text: str) -> None:
    """The municipality's own numbers, who speaks, and words that only look like a name."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("WETHOUDER DE VRIES is bedreigd.", "name", "DE VRIES"),
        ("wethouder de vries is bedreigd.", "name", "de vries"),
        ("Wilma werd bedreigd.", "first_name", "Wilma"),
        ("Het gaat om Wilma d. V.", "name", "Wilma d. V."),
        ("Het gaat om W. de V. uit het college.", "name", "W. de V."),
        ("Het gaat om W.d.V.", "name", "W.d.V."),
        ("Het gaat om W. de Vries.", "name", "W. de Vries"),
        ("Het gaat om mevrouw De Vri\u0308es.", "name", "De Vri\u0308es"),
        ("Het was in de Lindelaan.", "account", "Lindelaan"),
        ("Het was in de lindelaan nummer 4.", "address", "lindelaan nummer 4"),
        ("Het was in de Lindeln. 4.", "address", "Lindeln. 4"),
        ("Bij de Lindeln. om de hoek.", "account", "Lindeln."),
        ("De man toonde een mes en een foto van het schoolplein.", "account", "mes en een foto van het schoolplein"),
        (
            "Een foto, een schoolplein en een zwart mes: dat was het.",
            "account",
            "Een foto, een schoolplein en een zwart mes: dat was het",
        ),
        ("Hij liet een zwart mes en foto van een plantsoen zien.", "account", "zwart mes en foto"),
        (
            "Hij is verhuisd naar Groningen met zijn honden.",
            "account",
            "Hij is verhuisd naar Groningen met zijn honden",
        ),
        ("Er rijdt een surveillancewagen langs het woonhuis.", "security", "een surveillancewagen langs het woonhuis"),
    ],
)
def test_however_it_is_written_it_is_found(text: str, kind: str, quote: str) -> None:
    """Capitals, initials, accents, streets in short, words in another order or with one of them changed."""
    told = "Een man toonde een zwart mes en een foto van het schoolplein van mijn dochter."
    story = a_threat("w.devries", account=told, place="Lindelaan 4, bij mij thuis")
    story = story.does(story.summary()["receiver"][0], "take_case", handler="h.willems", aim="Rust")
    story = story.does(
        "h.willems",
        "record_hearing",
        form="phone",
        account="Ik ben inmiddels verhuisd naar Groningen, met mijn twee honden.",
    )
    measure = "Elk uur een surveillancewagen langs het woonhuis"
    story = story.does("o.meijer", "record_security_measure", decided_by="hoofdofficier", measure=measure)

    assert (kind, quote) in found(text, story=story)


@pytest.mark.parametrize(
    "text",
    [
        "Een wethouder kreeg te maken met een bedreiging. Wij staan om haar heen. Bedreigen hoort niet bij het werk.",
        "Het college doet zijn werk zonder angst. De politie is op de hoogte en het gesprek met de raad volgt maandag.",
        "De burgemeester, Bea van Dam, beantwoordt vragen op 1 december om 20.00 uur, m.b.t. de agenda.",
        "Onderweg naar 2027 werken 3 wijken aan een veilige straat, o.a. met een gesprek per maand.",
    ],
)
def test_an_innocent_message_has_nothing_found_in_it(text: str) -> None:
    """The words that every such message has are nobody's."""
    told = "De wethouder kreeg thuis een bedreiging. Een man toonde een zwart mes en een foto van het schoolplein."
    story = a_threat("w.devries", account=told, place="Lindelaan 4, bij mij thuis")

    assert found(text, story=story) == []


def test_who_agreed_may_be_named_to_whom_he_agreed_to_and_never_to_the_press() -> None:
    """His consent to tell the council lets the council know his name; who did it stays out of it."""
    story = a_story().does("r.bakker", "consent", to="inform_others", scope="de raad en de pers")
    text = "Rob Bakker werd bedreigd door Dijkstra."

    assert found(text, "council", story) == [("name", "Dijkstra")]
    assert ("name", "Rob Bakker") in found(text, "press", story)
    assert ("name", "Rob Bakker") in found(text, "staff", story)


def test_a_name_is_found_without_its_accents_and_family_and_reporter_too() -> None:
    """However it was typed, and whoever of those concerned it is."""
    family = {"family_of": "r.yilmaz", "name": "Elif"}
    story = a_threat("r.yilmaz", harmed=["r.yilmaz", family])

    assert ("name", "Ruya Yilmaz") in found("Ruya Yilmaz en Elif", story=story)
    assert ("name", "Elif") in found("Ruya Yilmaz en Elif", story=story)
    assert ("name", "Rita Hofman") in found("Gemeld door Rita Hofman", story=a_threat("i.lems", harmed="r.hofman"))


def test_one_thing_is_told_once_and_not_without_end() -> None:
    """The same words twice are one finding; of very many, the first fifty."""
    many = " ".join(f"Bel 06-{number:08}." for number in range(10_000_000, 10_000_100))

    assert found("Dijkstra en nog eens Dijkstra") == [("name", "Dijkstra")]
    assert len(found(many)) == FOUND_MAX


@pytest.mark.rule("AP-5.4.3")
@pytest.mark.parametrize(
    "text", ["De verdachte is gisteren aangehouden.", "De zaak ligt bij de officier van justitie.", "Hij zit vast."]
)
def test_the_prosecution_is_found_where_its_name_does_not_stand(text: str) -> None:
    """Until everybody harmed agreed to speak of it."""
    story = a_threat()
    kinds = {one.kind for one in findings(story.context(), text, "council")}
    agreed = story.does("r.bakker", "consent", to="speak_about_aangifte")

    assert "prosecution" in kinds
    assert "prosecution" not in {one.kind for one in findings(agreed.context(), text, "council")}
