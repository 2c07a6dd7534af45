"""A page of one's own for who was harmed, and the first contact that is still to be made on every page of a case."""

from tests.web.site import Site


def test_every_page_of_a_case_says_who_speaks_to_whom_first(site: Site) -> None:
    """On the case, on a form and for who was harmed himself; once it was recorded it is gone."""
    reference = site.report("r.bakker")
    griffier = site.browser("g.mulder")
    griffier.get(f"/zaak/{reference}")
    assert "Het eerste contact met Rob Bakker moet nog." in griffier.text
    assert "Nog niemand heeft het alarm bevestigd. Gealarmeerd: Gerard Mulder" in griffier.text
    assert site.program("g.mulder").command(reference, "acknowledge").status_code == 200
    for path in ("", "/doe/add_note", "/doe/take_case"):
        griffier.get(f"/zaak/{reference}{path}")
        assert "Door Gerard Mulder (griffier), uiterlijk" in griffier.text

    harmed = site.browser("r.bakker")
    for path in (f"/zaak/{reference}", f"/zaak/{reference}/mijn", f"/melding/{reference}"):
        harmed.get(path)
        assert "Wij hebben u nog niet gesproken." in harmed.text
    for person, path in (("r.bakker", "/werk"), ("g.mulder", "/werk"), ("g.mulder", "/zaken"), ("c.bos", "/zaken")):
        page = site.browser(person).get(path).text
        assert ("Wij hebben u nog niet gesproken." if person == "r.bakker" else "moet nog.") in page
    answer = site.program("g.mulder").command(reference, "record_first_contact", person="r.bakker")
    assert answer.get_json()["contacts_to_make"] == []
    griffier.get(f"/zaak/{reference}")
    assert "moet nog" not in griffier.text


def test_my_reports_are_those_i_made_or_in_which_i_am_harmed(site: Site) -> None:
    """Not the case that I handle, nor a talk that I planned: its receipt is somebody else's, or none."""
    reference = site.report("r.bakker")
    assert site.program("g.mulder").command(reference, "take_case", handler="h.willems", aim="Rust").status_code == 200
    site.program("w.devries").post(
        "/api/v1/plans",
        {"command": "plan_talk", "with": {"at": "2026-12-07T10:00:00Z", "place": "Kamer", "secured": True}},
    )

    assert f"/melding/{reference}" in site.browser("r.bakker").get("/werk").text
    for person in ("h.willems", "w.devries"):
        assert "/melding/VN" not in site.browser(person).get("/werk").text


def test_who_was_harmed_reads_what_happened_in_plain_steps(site: Site) -> None:
    """Received, read, talked, letter: with who and when; what he decides, whom he can call, and who looked."""
    reference = site.report("r.bakker")
    program = site.program("g.mulder")
    assert program.command(reference, "acknowledge").status_code == 200
    assert program.command(reference, "record_first_contact", person="r.bakker").status_code == 200
    assert program.command(reference, "record_talk", person="r.bakker", talk="first").status_code == 200
    site.browser("c.bos").get(f"/zaak/{reference}")
    harmed = site.browser("r.bakker")
    harmed.get(f"/zaak/{reference}/mijn")

    for words in (
        "Uw melding is ontvangen.",
        "Gelezen door Carla Bos",
        "Eerste gesprek met Gerard Mulder",
        "Aangifte doen bij de politie",
        "U hebt nog niets laten weten.",
        "Toestemming geven of weigeren",
        "Behandelt uw zaak: Gerard Mulder",
        "Wie heeft gekeken",
        "Vertrouwenslijn",
    ):
        assert words in harmed.text, words


def test_the_page_is_for_who_was_harmed_alone(site: Site) -> None:
    """Not for who handles the case, who has a page of his own, nor for who reported it for him."""
    reference = site.report("i.lems", harmed="r.bakker")

    assert site.browser("r.bakker").get(f"/zaak/{reference}/mijn").status_code == 200
    for person in ("g.mulder", "i.lems", "c.bos"):
        assert site.browser(person).get(f"/zaak/{reference}/mijn").status_code == 403


def test_messages_go_to_and_fro(site: Site) -> None:
    """Who is harmed writes on his page, who handles it answers by a form, and each reads the other."""
    reference = site.report("r.bakker")
    harmed = site.browser("r.bakker")
    harmed.get(f"/zaak/{reference}/mijn")
    harmed.post(f"/zaak/{reference}/mijn", bericht="Wanneer bellen jullie?")
    assert "Wanneer bellen jullie?" in harmed.text
    griffier = site.browser("g.mulder")
    griffier.get(f"/zaak/{reference}")
    assert "Wanneer bellen jullie?" in griffier.text
    griffier.get(f"/zaak/{reference}/doe/write_message")
    griffier.post(f"/zaak/{reference}/doe/write_message", text="Binnen een uur.")
    harmed.get(f"/zaak/{reference}/mijn")
    assert "Binnen een uur." in harmed.text

    coordinator = site.browser("c.bos")
    coordinator.get(f"/zaak/{reference}")
    assert "Wanneer bellen jullie?" not in coordinator.text
    assert "Binnen een uur." not in coordinator.text
