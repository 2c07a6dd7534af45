"""The page of what comes back each year: held by the griffier, trainings, and lessons without a name."""

import pytest

from tests.web.site import Site
from vangnet.case.obligations import OBLIGATIONS
from vangnet.shell.obligations import keep_obligations


@pytest.fixture
def kept(site: Site) -> Site:
    """Return the site with its calendar, as each rig begins it."""
    keep_obligations(site.stage.engine)
    site.settle()
    return site


def learnt(site: Site, lesson: str) -> str:
    """Return a case that was closed with a lesson."""
    reference = site.report("r.bakker", account="Sukkel", kinds=["insult"])
    steps: list[tuple[str, str, dict[str, object]]] = [
        ("g.mulder", "take_case", {"handler": "h.willems", "aim": "Rust"}),
        (
            "h.willems",
            "close_case",
            {
                "because": "responded",
                "response": "Brief",
                "evaluation": {"co_operation": "Goed", "lessons": lesson},
            },
        ),
    ]
    for person, command, fields in steps:
        answer = site.program(person).command(reference, command, **fields)
        assert answer.status_code == 200, answer.text
    return reference


def test_beginning_it_twice_is_beginning_it_once(kept: Site) -> None:
    """A rig begins it at each start."""
    version = kept.stage.engine.streams.load(f"case/{OBLIGATIONS}").version
    keep_obligations(kept.stage.engine)

    assert kept.stage.engine.streams.load(f"case/{OBLIGATIONS}").version == version


@pytest.mark.rule("AP-3.2.2")
def test_the_griffier_records_what_was_held(kept: Site) -> None:
    """His work leads to the page; what was held is on it no more, and stands below."""
    clerk = kept.browser("g.mulder")
    assert f"/zaak/{OBLIGATIONS}" in clerk.get("/werk").text
    page = clerk.get(f"/zaak/{OBLIGATIONS}").text
    assert page.count("Vastleggen dat het is gehouden") == 3
    clerk.get(f"/zaak/{OBLIGATIONS}/doe/record_held?duty=case_discussion")
    page = clerk.post(f"/zaak/{OBLIGATIONS}/doe/record_held", duty="case_discussion", held="yes").text

    assert page.count("Vastleggen dat het is gehouden") == 2
    assert "Wat er is gehouden" in page


@pytest.mark.rule("AP-3.2.4")
def test_who_was_never_trained_is_listed(kept: Site) -> None:
    """Until a training of his was recorded."""
    clerk = kept.browser("g.mulder")
    assert "Femke Smit" in clerk.get("/jaarlijks").text
    clerk.get(f"/zaak/{OBLIGATIONS}/doe/record_training")
    page = clerk.post(f"/zaak/{OBLIGATIONS}/doe/record_training", topic="Rustig blijven", people=["f.smit"]).text

    assert "Rustig blijven, vandaag: Femke Smit" in page
    assert page.count("Femke Smit") == 1


@pytest.mark.rule("AP-2.8")
def test_lessons_come_back_without_a_name(kept: Site) -> None:
    """On the page and by API; neither who it was nor which case."""
    case = learnt(kept, "Spreek af dat er iemand meegaat. Rob Bakker was alleen bij Pieters aan de deur.")
    page = kept.browser("c.bos").get("/jaarlijks").text
    told = kept.program("c.bos").get("/api/v1/obligations").get_json()

    assert "Spreek af dat er iemand meegaat." in page
    for secret in (case, "Pieters", "Rob [", "Bakker was"):
        assert secret not in page
    assert [one["year"] for one in told["lessons"]] == [2026]
    assert "Pieters" not in str(told["lessons"])


def test_nobody_else_reads_the_calendar(kept: Site) -> None:
    """Whoever has nothing to hold and nothing to learn from it."""
    assert kept.browser("s.visser").get("/jaarlijks").status_code == 403
    assert kept.program("s.visser").get("/api/v1/obligations").status_code == 403
