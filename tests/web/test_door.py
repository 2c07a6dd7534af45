"""The page for the desk: one word about one person, every question kept, and a breach with one tap."""

import re

import pytest

from tests.web.site import Site

BAN: dict[str, object] = {
    "measure": "ban",
    "buildings": ["gemeentehuis"],
    "starts_on": "2026-11-30",
    "ends_on": "2027-02-28",
    "reasons": "Hij dreigde aan de balie",
}
WHO = {"naam": "Jan de Wit", "geboren": "1970-05-04", "gebouw": "gemeentehuis", "waarvoor": "visit"}


@pytest.fixture
def banned(site: Site) -> str:
    """Return a case with a ban of Jan de Wit in force."""
    reference = site.report("r.bakker", kinds=["threat"])
    steps: list[tuple[str, str, dict[str, object]]] = [
        ("g.mulder", "take_case", {"handler": "h.willems", "aim": "Rust"}),
        ("h.willems", "confirm_class", {"class": "threat", "why": "Gelezen"}),
        ("c.bos", "give_advice", {"measures": ["ban"], "why": "Ernstig"}),
        ("h.willems", "record_hearing", {"form": "phone", "account": "Het spijt hem"}),
        (
            "h.willems",
            "identify_perpetrator",
            {"perpetrator": {"kind": "person", "name": "Jan de Wit"}, "born": "1970-05-04"},
        ),
        ("b.vandam", "decide_measure", BAN),
        ("h.willems", "send_letter", {"letter": "ban", "by": "handed_over", "sent_on": "2026-11-30"}),
    ]
    for person, command, fields in steps:
        answer = site.program(person).command(reference, command, **fields)
        assert answer.status_code == 200, answer.text
    return reference


def test_the_desk_gets_one_word_and_nothing_of_the_case(site: Site, banned: str) -> None:
    """No name, class, reference or reason stands on the page; what it seals tells nothing."""
    desk = site.browser("d.brink")
    desk.get("/deur")
    page = desk.post("/deur", **WHO).text

    assert "Nee, deze persoon mag nu niet binnen" in page
    for secret in (banned, "Wit", "dreigde", "Bakker", "ban-1"):
        assert secret not in page


def test_an_unknown_person_comes_in_and_a_namesake_waits_for_security(site: Site, banned: str) -> None:
    """Many people are called J. de Wit."""
    desk = site.browser("d.brink")
    desk.get("/deur")

    assert "Ja, deze persoon mag binnen" in desk.post("/deur", **WHO | {"naam": "Piet de Wit"}).text
    namesake = desk.post("/deur", **WHO | {"naam": "J. de Wit", "geboren": ""}).text
    assert "Niet zeker: vraag de beveiliging" in namesake
    assert "alleen met begeleiding" in desk.post("/deur", **WHO | {"waarvoor": "counter"}).text


def test_one_tap_reports_the_breach(site: Site, banned: str) -> None:
    """Security and the handler are told; twice tapped is once reported."""
    desk = site.browser("d.brink")
    desk.get("/deur")
    page = desk.post("/deur", **WHO).text
    sealed = re.findall(r'name="(verbod|eenmalig)" value="([^"]+)"', page)
    for _ in range(2):
        answer = desk.post("/deur/overtreding", **dict(sealed), wat="Hij staat in de hal")
        assert "Gemeld." in answer.text

    case = site.stage.engine.found(banned).case
    assert [(one.measure, one.by) for one in case.breaches] == [("ban-1", "d.brink")]
    told = {one.message.person for one in site.stage.gone() if one.message.channel == "sms"}
    assert {"v.post", "h.willems"} <= told


def test_every_question_is_kept_for_the_log(site: Site, banned: str) -> None:
    """The data protection officer sees who asked and what came out, without the name that was asked for."""
    desk = site.browser("d.brink")
    desk.get("/deur")
    desk.post("/deur", **WHO)
    officer = site.browser("x.fg")
    officer.get("/logboek")
    page = officer.post("/logboek", dag="2026-11-30").text

    assert "gemeentehuis: no" in page
    assert "Dirk Brink" in page
    assert "Jan de Wit" not in page


def test_who_simply_comes_in_is_not_remembered(site: Site, banned: str) -> None:
    """Of him only that somebody asked is kept; of a match the name, until the day is wiped."""
    desk = site.browser("d.brink")
    desk.get("/deur")
    desk.post("/deur", **WHO | {"naam": "Piet de Wit"})
    desk.post("/deur", **WHO)
    day = site.stage.engine.streams.load("door/2026-11-30")

    assert [one.event.name for one in day.events] == ["", "Jan de Wit"]  # type: ignore[attr-defined]
    site.later(days=190)
    wiped = site.stage.engine.streams.load("door/2026-11-30")
    assert wiped.case.wiped
    assert {getattr(one.event, "name", "") for one in wiped.events} == {""}


@pytest.mark.parametrize("person", ["r.bakker", "c.bos", "y.beheer"])
def test_nobody_else_asks_at_the_door(site: Site, person: str) -> None:
    """The bans in force are the desk's and security's, as far as they need them (AP-5.1.6)."""
    browser = site.browser(person)

    assert browser.get("/deur").status_code == 403
    assert "/deur" not in browser.get("/werk").text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"naam": " "}, "Vul een naam in."),
        ({"gebouw": "kasteel"}, "Kies een gebouw"),
        ({"geboren": "gisteren"}, "Dit is geen datum."),
    ],
)
def test_what_cannot_be_read_is_asked_again(site: Site, changes: dict[str, str], words: str) -> None:
    """What was typed stays."""
    desk = site.browser("d.brink")
    desk.get("/deur")
    answer = desk.post("/deur", **WHO | changes)

    assert answer.status_code == 400
    assert words in answer.text


def test_a_tap_that_is_made_up_reports_nothing(site: Site, banned: str) -> None:
    """Only what the page sealed stands for a ban."""
    desk = site.browser("d.brink")
    desk.get("/deur")

    assert desk.post("/deur/overtreding", verbod="zomaar").status_code == 400
    assert site.stage.engine.found(banned).case.breaches == ()
