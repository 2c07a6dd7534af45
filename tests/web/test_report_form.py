"""The report's form: in steps, without script, nothing lost, sent once."""

import re

import pytest

from tests.web.filling import at_check, begun
from tests.web.site import THREAT, Site


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


@pytest.mark.form("F19")
def test_the_language_can_be_switched_with_the_answers_kept(site: Site) -> None:
    """In the middle of a step the page turns English and keeps what was typed."""
    browser = begun(site)
    browser.post("/melden/wat?taal=en", account="Nog niet klaar", knop="taal-en")

    assert '<html lang="en">' in browser.page.text
    assert "What was said and done?" in browser.text
    assert "Nog niet klaar" in browser.text


def test_who_is_not_signed_in_signs_in_on_the_way(site: Site) -> None:
    """The safety question needs nobody's name; a wrong choice keeps the draft; then the first question comes."""
    browser = site.browser()
    browser.get("/melden")
    browser.post("/melden", veilig="ja")
    browser.post("/melden/verder", wie="w.niemand", stap="wat")
    assert "Deze persoon is hier niet bekend" in browser.text

    browser.post("/melden/verder", wie="r.bakker", stap="wat")
    assert "Wat is er gezegd en gedaan?" in browser.text
