"""The prosecution and who is told of it, consultation and security: who decides, and what it brings."""

import pytest

from tests.unit.case.builders import a_threat, refused
from tests.unit.case.test_measures import refusal
from tests.unit.case.test_police import filed


@pytest.mark.rule("AP-5.4.6")
@pytest.mark.parametrize("decider", ["burgemeester", "locoburgemeester", "gemeentesecretaris", "oov", "b.vandam", None])
def test_nobody_of_the_municipality_secures_a_person(decider: str | None) -> None:
    """The prosecution decides, or the minister; of an object the burgemeester may."""
    fields = {"measure": "Toezicht"} | ({"decided_by": decider} if decider else {})

    assert refusal(a_threat(), "o.meijer", "record_security_measure", **fields) == "AP-5.4.6"
    for allowed in ("hoofdofficier", "minister_jenv_nctv"):
        assert a_threat().decided("o.meijer", "record_security_measure", decided_by=allowed, measure="Toezicht")
    of_object = {"decided_by": "burgemeester", "measure": "Hek dicht", "for": "object"}
    assert a_threat().decided("o.meijer", "record_security_measure", **of_object)


@pytest.mark.rule("AP-5.4.7")
def test_the_nctv_is_consulted_where_the_burgemeester_is_threatened() -> None:
    """Not by the burgemeester himself but by who acts for him; and he does not decide on his own security."""
    story = a_threat("b.vandam")
    asked = {"with": "nctv", "outcome": "Geen hogere dreiging"}

    assert refusal(story, "b.vandam", "record_consultation", **asked) == "AP-6.2"
    assert refusal(story, "w.jansen", "record_consultation", **{"with": "nctv"}) == "AP-5.4.7"
    assert refusal(story, "w.jansen", "record_consultation", outcome="Gebeld") == "AP-5.4.7"
    assert story.decided("w.jansen", "record_consultation", **asked)
    with refused("AP-5.4.6"):
        story.decided("o.meijer", "record_security_measure", decided_by="burgemeester", measure="Toezicht")


@pytest.mark.rule("AP-5.4.10")
def test_each_step_of_the_prosecution_is_reported_back() -> None:
    """To who was harmed at each change, to the council at the charge, the dismissal and the judgment; 14 days each."""
    story = filed()
    assert story.owners("report_back_harmed", "r.bakker") == ("g.mulder",)
    assert story.hours("report_back_harmed") == 14 * 24
    assert "report_back_council" not in story.open()

    story = story.does("g.mulder", "complete_duty", duty="report_back_harmed")
    story = story.later(days=1).does("l.vos", "record_prosecution", state="investigation")
    assert "report_back_harmed" in story.open()
    assert "report_back_council" not in story.open()
    story = story.later(days=1).does("l.vos", "record_prosecution", state="dismissed")
    assert "report_back_council" in story.open()

    assert filed("w.devries").owners("report_back_harmed") == ("s.visser",)


@pytest.mark.rule("AP-5.4.10")
def test_a_prosecution_goes_on_and_not_back() -> None:
    """Only a judge brings back what was dismissed; the same again, with nothing new, is nothing."""
    story = filed().does("l.vos", "record_prosecution", state="charged")

    assert refusal(story, "l.vos", "record_prosecution", state="investigation") == "AP-5.4.10"
    assert refusal(story, "l.vos", "record_prosecution", state="none") == "AP-5.4.10"
    assert a_threat().does("l.vos", "record_prosecution", state="filed").summary()["prosecution"] == "filed"
    assert story.decided("l.vos", "record_prosecution", state="charged") == ()
    story = story.does("l.vos", "record_prosecution", state="dismissed")
    assert story.does("l.vos", "record_prosecution", state="investigation").summary()["prosecution"] == "investigation"


def test_the_driehoek_is_done_once_its_owner_says_so() -> None:
    """The burgemeester's own record closes it; a handler's does not."""
    held = {"with": "driehoek", "outcome": "Politie rijdt vaker langs"}
    story = a_threat().does("g.mulder", "take_case", handler="h.willems", aim="Rust")

    assert "consider_triangle" in story.does("h.willems", "record_consultation", **held).open()
    assert "consider_triangle" not in story.does("b.vandam", "record_consultation", **held).open()
