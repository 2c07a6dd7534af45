"""Filling in the form up to a place from which a test goes on."""

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
