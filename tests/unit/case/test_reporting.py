"""Who may report what, and which class and outcome a report has. Each test is one sentence of the protocol."""

from datetime import timedelta
from typing import Any

import pytest

from schemas.commands.intake import FileReport
from schemas.events.reports import ReportFiled
from schemas.report import Evidence
from tests.unit.case.builders import NEUTRAL, NOON, Story, a_bare_report, a_case, a_report, refused
from vangnet.case.errors import Invalid
from vangnet.case.state import Case

ANSWERS = (True, False, None)
EVERY_ANSWER: list[dict[str, Any]] = [
    {"persists": persists, "addressed": addressed, "stopped": stopped}
    for persists in (True, False)
    for addressed in ANSWERS
    for stopped in ANSWERS
]
# What the outcome may rest on, and what is asked only where a document offers a choice (test_other_protocols.py);
# everything else that a report says changes neither class nor outcome.
DECIDES = {"account", "kinds", "persists", "addressed", "stopped", "urgent", "harmed", "happened_at", "report_to"}
BESIDES: dict[str, Any] = {
    "channel": "phone",
    "target": "property",
    "place": "Bij de bushalte",
    "perpetrators": [{"kind": "person", "name": "K. Dijkstra", "details": "Ik had hem eerst uitgelachen."}],
    "aim": "Hij was boos omdat ik te laat was.",
    "decision_at_stake": "De kapvergunning",
    "injury": "mental",
    "damage": [{"item": "ruit", "cents": 120_00}],
    "evidence": [{"id": "E1", "name": "brief.pdf"}],
}


def outcome(story: Story) -> tuple[str, str]:
    """Return class and outcome of the report."""
    return story.case.classed, story.case.outcome


def filed(case: Case) -> ReportFiled:
    """Return the report."""
    assert case.report is not None
    return case.report


@pytest.mark.rule("AP-1.1")
@pytest.mark.parametrize("harmed", ["b.vandam", "w.devries", "r.bakker", "f.smit"])
def test_every_office_holder_can_report(harmed: str) -> None:
    """The burgemeester, a wethouder, a raadslid and a fractielid each report what was done to them."""
    case = a_bare_report(harmed).case

    assert [one.person for one in case.harmed] == [harmed]


@pytest.mark.rule("AP-1.1")
def test_who_holds_no_office_is_not_harmed_in_a_case() -> None:
    """A report about anybody without an office is refused."""
    with refused("AP-1.1"):
        a_bare_report("i.lems", harmed=["y.beheer"])


@pytest.mark.rule("AP-1.1")
def test_not_everybody_reports_for_somebody_else() -> None:
    """An assistant may report for another; a colleague may not."""
    assert a_bare_report("i.lems", harmed=["r.bakker"]).case.reporter == "i.lems"

    with refused("AP-1.1"):
        a_bare_report("n.brouwer", harmed=["r.bakker"])


@pytest.mark.rule("AP-1.2")
def test_several_kinds_hold_at_once() -> None:
    """Insult, threats, stalking, violence and vandalism stand together in one report, with what they were aimed at."""
    kinds = ("insult", "threat", "threat_to_family", "stalking", "violence", "vandalism")

    report = filed(a_bare_report(kinds=kinds, target="family").case)

    assert (report.kinds, report.target) == (kinds, "family")


@pytest.mark.rule("AP-1.3")
@pytest.mark.parametrize(
    ("kind", "name"),
    [("person", "K. Dijkstra"), ("collective", "De Stille Straat"), ("organisation", "Bouwbedrijf De Hoek")],
)
def test_whoever_did_it_is_found_again(kind: str, name: str) -> None:
    """One citizen, a group and somebody for an organisation each leave a fingerprint to be found again by."""
    report = filed(a_bare_report(perpetrators=[{"kind": kind, "name": name}]).case)

    assert report.fingerprints == (name,)


@pytest.mark.rule("AP-1.3")
def test_who_is_unknown_is_not_found_again() -> None:
    """An unknown perpetrator may be reported, and is nobody to find again, whatever he is called."""
    report = filed(a_bare_report(perpetrators=[{"kind": "unknown", "name": "K. Dijkstra"}]).case)

    assert (report.perpetrators[0].kind, report.fingerprints) == ("unknown", ())


@pytest.mark.rule("AP-1.4")
def test_a_civil_servant_has_a_case_too() -> None:
    """What is done to a civil servant is a case like any other: received, with aftercare, in the same register."""
    story = a_case("n.brouwer")

    assert (story.case.outcome, story.case.offices) == ("case", ("ambtenaar",))
    assert (story.owners("take_case"), story.owners("first_talk")) == (("c.bos",), ("k.haan",))


@pytest.mark.rule("AP-2.3")
@pytest.mark.parametrize("account", ["Ik had hem zelf uitgescholden.", "Het lag aan mij.", NEUTRAL])
def test_no_cause_lowers_what_was_ticked(account: str) -> None:
    """A threat stays a threat and a case, also where the reporter looks for the cause in himself."""
    assert outcome(a_bare_report(account=account, kinds=["threat"])) == ("threat", "case")


@pytest.mark.rule("AP-2.3")
@pytest.mark.parametrize("field", sorted(set(FileReport.model_fields) - DECIDES))
def test_nothing_else_changes_class_or_outcome(field: str) -> None:
    """Every other field of a report, also one that is added later, leaves class and outcome as they are."""
    without = a_bare_report(kinds=["insult"])
    with_it = a_bare_report(kinds=["insult"], **{field: BESIDES[field]})

    assert outcome(with_it) == outcome(without)


@pytest.mark.rule("AP-2.1.2")
def test_aim_and_decision_at_stake_are_kept() -> None:
    """What the citizen was after is kept, and a case that touches a decision says so."""
    story = a_bare_report(kinds=["insult"], aim="Een vergunning", decision_at_stake="De kapvergunning")

    assert filed(story.case).aim == "Een vergunning"
    assert story.summary()["decision_at_stake"] == "De kapvergunning"


@pytest.mark.rule("AP-2.2")
@pytest.mark.parametrize(("account", "classed"), [(NEUTRAL, "emotion"), ("Jullie beleid deugt niet.", "criticism")])
def test_emotion_and_criticism_are_part_of_the_work(account: str, classed: str) -> None:
    """Emotion and criticism give guidance: no case, no duty, nobody told."""
    story = a_report(account=account)

    assert outcome(story) == (classed, "guidance")
    assert (story.open(), story.case.messages) == (set(), {})


@pytest.mark.rule("AP-2.1.5")
def test_emotion_that_persists_is_a_signal() -> None:
    """Emotion that goes on is remembered as a signal, and is no case by itself."""
    assert outcome(a_bare_report(account=NEUTRAL, persists=True)) == ("emotion", "signal")


@pytest.mark.rule("AP-2.1.6")
def test_criticism_that_persists_is_a_signal() -> None:
    """Criticism that goes on is remembered as a signal, and is no case by itself."""
    assert outcome(a_bare_report(account="Jullie beleid deugt niet.", persists=True)) == ("criticism", "signal")


@pytest.mark.rule("AP-2.1.7")
@pytest.mark.parametrize("said", EVERY_ANSWER, ids=str)
def test_verbal_aggression_that_stopped_is_no_case(said: dict[str, Any]) -> None:
    """Only who was addressed and stopped is not reported; who went on, or could not be addressed, is a case."""
    stopped = said["addressed"] is True and said["stopped"] is True
    expected = ("signal" if said["persists"] else "guidance") if stopped else "case"

    assert outcome(a_bare_report(kinds=["insult"], **said)) == ("verbal_aggression", expected)


@pytest.mark.rule("AP-2.1.8")
@pytest.mark.parametrize("said", EVERY_ANSWER, ids=str)
def test_a_threat_is_always_a_case(said: dict[str, Any]) -> None:
    """Whatever else the report says, a threat is a case."""
    assert outcome(a_bare_report(kinds=["intimidation"], **said)) == ("threat", "case")


@pytest.mark.rule("AP-2.1.9")
@pytest.mark.parametrize("said", EVERY_ANSWER, ids=str)
def test_violence_is_always_a_case(said: dict[str, Any]) -> None:
    """Whatever else the report says, violence against people or things is a case."""
    assert outcome(a_bare_report(kinds=["vandalism"], **said)) == ("physical_violence", "case")


@pytest.mark.parametrize("minutes", [0, 1, 5])
def test_a_clock_that_is_a_little_ahead_is_now(minutes: int) -> None:
    """Up to five minutes in the future is taken for now."""
    assert filed(a_bare_report(happened_at=NOON + timedelta(minutes=minutes)).case).happened_at == NOON


def test_what_lies_in_the_future_did_not_happen() -> None:
    """More than five minutes ahead is a mistake that a person must look at."""
    with pytest.raises(Invalid, match="happened_at: lies in the future"):
        a_bare_report(happened_at=NOON + timedelta(minutes=5, seconds=1))


@pytest.mark.rule("AP-5.1.1")
@pytest.mark.parametrize(
    "channel", ["face_to_face", "phone", "letter", "email", "social_media", "meeting", "other", "unknown"]
)
def test_every_channel_is_reported(channel: str) -> None:
    """Whatever the channel, it is reported, and the channel is kept."""
    assert filed(a_bare_report(channel=channel).case).channel == channel


@pytest.mark.rule("AP-5.1.9")
def test_evidence_is_kept_as_received() -> None:
    """A file keeps the hash of its bytes, its size and the time it came in; the account may be left out."""
    file = Evidence(id="E1", name="brief.pdf", sha256="ab" * 32, size=3, received_at="2026-11-30T12:00:00+01:00")

    report = filed(a_bare_report(account=None, evidence=[file.model_dump()]).case)

    assert report.evidence == (file,)
