"""Makes the pictures of the README's tour: the real program, the real way of a report, in a headless Chromium.

Usage: .venv/bin/python -m tools.tour (from the root of the repository).
"""

import tempfile
from pathlib import Path

from tests.browser.chromium import Person, chromium
from tests.browser.response import Response
from tests.embedded.served import serving

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "tour"
WIDTH = 820
STRANGER = ("Boze Burger <boos@buiten.example>", "Aan de wethouder", "Ik weet waar zij woont en ik maak haar kapot.")
ACCOUNT = "Een man belde en zei rustig: ik weet waar je kinderen naar school gaan. Stem tegen het azc."


def tour() -> None:
    """Go the whole way and take a picture at each stop."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served, chromium() as browser:
        reporter = Person(browser, served, width=WIDTH).sign_in("r.bakker")
        reporter.page.goto("/melden")
        picture(reporter, "1-are-you-safe")
        reference = _report(reporter)
        griffier = Person(browser, served, width=WIDTH).sign_in("g.mulder")
        picture(griffier, "4-my-work")
        griffier.press("Ja, ik pak dit op")
        picture(griffier, "5-the-case")
        reporter.page.goto(f"/melding/{reference}")
        picture(reporter, "6-seen")
        administrator = Person(browser, served, width=WIDTH).sign_in("y.beheer")
        administrator.page.goto("/uitgaand")
        picture(administrator, "7-outbox")
        served.deliver(*STRANGER)
        griffier.page.goto("/post")
        picture(griffier, "9-post")
        griffier.page.locator("main h3 a").first.click()
        picture(griffier, "10-mail")
        response = Response(browser, served, picture)
        response.to_a_ban()
        response.to_a_breach().press("Overtreding melden")
        response.to_an_aangifte()
        handler = response.people["h.willems"]
        handler.page.goto(f"/zaak/{response.reference}")
        handler.page.get_by_role("heading", name="Maatregelen").scroll_into_view_if_needed()
        picture(handler, "15-measures")
        _more(reporter, griffier, administrator, reference)
        helped = Person(browser, served, width=390)
        helped.page.goto("/hulp")
        picture(helped, "8-help-now")


def _more(reporter: Person, griffier: Person, administrator: Person, reference: str) -> None:
    """Picture the page of one's own, the live log of a meeting, who would be reached, the figures, a trial alarm."""
    reporter.page.goto(f"/zaak/{reference}/mijn")
    picture(reporter, "16-my-report")
    griffier.page.goto("/vergaderingen")
    griffier.page.locator("main form input[type=radio]").first.check()
    griffier.page.fill("#waar", "Raadzaal")
    griffier.page.locator("main form button").first.click()
    griffier.page.wait_for_url("**/vergadering/**")
    picture(griffier, "17-meeting")
    administrator.page.goto("/klaar")
    picture(administrator, "18-who-is-reached")
    griffier.page.goto("/cijfers")
    picture(griffier, "19-figures")
    administrator.page.goto("/klaar")
    administrator.press("Nu een proefalarm sturen")
    administrator.page.wait_for_url("**/proefalarm/**")
    picture(administrator, "20-trial-alarm")


def _report(reporter: Person) -> str:
    """Fill in the form, with pictures of the check and the receipt, and return the reference."""
    reporter.press("Ja, ik wil melden")
    reporter.page.fill("#account", ACCOUNT)
    reporter.page.get_by_label("bedreiging van familie", exact=True).check()
    reporter.press("Sla de rest over")
    picture(reporter, "2-check", whole=True)
    reporter.press("Melding versturen")
    reporter.page.wait_for_url("**/melding/**")
    picture(reporter, "3-receipt")
    return reporter.page.url.rsplit("/", 1)[1]


def picture(person: Person, name: str, *, whole: bool = False) -> None:
    """Take a picture of what is on the screen, or of the whole page."""
    file = PICTURES / f"{name}.png"
    person.page.screenshot(path=file, full_page=whole)
    print(file)


if __name__ == "__main__":
    tour()
