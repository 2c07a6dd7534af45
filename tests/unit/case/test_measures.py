"""From advice to a measure: who decides, what comes first, and how a measure ends."""

from typing import Any

import pytest

from tests.unit.case.builders import Story, a_case
from vangnet.case.errors import Refused

BAN: dict[str, Any] = {
    "measure": "ban",
    "buildings": ["gemeentehuis"],
    "starts_on": "2026-12-01",
    "ends_on": "2027-03-01",
    "reasons": "Geweld tegen een raadslid",
    "why_departs": "Het ging door na twee gesprekken",
}
WARNING: dict[str, Any] = {"measure": "warning_written"}


def refusal(story: Story, actor: str, do: str, **fields: Any) -> str:
    """Return the rule by which a command is refused."""
    with pytest.raises(Refused) as caught:
        story.decided(actor, do, **fields)
    return caught.value.rule


def in_hand(*, advised: tuple[str, ...] = ("ban", "warning_written")) -> Story:
    """Return a case with a handler, and advice for these measures if any are named."""
    story = a_case()
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    if advised:
        story = story.does("c.bos", "give_advice", measures=list(advised), why="Derde keer")
    return story


def ready(*, advised: tuple[str, ...] = ("ban", "warning_written")) -> Story:
    """Return a case of which nothing stands in the way of a measure."""
    story = in_hand(advised=advised)
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    return story


@pytest.mark.rule("AP-5.2.7")
def test_only_the_burgemeester_decides_a_ban() -> None:
    """Neither the handler nor the co-ordinator, however much is in place; the burgemeester does."""
    story = ready()

    assert refusal(story, "h.willems", "decide_measure", **BAN) == "AP-5.2.7"
    assert refusal(story, "c.bos", "decide_measure", **BAN) == "AP-5.2.7"
    story = story.does("b.vandam", "decide_measure", **BAN)

    ban = story.case.measures["ban-1"]
    assert (ban.decided_by, ban.buildings, ban.legal_basis) == ("b.vandam", ("gemeentehuis",), "huisrecht")


@pytest.mark.rule("AP-5.2.7")
def test_the_chair_decides_on_meetings_for_three_months_at_most() -> None:
    """Under Gemeentewet 26 it is the chair's, not longer than three months; speed alone excuses from hearing."""
    story = ready()
    meetings = BAN | {"legal_basis": "gemeentewet_26", "repeated": "Ook op 2 en 9 november"}

    assert refusal(story, "h.willems", "decide_measure", **meetings) == "AP-5.2.7"
    assert refusal(story, "b.vandam", "decide_measure", **meetings | {"ends_on": "2027-03-02"}) == "AP-5.2.5"
    story = story.does("b.vandam", "decide_measure", **meetings)


@pytest.mark.rule("AP-2.6")
def test_the_order_of_refusals_is_fixed() -> None:
    """Who may decide comes before what is missing: advice, then the hearing, then the class, then the departure."""
    story = in_hand(advised=())
    seen = [
        refusal(story, "h.willems", "decide_measure", **BAN),
        refusal(story, "h.willems", "decide_measure", **WARNING),
    ]
    story = story.does("c.bos", "give_advice", measures=["ban"], why="Derde keer")
    seen.append(refusal(story, "h.willems", "decide_measure", **WARNING))
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    seen.append(refusal(story, "h.willems", "decide_measure", **WARNING))
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    seen.append(refusal(story, "h.willems", "decide_measure", **WARNING))
    story = story.does("h.willems", "decide_measure", **WARNING, why_departs="Het is de eerste keer")

    assert seen == ["AP-5.2.7", "AP-5.2.1", "AP-2.5", "AP-2.6", "AP-2.6"]
    assert "warning_written-1" in story.case.measures


@pytest.mark.rule("AP-2.5")
def test_nobody_is_dealt_with_unheard() -> None:
    """He is heard with his account, or there is a ground and a reason why not; a besluit asks for a narrower one."""
    story = in_hand()
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})

    assert refusal(story, "h.willems", "record_hearing", form="phone") == "AP-2.5"
    assert refusal(story, "h.willems", "waive_hearing", ground="unknown") == "AP-2.5"
    assert refusal(story, "h.willems", "decide_measure", **WARNING) == "AP-2.5"
    story = story.does("h.willems", "waive_hearing", ground="unknown", why="Niemand zag hem")
    assert refusal(story, "b.vandam", "decide_measure", **BAN | {"legal_basis": "gemeentewet_172a"}) == "AP-2.5"
    story = story.does("h.willems", "decide_measure", **WARNING)


@pytest.mark.rule("AP-2.5")
@pytest.mark.parametrize("ground", ["urgent", "heard_before", "needs_surprise", "invited_no_reply"])
def test_a_better_ground_takes_the_place_of_one_that_is_not_enough(ground: str) -> None:
    """Nobody knew him, then he was found: what holds now counts, and who ignored his invitation stops no besluit."""
    story = in_hand()
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    story = story.does("h.willems", "waive_hearing", ground="unknown", why="Niemand zag hem")
    besluit = BAN | {"legal_basis": "gemeentewet_172a"}
    assert refusal(story, "b.vandam", "decide_measure", **besluit) == "AP-2.5"

    story = story.does("h.willems", "waive_hearing", ground=ground, why="Hij is gevonden")
    story = story.does("b.vandam", "decide_measure", **besluit)

    assert story.case.measures["ban-1"].legal_basis == "gemeentewet_172a"


def test_who_was_heard_stays_heard() -> None:
    """A ground that is recorded after his hearing takes nothing of it away."""
    story = ready().does("h.willems", "waive_hearing", ground="unknown", why="Vergissing")

    assert story.case.heard == "phone"


@pytest.mark.parametrize("measure", ["police_notification", "aangifte", "damage_claim"])
def test_what_the_law_gives_to_anybody_waits_for_nothing(measure: str) -> None:
    """Police, aangifte and a claim need no advice, hearing or confirmed class."""
    story = in_hand(advised=())

    story = story.does("h.willems", "decide_measure", measure=measure)

    assert story.case.measures[f"{measure}-1"].decided_by == "h.willems"


@pytest.mark.rule("AP-5.2.5")
@pytest.mark.parametrize("lacking", ["buildings", "starts_on", "ends_on", "reasons"])
def test_a_ban_says_where_when_and_why(lacking: str) -> None:
    """What a ban must say is refused by the ban's own rule, and nothing is decided."""
    story = ready()

    fields = {name: value for name, value in BAN.items() if name != lacking}

    assert refusal(story, "b.vandam", "decide_measure", **fields) == "AP-5.2.5"
    assert story.case.measures == {}


@pytest.mark.rule("AP-5.2.4")
def test_a_service_limit_names_its_services_and_its_end() -> None:
    """Without them it is refused by its own rule."""
    story = ready(advised=("service_limit",))
    limit = {"measure": "service_limit", "services": ["balie"], "starts_on": "2026-12-01", "ends_on": "2027-03-01"}

    assert refusal(story, "h.willems", "decide_measure", measure="service_limit") == "AP-5.2.4"
    story = story.does("h.willems", "decide_measure", **limit)


def test_a_proposal_shows_the_case_to_who_decides() -> None:
    """Once a ban is proposed the burgemeester sees the case; before that he does not."""
    story = in_hand(advised=())
    before = story.sees("b.vandam")

    story = story.does("h.willems", "propose_ban", buildings=["gemeentehuis"], reasons="Geweld")

    assert "account" not in before
    assert "account" in story.sees("b.vandam")


def test_a_measure_ends_early_by_who_decided_it_and_once() -> None:
    """The burgemeester ends the ban with a reason; the handler cannot; what ended does not end again."""
    story = ready()
    story = story.does("b.vandam", "decide_measure", **BAN)

    assert refusal(story, "h.willems", "end_measure", why="Excuses") == "AP-5.2.7"
    assert refusal(story, "b.vandam", "end_measure") == "AP-5.2.7"
    story = story.does("b.vandam", "end_measure", why="Excuses")

    assert story.case.measures["ban-1"].ended_at
    assert refusal(story, "b.vandam", "end_measure", measure="ban", why="Nog eens") == "AP-5.2.7"


@pytest.mark.rule("AP-6.2")
def test_who_was_harmed_decides_nothing() -> None:
    """The burgemeester who was harmed himself does not decide the ban: who acts for him does."""
    story = a_case("b.vandam")
    story = story.does("s.visser", "take_case", handler="h.willems", aim="Rust")
    story = story.does("c.bos", "give_advice", measures=["ban"], why="Derde keer")
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})

    assert refusal(story, "b.vandam", "decide_measure", **BAN) == "AP-6.2"
    story = story.does("w.jansen", "decide_measure", **BAN)


@pytest.mark.parametrize(
    ("measure", "lacking", "rule"),
    [
        ("incident_talk", {"representative": "Hanna Willems"}, "AP-5.2.9"),
        ("other", {"reasons": "Zij praten met een bemiddelaar"}, "AP-5.2.12"),
    ],
    ids=[
        "a talk names who holds it",
        "a free measure says what it is",
    ],
)
@pytest.mark.rule("AP-5.2.9")
@pytest.mark.rule("AP-5.2.12")
def test_a_measure_has_what_its_kind_needs(measure: str, lacking: dict[str, str], rule: str) -> None:
    """Without it the measure is refused by its own rule; a free one is somebody's, the handler's unless it says so."""
    story = ready(advised=(measure,))

    assert refusal(story, "h.willems", "decide_measure", measure=measure) == rule
    (decided,) = story.decided("h.willems", "decide_measure", measure=measure, **lacking)
    assert decided.owner == "h.willems"  # type: ignore[attr-defined]
