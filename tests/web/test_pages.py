"""Pages for those who act: only what they may see, in plain language, and safe to be clicked."""

import re

import pytest

from tests.web.site import THREAT, Site
from vangnet.case.allowed import allowed
from vangnet.shell.ports import Append, StoreUnavailable

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


def test_my_work_shows_alarms_first_then_duties(site: Site) -> None:
    """The alarm with its button on top, duties with until when and what happens if nobody acts."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get("/werk")

    assert browser.text.index(f"Alarm {reference}") < browser.text.index("Contact met de politie")
    assert browser.text.index("Contact met de politie") < browser.text.index("Derde gesprek")
    assert "Ja, ik pak dit op" in browser.text
    assert "Dan hoort ook de coördinator agressie en geweld ervan." in browser.text


def test_acknowledging_on_the_page_settles_the_alarm(site: Site) -> None:
    """One button, and the page then says what to do next."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get("/werk")
    browser.post(f"/zaak/{reference}/doe/acknowledge")

    assert "Alarm bevestigd door Gerard Mulder" in browser.text
    assert "Eerste contact vastleggen" in browser.text


@pytest.mark.rule("AP-5.1.6")
def test_parts_that_one_may_not_see_are_not_in_the_page(site: Site) -> None:
    """The owner of a duty knows that there is a case; not a word of its account is in what he is sent."""
    reference = site.report("r.bakker", perpetrators=[{"kind": "person", "name": "Adelheid Zuurkool"}])
    griffier, finance = site.browser("g.mulder"), site.browser("m.prins")

    assert "Adelheid Zuurkool" in griffier.get(f"/zaak/{reference}").text
    page = finance.get(f"/zaak/{reference}").text
    assert "Zuurkool" not in page
    assert "maak je af" not in page
    assert site.browser("y.beheer").get(f"/zaak/{reference}").status_code == 403


@pytest.mark.rule("AP-5.1.6")
def test_every_look_is_in_the_log(site: Site) -> None:
    """The fg sees who looked and who did what, and nothing of what it says."""
    reference = site.report("r.bakker")
    site.browser("g.mulder").get(f"/zaak/{reference}")
    fg = site.browser("x.fg")
    fg.get("/logboek")
    fg.post("/logboek", kenmerk=reference)

    assert "Gerard Mulder (griffier) bekeken" in fg.text
    assert "melding gedaan" in fg.text
    assert "maak je af" not in fg.page.text
    assert site.browser("g.mulder").get("/logboek").status_code == 403


def test_the_link_of_an_alarm_shows_one_button_and_nothing_of_the_case(site: Site) -> None:
    """Opening it acknowledges nothing, however often; pressing does, once; then it says so."""
    reference = site.report("r.bakker")
    sms = next(gone.message for gone in site.stage.gone() if gone.message.channel == "sms")
    [link] = LINK.findall(sms.text)
    scanner = site.browser()
    for _ in range(3):
        page = scanner.get(link)
    assert page.text.count("<button") == 1
    assert "Bakker" not in page.text
    assert site.program("g.mulder").get("/api/v1/alarms").get_json()["alarms"]

    scanner.post(link)
    assert "U hebt bevestigd" in scanner.text
    assert not site.program("g.mulder").get("/api/v1/alarms").get_json()["alarms"]
    assert '<form method="post" action="/a/' not in scanner.get(link).text
    assert reference in scanner.text


@pytest.mark.parametrize("change", ["AAAAAAAAAAAAAAAAAAAA", ""])
def test_a_link_with_another_code_does_nothing(site: Site, change: str) -> None:
    """A guessed code opens no page, and a code of one case none of another."""
    one, other = site.report("r.bakker"), site.report("f.smit")
    [code] = {
        link.rsplit("/", 1)[1] for gone in site.stage.gone() for link in LINK.findall(gone.message.text) if one in link
    }

    answer = site.browser().get(f"/a/{other}/{change or code}")
    assert answer.status_code == 404


def test_the_register_filters_and_searches_without_a_name_in_the_address(site: Site) -> None:
    """By class and by words, only in what one may see."""
    threat = site.report("r.bakker", perpetrators=[{"kind": "person", "name": "Berend Plantsoen"}])
    insult = site.report("r.yilmaz", account="Jij bent een leugenaar en een sukkel.", addressed=True, stopped=False)
    griffier = site.browser("g.mulder")
    griffier.get("/zaken")
    assert threat in griffier.text
    assert insult in griffier.text

    griffier.post("/zaken", **{"class": "threat"})
    assert insult not in griffier.text
    griffier.get("/zaken")
    griffier.post("/zaken", zoek="plantsoen")
    assert (threat in griffier.text, insult in griffier.text) == (True, False)
    finance = site.browser("m.prins")
    finance.get("/zaken")
    finance.post("/zaken", zoek="plantsoen")
    assert threat not in finance.text


def test_the_failure_board_shows_what_does_not_arrive(site: Site) -> None:
    """A channel that refuses, and an alarm that nobody answers, stand there until a person acts."""
    site.stage.break_channel("sms", broken=True)
    reference = site.report("r.bakker")
    board = site.browser("c.bos")
    board.get("/storingen")
    assert "sms naar Gerard Mulder (griffier) komt niet aan" in board.text
    assert "Niemand heeft het alarm bevestigd" in board.text

    site.stage.break_channel("sms", broken=False)
    site.program("g.mulder").command(reference, "acknowledge")
    site.later(minutes=5)
    board.get("/storingen")
    assert "Alles werkt" in board.text


def test_what_stands_still_is_on_the_failure_board(site: Site) -> None:
    """A part of the machinery, and a case that cannot be followed, in words that say what to do."""
    site.troubles.append("clock")
    site.stuck.append("case/VN-0000-0000")
    board = site.browser("c.bos")
    board.get("/storingen")

    assert "De klok staat stil." in board.text
    assert "VN-0000-0000 kan niet worden bijgewerkt." in board.text
    assert "Alles werkt" not in board.text


def test_who_is_away_hands_on_his_work(site: Site) -> None:
    """Recorded on the page; the alarm then goes to the deputy."""
    browser = site.browser("g.mulder")
    browser.get("/afwezig")
    browser.post("/afwezig", wie="g.mulder", tot="morgen 9:00")
    assert "Gerard Mulder (griffier): " in browser.text

    site.report("r.bakker")
    told = {gone.message.person for gone in site.stage.gone() if gone.message.channel == "sms"}
    assert told == {"g.peters"}


@pytest.mark.parametrize("tot", ["", "ooit", "gisteren 9:00"])
def test_an_absence_that_cannot_be_is_said_at_the_form(site: Site, tot: str) -> None:
    """No time, no sense, or past."""
    browser = site.browser("g.mulder")
    browser.get("/afwezig")

    assert browser.post("/afwezig", wie="g.mulder", tot=tot).status_code == 400


def test_a_talk_is_recorded_by_its_giver_on_the_page(site: Site) -> None:
    """The form has the talk's points; what was recorded closes its duty."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get(f"/zaak/{reference}/doe/record_talk")
    assert "eerste gesprek: veiligheid" in browser.text
    assert "Instituut voor Psychotrauma" in browser.text
    browser.post(
        f"/zaak/{reference}/doe/record_talk",
        person="r.bakker",
        talk="first",
        points="safety",
        home_front_needs_support="no",
    )

    assert "eerste gesprek gevoerd" in browser.text
    case = site.program("g.mulder").get(f"/api/v1/cases/{reference}").get_json()
    assert {duty["state"] for duty in case["duties"] if duty["name"] == "first_talk"} == {"done"}


def test_errors_of_a_command_stand_at_its_fields(site: Site) -> None:
    """What is missing is named; a refusal names its rule."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get(f"/zaak/{reference}/doe/record_talk")
    browser.post(f"/zaak/{reference}/doe/record_talk", person="r.bakker")
    assert '<a href="#talk">' in browser.page.text

    browser.get(f"/zaak/{reference}/doe/close_case")
    browser.post(f"/zaak/{reference}/doe/close_case", because="responded")
    assert browser.page.status_code == 409
    assert "Dit volgt uit regel AP-2.4 van het protocol." in browser.text


def test_a_command_sent_twice_is_done_once(site: Site) -> None:
    """A double click writes one note."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get(f"/zaak/{reference}/doe/add_note")
    hidden = browser.hidden()
    for _ in range(2):
        browser.client.post(f"/zaak/{reference}/doe/add_note", data=hidden | {"text": "Gebeld", "part": "notes"})

    case = site.program("g.mulder").get(f"/api/v1/cases/{reference}").get_json()
    assert len(case["parts"]["notes"]) == 1


def test_every_button_of_a_case_leads_to_a_form(site: Site) -> None:
    """Whatever the page offers can be opened, for everybody who sees the case."""
    reference = site.report("r.bakker")
    for person in site.loaded.protocol.municipality.people:
        browser = site.browser(person)
        if browser.get(f"/zaak/{reference}").status_code != 200:
            continue
        for path in re.findall(rf'href="(/zaak/{reference}/doe/[^"]+)"', browser.page.text):
            assert browser.get(path).status_code == 200, (person, path)


STEPS_OF_AFTERCARE = ["record_talk", "record_first_contact", "decline_aftercare", "assign_aftercare", ""]


def offers(site: Site, page: str, words: str, number: str) -> bool:
    """Tell whether a page of a case names a help line with its number one tap away."""
    reference = site.report("r.bakker")
    browser = site.browser("g.mulder")
    browser.get(f"/zaak/{reference}/doe/{page}" if page else f"/zaak/{reference}")
    return words in browser.text and f'href="tel:{number}"' in browser.page.text


@pytest.mark.rule("AP-5.3.5")
@pytest.mark.parametrize("page", STEPS_OF_AFTERCARE)
def test_the_psychotrauma_institute_stands_at_every_step_of_aftercare(site: Site, page: str) -> None:
    """Day and night, on the case and on each form of aftercare; the number is the document's."""
    assert offers(site, page, "Instituut voor Psychotrauma", "0883305112")


@pytest.mark.rule("AP-5.3.6")
@pytest.mark.parametrize("page", STEPS_OF_AFTERCARE)
def test_the_vertrouwenslijn_stands_at_every_step_of_aftercare(site: Site, page: str) -> None:
    """Likewise."""
    assert offers(site, page, "Vertrouwenslijn", "08002800200")


def test_what_nobody_may_do_is_not_offered(site: Site) -> None:
    """The harmed person's page offers only what is his own; AP-6.2 would refuse the rest."""
    reference = site.report("r.bakker")
    row = site.house.reading.row("r.bakker", reference)

    assert set(allowed(row.ctx)) <= {
        *("add_evidence", "add_note", "record_injury", "decline_aftercare", "take_up_aftercare", "assign_aftercare"),
        *("consent", "withdraw_consent", "record_damage", "write_reflection", "demand_to_leave"),
        *("add_supported_person", "write_message"),
    }


def test_markup_that_somebody_wrote_stays_text(site: Site) -> None:
    """An account with marks in it is shown, not carried out."""
    reference = site.report("r.bakker", account=f"{THREAT} <script>alert('x')</script>")

    page = site.browser("g.mulder").get(f"/zaak/{reference}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def full(what: Append) -> None:
    """Refuse as a full disk does."""
    raise StoreUnavailable("there is no room")


def test_a_form_that_cannot_be_stored_keeps_what_was_typed(site: Site) -> None:
    """A note, and a request for a talk: each says that nothing was kept, and still holds the words."""
    reference = site.report("r.bakker")
    griffier, asker = site.browser("g.mulder"), site.browser("r.yilmaz")
    griffier.get(f"/zaak/{reference}/doe/add_note")
    asker.get("/bel-mij")
    site.stage.store.append = full  # type: ignore[method-assign]
    griffier.post(f"/zaak/{reference}/doe/add_note", text="Lang verhaal", part="notes")
    asker.post("/bel-mij", met="griffier", waarover="Iets dat mij dwarszit")

    assert griffier.page.status_code == asker.page.status_code == 503
    assert "Dit is niet opgeslagen" in griffier.text
    assert "Lang verhaal" in griffier.page.text
    assert "dus niemand weet hiervan" in asker.text
    assert "Iets dat mij dwarszit" in asker.page.text
