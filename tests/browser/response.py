"""The response in a real browser: from a report to a ban, its breach at the door, and the aangifte."""

from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Browser

from tests.browser.chromium import Person
from tests.embedded.served import Served
from vangnet.calendar import amsterdam_day

ACCOUNT = "Een man belde en zei rustig: ik weet waar je kinderen naar school gaan."
NAME, BORN = "Jan de Wit", "1970-05-04"
Picture = Callable[[Person, str], None]


class Response:
    """One case and the people who work on it, each in a window of his own."""

    def __init__(self, browser: Browser, served: Served, picture: Picture = lambda person, name: None) -> None:
        """Take the browser, the program, and what takes a picture at a stop."""
        self._browser, self._served, self._picture = browser, served, picture
        self.people: dict[str, Person] = {}
        self.reference = ""

    def at(self, who: str, command: str) -> Person:
        """Return somebody before the form of a command."""
        if who not in self.people:
            self.people[who] = Person(self._browser, self._served, width=820).sign_in(who)
        person = self.people[who]
        person.page.goto(f"/zaak/{self.reference}/doe/{command}" if self.reference else "/melden")
        return person

    def does(self, who: str, command: str, *ticked: str, **written: str) -> Person:
        """Fill in the form of a command and send it; a name that Python keeps for itself ends in an underscore."""
        person = self.at(who, command)
        for words in ticked:
            person.page.locator("main").get_by_label(words, exact=False).first.check()
        for field, value in written.items():
            element = person.page.locator(f"#{field.rstrip('_')}")
            if element.evaluate("one => one.tagName") == "SELECT":
                element.select_option(value)
            else:
                element.fill(value)
        person.press("Vastleggen")
        person.page.wait_for_url(f"**/zaak/{self.reference}")
        return person

    def to_a_ban(self) -> None:
        """Report a threat, hear the other side, and have the burgemeester decide."""
        reporter = Person(self._browser, self._served, width=820).sign_in("r.bakker")
        self.people["r.bakker"] = reporter
        self.reference = reporter.report_threat(ACCOUNT)
        self.does("c.bos", "take_case", handler="h.willems", aim="Geen telefoontjes meer")
        self.does("h.willems", "confirm_class", "bedreiging of intimidatie", why="Gelezen en gebeld")
        self.does("c.bos", "give_advice", "toegang ontzeggen", "aangifte", why="Bedreiging van kinderen")
        self.does("h.willems", "record_hearing", "Telefonisch", account="Hij zegt dat hij boos was.")
        self.does("h.willems", "identify_perpetrator", "een persoon", **{"perpetrator\\.name": NAME, "born": BORN})
        mayor = self.at("b.vandam", "decide_measure")
        self._picture(mayor, "11-matrix")
        mayor.page.get_by_role("link", name="Toegang ontzeggen").click()
        mayor.page.get_by_label("Gemeentehuis").check()
        mayor.page.fill("#starts_on", str(self.today))
        mayor.page.fill("#ends_on", str(self.today + timedelta(days=80)))
        mayor.page.fill("#reasons", "Hij bedreigde de kinderen van een raadslid.")
        self._picture(mayor, "12-decide")
        mayor.press("Vastleggen")
        mayor.page.wait_for_url(f"**/zaak/{self.reference}")

    def to_a_breach(self) -> Person:
        """Have the letter handed over, and the desk ask at the door and report with one tap."""
        handler = self.at("h.willems", "send_letter")
        handler.page.get_by_label("verbod", exact=False).first.check()
        handler.page.locator("input[name=by][value=handed_over]").check()
        handler.press("Vastleggen")
        handler.page.wait_for_url(f"**/zaak/{self.reference}")
        desk = Person(self._browser, self._served, width=390).sign_in("d.brink")
        self.people["d.brink"] = desk
        desk.page.goto("/deur")
        desk.page.fill("#naam", NAME)
        desk.page.fill("#geboren", BORN)
        self._picture(desk, "13-door")
        desk.press("Kijken")
        self._picture(desk, "14-no")
        return desk

    def to_an_aangifte(self) -> None:
        """Have security call the police, the person harmed agree, and the aangifte filed."""
        security = self.at("v.post", "notify_police")
        security.page.fill("#reference", "PL-2026-1")
        security.press("Vastleggen")
        security.page.wait_for_url("**/werk")  # The police was called: he sees nothing of the case any more.
        self.does("r.bakker", "consent", "Aangifte doen bij de politie", "Ja")
        self.does("a.jacobs", "file_aangifte", "bedreiging", reference="PL-2026-2")

    @property
    def today(self) -> date:
        """Return the day that it is in Amsterdam for the program."""
        from datetime import UTC, datetime

        return amsterdam_day(datetime.now(UTC))
