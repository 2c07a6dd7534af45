"""Who did it, as a person confirmed it; what counts as repeated; and the sanction matrix."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from schemas.events.perpetrators import CaseLinked, CaseUnlinked, IdentityJoined, IdentityParted
from tests.unit.case.builders import EVALUATION, NAMES, Story, a_case, a_threat, refused
from tests.unit.case.test_measures import BAN, refusal
from vangnet.case.facts import Context
from vangnet.case.follow import follow
from vangnet.case.matrix import last_day_of, matrix_advice
from vangnet.case.recurrence import earlier
from vangnet.case.state import Case

NAME = NAMES[0]


def of(story: Story, *history: Case) -> Context:
    """Return the context of a story with these other cases of the same perpetrator."""
    ctx = story.context()
    return replace(ctx, facts=replace(ctx.facts, history=history))


def before(story: Story, *, days: int, **changes: Any) -> Case:
    """Return an earlier case like this one, so many days before it, its class confirmed unless changed."""
    assert story.case.filed_at
    filed_at = story.case.filed_at - timedelta(days=days)
    fields: dict[str, Any] = {"stream": f"case/VN-{days}", "filed_at": filed_at, "confirmed": True} | changes
    return replace(story.case, **fields)


def streams(story: Story, actor: str, do: str, **fields: Any) -> list[tuple[str, Any]]:
    """Return what a command brings into other streams."""
    events = story.decided(actor, do, **fields)
    after = story.with_events(events, actor)
    return [(target, event) for target, _, event, _ in follow(after.context(), events).elsewhere]


def identified(story: Story) -> Story:
    """Return the story once a person said who did it."""
    return story.does("c.bos", "identify_perpetrator", perpetrator=NAME)


@pytest.mark.rule("AP-5.1.7")
def test_an_identity_is_found_again_by_who_confirmed_it_only() -> None:
    """What the reporter wrote links nothing; what the co-ordinator confirms links the case to the identity."""
    story = a_case(perpetrators=[{"kind": "person", "name": NAME}])

    assert story.case.identities == {}
    linked = streams(story, "c.bos", "identify_perpetrator", perpetrator=NAME)
    assert linked == [(f"perpetrator/{NAME}", CaseLinked(case="case/VN-1"))]


@pytest.mark.rule("AP-5.1.7")
def test_two_names_of_one_person_are_joined_and_parted_again() -> None:
    """Both identities know of each other, until somebody takes it back with a reason."""
    story = identified(a_case())
    fields = {"perpetrator": NAMES[1], "why": "Zelfde adres"}

    joined = streams(story, "c.bos", "merge_perpetrators", **fields)
    parted = streams(story, "c.bos", "merge_perpetrators", **fields, undo=True)

    both = [(f"perpetrator/{NAME}", NAMES[1]), (f"perpetrator/{NAMES[1]}", NAME)]
    assert joined == [(stream, IdentityJoined(other=other)) for stream, other in both]
    assert parted == [(stream, IdentityParted(other=other)) for stream, other in both]
    assert refusal(story, "c.bos", "merge_perpetrators", perpetrator=NAMES[1]) == "AP-5.1.7"
    assert refusal(a_case(), "c.bos", "merge_perpetrators", **fields) == "AP-5.1.7"


@pytest.mark.rule("AP-5.1.7")
def test_who_did_not_do_it_is_linked_no_more() -> None:
    """Clearing takes the link away, with a reason; nobody without a name is identified."""
    story = identified(a_case())

    assert refusal(story, "c.bos", "clear_perpetrator") == "AP-5.1.7"
    assert refusal(story, "c.bos", "clear_perpetrator", perpetrator="Niemand", why="Elders") == "AP-5.1.7"
    assert streams(story, "c.bos", "clear_perpetrator", why="Hij was elders") == [
        (f"perpetrator/{NAME}", CaseUnlinked(case="case/VN-1"))
    ]
    assert story.does("c.bos", "clear_perpetrator", why="Hij was elders").case.identities == {}
    with refused("AP-5.1.7"):
        story.decided("c.bos", "identify_perpetrator", perpetrator={"kind": "unknown"})


@pytest.mark.rule("AP-2.4")
@pytest.mark.parametrize("because", ["unfounded", "mistaken_identity"])
def test_closing_without_a_ground_clears_the_link_to_the_citizen(because: str) -> None:
    """Neither his identity nor his name in the account is left; a response keeps both."""
    story = identified(a_case(perpetrators=[{"kind": "person", "name": NAME}]))
    story = story.does("c.bos", "take_case", handler="h.willems", aim="Rust")
    ending = {"why_no_response": "Er was niets", "response": "Brief", "evaluation": EVALUATION}

    links = streams(story, "h.willems", "close_case", because=because, **ending)
    kept = story.does("h.willems", "close_case", because="responded", **ending)

    assert (f"perpetrator/{NAME}", CaseUnlinked(case="case/VN-1")) in links
    assert story.does("h.willems", "close_case", because=because, **ending).case.identities == {}
    assert list(kept.case.identities) == [NAME]


@pytest.mark.rule("AP-5.2.7")
@pytest.mark.parametrize("because", ["unfounded", "mistaken_identity"])
def test_nobody_is_cleared_while_a_ban_of_him_runs(because: str) -> None:
    """Whoever decided it ends it first, so that no ban hangs over somebody who did nothing."""
    story = advised_ban(identified(a_threat())).does("b.vandam", "decide_measure", **BAN)
    ending = {"because": because, "why_no_response": "Niets", "evaluation": EVALUATION}

    assert refusal(story, "h.willems", "close_case", **ending) == "AP-5.2.7"
    assert refusal(story, "h.willems", "clear_perpetrator", why="Hij was elders") == "AP-5.2.7"
    ended = story.does("b.vandam", "end_measure", why="Het was een ander")
    assert ended.does("h.willems", "close_case", **ending).case.identities == {}


@pytest.mark.rule("AP-2.4")
def test_whom_it_wrongly_concerned_is_told_so() -> None:
    """Within a week, if he heard from us before; and those who were told of the case hear it at once."""
    story = identified(a_case()).does("c.bos", "take_case", handler="h.willems", aim="Rust")
    ending = {"because": "mistaken_identity", "why_no_response": "Het was een ander", "evaluation": EVALUATION}
    heard = story.does("h.willems", "record_hearing", form="phone", account="Ik was er niet bij")

    assert "inform_cleared" not in story.does("h.willems", "close_case", **ending).open()
    closed = heard.does("h.willems", "close_case", **ending)
    assert closed.owners("inform_cleared") == ("h.willems",)
    assert closed.hours("inform_cleared") == 7 * 24
    assert "case_cleared" in closed.told("c.bos", "mail")


@pytest.mark.rule("AP-5.2.14")
@pytest.mark.parametrize(
    ("days", "changes", "counts"),
    [
        (30, {}, True),
        (700, {}, True),
        (800, {}, False),
        (30, {"confirmed": False}, False),
        (30, {"classed": "criticism"}, False),
        (-1, {}, False),
    ],
)
def test_only_what_a_person_confirmed_counts_and_only_for_its_time(
    days: int, changes: dict[str, Any], *, counts: bool
) -> None:
    """An earlier case counts within 24 months, with a confirmed class of the matrix; a later one never."""
    story = identified(a_threat())

    assert bool(earlier(of(story, before(story, days=days, **changes)))) is counts


@pytest.mark.rule("AP-5.2.14")
def test_a_case_of_a_civil_servant_counts_too() -> None:
    """Against whoever it was: the register is one."""
    servant = a_threat("n.brouwer")
    story = identified(a_threat())

    assert len(earlier(of(story, before(servant, days=30)))) == 1


@pytest.mark.rule("AP-5.2.2")
def test_the_matrix_advises_by_class_and_recurrence() -> None:
    """For a threat three months the first time, six the second, twelve from the third on; with its version."""
    story = identified(a_threat())
    past = [before(story, days=days) for days in (10, 20, 30)]
    advised = [matrix_advice(of(story, *past[:count])) for count in range(4)]

    assert [one.cell.at_most["ban"] for one in advised if one] == ["3 months", "6 months", "12 months", "12 months"]
    assert [one.earlier for one in advised if one] == [0, 1, 2, 3]
    assert {one.version for one in advised if one} == {"2026-1"}


def advised_ban(story: Story) -> Story:
    """Return the story with the advice of a ban, the hearing and a confirmed class."""
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("c.bos", "give_advice", measures=["ban"], why="Ernstig")
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    return story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})


@pytest.mark.rule("AP-2.6")
@pytest.mark.parametrize(("ends_on", "departs"), [("2027-03-01", False), ("2027-03-02", True), ("2026-12-31", False)])
def test_longer_than_the_matrix_needs_a_reason_and_shorter_does_not(ends_on: str, *, departs: bool) -> None:
    """The first threat: three months and no more, unless somebody says why; the decision keeps what it rested on."""
    story = advised_ban(a_threat())
    ban = BAN | {"ends_on": ends_on, "why_departs": None}

    if departs:
        assert refusal(story, "b.vandam", "decide_measure", **ban) == "AP-2.6"
    reason = {"why_departs": "Hij kwam drie keer terug"} if departs else {}
    (decided,) = story.decided("b.vandam", "decide_measure", **ban | reason)

    assert (decided.departs, decided.matrix, decided.earlier) == (departs, "2026-1", 0)  # type: ignore[attr-defined]


@pytest.mark.rule("AP-2.6")
def test_where_the_matrix_names_no_ban_any_ban_needs_a_reason() -> None:
    """The first verbal aggression: also an advised ban is more than the matrix allows; an act's own terms are not."""
    story = advised_ban(a_case())

    assert refusal(story, "b.vandam", "decide_measure", **BAN | {"why_departs": None}) == "AP-2.6"
    by_law = BAN | {"why_departs": None, "legal_basis": "gemeentewet_172a"}
    assert story.decided("b.vandam", "decide_measure", **by_law)


def test_a_term_of_the_matrix_runs_by_the_calendar() -> None:
    """Three months after the first of December is the first of March; no statutory extension."""
    story = a_threat()
    assert story.case.filed_at
    day = story.case.filed_at.date().replace(month=12, day=1)

    assert str(last_day_of(day, "3 months")) == "2027-03-01"
