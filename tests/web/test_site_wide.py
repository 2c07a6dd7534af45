"""What holds for every page: who may open it, what it sends along, the norm, the help, the languages."""

import re

import pytest

from schemas.commands import COMMANDS, DIRECTORY, STARTS_A_STREAM
from schemas.events import all_events
from tests.web.site import Site
from vangnet.access.sign_in import NoSignIn, require_sign_in
from vangnet.web.commands.shape import shapes
from vangnet.web.language import texts
from vangnet.web.timeline import SILENT

EVENTS = all_events()

LINK = re.compile(r"/a/VN-\w{4}-\w{4}/\w{20}")
PUBLIC = {
    "/",
    "/hulp",
    "/inloggen",
    "/melden",
    "/melden/verder",
    "/toegankelijkheid",
    "/privacy",
    "/kleuren.css",
    "/weg",
    "/favicon.ico",
}
STEPS_OF_AFTERCARE = ["record_talk", "record_first_contact", "decline_aftercare", "assign_aftercare", ""]


def test_every_page_but_the_public_ones_asks_to_sign_in(site: Site) -> None:
    """Walks every address: without a session it leads to the sign-in page, or shows nothing."""
    client = site.app.test_client()
    for rule in site.app.url_map.iter_rules():
        if (
            rule.rule.startswith(("/api", "/vast", "/a/", "/uitnodiging/"))
            or rule.rule in PUBLIC
            or rule.rule == "/uitloggen"
        ):
            continue
        path = rule.rule.replace("<reference>", "VN-0000-0000").replace("<name>", "take_case").replace("<file>", "x")
        path = path.replace("<step>", "wat").replace("<measure>", "ban-1").replace("<made>", "letter-1")
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        answer = client.open(path, method=method)
        assert answer.status_code == 303, path
        assert answer.location.startswith(("/inloggen", "/melden"))


def test_a_form_from_elsewhere_is_refused(site: Site) -> None:
    """Another site's origin, or a form without the session's mark, does nothing."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    path = f"/zaak/{reference}/doe/acknowledge"

    assert browser.client.post(path, headers={"Origin": "https://evil.example"}).status_code == 403
    assert browser.client.post(path).status_code == 403
    browser.get("/werk")
    other = site.browser("c.bos")
    other.get("/werk")
    assert browser.client.post(path, data={"formulier": other.hidden()["formulier"]}).status_code == 403
    assert browser.post(path).status_code == 200


@pytest.mark.rule("AP-4.1")
def test_help_in_the_town_hall_in_office_hours_speaks_of_the_alarm_button(site: Site) -> None:
    """On a Monday at noon the town hall's instruction comes first, and 112 is one tap away."""
    page = site.browser().get("/hulp").text

    assert "Druk op de alarmknop" in page
    assert 'href="tel:112"' in page


@pytest.mark.rule("AP-4.2")
@pytest.mark.parametrize(("place", "hours"), [("elders", 0), ("gemeentehuis", 9), ("elders", 9)])
def test_help_elsewhere_or_out_of_hours_says_112(site: Site, place: str, hours: int) -> None:
    """No alarm button where nobody answers it; own safety first, stay calm."""
    site.later(hours=hours)
    page = site.browser().get(f"/hulp?plaats={place}").text

    assert "Druk op de alarmknop" not in page
    assert "Bel in nood altijd 112" in page
    assert "Uw eigen veiligheid gaat voor alles." in page


def test_help_is_one_small_page_without_script_or_a_second_request(site: Site) -> None:
    """Under 8 KB, nothing to load, no sign-in."""
    page = site.browser().get("/hulp")

    assert len(page.data) < 8_000
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?!tel:|/melden|/hulp|data:)', page.text)


@pytest.mark.rule("AP-2.1.1")
@pytest.mark.parametrize("path", ["/", "/melden"])
def test_the_norm_is_shown_where_people_report(site: Site, path: str) -> None:
    """Emotion is allowed, aggression is not."""
    assert "Emotie mag, agressie accepteren wij niet." in site.browser().get(path).text


def test_the_demonstration_says_so_on_every_page(site: Site) -> None:
    """A municipality that is no example does not start without real sign-in."""
    for path in ("/", "/hulp", "/melden", "/inloggen", "/privacy"):
        assert "Dit is een demonstratie" in site.browser().get(path).text

    real = site.loaded.protocol.municipality.model_copy(update={"example": False})
    with pytest.raises(NoSignIn, match="no real sign-in"):
        require_sign_in(real)


def test_the_colours_are_the_municipalitys(site: Site) -> None:
    """The stylesheet's variables come from the configuration."""
    looks = site.loaded.protocol.municipality.looks

    assert f"--action:{looks.action}" in site.browser().get("/kleuren.css").text


def test_every_answer_has_the_headers_of_a_careful_site(site: Site) -> None:
    """Nothing from elsewhere, no frame, no cache, no referrer, no guessing."""
    headers = site.browser("r.bakker").get("/werk").headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_session_cookie_cannot_be_read_or_sent_by_others(site: Site) -> None:
    """HttpOnly, SameSite, and sealed: no name in it."""
    answer = site.app.test_client().post("/inloggen", data={"wie": "r.bakker"})
    cookie = answer.headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "bakker" not in cookie


def test_signing_in_leads_back_only_to_our_own_pages(site: Site) -> None:
    """An address elsewhere is not followed."""
    client = site.app.test_client()

    assert client.post("/inloggen", data={"wie": "r.bakker", "terug": "https://evil.example"}).location == "/werk"
    assert client.post("/inloggen", data={"wie": "r.bakker", "terug": "//evil.example"}).location != "//evil.example"


def test_both_languages_have_the_same_texts() -> None:
    """No page can lack a sentence in one of them."""
    assert set(texts("nl")) == set(texts("en"))


def test_every_event_command_field_and_refusal_has_its_words() -> None:
    """Walks the system's own lists."""
    known = set(texts("nl"))
    shown = [name for name, model in EVENTS.items() if model not in SILENT]
    lacking = {name for name in shown if not any(key.startswith(f"timeline.{name}") for key in known)}
    lacking |= {name for name in EVENTS if f"timeline.kind.{name}" not in known}
    for name in set(COMMANDS) - STARTS_A_STREAM - DIRECTORY:
        lacking |= {name} - {name for key in known if key == f"commands.{name}.do"}
        lacking |= {
            shape.path
            for shape in shapes(name)
            if not {f"commands.field.{shape.path}.label", f"commands.{name}.{shape.path}.label"} & known
        }

    assert not lacking


@pytest.mark.parametrize("path", ["/zaak/VN-0000-0000", "/nergens", "/melding/VN-0000-0000"])
def test_what_is_not_there_is_said_plainly(site: Site, path: str) -> None:
    """A page with words, and 112 on it."""
    browser = site.browser("r.bakker")

    assert browser.get(path).status_code == 404
    assert "Deze pagina is er niet" in browser.text
    assert 'href="tel:112"' in browser.page.text
