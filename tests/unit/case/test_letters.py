"""Letters to the perpetrator: which, how, with what proof, and since when a measure holds."""

from datetime import date
from typing import Any

import pytest

from tests.unit.case.builders import Story, a_case, a_threat, refused
from tests.unit.case.test_measures import BAN, WARNING, in_hand, ready, refusal
from vangnet.case.errors import Invalid

NAMED = [{"kind": "person", "name": "K. Dijkstra"}]
POST = {"by": "post", "sent_on": "2026-11-30"}


def banned() -> Story:
    """Return a case with a ban from tomorrow."""
    return ready().does("b.vandam", "decide_measure", **BAN)


def sent(story: Story, letter: str = "ban", **fields: Any) -> Story:
    """Return the story after a letter went out."""
    return story.does("h.willems", "send_letter", letter=letter, **(POST | fields))


def wrong(story: Story, **fields: Any) -> str:
    """Return the field that is wrong with a letter."""
    with pytest.raises(Invalid) as caught:
        story.decided("h.willems", "send_letter", **({"letter": "ban"} | POST | fields))
    return caught.value.errors[0].field


@pytest.mark.parametrize("word", ["ban", "ban-1"])
def test_a_measure_counts_as_told_once_its_letter_is_delivered(word: str) -> None:
    """By its kind or its own id: what was posted counts two days later, as the document says; before that nothing."""
    story = banned()
    assert story.case.measures["ban-1"].delivered_on is None

    story = sent(story, word)

    ban = story.case.measures["ban-1"]
    assert (ban.sent_on, ban.delivered_on, ban.received_on) == (date(2026, 11, 30), date(2026, 12, 2), None)


def test_what_was_handed_over_counts_that_day() -> None:
    """With a signed note as proof."""
    ban = sent(banned(), by="handed_over", proof="Getekend").case.measures["ban-1"]

    assert ban.delivered_on == date(2026, 11, 30)


def test_a_receipt_takes_the_place_of_what_was_only_taken_to_be() -> None:
    """The same letter recorded again with its receipt; a later sending changes that no more."""
    story = sent(banned()).later(days=6)
    story = sent(story, received_on="2026-12-04")
    assert story.case.measures["ban-1"].delivered_on == date(2026, 12, 4)

    story = sent(story, sent_on="2026-12-05", by="handed_over")

    ban = story.case.measures["ban-1"]
    assert (ban.sent_on, ban.delivered_on) == (date(2026, 11, 30), date(2026, 12, 4))
    assert [one.kind for one in story.case.letters] == ["ban", "ban", "ban"]


@pytest.mark.rule("AP-2.4")
def test_nothing_goes_out_electronically_unless_he_chose_that() -> None:
    """Only his express choice for this kind of letter opens that way, and the day of it is kept."""
    story = banned()

    assert refusal(story, "h.willems", "send_letter", letter="ban", by="electronic", sent_on="2026-11-30") == "AP-2.4"
    story = sent(story, by="electronic", chosen_on="2026-11-29", how_chosen="Per mail")

    assert story.case.measures["ban-1"].delivered_on == date(2026, 11, 30)


@pytest.mark.parametrize("letter", ["ban", "warning", "warning_written", "service_limit", "early_end"])
def test_nothing_is_sent_that_nobody_decided(letter: str) -> None:
    """A letter about a measure needs that measure, and one about its end that it ended."""
    assert refusal(in_hand(), "h.willems", "send_letter", letter=letter, **POST) == "AP-2.4"


def test_the_end_of_a_ban_is_told_apart_from_the_ban() -> None:
    """Its letter needs the end, and leaves untouched when the ban itself was told."""
    story = sent(banned())
    assert refusal(story, "h.willems", "send_letter", letter="early_end", **POST) == "AP-2.4"

    story = story.later(days=3).does("b.vandam", "end_measure", why="Excuses")
    story = sent(story, "early_end", sent_on="2026-12-03")

    assert story.case.measures["ban-1"].sent_on == date(2026, 11, 30)
    assert story.case.letters[-1].measure == "ban-1"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"sent_on": "2026-12-01"}, "sent_on"),
        ({"received_on": "2026-12-01"}, "received_on"),
        ({"sent_on": "2026-11-29"}, "sent_on"),
        ({"letter": "ansicht"}, "letter"),
        ({"letter": "warning_spoken"}, "letter"),
        ({"by": "electronic", "chosen_on": "2026-12-01"}, "chosen_on"),
    ],
)
def test_a_letter_is_sent_on_a_day_that_can_be(fields: dict[str, Any], field: str) -> None:
    """Not in the future, not before its decision, not received first; and it is a letter that there is."""
    assert wrong(banned(), **fields) == field


def test_it_is_not_received_before_it_is_sent() -> None:
    """Whatever the record says."""
    assert wrong(banned().later(days=2), sent_on="2026-12-02", received_on="2026-12-01") == "received_on"


@pytest.mark.rule("AP-2.4")
@pytest.mark.parametrize("letter", ["invitation", "warning"])
def test_the_first_letter_is_the_first_word_to_the_perpetrator(letter: str) -> None:
    """The duty to respond within a day is done by any letter about what he did."""
    story = a_case(perpetrators=NAMED).does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("c.bos", "give_advice", measures=["warning_written"], why="Eerste keer")
    story = story.does("h.willems", "record_hearing", form="phone", account="Het spijt hem")
    story = story.does("h.willems", "confirm_class", **{"class": story.case.classed, "why": "Gelezen"})
    story = story.does("h.willems", "decide_measure", **WARNING)
    assert "respond" in story.open()

    story = sent(story, letter)

    assert story.duty("respond").done_by == "h.willems"
    assert "respond" not in story.open()


def test_a_notice_of_what_is_kept_of_him_is_owed_within_a_month() -> None:
    """Where it is known who did it; the notice does it, no other letter, or a ground why it must wait (UAVG 41)."""
    story = a_threat(perpetrators=NAMED).does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    assert "inform_perpetrator" not in story.open()
    story = story.does("h.willems", "identify_perpetrator", perpetrator="K. Dijkstra")
    assert story.owners("inform_perpetrator") == ("h.willems",)
    assert story.hours("inform_perpetrator") == 30 * 24

    told = sent(sent(story, "invitation"), "avg_notice")
    waits = story.does("h.willems", "complete_duty", duty="inform_perpetrator", outcome="UAVG 41: onderzoek loopt")

    assert "inform_perpetrator" in sent(story, "invitation").open()
    assert told.duty("inform_perpetrator").state == waits.duty("inform_perpetrator").state == "done"


def test_an_incident_talk_is_told_by_its_invitation() -> None:
    """The talk that was decided counts as told from the day of the invitation."""
    story = ready(advised=("incident_talk",)).does(
        "h.willems", "decide_measure", measure="incident_talk", representative="Hanna Willems"
    )

    story = sent(story, "incident_talk")

    assert story.case.measures["incident_talk-1"].sent_on == date(2026, 11, 30)


def wrong_letter(story: Story, **fields: Any) -> str:
    """Return the field that is wrong with a letter that is to be made."""
    with pytest.raises(Invalid) as caught:
        story.decided("h.willems", "make_letter", **({"letter": "ban", "address": "Molenweg 8"} | fields))
    return caught.value.errors[0].field


def test_a_letter_that_says_something_else_is_not_sent() -> None:
    """Its days were changed after it was made: it is made again first."""
    story = ready().does("b.vandam", "decide_measure", **BAN)
    story = story.does("h.willems", "make_letter", letter="ban", address="Molenweg 8")
    changed = story.does("b.vandam", "change_measure", ends_on="2027-02-01", why="Na gesprek")
    handed = {"letter": "ban", "by": "handed_over", "sent_on": "2026-11-30"}

    with refused("AP-2.4"):
        changed.decided("h.willems", "send_letter", **handed)
    again = changed.does("h.willems", "make_letter", letter="ban", address="Molenweg 8")
    assert again.decided("h.willems", "send_letter", **handed)
