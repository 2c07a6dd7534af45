"""The citizen's side: who was invited reads what he is told and answers by his link, once, without sign-in."""

import re
from datetime import timedelta

import pytest

from tests.letters.reading import text
from tests.web.site import Browser, Site
from vangnet.case.invitations import INVITED
from vangnet.intake.evidence import EvidenceRoom

MEETING = {"meet_at": "2026-12-08T10:00+01:00", "meet_place": "Wijkcentrum", "answer_by": "2026-12-09"}
HAPPENED = "U schold iemand uit."
ACCOUNT = "Mijn dochter Noor was erbij. Hij belde van de Lindelaan 4 en dreigde mij dood te maken."
HIS = "Ik heb alleen hard gepraat."
LINK = re.compile(r"/uitnodiging/(VN-\w{4}-\w{4})/(\w{20})")


def invited(site: Site, **fields: str) -> str:
    """Return the reference of a case with an invitation."""
    reference = site.report("r.bakker", account=ACCOUNT, place="Lindelaan 4")
    asked = {"letter": "invitation", "addressee": "J. de Wit", "address": "Molenweg 8", "happened": HAPPENED}
    site.program("g.mulder").command(reference, "take_case", handler="h.willems", aim="Rust")
    answer = site.program("h.willems").command(reference, "make_letter", **asked | MEETING | fields)
    assert answer.status_code == 200, answer.text
    site.settle()
    return reference


def link_of(site: Site, reference: str) -> str:
    """Return the path that stands in the letter as it was kept."""
    ports = site.stage.engine.ports
    made = site.stage.engine.found(reference).case.made["letter-1"]
    assert made.file
    pdf = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now).content(made.file)
    found = LINK.search(text(pdf or b"").replace(" ", ""))
    assert found
    return found[0]


def answered(site: Site, path: str, **answers: str) -> Browser:
    """Return the browser of who was invited, after he sent the form."""
    browser = site.browser()
    browser.get(path)
    browser.post(path, **({"form": "written", "account": HIS} | answers))
    return browser


def hearings(site: Site, reference: str, person: str = "h.willems") -> list[dict[str, str]]:
    """Return the part hearing as a person sees it."""
    case = site.program(person).get(f"/api/v1/cases/{reference}").get_json()
    return list(case["parts"].get("hearing", []))


@pytest.mark.rule("AP-2.5")
def test_he_reads_what_he_is_told_and_nothing_else_of_the_case(site: Site) -> None:
    """The words of his letter, without script or sign-in; no reporter, no account, no place of it, no other step."""
    reference = invited(site)
    browser = site.browser()

    browser.get(link_of(site, reference))

    assert browser.page.status_code == 200
    assert [one in browser.text for one in (HAPPENED, "8 december 2026", "Wijkcentrum", "9 december 2026")] == [
        True
    ] * 4
    hidden = ("Noor", "Lindelaan", "Bakker", "dood", "Mulder", "Willems", "bedreiging", "Molenweg")
    assert [one for one in hidden if one.lower() in browser.text.lower()] == []
    assert "<script" not in browser.page.text
    assert "no-store" in browser.page.headers["Cache-Control"]


@pytest.mark.rule("AP-2.5")
def test_his_answer_is_a_hearing_once_the_handler_confirms_it(site: Site) -> None:
    """He gets a number; the handler is told, reads it, and records it as a hearing without typing it again."""
    reference = invited(site)
    path = link_of(site, reference)

    browser = answered(site, path)

    assert f"Uw nummer is {reference}-1." in browser.text
    assert HIS not in browser.text
    case = site.stage.engine.found(reference).case
    assert (case.heard, case.answers["letter-1"].account) == ("", HIS)
    told = [gone.message.subject for gone in site.stage.gone() if gone.message.person == "h.willems"]
    assert f"{reference}: de andere kant heeft geantwoord" in told
    assert HIS in str(hearings(site, reference))

    confirmed = site.program("h.willems").command(reference, "record_hearing", form="written")

    assert confirmed.status_code == 200
    case = site.stage.engine.found(reference).case
    assert (case.heard, case.hearing.words if case.hearing else "") == ("written", HIS)
    assert case.answers["letter-1"].confirmed


def test_who_was_harmed_does_not_read_it(site: Site) -> None:
    """It is part of the hearing, which he does not see."""
    reference = invited(site)
    answered(site, link_of(site, reference))

    assert hearings(site, reference, "r.bakker") == []
    assert HIS not in site.program("r.bakker").get(f"/api/v1/cases/{reference}").text


def test_a_link_is_used_once(site: Site) -> None:
    """The second answer changes nothing, and the page then shows the number of the first."""
    reference = invited(site)
    path = link_of(site, reference)
    answered(site, path)

    browser = answered(site, path, account="Iets anders")

    assert f"{reference}-1" in browser.text
    assert "Op deze uitnodiging is al geantwoord." in browser.text
    assert site.stage.engine.found(reference).case.answers["letter-1"].account == HIS


def test_he_may_choose_a_talk(site: Site) -> None:
    """Then he says where he can be reached, and need not write (Awb 4:9)."""
    reference = invited(site)
    path = link_of(site, reference)
    assert "Vul in waar wij u kunnen bereiken" in answered(site, path, form="in_person", account="").text

    browser = answered(site, path, form="in_person", account="", reach_me="06 12345678")

    assert "Wij nemen contact met u op voor een gesprek." in browser.text
    assert site.program("h.willems").command(reference, "record_hearing", form="written").status_code == 409


@pytest.mark.parametrize(("answers", "status"), [({"account": " "}, 409), ({"account": "x" * 20_001}, 400)])
def test_what_cannot_be_taken_is_said_and_kept_on_the_page(site: Site, answers: dict[str, str], status: int) -> None:
    """Nothing written, or more than fits."""
    reference = invited(site)

    browser = answered(site, link_of(site, reference), **answers)

    assert browser.page.status_code == status
    assert site.stage.engine.found(reference).case.answers == {}


def test_after_its_last_day_it_opens_nothing(site: Site) -> None:
    """The day in the letter is the last; the facts are then no longer shown either."""
    reference = invited(site)
    path = link_of(site, reference)
    site.stage.set_time(site.stage.clock.now() + timedelta(days=10))

    browser = answered(site, path)

    assert "kan niet meer worden beantwoord" in browser.text
    assert HAPPENED not in browser.text
    assert site.stage.engine.found(reference).case.answers == {}


def test_another_code_opens_nothing(site: Site) -> None:
    """Nor does the code of another case, or of a case that does not exist."""
    path, other = link_of(site, invited(site)), link_of(site, invited(site))
    reference, code = path.split("/")[2:]
    browser = site.browser()

    for wrong in (f"/uitnodiging/{reference}/{code[::-1]}", f"/uitnodiging/{other.split('/')[2]}/{code}"):
        assert browser.get(wrong).status_code == 404
        assert "Deze link klopt niet" in browser.text
        assert browser.client.post(wrong, data={"account": HIS}).status_code == 404
    assert browser.get(f"/uitnodiging/VN-0000-0000/{code}").status_code == 404


def test_the_code_is_kept_nowhere(site: Site) -> None:
    """It is made anew by the key each time: not in the store, not in any message."""
    reference = invited(site)
    code = link_of(site, reference).split("/")[-1]
    everything = str([one.event for one in site.stage.engine.found(reference).events])

    assert code not in everything
    assert code not in str([gone.message for gone in site.stage.gone()])


def test_nobody_of_the_house_answers_for_him(site: Site) -> None:
    """Not even the handler: only whoever has the link."""
    reference = invited(site)
    fields = {"made": "letter-1", "form": "written", "account": HIS}

    answer = site.program("h.willems").command(reference, "answer_invitation", **fields)

    assert answer.status_code == 403
    assert answer.get_json()["rule"] == "AP-2.5"
    assert INVITED not in site.loaded.protocol.municipality.people


def test_the_paper_form_is_a_page_of_the_letter(site: Site) -> None:
    """With where it goes and until when, and the two ways to answer."""
    reference = invited(site)
    ports = site.stage.engine.ports
    made = site.stage.engine.found(reference).case.made["letter-1"]
    assert made.file
    said = text(EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now).content(made.file) or b"")

    assert "Formulier: uw kant van het verhaal" in said
    assert "Raadhuisplein 1, 1234 AB Voorbeeldstad" in said
    assert "Ik wil het in een gesprek vertellen" in said
