"""Why this measure: one page with all that was weighed, for who decides and for whoever asks later."""

import pytest

from tests.unit.case.test_measures import BAN
from tests.web.site import THREAT, Site
from tests.web.test_letters import STEPS, banned


def page(site: Site, reference: str, person: str, measure: str = "ban-1") -> str:
    """Return the words of the page as a person reads it, or nothing where he may not."""
    browser = site.browser(person)
    return browser.text if browser.get(f"/zaak/{reference}/waarom/{measure}").status_code == 200 else ""


@pytest.mark.rule("AP-2.6")
def test_it_has_all_that_was_weighed(site: Site) -> None:
    """Facts, norm, class and who confirmed it, his side, recurrence, advice, matrix, departure, what stays possible."""
    read = page(site, banned(site), "b.vandam")

    for said in (
        THREAT,
        "Emotie mag, agressie accepteren wij niet.",
        "De klasse is: bedreiging of intimidatie.",
        "Hanna Willems (behandelaar) heeft dat bevestigd: Gelezen",
        "Hij had spijt.",
        "Dit is de eerste keer.",
        "Geadviseerd is: toegang ontzeggen.",
        "De sanctiematrix (versie 2026-1) noemt",
        "hooguit 3 maanden",
        "Geweld tegen een raadslid",
        "Huisrecht (toegang tot gebouwen)",
        "Gemeentehuis",
        "te stemmen op de dag van een verkiezing",
    ):
        assert said in read, said


def test_what_one_may_not_see_is_left_out(site: Site) -> None:
    """Who was harmed sees the measure and his own account, and not what the other side said."""
    read = page(site, banned(site), "r.bakker")

    assert "De sanctiematrix" in read
    assert "Hij had spijt." not in read
    assert "Zijn kant" not in read


@pytest.mark.parametrize("person", ["y.beheer", "m.prins", "n.brouwer"])
def test_who_sees_no_measures_does_not_read_it(site: Site, person: str) -> None:
    """Neither the administrator nor finance nor a colleague."""
    assert page(site, banned(site), person) == ""


def test_a_proposal_is_read_before_it_is_decided(site: Site) -> None:
    """By who is to decide on it; what is missing is said: nobody was heard yet."""
    reference = site.report("r.bakker")
    for actor, command, fields in STEPS[:3]:
        site.program(actor).command(reference, command, **fields)
    proposal = {name: one for name, one in BAN.items() if name not in {"measure", "why_departs", "repeated"}}
    assert site.program("h.willems").command(reference, "propose_ban", **proposal).status_code == 200

    read = page(site, reference, "b.vandam", "proposal")

    assert "Waarom deze maatregel: toegang ontzeggen (voorstel)" in read
    assert "Hij is nog niet gehoord" in read
    assert page(site, reference, "b.vandam", "ban-1") == ""


def test_the_case_leads_to_it_and_the_look_is_kept(site: Site) -> None:
    """A link beside the decision; who read it is in the log."""
    reference = banned(site)
    browser = site.browser("l.vos")
    browser.get(f"/zaak/{reference}")
    assert f'href="/zaak/{reference}/waarom/ban-1"' in browser.page.text

    assert page(site, reference, "l.vos")
    assert "l.vos" in {one.event.person for one in site.house.reading.looks(reference)}  # type: ignore[attr-defined]


def test_a_service_limit_says_what_stays_open(site: Site) -> None:
    """The ways that the municipality keeps open, as its letter has them."""
    reference = site.report("r.bakker")
    for actor, command, fields in STEPS[:-1]:
        site.program(actor).command(reference, command, **fields)
    limit = {"measure": "service_limit", "services": ["balie"], "starts_on": "2026-12-01", "ends_on": "2027-02-01"}
    answer = site.program("h.willems").command(
        reference, "decide_measure", **limit, why_departs="Past beter", reasons="Na drie keer"
    )
    assert answer.status_code == 200, answer.text

    read = page(site, reference, "h.willems", "service_limit-1")

    assert "per brief" in read
    assert "Dit wijkt af van het advies of van de matrix. Past beter" in read
