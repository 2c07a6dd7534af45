"""What protocols of other municipalities say and ours does not: each row of the list works by the document alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.base import Label
from tests.unit.case.builders import NEUTRAL, NOON, Story, a_report, refused
from tests.unit.protocol.documents import FILE, HEAD, problems, read
from vangnet.case.errors import Invalid
from vangnet.case.people import receiver_roles
from vangnet.protocol.terminology import in_own_words, terms_of

ANY_OF = "offices:\n  raadslid: {receiver: {any_of: [griffier, coordinator]}}\n"


def story(text: str) -> Story:
    """Return a story under the example municipality with this laid over it."""
    return Story(protocol=read({FILE: HEAD + text}).protocol)


def reported(text: str, **fields: Any) -> Story:
    """Return the story after a raadslid's report under such a document."""
    return a_report(story=story(text), **fields)


def test_a_reporter_chooses_one_of_several_recipients() -> None:
    """The one that he names receives it; without a name the first; another than those is no answer."""
    chosen = reported(ANY_OF, kinds=["insult"], report_to="coordinator")
    silent = reported(ANY_OF, kinds=["insult"])

    assert receiver_roles(chosen.context()) == ("coordinator",)
    assert chosen.owners("take_case") == ("c.bos",)
    assert receiver_roles(silent.context()) == ("griffier",)
    with pytest.raises(Invalid):
        reported(ANY_OF, kinds=["insult"], report_to="finance")


def test_a_report_may_go_to_all_of_several_recipients_or_to_a_body() -> None:
    """Each of them receives it; a body is the role that its people hold."""
    both = reported("offices:\n  raadslid: {receiver: {all_of: [griffier, coordinator]}}\n", kinds=["insult"])
    desk = reported("offices:\n  raadslid: {receiver: {body: oov}}\n", kinds=["insult"])

    assert set(both.owners("take_case")) == {"g.mulder", "c.bos"}
    assert receiver_roles(desk.context()) == ("oov",)


def test_a_kind_of_perpetrator_may_have_a_way_of_its_own() -> None:
    """What a colleague did goes to whoever the document names, whatever office was harmed."""
    text = "perpetrator_kinds:\n  ambtenaar: {label: ambtenaar, route: gemeentesecretaris}\n"
    found = reported(text, kinds=["insult"], perpetrators=[{"kind": "ambtenaar", "name": "K. Dijkstra"}])

    assert receiver_roles(found.context()) == ("gemeentesecretaris",)
    assert receiver_roles(reported(text, kinds=["insult"]).context()) == ("griffier",)


def test_a_class_may_name_its_kinds_and_what_it_becomes() -> None:
    """A ticked kind puts the report in the lowest class that names it; what goes on after a talk rises."""
    protocol = read({FILE: HEAD + "kinds: {insult: {floor: null}}\n"}).protocol
    rows = protocol.document.classes
    lowest, higher = rows[0].name, rows[2].name
    row = rows[2].model_copy(update={"kinds": ("insult",)})
    first = rows[0].model_copy(update={"persisting_becomes": higher})
    changed = protocol.document.model_copy(update={"classes": (first, rows[1], row, *rows[3:])})
    own = Story(protocol=type(protocol)(changed, protocol.municipality_or_none, protocol.digest))

    assert a_report(story=own, account=NEUTRAL).case.classed == lowest
    assert a_report(story=own, kinds=["insult"]).case.classed == higher
    assert a_report(story=own, persists=True, addressed=True).case.classed == higher
    assert a_report(story=own, persists=True).case.classed == lowest


def test_unknown_words_of_these_rows_are_named() -> None:
    """Each where it stands, with the nearest word."""
    found = problems(
        "offices:\n  raadslid: {receiver: {any_of: [griffier, cordinator]}}\n"
        "perpetrator_kinds:\n  person: {route: jurist}\n"
    )

    assert {(one.place.line, one.field) for one in found} == {
        (3, "offices.raadslid.receiver"),
        (5, "perpetrator_kinds.person.route"),
    }


def test_who_held_an_office_may_report_where_the_document_says_so() -> None:
    """A former raadslid, of what is related to the office; elsewhere he holds none."""
    former = (
        "municipality:\n  people:\n    oud.lid: {name: Oud Lid, office: raadslid, former: true,"
        ' email: oud@example.org, mobile: "+31600000099"}\n'
    )
    with refused("AP-1.1", "no_office"):
        a_report("oud.lid", story=story(former))

    allowed = former + "offices:\n  raadslid: {former_if_related: true}\n"
    assert a_report("oud.lid", story=story(allowed), kinds=["insult"]).case.offices == ("raadslid",)


NOTICES = "notices:\n  - {to: burgemeester, outcome: signal}\n  - {to: council_chair, on_consent: true}\n"


def test_a_notice_may_be_of_a_signal_or_wait_for_consent() -> None:
    """Whom the document tells of signals hears of one; who waits for consent hears only then."""
    signal = reported(NOTICES, account="Hij was verdrietig.", persists=True, addressed=True)
    case = reported(NOTICES, kinds=["insult"])

    assert signal.case.outcome == "signal"
    assert signal.told("b.vandam", "mail") == ["signal_new"]
    assert "case_new" not in case.told("b.vandam")
    consented = case.does("r.bakker", "consent", to="inform_others")
    assert "case_new" in consented.told("b.vandam")
    refusing = case.does("r.bakker", "consent", to="inform_others", given=False)
    assert "case_new" not in refusing.told("b.vandam")


def test_a_soft_term_is_reminded_of_and_never_late() -> None:
    """Nobody is told that a wish is overdue, and it does not climb."""
    soft = reported("duties:\n  give_advice: {soft: true}\n", kinds=["insult"])
    hard = reported("", kinds=["insult"])
    assert soft.duty("give_advice").due == hard.duty("give_advice").due

    late = soft.later(days=20)
    assert not late.duty("give_advice").overdue(late.now)
    assert "duty_overdue" not in late.told("c.bos", duty="give_advice")
    assert hard.later(days=20).duty("give_advice").overdue(NOON + timedelta(days=20))
    assert "duty_overdue" in hard.later(days=20).told("c.bos", duty="give_advice")


PHONE_BAN = """\
measures:
  belverbod:
    label: belverbod
    without: [advice]
    letter: service_limit
    needs: [channels, contact, days, reasons]
    open_ended: true
    review: 3 months
    hearing_grounds: [urgent]
"""
DECIDED = {
    "measure": "belverbod",
    "channels": ["phone"],
    "contact": "Het contactpunt",
    "starts_on": "2026-12-01",
    "ends_when": "Als hij drie maanden rustig mailt",
    "reasons": "Hij belde honderd keer",
}


def handled(text: str, *, ground: str = "urgent") -> Story:
    """Return a case under such a document of which nothing stands in the way of a measure."""
    found = reported(text, kinds=["insult"]).does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    found = found.does("h.willems", "confirm_class", **{"class": found.case.classed, "why": "Gelezen"})
    return found.does("h.willems", "waive_hearing", ground=ground, why="Hij blijft bellen")


def test_a_measure_of_ones_own_asks_for_what_the_document_says() -> None:
    """Its channels, the one person to call, and a last day or the condition under which it ends."""
    found = handled(PHONE_BAN)

    for lacks, because in (
        ("channels", "no_channels"), ("contact", "no_contact"), ("ends_when", "no_end"), ("reasons", "no_reasons"),
    ):  # fmt: skip
        with refused("AP-2.6", because):
            found.decided("h.willems", "decide_measure", **{k: v for k, v in DECIDED.items() if k != lacks})
    item = found.does("h.willems", "decide_measure", **DECIDED).case.measures["belverbod-1"]

    assert (item.channels, item.contact, item.ends_on) == (("phone",), "Het contactpunt", None)
    assert item.ends_when == DECIDED["ends_when"]


def test_grounds_to_leave_out_a_hearing_may_be_a_measures_own() -> None:
    """A ground that the document does not name for this measure is none."""
    with refused("AP-2.5", "ground_not_allowed"):
        handled(PHONE_BAN, ground="unknown").decided("h.willems", "decide_measure", **DECIDED)


def test_a_measure_without_a_last_day_is_looked_at_every_so_often() -> None:
    """From the day it holds, each time after its own term, until somebody ends it."""
    found = handled(PHONE_BAN).does("h.willems", "decide_measure", **DECIDED)
    found = found.does(
        "h.willems", "send_letter", letter="service_limit", by="handed_over", received_on="2026-11-30"
    ).later(days=1)

    assert found.duty("evaluate_measure").about == "belverbod-1/2027-03-01"
    looked = found.does("h.willems", "complete_duty", duty="evaluate_measure", outcome="Het blijft").later(days=1)
    assert looked.duty("evaluate_measure").about == "belverbod-1/2027-06-01"
    ended = looked.does("h.willems", "end_measure", why="Hij is rustig").later(days=1)
    assert "evaluate_measure" not in ended.open()


def test_pages_and_messages_speak_the_municipalitys_words() -> None:
    """Whole words, capitals kept, in the language that has them; what stands in braces is a field."""
    terminology = {"inwoner": Label(nl="klant"), "citizen": Label(nl="burger", en="resident")}
    dutch, english = terms_of(terminology, "nl"), terms_of(terminology, "en")

    assert in_own_words("De inwoner belde. Inwoner {inwoner}, inwoners.", dutch) == (
        "De klant belde. Klant {inwoner}, inwoners."
    )
    assert in_own_words("The citizen called. inwoner", english) == "The resident called. inwoner"
    assert in_own_words("De inwoner", ()) == "De inwoner"


def over(text: str) -> Story:
    """Return a case under such a document that was limited until 1 February, closed, and of which nothing is left."""
    without = "duties: {evaluate_measure: null, review_measure: null, offer_aftercare_again: null}\n"
    found = handled(text + without)
    until = {"ends_on": "2027-02-01", "ends_when": None}
    found = found.does("h.willems", "decide_measure", **DECIDED | until)
    found = found.does("r.bakker", "decline_aftercare")
    found = found.does("g.mulder", "complete_duty", duty="inform_burgemeester")
    found = found.does("h.willems", "record_hearing", form="phone", account="Hij belt niet meer")
    evaluation = {"co_operation": "Goed"}
    found = found.does("h.willems", "close_case", because="responded", response="Belverbod", evaluation=evaluation)
    assert found.open() == set()
    return found


def test_a_case_that_is_over_is_wiped_after_its_time() -> None:
    """Five years after the last measure ended and nothing was left to do; without a term it is kept."""
    kept, wiped = over(PHONE_BAN), over(PHONE_BAN + "retention: {keep_for: 5 years}\n")

    assert not kept.until(datetime(2040, 1, 1, tzinfo=UTC)).case.wiped
    assert not wiped.until(datetime(2032, 2, 1, 22, 59, tzinfo=UTC)).case.wiped
    assert wiped.until(datetime(2032, 2, 1, 23, 1, tzinfo=UTC)).case.wiped


def test_a_case_of_which_something_is_left_is_not_wiped() -> None:
    """While a duty is open, or it is in hand again, somebody needs it."""
    text = PHONE_BAN + "retention: {keep_for: 1 year}\n"
    again = over(text).does("h.willems", "reopen_case", why="Hij belde weer")

    assert not again.until(datetime(2028, 3, 1, tzinfo=UTC)).case.wiped
