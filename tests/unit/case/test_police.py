"""Police and prosecution: told, consented, filed, prosecuted, secured; each by whom, and what it brings."""

from typing import Any

import pytest

from tests.unit.case.builders import Story, a_case, a_report, a_threat, refused
from tests.unit.case.test_measures import refusal
from vangnet.case.errors import Invalid
from vangnet.case.view import summary_for, view

FILED: dict[str, Any] = {"reference": "PL0900-2", "offences": ["threat"]}


def consented(by: str = "r.bakker", **fields: Any) -> Story:
    """Return a threat of which the person harmed agrees to an aangifte."""
    return a_threat(by, **fields).does(by, "consent", to="aangifte")


def filed(by: str = "r.bakker", **fields: Any) -> Story:
    """Return a threat of which an aangifte was filed."""
    return consented(by, **fields).does("a.jacobs", "file_aangifte", **FILED)


def two_harmed(**fields: Any) -> Story:
    """Return a threat to a wethouder and to his family."""
    family = {"family_of": "w.devries", "name": "Kim"}
    return a_report("w.devries", kinds=["insult", "threat"], harmed=["w.devries", family], **fields)


@pytest.mark.rule("AP-5.2.10")
@pytest.mark.parametrize("actor", ["g.mulder", "c.bos", "o.meijer", "v.post"])
def test_the_police_is_told_of_what_is_no_offence_too(actor: str) -> None:
    """Whoever receives it, co-ordinates or guards tells the police, with its reference, apart from any aangifte."""
    assert refusal(a_case(), actor, "notify_police") == "AP-5.2.10"
    story = a_case().does(actor, "notify_police", reference="PL-1")

    assert story.summary()["prosecution"] == "none"
    assert story.sees("a.jacobs") >= {"aangifte"}


@pytest.mark.rule("AP-5.2.11")
def test_only_who_is_authorised_files() -> None:
    """Not the handler, nor the receiver, nor who was harmed himself; the one authorised for it."""
    story = consented()

    assert refusal(story, "g.mulder", "file_aangifte", **FILED) == "AP-5.4.1"
    assert refusal(story, "l.vos", "file_aangifte", **FILED) == "AP-5.4.1"
    assert refusal(story, "r.bakker", "file_aangifte", **FILED) == "AP-6.2"
    assert story.does("a.jacobs", "file_aangifte", **FILED).summary()["prosecution"] == "filed"


@pytest.mark.rule("AP-5.4.1")
def test_no_aangifte_without_consent() -> None:
    """Not before the person harmed agreed, not after he took it back; and once filed, nobody takes it back."""
    story = a_threat()
    assert refusal(story, "a.jacobs", "file_aangifte", **FILED) == "AP-5.4.1"

    story = story.does("r.bakker", "consent", to="aangifte").does("r.bakker", "withdraw_consent", to="aangifte")
    assert refusal(story, "a.jacobs", "file_aangifte", **FILED) == "AP-5.4.1"
    story = story.does("r.bakker", "consent", to="aangifte").does("a.jacobs", "file_aangifte", **FILED)

    assert refusal(story, "r.bakker", "withdraw_consent", to="aangifte") == "AP-5.4.1"
    assert refusal(story, "r.bakker", "consent", to="aangifte", given=False) == "AP-5.4.1"


@pytest.mark.rule("AP-5.4.1")
def test_everybody_harmed_decides_for_himself() -> None:
    """The office-holder's yes is not his family's; for him alone it is filed, and she may follow later."""
    story = two_harmed().does("w.devries", "consent", to="aangifte", person="w.devries")

    assert refusal(story, "a.jacobs", "file_aangifte", **FILED) == "AP-5.4.1"
    story = story.does("a.jacobs", "file_aangifte", **FILED, persons=["w.devries"])
    assert "file_aangifte" not in story.open()
    story = story.later(days=1).does("w.devries", "consent", to="aangifte", person="family:w.devries:Kim")
    assert "file_aangifte" in story.open()
    story = story.later(hours=1).does("a.jacobs", "file_aangifte", **FILED, persons=["family:w.devries:Kim"])

    assert "file_aangifte" not in story.open()
    assert [one.persons for one in story.case.police.filings] == [("w.devries",), ("family:w.devries:Kim",)]


@pytest.mark.rule("AP-5.4.1")
def test_a_no_is_recorded_and_is_not_for_ever() -> None:
    """Declined consent stands in the case, with its scope; the same word again adds nothing."""
    story = a_threat().does("r.bakker", "consent", to="aangifte", given=False, scope="Te vroeg")
    again = story.decided("r.bakker", "consent", to="aangifte", given=False, scope="Te vroeg")

    assert again == ()
    assert story.case.police.consents["r.bakker", "aangifte"].given is False
    assert refusal(story, "a.jacobs", "file_aangifte", **FILED) == "AP-5.4.1"
    assert story.does("r.bakker", "consent", to="aangifte").does("a.jacobs", "file_aangifte", **FILED)


@pytest.mark.rule("AP-5.4.1")
@pytest.mark.parametrize("how", ["withdrawn", "refused"])
def test_who_may_be_on_his_way_is_stopped(how: str) -> None:
    """Consent that is gone is told at once to who files, by SMS and mail, without a word on what it is about."""
    do, fields = {"withdrawn": ("withdraw_consent", {}), "refused": ("consent", {"given": False})}[how]
    story = consented().does("r.bakker", do, to="aangifte", **fields)

    assert story.told("a.jacobs", "sms")[-1] == "look_first"
    assert story.told("a.jacobs", "mail")[-1] == "look_first"
    other = a_threat().does("r.bakker", "consent", to="aangifte", given=False)
    assert ("look_first" in other.told("a.jacobs", "mail"), other.told("a.jacobs", "sms")) == (True, [])
    other = consented().does("r.bakker", "consent", to="inform_others", given=False)
    assert "look_first" not in other.told("a.jacobs")


def test_the_municipality_needs_no_consent() -> None:
    """For its own buildings nobody has to agree, and nobody has to complain."""
    story = a_report("g.mulder", kinds=["vandalism"], harmed=["municipality"])
    story = story.does("a.jacobs", "file_aangifte", reference="PL-1", offences=["vernieling"])

    assert story.summary()["prosecution"] == "filed"
    assert "report_back_harmed" not in story.open()


@pytest.mark.parametrize(
    ("to", "rule"), [("aangifte", "AP-5.4.1"), ("speak_about_aangifte", "AP-5.4.3"), ("inform_others", "AP-6.3")]
)
def test_consent_is_refused_by_what_it_is_for(to: str, rule: str) -> None:
    """Whoever is not harmed speaks for nobody; what was never given cannot be taken back."""
    for command in ("consent", "withdraw_consent"):
        with refused(rule):
            a_threat().decided("g.mulder", command, to=to)
    with refused(rule):
        a_threat().decided("r.bakker", "withdraw_consent", to=to)


def test_nobody_harmed_consents_for_another() -> None:
    """Of two raadsleden harmed, each speaks for himself."""
    story = a_report("r.bakker", kinds=["threat"], harmed=["r.bakker", "r.yilmaz"])

    assert refusal(story, "r.bakker", "consent", to="aangifte", person="r.yilmaz") == "AP-5.4.1"


@pytest.mark.parametrize("word", ["threat", "bedreiging", "285", "Sr 285", "artikel 285", "threat_to_family"])
def test_an_offence_is_known_by_its_name_its_article_or_its_kind(word: str) -> None:
    """However the one who files writes it, the same offence is kept."""
    story = consented().does("a.jacobs", "file_aangifte", reference="PL-1", offences=[word])

    assert story.case.police.filings[0].offences == ("threat",)


def test_what_is_no_offence_is_said_with_those_that_are() -> None:
    """An unknown word names the offences of the document; an aangifte has at least one, and a reference."""
    with pytest.raises(Invalid, match="stalking"):
        consented().decided("a.jacobs", "file_aangifte", reference="PL-1", offences=["onzin"])

    assert refusal(consented(), "a.jacobs", "file_aangifte", reference="PL-1") == "AP-5.4.1"
    assert refusal(consented(), "a.jacobs", "file_aangifte", offences=["285"]) == "AP-5.4.1"


@pytest.mark.rule("AP-5.4.1")
@pytest.mark.parametrize(
    ("by", "offence", "opens"),
    [
        ("r.bakker", "insult", False),
        ("f.smit", "insult", True),
        ("r.bakker", "stalking", True),
        ("f.smit", "285", False),
    ],
)
def test_a_complaint_offence_is_the_victims_own(by: str, offence: str, *, opens: bool) -> None:
    """Stalking always, insult of who holds no public office: his own complaint within 90 days, by nobody else."""
    story = consented(by).does("a.jacobs", "file_aangifte", reference="PL-1", offences=[offence])
    assert ("lodge_klacht" in story.open()) == opens
    if not opens:
        return

    assert story.hours("lodge_klacht") == 90 * 24
    assert story.owners("lodge_klacht") == (by,)
    assert refusal(story, "a.jacobs", "complete_duty", duty="lodge_klacht") == "AP-5.1.6"
    reminded = story.later(days=31)
    assert len(reminded.told(by, duty="lodge_klacht")) == 2
    assert len(story.later(days=76).told(by, duty="lodge_klacht")) == 3
    assert "lodge_klacht" not in reminded.does(by, "complete_duty", duty="lodge_klacht", proof="PL-3").open()


@pytest.mark.rule("AP-5.4.3")
def test_who_does_not_see_the_aangifte_reads_nothing_of_it() -> None:
    """In the summary that others read it does not stand, neither as a measure nor as the state of the prosecution."""
    story = filed().does("c.bos", "give_advice", measures=["aangifte", "warning_spoken"], why="Ernstig")
    own, other = summary_for(story.context("c.bos")), summary_for(story.context("m.prins"))

    assert own["prosecution"] == "filed"
    assert "prosecution" not in other
    assert other["advised"] == ["warning_spoken"]
    assert "aangifte" not in str(view(story.context("m.prins"), ()))


@pytest.mark.rule("AP-5.4.3")
def test_the_council_hears_nothing_without_consent() -> None:
    """The duty to report back is done with consent to speak, or with the reason why nothing was told."""
    story = filed().does("l.vos", "record_prosecution", state="charged")

    assert refusal(story, "g.mulder", "complete_duty", duty="report_back_council") == "AP-5.4.3"
    silent = story.does("g.mulder", "complete_duty", duty="report_back_council", outcome="Rob Bakker wil dat niet")
    assert "report_back_council" not in silent.open()
    spoken = story.does("r.bakker", "consent", to="speak_about_aangifte")
    spoken = spoken.does("g.mulder", "complete_duty", duty="report_back_council")
    assert "report_back_council" not in spoken.open()


@pytest.mark.rule("AP-5.4.4")
def test_what_the_police_asks_is_the_task_of_who_was_harmed() -> None:
    """He is the injured party: he alone does it, and a second request opens it again."""
    story = a_threat().does("o.meijer", "record_police_request", **{"with": "police", "outcome": "Telefoon meenemen"})

    assert story.owners("answer_police_request") == ("r.bakker",)
    assert refusal(story, "o.meijer", "complete_duty", duty="answer_police_request") == "AP-5.1.6"
    story = story.does("r.bakker", "complete_duty", duty="answer_police_request")
    assert "answer_police_request" not in story.open()
    story = story.later(days=1).does("o.meijer", "record_police_request", outcome="Nog eens langskomen")
    assert "answer_police_request" in story.open()
    assert refusal(story, "o.meijer", "record_police_request") == "AP-5.4.4"


@pytest.mark.rule("AP-5.4.5")
@pytest.mark.parametrize("told", ["notified", "filed"])
def test_somebody_makes_sure_that_the_prosecution_knows(told: str) -> None:
    """After a notification or an aangifte the officer for public order confirms it within a week."""
    story = filed() if told == "filed" else a_threat().does("g.mulder", "notify_police", reference="PL-1")

    assert story.owners("confirm_om_informed") == ("o.meijer",)
    assert story.hours("confirm_om_informed") == 7 * 24
    assert "confirm_om_informed" not in story.does("o.meijer", "complete_duty", duty="confirm_om_informed").open()


def test_who_was_harmed_reads_only_his_own_word() -> None:
    """What the other said of the aangifte is not his to see."""
    story = a_report("r.bakker", kinds=["threat"], harmed=["r.bakker", "r.yilmaz"])
    story = story.does("r.bakker", "consent", to="aangifte").does("r.yilmaz", "consent", to="aangifte", given=False)

    seen = {who: view(story.context(who), ())["aangifte"]["consents"] for who in ("r.yilmaz", "c.bos")}
    assert [one["person"] for one in seen["r.yilmaz"]] == ["r.yilmaz"]
    assert len(seen["c.bos"]) == 2
