"""Where a document is silent there is no text: other municipalities read nothing of ours."""

import pytest

from tests.web.site import Site, example


def a_case(name: str, person: str, **fields: object) -> tuple[Site, str]:
    """Return a site of another municipality with a case in it."""
    site = Site(example(name))
    return site, site.report(person, **fields)


def test_a_document_without_police_and_messages_shows_neither() -> None:
    """In the villages: no section of aangifte, no spokesperson, no form that would be refused."""
    site, reference = a_case("meerdorpen", "a.raad", channel="bellen", kinds=["bang_maken"])
    page = site.browser("g.griffie").get(f"/zaak/{reference}").text
    mine = site.browser("a.raad").get(f"/zaak/{reference}/mijn").text

    for text in (page, mine):
        assert "angifte" not in text
        assert "Arbeidsinspectie" not in text
    assert "Het woord voert" not in page
    assert "Schrijf een bericht" not in mine


def test_a_talk_that_is_only_wished_for_has_no_last_moment() -> None:
    """The card of the first contact names who, and no deadline that the document does not know."""
    site, reference = a_case("meerdorpen", "a.raad", channel="bellen", kinds=["bang_maken"])
    site.program("g.griffie").command(reference, "acknowledge")
    page = site.browser("g.griffie").get(f"/zaak/{reference}").text

    assert "Het eerste contact met Anke Raad moet nog." in page
    assert "uiterlijk" not in page.split("Het eerste contact met Anke Raad moet nog.")[1][:200]


def test_without_plans_and_talks_nothing_is_offered() -> None:
    """A document without `prevention` has no button to plan; one without `talk_with` none to be called."""
    site = Site(example("havenmonde"))
    person = next(iter(site.loaded.protocol.municipality.people))

    assert "/afspraken/gesprek" not in site.browser(person).get("/afspraken").text
    assert "/bel-mij" in site.browser(person).get("/").text


@pytest.mark.parametrize("text", ["Nagaan of het OM het weet", "Commissaris van de Koning informeren"])
def test_a_name_in_a_label_keeps_its_capitals(text: str) -> None:
    """Only the first letter is made a capital."""
    from vangnet.web.language import first_upper

    assert first_upper(text[:1].lower() + text[1:]) == text
