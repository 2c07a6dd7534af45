"""Messages for outside on the pages and by API: what was found in them stands before the button."""

import pytest

from tests.web.site import Site


def drafted(site: Site, text: str) -> str:
    """Return a threat of which a message for the council waits."""
    reference = site.report("r.bakker")
    browser = site.browser("p.kuipers")
    path = f"/zaak/{reference}/doe/draft_message"
    browser.get(path)
    browser.post(path, to="council", text=text)
    return reference


@pytest.mark.rule("AP-6.7")
def test_who_approves_reads_what_was_found_first(site: Site) -> None:
    """Beside the text stand the words to look at and what is needed first; approved, it says by whom."""
    reference = drafted(site, "Raadslid Bakker is bereikbaar op 06-12345678.")
    mayor = site.browser("b.vandam")
    mayor.get("/werk")
    assert "bericht voor buiten goedkeuren" in mayor.text
    path = f"/zaak/{reference}/doe/approve_message"
    mayor.get(path)
    assert "Een naam: “Bakker”" in mayor.text
    assert "Een telefoonnummer: “06-12345678”" in mayor.text
    assert "Stem het bericht eerst af met de afdeling voorlichting van het OM" in mayor.text

    assert mayor.post(path, message="message-1").status_code == 409
    assert "AP-6.3" in mayor.text
    assert site.program("r.bakker").command(reference, "consent", to="inform_others").status_code == 200
    assert site.program("p.kuipers").command(reference, "align_with_om").status_code == 200
    mayor.get(path)
    mayor.post(path, message="message-1")
    harmed = site.browser("r.bakker")
    harmed.get(f"/zaak/{reference}")

    assert "Goedgekeurd door Bea van Dam (burgemeester)" in harmed.text
    assert "Dit stond in de tekst bij de goedkeuring" in harmed.text
    assert "Afzender: Bea van Dam (burgemeester)." in harmed.text


@pytest.mark.rule("AP-6.4")
def test_the_press_is_referred_to_the_prosecution(site: Site) -> None:
    """In an investigation page and refusal name who speaks to the press instead."""
    reference = site.report("r.bakker")
    assert site.program("l.vos").command(reference, "record_prosecution", state="investigation").status_code == 200
    draft = {"to": "press", "text": "Wij zeggen hier niets over."}
    answer = site.program("p.kuipers").command(reference, "draft_message", **draft)
    assert (
        answer.get_json()["parts"]["messages"]["press_left_to"]["nl"] == "persvoorlichting van het Openbaar Ministerie"
    )
    refused = site.program("b.vandam").command(reference, "approve_message")

    assert refused.get_json()["rule"] == "AP-6.4"
    assert "press office" in refused.get_json()["detail"]
    page = site.browser("p.kuipers")
    page.get(f"/zaak/{reference}")
    assert "praat de persvoorlichting van het Openbaar Ministerie met de pers" in page.text


def test_by_api_what_was_found_comes_with_the_draft(site: Site) -> None:
    """A program that drafts gets the findings and what stands in the way, each with its rule."""
    reference = site.report("r.bakker")
    answer = site.program("p.kuipers").command(reference, "draft_message", to="staff", text="Mail naar x@y.example.")
    [shown] = answer.get_json()["parts"]["messages"]["outgoing"]

    assert shown["findings"] == [{"kind": "mail", "quote": "x@y.example"}]
    assert [one["rule"] for one in shown["in_the_way"]] == ["AP-6.3", "AP-6.5"]
