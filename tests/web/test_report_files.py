"""Files and receipts of the form: kept as received, given as a download; the receipt, and a talk instead of one."""

import io
import re

import pytest

from tests.web.filling import at_check, begun
from tests.web.site import THREAT, Site


@pytest.mark.form("F8")
def test_a_file_that_was_received_is_kept_over_an_error(site: Site) -> None:
    """A wrong second file does not lose the first."""
    browser = begun(site)
    browser.post("/melden/wat", files=(io.BytesIO(b"\x89PNG\r\n\x1a\nbeeld"), "scherm.png"), knop="verder")
    browser.post("/melden/waar", knop="terug")
    browser.post("/melden/wat", files=(io.BytesIO(b""), "leeg.txt"), knop="verder")

    assert "scherm.png" in browser.text
    assert "Het bestand leeg.txt is leeg" in browser.text


@pytest.mark.form("F15")
@pytest.mark.rule("AP-5.1.9")
def test_a_file_is_kept_as_received_and_only_given_as_a_download(site: Site) -> None:
    """Byte for byte, with its hash, its kind by contents, and never shown in the browser."""
    content = b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"
    browser = begun(site)
    browser.post("/melden/wat", account=THREAT, files=(io.BytesIO(content), "../../leuk.html"), knop="controle")
    assert "leuk.html" in browser.text
    browser.post("/melden/controle", knop="verstuur")
    [row] = site.house.reading.own("r.bakker")
    [file] = row.ctx.case.report.evidence  # type: ignore[union-attr]
    assert file.kind == "image/png"

    got = browser.get(f"/zaak/{row.ctx.case.reference}/bewijs/{file.id}")
    assert got.data == content
    assert got.mimetype == "application/octet-stream"
    assert got.headers["Content-Disposition"] == "attachment; filename=leuk.html"
    assert "sandbox" in got.headers["Content-Security-Policy"]


@pytest.mark.form("F18")
def test_the_receipt_says_what_happens_now(site: Site) -> None:
    """Reference, who was alarmed, what comes next and until when, whom to call; and the state as it changes."""
    browser = at_check(site)
    browser.post("/melden/controle", knop="verstuur")
    assert re.search(r"VN-\w{4}-\w{4}", browser.text)
    assert "Nog niemand heeft dit gezien" in browser.text
    assert "Alarm naar Gerard Mulder (griffier)" in browser.text
    assert "Nog te doen: eerste gesprek" in browser.text
    assert 'data-again="20"' in browser.page.text

    [row] = site.house.reading.own("r.bakker")
    site.program("g.mulder").command(row.ctx.case.reference, "acknowledge")
    browser.get(f"/melding/{row.ctx.case.reference}")
    assert "Gezien door Gerard Mulder (griffier)" in browser.text
    assert "Nog niemand heeft dit gezien" not in browser.text


@pytest.mark.rule("AP-2.2")
def test_emotion_gives_guidance_and_a_way_to_go_on(site: Site) -> None:
    """The check says so before sending, the receipt gives the norm and the advice, and a case can still be made."""
    browser = at_check(site, account="Mevrouw huilde omdat ze haar huis uit moet, ze is ten einde raad.")
    assert "U krijgt advies. Er komt geen zaak." in browser.text
    browser.post("/melden/controle", knop="verstuur")
    assert "Emotie mag" in browser.text
    [row] = site.house.reading.own("r.bakker")

    browser.post(f"/melding/{row.ctx.case.reference}/toch-melden")
    assert "Er is een zaak gemaakt" in browser.text


@pytest.mark.rule("AP-5.1.10")
def test_a_talk_is_asked_for_with_one_page(site: Site) -> None:
    """No form, only whom; the receipt says who was asked."""
    browser = site.browser("r.bakker")
    browser.get("/bel-mij")
    browser.post("/bel-mij", met="griffier")

    assert "Uw vraag om een gesprek is ontvangen" in browser.text
    assert "Gerard Mulder" in browser.text


def test_a_clerk_reports_for_somebody_else(site: Site) -> None:
    """An assistant chooses for whom; the person harmed is that person."""
    browser = begun(site, "i.lems")
    browser.post("/melden/wat", account=THREAT, knop="verder")
    browser.post("/melden/waar", when="unknown", channel="email", knop="verder")
    browser.post("/melden/wie", harmed="other", harmed_person="r.yilmaz", knop="controle")
    browser.post("/melden/controle", knop="verstuur")

    [row] = site.house.reading.own("r.yilmaz")
    assert [one.person for one in row.ctx.case.harmed] == ["r.yilmaz"]


@pytest.mark.parametrize(("extra", "status"), [(0, 200), (1, 400)])
def test_a_file_of_25_mb_is_taken_and_one_byte_more_is_not(site: Site, extra: int, status: int) -> None:
    """The limit is said, and what was typed stays."""
    content = io.BytesIO(b"x" * (25 * 1024 * 1024 + extra))
    browser = begun(site)
    browser.post("/melden/wat", account="Zie de opname", files=(content, "opname.wav"), knop="verder")

    assert browser.page.status_code == status
    assert ("is groter dan 25 MB" in browser.text) == bool(extra)
    assert not extra or "Zie de opname" in browser.text


@pytest.mark.rule("AP-5.1.9")
def test_a_file_without_words_is_a_case_whatever_was_ticked(site: Site) -> None:
    """No program can read a picture: a person must look, so it is not put aside as advice."""
    browser = begun(site)
    browser.post("/melden/wat", files=(io.BytesIO(b"\x89PNG\r\n\x1a\n"), "scherm.png"), knop="controle")
    browser.post("/melden/controle", knop="verstuur")

    assert "Er is een zaak gemaakt." in browser.text
