"""The report's form: in steps, without script, nothing lost, sent once."""

import io
import re

import pytest

from tests.web.site import THREAT, Browser, Site


def begun(site: Site, person: str = "r.bakker") -> Browser:
    """Return a browser at the first question."""
    browser = site.browser(person)
    browser.get("/melden")
    browser.post("/melden", veilig="ja")
    return browser


def at_check(site: Site, person: str = "r.bakker", **answers: str) -> Browser:
    """Return a browser at the check, with an account."""
    browser = begun(site, person)
    browser.post("/melden/wat", **({"account": THREAT, "knop": "controle"} | answers))
    return browser


@pytest.mark.form("F2")
def test_danger_comes_first(site: Site) -> None:
    """Who is not safe sees 112 and the help page before any form, without signing in, and may still report."""
    browser = site.browser()
    browser.get("/melden")
    assert "Bent u nu veilig?" in browser.text

    browser.post("/melden", veilig="nee")
    assert 'href="tel:112"' in browser.page.text
    assert 'href="/hulp"' in browser.page.text

    browser.post("/melden", veilig="nee", verder="ja")
    assert "Wat u hebt ingevuld, is bewaard" in browser.text


@pytest.mark.form("F2")
def test_the_urgent_way_is_three_pages(site: Site) -> None:
    """From "are you safe" over one question and the check to the receipt."""
    browser = at_check(site)
    browser.post("/melden/controle", knop="verstuur")

    assert "Melding ontvangen" in browser.text


@pytest.mark.form("F3")
def test_every_step_says_where_it_stands(site: Site) -> None:
    """Each page has one heading, which is its title, and the progress outside the form."""
    browser = begun(site)
    for number, (step, answers) in enumerate(
        [("wat", {"account": THREAT}), ("waar", {"when": "unknown", "channel": "phone"}), ("wie", {"harmed": "me"})], 1
    ):
        page = browser.page.text
        heading = re.findall(r"<h1>(.*?)</h1>", page)
        assert len(heading) == 1
        assert f"<title>{heading[0]} - Vangnet" in page
        assert f"Stap {number} van 4" in page.split('<form method="post" action="/melden/')[0]
        browser.post(f"/melden/{step}", **answers, knop="verder")


@pytest.mark.form("F4")
def test_going_back_keeps_the_answers(site: Site) -> None:
    """What was typed is still there after going on and back."""
    browser = begun(site)
    browser.post("/melden/wat", account="Een heel bijzonder verhaal", knop="verder")
    browser.post("/melden/waar", when="at", when_text="gisteren", knop="terug")

    assert "Een heel bijzonder verhaal" in browser.text
    browser.post("/melden/wat", account="Een heel bijzonder verhaal", knop="verder")
    assert 'value="gisteren"' in browser.page.text


@pytest.mark.form("F4")
def test_sent_twice_is_one_report(site: Site) -> None:
    """A double click or a retry leads to the same receipt."""
    browser = at_check(site)
    hidden = browser.hidden()
    first = browser.client.post("/melden/controle", data=hidden | {"knop": "verstuur"})
    again = browser.client.post("/melden/controle", data=hidden | {"knop": "verstuur"})

    assert first.status_code == again.status_code == 303
    assert first.location == again.location
    assert len(site.house.reading.own("r.bakker")) == 1


@pytest.mark.form("F5")
def test_errors_stand_on_top_and_at_the_field(site: Site) -> None:
    """The summary counts and links, the field says the same, the title begins with "Fout:"."""
    browser = begun(site)
    browser.post("/melden/wat", account="", knop="verder")
    page = browser.page.text

    assert browser.page.status_code == 400
    assert "<title>Fout:" in page
    assert 'class="errors" tabindex="-1"' in page
    assert '<a href="#account">' in page
    assert page.count("Schrijf wat er is gebeurd, of voeg een bestand toe.") == 2
    assert 'aria-invalid="true"' in page
    assert page.index('class="errors"') < page.index('<form method="post" action="/melden/wat"')


@pytest.mark.form("F6")
def test_the_error_of_a_group_leads_to_its_first_choice(site: Site) -> None:
    """The link of a group of choices points to an input that exists."""
    browser = begun(site)
    browser.post("/melden/wat", account=THREAT, knop="verder")
    browser.post("/melden/waar", knop="verder")

    assert '<a href="#when">' in browser.page.text
    assert '<input type="radio" id="when" name="when"' in browser.page.text


@pytest.mark.form("F8")
def test_all_errors_of_a_page_come_at_once_and_answers_stay(site: Site) -> None:
    """Two wrong answers are two errors, and what was right is kept."""
    browser = begun(site)
    browser.post("/melden/wat", account=THREAT, knop="verder")
    browser.post("/melden/waar", when="at", when_text="ooit eens", place="Op de markt", knop="verder")

    assert "Er zijn 2 dingen niet goed ingevuld" in browser.text
    assert "Op de markt" in browser.page.text


@pytest.mark.form("F8")
def test_a_file_that_was_received_is_kept_over_an_error(site: Site) -> None:
    """A wrong second file does not lose the first."""
    browser = begun(site)
    browser.post("/melden/wat", files=(io.BytesIO(b"\x89PNG\r\n\x1a\nbeeld"), "scherm.png"), knop="verder")
    browser.post("/melden/waar", knop="terug")
    browser.post("/melden/wat", files=(io.BytesIO(b""), "leeg.txt"), knop="verder")

    assert "scherm.png" in browser.text
    assert "Het bestand leeg.txt is leeg" in browser.text


@pytest.mark.form("F10")
def test_what_is_optional_says_so(site: Site) -> None:
    """Optional questions carry the words, none carries an asterisk."""
    browser = begun(site)

    assert "(niet verplicht)" in browser.text
    assert "*" not in browser.text


@pytest.mark.form("F9")
def test_buttons_are_never_disabled(site: Site) -> None:
    """The last button says what it does."""
    browser = at_check(site)

    assert "Melding versturen" in browser.text
    assert "disabled" not in browser.page.text


@pytest.mark.form("F12")
@pytest.mark.parametrize("when", ["gisteren rond 15.00 uur", "24-11 23:10", "een uur geleden", "zaterdag 21:30"])
def test_times_may_be_written_as_people_do(site: Site, when: str) -> None:
    """A free text is understood; the report then has a time."""
    browser = begun(site)
    browser.post("/melden/wat", account=THREAT, knop="verder")
    browser.post("/melden/waar", when="at", when_text=when, channel="phone", knop="verder")

    assert browser.page.status_code == 200
    assert "Wie is geraakt" in browser.text


@pytest.mark.form("F13")
def test_the_draft_is_sealed(site: Site) -> None:
    """What travels in the form cannot be read, nor changed."""
    browser = begun(site)
    browser.post("/melden/wat", account="Een geheim verhaal over Zuurkool", knop="verder")
    draft = browser.hidden()["concept"]

    assert "Zuurkool" not in browser.page.text
    changed = browser.client.post("/melden/waar", data=browser.hidden() | {"concept": "A" + draft[1:]})
    assert changed.status_code == 303


@pytest.mark.form("F14")
def test_nothing_typed_is_lost_on_an_expired_session(site: Site) -> None:
    """Who is asked to sign in again goes on at the same step with everything there."""
    browser = begun(site)
    browser.client.delete_cookie("vangnet")
    browser.post("/melden/wat", account="Dit mag niet weg zijn", knop="verder")
    assert "Wat u hebt ingevuld, is bewaard" in browser.text

    stap = re.search(r'name="stap" value="(\w+)"', browser.page.text)
    assert stap
    browser.post("/melden/verder", wie="r.bakker", stap=stap[1])
    assert "Dit mag niet weg zijn" in browser.text


def test_a_draft_is_not_shown_to_somebody_else(site: Site) -> None:
    """Whoever signs in as another begins anew."""
    browser = begun(site)
    browser.client.delete_cookie("vangnet")
    browser.post("/melden/wat", account="Alleen van mij", knop="verder")
    browser.post("/melden/verder", wie="r.yilmaz", stap="wat")

    assert "Alleen van mij" not in browser.text


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


@pytest.mark.form("F17")
def test_every_answer_can_be_changed_from_the_check(site: Site) -> None:
    """A change leads back to the check, with the new answer."""
    browser = at_check(site)
    browser.post("/melden/controle", knop="wijzig-wat")
    browser.post("/melden/wat", account="Ander verhaal, maar ik weet waar je woont", knop="verder")

    assert "Controleer uw melding" in browser.text
    assert "Ander verhaal" in browser.text


@pytest.mark.rule("AP-5.1.6")
def test_the_check_says_by_name_who_will_see_it_and_who_will_not(site: Site) -> None:
    """The griffier and the co-ordinator by name; a colleague and the administrator among those who will not."""
    browser = at_check(site)
    sees, sees_not = browser.text.split("Wie kan uw melding niet lezen?")

    assert "Gerard Mulder (griffier): " in sees
    assert "Carla Bos" in sees
    assert "Femke Smit" in sees_not
    assert "Yvonne Beumer" in sees_not


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


@pytest.mark.form("F19")
def test_the_language_can_be_switched_with_the_answers_kept(site: Site) -> None:
    """In the middle of a step the page turns English and keeps what was typed."""
    browser = begun(site)
    browser.post("/melden/wat?taal=en", account="Nog niet klaar", knop="taal-en")

    assert '<html lang="en">' in browser.page.text
    assert "What was said and done?" in browser.text
    assert "Nog niet klaar" in browser.text


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


def test_who_is_not_signed_in_signs_in_on_the_way(site: Site) -> None:
    """The safety question needs nobody's name; a wrong choice keeps the draft; then the first question comes."""
    browser = site.browser()
    browser.get("/melden")
    browser.post("/melden", veilig="ja")
    browser.post("/melden/verder", wie="w.niemand", stap="wat")
    assert "Deze persoon is hier niet bekend" in browser.text

    browser.post("/melden/verder", wie="r.bakker", stap="wat")
    assert "Wat is er gezegd en gedaan?" in browser.text


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
