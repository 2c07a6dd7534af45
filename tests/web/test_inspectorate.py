"""The report to the labour inspectorate on its page: ground, agreement, one tap, and the proof."""

import pytest

from tests.web.site import Site


@pytest.mark.rule("AP-5.4.9")
def test_whose_duty_it_is_reads_ground_and_number_and_leaves_proof(site: Site) -> None:
    """The page says that only the protocol asks it, waits for the person's word, and keeps number and time."""
    reference = site.report("r.bakker", injury="mental")
    secretary = site.browser("s.visser")
    secretary.get(f"/zaak/{reference}/inspectie")
    assert "Alleen ons protocol vraagt deze melding." in secretary.text
    assert "0800-5151" in secretary.text
    assert "Wie en wat staat hier pas als de persoon het goedvindt." in secretary.text
    harmed = site.browser("r.bakker")
    harmed.get(f"/zaak/{reference}/mijn")
    assert "Letsel melden bij de Arbeidsinspectie" in harmed.text
    assert site.program("r.bakker").command(reference, "consent", to="inspectorate").status_code == 200

    secretary.get(f"/zaak/{reference}/inspectie")
    assert "geestelijk letsel" in secretary.text
    assert "De persoon vindt dit goed." in secretary.text
    program = site.program("s.visser")
    done = program.command(reference, "complete_duty", duty="warn_inspectorate", proof="NLA-2026-118")
    assert done.status_code == 200
    assert site.browser("h.willems").get(f"/zaak/{reference}/inspectie").status_code == 403


def test_who_was_not_injured_is_not_asked(site: Site) -> None:
    """The question stands on the own page only where there is an injury."""
    reference = site.report("r.bakker")
    harmed = site.browser("r.bakker")
    harmed.get(f"/zaak/{reference}/mijn")

    assert "Arbeidsinspectie" not in harmed.text
