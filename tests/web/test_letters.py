"""Letters on the page: made with a form, opened by who may, never by who was harmed."""

import hashlib
from copy import deepcopy
from typing import Any

from tests.letters.reading import text
from tests.unit.case.test_measures import BAN
from tests.web.site import Site, example
from vangnet.shell.streams import Stream

ADDRESS = "Molenweg 8\n1234 CD Voorbeeldstad"
STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("g.mulder", "take_case", {"handler": "h.willems", "aim": "Rust"}),
    ("h.willems", "confirm_class", {"class": "threat", "why": "Gelezen"}),
    ("c.bos", "give_advice", {"measures": ["ban"], "why": "Dreiging"}),
    ("h.willems", "record_hearing", {"form": "phone", "account": "Hij had spijt."}),
    ("b.vandam", "decide_measure", BAN),
)


def banned(site: Site) -> str:
    """Return the reference of a case with a ban."""
    reference = site.report("r.bakker", perpetrators=[{"kind": "person", "name": "K. Dijkstra"}])
    for actor, command, fields in STEPS:
        answer = site.program(actor).command(reference, command, **fields)
        assert answer.status_code == 200, answer.text
    return reference


def lettered(site: Site) -> str:
    """Return the reference of a case whose ban has its letter."""
    reference = banned(site)
    browser = site.browser("h.willems")
    browser.get(f"/zaak/{reference}/doe/make_letter")
    browser.post(f"/zaak/{reference}/doe/make_letter", letter="ban-1", address=ADDRESS)
    assert browser.page.status_code == 200
    return reference


def stream_of(site: Site, reference: str) -> Stream:
    """Return the case as it is stored."""
    return site.stage.engine.found(reference)


def test_the_handler_makes_a_letter_and_opens_it(site: Site) -> None:
    """The form knows the ban; the file is a PDF with the hash that the case keeps, and the look is recorded."""
    reference = lettered(site)
    browser = site.browser("h.willems")
    browser.get(f"/zaak/{reference}")
    assert "Brief openen (PDF)" in browser.text

    answer = browser.get(f"/zaak/{reference}/brief/letter-1")

    made = stream_of(site, reference).case.made["letter-1"]
    assert made.file is not None
    assert hashlib.sha256(answer.data).hexdigest() == made.file.sha256
    assert "Molenweg 8" in text(answer.data)
    assert "h.willems" in {one.event.person for one in site.house.reading.looks(reference)}  # type: ignore[attr-defined]


def test_who_was_harmed_knows_of_the_letter_but_does_not_open_it(site: Site) -> None:
    """It has the other side's account and address in it: neither page nor API gives it, or a word of it."""
    reference = lettered(site)
    browser = site.browser("r.bakker")
    browser.get(f"/zaak/{reference}")

    assert "brief gemaakt door Hanna Willems" in browser.text
    assert "Molenweg" not in browser.text
    assert "Brief openen" not in browser.text
    assert browser.get(f"/zaak/{reference}/brief/letter-1").status_code == 403
    assert site.program("r.bakker").get(f"/api/v1/cases/{reference}/letters/letter-1").status_code == 403
    assert "Molenweg" not in site.program("r.bakker").get(f"/api/v1/cases/{reference}").text


def test_a_program_gets_the_letter_too(site: Site) -> None:
    """The same bytes; what was never made is not there."""
    reference = lettered(site)
    program = site.program("h.willems")

    answer = program.get(f"/api/v1/cases/{reference}/letters/letter-1")

    assert answer.data.startswith(b"%PDF-")
    assert program.get(f"/api/v1/cases/{reference}/letters/letter-9").status_code == 404


def test_a_planned_meeting_lies_ahead_on_the_form(site: Site) -> None:
    """A day without a year is the next one, not the last."""
    reference = banned(site)
    browser = site.browser("h.willems")
    browser.get(f"/zaak/{reference}/doe/make_letter")
    fields = {"letter": "invitation", "address": ADDRESS, "meet_at": "8-12 10.00 uur", "meet_place": "Wijkcentrum"}
    browser.post(f"/zaak/{reference}/doe/make_letter", **fields)
    assert browser.page.status_code == 200

    made = stream_of(site, reference).case.made["letter-1"]

    assert made.content["meet_at"] == "2026-12-08T09:00:00Z"


def test_a_template_that_is_broken_is_said_at_the_letter() -> None:
    """The page names the template and its line instead of waiting for ever."""
    loaded = deepcopy(example())  # As this one is changed.
    settings = loaded.protocol.municipality.letters
    assert settings is not None
    object.__setattr__(settings, "templates", {"ban_huisrecht": "#kop()\n#nergens()"})
    site = Site(loaded)

    reference = lettered(site)
    browser = site.browser("h.willems")
    browser.get(f"/zaak/{reference}")

    assert "Van deze brief kon geen bestand worden gemaakt: ban_huisrecht:" in browser.text
    assert stream_of(site, reference).case.made["letter-1"].fault is not None


def test_what_stood_still_is_made_by_the_sweep(site: Site) -> None:
    """A letter that was stored while nothing followed becomes a file at the next sweep, and once."""
    reference = banned(site)
    prints = site.stage.following.prints
    site.stage.following.prints = lambda stream: False
    site.program("h.willems").command(reference, "make_letter", letter="ban", address=ADDRESS)
    assert stream_of(site, reference).case.made["letter-1"].waits

    site.stage.following.prints = prints
    site.later(minutes=2)
    site.later(minutes=2)

    events = [type(one.event).__name__ for one in stream_of(site, reference).events]
    assert events.count("LetterKept") == 1
    assert not stream_of(site, reference).case.made["letter-1"].waits


def test_only_grounds_that_fit_the_proposal_are_offered(site: Site) -> None:
    """Before a besluit hearing is left out on the grounds of Awb 4:11 alone; otherwise every ground can be chosen."""
    reference = site.report("r.bakker")
    for actor, command, fields in STEPS[:2]:
        site.program(actor).command(reference, command, **fields)
    browser = site.browser("h.willems")
    browser.get(f"/zaak/{reference}/doe/waive_hearing")
    assert "Hij is niet aanspreekbaar" in browser.text

    proposal = {"buildings": ["gemeentehuis"], "legal_basis": "gemeentewet_172a"}
    assert site.program("h.willems").command(reference, "propose_ban", **proposal).status_code == 200
    browser.get(f"/zaak/{reference}/doe/waive_hearing")

    assert "Hij is niet aanspreekbaar" not in browser.text
    assert "Er is te veel haast bij" in browser.text
    assert "Het doel lukt alleen als hij het vooraf niet weet" in browser.text
