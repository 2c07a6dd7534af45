"""Police, prosecution and damage on the pages and by API: what each may see, and money as people write it."""

import hashlib
import io
import zipfile
from typing import Any

import pytest

from tests.web.site import THREAT, Site
from vangnet.web.commands.form import in_cents

CONSENT = {"to": "aangifte"}
FILED: dict[str, Any] = {"reference": "PL0900-7", "offences": ["285"], "vpt_code": True}


def filed(site: Site, **fields: Any) -> str:
    """Return a threat of which an aangifte was filed."""
    reference = site.report("r.bakker", **fields)
    assert site.program("r.bakker").command(reference, "consent", **CONSENT).status_code == 200
    answer = site.program("a.jacobs").command(reference, "file_aangifte", **FILED)
    assert answer.status_code == 200, answer.text
    return reference


@pytest.mark.rule("AP-5.4.1")
def test_consent_is_given_on_a_page_that_says_it_is_final(site: Site) -> None:
    """The form asks yes or no and takes no silence for a yes; it says that an aangifte cannot be withdrawn."""
    reference = site.report("r.bakker")
    browser = site.browser("r.bakker")
    path = f"/zaak/{reference}/doe/consent"

    assert "een aangifte kan niet worden ingetrokken" in browser.get(path).text
    assert browser.post(path, to="aangifte").status_code == 400
    assert "Dit ontbreekt" in browser.text
    browser.get(path)
    browser.post(path, to="aangifte", given="yes")
    assert "Rob Bakker vindt dit goed: Aangifte doen bij de politie" in browser.text


def test_the_case_says_whose_consent_is_lacking_and_who_may_file(site: Site) -> None:
    """Without it nothing is filed, and whoever handles the case sees that; filed, it shows article and checklist."""
    reference = site.report("r.bakker")
    aangever = site.browser("a.jacobs")
    aangever.get(f"/zaak/{reference}")
    assert "Geen toestemming voor aangifte van: Rob Bakker" in aangever.text
    assert "Aangifte mag worden gedaan door: Anton Jacobs" in aangever.text

    site.program("r.bakker").command(reference, "consent", **CONSENT)
    path = f"/zaak/{reference}/doe/file_aangifte"
    aangever.get(path)
    assert "bedreiging (artikel 285, hoogste straf 3 jaar" in aangever.text
    aangever.post(path, reference="PL0900-7", offences="threat", vpt_code="yes", under_number="no")

    assert "Er is aangifte gedaan." in aangever.text
    assert "Is om de VPT-code gevraagd? Ja" in aangever.text
    assert "Is het aangifte onder nummer? Nee" in aangever.text


@pytest.mark.rule("AP-5.4.1")
def test_who_must_complain_himself_is_told_in_time(site: Site) -> None:
    """From the report on, as his three months run; once it was filed it is his own duty, on his own page of work."""
    reference = site.report("f.smit", kinds=["stalking"])
    browser = site.browser("f.smit")
    browser.get(f"/zaak/{reference}")
    assert "moet Femke Smit zelf binnen drie maanden een klacht doen" in browser.text

    site.program("f.smit").command(reference, "consent", **CONSENT)
    site.program("a.jacobs").command(reference, "file_aangifte", reference="PL-1", offences=["285b"])
    browser.get("/werk")
    assert "Zelf een klacht doen bij de politie" in browser.text
    browser.get(f"/zaak/{reference}")
    assert "Femke Smit moet zelf een klacht doen bij de politie" in browser.text
    page = site.browser("r.bakker").get("/werk").text
    assert "klacht doen" not in page


@pytest.mark.rule("AP-5.4.3")
def test_who_sees_the_case_but_not_the_aangifte_reads_nothing_of_it(site: Site) -> None:
    """Finance sees the damage: no duty, no line of the timeline and no word of the summary gives the aangifte away."""
    reference = filed(site, damage=[{"item": "ruit", "cents": 45_000}])
    page = site.browser("m.prins").get(f"/zaak/{reference}").text
    told = site.program("m.prins").get(f"/api/v1/cases/{reference}").text
    listed = site.program("m.prins").get("/api/v1/cases").text

    for text in (page, told, listed):
        assert "angifte" not in text.replace("/hulp", "")
        assert "PL0900" not in text
        assert "prosecution" not in text
    assert "€\u00a0450,00" in page
    assert "Er is aangifte gedaan" in site.browser("c.bos").get(f"/zaak/{reference}").text


@pytest.mark.rule("AP-5.4.10")
def test_the_councils_version_names_nobody(site: Site) -> None:
    """It is there once everybody harmed agrees, with no name, no account and no reference in it."""
    reference = filed(site)
    legal = site.program("l.vos")
    legal.command(reference, "record_prosecution", state="charged", result="Zitting 4 februari")
    browser = site.browser("l.vos")
    browser.get(f"/zaak/{reference}")
    assert "Over de aangifte mag niets worden gezegd" in browser.text

    site.program("r.bakker").command(reference, "consent", to="speak_about_aangifte")
    page = browser.get(f"/zaak/{reference}").text
    said = page[page.index("Wat de raad hoort") :].split('<p class="quote">')[1].split("</p>")[0]
    assert "tegen een ambtsdrager van onze gemeente" in said
    for word in ("Bakker", "PL0900", "4 februari", reference, THREAT):
        assert word not in said


def test_damage_is_recorded_in_euros_and_listed_over_all_cases(site: Site) -> None:
    """People write euros, the ledger keeps cents; finance and legal see every case with money open, nobody else."""
    reference = site.report("r.bakker", damage=[{"item": "ruit", "cents": 45_000}])
    browser = site.browser("r.bakker")
    path = f"/zaak/{reference}/doe/record_damage"
    browser.get(path)
    assert browser.post(path, item="jas", kind="material", cents="veel").status_code == 400
    assert "Schrijf een bedrag in euro's" in browser.text
    browser.get(path)
    browser.post(path, item="jas", kind="material", cents="1.250,50")
    assert "€ 1.250,50" in browser.text

    finance = site.browser("m.prins")
    finance.get("/werk")
    assert "Openstaande schade" in finance.text
    finance.get("/schade")
    assert "€ 1.700,50" in finance.text
    assert reference in finance.text
    sums = site.program("l.vos").get("/api/v1/damage").json
    assert sums is not None
    assert sums["totals"]["to_pay"] == 170_050
    assert site.browser("k.haan").get("/schade").status_code == 403
    nothing = {"damage": [], "totals": dict.fromkeys(sums["totals"], 0)}
    assert site.program("k.haan").get("/api/v1/damage").json == nothing


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("450", 45_000),
        ("450,50", 45_050),
        ("€ 1.250,50", 125_050),
        ("1,250.50", 125_050),
        ("12,-", 1_200),
        ("2.500", 250_000),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, cents: int) -> None:
    """Points and commas, euros alone, a dash for none."""
    assert in_cents(text) == cents


@pytest.mark.parametrize("text", ["veel", "-5", "4,5", "", "1.2.3", "9" * 30])
def test_what_is_no_amount_is_none(text: str) -> None:
    """And is asked for again."""
    assert in_cents(text) is None


@pytest.mark.rule("AP-5.2.13")
def test_the_driehoek_has_its_agenda(site: Site) -> None:
    """Public order sees the cases that are to be discussed; once discussed they are off the list."""
    reference = site.report("r.bakker")
    public_order = site.browser("o.meijer")
    public_order.get("/driehoek")
    assert reference in public_order.text
    assert site.browser("m.prins").get("/driehoek").status_code == 403
    found = site.program("o.meijer").get("/api/v1/triangle").json
    assert found is not None
    assert [one["reference"] for one in found["triangle"]] == [reference]

    done = {"duty": "consider_triangle", "outcome": "Besproken"}
    assert site.program("b.vandam").command(reference, "complete_duty", **done).status_code == 200
    public_order.get("/driehoek")
    assert reference not in public_order.text


def test_a_security_measure_is_seen_by_few(site: Site) -> None:
    """Who was harmed and public order read it; the handler and the lawyer do not."""
    reference = site.report("r.bakker")
    made = {"decided_by": "hoofdofficier", "measure": "Auto in de straat"}
    assert site.program("o.meijer").command(reference, "record_security_measure", **made).status_code == 200

    seen = {
        who: "Auto in de straat" in site.browser(who).get(f"/zaak/{reference}").text
        for who in ("o.meijer", "r.bakker", "l.vos")
    }
    assert seen == {"o.meijer": True, "r.bakker": True, "l.vos": False}


@pytest.mark.rule("AP-5.1.9")
def test_the_file_for_the_police_is_made_in_one_move_and_that_is_kept(site: Site) -> None:
    """One button; the ZIP holds what was sent as it was received, and the case shows who made it, with its hash."""
    reference = filed(site)
    reporter = site.browser("r.bakker")
    reporter.get(f"/zaak/{reference}/doe/add_evidence")
    picture = b"\x89PNG\r\n\x1a\nfoto"
    reporter.post(f"/zaak/{reference}/doe/add_evidence", file=(io.BytesIO(picture), "deur.png"), part="evidence")
    browser = site.browser("a.jacobs")
    browser.get(f"/zaak/{reference}")
    assert "Dossier voor de politie maken" in browser.text

    made = browser.post(f"/zaak/{reference}/politiedossier")
    with zipfile.ZipFile(io.BytesIO(made.data)) as whole:
        assert whole.read("bewijs/01-deur.png") == picture
        assert whole.read("dossier.pdf").startswith(b"%PDF")
    assert made.headers["Content-Disposition"] == f"attachment; filename=politiedossier-{reference}.zip"
    browser.get(f"/zaak/{reference}")
    assert hashlib.sha256(made.data).hexdigest() in browser.text
    assert "Dossier voor de politie gemaakt." in browser.text
    looks = site.house.reading.looks(reference)
    assert any("evidence" in getattr(one.event, "parts", ()) for one in looks)


def test_nobody_else_makes_the_file(site: Site) -> None:
    """Not who was harmed, nor who sees a part of it; no form and no command of the API pretends that it was made."""
    reference = filed(site)
    for who in ("r.bakker", "l.vos", "m.prins", "y.beheer"):
        browser = site.browser(who)
        browser.get("/werk")
        assert browser.post(f"/zaak/{reference}/politiedossier").status_code == 403
        assert site.program(who).post(f"/api/v1/cases/{reference}/police-file", {}).status_code == 403

    assert site.browser("a.jacobs").get(f"/zaak/{reference}/doe/make_police_file").status_code == 404
    answer = site.program("a.jacobs").command(reference, "make_police_file", sha256="0" * 64)
    assert answer.status_code == 400
    refused = site.program("l.vos").post(f"/api/v1/cases/{reference}/police-file", {}).json
    assert refused is not None
    assert refused["rule"] == "AP-5.1.9"
