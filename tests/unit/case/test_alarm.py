"""An alarm goes along its chain, again and again, until a person acknowledges it; the first contact must follow."""

from datetime import timedelta
from typing import Any

import pytest

from schemas.events.work import AlarmTriedAgain
from tests.unit.case.builders import NOON, Story, a_case, a_report, a_threat, refused

# Receiver, deputy, co-ordinator, duty officer, last resort: who comes in at which minute.
CHAIN = [(0, {"g.mulder"}), (10, {"g.peters"}), (20, {"c.bos"}), (30, {"o.meijer"}), (40, {"s.visser", "v.post"})]


def alarmed(story: Story) -> set[str]:
    """Return everyone told by the alarm."""
    return {who for alarm in story.case.alarms.values() for who in alarm.told}


def is_open(story: Story) -> bool:
    """Tell whether the alarm opened last still waits for a person."""
    return bool(story.case.alarm and story.case.alarm.open)


@pytest.mark.parametrize("fields", [{"kinds": ["threat"]}, {"kinds": ["violence"]}, {"urgent": True}], ids=str)
def test_threat_violence_and_urgency_raise_an_alarm(fields: dict[str, Any]) -> None:
    """Threat, physical violence and what is marked urgent reach the receiver by SMS and mail at once."""
    story = a_report(**fields)

    assert (story.told("g.mulder", "sms"), story.told("g.mulder", "mail")) == (["alarm"], ["alarm"])


def test_any_other_case_raises_none() -> None:
    """Verbal aggression is told by mail."""
    assert a_case().case.alarms == {}


@pytest.mark.parametrize("number", range(len(CHAIN)))
def test_the_chain_takes_ten_minutes_a_link(number: int) -> None:
    """Each link comes in to the minute, and none before."""
    minute, people = CHAIN[number]
    before = set().union(*(who for _, who in CHAIN[:number]))
    story = a_threat()

    early = story if minute == 0 else story.until(NOON + timedelta(minutes=minute, seconds=-1))

    assert alarmed(early) == (people if minute == 0 else before)
    assert alarmed(story.later(minutes=minute)) == before | people


def test_a_failed_delivery_passes_on_at_once() -> None:
    """Where neither SMS nor mail goes out, the whole chain is tried in the same minute."""
    story = a_report(story=Story(failing=frozenset({"sms", "mail"})), kinds=["threat"])

    assert alarmed(story) == set().union(*(who for _, who in CHAIN))
    assert is_open(story)


def test_one_channel_that_fails_passes_on_too() -> None:
    """A mail may lie unread until morning: a failed SMS alone brings in the deputy at once."""
    story = a_report(story=Story(failing=frozenset({"sms"})), kinds=["threat"])

    assert "g.peters" in alarmed(story)


def test_it_is_tried_again_ever_less_often() -> None:
    """Every ten minutes for three hours, then hourly for a day, then daily; and never not at all."""
    story = a_threat()
    tries = []
    for span in (timedelta(hours=3), timedelta(hours=24), timedelta(days=5)):
        before = len([one for one in story.log if isinstance(one, AlarmTriedAgain)])
        story = story.until(story.now + span)
        tries.append(len([one for one in story.log if isinstance(one, AlarmTriedAgain)]) - before)

    assert tries == [18, 24, 5]
    assert is_open(story)


def test_everyone_told_so_far_is_told_again() -> None:
    """Half an hour in, the next round goes to each link that was told before."""
    rounds = [one for one in a_threat().later(minutes=30).log if isinstance(one, AlarmTriedAgain)]

    assert [set(one.people) for one in rounds[:2]] == [{"g.mulder"}, {"g.mulder", "g.peters"}]


def test_the_reporter_hears_after_twenty_minutes() -> None:
    """Who reported is sent the police's numbers where nobody has seen it, once."""
    story = a_threat()

    assert "nobody_yet" not in story.until(NOON + timedelta(minutes=19)).told("r.bakker")
    assert story.later(hours=5).told("r.bakker", "sms") == ["nobody_yet"]


def test_the_reporter_of_an_acknowledged_alarm_hears_nothing() -> None:
    """Somebody has seen it: no numbers are sent."""
    story = a_threat().later(minutes=4).does("g.mulder", "acknowledge").does("g.mulder", "take_case", aim="Rust")

    assert "nobody_yet" not in story.later(minutes=25).told("r.bakker")


def test_acknowledging_ends_it() -> None:
    """Once a person answers, no further link is told and nothing is tried again."""
    story = a_threat().later(minutes=4).does("g.mulder", "acknowledge")

    assert not is_open(story)
    assert alarmed(story.later(minutes=29)) == {"g.mulder"}


@pytest.mark.parametrize("actor", ["g.peters", "c.bos", "o.meijer", "s.visser", "v.post"])
def test_any_later_link_may_acknowledge(actor: str) -> None:
    """Who stands further on in the chain need not wait for his turn."""
    assert not is_open(a_threat().does(actor, "acknowledge"))


def test_who_is_not_in_the_chain_may_not() -> None:
    """A colleague who heard of it ends no alarm."""
    with refused("AP-5.1.6"):
        a_threat().decided("r.yilmaz", "acknowledge")


def test_acknowledged_twice_is_once() -> None:
    """Pressing the button again changes nothing."""
    story = a_threat().does("g.mulder", "acknowledge")

    assert story.decided("g.mulder", "acknowledge") == story.decided("c.bos", "acknowledge") == ()


def test_first_contact_is_owed_by_who_acknowledged() -> None:
    """Within 30 minutes whoever answered speaks to the person harmed."""
    story = a_threat().later(minutes=4).does("c.bos", "acknowledge")

    assert story.owners("first_contact") == ("c.bos",)
    assert story.duty("first_contact").due == NOON + timedelta(minutes=34)


def test_without_first_contact_the_alarm_comes_back() -> None:
    """Acknowledged is not handled: after 30 minutes the chain begins anew, and says so."""
    story = a_threat().later(minutes=4).does("g.mulder", "acknowledge").later(minutes=30)

    assert is_open(story)
    assert [one.cause for one in story.case.alarms.values()] == ["class", "returned"]
    assert "alarm_returned" in story.told("g.mulder", "sms")


def test_with_first_contact_it_does_not() -> None:
    """Once the person harmed was spoken to, the alarm stays answered."""
    acknowledged = a_threat().later(minutes=4).does("g.mulder", "acknowledge")
    story = acknowledged.does("g.mulder", "record_first_contact", person="r.bakker", safe=True)

    assert story.duty("first_contact").state == "done"
    assert not is_open(story.later(days=2))


def test_recording_the_first_contact_acknowledges_as_well() -> None:
    """Who has spoken to the person harmed has seen the alarm."""
    assert not is_open(a_threat().does("g.mulder", "record_first_contact", person="r.bakker").later(days=2))


def test_everyone_harmed_is_spoken_to() -> None:
    """With two harmed, contact with one of them is not enough."""
    story = a_threat(harmed=["r.bakker", "r.yilmaz"]).does("g.mulder", "acknowledge")
    one = story.does("g.mulder", "record_first_contact", person="r.bakker")

    assert one.duty("first_contact").state == "open"
    assert one.does("g.mulder", "record_first_contact", person="r.yilmaz").duty("first_contact").state == "done"


def test_after_an_outage_the_chain_goes_on() -> None:
    """Where everything stood still for two days, each link that was due is told, once."""
    story = a_threat().after_an_outage(days=2)

    assert alarmed(story) == set().union(*(who for _, who in CHAIN))
    assert story.told("c.bos", "sms").count("alarm") == 1


def test_two_alarms_have_two_chains() -> None:
    """What is no longer urgent to one is urgent to another: an acknowledged alarm leaves the next one alone."""
    story = a_threat().does("g.mulder", "acknowledge").later(minutes=31)

    assert is_open(story.later(hours=2))
    assert alarmed(story.later(minutes=10)) == {"g.mulder", "g.peters"}
