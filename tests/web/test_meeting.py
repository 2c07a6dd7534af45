"""The live log of a meeting: its page with and without script, by API, and its report."""

import re
from datetime import timedelta

import pytest

from tests.web.site import Site


def begun(site: Site, **fields: str) -> str:
    """Return the reference of a meeting that the clerk began on the page."""
    clerk = site.browser("g.mulder")
    clerk.get("/vergaderingen")
    page = clerk.post("/vergaderingen", **{"orgaan": "council", "waar": "Raadzaal", "uitzending": "ja", **fields})
    found = re.search(r"/vergadering/(VN-\w{4}-\w{4})/tik", page.text)
    assert found, page.text
    return found[1]


def test_a_meeting_is_begun_and_kept_without_script(site: Site) -> None:
    """Each button is a form of its own; what it recorded stands in the log, with who did it."""
    reference = begun(site)
    clerk = site.browser("g.mulder")
    clerk.get(f"/vergadering/{reference}")
    page = clerk.post(f"/vergadering/{reference}/tik", wat="suspend").text

    assert "De vergadering is geschorst" in page
    assert "Haal zelf niemand weg" in page
    assert "Gerard Mulder (griffier)" in page


@pytest.mark.rule("AP-4.4")
@pytest.mark.parametrize("demands", [1, 2, 3])
def test_the_page_states_the_offence_at_the_third_demand(site: Site, demands: int) -> None:
    """Below three it proposes no police, and says that the law may ask for less."""
    reference = begun(site)
    clerk = site.browser("g.mulder")
    clerk.get(f"/vergadering/{reference}")
    clerk.post(f"/vergadering/{reference}/tik", wat="suspend")
    for number in range(demands):
        page = clerk.post(f"/vergadering/{reference}/tik", wat="demand", eenmalig=f"keer-{number}").text

    assert ("lokaalvredebreuk (artikel 139" in page) is (demands == 3)
    assert ("Bel nu de politie" in page) is (demands == 3)
    assert ("al genoeg zijn" in page) is (demands < 3)


def test_a_tap_has_its_own_time_and_counts_once(site: Site) -> None:
    """What waited on a telephone is recorded as of when it was tapped, however often it is sent."""
    reference = begun(site)
    site.later(minutes=10)
    clerk = site.browser("g.mulder")
    for _ in range(2):
        clerk.get(f"/vergadering/{reference}")
        tap = {"wat": "demand", "eenmalig": "k1", "geleden": "240", "antwoord": "kort"}
        assert clerk.post(f"/vergadering/{reference}/tik", **tap).get_json() == {"text": "Vastgelegd."}

    log = site.program("g.mulder").get(f"/api/v1/cases/{reference}").get_json()["parts"]["account"]
    demands = [one for one in log if one["step"] == "DemandMade"]
    at = (site.stage.clock.now() - timedelta(minutes=4)).isoformat(timespec="seconds").replace("+00:00", "Z")
    assert [one["at"] for one in demands] == [at]


@pytest.mark.rule("AP-4.6")
def test_a_refused_tap_says_why(site: Site) -> None:
    """The short answer for the script has the same words as the page, and the rule."""
    reference = begun(site)
    clerk = site.browser("g.mulder")
    clerk.get(f"/vergadering/{reference}")
    short = clerk.post(f"/vergadering/{reference}/tik", wat="record_physical_measure", antwoord="kort")
    clerk.get(f"/vergadering/{reference}")
    whole = clerk.post(f"/vergadering/{reference}/tik", wat="record_physical_measure")

    assert (short.status_code, whole.status_code) == (409, 409)
    assert "AP-4.6" in short.get_json()["text"]
    assert "Leg eerst vast wie er is aangevallen" in whole.text


@pytest.mark.parametrize(("person", "buttons"), [("b.vandam", 9), ("t.blom", 1), ("c.bos", 0)])
def test_everybody_has_the_buttons_that_are_his(site: Site, person: str, buttons: int) -> None:
    """The livestream's operator confirms one thing; the co-ordinator reads along."""
    reference = begun(site)
    page = site.browser(person).get(f"/vergadering/{reference}").text

    assert page.count("data-tap>") == buttons


@pytest.mark.parametrize("person", ["r.bakker", "w.jansen", "y.beheer"])
def test_nobody_else_reads_the_log(site: Site, person: str) -> None:
    """Neither the page, nor the report, nor the list, nor the API."""
    reference = begun(site)
    other = site.browser(person)

    assert other.get(f"/vergadering/{reference}").status_code == 403
    assert other.get(f"/vergadering/{reference}/verslag").status_code == 403
    assert reference not in other.get("/vergaderingen").text
    assert other.post("/vergaderingen", orgaan="council").status_code == 403
    assert site.program(person).get("/api/v1/meetings").get_json() == {"meetings": []}
    assert site.program(person).get(f"/api/v1/meetings/{reference}/report").status_code == 403


def test_a_body_must_be_chosen(site: Site) -> None:
    """Without it nobody knows who chairs."""
    clerk = site.browser("g.mulder")
    clerk.get("/vergaderingen")

    assert clerk.post("/vergaderingen", waar="Raadzaal").status_code == 400


def test_a_meeting_by_api_and_its_report(site: Site) -> None:
    """A program begins it, records, and is given the report as a PDF."""
    program = site.program("g.mulder")
    answer = program.post("/api/v1/meetings", {"body": "raadscommissie Ruimte", "place": "Zaal 2"})
    reference = answer.get_json()["reference"]
    assert answer.status_code == 201
    for command in ("suspend", "demand_to_leave", "call_police"):
        assert program.command(reference, command).status_code == 200
    report = program.get(f"/api/v1/meetings/{reference}/report")

    assert report.data.startswith(b"%PDF")
    assert program.get("/api/v1/meetings").get_json()["meetings"][0]["chair"] == ["committee_chair"]
    assert program.post("/api/v1/meetings", {}).status_code == 400
    assert site.program("t.blom").post("/api/v1/meetings", {"body": "raad"}).status_code == 403


@pytest.mark.rule("AP-4.8")
def test_the_chair_decides_on_a_form_of_his_own(site: Site) -> None:
    """He ticks with whom he spoke; the case's address leads to the meeting."""
    reference = begun(site)
    chair = site.browser("b.vandam")
    chair.get(f"/vergadering/{reference}")
    chair.post(f"/vergadering/{reference}/tik", wat="suspend")
    form = chair.get(f"/zaak/{reference}/doe/decide_aangifte").text
    assert "coördinator" in form
    refused = chair.post(f"/zaak/{reference}/doe/decide_aangifte", file="yes", consulted="griffier")
    assert "AP-4.8" in refused.text
    page = chair.post(f"/zaak/{reference}/doe/decide_aangifte", file="yes", consulted=["griffier", "coordinator"]).text

    assert "Er komt een aangifte" in page
    assert "Overlegd met: griffier, coördinator agressie en geweld" in page
