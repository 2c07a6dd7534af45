"""The API of the contract: reports, cases, commands, work, outbox; and every error as promised."""

import io
import json
from datetime import UTC, datetime

import pytest

from schemas.commands import BY_MAKING, COMMANDS, DIRECTORY, STARTS_A_STREAM
from tests.web.problems import is_problem, wrong_fields
from tests.web.site import THREAT, Site
from vangnet.web.api.cases import IN_A_CASE

REPORT = {"account": THREAT, "happened_at": "2026-11-30T10:00:00+01:00", "channel": "phone", "kinds": ["threat"]}


def test_a_report_is_created(site: Site) -> None:
    """201, where it is, its reference, outcome and class."""
    answer = site.program("r.bakker").post("/api/v1/reports", REPORT)

    assert answer.status_code == 201
    reference = answer.get_json()["reference"]
    assert answer.get_json() == {"reference": reference, "outcome": "case", "class": "threat", "case": reference}
    assert answer.headers["Location"] == f"/api/v1/cases/{reference}"


def test_the_same_key_is_the_same_report(site: Site) -> None:
    """Sent again, the answer is the same and there is no second report; another person's key is his own."""
    program = site.program("r.bakker")
    first = program.post("/api/v1/reports", REPORT, **{"Idempotency-Key": "een"})
    again = program.post("/api/v1/reports", REPORT, **{"Idempotency-Key": "een"})
    other = site.program("r.yilmaz").post("/api/v1/reports", REPORT, **{"Idempotency-Key": "een"})

    assert first.get_json() == again.get_json()
    assert first.get_json()["reference"] != other.get_json()["reference"]
    assert len(program.get("/api/v1/cases").get_json()["cases"]) == 1


@pytest.mark.rule("AP-5.1.6")
def test_who_may_not_see_a_case_is_refused(site: Site) -> None:
    """403 with the rule, and not a word of the case."""
    reference = site.report("r.bakker")
    answer = site.program("r.yilmaz").get(f"/api/v1/cases/{reference}")

    assert is_problem(answer, 403)["rule"] == "AP-5.1.6"
    assert "r.bakker" not in answer.text


def test_a_case_has_only_the_parts_that_the_caller_may_see(site: Site) -> None:
    """The griffier reads the account; finance knows that there is a case, and no word of it."""
    reference = site.report("r.bakker")
    griffier = site.program("g.mulder").get(f"/api/v1/cases/{reference}").get_json()
    finance = site.program("m.prins").get(f"/api/v1/cases/{reference}")

    assert griffier["parts"]["account"]["account"] == THREAT
    assert set(finance.get_json()["parts"]) == {"summary", "damage"}
    assert "maak je af" not in finance.text


def test_the_list_holds_what_the_caller_may_see(site: Site) -> None:
    """Reference, class and state; nothing for a colleague."""
    reference = site.report("r.bakker")
    listed = site.program("g.mulder").get("/api/v1/cases").get_json()["cases"]

    assert [(row["reference"], row["class"], row["state"]) for row in listed] == [(reference, "threat", "reported")]
    assert site.program("r.yilmaz").get("/api/v1/cases").get_json()["cases"] == []


def test_a_command_gives_the_case_as_it_is_then(site: Site) -> None:
    """200, and the alarm is acknowledged."""
    reference = site.report("r.bakker")
    answer = site.program("g.mulder").command(reference, "acknowledge")

    assert answer.status_code == 200
    assert [alarm["state"] for alarm in answer.get_json()["alarms"]] == ["acknowledged"]


def test_work_is_mine_and_the_most_urgent_first(site: Site) -> None:
    """Duties by due time, alarms that are open."""
    reference = site.report("r.bakker")
    griffier = site.program("g.mulder")
    duties = griffier.get("/api/v1/duties").get_json()["duties"]
    dues = [duty["due"] for duty in duties]

    assert dues == sorted(dues)
    assert {duty["reference"] for duty in duties} == {reference}
    assert griffier.get("/api/v1/alarms").get_json()["alarms"][0]["mine"] is True
    assert site.program("r.yilmaz").get("/api/v1/duties").get_json() == {"duties": []}


@pytest.mark.rule("AP-5.1.9")
def test_evidence_is_sent_first_and_named_by_its_handle(site: Site) -> None:
    """A handle stands for the file; an invented one is refused; a name alone is only a name."""
    program = site.program("r.bakker")
    sent = {"file": (io.BytesIO(b"%PDF-1.7 brief"), "brief.pdf")}
    kept = program.client.post("/api/v1/evidence", data=sent, headers=program.headers)
    assert kept.status_code == 201
    assert "key" not in kept.get_json()

    answer = program.post("/api/v1/reports", REPORT | {"evidence": [{"handle": kept.get_json()["handle"]}]})
    [file] = program.get(f"/api/v1/cases/{answer.get_json()['reference']}").get_json()["parts"]["evidence"]
    assert (file["name"], file["kind"], file["sha256"]) == ("brief.pdf", "application/pdf", kept.get_json()["sha256"])
    forged = program.post(
        "/api/v1/reports", REPORT | {"evidence": [{"handle": "zelfgemaakt"}, {"id": "x", "key": "y"}]}
    )
    assert wrong_fields(forged) == {"evidence.0", "evidence.1"}
    stolen = site.program("r.yilmaz").post(
        "/api/v1/reports", REPORT | {"evidence": [{"handle": kept.get_json()["handle"]}]}
    )
    assert wrong_fields(stolen) == {"evidence.0"}


def test_a_report_and_a_talk_with_the_same_key_are_two(site: Site) -> None:
    """A program may count its keys for each kind of sending; neither is taken for the other."""
    program = site.program("r.bakker")
    report = program.post("/api/v1/reports", REPORT, **{"Idempotency-Key": "een"})
    talk = program.post("/api/v1/talks", {"with": "griffier"}, **{"Idempotency-Key": "een"})
    again = program.post("/api/v1/talks", {"with": "griffier"}, **{"Idempotency-Key": "een"})

    assert (report.status_code, talk.status_code) == (201, 201)
    assert talk.headers["Location"] != report.headers["Location"]
    assert talk.headers["Location"] == again.headers["Location"]


def test_talks_and_absences_have_calls_of_their_own(site: Site) -> None:
    """Each is made, and tells where or what."""
    talk = site.program("r.bakker").post("/api/v1/talks", {"with": "griffier"})
    assert talk.status_code == 201
    assert site.program("g.mulder").get(talk.headers["Location"]).status_code == 200

    away = {"from": "2026-11-30T12:00:00+01:00", "until": "2026-12-04T12:00:00+01:00"}
    assert site.program("g.mulder").post("/api/v1/absences", away).status_code == 201
    reference = site.report("r.bakker")
    assert site.program("g.peters").get(f"/api/v1/cases/{reference}").status_code == 200


def test_the_outbox_is_the_administrators_and_the_demonstrations(site: Site) -> None:
    """What went out, without a name in it; refused to others."""
    reference = site.report("r.bakker")
    sent = site.program("y.beheer").get("/api/v1/outbox").get_json()

    sms = next(one for one in sent if one["channel"] == "sms")
    assert set(sms) == {"at", "channel", "to", "person", "about", "subject", "text"}
    assert (sms["person"], sms["about"]) == ("g.mulder", reference)
    assert "Bakker" not in json.dumps(sent)
    is_problem(site.program("g.mulder").get("/api/v1/outbox"), 403)


def test_times_are_utc(site: Site) -> None:
    """RFC 3339 with a Z, whatever offset was sent."""
    reference = site.report("r.bakker", happened_at="2026-11-30T10:00:00+01:00")
    case = site.program("g.mulder").get(f"/api/v1/cases/{reference}").get_json()

    assert case["parts"]["account"]["happened_at"] == "2026-11-30T09:00:00Z"
    assert datetime.fromisoformat(case["filed_at"]).tzinfo == UTC


def test_the_description_is_public_and_complete(site: Site) -> None:
    """Every call of the API stands in openapi.json and nothing else; CORS there only."""
    answer = site.app.test_client().get("/api/v1/openapi.json")
    described = {
        (method.upper(), path)
        for path, calls in answer.get_json()["paths"].items()
        for method in calls
        if method != "parameters"
    }
    served = {
        (method, rule.rule.removeprefix("/api/v1").replace("<", "{").replace(">", "}"))
        for rule in site.app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert described == served
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in site.app.test_client().get("/api/v1/health").headers


def test_every_command_is_described() -> None:
    """A new command without a description would be one nobody can give."""
    assert set(IN_A_CASE) == set(COMMANDS) - STARTS_A_STREAM - DIRECTORY - BY_MAKING


def test_health_says_what_stands_still(site: Site) -> None:
    """200 when all goes, 503 with the part that does not."""
    client = site.app.test_client()
    assert client.get("/api/v1/health").get_json() == {"status": "ok", "troubles": [], "stuck": []}

    site.troubles.append("clock")
    answer = client.get("/api/v1/health")
    assert answer.status_code == 503
    assert answer.get_json()["troubles"] == ["clock"]
