"""The sixteen elements stand in a letter that needs them, and no remedy of another kind does."""

import pytest

from schemas.words import LegalBasis
from tests.letters.reading import text
from tests.letters.samples import BASES, HOUSE, ban, letter, samples
from vangnet.letters import render
from vangnet.letters.kinds import ELEMENTS

# What shows that an element is there, in every ban; the basis's own words are in test_bases.py.
SHOWN: dict[int, tuple[str, ...]] = {
    1: ("J. de Wit", "Molenweg 8", "1234 CD Voorbeeldstad", "maandag 30 november 2026", "Kenmerk VN-7K3M-Q2TX"),
    2: ("van Voorbeeldstad",),
    3: ("Wie dit heeft beslist", "artikel"),
    4: ("23 november 2026", "Plaats: raadzaal", "Hoe: tijdens de raadsvergadering", "door de sprekers heen"),
    5: ("Kritiek mag altijd", "De huisregels hangen zichtbaar"),
    6: ("Uw kant",),
    7: ("Toch weegt zwaarder", "versie 2026-1", "Wij hebben niet eerder een maatregel", "een duur van drie maanden"),
    8: ("Adres", "Welk deel", "terrein", "ergaderingen", "bellen, mailen en schrijven"),
    9: ("Van woensdag 2 december 2026 tot en met",),
    10: ("Wat wel mag", "stemmen", "Carla Bos", "14 0123", "c.bos@voorbeeldstad.example"),
    11: ("Als u zich er niet aan houdt",),
    12: ("Wij vertellen de politie over deze maatregel",),
    13: ("Uiterlijk op", "zeg erbij wat er is veranderd"),
    14: ("Niet mee eens?",),
    15: ("register agressie en geweld", "vijf jaar na de einddatum", "uw gegevens inzien", "fg@voorbeeldstad.example"),
    16: ("Met vriendelijke groet",),
}
OBJECTION = ("bezwaar maken", "zes weken", "voorlopige voorziening", "bezwaar")
COMPLAINT = ("klacht", "artikel 9:1", "burgerlijke rechter", "kort geding")
KINDS = ("huisrecht", "gemeentewet_26")  # one of each character that a municipality decides


def test_only_a_judge_ends_a_judges_ban() -> None:
    """The letter says so, where every other ban may be ended by who decided it."""
    assert "Alleen de rechter kan dit verbod eerder laten stoppen" in text(render(ban("court"), HOUSE).pdf)


@pytest.mark.parametrize("number", ELEMENTS)
@pytest.mark.parametrize("basis", BASES)
def test_a_ban_has_the_element(basis: LegalBasis, number: int) -> None:
    """Whatever the basis."""
    said = text(render(ban(basis), HOUSE).pdf)

    assert [one for one in SHOWN[number] if one not in said] == []


@pytest.mark.parametrize("basis", BASES)
def test_no_remedy_of_another_kind(basis: LegalBasis) -> None:
    """A besluit offers objection and no complaint, house right the other way round, a judgment neither."""
    said = text(render(ban(basis), HOUSE).pdf).lower()
    besluit = basis not in ("huisrecht", "court")

    assert [one in said for one in OBJECTION] == [besluit] * len(OBJECTION)
    assert [one in said for one in COMPLAINT] == [basis == "huisrecht"] * len(COMPLAINT)


@pytest.mark.parametrize("name", ["warning", "invitation", "service_limit", "early_end", "avg_notice"])
def test_what_is_no_besluit_offers_no_objection(name: str) -> None:
    """Neither the word nor its term."""
    said = text(render(samples()[name], HOUSE).pdf).lower()

    assert "bezwaar" not in said
    assert "zes weken" not in said


def test_a_decision_on_an_objection_leads_to_the_court() -> None:
    """Appeal within six weeks; no second objection."""
    said = text(render(letter("objection_decision"), HOUSE).pdf)

    assert "in beroep gaan bij de rechtbank" in said
    assert "binnen zes weken na de dag waarop deze beslissing is verzonden" in said
    assert "bezwaar maken" not in said
    assert "klacht" not in said


def test_an_invitation_has_two_ways() -> None:
    """A talk, or in writing on paper or by the link; without a link, on paper."""
    said = text(render(letter("invitation"), HOUSE).pdf)
    without = text(render(letter("invitation", link=None), HOUSE).pdf)

    assert "In een gesprek. U bent welkom op dinsdag 8 december 2026 om 10.00 uur" in said
    assert "Op papier of via internet" in said
    assert "https://vangnet.voorbeeldstad.example" in said
    assert "https" not in without
    assert "Gebruik het formulier bij deze brief." in without


@pytest.mark.parametrize("included", [True, False])
def test_what_a_ban_includes_is_said_both_ways(included: bool) -> None:
    """Grounds, meetings and digital ways: in or out, never silence."""
    said = text(
        render(ban(grounds_included=included, meetings_included=included, digital_included=included), HOUSE).pdf
    )

    assert ("Het terrein bij deze plaatsen hoort erbij" in said) is included
    assert ("Vergaderingen op deze plaatsen horen erbij" in said) is included
    assert ("Bellen, mailen en chatten horen erbij" in said) is included
    assert ("U mag ons gewoon bellen" in said) is not included
    assert ("Wilt u erbij zijn of bent u opgeroepen? Maak eerst een afspraak" in said) is included


@pytest.mark.parametrize("basis", KINDS)
def test_who_did_not_answer_was_invited(basis: LegalBasis) -> None:
    """The letter says when, and that nothing came."""
    hearing = {"held_on": "2026-11-20", "form": "invited_no_reply"}

    assert "Wij hebben niets van u gehoord" in text(render(ban(basis, hearing=hearing), HOUSE).pdf)
