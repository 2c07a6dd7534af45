"""The page and the call that say who would be reached tonight."""

from tests.web.site import Site


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
