"""Each legal basis makes its own letter: who decides, how long, whom one may not hear, the breach and the remedy."""

from datetime import date
from typing import Any

import pytest

from schemas.letters import Capacity, NoHearing
from schemas.words import LegalBasis
from tests.letters.reading import text
from tests.letters.samples import BASES as NAMES
from tests.letters.samples import DECIDERS, FACTS, HOUSE, MANDATE, OF_BASIS, ban, letter
from tests.unit.case.builders import Story
from vangnet.case.facts import Context
from vangnet.case.mandates import needs_mandate
from vangnet.letters import LetterError, render
from vangnet.letters.bases import BASES
from vangnet.letters.checking import check

BESLUITEN = tuple(name for name in NAMES if BASES[name].rule.character == "besluit")
A_TO_C: set[NoHearing] = {"urgent", "heard_before", "needs_surprise"}

# As a lawyer would compare them: character, decider, months, grounds for not hearing, words of remedy, breach, start.
ROWS: dict[LegalBasis, tuple[str, set[Capacity], int | None, set[NoHearing], str, str, str]] = {
    "huisrecht": (
        "civil",
        {"college", "burgemeester", "locoburgemeester"},
        None,
        A_TO_C | {"not_addressable", "unknown"},
        "artikel 9:1",
        "artikel 138 en 139 van het Wetboek van Strafrecht",
        "artikel 3:37",
    ),
    "gemeentewet_26": (
        "besluit",
        {"council_chair", "acting_council_chair"},
        3,
        A_TO_C,
        "bij de voorzitter van de gemeenteraad van Voorbeeldstad",
        "artikel 26, eerste lid, van de Gemeentewet). Het kan ook strafbaar zijn als lokaalvredebreuk (artikel 139",
        "artikel 3:40",
    ),
    "gemeentewet_172_3": (
        "besluit",
        {"burgemeester", "locoburgemeester"},
        None,
        A_TO_C,
        "bij de burgemeester van Voorbeeldstad",
        "artikel 184 van het Wetboek van Strafrecht",
        "artikel 3:40",
    ),
    "gemeentewet_172a": (
        "besluit",
        {"burgemeester", "locoburgemeester"},
        3,
        A_TO_C,
        "bij de burgemeester van Voorbeeldstad",
        "artikel 184 van het Wetboek van Strafrecht",
        "artikel 3:40",
    ),
    "apv": (
        "besluit",
        {"college", "burgemeester", "locoburgemeester"},
        None,
        A_TO_C,
        "bij de burgemeester van Voorbeeldstad",
        "strafbaar volgens de APV: hechtenis",
        "artikel 3:40",
    ),
    "court": (
        "judgment",
        {"college", "burgemeester", "locoburgemeester"},
        None,
        set(),
        "Hoger beroep kan bij het gerechtshof",
        "een dwangsom van 500 euro",
        "betekend",
    ),
}


def refused(where: str, **changes: Any) -> None:
    """See that a ban with these changes is refused for that field."""
    with pytest.raises(LetterError) as caught:
        render(ban(**changes), HOUSE)
    assert caught.value.where == where


@pytest.mark.parametrize("basis", NAMES)
def test_a_row_is_as_the_law_has_it(basis: LegalBasis) -> None:
    """Character, deciders, longest time and grounds in the table; remedy, breach and start in the letter."""
    character, deciders, months, grounds, *sentences = ROWS[basis]
    row = BASES[basis]
    said = text(render(ban(basis), HOUSE).pdf)

    assert (row.rule.character, set(row.deciders), row.rule.months_max, set(row.grounds)) == (
        character,
        deciders,
        months,
        grounds,
    )
    assert [one for one in sentences if one not in said] == []


@pytest.mark.parametrize("basis", NAMES)
def test_nobody_else_decides(basis: LegalBasis) -> None:
    """Every capacity that is not in the row is refused, with or without a mandate."""
    others: set[Capacity] = {"college", "burgemeester", "locoburgemeester", "council_chair", "acting_council_chair"}

    for capacity in sorted(others - set(BASES[basis].deciders)):
        refused("decider.capacity", basis=basis, decider={"name": "B", "capacity": capacity, "mandate": MANDATE})
    refused("decider.capacity", basis=basis, decider={"name": "B", "capacity": "official", "office": "hoofd"})


@pytest.mark.parametrize("capacity", ["burgemeester", "locoburgemeester"])
def test_house_right_needs_the_mandate(capacity: Capacity) -> None:
    """It is the college's (Gemeentewet 160); whoever decides for it names the mandate, and the letter has it."""
    refused("decider.mandate", decider={"name": "Bea van Dam", "capacity": capacity})
    said = text(render(ban(decider={"name": "Bea", "capacity": capacity, "mandate": MANDATE}), HOUSE).pdf)

    assert "namens het college van burgemeester en wethouders van Voorbeeldstad (mandaat van donderdag 15 jan" in said
    assert "kenmerk 2026/0117" in said


@pytest.mark.parametrize("basis", BESLUITEN)
@pytest.mark.parametrize("ground", ["not_addressable", "unknown"])
def test_a_besluit_knows_three_grounds(basis: LegalBasis, ground: NoHearing) -> None:
    """Only those of Awb 4:11 are there; they are named with their letter, which a huisrecht ban does not do."""
    refused("hearing.ground", basis=basis, hearing={"ground": ground, "why": "Hij loopt weg."})
    urgent = {"ground": "urgent", "why": "Morgen is er weer een vergadering."}

    assert "artikel 4:11, onder a" in text(render(ban(basis, hearing=urgent), HOUSE).pdf)
    assert "4:11" not in text(render(ban(hearing=urgent), HOUSE).pdf)


@pytest.mark.parametrize("basis", NAMES)
def test_the_hearing_is_the_judges_alone_where_a_judge_decided(basis: LegalBasis) -> None:
    """Everybody else heard him or says why not."""
    given = {"held_on": date(2026, 11, 26), "form": "phone", "account": "Niets."}

    refused("hearing", basis=basis, hearing=given if basis == "court" else None)


@pytest.mark.parametrize("basis", ["gemeentewet_26", "gemeentewet_172a", "apv"])
def test_three_months_is_three_months(basis: LegalBasis) -> None:
    """The same day three months later may be the last, the day after it not."""
    check(ban(basis, ends_on=date(2027, 3, 2)))
    refused("ends_on", basis=basis, ends_on=date(2027, 3, 3))


@pytest.mark.parametrize(("basis", "most"), [("gemeentewet_172a", 3), ("gemeentewet_26", 0), ("gemeentewet_172_3", 0)])
def test_extensions_are_counted(basis: LegalBasis, most: int) -> None:
    """Only 172a knows them, three at most; a house right ban has its own end and no count."""
    check(ban(basis, extension=most))
    check(ban("huisrecht", extension=9))
    refused("extension", basis=basis, extension=most + 1)


def test_a_meeting_ban_follows_repetition() -> None:
    """One disturbance is not yet repeatedly (Gemeentewet 26(2))."""
    refused("facts", basis="gemeentewet_26", facts=FACTS[:1])


@pytest.mark.parametrize("basis", [name for name in NAMES if name != "court"])
def test_no_ban_begins_before_its_letter(basis: LegalBasis) -> None:
    """Nobody can keep to what he was not told; a judgment was told by the judge's own officer."""
    refused("starts_on", basis=basis, starts_on=date(2026, 11, 29))
    check(ban("court", starts_on=date(2026, 11, 29)))


def test_what_belongs_to_one_basis_is_refused_under_another() -> None:
    """By-law and judgment stand where they are needed, and nowhere else."""
    refused("local_rule", basis="huisrecht", local_rule=OF_BASIS["apv"]["local_rule"])
    refused("local_rule", basis="apv", local_rule=None)
    refused("ruling", basis="huisrecht", ruling=OF_BASIS["court"]["ruling"])
    refused("ruling", basis="court", ruling=None)


@pytest.mark.parametrize("basis", NAMES)
def test_the_end_and_the_objection_follow_the_basis(basis: LegalBasis) -> None:
    """An objection is open against a besluit alone; only a judge ends what a judge imposed."""
    inadmissible = letter("objection_decision", legal_basis=basis, decider=DECIDERS[basis], outcome="inadmissible")
    upheld = letter("objection_decision", legal_basis=basis, decider=DECIDERS[basis], outcome="upheld")
    end = letter("early_end", legal_basis=basis, decider=DECIDERS[basis])

    check(inadmissible)
    if basis in BESLUITEN:
        check(upheld)
        assert "bezwaar maken" in text(render(end, HOUSE).pdf)
    else:
        with pytest.raises(LetterError, match="no objection is open"):
            check(upheld)
    if basis == "huisrecht":
        assert "bezwaar" not in text(render(end, HOUSE).pdf).lower()
    if basis == "court":
        with pytest.raises(LetterError, match="only a judge"):
            check(end)


def test_a_service_limit_names_its_mandate() -> None:
    """Whoever is not the college decides it by mandate, or not."""
    with pytest.raises(LetterError, match="mandate"):
        check(letter("service_limit", decider={"name": "H", "capacity": "official", "office": "hoofd"}))

    check(letter("service_limit", decider={"name": "H", "capacity": "college"}))


def test_a_mandate_is_needed_where_a_case_asks_for_it() -> None:
    """Who decides in the college's name by the letters' words is who does so in a case: by house right alone."""
    for name, row in BASES.items():
        burgemeester = row.deciders.get("burgemeester", False)

        assert needs_mandate(loaded_context(), "ban", name) == burgemeester


def loaded_context() -> Context:
    """Return a case of the example municipality."""
    return Story().context()
