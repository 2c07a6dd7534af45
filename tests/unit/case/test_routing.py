"""Where a report goes and who must be told, by the office of who was harmed."""

import pytest

from tests.unit.case.builders import NOON, Story, a_case, a_report, a_threat

NIGHT = NOON.replace(hour=2)


@pytest.mark.rule("AP-5.1.2")
@pytest.mark.parametrize("harmed", ["r.bakker", "f.smit"])
def test_a_raadslid_reports_to_the_griffier(harmed: str) -> None:
    """The case of a raadslid or fractielid is the griffier's, who owes it to the burgemeester until it is done."""
    story = a_case(harmed)

    assert (story.owners("take_case"), story.owners("inform_burgemeester")) == (("g.mulder",), ("g.mulder",))
    assert "inform_burgemeester" in story.later(days=30).open()
    assert "inform_burgemeester" not in story.does("g.mulder", "complete_duty", duty="inform_burgemeester").open()


@pytest.mark.rule("AP-5.1.3")
def test_a_wethouder_reports_to_the_burgemeester() -> None:
    """The case of a wethouder is the burgemeester's, who informs the gemeentesecretaris."""
    story = a_case("w.devries")

    assert (story.owners("take_case"), story.owners("inform_gemeentesecretaris")) == (("b.vandam",), ("b.vandam",))
    assert "inform_gemeentesecretaris" in story.later(days=30).open()


@pytest.mark.rule("AP-5.1.4")
def test_the_burgemeester_reports_to_the_gemeentesecretaris() -> None:
    """The gemeentesecretaris has the burgemeester's case, informs the griffier and involves OOV."""
    story = a_case("b.vandam")

    owners = [story.owners(duty) for duty in ("take_case", "inform_griffier", "involve_oov")]

    assert owners == [("s.visser",)] * 3


@pytest.mark.parametrize(
    ("harmed", "duties"),
    [
        ("r.bakker", {"inform_burgemeester"}),
        ("w.devries", {"inform_gemeentesecretaris"}),
        ("b.vandam", {"inform_griffier", "involve_oov", "inform_commissaris"}),
        ("n.brouwer", set()),
    ],
)
@pytest.mark.rule("AP-5.1.2", "AP-5.1.3", "AP-5.1.4")
def test_nobody_informs_more_than_his_office_calls_for(harmed: str, duties: set[str]) -> None:
    """Each office calls for its own people to be informed, and for no others."""
    opened = {name for name in a_case(harmed).open() if name.startswith(("inform_", "involve_"))}

    assert opened == duties


@pytest.mark.parametrize(("kinds", "hours"), [(["insult"], 24), (["threat"], 2), (["violence"], 2)])
def test_threat_and_violence_are_told_sooner(kinds: list[str], hours: int) -> None:
    """Informing takes at most a day, and two hours for threat and violence; so does taking the case."""
    story = a_report(kinds=kinds)

    assert (story.hours("inform_burgemeester"), story.hours("take_case")) == (hours, hours)


@pytest.mark.rule("AP-5.1.5")
@pytest.mark.parametrize("kinds", [["insult"], ["threat"], ["violence"]])
@pytest.mark.parametrize("harmed", ["b.vandam", "w.devries", "r.bakker", "f.smit", "n.brouwer"])
def test_the_coordinator_is_told_of_every_case_at_once(harmed: str, kinds: list[str]) -> None:
    """In the middle of the night, whatever the class and whoever was harmed, the co-ordinator has a mail at once."""
    story = a_report(harmed, story=Story(now=NIGHT), kinds=kinds)

    assert "case_new" in story.told("c.bos", "mail")


@pytest.mark.rule("AP-5.1.5")
def test_who_stands_in_for_the_coordinator_is_told() -> None:
    """Where the co-ordinator is harmed himself, his deputy is told and he is not."""
    story = a_case("c.bos")

    assert story.told("c.dekker", "mail") == ["case_new"]
    assert story.told("c.bos") == []


def test_what_is_no_alarm_rings_no_telephone_at_night() -> None:
    """The receiver of a case without an alarm has a mail at once, and an SMS not before eight in the morning."""
    story = a_case(story=Story(now=NIGHT))

    assert (story.told("g.mulder", "mail"), story.told("g.mulder", "sms")) == (["case_new"], [])

    assert story.until(NOON.replace(hour=6, minute=59)).told("g.mulder", "sms") == []
    assert story.until(NOON.replace(hour=7)).told("g.mulder", "sms") == ["case_new"]


def test_nobody_is_told_who_need_not_be() -> None:
    """Of a case without an alarm only its receiver and the co-ordinator hear at once."""
    story = a_case()

    assert {one.to for one in story.case.messages.values()} == {"g.mulder", "c.bos"}


@pytest.mark.rule("AP-5.2.13")
@pytest.mark.parametrize("kinds", [["threat"], ["violence"]])
def test_the_burgemeester_considers_the_driehoek(kinds: list[str]) -> None:
    """Threat and violence are the burgemeester's to consider for the driehoek, within a week."""
    story = a_report(kinds=kinds)

    assert (story.owners("consider_triangle"), story.hours("consider_triangle")) == (("b.vandam",), 7 * 24)


@pytest.mark.rule("AP-5.2.13")
def test_lesser_cases_are_not_for_the_driehoek() -> None:
    """Verbal aggression does not call for it."""
    assert "consider_triangle" not in a_case().open()


@pytest.mark.rule("AP-5.4.8")
@pytest.mark.parametrize("kinds", [["insult"], ["threat"]])
def test_the_commissaris_is_informed_of_the_burgemeester(kinds: list[str]) -> None:
    """Where the burgemeester is harmed, informing the Commissaris is at once the locoburgemeester's, who is told."""
    story = a_report("b.vandam", kinds=kinds)

    assert story.duty("inform_commissaris").opened_at == NOON
    assert story.owners("inform_commissaris") == ("w.jansen",)
    assert "duty_opened" in story.told("w.jansen", "mail")


@pytest.mark.rule("AP-5.4.8")
def test_informing_the_commissaris_is_never_the_burgemeesters() -> None:
    """Also where the locoburgemeester is harmed with him, it is somebody else's than theirs."""
    story = a_threat("b.vandam", harmed=["b.vandam", "w.jansen"])

    assert story.owners("inform_commissaris") == ("w.devries",)


@pytest.mark.rule("AP-6.1")
@pytest.mark.parametrize(("harmed", "spokesperson"), [("r.bakker", "b.vandam"), ("b.vandam", "w.jansen")])
def test_the_spokesperson_is_computed(harmed: str, spokesperson: str) -> None:
    """The burgemeester speaks, or who acts for him where he is harmed."""
    assert a_threat(harmed).summary()["spokesperson"] == spokesperson
