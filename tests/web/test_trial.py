"""The trial alarm on the pages, by its link and by API."""

import re

from tests.web.site import Site, example
from vangnet.shell.obligations import keep_obligations

LINK = re.compile(r"/a/VN-[0-9A-Z]{4}-[0-9A-Z]{4}/[0-9A-Z]+")


def links(site: Site, person: str, channel: str) -> list[str]:
    """Return the links that a person was sent by a channel."""
    gone = (one.message for one in site.stage.gone() if one.message.person == person and one.message.channel == channel)
    return [found[0] for one in gone if (found := LINK.search(one.text))]


def test_one_tap_on_the_link_answers_it_and_proves_its_channel(site: Site) -> None:
    """Opening the page answers nothing; the page names nobody, and afterwards says when it was answered."""
    reference = site.program("c.bos").post("/api/v1/trial-alarms", {}).get_json()["reference"]
    site.settle()
    (link,) = links(site, "g.mulder", "sms")
    assert links(site, "g.mulder", "mail") != [link]
    browser = site.browser()
    page = browser.get(link)
    assert "Dit is een proefalarm. Er is niets gebeurd." in page.text
    assert "Mulder" not in page.text
    listed = site.program("c.bos").get("/api/v1/trial-alarms").get_json()["trial_alarms"]
    assert listed[0]["answered"] == 0

    browser.post(link)
    assert "U hebt geantwoord" in browser.get(link).text
    listed = site.program("c.bos").get("/api/v1/trial-alarms").get_json()["trial_alarms"]
    assert (listed[0]["reference"], listed[0]["answered"]) == (reference, 1)
    assert "g.mulder" not in listed[0]["silent"]
    rows = site.program("y.beheer").get("/api/v1/readiness").get_json()["posts"]
    griffier = next(row for row in rows if row["role"] == "griffier")["acting"][0]
    assert griffier["proven"]["sms"]
    assert griffier["proven"]["mail"] is None
    other = site.program("c.bos")
    assert other.command(reference, "answer_trial_alarm", code=link.rpartition("/")[2]).status_code == 200
    mine = next(row for row in other.get("/api/v1/readiness").get_json()["posts"] if row["role"] == "coordinator")
    assert mine["acting"][0]["proven"] == {"sms": None, "mail": None}, "the code was somebody else's"
    assert browser.get(link[:-1] + ("0" if link[-1] != "0" else "1")).status_code == 404


def test_it_is_begun_and_read_by_who_may_and_shows_who_was_silent(site: Site) -> None:
    """A raadslid begins none; after its time the board of readiness names the role of who did not answer."""
    assert site.browser("r.bakker").post("/proefalarm").status_code == 403
    assert site.program("r.bakker").post("/api/v1/trial-alarms", {}).status_code == 403
    coordinator = site.browser("c.bos")
    assert "Nu een proefalarm sturen" in coordinator.get("/klaar").text
    page = coordinator.post("/proefalarm")
    assert "0 van de" in page.text
    where = re.search(r"/proefalarm/VN-[0-9A-Z-]+", coordinator.get("/klaar").text)
    assert where is not None

    griffier = site.browser("g.mulder")
    assert "Proefalarm: laat zien dat wij u kunnen bereiken." in griffier.get("/werk").text
    griffier.post(where[0])
    assert "U hebt geantwoord" in griffier.get(where[0]).text
    assert "Geen antwoord" not in griffier.get(where[0]).text
    assert "Proefalarm: laat zien" not in griffier.get("/werk").text
    assert site.browser("r.bakker").get(where[0]).status_code == 403
    site.later(days=2)
    coordinator = site.browser("c.bos")
    assert "Geen antwoord" in coordinator.get(where[0]).text
    assert "antwoordde niet op het laatste proefalarm" in coordinator.get("/klaar").text


def test_the_calendar_begins_one_each_month() -> None:
    """In a municipality whose document says so, at its hour on the first working day."""
    site = Site(example("meerdorpen"))
    keep_obligations(site.stage.engine)
    site.settle()
    site.later(hours=22)
    assert not links(site, "i.burg", "sms")
    site.later(hours=1, minutes=1)

    (link,) = links(site, "i.burg", "sms")
    assert link.startswith("/a/VN-PROE-2612/")
    assert site.browser().get(link).status_code == 200
    assert len(site.program("g.griffie").get("/api/v1/trial-alarms").get_json()["trial_alarms"]) == 1
