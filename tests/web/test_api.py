"""The API of the contract: reports, cases, commands, work, outbox; and every error as promised."""

import io
import json
from datetime import UTC, datetime

import pytest
from werkzeug.test import TestResponse

from schemas.commands import COMMANDS
from tests.web.site import THREAT, Site
from vangnet.web.api.cases import IN_A_CASE

REPORT = {"account": THREAT, "happened_at": "2026-11-30T10:00:00+01:00", "channel": "phone", "kinds": ["threat"]}


def is_problem(answer: TestResponse, status: int) -> dict[str, object]:
    """Return the problem, having checked that it is one of RFC 9457 in every part."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    assert answer.headers["API-Version"] == "1.0.0"
    found = answer.get_json(force=True)
    assert found["status"] == status
    assert found["title"]
    assert found["detail"]
    assert isinstance(found["errors"], list)
    return dict(found)


def wrong_fields(answer: TestResponse) -> set[str]:
    """Return the fields that a 400 names."""
    errors = is_problem(answer, 400)["errors"]
    assert isinstance(errors, list)
    assert all(error["detail"] for error in errors)
    return {error["field"] for error in errors}


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


def test_every_wrong_field_is_named_at_once(site: Site) -> None:
    """Shape and words together: what is missing, too much, of a wrong kind, not known."""
    sent = {
        "happened_at": "gisteren",
        "channel": "fax",
        "kinds": ["bla"],
        "foo": 1,
        "damage": [{"item": "x", "cents": 1.5}],
    }
    answer = site.program("r.bakker").post("/api/v1/reports", sent)

    assert wrong_fields(answer) == {"account", "happened_at", "channel", "kinds", "foo", "damage.0.cents"}


def test_nothing_at_all_is_wrong_in_every_field(site: Site) -> None:
    """An empty object names what a report cannot do without."""
    answer = site.program("r.bakker").post("/api/v1/reports", {})

    assert wrong_fields(answer) == {"account", "happened_at", "channel"}


def test_the_future_is_wrong_but_five_minutes_are_not(site: Site) -> None:
    """Clocks differ a little; more is a mistake."""
    program = site.program("r.bakker")

    assert program.post("/api/v1/reports", REPORT | {"happened_at": "2026-11-30T12:04:00+01:00"}).status_code == 201
    assert wrong_fields(program.post("/api/v1/reports", REPORT | {"happened_at": "2026-11-30T13:00:00+01:00"})) == {
        "happened_at"
    }


@pytest.mark.parametrize(("language", "title"), [("nl", "Er klopt iets niet"), ("en", "Something is not right")])
def test_errors_come_in_the_callers_language(site: Site, language: str, title: str) -> None:
    """Dutch or English, as the caller asks."""
    answer = site.program("r.bakker").post("/api/v1/reports", {}, **{"Accept-Language": language})

    assert is_problem(answer, 400)["title"] == title


@pytest.mark.parametrize("body", [b"{nope", b"", b"\xff\xfe", b"[]", b'"tekst"', b"null"])
def test_what_is_no_object_is_a_problem(site: Site, body: bytes) -> None:
    """Broken JSON, nothing, and other things than an object."""
    program = site.program("r.bakker")
    answer = program.client.post("/api/v1/reports", data=body, headers=program.headers)

    is_problem(answer, 400)


def test_without_a_token_nothing_is_given(site: Site) -> None:
    """401 on every call but health and description, with how to sign in."""
    client = site.app.test_client()
    open_to_all = {"/api/v1/health", "/api/v1/openapi.json"}
    for rule in site.app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and rule.rule not in open_to_all:
            method = "POST" if "POST" in (rule.methods or ()) else "GET"
            answer = client.open(rule.rule.replace("<reference>", "VN-0000-0000"), method=method, json={})
            is_problem(answer, 401)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_changed_or_expired_token_is_none(site: Site) -> None:
    """One letter more, or a day too late."""
    token = site.house.tokens.make("r.bakker", 1)
    client = site.app.test_client()

    is_problem(client.get("/api/v1/cases", headers={"Authorization": f"Bearer {token[:-6]}AAAAAA"}), 401)
    site.later(days=1, seconds=1)
    is_problem(client.get("/api/v1/cases", headers={"Authorization": f"Bearer {token}"}), 401)


def test_a_session_is_no_token(site: Site) -> None:
    """A cookie signs nobody in to the API, so another site cannot use it."""
    browser = site.browser("r.bakker")

    is_problem(browser.client.get("/api/v1/cases"), 401)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/v1/nope", 404), ("DELETE", "/api/v1/reports", 405), ("GET", "/api/v1/cases/VN-0000-0000", 404)],
)
def test_every_other_error_is_a_problem_too(site: Site, method: str, path: str, status: int) -> None:
    """An unknown path, a wrong method, an unknown case."""
    program = site.program("r.bakker")
    answer = program.client.open(path, method=method, headers=program.headers)

    is_problem(answer, status)
    assert status != 405 or "POST" in answer.headers["Allow"]


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


def test_refusals_carry_their_rule(site: Site) -> None:
    """403 where it is for others to do, 409 where something must come first."""
    reference = site.report("r.bakker")

    mine = site.program("r.bakker").command(reference, "give_advice", why="Ik vind het")
    assert is_problem(mine, 403)["rule"] == "AP-6.2"
    early = site.program("g.mulder").command(reference, "close_case", because="responded")
    assert is_problem(early, 409)["rule"] == "AP-2.4"


def test_wrong_fields_of_a_command_are_named(site: Site) -> None:
    """All at once, below `with`; and a command that there is not, with those that there are."""
    reference = site.report("r.bakker")
    program = site.program("g.mulder")

    answer = program.command(reference, "close_case", because="zomaar", evaluation={"cijfer": 8})
    assert wrong_fields(answer) == {"with.because", "with.evaluation.cijfer"}
    unknown = program.command(reference, "vier_feest")
    assert wrong_fields(unknown) == {"command"}
    assert "take_case" in unknown.text
    assert wrong_fields(program.command(reference, "confirm_class", **{"class": "zeer_erg", "why": "zo"})) == {
        "with.class"
    }


@pytest.mark.parametrize("name", IN_A_CASE)
def test_every_command_answers_an_outsider_with_a_refusal_or_wrong_fields(site: Site, name: str) -> None:
    """Nothing that a stranger sends in a case goes through, or breaks."""
    reference = site.report("r.bakker")
    answer = site.program("y.beheer").command(reference, name)

    assert answer.status_code in {400, 403}
    is_problem(answer, answer.status_code)


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
    assert set(IN_A_CASE) == set(COMMANDS) - {"file_report", "ask_for_talk", "set_away"}


def test_health_says_what_stands_still(site: Site) -> None:
    """200 when all goes, 503 with the part that does not."""
    client = site.app.test_client()
    assert client.get("/api/v1/health").get_json() == {"status": "ok", "troubles": []}

    site.troubles.append("clock")
    answer = client.get("/api/v1/health")
    assert answer.status_code == 503
    assert answer.get_json()["troubles"] == ["clock"]
