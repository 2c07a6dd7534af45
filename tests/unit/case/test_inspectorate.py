"""The labour inspectorate: on which ground it is told, with whose agreement, what of it, and the proof."""

from typing import Any

import pytest

from tests.unit.case.builders import Story, a_case, refused
from tests.unit.case.test_contact import envelopes
from vangnet.case.inspectorate import injuries_to_tell
from vangnet.case.view_inspectorate import of_report


def report(story: Story, actor: str = "s.visser") -> dict[str, Any] | None:
    """Return the report as one person may read it."""
    return of_report(story.context(actor), envelopes(story, {}))


def grounds(story: Story) -> list[tuple[str, str]]:
    """Return the ground and the agreement of each injury."""
    return [(one.ground, one.agreement) for one in injuries_to_tell(story.context())]


@pytest.mark.rule("AP-5.4.9")
@pytest.mark.parametrize(
    ("harmed", "injury", "ground"),
    [
        ("n.brouwer", "hospital", "legal"),
        ("n.brouwer", "death", "legal"),
        ("n.brouwer", "mental", "protocol_only"),
        ("r.bakker", "hospital", "protocol_only"),
        ("b.vandam", "lasting", "protocol_only"),
    ],
)
def test_the_ground_is_the_laws_or_only_the_protocols(harmed: str, injury: str, ground: str) -> None:
    """By law of a civil servant and its three injuries; of office-holders, and of all else, by the protocol alone."""
    story = a_case(harmed, injury=injury)
    found = report(story)

    assert found is not None
    assert found["ground"] == ground
    assert grounds(story) == [(ground, "not_needed" if ground == "legal" else "open")]
    assert found["phone"] == "0800-5151"


@pytest.mark.rule("AP-5.4.9")
def test_who_was_harmed_is_asked_where_only_the_protocol_wants_it() -> None:
    """He is told that there is a question; until he agrees neither he nor his injury is named; a no needs a reason."""
    story = a_case(injury="mental", place="Wilgenlaantje")
    assert story.told("r.bakker").count("agreement_asked") == 1
    before = report(story)
    assert before is not None
    assert (before["injuries"][0]["injury"], before["injuries"][0]["person"]) == (None, None)
    assert before["tells"]["place"] is None

    agreed = report(story.does("r.bakker", "consent", to="inspectorate"))
    assert agreed is not None
    assert (agreed["injuries"][0]["injury"], agreed["injuries"][0]["person"]) == ("mental", "r.bakker")
    against = story.does("r.bakker", "consent", to="inspectorate", given=False)
    with refused("AP-5.4.9"):
        against.decided("s.visser", "complete_duty", duty="warn_inspectorate", proof="WA-1")
    assert against.decided("s.visser", "complete_duty", duty="warn_inspectorate", outcome="Zonder naam gemeld")


@pytest.mark.rule("AP-5.4.9")
def test_by_law_nobody_is_asked() -> None:
    """Of a civil servant in hospital the inspectorate is told at once, in full."""
    story = a_case("n.brouwer", injury="hospital")
    found = report(story)

    assert found is not None
    assert found["injuries"][0]["injury"] == "hospital"
    assert "agreement_asked" not in story.told("n.brouwer")


def test_it_is_read_by_whose_duty_it_is_and_the_proof_stays() -> None:
    """Not by who handles the case; done, number and time stand there still."""
    story = a_case(injury="mental")
    assert report(story, "g.mulder") is None
    assert report(story, "c.bos") is None
    done = story.does("s.visser", "complete_duty", duty="warn_inspectorate", proof="NLA-2026-118")
    found = report(done)

    assert found is not None
    assert found["state"] == "done"
    assert found["proofs"][0]["proof"] == "NLA-2026-118"


def test_of_several_harmed_it_is_whose_the_record_says() -> None:
    """An injury that nobody was named for is of nobody yet; recorded for one it is his."""
    story = a_case(harmed=["r.bakker", "n.brouwer"], injury="hospital")
    assert [one.person for one in injuries_to_tell(story.context())] == [""]
    said = story.does("g.mulder", "record_injury", injury="hospital", person="n.brouwer")

    assert grounds(said) == [("protocol_only", "open"), ("legal", "not_needed")]
