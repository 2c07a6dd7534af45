"""Taking a case, its class, advice, closing and opening again."""

import pytest

from schemas.events import Envelope
from schemas.events.reports import ClassConfirmed
from tests.unit.case.builders import EVALUATION, Story, a_case, a_threat, everybody, refused
from vangnet.case.view import view


def closed(story: Story) -> Story:
    """Return the story with the case closed by its receiver."""
    return story.does("g.mulder", "close_case", because="responded", response="Brief", evaluation=EVALUATION)


@pytest.mark.rule("AP-2.1.11")
def test_a_case_is_taken_with_an_aim() -> None:
    """Whoever takes a case says what the contact with the citizen is to lead to."""
    with refused("AP-2.1.11"):
        a_case().does("g.mulder", "take_case", handler="h.willems")

    taken = a_case().does("g.mulder", "take_case", handler="h.willems", aim="Weer in gesprek komen").case

    assert (taken.handler, taken.aim, taken.state) == ("h.willems", "Weer in gesprek komen", "in_hand")


@pytest.mark.rule("AP-2.1.11")
def test_until_it_is_taken_the_receiver_handles_it() -> None:
    """Every case has a handler from its first minute."""
    story = a_case(perpetrators=[{"kind": "person", "name": "K. Dijkstra"}])
    confirmed = story.does("g.mulder", "confirm_class", class_="verbal_aggression", why="Gelezen")

    assert confirmed.owners("respond") == ("g.mulder",)
    assert confirmed.does("g.mulder", "take_case", handler="h.willems", aim="Rust").owners("respond") == ("h.willems",)


@pytest.mark.rule("AP-2.1.11")
def test_a_class_is_confirmed_with_a_reason() -> None:
    """A person says why; what it was before stays visible."""
    with refused("AP-2.1.11"):
        a_case().does("g.mulder", "confirm_class", class_="threat")

    [event] = a_case().decided("g.mulder", "confirm_class", class_="threat", why="Zie regel 3")

    assert event == ClassConfirmed(classed="threat", was="verbal_aggression", why="Zie regel 3")


def test_a_higher_class_opens_its_duties_at_once() -> None:
    """What threat calls for opens when a person says that it is one: duties since then, and the alarm."""
    story = a_case().later(hours=3)
    raised = story.does("g.mulder", "confirm_class", class_="threat", why="Zie regel 3")

    assert raised.open() - story.open() == {"contact_police", "consider_triangle", "decide_on_aangifte"}
    assert raised.hours("contact_police") == 4
    assert raised.case.alarm
    assert raised.case.alarm.open


def test_a_lower_class_drops_its_duties() -> None:
    """What is no longer called for is none; the case, its talks and what was sent stay."""
    story = a_threat()
    lowered = story.does("g.mulder", "confirm_class", class_="criticism", why="Het ging over het beleid")

    states = {name: lowered.duty(name).state for name in ("contact_police", "consider_triangle", "decide_on_aangifte")}

    assert set(states.values()) == {"none"}
    assert (lowered.case.outcome, lowered.duty("first_talk").state) == ("case", "open")
    assert lowered.told("g.mulder") == story.told("g.mulder")


def test_confirming_the_same_class_changes_no_term() -> None:
    """Who confirms what was suggested moves nothing."""
    story = a_threat().later(minutes=30)
    same = story.does("g.mulder", "confirm_class", class_="threat", why="Gelezen")

    assert same.duty("contact_police") == story.duty("contact_police")


@pytest.mark.rule("AP-5.2.1")
def test_the_coordinators_advice_is_a_step_of_every_case() -> None:
    """Every case asks the co-ordinator for advice within three working days, and his advice is what ends that."""
    story = a_case()

    assert (story.owners("give_advice"), story.hours("give_advice")) == (("c.bos",), 3 * 24)
    assert "give_advice" not in story.does("c.bos", "give_advice", measures=["ban"], why="Derde keer").open()


@pytest.mark.rule("AP-5.2.1")
@pytest.mark.parametrize("actor", [who for who in everybody() if who != "c.bos"])
def test_nobody_else_advises(actor: str) -> None:
    """Nobody but the co-ordinator gives the advice, the griffier and the burgemeester included."""
    story = a_case()
    rule = "AP-6.2" if actor == "r.bakker" else "AP-5.2.1" if story.sees(actor) else "AP-5.1.6"

    with refused(rule):
        story.decided(actor, "give_advice", measures=["ban"], why="Ik vind van wel")


@pytest.mark.rule("AP-2.4")
@pytest.mark.parametrize("because", ["responded", "no_response_possible", "unfounded", "mistaken_identity"])
@pytest.mark.parametrize("empty", [None, "", "  "])
def test_no_case_closes_without_a_response_or_a_reason(because: str, empty: str | None) -> None:
    """However it ends, there was a response to the perpetrator or a written reason why not."""
    with refused("AP-2.4"):
        a_case().decided("g.mulder", "close_case", because=because, why_no_response=empty, evaluation=EVALUATION)


@pytest.mark.rule("AP-2.4")
def test_a_reason_is_no_response() -> None:
    """Who says that there was a response says which."""
    with refused("AP-2.4"):
        a_case().decided("g.mulder", "close_case", because="responded", why_no_response="x", evaluation=EVALUATION)


@pytest.mark.rule("AP-2.1")
@pytest.mark.parametrize("evaluation", [None, {}, {"co_operation": " "}, {"lessons": "Eerder bellen"}])
def test_closing_asks_how_the_co_operation_went(evaluation: dict[str, str] | None) -> None:
    """A case closes once somebody wrote how they worked together."""
    with refused("AP-2.1"):
        a_case().decided("g.mulder", "close_case", because="responded", response="Brief", evaluation=evaluation)


@pytest.mark.rule("AP-2.1")
def test_the_evaluation_is_kept() -> None:
    """What was written about the co-operation stays with the case."""
    closing = closed(a_case()).case.closing

    assert closing
    assert closing.co_operation == EVALUATION["co_operation"]


def test_aftercare_outlives_the_case() -> None:
    """Closing ends what is of the handling; the talks, and who must be told, stay open."""
    after = closed(a_case()).open()

    assert after == {"first_talk", "second_talk", "third_talk", "inform_burgemeester"}


def test_no_duty_is_lost_when_a_case_is_reopened() -> None:
    """Every duty that closing took away is there again, under the times that it had."""
    story = a_case().does("g.mulder", "take_case", handler="g.mulder", aim="Rust")
    again = closed(story).later(hours=1).does("c.bos", "reopen_case", why="Hij belde weer")

    assert again.case.state == "in_hand"
    assert again.open() == story.open()
    assert {name: again.duty(name).due for name in again.open()} == {
        name: story.duty(name).due for name in story.open()
    }


def test_a_case_is_reopened_with_a_reason() -> None:
    """Without saying why, a closed case stays closed."""
    with refused("AP-2.4"):
        closed(a_case()).decided("c.bos", "reopen_case")


def test_a_closed_case_is_not_taken() -> None:
    """Who would go on with a closed case opens it again first, with a reason."""
    with refused("AP-2.4"):
        closed(a_case()).decided("g.mulder", "take_case", handler="h.willems", aim="Rust")


@pytest.mark.parametrize("because", ["unfounded", "mistaken_identity"])
def test_those_who_were_told_hear_that_there_was_nothing_in_it(because: str) -> None:
    """Who had a message about the case has one more."""
    story = a_case().does(
        "g.mulder", "close_case", because=because, why_no_response="Het was iemand anders", evaluation=EVALUATION
    )

    assert story.told("c.bos")[-1] == story.told("g.mulder")[-1] == "case_cleared"


def test_the_first_word_waits_until_the_person_harmed_agrees() -> None:
    """To who threatened nothing is said before the person harmed agrees; then within 24 hours."""
    story = a_threat(perpetrators=[{"kind": "person", "name": "K. Dijkstra"}])
    confirmed = story.does("g.mulder", "confirm_class", class_="threat", why="Gelezen")
    agreed = confirmed.later(hours=1).does("g.mulder", "record_first_contact", person="r.bakker", may_respond=True)

    assert "respond" not in confirmed.open()
    assert agreed.hours("respond") == 25


def test_the_evaluation_comes_four_weeks_after_taking() -> None:
    """Four weeks after the case was taken its handler is asked to evaluate, within two weeks."""
    story = a_case().does("g.mulder", "take_case", handler="h.willems", aim="Rust")

    assert "evaluate" not in story.later(days=27, hours=23).open()
    assert story.later(days=28).hours("evaluate") == 42 * 24


@pytest.mark.rule("AP-2.7")
def test_looking_back_is_for_oneself_and_whom_one_chooses() -> None:
    """Nobody else reads it, not the handler either; nothing follows from it, and no decision changes."""
    story = a_case(harmed=["r.bakker", "r.yilmaz"])
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    with refused("AP-2.7"):
        story.decided("h.willems", "write_reflection", text="Hij reageerde fel")
    with refused("AP-2.7"):
        story.decided("r.bakker", "write_reflection", text=" ")

    before = {(one.name, one.state) for one in story.case.duties.values()}
    story = story.does("r.bakker", "write_reflection", text="Ik reageerde fel", readers=["q.smits"])

    assert read(story, "r.bakker") == read(story, "q.smits") == ["Ik reageerde fel"]
    assert read(story, "r.yilmaz") == []
    assert [who for who in everybody() if "reflection" in story.sees(who)] == ["r.bakker", "r.yilmaz", "q.smits"]
    assert story.sees("q.smits") == {"reflection"}
    assert {(one.name, one.state) for one in story.case.duties.values()} == before


def read(story: Story, person: str) -> list[str]:
    """Return the reflections that a person reads."""
    events = [
        Envelope(stream="case/VN-1", version=number, at=story.now, protocol="", actor="r.bakker", event=event)
        for number, event in enumerate(story.log, 1)
    ]
    return [one["text"] for one in view(story.context(person), events).get("reflection", [])]
