"""Whatever was tried before: words for outside and exports show nobody more, and nobody acts in his own case."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.events.police import PoliceFileMade
from schemas.words import Part
from tests.properties.acts import ACTS, CALM, REPORTS, RESPONSES, WORDS_OUT, Act, acts, named
from tests.properties.test_core import played, tried
from tests.unit.case.builders import Story, a_report, everybody
from vangnet.case.owners import owners
from vangnet.case.sight import sees

FEWER = settings(CALM, max_examples=40)  # Each looks with the eyes of everybody, after each step.
WORDS = acts(
    named(
        (
            *("draft_message", "align_with_om", "approve_message", "withdraw_message", "write_message"),
            "make_police_file",
        )
    )
)
# Who is asked whether a message may go out reads it, and which case it is of, for as long as it waits (the row of the
# access table for whoever owes a duty): the one way in which words show somebody more, and no part but these.
TO_APPROVE: frozenset[Part] = frozenset({"summary", "messages"})
DECISIONS = (
    *("take_case", "confirm_class", "give_advice", "record_hearing", "waive_hearing", "identify_perpetrator"),
    *("propose_ban", "decide_measure", "end_measure", "approve_message", "close_case", "reopen_case", "file_aangifte"),
    *("record_prosecution", "record_security_measure", "pay_out", "claim"),
)


def sight(story: Story) -> dict[str, frozenset[Part]]:
    """Return what each person sees of a case."""
    return {person: sees(story.context(), person) for person in everybody()}


def asked(story: Story) -> set[str]:
    """Return who is asked now whether a message may go out."""
    waits = [one for one in story.case.open_duties() if one.name == "approve_message"]
    return {person for one in waits for person in owners(story.context(), one)}


def shows_nobody_more(before: Story, after: Story) -> None:
    """Hold that nobody sees more than he did, but for the message that waits for his approval."""
    was = sight(before)
    for person, parts in sight(after).items():
        assert parts - was[person] <= (TO_APPROVE if person in asked(after) else frozenset()), person


@FEWER
@given(REPORTS, ACTS, WORDS)
def test_what_somebody_sees_never_grows_by_a_message(
    report: dict[str, Any], before: list[Act], words: list[Act]
) -> None:
    """Drafting, aligning, approving, withdrawing, writing to each other, a file for the police: at that moment."""
    story = played(report, before)
    for act in words:
        after = tried(story, [replace(act, minutes=0)])
        shows_nobody_more(story, after)
        story = after


@FEWER
@given(WORDS)
def test_what_somebody_sees_never_grows_in_a_threat(words: list[Act]) -> None:
    """The same by who writes and who speaks, so that messages are drafted, approved and withdrawn for certain."""
    story = a_report("r.bakker", kinds=["threat"]).does("r.bakker", "consent", to="inform_others")
    for act in words:
        actor = {"approve_message": "b.vandam", "write_message": "r.bakker"}.get(act.name, "p.kuipers")
        after = tried(story, [replace(act, minutes=0, actor=actor)])
        shows_nobody_more(story, after)
        story = after


@FEWER
@given(REPORTS, ACTS)
def test_what_somebody_sees_never_grows_by_an_export(report: dict[str, Any], before: list[Act]) -> None:
    """A file that was made of it for the police leaves a word in a case, and that shows nobody anything."""
    story = played(report, before)
    made = PoliceFileMade(sha256="0" * 64, files=1)

    assert sight(story.with_events((made,), "h.willems").followed()) == sight(story)


@FEWER
@given(RESPONSES, WORDS_OUT, st.sampled_from(["b.vandam", "w.devries"]))
def test_nobody_acts_in_his_own_case(responses: list[Act], words: list[Act], harmed: str) -> None:
    """Who is harmed decides nothing in it, whatever roles he holds; whoever else tries changes nothing of that."""
    story = a_report(harmed, kinds=["threat"]).does(harmed, "consent", to="inform_others")
    for act in (*responses, *words):
        story = tried(tried(story, [replace(act, actor=harmed)]), [act])
    done = {name: by for name, (_, by) in story.case.given.items() if name in DECISIONS}

    assert harmed not in done.values(), done
    assert harmed not in {one.decided_by for one in story.case.measures.values()}
    assert harmed not in {one.approved_by for one in story.case.outgoing.values()}
    assert story.case.handler != harmed
