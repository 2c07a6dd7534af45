"""The trial alarm: everybody who may be alarmed answers with one tap, and how it went is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.events import trials as e
from schemas.events.obligations import ObligationsKept
from schemas.protocol.trial import TrialAlarm
from tests.unit.case.builders import NOON, Story, protocol, refused
from vangnet.case.follow import follow
from vangnet.case.trials import RUNG_AT_ONCE_MAX, reference_of
from vangnet.protocol.questions import Protocol

FIRST = datetime(2026, 12, 1, 9, tzinfo=UTC)  # Tuesday, 10:00 in Amsterdam.
NEW_YEAR = datetime(2027, 1, 4, 9, tzinfo=UTC)  # The 1st is a holiday, the 2nd and 3rd are a weekend.


def with_trials(**fields: Any) -> Protocol:
    """Return the example's protocol with another trial alarm."""
    found = protocol()
    row = TrialAlarm.model_validate({"report_to": ["coordinator"], "people": ["griffier", "coordinator"]} | fields)
    return replace(found, document=found.document.model_copy(update={"trial_alarm": row}))


def a_trial(by: str = "c.bos", **fields: Any) -> Story:
    """Return a trial alarm that somebody began."""
    return Story(protocol=with_trials(**fields)).does(by, "begin_trial_alarm")


def a_calendar(now: datetime = NOON, **fields: Any) -> Story:
    """Return the calendar of a municipality that has a trial alarm."""
    story = Story(protocol=with_trials(**fields), now=now)
    return replace(story.with_events((ObligationsKept(),)), now=now).followed()


def asked(story: Story) -> tuple[str, ...]:
    """Return who is asked."""
    assert story.case.trial is not None
    return story.case.trial.asked


def due(story: Story) -> list[e.TrialAlarmDue]:
    """Return what the calendar called for."""
    return [one for one in story.log if isinstance(one, e.TrialAlarmDue)]


def test_everybody_of_the_roles_is_rung_by_each_channel_and_each_deputy_too() -> None:
    """One message by each channel, with a code of its own; who is away is not asked."""
    story = a_trial()
    assert set(asked(story)) == {"g.mulder", "g.peters", "c.bos", "c.dekker"} & set(asked(story)) | {
        "g.mulder",
        "c.bos",
    }
    for who in asked(story):
        assert story.told(who) == ["trial_alarm", "trial_alarm"]
    assert {one.alarm for one in story.case.messages.values()} == {"sms", "mail"}

    away = replace(Story(protocol=with_trials()), away=(("g.mulder", NOON, NOON + timedelta(days=3)),))
    assert "g.mulder" not in asked(away.does("c.bos", "begin_trial_alarm"))


def test_without_people_every_role_at_work_is_asked() -> None:
    """Whoever may be alarmed: more people than a few roles."""
    everybody = asked(a_trial(people=[]))

    assert {"g.mulder", "c.bos", "b.vandam"} <= set(everybody)
    assert len(everybody) > len(asked(a_trial()))


def test_many_are_rung_some_at_a_time() -> None:
    """What follows from one event fits in one stored transaction, and all are rung in the end."""
    story = a_trial(people=[])
    rings = [one for one in story.log if isinstance(one, e.TrialAlarmRung)]

    assert max(len(one.people) for one in rings) <= RUNG_AT_ONCE_MAX
    assert [who for one in rings for who in one.people] == [*asked(story)]


def test_an_answer_is_kept_once_with_its_channel() -> None:
    """The first counts; who was not asked is refused."""
    story = a_trial().later(minutes=4).tapping("sms").does("g.mulder", "answer_trial_alarm")
    assert story.case.trial is not None
    assert story.case.trial.answered["g.mulder"] == (NOON + timedelta(minutes=4), "sms")
    again = story.later(minutes=4).does("g.mulder", "answer_trial_alarm")
    assert again.case.trial == story.case.trial
    both = again.tapping("mail").does("g.mulder", "answer_trial_alarm")
    assert both.case.trial is not None
    assert both.case.trial.answered == story.case.trial.answered
    assert {channel for _, channel in both.case.trial.tapped} == {"sms", "mail"}
    with refused("AP-5.1.6", "not_seen"):
        story.decided("r.bakker", "answer_trial_alarm")


def test_it_is_told_how_it_went_at_the_end_of_its_time() -> None:
    """With counts only; who answers afterwards is kept all the same, and nothing is sent any more."""
    story = a_trial(answered_within="8 hours").does("g.mulder", "answer_trial_alarm")
    assert "trial_reported" not in story.told("c.bos")
    over = story.later(hours=8)
    assert over.case.state == "closed"
    assert over.later(hours=14).told("c.bos")[-1] == "trial_reported"
    message = next(one for one in over.case.messages.values() if one.template == "trial_reported")
    assert message.params == {"count": len(asked(story)), "answered": 1}

    late = over.does("c.bos", "answer_trial_alarm")
    assert late.case.trial is not None
    assert "c.bos" in late.case.trial.answered


def test_it_is_told_at_once_where_all_answered() -> None:
    """Nobody is waited for any more."""
    story = a_trial()
    for who in asked(story):
        story = story.does(who, "answer_trial_alarm")

    assert story.case.state == "closed"
    assert story.told("c.bos")[-1] == "trial_reported"


def test_a_message_that_did_not_go_falls_away_with_the_trial() -> None:
    """While it runs it stands on the failure board; after it nobody is rung for what is over."""
    story = replace(Story(protocol=with_trials()), failing=frozenset({"sms"})).does("c.bos", "begin_trial_alarm")
    assert any(one.state == "failing" for one in story.case.messages.values())

    over = story.later(days=2)
    assert {one.state for one in over.case.messages.values() if one.channel == "sms"} == {"dropped"}


def test_who_was_asked_sees_his_own_answer_and_who_oversees_it_everybody_s() -> None:
    """Nobody else sees anything of it."""
    story = a_trial().does("g.mulder", "answer_trial_alarm")
    assert story.sees("g.mulder") == {"summary"}
    assert not story.sees("r.bakker")

    from vangnet.case.view_trials import trial_summary

    assert trial_summary(story.context("g.mulder"))["silent"] is None
    assert trial_summary(story.context("g.mulder"))["mine"] == NOON
    assert "c.bos" in trial_summary(story.context("c.bos"))["silent"]


def test_a_document_without_one_has_none() -> None:
    """It is refused, and the calendar calls for nothing."""
    found = protocol()
    bare = replace(found, document=found.document.model_copy(update={"trial_alarm": None}))
    with refused("AP-5.1.6", "no_trial_alarm"):
        Story(protocol=bare).decided("c.bos", "begin_trial_alarm")
    assert not due(replace(Story(protocol=bare).with_events((ObligationsKept(),))).later(days=70))


def test_each_month_one_is_due_on_the_first_working_day() -> None:
    """At the document's time, and once each; a document without months has none by itself."""
    calendar = a_calendar(months=1)
    assert not due(calendar.until(FIRST - timedelta(seconds=1)))
    first = calendar.until(FIRST)
    assert [one.reference for one in due(first)] == ["VN-PROE-2612"]
    assert set(due(first)[0].people) >= {"g.mulder", "c.bos"}
    assert len(due(first.until(NEW_YEAR - timedelta(seconds=1)))) == 1
    assert [one.reference for one in due(first.until(NEW_YEAR))] == ["VN-PROE-2612", "VN-PROE-2701"]
    assert not due(a_calendar().later(days=70))


@pytest.mark.parametrize(("months", "expected"), [(3, ["2701", "2704", "2707", "2710"]), (6, ["2701", "2707"])])
def test_every_so_many_months_counts_from_january(months: int, expected: list[str]) -> None:
    """Three months are the quarters of the year."""
    story = a_calendar(months=months).until(datetime(2027, 12, 20, tzinfo=UTC))

    assert [one.reference[-4:] for one in due(story)] == expected


def test_one_that_could_not_begin_in_time_waits_for_the_next() -> None:
    """After an outage nobody is rung at night by a trial; a little late is no harm."""
    assert not due(a_calendar(months=1).after_an_outage(hours=40))
    assert due(a_calendar(months=1).after_an_outage(hours=23))


def test_the_calendar_s_trial_begins_in_a_stream_of_its_own() -> None:
    """Under the reference of its month, with everybody who is asked."""
    story = a_calendar(months=1)
    then = replace(story, now=FIRST)
    brought = follow(then.context(), ()).elsewhere

    ((stream, key, event, actor),) = brought
    assert (stream, key, actor) == (f"case/{reference_of(FIRST)}", "begun", "")
    assert isinstance(event, e.TrialAlarmBegun)
    assert event.answer_by == FIRST + timedelta(days=1)


def test_it_is_wiped_after_the_time_that_the_document_names() -> None:
    """Who answered when is nobody's business for ever."""
    story = a_trial(kept_for="2 months")

    assert not story.later(days=50).case.wiped
    assert story.later(days=63).case.wiped
