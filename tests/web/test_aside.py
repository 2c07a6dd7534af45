"""Where files do not pass us: sent by a form of their own once the report is filed, they come back by a link."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from tests.web.filling import at_check, begun
from tests.web.site import Browser, Site
from vangnet.web.app import create_app

STORAGE = "https://storage.example"
LINK = f"{STORAGE}/downloads/abc"


@dataclass(frozen=True)
class Form:
    """A form as storage makes it."""

    url: str
    fields: Mapping[str, str]


@dataclass
class Aside:
    """Storage that notes for what a form was asked; `small` says whether a file fits into an answer."""

    origin: str = STORAGE
    small: bool = True
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def form(self, reference: str, person: str, back: str) -> Form:
        """Return a form."""
        self.asked.append((reference, person, back))
        return Form(f"{STORAGE}/uploads", {"key": f"uploads/{reference}/1", "x-amz-meta-vangnet": "sealed"})

    def link(self, name: str, kind: str, content: bytes) -> str | None:
        """Return a link, or None for what is small."""
        return None if self.small else LINK


@pytest.fixture
def aside(site: Site) -> Aside:
    """Give storage beside the site."""
    found = Aside()
    site.house = replace(site.house, aside=found)
    site.app = create_app(site.house)
    return found


def filed(site: Site) -> tuple[Browser, str]:
    """File a report by the form and return the browser at its receipt, and the reference."""
    browser = at_check(site)
    browser.post("/melden/verstuur")
    found = re.search(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}", browser.page.text)
    assert found
    return browser, found[0]


def test_the_form_says_when_files_can_be_added(site: Site, aside: Aside) -> None:
    """In place of a field for files stands when they can be sent; nothing is asked that would not arrive."""
    browser = begun(site)

    assert 'type="file"' not in browser.page.text
    assert "U voegt bestanden toe zodra uw melding is verstuurd" in browser.text


def test_the_receipt_has_a_form_to_storage(site: Site, aside: Aside) -> None:
    """Who filed the report sends a file with a plain form, and comes back to the receipt."""
    browser, reference = filed(site)

    assert f'action="{STORAGE}/uploads" enctype="multipart/form-data"' in browser.page.text
    assert '<input type="hidden" name="key" value="uploads/' in browser.page.text
    assert aside.asked[-1][:2] == (reference, "r.bakker")
    assert aside.asked[-1][2].endswith(f"/melding/{reference}?bestand=ja")
    assert f"form-action 'self' {STORAGE};" in browser.page.headers["Content-Security-Policy"]


def test_it_says_that_a_file_arrived(site: Site, aside: Aside) -> None:
    """Back from storage the receipt says so, and on a visit without that it does not."""
    browser, reference = filed(site)

    assert "Uw bestand is binnen" in _at(browser, f"/melding/{reference}?bestand=ja").text
    assert "Uw bestand is binnen" not in _at(browser, f"/melding/{reference}").text


def _at(browser: Browser, path: str) -> Browser:
    browser.get(path)
    return browser


def test_whoever_may_add_evidence_gets_the_form_in_the_case(site: Site, aside: Aside) -> None:
    """The command's page has the form to storage in place of its own."""
    _, reference = filed(site)
    receiver = site.browser("g.mulder")

    receiver.get(f"/zaak/{reference}/doe/add_evidence")

    assert f'action="{STORAGE}/uploads"' in receiver.page.text
    assert aside.asked[-1][1:] == ("g.mulder", aside.asked[-1][2])
    assert aside.asked[-1][2].endswith(f"/zaak/{reference}?bestand=ja")


def test_without_storage_beside_it_files_pass_us(site: Site) -> None:
    """The form asks for files, and nothing may be sent elsewhere."""
    browser = begun(site)

    assert 'type="file"' in browser.page.text
    assert "form-action 'self';" in browser.page.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("small", "status"), [(True, 200), (False, 303)])
def test_a_large_file_is_given_by_a_link(site: Site, aside: Aside, small: bool, status: int) -> None:
    """What does not fit into an answer is fetched from storage; the link holds no name."""
    program = site.program("r.bakker")
    sent = {"file": (io.BytesIO(b"%PDF-1.7 brief"), "Brief van Jansen.pdf")}
    handle = program.client.post("/api/v1/evidence", data=sent, headers=program.headers).json["handle"]  # type: ignore[index]
    reference = site.report(evidence=[{"handle": handle}])
    aside.small = small
    receiver = site.browser("g.mulder")
    link = re.search(rf"/zaak/{reference}/bewijs/[0-9A-Z]+", receiver.get(f"/zaak/{reference}").text)
    assert link

    answer = receiver.client.get(link[0])

    assert answer.status_code == status
    assert answer.headers.get("Location") == (None if small else LINK)


def test_a_demonstration_without_an_outbox_says_that_messages_go_out(site: Site, aside: Aside) -> None:
    """Where nothing keeps the messages to be looked at, they reach people, and every page says so."""
    assert "Berichten gaan nergens heen" in site.browser().get("/melden").text

    site.app = create_app(replace(site.house, outbox=None))

    assert "Berichten gaan nergens heen" not in site.browser().get("/melden").text
    assert "berichten gaan echt weg" in site.browser().get("/melden").text
