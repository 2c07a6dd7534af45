"""What time brings to a duty: reminders, overdue, escalation; and what an injury opens."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.unit.case.builders import NOON, Story, a_case, a_report, a_threat, loaded, refused

DUTIES = sorted(loaded().protocol.document.duties)
FRIDAY = datetime(2026, 12, 4, 15, 0, tzinfo=UTC)  # 16:00 in Amsterdam.


def serious() -> list[str]:
    """Return the injuries that the labour inspectorate must hear of, by the protocol."""
    return ["physical", "mental", "hospital", "lasting", "death"]


def test_working_days_skip_the_weekend() -> None:
    """Confirming the class of a case of Friday afternoon is due on Monday, at the same clock time."""
    story = a_case(story=Story(now=FRIDAY))

    assert story.duty("confirm_class").due == FRIDAY + timedelta(days=3)


def test_working_days_skip_holidays() -> None:
    """From the Thursday before Christmas the next working day is Monday."""
    christmas_eve = datetime(2026, 12, 24, 11, 0, tzinfo=UTC)

    assert a_case(story=Story(now=christmas_eve)).duty("confirm_class").due == christmas_eve + timedelta(days=4)


def test_overdue_is_told_to_owner_and_deputy_then_to_the_coordinator() -> None:
    """At the hour the owner and his deputy, a day later the co-ordinator; the owner stays the owner."""
    story = a_case()

    assert story.until(NOON + timedelta(hours=24, seconds=-1)).told("g.mulder", duty="take_case") == []
    late = story.later(hours=24)
    assert [late.told(who, duty="take_case") for who in ("g.mulder", "g.peters", "c.bos")] == [
        ["duty_overdue"],
        ["duty_overdue"],
        [],
    ]
    later = story.later(hours=48)
    assert later.told("c.bos", duty="take_case") == ["duty_escalated"]
    assert later.owners("take_case") == ("g.mulder",)


def test_what_is_of_an_alarm_escalates_after_half_an_hour() -> None:
    """First contact that nobody records is told to the co-ordinator 30 minutes after it was due."""
    story = a_threat().does("g.mulder", "acknowledge")

    assert story.later(minutes=59).told("c.bos", duty="first_contact") == []
    assert "duty_escalated" in story.later(minutes=60).told("c.bos", duty="first_contact")


def test_whom_it_escalated_to_may_complete_it() -> None:
    """The co-ordinator cannot do the griffier's duty before it came to him; then he can."""
    story = a_case()
    with refused("AP-5.1.6"):
        story.decided("c.bos", "complete_duty", duty="inform_burgemeester")

    assert story.later(hours=48).decided("c.bos", "complete_duty", duty="inform_burgemeester")


def test_the_deputy_may_complete_it() -> None:
    """Who stands in for the griffier does the griffier's duty, also while he is there."""
    assert a_case().decided("g.peters", "complete_duty", duty="inform_burgemeester")


def test_missed_stages_collapse_into_one() -> None:
    """After an outage past reminder, overdue and escalation the owner has one message, and so have the others."""
    story = a_case().after_an_outage(days=5)

    told = [story.told(who, duty="first_talk") for who in ("g.mulder", "g.peters", "c.bos")]

    assert told == [["duty_escalated"]] * 3


def test_time_that_passes_twice_tells_once() -> None:
    """Going over the same moment again sends nothing again."""
    story = a_case().later(days=3)

    assert story.followed() == story


def test_a_duty_that_is_done_is_never_overdue() -> None:
    """Nobody hears of what was done in time."""
    story = a_case().does("g.mulder", "complete_duty", duty="inform_burgemeester").later(days=10)

    assert story.told("g.mulder", duty="inform_burgemeester") == []


@pytest.mark.rule("AP-5.4.9")
@pytest.mark.parametrize("injury", serious())
def test_a_serious_injury_is_told_to_the_inspectorate(injury: str) -> None:
    """Any of these opens a duty of the gemeentesecretaris, who has an SMS at once and 24 hours at most."""
    story = a_case(injury=injury)

    assert story.owners("warn_inspectorate") == ("s.visser",)
    assert story.duty("warn_inspectorate").due == NOON + timedelta(hours=24)
    assert story.told("s.visser", "sms") == ["duty_opened"]


@pytest.mark.rule("AP-5.4.9")
@pytest.mark.parametrize("injury", [None, "none"])
def test_without_injury_it_is_not(injury: str | None) -> None:
    """A case in which nobody was hurt opens no such duty."""
    assert "warn_inspectorate" not in a_case(injury=injury).open()


@pytest.mark.rule("AP-5.4.9")
def test_the_day_runs_from_when_it_was_known() -> None:
    """An injury that shows later counts from when it was known, in an elapsed day."""
    story = a_case().later(days=3)
    known_at = story.now - timedelta(hours=5)
    hurt = story.does("r.bakker", "record_injury", injury="mental", known_at=known_at)

    assert hurt.duty("warn_inspectorate").due == known_at + timedelta(hours=24)


@pytest.mark.rule("AP-5.4.9")
def test_a_later_injury_opens_it_again() -> None:
    """Where the inspectorate was warned of the first, it is warned of the next; and not twice of one."""
    story = a_case(injury="mental").does("s.visser", "complete_duty", duty="warn_inspectorate", proof="WA-1")
    assert "warn_inspectorate" not in story.later(days=2).open()

    again = story.later(days=2).does("r.bakker", "record_injury", injury="hospital")

    assert again.duty("warn_inspectorate").due == again.now + timedelta(hours=24)


@pytest.mark.rule("AP-5.4.9")
def test_a_reminder_an_alarm_and_a_proof() -> None:
    """Its owner is reminded by mail, told by SMS when it is late, and what he shows as proof is kept."""
    late = a_case(injury="mental").later(hours=24)
    assert late.told("s.visser", "sms") == ["duty_opened", "duty_overdue"]
    assert late.told("s.visser", "mail").count("duty_reminder") == 2

    [done] = late.decided("s.visser", "complete_duty", duty="warn_inspectorate", proof="WA-1")

    assert getattr(done, "proof", None) == "WA-1"


@pytest.mark.parametrize("duty", DUTIES)
def test_every_duty_says_what_it_is(duty: str) -> None:
    """Each duty of the document has a sentence for people, an owner and a term."""
    row = loaded().protocol.document.duties[duty]

    assert row.label.nl
    assert row.owner
    assert row.due or row.due_before


def test_guidance_asks_nothing_of_anybody() -> None:
    """What is no case has no duties."""
    assert a_report().case.duties == {}
