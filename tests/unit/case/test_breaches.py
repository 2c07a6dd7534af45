"""A ban that is broken, and somebody who does not leave: the police is called and an aangifte proposed."""

from typing import Any

import pytest

from tests.unit.case.builders import Story, refused
from tests.unit.case.test_bans import banned, delivered
from tests.unit.case.test_measures import ready


def broken(story: Story, **fields: Any) -> Story:
    """Return the story once the desk said that he was there."""
    return story.does("d.brink", "report_breach", **fields)


@pytest.mark.rule("AP-5.2.8")
def test_a_breach_alarms_at_once_and_proposes_an_aangifte() -> None:
    """Security and the handler get it by SMS and mail, the aangever decides on an aangifte; no demand is asked for."""
    story = broken(delivered().later(days=3), ban="ban-1", building="gemeentehuis", account="Hij stond in de hal")

    assert set(story.owners("notify_police")) == {"v.post", "h.willems"}
    assert story.told("v.post", "sms", "notify_police") == ["duty_opened"]
    assert story.told("h.willems", "sms", "notify_police") == ["duty_opened"]
    assert "decide_on_aangifte" in story.open()
    (breach,) = story.case.breaches
    assert (breach.measure, breach.building, breach.by) == ("ban-1", "gemeentehuis", "d.brink")


@pytest.mark.rule("AP-5.2.8")
def test_each_breach_asks_for_the_police_anew() -> None:
    """What was done about the first leaves the second open."""
    story = broken(delivered().later(days=3))
    story = story.does("v.post", "notify_police", reference="PL-2026-1")
    assert "notify_police" not in story.open()

    assert "notify_police" in broken(story.later(days=1)).open()


@pytest.mark.rule("AP-5.2.8")
@pytest.mark.parametrize(
    "fields",
    [{"at": "2026-11-30T10:00:00Z"}, {"building": "sporthal"}, {"ban": "ban-2"}],
    ids=["before its first day", "another building", "another ban"],
)
def test_outside_a_ban_in_force_it_is_no_breach(fields: dict[str, Any]) -> None:
    """Nothing is recorded, and it says why."""
    with refused("AP-5.2.8"):
        delivered().later(days=3).decided("d.brink", "report_breach", **fields)

    with refused("AP-5.2.8"):
        banned().later(days=3).decided("d.brink", "report_breach")


@pytest.mark.rule("AP-5.2.8")
def test_a_ban_from_meetings_is_broken_in_a_meeting_alone() -> None:
    """Whoever stands at the counter breaks nothing."""
    of_meetings = banned(legal_basis="gemeentewet_26", repeated="Drie keer")
    story = delivered(of_meetings).later(days=3)

    with refused("AP-5.2.8"):
        story.decided("d.brink", "report_breach", building="gemeentehuis")
    assert story.decided("d.brink", "report_breach", building="gemeentehuis", meeting=True)


@pytest.mark.rule("AP-5.2.6")
def test_who_stays_after_three_demands_meets_the_police() -> None:
    """After the third the police is called and an aangifte proposed; who leaves at the third has left."""
    story = ready()
    for _ in range(2):
        story = story.does("r.bakker", "demand_to_leave", building="gemeentehuis", words="U moet nu weg")
    assert "notify_police" not in story.open()

    stays = story.does("v.post", "demand_to_leave", words="U moet nu weg", witness="Dirk Brink")
    leaves = story.does("v.post", "demand_to_leave", words="U moet nu weg", left=True)

    assert {"notify_police", "decide_on_aangifte"} <= stays.open()
    assert stays.told("v.post", "sms", "notify_police") == ["duty_opened"]
    assert "notify_police" not in leaves.open()


@pytest.mark.rule("AP-5.2.8")
def test_a_breach_needs_no_demand_at_all() -> None:
    """Who enters against a ban in force is in breach of it (Sr 138, 139)."""
    story = broken(delivered().later(days=3))

    assert story.case.demands == ()
    assert "notify_police" in story.open()
