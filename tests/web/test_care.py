"""Aftercare on the pages: the checklist, who is at home, who else is supported, and an entry for a calendar."""

from tests.web.site import Site


def test_the_form_of_a_talk_asks_for_the_home_front(site: Site) -> None:
    """Its points are those of the talk; who leaves the home front open is asked again; a yes says where to refer."""
    reference = site.report("r.bakker")
    griffier = site.browser("g.mulder")
    path = f"/zaak/{reference}/doe/record_talk?talk=first&person=r.bakker"
    griffier.get(path)
    assert "uitleg over verwerken" in griffier.text
    assert "kijk op het ambt" not in griffier.text
    assert "Steun voor thuis" in griffier.text
    assert griffier.post(path, person="r.bakker", talk="first", points="safety").status_code == 400

    griffier.get(path)
    griffier.post(path, person="r.bakker", talk="first", points="safety", home_front_needs_support="yes")
    assert "Het thuisfront van Rob Bakker heeft steun nodig" in griffier.text
    assert "Niet besproken:" in griffier.text
    assert "het thuisfront naar een professional verwijzen" in griffier.text.lower()


def test_a_witness_is_supported_by_a_form(site: Site) -> None:
    """A name is enough; the talks with him stand in the list, and he is named in full."""
    reference = site.report("r.bakker")
    griffier = site.browser("g.mulder")
    path = f"/zaak/{reference}/doe/add_supported_person"
    griffier.get(path)
    griffier.post(path, **{"person.name": "Een bezoeker", "giver": "q.smits"})

    team = site.browser("q.smits").get(f"/zaak/{reference}").text
    assert "(Een bezoeker)" in team
    assert "Nog iemand krijgt steun." in team
    for other in ("g.mulder", "r.bakker"):
        assert "bezoeker" not in site.browser(other).get(f"/zaak/{reference}").text


def test_a_talk_goes_into_a_calendar_without_a_name(site: Site) -> None:
    """When, a reference and a link; to who holds it and whom it is for, and to nobody else."""
    reference = site.report("r.bakker")
    for person in ("g.mulder", "r.bakker"):
        browser = site.browser(person)
        browser.get(f"/zaak/{reference}")
        assert "In uw agenda zetten" in browser.text
        entry = browser.get(f"/zaak/{reference}/agenda/first_talk-1.ics?wanneer=morgen+10.00+uur")
        assert entry.mimetype == "text/calendar"
        assert f"SUMMARY:Gesprek {reference}" in entry.text
        assert "T090000Z" in entry.text
        assert "akker" not in entry.text
        assert "uiterlijk dinsdag 1 december 2026" in " ".join(entry.text.replace("\r\n ", "").split())
        assert "azorg" not in entry.text

    for person in ("c.bos", "l.vos"):
        assert site.browser(person).get(f"/zaak/{reference}/agenda/first_talk-1.ics").status_code == 403
    assert site.browser("g.mulder").get(f"/zaak/{reference}/agenda/take_case-1.ics").status_code == 403


def test_a_talk_for_which_nobody_chose_a_time_stands_by_day(site: Site) -> None:
    """Due at four in the night, it is put in the evening before; nobody is called at that hour."""
    site.later(hours=16)
    reference = site.report("r.bakker")
    entry = site.browser("r.bakker").get(f"/zaak/{reference}/agenda/first_talk-1.ics").text

    assert "DTSTART:20261201T200000Z" in entry


def test_whose_care_it_is_is_read_by_who_gives_it_and_by_himself(site: Site) -> None:
    """Who sees the summary alone reads of no talk, on no page and by no API; the co-ordinator reads of the talks."""
    reference = site.report("i.lems", harmed="r.hofman", kinds="insult")
    griffier = site.program("g.mulder")
    site.program("g.mulder").command(reference, "take_case", handler="h.willems", aim="Rust")
    for talk in ("first", "second"):
        assert griffier.command(reference, "record_talk", person="r.hofman", talk=talk).status_code == 200
    assert "derde gesprek" in site.browser("r.hofman").get(f"/melding/{reference}").text.lower()
    assert "derde gesprek" not in site.browser("i.lems").get(f"/melding/{reference}").text.lower()
    assert griffier.command(reference, "decline_aftercare", person="r.hofman").status_code == 200

    handler = site.browser("h.willems").get(f"/zaak/{reference}").text
    assert "gesprek" not in handler.partition("Wat er is gebeurd")[2].lower()
    assert "nazorg" not in handler.partition("Wat er is gebeurd")[2].lower()
    assert "melding" in handler.partition("Wat er is gebeurd")[2].lower()
    names = {one["name"] for one in site.program("h.willems").get(f"/api/v1/cases/{reference}").get_json()["duties"]}
    assert not names & {"first_talk", "second_talk", "third_talk"}
    told = site.program("c.bos").get(f"/api/v1/cases/{reference}").get_json()
    assert {"first_talk", "second_talk"} <= {one["name"] for one in told["duties"]}
    assert {one["talk"] for one in told["parts"]["summary"]["talks_held"]} == {"first", "second"}
    coordinator = site.browser("c.bos").get(f"/zaak/{reference}").text
    assert "gesprek" in coordinator.lower()
    assert "wil nu geen" not in coordinator
