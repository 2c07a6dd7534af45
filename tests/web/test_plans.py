"""Planned talks and meetings: their forms, what to mind, who may read what, and coming back."""

import re

import pytest

from tests.web.site import Site

TALK = {"at": "morgen 14.00 uur", "place": "Spreekkamer 2", "secured": "yes", "citizen": "K. Dijkstra"}


def planned(site: Site, person: str = "w.devries", **fields: str) -> str:
    """Return the reference of a talk that was planned on the page."""
    browser = site.browser(person)
    browser.get("/afspraken/gesprek")
    page = browser.post("/afspraken/gesprek", **TALK | fields).text
    found = re.search(r"VN-\w{4}-\w{4}", page)
    assert found, page
    return found[0]


def known(site: Site) -> str:
    """Return a case in which it was confirmed that K. Dijkstra threatened somebody."""
    reference = site.report("r.bakker", kinds=["threat"])
    who = {"perpetrator": {"kind": "person", "name": "K. Dijkstra"}}
    assert site.program("c.bos").command(reference, "identify_perpetrator", **who).status_code == 200
    return reference


@pytest.mark.rule("AP-3.1.2")
def test_the_advice_is_for_who_goes_and_the_history_for_who_may_see_it(site: Site) -> None:
    """She reads to take security, and nothing of the case; the co-ordinator, who sees the case, is led to it."""
    case = known(site)
    reference = planned(site)
    hers = site.browser("w.devries").get(f"/afspraak/{reference}").text
    theirs = site.browser("c.bos").get(f"/afspraak/{reference}").text

    assert "Neem beveiliging mee" in hers
    assert case not in hers
    assert f"/zaak/{case}" in theirs


def test_without_a_history_nothing_is_advised(site: Site) -> None:
    """What a reporter merely named proves nothing."""
    site.report("r.bakker", kinds=["threat"], perpetrators=[{"kind": "person", "name": "K. Dijkstra"}])

    assert "Waar u op let" not in site.browser("w.devries").get(f"/afspraak/{planned(site)}").text


@pytest.mark.rule("AP-3.1.1")
def test_outside_the_secured_zone_the_form_asks_why(site: Site) -> None:
    """It is refused with the rule, and what was typed is kept; with a reason the page says so."""
    browser = site.browser("w.devries")
    browser.get("/afspraken/gesprek")
    page = browser.post("/afspraken/gesprek", **TALK | {"secured": "no"})

    assert page.status_code == 409
    assert "AP-3.1.1" in page.text
    assert "Spreekkamer 2" in page.text
    shown = browser.get(f"/afspraak/{planned(site, secured='no', why='Hij kan niet reizen')}").text
    assert "niet in de beveiligde zone" in shown
    assert "Hij kan niet reizen" in shown


def test_an_unclear_or_past_time_is_told(site: Site) -> None:
    """Each beside its field."""
    browser = site.browser("w.devries")
    for at in ("ooit", "29-11-2026 10.00 uur"):
        browser.get("/afspraken/gesprek")
        assert browser.post("/afspraken/gesprek", **TALK | {"at": at}).status_code == 400


@pytest.mark.rule("AP-3.1.2")
def test_whoever_does_not_come_back_is_looked_for(site: Site) -> None:
    """She goes by the button; when she is late, who is alarmed reads where she is; coming back ends it."""
    reference = planned(site, second_person="n.brouwer", risk="yes")
    site.later(hours=26)
    hers = site.browser("w.devries")
    hers.get(f"/zaak/{reference}/doe/check_in")
    assert "Terug om" in hers.post(f"/zaak/{reference}/doe/check_in", until="vandaag 15.00 uur").text
    site.later(hours=1)
    coordinator = site.browser("c.bos").get(f"/afspraak/{reference}").text

    assert "Niet terug gemeld. Bel Wilma de Vries eerst zelf" in coordinator
    assert "Spreekkamer 2" in coordinator
    assert "Niels Brouwer" in coordinator
    hers.get(f"/zaak/{reference}/doe/check_out")
    assert "Niet terug gemeld" not in hers.post(f"/zaak/{reference}/doe/check_out").text


@pytest.mark.rule("AP-3.1.3")
def test_a_meeting_says_that_its_risk_analysis_is_missing(site: Site) -> None:
    """The organiser records it on its form, in lines."""
    organiser = site.browser("e.kramer")
    organiser.get("/afspraken/bijeenkomst")
    page = organiser.post("/afspraken/bijeenkomst", at="14-1-2027 20.00 uur", place="Wijkcentrum").text
    found = re.search(r"VN-\w{4}-\w{4}", page)
    assert found
    assert "Er is nog geen risicoanalyse" in page
    organiser.get(f"/zaak/{found[0]}/doe/record_risk_analysis")
    done = {"outcome": "Boze buren", "measures": "Bode bij de deur\nTwee uitgangen", "security": "yes"}
    page = organiser.post(f"/zaak/{found[0]}/doe/record_risk_analysis", **done).text

    assert "Twee uitgangen" in page
    assert "Er is nog geen risicoanalyse" not in page


def test_plans_by_api(site: Site) -> None:
    """A program plans, sees its own, and is told every wrong field."""
    program = site.program("w.devries")
    talk = {"at": "2026-12-07T10:00:00Z", "place": "Spreekkamer", "secured": True}
    answer = program.post("/api/v1/plans", {"command": "plan_talk", "with": talk})

    assert answer.status_code == 201
    assert [one["place"] for one in program.get("/api/v1/plans").get_json()["plans"]] == ["Spreekkamer"]
    assert site.program("r.bakker").get("/api/v1/plans").get_json() == {"plans": []}
    assert program.post("/api/v1/plans", {"command": "take_case"}).status_code == 400
    assert program.post("/api/v1/plans", {"command": "plan_talk", "with": {"at": "ooit"}}).status_code == 400
    refused = program.post("/api/v1/plans", {"command": "plan_talk", "with": talk | {"secured": False}})
    assert (refused.status_code, refused.get_json()["rule"]) == (409, "AP-3.1.1")


def test_nobody_else_reads_a_plan(site: Site) -> None:
    """A colleague sees neither page nor list."""
    reference = planned(site)
    other = site.browser("r.bakker")

    assert other.get(f"/afspraak/{reference}").status_code == 403
    assert reference not in other.get("/afspraken").text
    assert other.get("/afspraken/iets").status_code == 404


@pytest.mark.parametrize("citizen", ["Dijkstra, K.", "k. dijkstra", "K. DIJKSTRA"])
def test_a_name_is_known_again_however_it_is_written(site: Site, citizen: str) -> None:
    """Its family name first, with other capitals: the advice is the same."""
    known(site)
    reference = planned(site, citizen=citizen)

    assert "Neem beveiliging mee" in site.browser("w.devries").get(f"/afspraak/{reference}").text
