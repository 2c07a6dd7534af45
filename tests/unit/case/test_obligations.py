"""What comes back each year and each term, who was trained, and the lessons that go on without anybody's name."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from schemas.events.obligations import ObligationsKept
from tests.unit.case.builders import NOON, Story, a_case, protocol, refused
from tests.unit.case.test_measures import ready
from vangnet.case.errors import Invalid
from vangnet.case.lessons import GONE, lesson_of, stripped
from vangnet.case.obligations import never_trained

NEXT_YEAR = datetime(2028, 1, 15, 12, tzinfo=UTC)


def the_calendar(now: datetime = NOON, **municipality: Any) -> Story:
    """Return the calendar of obligations as it begins."""
    found = protocol()
    found = replace(found, municipality_or_none=found.municipality.model_copy(update=municipality))
    return Story(protocol=found, now=now).with_events((ObligationsKept(),)).followed()


@pytest.mark.rule("AP-3.2.1")
def test_a_new_term_puts_the_meeting_on_the_calendar_until_it_was_held() -> None:
    """It is the griffier's, with reminders; recorded as held it is done, and a later term brings it again."""
    terms = (date(2026, 3, 31), date(2030, 3, 26))
    story = the_calendar(terms_begin=terms)
    assert story.owners("norm_meeting") == ("g.mulder",)
    assert str(story.duty("norm_meeting").due)[:10] == "2027-03-30"
    late = story.until(datetime(2027, 4, 5, tzinfo=UTC))
    assert {"duty_reminder", "duty_overdue"} <= set(late.told("g.mulder", duty="norm_meeting"))
    assert late.told("c.bos", duty="norm_meeting")
    assert "norm_meeting" in late.open()

    held = late.does("g.mulder", "record_held", duty="norm_meeting")
    assert "norm_meeting" not in held.open()
    assert "norm_meeting" in held.until(datetime(2030, 3, 27, tzinfo=UTC)).open()
    assert "norm_meeting" not in the_calendar(terms_begin=()).open()


@pytest.mark.parametrize(
    "duty",
    [
        pytest.param("case_discussion", marks=pytest.mark.rule("AP-3.2.2")),
        pytest.param("informal_meeting", marks=pytest.mark.rule("AP-3.2.3")),
    ],
)
def test_each_year_it_is_to_be_held(duty: str) -> None:
    """Due at the end of the year, with reminders; held, it comes back with the next year and not before."""
    story = the_calendar()
    assert story.owners(duty) == ("g.mulder",)
    assert story.duty(duty).due == datetime(2027, 12, 31, 23, tzinfo=UTC)
    assert "duty_reminder" in story.until(datetime(2027, 10, 2, tzinfo=UTC)).told("g.mulder", duty=duty)

    held = story.until(datetime(2027, 11, 1, tzinfo=UTC)).does("g.mulder", "record_held", duty=duty)
    assert duty not in held.until(datetime(2027, 12, 31, tzinfo=UTC)).open()
    assert duty in held.until(NEXT_YEAR).open()
    assert held.until(NEXT_YEAR).duty(duty).about == "2028"


def test_a_year_that_was_missed_stays_until_it_is_recorded() -> None:
    """One of each is open, however long nobody looked; once it is held, that of the new year comes."""
    story = the_calendar().until(NEXT_YEAR)
    open_now = [one.about for one in story.case.open_duties() if one.name == "case_discussion"]
    after = story.does("c.bos", "record_held", duty="case_discussion")

    assert open_now == ["2027"]
    assert [one.about for one in after.case.open_duties() if one.name == "case_discussion"] == ["2028"]


def test_who_begins_early_in_a_year_begins_with_that_year() -> None:
    """With half of it ahead it can still be held."""
    story = the_calendar(datetime(2027, 2, 1, tzinfo=UTC))

    assert story.duty("case_discussion").about == "2027"


def test_what_was_held_is_named_where_several_wait() -> None:
    """Without a name, or with a name of nothing, nothing is recorded; and what must be held is not called off."""
    story = the_calendar()
    with refused("AP-3.2.2"):
        story.decided("g.mulder", "record_held")
    with refused("AP-3.2.3"):
        story.decided("g.mulder", "record_held", duty="informal_meeting", held=False)
    with pytest.raises(Invalid):
        story.decided("g.mulder", "record_held", duty="take_case")
    held = story.does("g.mulder", "record_held", duty="informal_meeting")

    assert held.decided("g.mulder", "record_held", duty="informal_meeting") == ()
    with refused("AP-5.1.6"):
        story.decided("g.mulder", "complete_duty", duty="norm_meeting")


@pytest.mark.rule("AP-3.2.4")
def test_who_never_had_a_training_is_listed() -> None:
    """Every holder of an office that trainings are for, until one was recorded; officials are not on the list."""
    story = the_calendar()
    assert set(never_trained(story.context())) == {
        *("b.vandam", "w.jansen", "w.devries"),
        *("r.bakker", "r.yilmaz", "r.hofman", "f.smit"),
    }
    with refused("AP-3.2.4"):
        story.decided("e.kramer", "record_training", people=["r.bakker"])
    story = story.does("e.kramer", "record_training", topic="Rustig blijven", people=["r.bakker", "b.vandam"])
    story = story.does("f.smit", "record_training", topic="Grenzen stellen")

    assert set(never_trained(story.context())) == {"w.jansen", "w.devries", "r.yilmaz", "r.hofman"}
    assert story.summary()["trainings"][0]["topic"] in {"Rustig blijven", "Grenzen stellen"}
    with refused("AP-3.2.4"):
        story.decided("f.smit", "record_training", topic="Grenzen stellen", people=["r.yilmaz"])


@pytest.mark.parametrize(
    ("person", "reads"), [("g.mulder", True), ("c.bos", True), ("r.bakker", False), ("s.visser", False)]
)
def test_who_reads_the_calendar(person: str, *, reads: bool) -> None:
    """Who has to hold it, and the co-ordinator."""
    assert bool(the_calendar().sees(person)) is reads


@pytest.mark.rule("AP-2.8")
def test_a_lesson_goes_on_without_anybody_in_it() -> None:
    """Names of people here and of who did it, addresses, numbers, references and days are gone; the lesson stays."""
    said = (
        "Bel eerder met de wijkagent. Rob Bakker en wethouder de Vries stonden op 12 november alleen bij Kees Dijkstra "
        "aan de Molenweg 8 in 1234 AB; mail naar k.dijkstra@buiten.example of bel 06-12345678. Zie VN-AB12-CD34."
    )
    story = ready().does("c.bos", "identify_perpetrator", perpetrator="K. Dijkstra")
    story = story.does(
        "h.willems",
        "close_case",
        because="responded",
        response="Brief",
        evaluation={"co_operation": "Goed", "lessons": said},
    )
    lesson = lesson_of(story.context())

    assert lesson is not None
    assert lesson.text.startswith("Bel eerder met de wijkagent.")
    for secret in (
        "Bakker",
        "Rob",
        "Vries",
        "Dijkstra",
        "Molenweg",
        "1234",
        "buiten",
        "0612",
        "06-12",
        "VN-",
        "november",
    ):
        assert secret not in lesson.text
    assert (lesson.classed, lesson.year) == ("verbal_aggression", 2026)


def test_a_case_that_is_open_or_wiped_teaches_nothing_yet() -> None:
    """Nor does one in which nobody wrote a lesson."""
    assert lesson_of(a_case().context()) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Spreek hem aan. Dat hielp.", "Spreek hem aan. Dat hielp."),
        ("Meneer heette Pieters.", f"Meneer heette {GONE}."),
        ("De OOV was er snel.", "De OOV was er snel."),
        ("Kijk op www.roddel.example eerst.", f"Kijk op {GONE} eerst."),
        ("Zijn kenteken was AB-123-C, dat zag ik.", "Zijn kenteken was [...], dat zag ik."),
        ("Hij woont op nummer 14 en komt vaak.", "Hij woont op [...] en komt vaak."),
        ("Hij woont aan de Dorpsstraat 12.", "Hij woont aan de [...]."),
    ],
    ids=[
        *("plain words stay", "a capital inside a sentence", "an abbreviation stays", "an address"),
        *("a number plate", "a house number", "a street with its number"),
    ],
)
def test_what_is_stripped(text: str, left: str) -> None:
    """A word with a capital inside a sentence may be anybody's name."""
    assert stripped(text, ()) == left


def test_the_calendar_is_no_case_and_keeps_its_own_time() -> None:
    """It wakes at the turn of the year, although nothing is due."""
    story = the_calendar()
    with refused("AP-5.1.6"):
        story.decided("c.bos", "take_case", aim="Rust")
    assert story.later(days=5).now == NOON + timedelta(days=5)
