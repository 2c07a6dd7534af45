"""Looking back at one's own part, on the page: for oneself and whom one chooses, and nothing else with it (AP-2.7)."""

import pytest

from tests.web.site import Site


@pytest.mark.rule("AP-2.7")
def test_whom_one_chooses_reads_it_and_nothing_of_the_case(site: Site) -> None:
    """Neither the class nor a duty stands on the page of the confidant; the handler reads nothing of it."""
    reference = site.report("r.bakker", kinds=["threat"])
    site.program("g.mulder").command(reference, "take_case", handler="h.willems", aim="Rust aan de balie")
    answer = site.program("r.bakker").command(
        reference, "write_reflection", text="Ik liep zelf ook door.", readers=["q.smits"]
    )
    assert answer.status_code == 200

    chosen = site.browser("q.smits").get(f"/zaak/{reference}").text
    assert "Ik liep zelf ook door." in chosen
    for secret in ("Rust aan de balie", "Bedreiging", "bedreiging", "Te doen", "Eerste gesprek"):
        assert secret not in chosen
    assert "Ik liep zelf ook door." not in site.browser("h.willems").get(f"/zaak/{reference}").text
