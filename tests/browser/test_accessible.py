"""Every page in every state: no fault that axe finds, nothing cut off on a small screen, light to load."""

import gzip
from collections.abc import Callable
from importlib.resources import files

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.chromium import Person
from tests.embedded.served import Served

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CSS_GZIPPED_MAX = 20_000
SCRIPT_MAX = 4_096
TRANSFERRED_MAX = 60_000


def _begin(person: Person) -> None:
    person.begin_report()


def _wrong(person: Person) -> None:
    person.begin_report()
    person.page.locator("main button[value=verder]:visible").first.click()


def _where(person: Person) -> None:
    person.begin_report()
    person.page.fill("#account", "Jij bent een sukkel, riep hij steeds.")
    person.page.locator("main button[value=verder]:visible").first.click()


def _check(person: Person) -> None:
    person.begin_report()
    person.page.fill("#account", "Hij zei: ik weet waar je woont.")
    person.page.locator("main button[value=controle]").click()


def _receipt(person: Person) -> None:
    _check(person)
    person.page.locator("main button[value=verstuur]").click()
    person.page.wait_for_url("**/melding/**")


def _case(person: Person) -> None:
    _receipt(person)
    reference = person.page.url.rsplit("/", 1)[1]
    person.page.goto(f"/zaak/{reference}")


def _command(person: Person) -> None:
    _case(person)
    person.page.goto(person.page.url + "/doe/record_injury")


def _consent(person: Person) -> None:
    _case(person)
    person.page.goto(person.page.url + "/doe/consent")


def _mine(person: Person) -> None:
    """The page of who was harmed, with a message on it."""
    _case(person)
    person.page.goto(person.page.url + "/mijn")
    person.page.fill("#bericht", "Wanneer hoor ik iets?")
    person.page.locator("main form button").last.click()
    person.page.locator(".quote").first.wait_for()


def _message(person: Person) -> None:
    """A draft for the council with what was found in it, before it is approved."""
    assert person.context.browser
    reporter = Person(person.context.browser, person.served).sign_in("r.bakker")
    reference = reporter.report_threat("Hij zei: ik weet waar je woont.")
    reporter.close()
    person.page.goto(f"/zaak/{reference}/doe/draft_message")
    person.page.locator("input[name=to][value=council]").check()
    person.page.fill("#text", "Raadslid Bakker is bereikbaar op 06-12345678.")
    person.page.locator("main form button").last.click()
    person.page.goto(f"/zaak/{reference}/doe/withdraw_message")
    person.page.locator("section.card ul").first.wait_for()


def _damage(person: Person) -> None:
    """Consent to an aangifte, and damage of which money is open, on the page of the case."""
    _consent(person)
    case = person.page.url.removesuffix("/doe/consent")
    person.page.locator("input[name=to][value=aangifte]").check()
    person.page.locator("input[name=given][value=yes]").check()
    person.page.locator("main form button").last.click()
    person.page.goto(f"{case}/doe/record_damage")
    person.page.fill("#item", "ruit")
    person.page.locator("input[name=kind][value=material]").check()
    person.page.fill("#cents", "1.450,50")
    person.page.locator("main form button").last.click()
    person.page.locator("table").last.wait_for()


def _file(person: Person) -> None:
    """The form of an aangifte, as who may file it sees it."""
    assert person.context.browser
    reporter = Person(person.context.browser, person.served).sign_in("r.bakker")
    reference = reporter.report_threat("Hij zei: ik weet waar je woont.")
    reporter.close()
    person.page.goto(f"/zaak/{reference}/doe/file_aangifte")
    person.page.locator("input[name=offences]").first.wait_for()


def _inspectorate(person: Person) -> None:
    """What is told to the inspectorate of an injury, as who tells it sees it."""
    assert person.context.browser
    reporter = Person(person.context.browser, person.served).sign_in("r.bakker")
    reference = reporter.report_threat("Hij zei: ik weet waar je woont.")
    reporter.page.goto(f"/zaak/{reference}/doe/record_injury")
    reporter.page.locator("input[name=injury][value=hospital]").check()
    reporter.page.locator("main form button").last.click()
    reporter.page.wait_for_url(f"**/zaak/{reference}")
    reporter.close()
    person.page.goto(f"/zaak/{reference}/inspectie")
    person.page.locator("main dl").first.wait_for()


def _meeting(person: Person) -> None:
    """The log of a meeting that is suspended."""
    person.page.goto("/vergaderingen")
    person.page.locator("input[name=orgaan]").first.check()
    person.page.locator("main form button").last.click()
    person.page.wait_for_url("**/vergadering/**")
    person.page.locator("form[data-tap] button.alarm").first.click()
    person.page.locator("#logboek li").nth(1).wait_for()


def _plan(person: Person) -> None:
    """A talk that was planned, with what to mind."""
    person.page.goto("/afspraken/gesprek")
    person.page.fill("#at", "2029-12-07 10:00")
    person.page.fill("#place", "Spreekkamer 2")
    person.page.locator("input[name=secured][value=yes]").check()
    person.page.locator("main form button").last.click()
    person.page.wait_for_url("**/afspraak/**")


def _trial(person: Person) -> None:
    """A trial alarm that waits for answers."""
    person.page.goto("/klaar")
    person.page.locator("form[action='/proefalarm'] button").click()
    person.page.wait_for_url("**/proefalarm/**")


STRANGER = ("boos@buiten.example", "Aan de wethouder", "Ik weet waar zij woont en ik maak haar kapot.")


def _post(person: Person) -> None:
    person.served.deliver(*STRANGER)
    person.served.deliver("r.bakker@voorbeeldstad.example", "Automatisch antwoord: x", "Ik ben afwezig.")
    person.page.goto("/post")


def _mail(person: Person) -> None:
    _post(person)
    person.page.locator("main h3 a").first.click()


def _aside(person: Person) -> None:
    _mail(person)
    person.page.fill("#why", "reclame")
    person.page.locator("form[action$=set_mail_aside] button").click()


def _at(path: str) -> Callable[[Person], None]:
    def reached(person: Person) -> None:
        person.page.goto(path)

    return reached


STATES: dict[str, tuple[str, Callable[[Person], None]]] = {
    "home": ("", _at("/")),
    "help": ("", _at("/hulp")),
    "sign in": ("", _at("/inloggen")),
    "accessibility": ("", _at("/toegankelijkheid")),
    "privacy": ("", _at("/privacy")),
    "nothing there": ("", _at("/nergens")),
    "safe": ("r.bakker", _at("/melden")),
    "what": ("r.bakker", _begin),
    "wrong": ("r.bakker", _wrong),
    "where": ("r.bakker", _where),
    "check": ("r.bakker", _check),
    "receipt": ("r.bakker", _receipt),
    "case": ("r.bakker", _case),
    "command": ("r.bakker", _command),
    "consent": ("r.bakker", _consent),
    "a page of one's own": ("r.bakker", _mine),
    "message for outside": ("p.kuipers", _message),
    "aangifte and damage": ("r.bakker", _damage),
    "aangifte to be filed": ("a.jacobs", _file),
    "damage over all cases": ("m.prins", _at("/schade")),
    "driehoek": ("o.meijer", _at("/driehoek")),
    "talk": ("r.bakker", _at("/bel-mij")),
    "work": ("g.mulder", _at("/werk")),
    "register": ("g.mulder", _at("/zaken")),
    "failures": ("c.bos", _at("/storingen")),
    "mail queue": ("g.mulder", _post),
    "mail": ("g.mulder", _mail),
    "mail set aside": ("g.mulder", _aside),
    "away": ("g.mulder", _at("/afwezig")),
    "outbox": ("y.beheer", _at("/uitgaand")),
    "log": ("x.fg", _at("/logboek")),
    "meetings": ("g.mulder", _at("/vergaderingen")),
    "planning a talk": ("w.devries", _at("/afspraken/gesprek")),
    "each year": ("g.mulder", _at("/jaarlijks")),
    "inspectorate": ("s.visser", _inspectorate),
    "meeting": ("g.mulder", _meeting),
    "a planned talk": ("w.devries", _plan),
    "who is reached": ("y.beheer", _at("/klaar")),
    "trial alarm": ("c.bos", _trial),
    "figures": ("c.bos", _at("/cijfers")),
}


@pytest.mark.form("F20")
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", STATES)
def test_a_page_has_no_fault_and_nothing_is_cut_off(browser: Browser, served: Served, state: str, width: int) -> None:
    """Axe finds nothing in Dutch and in English, and there is no sideways scroll."""
    who, reach = STATES[state]
    person = Person(browser, served, width=width)
    if who:
        person.sign_in(who)
    if width == 1280:
        person.context.add_cookies([{"name": "taal", "value": "en", "url": served.address}])
    try:
        (reach if width == 320 else _in_english(reach))(person)
        person.page.wait_for_load_state("load")  # Its style with it, whatever else the machine does.
        found = Axe().run(person.page, options=STANDARDS).response["violations"]

        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
        assert person.page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        person.close()


def _in_english(reach: Callable[[Person], None]) -> Callable[[Person], None]:
    """Reach the same state by the same buttons, whatever their words."""

    def reached(person: Person) -> None:
        original = person.begin_report

        def begin() -> None:
            person.page.goto("/melden")
            person.page.locator("main button[value=ja]").click()

        person.begin_report = begin  # type: ignore[method-assign]
        try:
            reach(person)
        finally:
            person.begin_report = original  # type: ignore[method-assign]

    return reached


@pytest.mark.form("F1")
def test_a_page_of_the_form_is_light(browser: Browser, served: Served) -> None:
    """All that one page of the form loads stays under 60 KB."""
    person = Person(browser, served).sign_in("r.yilmaz")
    sizes: list[int] = []
    person.page.on("response", lambda response: sizes.append(len(response.body())) if response.ok else None)
    person.begin_report()
    person.page.wait_for_load_state("networkidle")

    assert 0 < sum(sizes) < TRANSFERRED_MAX
    person.close()


def test_style_and_script_are_small() -> None:
    """One stylesheet under 20 KB gzipped, one script under 4 KB."""
    static = files("vangnet.web").joinpath("static")

    assert len(gzip.compress(static.joinpath("vangnet.css").read_bytes())) < CSS_GZIPPED_MAX
    assert len(static.joinpath("vangnet.js").read_bytes()) < SCRIPT_MAX
