"""The log of a meeting on a telephone: what is tapped without a network is kept, and sent under its own time."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Person
from tests.embedded.served import Served

PHONE = 390
EXPECTED = ("DISCONNECTED", "404", "409")


@pytest.mark.rule("AP-4.4")
def test_what_is_tapped_without_a_network_waits_and_is_sent(browser: Browser, served: Served) -> None:
    """Three demands out of reach: they wait, survive a page that is opened anew, and then state the offence.

    One that will never be taken is set aside with its words, whatever it was answered, and holds up none of the rest.
    """
    clerk = Person(browser, served, width=PHONE).sign_in("g.mulder")
    clerk.page.goto("/vergaderingen")
    clerk.page.get_by_label("Raad", exact=True).check()
    clerk.press("Logboek beginnen")
    clerk.page.wait_for_url("**/vergadering/**")
    clerk.press("Schorsen")
    clerk.page.get_by_text("De vergadering is geschorst").wait_for()
    clerk.context.set_offline(True)
    for _ in range(3):
        clerk.press("hij blijft")
    clerk.page.get_by_text("Aantal: 3").wait_for()
    assert "lokaalvredebreuk" not in clerk.text()
    clerk.context.set_offline(False)
    clerk.page.reload()

    clerk.page.get_by_text("lokaalvredebreuk").first.wait_for()
    assert clerk.page.locator("#logboek li", has_text="Gevraagd weg te gaan").count() == 3
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert clerk.page.evaluate(wide), "the page fits a telephone"
    clerk.page.route("**/tik", lambda route: route.fulfill(status=404, body="<p>Weg</p>"), times=1)
    clerk.page.fill("#tekst-record_physical_measure", "De bode trok hem weg")
    clerk.press("Er is ingegrepen")
    clerk.press("Er is ingegrepen")
    clerk.press("De politie is gebeld")
    clerk.page.locator("#logboek li", has_text="Politie gebeld").wait_for()
    assert clerk.page.locator("#opzij li").count() == 2
    clerk.page.reload()
    first = clerk.page.locator("#opzij li", has_text="De bode trok hem weg")
    assert "geen leesbaar antwoord" in first.inner_text()
    first.get_by_role("button", name="Gezien").click()
    clerk.page.locator("#opzij").get_by_role("button", name="Gezien").click()
    assert not clerk.page.locator("#opzij").is_visible()
    # The browser itself complains of each try that fails.
    assert [one for one in clerk.complaints if not any(word in one for word in EXPECTED)] == []
    clerk.close()
