"""Deciding a measure on the pages: what fits, what one may decide, the fields of its kind alone; and who did it."""

import pytest

from schemas.commands import COMMANDS
from tests.web.site import Site
from vangnet.case.view import OF_MEASURES
from vangnet.web.commands.shape import shapes
from vangnet.web.language import texts

ON_EVERY_PAGE = {"measure", "reasons", "why_departs"}


@pytest.fixture
def ready(site: Site) -> str:
    """Return a case of a threat of which nothing stands in the way of a measure."""
    reference = site.report("r.bakker", kinds=["threat"])
    for person, command, fields in (
        ("g.mulder", "take_case", {"handler": "h.willems", "aim": "Rust"}),
        ("h.willems", "confirm_class", {"class": "threat", "why": "Gelezen"}),
        ("c.bos", "give_advice", {"measures": ["ban", "service_limit"], "why": "Ernstig"}),
        ("h.willems", "record_hearing", {"form": "phone", "account": "Het spijt hem"}),
        ("h.willems", "identify_perpetrator", {"perpetrator": {"kind": "person", "name": "Jan de Wit"}}),
    ):
        assert site.program(person).command(reference, command, **fields).status_code == 200
    return reference


def test_one_chooses_among_what_one_may_decide(site: Site, ready: str) -> None:
    """A handler is offered no ban, the burgemeester is; what was advised is marked, and the matrix stands by."""
    handler = site.browser("h.willems").get(f"/zaak/{ready}/doe/decide_measure").text
    mayor = site.browser("b.vandam").get(f"/zaak/{ready}/doe/decide_measure").text

    assert "measure=service_limit" in handler
    assert "measure=ban" not in handler
    assert "measure=ban" in mayor
    assert "de eerste keer (versie 2026-1)" in handler
    assert "hooguit 3 maanden" in handler
    assert "geadviseerd" in handler


@pytest.mark.parametrize(
    ("person", "measure", "has"),
    [
        ("b.vandam", "ban", {"legal_basis", "buildings", "starts_on", "ends_on", "repeated"}),
        ("h.willems", "service_limit", {"services", "starts_on", "ends_on"}),
        ("h.willems", "incident_talk", {"representative"}),
        ("h.willems", "warning_written", set()),
        ("h.willems", "other", {"owner"}),
    ],
)
def test_the_page_of_a_measure_has_its_own_fields(
    site: Site, ready: str, person: str, measure: str, has: set[str]
) -> None:
    """And no other measure's; the usual legal basis is marked."""
    page = site.browser(person).get(f"/zaak/{ready}/doe/decide_measure?measure={measure}").text
    fields = {shape.path for shape in shapes("decide_measure")}

    assert {name for name in fields if f'name="{name}"' in page} == has | ON_EVERY_PAGE
    assert ('value="huisrecht" checked' in page) is (measure == "ban")


def test_a_service_limit_is_decided_on_the_page(site: Site, ready: str) -> None:
    """Its services are the municipality's; what lacks is asked for on the same page."""
    browser = site.browser("h.willems")
    page = f"/zaak/{ready}/doe/decide_measure"
    browser.get(f"{page}?measure=service_limit")
    days = {"starts_on": "2026-12-01", "ends_on": "2027-02-28"}
    lacking = browser.post(page, measure="service_limit", **days)
    assert lacking.status_code == 409
    assert 'name="services"' in lacking.text
    assert 'name="buildings"' not in lacking.text
    done = browser.post(page, measure="service_limit", services=["balie", "telefoon"], reasons="Hij bedreigt", **days)

    assert done.status_code == 200
    measure = site.stage.engine.found(ready).case.measures["service_limit-1"]
    assert measure.services == ("balie", "telefoon")


@pytest.mark.rule("AP-5.1.7")
def test_the_page_of_who_did_it_shows_every_case_as_far_as_one_may(site: Site, ready: str) -> None:
    """A case of a civil servant is counted; who may not see it learns that it is there, and no more."""
    other = site.report("n.brouwer", kinds=["threat"])
    site.program("c.bos").command(other, "confirm_class", **{"class": "threat", "why": "Gelezen"})
    site.program("c.bos").command(other, "identify_perpetrator", perpetrator={"kind": "person", "name": "Jan de Wit"})
    everything = site.browser("c.bos").get(f"/zaak/{ready}/veroorzaker").text
    handler = site.browser("h.willems").get(f"/zaak/{ready}/veroorzaker").text

    assert other in everything
    assert other not in handler
    assert "Een zaak die u niet mag zien" in handler
    harmed = site.browser("r.bakker").get(f"/zaak/{ready}/veroorzaker").text
    assert "Jan de Wit" in harmed
    assert not [
        word
        for word in ("Een zaak die u niet mag zien", "Signalen op deze naam", "sanctiematrix", other)
        if word in harmed
    ]
    assert site.browser("d.brink").get(f"/zaak/{ready}/veroorzaker").status_code == 403
    assert site.browser("g.peters").get(f"/zaak/{ready}/veroorzaker").status_code == 403


def test_a_case_shows_every_step_of_its_response(site: Site, ready: str) -> None:
    """From the demand to leave to the complaint: the page stands, and says what happened."""
    days = {"starts_on": "2026-11-30", "ends_on": "2027-02-20"}
    ban: dict[str, object] = {"measure": "ban", "buildings": ["gemeentehuis"], "reasons": "Hij dreigde", **days}
    steps: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("v.post", "demand_to_leave", {"words": "U moet nu weg", "at": "2026-11-30T10:00:00Z"}),
        ("b.vandam", "decide_measure", ban),
        ("h.willems", "send_letter", {"letter": "ban", "by": "handed_over", "sent_on": "2026-11-30"}),
        ("d.brink", "report_breach", {"at": "2026-11-30T10:30:00Z", "account": "Hij stond in de hal"}),
        ("l.vos", "record_objection", {}),
        ("l.vos", "record_objection", {"decision": "inadmissible", "why_not_heard": "Geen besluit"}),
        ("l.vos", "record_complaint", {"account": "Niemand luistert"}),
        ("l.vos", "postpone_decision", {"of": "complaint", "until": "2027-01-30", "told_on": "2026-11-30"}),
        ("l.vos", "record_complaint", {"decision": "unfounded", "handled_by": "s.kok"}),
        ("b.vandam", "change_measure", {"ends_on": "2027-02-10", "why": "Na gesprek"}),
        ("b.vandam", "end_measure", {"why": "Excuses"}),
        ("b.vandam", "revive_measure", {"why": "Weer", "incident": "Belde"}),
    )
    for person, command, fields in steps:
        answer = site.program(person).command(ready, command, **fields)
        assert answer.status_code == 200, (command, answer.text)

    page = site.browser("l.vos").get(f"/zaak/{ready}")
    assert page.status_code == 200
    security = site.browser("v.post").get(f"/zaak/{ready}").text
    for words in ("Gemeentehuis", "Hij stond in de hal", "Meteen"):
        assert words in security
    for words in ("overtreding gemeld door Dirk Brink", "Niet-ontvankelijk", "Ongegrond", "geldt weer na bezorging"):
        assert words in page.text


def test_every_step_of_the_response_has_its_words() -> None:
    """Walks the list of what stands among the measures of a case."""
    lacking = {model.__name__ for model in OF_MEASURES if f"case.step.{model.__name__}" not in texts("nl")}

    assert lacking == set()
    assert "decide_measure" in COMMANDS


def test_what_held_on_a_day_is_answered_as_it_was_known(site: Site, ready: str) -> None:
    """A ban that ended since held then; before its letter it did not; who sees no measures asks nothing."""
    ban: dict[str, object] = {"measure": "ban", "buildings": ["gemeentehuis"], "reasons": "Hij dreigde"}
    days = {"starts_on": "2026-11-30", "ends_on": "2027-02-20"}
    site.program("b.vandam").command(ready, "decide_measure", **ban, **days)
    site.program("h.willems").command(ready, "send_letter", letter="ban", by="handed_over", sent_on="2026-11-30")
    site.later(days=10)
    site.program("b.vandam").command(ready, "end_measure", why="Excuses")
    browser = site.browser("h.willems")

    def says(**asked: str) -> str:
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return browser.get(f"/zaak/{ready}/van-kracht?{query}").text

    assert "(nr. 1) gold:" in says(dag="2026-12-05")
    assert "(nr. 1) gold niet:" in says(dag="2026-12-20")
    assert "(nr. 1) gold:" in says(dag="2026-12-20", bekend="2026-12-01")
    assert "Er was toen geen verbod" in says(dag="2026-12-20", bekend="2026-11-29")
    assert site.browser("d.brink").get(f"/zaak/{ready}/van-kracht").status_code == 403


def test_what_a_rule_asks_for_is_not_called_optional(site: Site, ready: str) -> None:
    """Who leaves out the ground is refused, so the page asks for it; what may lack is called so."""
    browser = site.browser("h.willems")

    asked = browser.get(f"/zaak/{ready}/doe/waive_hearing").text
    limited = browser.get(f"/zaak/{ready}/doe/decide_measure?measure=service_limit").text

    assert "(niet verplicht)" not in asked
    assert limited.count("(niet verplicht)") == len({"reasons", "why_departs"})
