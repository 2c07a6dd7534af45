"""May this person be here today: yes, no, with escort or not sure; nobody is kept out for his name alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schemas.report import Perpetrator
from tests.unit.case.builders import NOON, Story
from tests.unit.case.test_bans import banned, delivered
from tests.unit.case.test_measures import BAN, ready
from vangnet.case.door import Answer, Purpose, Visitor, answer_of, at_the_door
from vangnet.case.entries import BANS, entries

BORN = date(1970, 5, 4)
DAY = NOON + timedelta(days=5)


def of(name: str, born: date | None, **changes: Any) -> Story:
    """Return a case with a ban from the town hall in force, of somebody with this name and date of birth."""
    return delivered(identified(ready(), name, born).does("b.vandam", "decide_measure", **BAN | changes))


def identified(story: Story, name: str, born: date | None) -> Story:
    """Return the story once a person confirmed that he did it."""
    event = story.decided("c.bos", "identify_perpetrator", perpetrator="K. Dijkstra", born=born)[0]
    changes = {"perpetrator": {"kind": "person", "name": name}, "fingerprint": name}
    return story.with_events((type(event).model_validate(event.model_dump() | changes),), "c.bos").followed()


def asked(
    story: Story, name: str, born: date | None, purpose: Purpose = "visit", building: str = "gemeentehuis"
) -> Answer:
    """Return what the desk is told."""
    return answer_of(at_the_door([story.case], Visitor(name, born, building, purpose), DAY))


@pytest.mark.rule("AP-5.2.8")
@pytest.mark.parametrize(
    ("name", "born", "says"),
    [
        ("Jan de Wit", BORN, "no"),
        ("jan de wit", BORN, "no"),
        ("J. de Wit", BORN, "no"),
        ("Jan Wit", BORN, "no"),
        ("Jan de Wit", None, "unsure"),
        ("J. de Wit", None, "unsure"),
        ("de Wit", None, "unsure"),
        ("Jan de Wit", date(1988, 1, 1), "yes"),
        ("Piet de Wit", None, "yes"),
        ("P. de Wit", BORN, "yes"),
        ("Jan de Zwart", BORN, "yes"),
    ],
)
def test_only_a_name_with_its_date_of_birth_keeps_anybody_out(name: str, born: date | None, says: Answer) -> None:
    """Who could be him is for security; who has another date of birth comes in."""
    assert asked(of("Jan de Wit", BORN), name, born) == says


def test_a_ban_of_whom_no_date_of_birth_is_known_is_never_a_no() -> None:
    """However well the name fits."""
    assert asked(of("Jan de Wit", None), "Jan de Wit", BORN) == "unsure"


@pytest.mark.parametrize(
    ("purpose", "says"),
    [("visit", "no"), ("vote", "yes"), ("counter", "escort"), ("procedure", "escort"), ("meeting", "yes")],
)
def test_basic_services_stay_open_under_a_ban_of_buildings(purpose: Purpose, says: Answer) -> None:
    """Voting, a passport, his own hearing, the public meeting of the council."""
    assert asked(of("Jan de Wit", BORN), "Jan de Wit", BORN, purpose) == says
    perhaps = says if says == "yes" else "unsure"
    assert asked(of("Jan de Wit", BORN), "J. de Wit", None, purpose) == perhaps


@pytest.mark.parametrize("purpose", ["visit", "vote", "counter", "procedure", "meeting"])
def test_a_ban_from_meetings_closes_meetings_alone(purpose: Purpose) -> None:
    """The building itself stays open."""
    story = of("Jan de Wit", BORN, legal_basis="gemeentewet_26", buildings=[], repeated="Drie keer")

    assert asked(story, "Jan de Wit", BORN, purpose) == ("no" if purpose == "meeting" else "yes")


def test_a_ban_stays_of_whom_it_was_decided_for() -> None:
    """Who is identified afterwards is not banned by it; who was known by no name but the reporter's may be him."""
    later = identified(of("Jan de Wit", BORN), "Piet Bos", date(1980, 1, 1))
    assert asked(later, "Piet Bos", date(1980, 1, 1)) == "yes"
    assert asked(later, "Jan de Wit", BORN) == "no"

    named = in_hand_of("Jan de Wit")
    assert asked(named, "Jan de Wit", None) == asked(named, "J. de Wit", BORN) == "unsure"
    assert asked(named, "Piet Bos", None) == "yes"
    assert asked(identified(named, "Piet Bos", BORN), "Piet Bos", BORN) == "unsure"


def in_hand_of(name: str) -> Story:
    """Return a case with a ban in force of somebody whom the reporter alone named."""
    story = delivered(banned())
    report = story.case.report
    assert report
    named = report.model_copy(update={"perpetrators": (Perpetrator(kind="person", name=name),)})
    return replace(story, case=replace(story.case, report=named))


def test_another_name_of_his_is_his_too() -> None:
    """Until somebody takes it back."""
    story = of("Jan de Wit", BORN)
    (event,) = story.decided("c.bos", "merge_perpetrators", perpetrator="De Stille Straat", why="Zelfde adres")
    joined = event.model_copy(update={"name": "Johan Wit"})
    parted = joined.model_copy(update={"undone": True})

    assert asked(story, "Johan Wit", BORN) == "yes"
    assert asked(story.with_events((joined,), "c.bos"), "Johan Wit", BORN) == "no"
    assert asked(story.with_events((joined, parted), "c.bos"), "Johan Wit", BORN) == "yes"


def test_another_building_is_open() -> None:
    """A ban is for the buildings that it names."""
    assert asked(of("Jan de Wit", BORN), "Jan de Wit", BORN, building="sporthal") == "yes"


def test_a_ban_stands_in_the_list_of_the_door_while_it_can_hold() -> None:
    """From its delivery until it ends; by its last day, so that what is over is not looked through."""

    def listed(story: Story) -> list[str]:
        return [place for name, place in entries(story.context()) if name == BANS]

    assert listed(banned()) == []
    assert listed(delivered()) == ["2027-03-01|VN-1"]
    assert listed(delivered().does("b.vandam", "end_measure", why="Excuses")) == []
