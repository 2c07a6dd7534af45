"""The response in a real browser: a ban that holds, its breach at the door with one tap, the aangifte."""

from playwright.sync_api import Browser

from tests.browser.response import NAME, Response
from tests.embedded.served import Served


def test_from_a_report_to_a_ban_its_breach_and_the_aangifte(browser: Browser, served: Served) -> None:
    """Each by whose it is, on the pages alone; the desk learns one word and no name of a case."""
    way = Response(browser, served)
    way.to_a_ban()
    mayor = way.people["b.vandam"]
    assert "Besloten: toegang ontzeggen" in mayor.text()

    desk = way.to_a_breach()
    assert "Nee, deze persoon mag nu niet binnen" in desk.text()
    assert NAME not in desk.text()
    desk.press("Overtreding melden")
    assert "De beveiliging en de behandelaar weten het" in desk.text()

    way.to_an_aangifte()
    handler = way.people["h.willems"]
    handler.page.goto(f"/zaak/{way.reference}")
    assert "overtreding gemeld door Dirk Brink" in handler.text()
    assert "Aangifte gedaan" in handler.text()
    for person in way.people.values():
        assert person.complaints == []
        person.close()
