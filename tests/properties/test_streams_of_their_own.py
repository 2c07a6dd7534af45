"""Whatever anybody tries in a meeting, plan, trial alarm or calendar: what the core promises of each of them."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.commands import ALSO_IN, ONLY_IN
from schemas.events import meetings as e
from tests.properties.acts import CALM, FIELDS, Act, acts, named
from tests.unit.case.builders import Story
from tests.unit.case.test_meetings import a_meeting
from tests.unit.case.test_obligations import the_calendar
from tests.unit.case.test_plans import a_talk, a_visit
from tests.unit.case.test_trials import a_trial
from vangnet.case.agenda import next_due
from vangnet.case.errors import Invalid, Refused
from vangnet.case.meetings import demands_now, offence_stands

KINDS = {
    kind: acts(named(tuple(sorted((ONLY_IN[kind] | ALSO_IN[kind] | {"take_case", "add_note"}) & set(FIELDS)))), most=14)
    for kind in ONLY_IN
}


def tried(story: Story, given_acts: list[Act]) -> Story:
    """Return a story with all that was tried in it, mostly by who keeps it."""
    for number, act in enumerate(given_acts):
        story = story.later(minutes=act.minutes)
        actor = act.actor if number % 3 == 0 else ("g.mulder", "b.vandam", "w.devries", "c.bos")[number % 4]
        with suppress(Refused, Invalid, ValidationError):
            story = story.does(actor, act.name, **act.fields)
    return story


@CALM
@given(KINDS["meeting"])
def test_a_meeting_keeps_its_promises(tries: list[Act]) -> None:
    """No hands before an attack, the offence only at the threshold, the broadcast asked for at each suspension."""
    story = tried(a_meeting(), tries)
    kinds = [type(event) for event in story.log]
    hands = [place for place, kind in enumerate(kinds) if kind is e.PhysicalMeasureRecorded]

    assert all(e.PhysicalAggressionRecorded in kinds[:place] for place in hands)
    assert not offence_stands(story.context()) or len(demands_now(story.case)) >= 3
    assert story.case.meeting is not None
    asked = {duty.about for duty in story.case.duties.values() if duty.name == "stop_livestream"}
    assert asked == {f"suspension-{number}" for number in story.case.meeting.to_stop}
    assert next_due(story.context()) is None
    assert not any(story.sees(who) for who in ("w.jansen", "v.post", "h.willems", "f.smit", "y.beheer"))


@CALM
@given(st.sampled_from([a_talk, a_visit]), KINDS["plan"])
def test_a_plan_keeps_its_promises(begin: object, tries: list[Act]) -> None:
    """Whoever is late is looked for, and nobody who is back; who has nothing to do with it reads nothing."""
    story = tried(begin(), tries)  # type: ignore[operator]
    plan = story.case.plan
    assert plan is not None

    if plan.back_by and plan.back_by <= story.now:
        assert any(alarm.opened_at >= plan.back_by for alarm in story.case.alarms.values())
    if plan.visits and plan.back_by is None:
        assert not any(alarm.open for alarm in story.case.alarms.values())
    assert not story.sees("r.bakker")


@CALM
@given(KINDS["obligations"])
def test_the_calendar_keeps_its_promises(tries: list[Act]) -> None:
    """One of each obligation is open at most, and nobody is trained and never trained at once."""
    story = tried(the_calendar(), tries)
    names = [duty.name for duty in story.case.open_duties()]
    trained = {who for one in story.case.trainings for who in one.people}

    assert len(names) == len(set(names))
    assert not trained & set(story.summary()["never_trained"])


@CALM
@given(KINDS["trial"])
def test_a_trial_alarm_keeps_its_promises(tries: list[Act]) -> None:
    """Only who was asked answers, it is told once how it went, and no case or duty comes of it."""
    story = tried(a_trial(), tries).later(days=3)
    trial = story.case.trial
    assert trial is not None

    assert set(trial.answered) <= set(trial.asked)
    assert not trial.open
    assert len([one for one in story.case.messages.values() if one.template == "trial_reported"]) == 1
    assert not story.case.duties
    assert not story.case.alarms
