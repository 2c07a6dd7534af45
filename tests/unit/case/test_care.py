"""More of aftercare: the home front, one more offer, who is supported beside who was harmed, talks with several."""

from datetime import timedelta
from typing import Any

import pytest

from tests.unit.case.builders import NOON, Story, a_case, a_threat, refused
from vangnet.case.errors import Invalid
from vangnet.case.view import view

KIM = {"family_of": "r.bakker", "name": "Kim"}
KIM_KEY = "family:r.bakker:Kim"
TALKS = ("first_talk", "second_talk", "third_talk")


def held(story: Story, talk: str = "first", **fields: Any) -> Story:
    """Return the story after the griffier held a talk with the raadslid."""
    return story.does("g.mulder", "record_talk", **{"person": "r.bakker", "talk": talk} | fields)


@pytest.mark.rule("AP-5.3.4")
@pytest.mark.parametrize("talk", ["first", "second", "third"])
def test_a_home_front_that_needs_support_asks_for_a_referral(talk: str) -> None:
    """A yes in any talk opens the giver's duty to refer, which is not done without saying to whom."""
    story = held(a_case(), talk, home_front_needs_support=True)
    duty = story.duty("refer_home_front", "r.bakker")

    assert (duty.state, story.owners("refer_home_front", "r.bakker")) == ("open", ("g.mulder",))
    with refused("AP-5.3.4"):
        story.decided("g.mulder", "complete_duty", duty="refer_home_front")
    done = story.does("g.mulder", "complete_duty", duty="refer_home_front", outcome="Arbodienst gebeld")
    assert done.duty("refer_home_front", "r.bakker").state == "done"


@pytest.mark.rule("AP-5.3.4")
def test_a_referral_at_once_or_later_does_it() -> None:
    """Said in the same talk nothing is left to do; a later talk that records one does the duty; a new yes asks anew."""
    at_once = held(a_case(), home_front_needs_support=True, referral="Bedrijfsmaatschappelijk werk")
    assert "refer_home_front" not in {one.name for one in at_once.case.duties.values()}
    assert "refer_home_front" not in {
        one.name for one in held(a_case(), home_front_needs_support=False).case.duties.values()
    }

    later = held(held(a_case(), home_front_needs_support=True), "second", referral="Bedrijfsmaatschappelijk werk")
    assert later.duty("refer_home_front", "r.bakker").state == "done"
    again = held(later, "third", home_front_needs_support=True)
    assert again.duty("refer_home_front", "r.bakker").state == "open"
    refusing = held(again, "third", referral_refused=True)
    assert refusing.duty("refer_home_front", "r.bakker").state == "done"


@pytest.mark.rule("AP-5.3.4")
def test_the_giver_reads_where_to_refer_and_nobody_else_that_it_is_needed() -> None:
    """The local provision stands with the care; the co-ordinator, who sees that a talk was held, sees no such duty."""
    story = held(a_case(), home_front_needs_support=True)
    care = view(story.context("g.mulder"), ())["aftercare"]

    assert care["provision"]["phone"] == "14 0123"
    assert care["home_front"] == ["r.bakker"]
    assert "aftercare" not in view(story.context("c.bos"), ())
    assert story.later(days=6).told("c.bos", duty="refer_home_front") == []


@pytest.mark.rule("AP-5.3.1")
def test_who_declined_is_asked_once_more() -> None:
    """Four weeks later the giver offers it again, once; whoever takes it up then has the talks back."""
    declined = a_case().does("r.bakker", "decline_aftercare")
    assert "offer_aftercare_again" not in declined.later(days=27).open()
    asked = declined.later(days=28)
    assert asked.owners("offer_aftercare_again", "r.bakker") == ("g.mulder",)
    done = asked.does("g.mulder", "complete_duty", duty="offer_aftercare_again", outcome="Nog steeds niet")

    assert "offer_aftercare_again" not in done.later(days=60).open()
    taken = asked.does("r.bakker", "take_up_aftercare")
    assert taken.duty("offer_aftercare_again", "r.bakker").state == "done"
    assert set(TALKS) <= taken.open()


@pytest.mark.rule("AP-5.3.1")
def test_who_took_it_up_himself_is_not_asked() -> None:
    """There is nothing to offer to who has it already."""
    story = a_case().does("r.bakker", "decline_aftercare").later(days=3).does("r.bakker", "take_up_aftercare")

    assert "offer_aftercare_again" not in {one.name for one in story.later(days=40).case.duties.values()}


@pytest.mark.rule("AP-5.3.11")
def test_family_is_supported_although_only_the_office_holder_was_harmed() -> None:
    """She has talks of her own, by who cares for him, with twelve hours at least."""
    story = a_case(happened_at=NOON - timedelta(days=2)).does("g.mulder", "add_supported_person", person=KIM)

    assert {duty.name for duty in story.case.open_duties() if duty.person == KIM_KEY} == set(TALKS)
    assert story.owners("first_talk", KIM_KEY) == ("g.mulder",)
    assert story.hours("first_talk") == 12
    held_with_her = story.does("g.mulder", "record_talk", person=KIM_KEY, talk="first")
    assert held_with_her.duty("first_talk", KIM_KEY).state == "done"
    assert held_with_her.duty("first_talk", "r.bakker").state == "open"


@pytest.mark.parametrize(
    ("person", "giver", "key", "by"),
    [
        ({"name": "Een bezoeker"}, None, "witness:Een bezoeker", "k.haan"),
        ({"name": "Een bezoeker"}, "q.smits", "witness:Een bezoeker", "q.smits"),
        ("d.brink", None, "d.brink", "k.haan"),
        ("r.yilmaz", None, "r.yilmaz", "g.mulder"),
        (KIM_KEY, "k.haan", KIM_KEY, "k.haan"),
    ],
)
def test_who_saw_it_is_supported_too(person: Any, giver: str | None, key: str, by: str) -> None:
    """Of the house or not: by whom the command names, else by his office, else by the team."""
    fields = {"person": person} | ({"giver": giver} if giver else {})
    story = a_threat().does("c.bos", "add_supported_person", **fields)

    assert story.owners("first_talk", key) == (by,)
    assert by in story.told(by) or "aftercare_assigned" in story.told(by) or giver is None
    assert story.does(by, "record_talk", person=key, talk="first").duty("first_talk", key).state == "done"


@pytest.mark.rule("AP-6.2")
def test_who_is_supported_has_no_say_in_the_case_and_loses_none() -> None:
    """A witness is not harmed: consent is not his, and his own role stays as it was."""
    story = a_threat().does("g.mulder", "add_supported_person", person="l.vos")

    assert story.decided("l.vos", "record_prosecution", state="investigation")
    with refused("AP-5.4.1"):
        story.decided("l.vos", "consent", to="aangifte")
    with refused("AP-6.2"):
        story.decided("g.mulder", "add_supported_person", person=KIM, giver="r.bakker")


def test_the_same_person_is_not_added_twice() -> None:
    """Said again it only changes who gives the care; a name that nobody has is a wrong field."""
    story = a_case().does("g.mulder", "add_supported_person", person=KIM)

    assert story.decided("g.mulder", "add_supported_person", person=KIM) == ()
    assert story.does("c.bos", "add_supported_person", person=KIM, giver="k.haan").owners("first_talk", KIM_KEY) == (
        "k.haan",
    )
    with pytest.raises(Invalid):
        story.decided("g.mulder", "add_supported_person", person="niemand.hier")


@pytest.mark.rule("AP-5.3.3")
def test_handed_over_without_a_name_it_is_the_teams() -> None:
    """Whoever hands it over need not know who is in the collegial team."""
    story = a_case().does("g.mulder", "assign_aftercare", person="r.bakker")

    assert story.owners("first_talk") == ("k.haan",)


def test_one_talk_with_several_people_is_held_with_each() -> None:
    """A joint talk does the duty of everybody who was there; what was said of one is of him alone."""
    story = a_case(harmed=["r.bakker", "r.yilmaz"])
    both = story.does(
        "g.mulder", "record_talk", person=["r.bakker", "r.yilmaz"], talk="first", home_front_needs_support=True
    )

    assert both.duty("first_talk", "r.bakker").state == both.duty("first_talk", "r.yilmaz").state == "done"
    assert both.duty("refer_home_front").person == "r.bakker"
    with refused("AP-5.3.2"):
        a_case(harmed=["r.bakker", "w.devries"]).decided(
            "g.mulder", "record_talk", person="r.bakker", talk="first", together_with=["w.devries"]
        )


def test_a_talk_shows_its_checklist() -> None:
    """What was gone through, and what was not."""
    story = held(a_case(), points=["safety", "follow_up"])
    envelopes = [one for one in view(story.context("g.mulder"), _envelopes(story))["aftercare"]["talks"]]

    assert envelopes[0]["left"] == ["emotional_support", "practical_help", "information"]


def _envelopes(story: Story) -> list[Any]:
    from schemas.events.base import Envelope

    return [
        Envelope(stream="case/VN-1", version=number, at=story.now, protocol="", actor="g.mulder", event=event)
        for number, event in enumerate(story.log, 1)
    ]
