"""Who acts where somebody is away, harmed, accused or related (AP-6.2)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.case.builders import NOON, Story, a_case, a_threat, everybody, protocol, refused

A_WEEK = timedelta(days=7)
# What a person harmed sees, whatever roles he also holds.
HARMED = {"summary", "account", "evidence", "measures", "aangifte", "damage", "security", "messages"}
HARMED |= {"aftercare", "reflection"}


def away(*people: str) -> Story:
    """Return a story in which these people are away."""
    return Story(away=tuple((who, NOON - A_WEEK, NOON + A_WEEK) for who in people))


@pytest.mark.rule("AP-6.2")
def test_the_locoburgemeester_acts_for_a_burgemeester_who_is_harmed() -> None:
    """Of a threat to the burgemeester, what is the burgemeester's falls to the locoburgemeester."""
    story = a_threat("b.vandam")

    assert story.owners("consider_triangle") == ("w.jansen",)
    assert story.summary()["spokesperson"] == "w.jansen"


@pytest.mark.rule("AP-6.2")
def test_a_burgemeester_who_is_harmed_sees_what_a_person_harmed_sees() -> None:
    """His office gives him nothing more; to the locoburgemeester it gives what it would have given him."""
    story = a_threat("b.vandam")
    advised = story.does("c.bos", "give_advice", measures=["ban"], why="Derde keer")

    assert advised.sees("b.vandam") == HARMED
    assert {"account", "evidence", "hearing", "security"} <= advised.sees("w.jansen")


@pytest.mark.rule("AP-6.2")
@pytest.mark.parametrize(
    ("do", "fields"),
    [
        ("take_case", {"aim": "Rust"}),
        ("confirm_class", {"class_": "emotion", "why": "Het viel mee"}),
        ("complete_duty", {"duty": "contact_police"}),
        ("close_case", {"because": "unfounded"}),
        ("acknowledge", {}),
        ("record_first_contact", {"person": "g.mulder"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_is_harmed_decides_nothing(do: str, fields: dict[str, str]) -> None:
    """A griffier who is harmed gives no command in his own case, whatever role he holds."""
    with refused("AP-6.2"):
        a_threat("g.mulder", harmed=["g.mulder", "r.bakker"]).decided("g.mulder", do, **fields)


@pytest.mark.rule("AP-6.2")
def test_what_is_the_harmeds_own_stays_his() -> None:
    """He declines care, adds what he has, and chooses who cares for him."""
    story = a_threat()

    assert story.decided("r.bakker", "decline_aftercare")
    assert story.decided("r.bakker", "add_note", part="account", text="Hij belde ook")
    assert story.decided("r.bakker", "assign_aftercare", person="r.bakker", giver="q.smits")


@pytest.mark.rule("AP-6.2")
def test_nobody_harmed_chooses_for_another() -> None:
    """Of two who are harmed, neither gives the care of the other to somebody."""
    story = a_threat(harmed=["r.bakker", "r.yilmaz"])

    with refused("AP-6.2"):
        story.decided("r.bakker", "assign_aftercare", person="r.yilmaz", giver="q.smits")


@pytest.mark.rule("AP-6.2")
@pytest.mark.parametrize("named", [{"person": "b.vandam"}, {"name": "Bea van Dam"}], ids=["by id", "by name"])
def test_who_is_accused_is_replaced_and_sees_nothing(named: dict[str, str]) -> None:
    """A wethouder who reports about the burgemeester reports to the locoburgemeester."""
    story = a_case("w.devries", perpetrators=[{"kind": "person"} | named])

    assert story.owners("take_case") == ("w.jansen",)
    assert (story.sees("b.vandam"), story.told("b.vandam")) == (set(), [])


@pytest.mark.rule("AP-6.2")
def test_who_is_related_is_replaced() -> None:
    """The griffier does not receive the case of his own brother; it does not matter at which of them it stands."""
    for one, other in (("g.mulder", "r.bakker"), ("r.bakker", "g.mulder")):
        story = a_case(story=Story(protocol=protocol({one: other})))

        assert story.owners("take_case") == ("g.peters",)
        assert story.sees("g.mulder") == set()


@pytest.mark.rule("AP-6.2")
def test_who_receives_and_is_harmed_himself_is_replaced() -> None:
    """With a raadslid the griffier was harmed: the case is his deputy's, and so is the care of the raadslid."""
    story = a_case(harmed=["r.bakker", "g.mulder"])

    assert "g.mulder" not in {*story.owners("take_case"), *story.owners("first_talk", "r.bakker")}
    assert story.owners("first_talk", "r.bakker") == ("g.peters",)


@pytest.mark.parametrize("person", [who for who in everybody() if who not in {"x.auditor", "x.fg", "q.smits"}])
def test_no_duty_is_ever_without_an_owner(person: str) -> None:
    """Whoever of the municipality is accused, each duty of a threat has somebody, and never him."""
    story = a_threat("r.hofman", perpetrators=[{"kind": "person", "person": person}])

    owners = {duty.id: story.owners(duty.name) for duty in story.case.open_duties()}

    assert all(owners.values())
    assert person not in {who for found in owners.values() for who in found}


def test_the_deputy_acts_for_who_is_away() -> None:
    """While the griffier is away his deputy receives, is alarmed, and gives the care."""
    story = a_threat(story=away("g.mulder"))

    assert (story.owners("take_case"), story.owners("first_talk")) == (("g.peters",), ("g.peters",))
    assert (story.told("g.mulder"), story.told("g.peters", "sms")) == ([], ["alarm"])


def test_where_everybody_is_away_the_configuration_names_one() -> None:
    """With griffier and deputy away the case falls to the first of those who are named for it."""
    assert a_case(story=away("g.mulder", "g.peters")).owners("take_case") == ("s.visser",)


def test_an_absence_ends() -> None:
    """Who is back has his duties back."""
    story = a_case(story=away("g.mulder"))

    assert story.later(days=7).owners("take_case") == ("g.mulder",)
    assert story.until(NOON + A_WEEK - timedelta(seconds=1)).owners("take_case") == ("g.peters",)


def test_who_is_away_sees_what_his_deputy_does_not_need() -> None:
    """The role's sight goes with the role."""
    story = replace(a_case(), away=away("g.mulder").away)

    assert "account" in story.sees("g.peters")
    assert story.sees("g.mulder") == set()


def test_a_chain_whose_receiver_is_harmed_begins_with_his_deputy() -> None:
    """Of a threat to raadslid and griffier the deputy is alarmed first, and the griffier never."""
    story = a_threat(harmed=["r.bakker", "g.mulder"])

    assert "alarm" in story.told("g.peters", "sms")
    assert story.later(hours=2).told("g.mulder") == []
