"""Objections and complaints: in time or not, decided when, by whom, put off once (Awb 6:7 to 7:10, 9:7, 9:11)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.unit.case.builders import Story, a_threat
from tests.unit.case.test_bans import at, banned, delivered
from tests.unit.case.test_measures import ready, refusal
from vangnet.case.remedies import RemedyItem, in_time, last_day_to_object, latest_put_off
from vangnet.case.response_items import MeasureItem

BESLUIT = {"legal_basis": "gemeentewet_172a"}
SENT = date(2026, 11, 13)  # A Friday whose six weeks end at Christmas.
LAST = date(2026, 12, 28)
MOMENT = datetime(2026, 11, 13, tzinfo=UTC)


def sent(story: Story | None = None, *, on: str = "2026-11-30") -> Story:
    """Return a case with a besluit of which the letter was sent."""
    return delivered(story or banned(**BESLUIT), on=on)


def objected(story: Story | None = None, **fields: Any) -> Story:
    """Return the story once an objection came in."""
    return (story or sent()).later(days=10).does("l.vos", "record_objection", **fields)


def test_the_term_to_object_is_that_of_the_act() -> None:
    """Six weeks from the day after it was sent, and past Christmas where it ends there."""
    item = MeasureItem("ban-1", "ban", MOMENT, "b.vandam", sent_on=SENT)

    assert last_day_to_object(item) == LAST
    assert last_day_to_object(MeasureItem("ban-1", "ban", MOMENT, "b.vandam")) is None


@pytest.mark.parametrize(
    ("received_on", "posted_on", "says"),
    [
        (date(2026, 12, 28), None, True),
        (date(2026, 12, 29), None, False),
        (date(2026, 12, 29), date(2026, 12, 28), True),
        (date(2027, 1, 4), date(2026, 12, 28), True),
        (date(2027, 1, 5), date(2026, 12, 28), False),
        (date(2026, 12, 30), date(2026, 12, 29), False),
    ],
)
def test_by_post_it_is_in_time_if_it_was_posted_in_time(
    received_on: date, posted_on: date | None, *, says: bool
) -> None:
    """And received within a week after the term (Awb 6:9)."""
    assert in_time(LAST, received_on, posted_on) is says
    assert in_time(None, received_on, posted_on)


@pytest.mark.rule("AP-5.2.2")
@pytest.mark.parametrize(
    ("committee", "due"), [(False, "2027-02-23T00:00"), (True, "2027-04-06T00:00")], ids=["alone", "committee"]
)
def test_it_is_decided_within_six_weeks_or_twelve_from_the_end_of_the_term(committee: bool, due: str) -> None:
    """Sent on the thirtieth of November: the term ends on 11 January; six weeks from then, or twelve."""
    story = objected(committee=committee)

    assert story.case.remedies["objection-1"].last_day == date(2027, 1, 11)
    assert story.duty("reply_to_objection").due == at(due)
    assert story.owners("reply_to_objection") == ("l.vos",)


@pytest.mark.rule("AP-5.2.2")
def test_who_prepared_it_does_not_hear_and_somebody_hears() -> None:
    """Awb 7:5: neither handler, adviser nor decider; no hearing at all takes a reason (7:3)."""
    story = objected().later(days=20)
    decision = {"decision": "dismissed", "why": "Het verbod blijft nodig"}

    assert refusal(story, "h.willems", "record_objection", **decision) == "AP-5.2.2"
    (own,) = story.decided("l.vos", "record_objection", **decision)
    assert own.heard_by == "l.vos"  # type: ignore[attr-defined]
    for person in ("h.willems", "c.bos", "b.vandam"):
        assert refusal(story, "l.vos", "record_objection", heard_by=person, **decision) == "AP-5.2.2"
    story = story.does("l.vos", "record_objection", heard_by="s.kok", **decision)

    assert story.duty("reply_to_objection").state == "done"
    assert story.case.remedies["objection-1"].decision == "dismissed"


@pytest.mark.rule("AP-6.2")
def test_who_was_harmed_neither_hears_nor_decides_on_it() -> None:
    """And nobody else than whoever decides on the measure decides on the objection; upheld, it is carried out."""
    story = objected().later(days=20)
    heard = {"decision": "upheld", "heard_by": "s.kok"}

    assert refusal(story, "l.vos", "record_objection", decision="upheld", heard_by="r.bakker") == "AP-6.2"
    assert refusal(story, "l.vos", "record_objection", decided_by="r.bakker", **heard) == "AP-6.2"
    assert refusal(story, "l.vos", "record_objection", decided_by="n.brouwer", **heard) == "AP-5.2.2"
    upheld = story.does("l.vos", "record_objection", decided_by="b.vandam", **heard)
    dismissed = story.does("l.vos", "record_objection", decision="dismissed", heard_by="s.kok")
    assert upheld.owners("carry_out_objection") == ("h.willems",)
    assert "carry_out_objection" not in dismissed.open()


@pytest.mark.rule("AP-5.2.2")
def test_against_a_warning_no_objection_is_possible() -> None:
    """Its letter offers a complaint, so an objection is answered as inadmissible."""
    story = ready().does("h.willems", "decide_measure", measure="warning_written")
    story = story.does("l.vos", "record_objection", measure="warning_written")

    assert refusal(story, "l.vos", "record_objection", decision="upheld") == "AP-5.2.2"


@pytest.mark.rule("AP-5.2.2")
def test_against_a_ban_under_house_right_no_objection_is_possible() -> None:
    """It is no besluit: whatever came in is answered as inadmissible; a complaint is taken up."""
    story = objected(sent(banned())).later(days=10)

    assert not story.case.remedies["objection-1"].besluit
    wrong = {"decision": "upheld", "heard_by": "s.kok"}
    assert refusal(story, "l.vos", "record_objection", **wrong) == "AP-5.2.2"
    story = story.does(
        "l.vos", "record_objection", decision="inadmissible", why_not_heard="Kennelijk niet-ontvankelijk"
    )
    story = story.does("l.vos", "record_complaint", account="Ik ben niet gehoord")

    assert "decide_complaint" in story.open()


@pytest.mark.rule("AP-5.2.2")
def test_a_complaint_is_decided_within_six_weeks_after_it_came_by_somebody_else() -> None:
    """Ten with a committee; never by who had a part in the case (Awb 9:7)."""
    story = sent().does("l.vos", "record_complaint", received_on="2026-11-30", committee=True)

    assert story.duty("decide_complaint").due == at("2027-02-09T00:00")
    decided = {"decision": "unfounded"}
    assert refusal(story, "l.vos", "record_complaint", handled_by="h.willems", **decided) == "AP-5.2.2"
    assert refusal(story, "h.willems", "record_complaint", **decided) == "AP-5.2.2"
    assert refusal(story, "l.vos", "record_complaint", handled_by="r.bakker", **decided) == "AP-6.2"
    story = story.does("l.vos", "record_complaint", handled_by="s.kok", **decided)
    assert story.duty("decide_complaint").state == "done"


@pytest.mark.rule("AP-5.2.2")
def test_a_decision_is_put_off_once_with_notice_and_not_too_far() -> None:
    """Six weeks from the day on which it was due; the duty then ends on that day."""
    story = objected()
    put_off = {"until": "2027-04-05", "told_on": "2026-12-10"}

    assert refusal(sent(), "l.vos", "postpone_decision", **put_off) == "AP-5.2.2"
    assert refusal(story, "l.vos", "postpone_decision", until="2027-04-05") == "AP-5.2.2"
    assert refusal(story, "l.vos", "postpone_decision", **put_off | {"until": "2027-04-07"}) == "AP-5.2.2"
    story = story.does("l.vos", "postpone_decision", **put_off)

    assert story.duty("reply_to_objection").due == at("2027-04-06T00:00")
    assert refusal(story, "l.vos", "postpone_decision", **put_off) == "AP-5.2.2"


def test_how_far_a_decision_can_be_put_off_follows_the_act() -> None:
    """An objection by six weeks, a complaint by four, each to a working day."""
    objection = RemedyItem("objection-1", "objection", LAST, MOMENT)
    complaint = RemedyItem("complaint-1", "complaint", LAST, MOMENT)

    assert latest_put_off(objection, date(2027, 3, 24)) == date(2027, 5, 10)
    assert latest_put_off(complaint, date(2027, 2, 26)) == date(2027, 3, 30)


def test_the_next_objection_is_another_one() -> None:
    """Once the first was decided."""
    story = objected().does("l.vos", "record_objection", decision="withdrawn")
    story = story.does("l.vos", "record_objection")

    assert list(story.case.remedies) == ["objection-1", "objection-2"]
    assert "reply_to_objection" in story.open()


def test_what_has_not_come_yet_cannot_be_recorded() -> None:
    """A day in the future is a mistake of the pen; an objection without a measure is refused."""
    with pytest.raises(Exception, match="received_on"):
        sent().decided("l.vos", "record_objection", received_on="2027-01-01")

    assert refusal(a_threat(), "l.vos", "record_objection") == "AP-5.2.2"
