"""Whatever anybody tries in a case, in whatever order and at whatever time: what the core promises of its cases."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.events.base import SYSTEM, Envelope
from tests.properties.acts import ACTS, CALM, MONEY, POLICE, REPORTS, RESPONSES, WORDS_OUT, Act
from tests.unit.case.builders import EVALUATION, Story, a_report
from tests.unit.case.test_measures import ready
from vangnet.case.agenda import next_due, next_wake, upcoming
from vangnet.case.errors import Invalid, Refused
from vangnet.case.evolve import evolve, replay
from vangnet.case.evolving.work import STAGES
from vangnet.case.follow import follow
from vangnet.case.ledger import totals
from vangnet.case.state import Case

SECOND = timedelta(seconds=1)


def played(report: dict[str, Any], acts: list[Act]) -> Story:
    """Return the story of a report by a raadslid and all that was tried after it."""
    return tried(a_report("r.bakker", **report), acts)


def tried(story: Story, acts: list[Act]) -> Story:
    """Return a story with all that was tried after it."""
    for act in acts:
        story = story.later(minutes=act.minutes)
        with suppress(Refused, Invalid, ValidationError):
            story = story.does(act.actor, act.name, **act.fields)
    return story


@CALM
@given(REPORTS, ACTS, st.integers(0, 200))
def test_the_log_gives_the_same_case_however_it_is_cut(report: dict[str, Any], acts: list[Act], cut: int) -> None:
    """Replayed as a whole, one by one, or in two parts: the same case."""
    story = played(report, acts)
    log = [
        Envelope(stream="case/VN-1", version=number, at=story.now, protocol="", actor=SYSTEM, event=event)
        for number, event in enumerate(story.log, 1)
    ]
    one_by_one = Case()
    for envelope in log:
        one_by_one = evolve(one_by_one, envelope)

    assert replay(log) == replay(log[cut:], replay(log[:cut])) == one_by_one


@CALM
@given(REPORTS, ACTS)
def test_following_twice_changes_nothing(report: dict[str, Any], acts: list[Act]) -> None:
    """Once everything that follows is done, following again, or following the last event again, adds nothing."""
    story = played(report, acts)

    assert story.case.followed == story.case.version
    assert follow(story.context(), ()).events == []
    assert follow(story.context(), ()).elsewhere == []


@CALM
@given(REPORTS, ACTS)
def test_nothing_comes_before_its_time(report: dict[str, Any], acts: list[Act]) -> None:
    """A tick a second before the next wake-up finds nothing to do, however often it comes."""
    story = played(report, acts)
    wake = next_wake(story.context())
    early = replace(story, now=max(story.now, wake - SECOND)) if wake else story.later(days=400)

    assert next_due(early.context()) is None
    assert follow(early.context(), ()).events == []


@CALM
@given(REPORTS, ACTS)
def test_the_next_wake_up_is_never_too_late(report: dict[str, Any], acts: list[Act]) -> None:
    """No step of an alarm, stage of a duty or message comes before the moment that the stream wants to be woken."""
    story = played(report, acts)
    wake = next_wake(story.context())
    times = [at for at, _ in upcoming(story.context())]
    times += [one.send_at for one in story.case.messages.values() if one.pending]
    late = STAGES.index("overdue")
    duties = [duty for duty in story.case.open_duties() if duty.due and duty.due > duty.opened_at]
    times += [duty.due for duty in duties if duty.due and duty.stage < late]

    assert not times or (wake is not None and wake <= min(times))


@CALM
@given(REPORTS, ACTS, st.sampled_from([0, 30, 5_000, 60_000]))
def test_no_duty_is_lost_when_a_case_is_reopened(report: dict[str, Any], acts: list[Act], minutes: int) -> None:
    """What was open before the closing and is still called for is open again, with its old times."""
    story = played(report | {"kinds": ["insult"], "addressed": False}, acts)
    if story.case.state == "closed":
        story = story.does("c.bos", "reopen_case", why="Opnieuw")
    story = story.does("c.bos", "take_case", handler="h.willems", aim="Rust")
    before = {(duty.name, duty.person, duty.about): duty for duty in story.case.open_duties()}
    closed = story.does("h.willems", "close_case", because="responded", response="Brief", evaluation=EVALUATION)
    reopened = closed.later(minutes=minutes).does("h.willems", "reopen_case", why="Toch niet klaar")

    last = {(duty.name, duty.person, duty.about): duty for duty in reopened.case.duties.values()}
    for name, duty in before.items():
        again = last[name]
        assert (again.state, again.due, again.opened_at) == ("open", duty.due, duty.opened_at), name


@CALM
@given(REPORTS, ACTS)
def test_a_class_and_its_alarm_go_together(report: dict[str, Any], acts: list[Act]) -> None:
    """A case of a class that alarms has had an alarm, told to somebody, whoever acted and whenever."""
    story = played(report, acts)
    alarming = story.protocol.document.alarm
    calls = alarming and not story.case.wiped and story.case.classed in alarming.classes

    assert not calls or (story.case.alarm is not None and story.case.alarm.told)


@CALM
@given(RESPONSES)
def test_no_measure_is_there_without_who_may_decide_it(acts: list[Act]) -> None:
    """A ban is the burgemeester's or of who acts for him, and nobody decides in a case in which he was harmed."""
    story = tried(ready(), acts)
    for one in story.case.measures.values():
        assert one.decided_by != "r.bakker"
        if one.measure == "ban":
            assert one.decided_by in {"b.vandam", "w.jansen"}


@CALM
@given(RESPONSES)
def test_nobody_is_banned_twice_from_one_place_for_one_day(acts: list[Act]) -> None:
    """Of the bans that did not end, no two share a place and a day, however they were decided, moved and revived."""
    story = tried(ready(), acts)
    bans = [one for one in story.case.measures.values() if one.measure == "ban" and not one.ended_at]
    for number, one in enumerate(bans):
        for other in bans[number + 1 :]:
            assert one.starts_on
            assert one.ends_on
            assert other.starts_on
            assert other.ends_on
            same_place = set(one.buildings) & set(other.buildings) or one.buildings == other.buildings == ()
            assert not same_place or one.ends_on < other.starts_on or other.ends_on < one.starts_on


@CALM
@given(POLICE)
def test_no_aangifte_is_filed_without_consent(acts: list[Act]) -> None:
    """Whatever was tried: each aangifte was filed while everybody whom it is about consented (AP-5.4.1)."""
    story = a_report("r.bakker", kinds=["threat"])
    for act in acts:
        before = story
        story = tried(story, [act])
        if len(story.case.police.filings) > len(before.case.police.filings):
            said = before.case.police.consents.get(("r.bakker", "aangifte"))
            assert said is not None
            assert said.holds
            assert act.actor == "a.jacobs"


@CALM
@given(WORDS_OUT)
def test_no_message_goes_out_past_the_agreements(acts: list[Act]) -> None:
    """Whatever was tried: who speaks approved it, with consent, aligned, and none to the press in an investigation."""
    story = a_report("r.bakker", kinds=["threat"])
    for act in acts:
        before = story
        story = tried(story, [act])
        for one in story.case.outgoing.values():
            if not one.approved_at or before.case.outgoing[one.id].approved_at:
                continue
            said = before.case.police.consents.get(("r.bakker", "inform_others"))
            assert act.actor == one.approved_by == "b.vandam"
            assert said is not None
            assert said.holds
            assert one.aligned_at
            assert one.to != "press" or before.case.police.prosecution in {"none", "filed"}


@CALM
@given(MONEY)
def test_the_ledger_always_adds_up(acts: list[Act]) -> None:
    """No more is paid than it cost, no more comes back than was claimed, and what is open is what is left of it."""
    story = tried(a_report("r.bakker", kinds=["threat"], damage=[{"item": "ruit", "cents": 45_000}]), acts)
    items = story.case.ledger.values()
    for one in items:
        assert 0 <= one.paid <= one.amount
        assert 0 <= one.recovered <= one.claimed <= one.amount
        assert one.left >= 0
        assert one.recovered + one.left + one.open == one.amount
        assert one.open >= one.claim_open >= 0
    sums = totals(items)
    assert sums.recovered + sums.left + sums.open == sums.cents == sum(one.amount for one in items)
    assert sums.paid + sums.to_pay <= sums.cents
