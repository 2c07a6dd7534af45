"""The whole way in a real browser: report, alarm, acknowledgement, first contact, first talk."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Person
from tests.embedded.served import Served

ACCOUNT = "Een man belde en zei rustig: ik weet waar je kinderen naar school gaan."


@pytest.mark.form("F1")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_raadslid_reports_and_the_griffier_takes_it_on(browser: Browser, served: Served, script: bool) -> None:
    """From the first question to the first talk, each step visible to both, with and without script."""
    reporter = Person(browser, served, script=script).sign_in("r.bakker")
    reference = reporter.report_threat(ACCOUNT)
    assert "Nog niemand heeft dit gezien" in reporter.text()

    griffier = Person(browser, served, script=script).sign_in("g.mulder")
    assert f"Alarm {reference}" in griffier.text()
    griffier.page.goto(f"/zaak/{reference}")
    assert ACCOUNT in griffier.text()
    griffier.press("Ja, ik pak dit op")
    assert "Alarm bevestigd door Gerard Mulder" in griffier.text()

    reporter.page.goto(f"/melding/{reference}")
    assert "Gezien door Gerard Mulder (griffier)" in reporter.text()

    griffier.page.goto(f"/zaak/{reference}/doe/record_first_contact")
    griffier.page.get_by_label("Ja", exact=True).first.check()
    griffier.press("Vastleggen")
    assert "Eerste contact met Rob Bakker" in griffier.text()
    griffier.page.goto(f"/zaak/{reference}/doe/record_talk")
    griffier.page.get_by_label("eerste gesprek", exact=True).check()
    griffier.page.get_by_label("eerste gesprek: veiligheid").check()
    griffier.page.get_by_role("group", name="Heeft het thuisfront steun nodig?").get_by_label("Nee", exact=True).check()
    griffier.press("Vastleggen")
    assert "eerste gesprek gevoerd" in griffier.text()

    assert reporter.complaints + griffier.complaints == []
    reporter.close()
    griffier.close()


def test_the_link_in_the_message_needs_no_sign_in(browser: Browser, served: Served) -> None:
    """Whoever is alarmed opens the link on his telephone, presses one button, and is told what to do next."""
    reporter = Person(browser, served).sign_in("f.smit")
    reference = reporter.report_threat(ACCOUNT)
    administrator = Person(browser, served).sign_in("y.beheer")
    administrator.page.goto("/uitgaand")
    link = administrator.page.locator(f"section:has-text('sms'):has-text('{reference}') a").first.get_attribute("href")
    assert link
    assert link.startswith(served.address)

    telephone = Person(browser, served, width=320)
    telephone.page.goto(link)
    assert "Smit" not in telephone.text()
    telephone.press("Ja, ik pak dit op")
    assert "U hebt bevestigd" in telephone.text()
    for person in (reporter, administrator, telephone):
        assert person.complaints == []
        person.close()


@pytest.mark.form("F1")
def test_the_form_works_with_the_keyboard_alone(browser: Browser, served: Served) -> None:
    """Tab, space and enter lead from the safety question to the second step."""
    person = Person(browser, served).sign_in("r.yilmaz")
    person.page.goto("/melden")
    _tab_to(person, "Ja, ik wil melden")
    person.page.keyboard.press("Enter")
    person.page.wait_for_selector("#account")
    _tab_to(person, "", element="account")
    person.page.keyboard.type("Jij bent een leugenaar, riep hij.")
    _tab_to(person, "Verder")
    person.page.keyboard.press("Enter")
    person.page.wait_for_selector("#when")

    assert "Wanneer en waar?" in person.text()
    person.close()


def _tab_to(person: Person, words: str, element: str = "") -> None:
    """Press Tab until the element has the focus, and see that the focus can be seen."""
    for _ in range(80):
        person.page.keyboard.press("Tab")
        where = person.page.evaluate("[document.activeElement.innerText || '', document.activeElement.id]")
        if (element and where[1] == element) or (words and where[0].strip() == words):
            outline = person.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"the keyboard never reaches {words or element}")


@pytest.mark.form("F5")
def test_the_focus_is_on_what_is_wrong(browser: Browser, served: Served) -> None:
    """After a mistake the summary has the focus, and its link leads to the field."""
    person = Person(browser, served).sign_in("r.yilmaz")
    person.begin_report()
    person.press("Verder")
    person.page.wait_for_selector(".errors:focus")  # The script that sets it comes after the page.
    person.page.click(".errors a")

    assert person.page.evaluate("document.activeElement.id") == "account"
    person.close()


def test_leaving_quickly_leaves_nothing(browser: Browser, served: Served) -> None:
    """The link to leave takes the session with it."""
    person = Person(browser, served).sign_in("r.yilmaz")
    answer = person.context.request.get(served.address + "/weg", max_redirects=0)
    assert answer.status == 303
    assert '"cookies"' in answer.headers["clear-site-data"]

    person.page.goto("/werk")
    assert "Inloggen" in person.text()
    person.close()
