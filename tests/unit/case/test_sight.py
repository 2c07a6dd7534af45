"""Who sees which parts: the table of docs/language.md, row by row, and nobody else anything (AP-5.1.6)."""

import pytest

from schemas.words import PARTS
from tests.unit.case.builders import EVALUATION, Story, a_bare_report, a_case, a_report, a_threat, everybody
from vangnet.case.view import view

ALL: set[str] = set(PARTS)
HARMED = ALL - {"hearing", "notes"}
HANDLING = ALL - {"aftercare", "security", "reflection"}
COORDINATOR = ALL - {"aftercare", "reflection"}
BURGEMEESTER = ALL - {"aftercare", "damage", "notes", "reflection"}
INFORMED = {"summary", "measures", "aangifte"}
SAFETY = {"summary", "account", "evidence", "aangifte", "security"}
LAW = {"summary", "account", "evidence", "hearing", "measures", "aangifte", "damage"}

# Of a raadslid's case, before anything follows from it: the griffier receives and gives the care.
OF_EVERY_CASE: dict[str, set[str]] = {
    "r.bakker": HARMED,
    "g.mulder": HANDLING | {"aftercare"},
    "c.bos": COORDINATOR,
    "a.jacobs": LAW,
    "l.vos": LAW,
    "m.prins": {"summary", "damage"},
    "p.kuipers": {"summary", "messages"},
}


def all_sight(story: Story) -> dict[str, set[str]]:
    """Return what each person sees, without those who see nothing."""
    return {who: parts for who in everybody() if (parts := story.sees(who))}


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize("kinds", [["insult"], ["threat"], ["violence"]])
def test_the_table_and_nobody_else(kinds: list[str]) -> None:
    """Everybody in the municipality sees just what the table gives; OOV only of threat and violence."""
    expected = OF_EVERY_CASE if kinds == ["insult"] else OF_EVERY_CASE | {"o.meijer": SAFETY}

    assert all_sight(a_bare_report(kinds=kinds)) == expected


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize("nobody", ["y.beheer", "r.yilmaz", "n.brouwer", "i.lems", "d.brink", "x.fg", "x.auditor"])
def test_no_colleague_and_no_administrator(nobody: str) -> None:
    """The administrator, a fellow raadslid, a civil servant, an assistant, the desk: not one word of a threat."""
    story = a_threat().later(days=3)

    assert story.sees(nobody) == set()
    assert view(story.context(nobody), ()) == {}


@pytest.mark.rule("AP-5.1.6")
def test_the_giver_sees_the_care_alone() -> None:
    """Who only cares for somebody sees the summary and the care."""
    assert a_bare_report("n.brouwer", kinds=["insult"]).sees("k.haan") == {"summary", "aftercare"}


@pytest.mark.rule("AP-5.1.6")
def test_the_handler_sees_what_the_receiver_sees() -> None:
    """Nothing before he has the case, then all but care, security and reflection."""
    story = a_case()

    assert story.sees("h.willems") == set()
    assert story.does("g.mulder", "take_case", handler="h.willems", aim="Rust").sees("h.willems") == HANDLING


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize(
    ("harmed", "duty", "informer", "informed", "parts"),
    [
        ("r.bakker", "inform_burgemeester", "g.mulder", "b.vandam", BURGEMEESTER),
        ("w.devries", "inform_gemeentesecretaris", "b.vandam", "s.visser", INFORMED),
        ("b.vandam", "inform_griffier", "s.visser", "g.mulder", INFORMED),
    ],
)
def test_who_is_informed_sees_from_then_on(
    harmed: str, duty: str, informer: str, informed: str, parts: set[str]
) -> None:
    """Burgemeester, gemeentesecretaris and griffier see nothing until it was their turn to be informed."""
    story = a_case(harmed)

    assert story.sees(informed) == set()
    assert story.does(informer, "complete_duty", duty=duty).sees(informed) == parts


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize(("measure", "parts"), [("ban", BURGEMEESTER), ("warning_written", set())])
def test_the_burgemeester_sees_what_is_his_to_decide(measure: str, parts: set[str]) -> None:
    """A ban that is advised opens the case to him; another measure does not."""
    story = a_case().does("c.bos", "give_advice", measures=[measure], why="Derde keer")

    assert story.sees("b.vandam") == parts


@pytest.mark.rule("AP-5.1.6")
def test_the_locoburgemeester_sees_when_he_acts() -> None:
    """Of the burgemeester's own case he sees what the burgemeester would; of any other nothing."""
    assert a_bare_report("b.vandam", kinds=["insult"]).sees("w.jansen") == BURGEMEESTER | {"aftercare"}
    assert a_bare_report(kinds=["insult"]).sees("w.jansen") == set()


@pytest.mark.rule("AP-5.1.6")
def test_the_owner_of_an_open_duty_sees_what_it_is_about() -> None:
    """The gemeentesecretaris who must warn the inspectorate sees the summary, until it is done."""
    story = a_case(injury="mental")

    assert story.sees("s.visser") == {"summary"}
    assert story.does("s.visser", "complete_duty", duty="warn_inspectorate").sees("s.visser") == set()


@pytest.mark.rule("AP-5.1.6")
def test_whoever_is_alarmed_sees_the_summary() -> None:
    """Security, as the last link, learns which case it is and not what was said."""
    assert a_threat().later(minutes=39).sees("v.post") == set()
    assert a_threat().later(minutes=40).sees("v.post") == {"summary"}


@pytest.mark.rule("AP-5.1.6")
def test_whom_a_duty_escalated_to_sees_the_summary() -> None:
    """The deputy who was told that it is late may see which case it is."""
    assert a_case().sees("g.peters") == set()
    assert a_case().later(hours=24).sees("g.peters") == {"summary"}


@pytest.mark.rule("AP-5.1.6")
def test_guidance_is_the_reporters_own() -> None:
    """What is no case is seen by who was harmed, and by nobody else."""
    assert set(all_sight(a_report())) == {"r.bakker"}


@pytest.mark.rule("AP-5.1.6")
def test_who_is_alarmed_of_urgent_guidance_sees_the_summary() -> None:
    """An alarm is no riddle: whoever it reached may see what it is about, and no more."""
    story = a_report(urgent=True)

    assert (story.case.outcome, story.sees("g.mulder"), story.sees("c.bos")) == ("guidance", {"summary"}, set())
    assert story.does("g.mulder", "acknowledge").sees("g.mulder") == {"summary"}


@pytest.mark.rule("AP-5.1.6")
def test_who_may_not_see_the_case_learns_nothing_of_it() -> None:
    """The view of who may see only the summary has no account in it, in no part."""
    story = a_threat(account="Ik weet waar je woont").later(minutes=40)

    assert set(view(story.context("v.post"), ())) == {"summary"}
    assert "Ik weet waar je woont" not in str(view(story.context("v.post"), ()))


def test_a_closed_case_is_seen_as_before() -> None:
    """Closing takes nobody's sight away, and gives nobody any."""
    story = a_case()
    shut = story.does("g.mulder", "close_case", because="responded", response="Brief", evaluation=EVALUATION)

    assert all_sight(shut) == all_sight(story)
