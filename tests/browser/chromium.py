"""Headless Chromium before the real program: a person at a screen."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.embedded.served import Served

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
WAIT_MS = 20_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser; without one the tests fail and say what to install."""
    assert CHROMIUM, "Chromium is not installed: on Debian, apt-get install chromium"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"] if os.geteuid() == 0 else ["--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


class Person:
    """Somebody at a screen; what goes wrong on a page is remembered."""

    def __init__(self, browser: Browser, served: Served, *, script: bool = True, width: int = 1100) -> None:
        """Open an empty window."""
        self.context = browser.new_context(
            base_url=served.address,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            locale="nl-NL",
        )
        self.context.set_default_timeout(WAIT_MS)
        self.served = served
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, kind: str, text: str) -> None:
        if kind == "error" and "400" not in text:  # A page that says what is wrong answers 400; that is no fault.
            self.complaints.append(text)

    def sign_in(self, who: str) -> "Person":
        """Choose who one is."""
        self.page.goto("/inloggen")
        self.page.select_option("#wie", who)
        self.press("Inloggen")
        return self

    def press(self, words: str) -> None:
        """Press the button with these words in the contents of the page."""
        self.page.locator("main").get_by_role("button", name=words, exact=False).first.click()

    def begin_report(self) -> None:
        """Say that one is safe, and come to the first question."""
        self.page.goto("/melden")
        self.press("Ja, ik wil melden")

    def report_threat(self, account: str) -> str:
        """Go the whole way of the form and return the reference."""
        self.begin_report()
        self.page.fill("#account", account)
        self.page.get_by_label("bedreiging", exact=True).check()
        self.press("Verder")
        self.page.get_by_label("Op een ander moment").check()
        self.page.fill("#when_text", "een uur geleden")
        self.page.get_by_label("aan de telefoon").check()
        self.press("Verder")
        self.page.get_by_label("Ikzelf").check()
        self.press("Verder")
        self.press("Naar de controle")
        self.press("Melding versturen")
        self.page.wait_for_url("**/melding/**")
        return self.page.url.rsplit("/", 1)[1]

    def text(self) -> str:
        """Return the words on the page."""
        return self.page.locator("body").inner_text()

    def shot(self, file: Path) -> None:
        """Take a picture of the whole page."""
        self.page.screenshot(path=file, full_page=True)

    def close(self) -> None:
        """Close the window."""
        self.context.close()
