"""What no letter to who did it may tell: how somebody is protected, and where he lives."""

import pytest

from tests.unit.case.builders import Story, a_case
from vangnet.case.errors import Refused
from vangnet.case.letter_parts import said

MEASURE = "Elk uur een surveillancewagen langs het woonhuis"
FIELDS = ("happened", "place", "why", "why_this_long", "considered", "said", "consequence", "meet_place")


def ready(
    place: str = "Lindelaan 4, bij mij thuis", account: str = "Hij stond te schelden.", measure: str = MEASURE
) -> Story:
    """Return a case with a written warning, of which a measure of protection was recorded."""
    story = a_case(account=account, place=place)
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("c.bos", "give_advice", measures=["warning_written"], why="Eerste keer")
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    story = story.does("c.bos", "record_security_measure", decided_by="hoofdofficier", measure=measure)
    return story.does("h.willems", "decide_measure", measure="warning_written", reasons="U schold een raadslid uit.")


def refusal(story: Story, **fields: object) -> tuple[str, str]:
    """Return the rule by which a letter is refused and the field that it names, or nothing."""
    try:
        story.decided("h.willems", "make_letter", **({"letter": "warning", "address": "Molenweg 8"} | fields))
    except Refused as refused:
        return refused.rule, refused.field
    return "", ""


@pytest.mark.rule("AP-6.6")
@pytest.mark.parametrize("field", FIELDS)
def test_a_letter_tells_no_measure_of_protection(field: str) -> None:
    """In whatever field somebody types it; the refusal names the field."""
    assert refusal(ready(), **{field: "Er rijdt een surveillancewagen langs zijn woonhuis."}) == ("AP-6.6", field)
    line = "9-11-2026: u volgde de surveillancewagen langs het woonhuis"
    assert refusal(ready(), earlier=line) == ("AP-6.6", "earlier")


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "U stond bij Lindelaan 4.",
            "U stond in de lindeln. nr. 4.",
            "U stond in de Lindelaan.",
            "U belde 06-00000004.",
        ),
        *("U mailde r.bakker@voorbeeldstad.example.",),
    ],
)
def test_a_letter_tells_no_private_address(field: str, text: str) -> None:
    """Not the house where it happened, nor the number or the mail address of who was harmed."""
    assert refusal(ready(), **{field: text}) == ("AP-5.1.6", field)


@pytest.mark.parametrize(
    ("place", "happened"),
    [
        ("Lindelaan 4, bij mij thuis", "Op 28 november stond u 3 uur te schelden voor een woning, op 12 meter."),
        ("Wijkcentrum De Haven, Kade 2", "U schold in Wijkcentrum De Haven, Kade 2, om 20.00 uur."),
        ("Gemeentehuis", "U stond op 28-11-2026 in het gemeentehuis, Raadhuisplein 1."),
        ("Molenweg 8", "U riep vanuit uw huis aan de Molenweg 8."),
    ],
)
def test_a_letter_says_what_happened(place: str, happened: str) -> None:
    """The day, the words, a public building, and whatever is of the reader himself."""
    assert refusal(ready(place), happened=happened) == ("", "")


@pytest.mark.rule("AP-5.1.6")
def test_an_address_in_the_account_is_private_where_it_says_home() -> None:
    """Whether the reporter wrote it as the place or in his own words."""
    story = ready("Op straat", "Hij kwam naar mijn huis aan de Brink 12. Daarvoor was hij in de Dorpsstraat 3.")

    assert refusal(story, happened="U stond bij Brink 12.") == ("AP-5.1.6", "happened")
    assert refusal(story, happened="U was in de Dorpsstraat 3.") == ("", "")


@pytest.mark.rule("AP-6.6")
def test_what_the_reasons_tell_of_protection_is_left_out_of_the_letter() -> None:
    """The decision keeps its reasons; the letter that tells of it has the other sentences."""
    why = "U schold een raadslid uit. Er rijdt nu een surveillancewagen langs het woonhuis."
    story = ready().does("h.willems", "decide_measure", measure="warning_written", reasons=why)
    [made] = story.decided("h.willems", "make_letter", letter="warning", address="Molenweg 8")

    assert made.content["weighing"]["why"] == "U schold een raadslid uit."  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("measure", "happened"),
    [
        ("Beveiligde parkeerplaats bij het gemeentehuis", "U bedreigde hem op de parkeerplaats van het gemeentehuis."),
        ("Politietoezicht rond de woning", "U bent door de politie bij een woning aangetroffen."),
        ("Camera", "Camerabeelden laten zien dat u dit deed."),
    ],
)
def test_a_letter_may_say_where_he_was_and_who_found_him(measure: str, happened: str) -> None:
    """A word that a measure has too tells nothing of the measure."""
    assert refusal(ready(measure=measure), happened=happened) == ("", "")


@pytest.mark.rule("AP-5.1.6")
def test_a_home_in_the_street_of_the_town_hall_is_private_too() -> None:
    """By its number: the building's own may be named."""
    story = ready("Raadhuisplein 40, bij mij thuis")

    assert refusal(story, happened="U stond bij Raadhuisplein 40.") == ("AP-5.1.6", "happened")
    assert refusal(story, happened="U stond in het gemeentehuis, Raadhuisplein 1.") == ("", "")


def test_the_reasons_of_a_measure_lose_only_what_a_letter_may_not_say() -> None:
    """One rule says what is refused and what is left out: a sentence that tells nothing of a measure stays."""
    reasons = "U bent door de politie bij een woning aangetroffen. Er is politietoezicht rond de woning."
    context = ready(measure="Politietoezicht rond de woning").context("h.willems")

    assert said(context, reasons) == "U bent door de politie bij een woning aangetroffen."
