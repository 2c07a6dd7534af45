"""One office has a document of its own: who reports for it is asked and answered in the words of that document."""

from tests.unit.shell.two_documents import OWN_WORDS, TWO, read_from
from tests.web.filling import begun
from tests.web.site import MONDAY_NOON, THREAT, Site

CLERK = "g.mulder"


def two() -> Site:
    """Return a site of which the wethouders have words of their own."""
    return Site(read_from(MONDAY_NOON.date(), eigen=TWO, college=OWN_WORDS))


def test_the_form_asks_in_the_words_of_whom_one_reports_for() -> None:
    """What was ticked before in other words is asked again, and nothing else is lost."""
    browser = begun(two(), CLERK)
    browser.post("/melden/wat", account=THREAT, kinds="threat", knop="verder")
    browser.post("/melden/waar", when="unknown", channel="phone", knop="verder")
    browser.post("/melden/wie", harmed="other", harmed_person="w.devries", knop="controle")
    browser.post("/melden/controle", knop="verstuur")
    assert 'value="dreigen"' in browser.page.text
    assert 'value="threat"' not in browser.page.text

    browser.post("/melden/wat", account=THREAT, kinds="dreigen", knop="controle")
    browser.post("/melden/controle", knop="verstuur")
    browser.post("/melden/waar", when="unknown", channel="brief", knop="controle")
    assert "zwaar" in browser.text
    browser.post("/melden/controle", knop="verstuur")
    assert "Melding ontvangen" in browser.text


def test_the_form_lets_one_choose_anew_for_whom_one_reports() -> None:
    """Where the other document lets him report for nobody, or does not know whom he first chose."""
    browser = begun(two(), CLERK)
    browser.post("/melden/wie", harmed="other", harmed_person="w.devries", knop="verder")
    browser.post("/melden/verloop", knop="terug")
    assert 'value="other"' in browser.page.text

    browser.post("/melden/wie", harmed="other", harmed_person="r.bakker", knop="verder")
    browser.post("/melden/wat", account=THREAT, kinds="threat", knop="controle")
    assert "Controleer" in browser.text


def test_the_api_answers_in_the_words_of_whom_one_reports_for() -> None:
    """A word of the common document is no word there, and is named with all else that is wrong."""
    program = two().program(CLERK)
    fields = {"account": THREAT, "happened_at": "unknown", "harmed": ["w.devries"], "channel": "brief"}
    wrong = program.post("/api/v1/reports", fields | {"kinds": ["threat"], "colour": "red"})
    good = program.post("/api/v1/reports", fields | {"kinds": ["dreigen"]})

    assert {one["field"] for one in (wrong.json or {})["errors"]} == {"kinds", "colour"}
    assert (good.status_code, (good.json or {})["class"]) == (201, "zwaar")


def test_its_cases_are_read_in_its_own_words() -> None:
    """Work, register and the receipt of who reported: with its duties, classes and advice beside the common ones."""
    site = two()
    case = site.report("w.devries", channel="brief", kinds=["dreigen"])
    advised = site.report("w.devries", channel="brief", account="Ik ben boos over mijn vergunning.")
    receiver, reporter = site.browser("b.vandam"), site.browser("w.devries")

    assert "Wegen" in receiver.get("/werk").text
    assert 'value="zwaar"' in receiver.get("/zaken").text
    assert case in receiver.get("/zaken?class=zwaar").text
    assert case not in receiver.get("/zaken?class=licht").text
    assert "Bel de bode" in reporter.get(f"/melding/{advised}").text
    assert "Laat hem uitrazen" in reporter.text
