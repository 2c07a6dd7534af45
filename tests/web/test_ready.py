"""The page and the call that say who would be reached tonight."""

from datetime import timedelta

from tests.web.site import Site
from vangnet.shell.standing import complain


def test_the_page_says_who_would_be_reached_and_what_is_not_in_order(site: Site) -> None:
    """By role, the worst first; nobody's number or address stands on it."""
    page = site.browser("y.beheer").get("/klaar").text

    assert "Wie wordt er bereikt?" in page
    assert "Nooit" in page or "nooit geprobeerd" in page
    assert "g.mulder@" not in page
    assert "+316" not in page
    assert "/klaar" in site.browser("y.beheer").get("/werk").text


def test_a_proof_is_seen(site: Site) -> None:
    """Once a test went, the way counts as tried."""
    site.program("y.beheer").post("/api/v1/contact-tests", {"person": "g.mulder"})
    rows = site.program("y.beheer").get("/api/v1/readiness").get_json()["posts"]
    griffier = next(row for row in rows if row["role"] == "griffier")

    assert griffier["acting"][0]["person"] == "g.mulder"
    assert all(griffier["acting"][0]["proven"].values())
    assert griffier["troubles"] == []


def test_it_is_shown_to_whom_the_document_names(site: Site) -> None:
    """A raadslid sees neither the page nor the answer."""
    assert site.browser("r.bakker").get("/klaar").status_code == 403
    assert site.program("r.bakker").get("/api/v1/readiness").status_code == 403


def test_the_board_says_for_a_week_that_the_clock_stood_still(site: Site) -> None:
    """With from when until when, and it is not called well."""
    now = site.stage.clock.now()
    assert "Alles werkt." in site.browser("c.bos").get("/storingen").text
    complain(site.stage.engine, now - timedelta(hours=2), now - timedelta(minutes=5))
    site.settle()

    page = site.browser("c.bos").get("/storingen").text
    assert "Vangnet stond stil van" in page
    assert "Alles werkt." not in page
    site.later(days=8)
    assert "stond stil" not in site.browser("c.bos").get("/storingen").text
