"""May this person be here today: yes, no, with escort or not sure; nobody is kept out for his name alone."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.case.builders import NOON, Story
from tests.unit.case.test_bans import banned, delivered
from vangnet.case.door import Answer, Purpose, Visitor, answer_of, at_the_door
from vangnet.case.entries import BANS, entries

BORN = date(1970, 5, 4)
DAY = NOON + timedelta(days=5)


def of(name: str, born: date | None, **changes: Any) -> Story:
    """Return a case with a ban from the town hall in force, of somebody with this name and date of birth."""
    story = delivered(banned(**changes))
    story = Story(story.protocol, story.case, story.log, story.now)
    event = story.decided("c.bos", "identify_perpetrator", perpetrator="K. Dijkstra", born=born)[0]
    who = event.perpetrator.model_copy(update={"name": name})  # type: ignore[attr-defined]
    return story.with_events((event.model_copy(update={"perpetrator": who}),), "c.bos")


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
