"""The ledger of damage: who pays first, who recovers, and what never can be more than it was."""

from typing import Any

import pytest

from tests.unit.case.builders import NAMES, Story, a_case, a_report, refused
from tests.unit.case.test_measures import refusal

KNOWN = ({"kind": "person", "name": NAMES[0]},)


def with_damage(cents: int | None = 45_000, **fields: Any) -> Story:
    """Return a case in whose report damage is told of, done by somebody known."""
    return a_report(
        kinds=["vandalism"], damage=[{"item": "Ruit", "cents": cents}], **({"perpetrators": KNOWN} | fields)
    )


@pytest.mark.rule("AP-5.4.11")
def test_the_municipality_pays_first() -> None:
    """Damage in the report opens the ledger and the duty of finance, 14 days; it is done once all of it is paid."""
    story = with_damage()
    assert story.owners("pay_out_damage") == ("m.prins",)
    assert story.hours("pay_out_damage") == 14 * 24

    story = story.does("m.prins", "pay_out", item="ruit", cents=20_000)
    assert "pay_out_damage" in story.open()
    story = story.does("m.prins", "pay_out", item="ruit")

    assert "pay_out_damage" not in story.open()
    assert story.case.ledger["ruit"].paid == 45_000


@pytest.mark.rule("AP-5.4.11")
def test_new_damage_is_to_be_paid_again() -> None:
    """After everything was paid, one thing more opens the duty once more, with a term of its own."""
    story = with_damage().does("m.prins", "pay_out").later(days=20)
    story = story.does("r.bakker", "record_damage", item="Taxi", kind="cost", cents=3_500)

    assert "pay_out_damage" in story.open()
    assert story.hours("pay_out_damage") == (20 + 14) * 24


@pytest.mark.rule("AP-5.4.2")
def test_damage_is_recovered_where_it_is_known_who_did_it() -> None:
    """The lawyer has six weeks to claim all of it or to leave it with a reason; nobody known, nothing to recover."""
    assert "recover_damage" not in with_damage(perpetrators=()).open()
    story = with_damage()
    assert story.owners("recover_damage") == ("l.vos",)
    assert story.hours("recover_damage") == 42 * 24

    story = story.does("l.vos", "claim", item="ruit", cents=40_000)
    assert "recover_damage" in story.open()
    assert refusal(story, "l.vos", "leave_claim", item="ruit", cents=5_000) == "AP-5.4.2"
    story = story.does("l.vos", "leave_claim", item="ruit", cents=5_000, why="Eigen risico")

    assert "recover_damage" not in story.open()


@pytest.mark.rule("AP-5.4.2")
def test_who_did_it_may_be_known_later() -> None:
    """The six weeks run from when a person knew, not from the damage."""
    story = with_damage(perpetrators=()).later(days=50)
    assert "recover_damage" not in story.open()

    story = story.does("c.bos", "identify_perpetrator", perpetrator={"kind": "person", "name": NAMES[0]}, why="Camera")
    assert story.hours("recover_damage") == (50 + 42) * 24


@pytest.mark.rule("AP-5.4.2")
def test_no_more_comes_back_than_was_claimed() -> None:
    """And no more is paid than it cost, claimed than is left, or left than is open."""
    story = with_damage()
    assert refusal(story, "m.prins", "pay_out", item="ruit", cents=45_001) == "AP-5.4.11"
    assert refusal(story, "l.vos", "record_recovery", item="ruit") == "AP-5.4.2"
    assert refusal(story, "l.vos", "claim", item="ruit", cents=45_001) == "AP-5.4.2"
    story = story.does("l.vos", "claim", cents=30_000)

    assert refusal(story, "l.vos", "record_recovery", cents=30_001) == "AP-5.4.2"
    story = story.does("l.vos", "record_recovery", cents=30_000)
    assert refusal(story, "l.vos", "leave_claim", cents=15_001, why="Op") == "AP-5.4.2"
    assert story.does("l.vos", "leave_claim", why="Op").case.ledger["ruit"].open == 0


@pytest.mark.rule("AP-5.4.2")
def test_the_municipality_goes_to_court_by_a_decision_of_the_college() -> None:
    """Its reference is asked for; a letter and the criminal case need none."""
    assert refusal(with_damage(), "l.vos", "claim", route="civil_court") == "AP-5.4.2"
    assert with_damage().decided("l.vos", "claim", route="civil_court", college_decision="B&W 2026-811")
    assert with_damage().decided("l.vos", "claim", route="criminal_case")


def test_what_is_felt_is_claimed_and_not_paid_first() -> None:
    """Damage to feelings opens no duty of finance, and finance pays none of it."""
    story = a_case().does("r.bakker", "record_damage", item="Smartengeld", kind="immaterial", cents=50_000)

    assert "pay_out_damage" not in story.open()
    assert refusal(story, "m.prins", "pay_out") == "AP-5.4.11"


@pytest.mark.rule("AP-5.4.11")
def test_only_homes_of_who_governs_are_secured_by_the_scheme() -> None:
    """A wethouder's is, a raadslid's is not; whatever the kind is called."""
    fields = {"item": "Sloten", "kind": "home_security", "cents": 90_000}

    assert refusal(a_case("r.bakker"), "r.bakker", "record_damage", **fields) == "AP-5.4.11"
    assert refusal(a_case("r.bakker"), "r.bakker", "record_damage", item="home_security", cents=1) == "AP-5.4.11"
    assert a_case("w.devries").decided("w.devries", "record_damage", **fields)


def test_an_amount_is_changed_but_not_below_what_was_done() -> None:
    """The same item recorded again has another amount; what was paid of it stands."""
    story = with_damage().does("m.prins", "pay_out", cents=20_000)

    assert refusal(story, "r.bakker", "record_damage", item=" RUIT", cents=19_999) == "AP-5.4.11"
    assert story.does("r.bakker", "record_damage", item=" RUIT", cents=20_000).case.ledger["ruit"].to_pay == 0


def test_an_amount_that_nobody_knows_is_found_out_first() -> None:
    """It keeps the duty open; nothing is paid or claimed of it; nor of what does not stand there."""
    story = with_damage(None)
    assert "pay_out_damage" in story.open()

    assert refusal(story, "m.prins", "pay_out", item="ruit", cents=1) == "AP-5.4.11"
    assert refusal(story, "m.prins", "pay_out", item="jas", cents=1) == "AP-5.4.11"
    assert refusal(story, "r.bakker", "record_damage", item="ruit") == "AP-5.4.11"


def test_the_ledger_outlives_the_case() -> None:
    """Closed, it is still paid, claimed and taken in."""
    story = with_damage().does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    evaluation = {"co_operation": "Goed"}
    story = story.does("h.willems", "close_case", because="responded", response="Brief", evaluation=evaluation)

    assert {"pay_out_damage", "recover_damage"} <= story.open()
    story = story.does("l.vos", "claim").does("m.prins", "pay_out").does("m.prins", "record_recovery")
    assert story.case.ledger["ruit"].open == 0
    with refused("AP-5.4.11"):
        story.decided("h.willems", "record_recovery")


@pytest.mark.rule("AP-5.4.11")
def test_nobody_harmed_changes_the_damage_of_another() -> None:
    """Each records his own; an item that another told of, or the handler for somebody, is not his to change."""
    story = with_damage(harmed=["r.bakker", "r.yilmaz"], perpetrators=())
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = story.does("h.willems", "record_damage", item="Taxi", kind="cost", cents=3_500)

    for item in ("Ruit", "ruit", "Taxi"):
        assert refusal(story, "r.yilmaz", "record_damage", item=item, cents=1) == "AP-5.4.11"
    assert story.decided("r.bakker", "record_damage", item="ruit", cents=50_000)
    assert story.decided("r.yilmaz", "record_damage", item="Fiets", cents=1)
    assert story.decided("h.willems", "record_damage", item="ruit", cents=50_000)


@pytest.mark.rule("AP-5.4.9")
def test_nobody_harmed_records_the_injury_of_another() -> None:
    """His own and his family's, also where he names nobody; the handler records anybody's."""
    family = {"family_of": "r.bakker", "name": "Kim"}
    story = a_case(harmed=["r.bakker", family, "r.yilmaz"])
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")

    assert refusal(story, "r.bakker", "record_injury", injury="mental", person="r.yilmaz") == "AP-5.4.9"
    assert refusal(story, "r.yilmaz", "record_injury", injury="mental", person="family:r.bakker:Kim") == "AP-5.4.9"
    for person in ("r.bakker", "family:r.bakker:Kim"):
        assert story.decided("r.bakker", "record_injury", injury="mental", person=person)[0].person == person  # type: ignore[attr-defined]
    assert story.decided("r.yilmaz", "record_injury", injury="mental")[0].person == "r.yilmaz"  # type: ignore[attr-defined]
    assert story.decided("h.willems", "record_injury", injury="mental", person="r.yilmaz")
