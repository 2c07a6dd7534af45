"""Which class a text gets: direction and not intensity, the deed and not how it was felt."""

import pytest

from vangnet.classification import CLASSES, Reason, suggest


def classed(text: str) -> str:
    """Return the class suggested for the text."""
    return suggest(text).classed


LOUD = [
    ("Ik krijg geen antwoord op mijn brief en ik slaap er niet van.", "emotion"),
    ("De gemeente houdt zich niet aan het bestemmingsplan.", "criticism"),
    ("Wat ben jij een waardeloze prutser.", "verbal_aggression"),
    ("Morgen sta ik bij jou voor de deur.", "threat"),
]


@pytest.mark.rule("AP-2.1.3")
@pytest.mark.parametrize(("text", "expected"), LOUD)
def test_capitals_and_exclamation_marks_leave_the_class(text: str, expected: str) -> None:
    """A text that is shouted has the class that it has when it is said."""
    assert classed(text) == classed(text.upper().rstrip(".") + "!!!") == expected


@pytest.mark.rule("AP-2.1.3")
@pytest.mark.parametrize("curse", ["Godverdomme", "Kut", "Fuck", "Shit", "Tering"])
def test_a_curse_at_nobody_leaves_emotion(curse: str) -> None:
    """A swear word that is aimed at nobody does not raise the class."""
    assert classed(f"{curse}, ik heb de bus gemist en nu ben ik te laat bij de dokter.") == "emotion"


@pytest.mark.rule("AP-2.1.3")
@pytest.mark.parametrize("gesture", ["sloeg haar hand voor haar mond", "stampte met haar voeten"])
def test_a_gesture_with_ones_own_hands_is_emotion(gesture: str) -> None:
    """What falls on the citizen's own body is directed at nobody."""
    assert classed(f"Mevrouw {gesture} en huilde.") == "emotion"


@pytest.mark.rule("AP-2.1.3")
def test_wild_movement_alone_is_emotion() -> None:
    """Banging one's own fist on the table is no aggression."""
    assert classed("Hij zwaaide met zijn armen en sloeg met zijn vuist op tafel, zo wanhopig was hij.") == "emotion"


@pytest.mark.rule("AP-2.1.4")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij zei dat hij mij zou neersteken.", "threat"),
        ("Ze noemde mij een vuile leugenaar.", "verbal_aggression"),
        ("Hij gaf mij een klap in mijn gezicht.", "physical_violence"),
    ],
)
def test_that_it_did_not_bother_never_lowers(text: str, expected: str) -> None:
    """A reporter who is not bothered describes the same behaviour."""
    assert (
        classed(text)
        == classed(f"{text} Het deed me niets.")
        == classed(f"Ik lig er niet wakker van. {text}")
        == expected
    )


@pytest.mark.rule("AP-2.1.4")
def test_how_it_felt_is_no_behaviour() -> None:
    """To feel humiliated says nothing of what was done; to be told that one is humiliated does."""
    assert classed("Ik voel mij vernederd.") not in {"verbal_aggression", "threat", "physical_violence"}
    assert classed("Hij heeft mij vernederd.") == "verbal_aggression"


@pytest.mark.rule("AP-2.3")
@pytest.mark.parametrize("blame", ["Ik had het er zelf naar gemaakt.", "Ik had hem uitgelokt.", "Ik was zelf te laat."])
def test_blame_changes_nothing(blame: str) -> None:
    """Whose fault it was does not change the class."""
    assert classed(f"{blame} Hij schold mij uit voor klootzak.") == "verbal_aggression"


@pytest.mark.rule("AP-2.1.5")
@pytest.mark.parametrize(
    "text",
    [
        "Ik weet niet meer hoe ik de huur moet betalen, ik ben radeloos.",
        "Mevrouw huilde en riep heel hard dat ze ten einde raad is over haar uitkering. Later bood ze excuses aan.",
        "Een inwoner belt nu voor de derde week op rij om te klagen over zijn eigen situatie en hangt niet op.",
        "Hij smeet zijn eigen tas op de grond en liep snikkend weg.",
    ],
)
def test_about_oneself_is_emotion(text: str) -> None:
    """What is aimed at oneself and one's own situation is emotion."""
    assert classed(text) == "emotion"


@pytest.mark.rule("AP-2.1.6")
@pytest.mark.parametrize(
    "text",
    [
        "Jullie hebben het zwembad gesloten zonder iemand iets te vragen.",
        "Met deze verordening maakt het college de winkels kapot.",
        "We zien de gemeente wel bij de rechter.",
        "Mevrouw verwijt de raad dat hij de burgers niet serieus neemt.",
    ],
)
def test_about_policy_is_criticism(text: str) -> None:
    """What is aimed at rules, policy or the governing body is criticism, however hard the words."""
    assert classed(text) == "criticism"


@pytest.mark.rule("AP-2.1.7")
@pytest.mark.parametrize(
    "text",
    [
        "Meneer noemde mij een sukkel. Ik zei dat ik dat niet wil; hij bood excuses aan en we praatten verder.",
        "Jij bent echt te dom voor woorden.",
        "kankerwethouder",
        "Vuile verrader!",
    ],
)
def test_at_the_person_is_verbal_aggression(text: str) -> None:
    """Insult and ridicule of the office-holder are verbal aggression."""
    assert classed(text) == "verbal_aggression"


@pytest.mark.rule("AP-2.1.8")
@pytest.mark.parametrize(
    "text",
    [
        "Ik kreeg een bericht: als jij voor het azc stemt, dan weten we je te vinden en slaan we je in elkaar.",
        "Ik weet op welke school je dochter zit.",
        "Pas maar goed op jezelf.",
        "Er zat een kogel in een envelop.",
        "Hij maakte een schietgebaar naar mij.",
        "Als jullie dit doen, schiet ik je neer.",
    ],
)
def test_a_threat_is_a_threat(text: str) -> None:
    """Threat and intimidation are a threat, said or shown, open or by suggestion."""
    assert classed(text) == "threat"


@pytest.mark.rule("AP-2.1.8")
@pytest.mark.parametrize(
    "text",
    [
        "Ik wil u niet bedreigen, ik wil een antwoord.",
        "Ik zal je nooit slaan.",
        "Dit is een aanslag op de leefbaarheid van ons dorp.",
        "Mensen die 'ik schiet je dood' roepen, horen niet in deze zaal.",
        "Niemand verdient het om vermoord te worden.",
    ],
)
def test_denial_and_disapproval_are_no_threat(text: str) -> None:
    """Who denies a threat, speaks in figures or disapproves of a threat makes none."""
    assert classed(text) not in ("threat", "physical_violence")


@pytest.mark.rule("AP-2.1.8")
def test_a_threat_told_by_the_one_threatened_counts() -> None:
    """A reporter who quotes what was said to him reports a threat."""
    assert classed('Hij zei tegen mij: "ik weet je te vinden".') == "threat"


@pytest.mark.rule("AP-2.1.8")
@pytest.mark.parametrize(
    "written",
    ["ik m44k je d00d", "ik maak je d o o d", "IK MAAAAAK JE DOOOOD", "ik ma\u00adak je do\u200bod", "ìk máák jé dóód"],
)
def test_spelling_tricks_hide_nothing(written: str) -> None:
    """Digits, spaces, repeats, invisible characters and accents do not hide a threat."""
    assert classed(written) == "threat"


@pytest.mark.rule("AP-2.1.9")
@pytest.mark.parametrize(
    "text",
    [
        "Na het spreekuur heeft meneer mij bij de arm gegrepen en tegen de balie geduwd.",
        "Zij schopte mij tegen mijn been.",
        "Vannacht is mijn auto in brand gestoken.",
        "Ze hebben mijn brievenbus opgeblazen.",
    ],
)
def test_force_that_was_used_is_physical_violence(text: str) -> None:
    """Hitting, grabbing, throwing and destroying that happened are physical violence."""
    assert classed(text) == "physical_violence"


@pytest.mark.rule("AP-2.1.9")
def test_force_that_is_announced_is_a_threat() -> None:
    """The same deed is a threat while it has not been done."""
    assert classed("Ik sla je tegen de grond.") == "threat"


@pytest.mark.parametrize("text", ["", " \n\t", "?!...", "\u200b", "qwrt zxcv", "12345", "\U0001f600"])
def test_without_meaning_there_is_the_lowest_class(text: str) -> None:
    """A text without meaning gets emotion, with low scores and no reasons."""
    found = suggest(text)

    assert (found.classed, found.reasons) == (CLASSES[0], ())
    assert max(found.scores.values()) <= 0.2


def test_a_reason_quotes_the_text_as_it_stands() -> None:
    """A reason holds the words of the text with their capitals and tricks."""
    assert Reason("AP-2.1.7", "J3 bent een L0SER") in suggest("Zeg: J3 bent een L0SER!").reasons
