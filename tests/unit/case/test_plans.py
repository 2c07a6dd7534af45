"""What is planned: talks in the secured zone, what a risk asks for, meetings with their analysis, coming back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.unit.case.builders import NOON, Story, a_case, a_threat, refused
from tests.unit.case.test_measures import BAN, ready
from vangnet.case.errors import Invalid
from vangnet.case.plans import visit_advice

TOMORROW = NOON + timedelta(days=1, hours=2)
TALK: dict[str, Any] = {"at": TOMORROW, "place": "Spreekkamer 2", "secured": True, "citizen": "K. Dijkstra"}
VISIT = TALK | {
    "place": "Molenweg 8",
    "secured": False,
    "why": "Hij kan niet reizen",
    "until": TOMORROW + timedelta(hours=1),
}


def a_talk(by: str = "w.devries", **fields: Any) -> Story:
    """Return the story after a talk was planned."""
    return Story().does(by, "plan_talk", **TALK | fields)


def a_visit(**fields: Any) -> Story:
    """Return a risky visit at the moment at which it begins: she went, with somebody, and will be back in an hour."""
    story = Story().does("w.devries", "plan_talk", **VISIT | {"risk": True, "second_person": "n.brouwer"} | fields)
    return story.until(TOMORROW).does("w.devries", "check_in")


@pytest.mark.rule("AP-3.1.1")
def test_a_talk_is_in_the_secured_zone_or_says_why_not() -> None:
    """It has a time and a place; outside the zone it asks why, and keeps the answer."""
    assert a_talk().summary()["secured"] is True
    for lacking in ({"secured": None}, {"secured": False}, {"place": " "}, {"at": None}):
        with refused("AP-3.1.1"):
            Story().decided("w.devries", "plan_talk", **TALK | lacking)

    assert a_talk(secured=False, why="Hij kan niet reizen").summary()["why_not_secured"] == "Hij kan niet reizen"


@pytest.mark.rule("AP-3.1.2")
def test_a_risky_talk_has_security_or_a_second_person_and_they_hear_of_it() -> None:
    """Without either it is refused; who was arranged is told at once, and security by SMS too."""
    with refused("AP-3.1.2"):
        Story().decided("w.devries", "plan_talk", **TALK | {"risk": True})
    with refused("AP-3.1.2"):
        Story().decided("w.devries", "plan_talk", **TALK | {"risk": True, "second_person": "w.devries"})

    assert a_talk(risk=True, security=True).told("v.post") == ["plan_made", "plan_made"]
    assert a_talk(risk=True, second_person="n.brouwer").told("n.brouwer") == ["plan_made"]


def test_who_is_in_it_is_reminded_the_day_before() -> None:
    """Not where it was called off meanwhile."""
    story = a_talk(security=True, at=NOON + timedelta(days=3))
    off = story.does("w.devries", "record_held", held=False).later(days=3)

    assert "plan_soon" in story.later(days=3).told("w.devries")
    assert "plan_soon" in story.later(days=3).told("v.post")
    assert "plan_soon" not in off.told("w.devries")


@pytest.mark.rule("AP-3.1.2")
def test_a_citizens_history_advises_and_is_not_told() -> None:
    """A threat that a person confirmed to be his says: take security; what happened stands nowhere in the plan."""
    threat = a_threat(account="Ik weet waar je woont").case
    context = Story().context("w.devries")
    advised = {
        "nothing": visit_advice(context),
        "verbal": visit_advice(context.knowing((a_case().case,))),
        "threat": visit_advice(context.knowing((threat,))),
    }

    assert advised == {"nothing": (), "verbal": ("secured_zone",), "threat": ("take_security", "secured_zone")}
    banned = ready().does("b.vandam", "decide_measure", **BAN).case
    held = replace(
        banned, measures={name: replace(one, delivered_on=one.starts_on) for name, one in banned.measures.items()}
    )
    later = replace(context.knowing((held,)), now=NOON + timedelta(days=30))
    assert "ask_first" in visit_advice(later)


@pytest.mark.rule("AP-3.1.2")
def test_who_is_not_back_in_time_raises_the_alarm() -> None:
    """With place and company for whoever is alarmed; she was reminded before, and no SMS tells where it is."""
    story = a_visit().later(minutes=50)
    assert "duty_reminder" in story.told("w.devries", "sms")
    assert not story.case.alarms
    story = story.later(minutes=10)

    assert {"alarm_visit"} == set(story.told("c.bos", "sms")) == set(story.told("v.post", "sms"))
    assert story.sees("v.post") == {"summary", "account"}
    assert (story.summary()["place"], story.summary()["second_person"]) == ("Molenweg 8", "n.brouwer")
    assert "Molenweg" not in str([one.params for one in story.case.messages.values()])
    assert "alarm_visit" in story.later(minutes=10).told("o.meijer")


def test_who_is_back_in_time_raises_nothing() -> None:
    """Nor does who puts it off; and coming back late answers the alarm."""
    back = a_visit().later(minutes=30).does("w.devries", "check_out").later(hours=3)
    put_off = a_visit().later(minutes=30)
    put_off = put_off.does("w.devries", "check_in", until=put_off.now + timedelta(hours=2)).later(hours=1)
    late = a_visit().later(hours=2)
    alarmed = bool(late.case.alarm and late.case.alarm.open)
    late = late.does("n.brouwer", "check_out")

    assert not back.case.alarms
    assert not put_off.case.alarms
    assert alarmed
    assert late.case.alarm
    assert not late.case.alarm.open
    assert late.decided("w.devries", "check_out") == ()


def test_a_check_in_says_until_when() -> None:
    """Without an end that was planned it asks for one, which lies ahead."""
    story = a_talk()
    with refused("AP-3.1.2"):
        story.decided("w.devries", "check_in")
    with pytest.raises(Invalid):
        story.decided("w.devries", "check_in", until=NOON)
    with refused("AP-3.1.2"):
        story.decided("c.bos", "check_in", until=TOMORROW)


@pytest.mark.rule("AP-3.1.3")
def test_a_meeting_has_its_risk_analysis_before_it() -> None:
    """Due a week before; the organiser is reminded, and the co-ordinator hears where it is missing."""
    at = NOON + timedelta(days=30)
    story = Story().does("e.kramer", "plan_meeting", at=at, place="Wijkcentrum", about="Opvang")
    assert story.owners("risk_analysis") == ("e.kramer",)
    assert story.duty("risk_analysis").due == at - timedelta(days=7)
    late = story.until(at - timedelta(days=5))
    assert "duty_reminder" in late.told("e.kramer")
    assert "duty_overdue" in late.told("e.kramer")
    assert late.told("c.bos", duty="risk_analysis")

    for lacking in ({"outcome": "Boze buren"}, {"measures": ["Bode bij de deur"]}):
        with refused("AP-3.1.3"):
            story.decided("e.kramer", "record_risk_analysis", **lacking)
    done = {"outcome": "Boze buren", "measures": ["Bode bij de deur"], "place": "Sporthal", "security": True}
    with refused("AP-3.1.3"):
        story.until(at).decided("e.kramer", "record_risk_analysis", **done)
    story = story.does("g.mulder", "record_risk_analysis", **done)

    assert "risk_analysis" not in story.open()
    assert (story.summary()["risk_analysis"], story.summary()["place"]) == (True, "Sporthal")
    assert story.told("v.post") == ["plan_made"]


def test_a_plan_is_wiped_half_a_year_after_it() -> None:
    """A register of who talked with whom is kept no longer than it helps."""
    assert not a_talk().later(days=170).case.wiped
    assert a_talk().later(days=190).case.wiped


@pytest.mark.parametrize(
    ("person", "parts"),
    [
        *((who, {"summary", "account"}) for who in ("w.devries", "n.brouwer", "c.bos")),
        ("v.post", {"summary"}),
        *((who, set()) for who in ("r.bakker", "g.mulder", "b.vandam", "y.beheer", "e.kramer")),
    ],
)
def test_who_reads_a_plan(person: str, parts: set[str]) -> None:
    """Who goes and joins, and the co-ordinator; security only when and where."""
    assert a_talk(risk=True, security=True, second_person="n.brouwer").sees(person) == parts


def test_one_plans_for_oneself_and_an_organiser_for_others() -> None:
    """Nobody sends a colleague anywhere."""
    with refused("AP-3.1.2"):
        Story().decided("r.bakker", "plan_talk", **TALK | {"goes": "w.devries"})

    assert a_talk("e.kramer", goes="w.devries").told("w.devries") == ["plan_made"]
    with pytest.raises(Invalid):
        Story().decided("w.devries", "plan_talk", **TALK | {"second_person": "niemand"})
    with pytest.raises(Invalid):
        Story().decided("w.devries", "plan_talk", **TALK | {"at": NOON - timedelta(1)})


def test_what_is_planned_is_no_case() -> None:
    """Nothing of a case can be done in it, and nothing of it in a case."""
    with refused("AP-5.1.6"):
        a_talk().decided("c.bos", "take_case", aim="Rust")
    with refused("AP-3.1.2"):
        a_case().decided("c.bos", "record_held")
