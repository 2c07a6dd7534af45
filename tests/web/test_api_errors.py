"""Every error of the API as promised: RFC 9457, every field at once, the rule of a refusal, the caller's language."""

import pytest

from tests.web.problems import is_problem, wrong_fields
from tests.web.site import THREAT, Site
from vangnet.web.api.cases import IN_A_CASE

REPORT = {"account": THREAT, "happened_at": "2026-11-30T10:00:00+01:00", "channel": "phone", "kinds": ["threat"]}


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


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (
            {
                "account": "\N{PILE OF POO}" * 50_000,
                "damage": ["é" * 2_000] * 20,
                "aim": "é" * 2_000,
                "place": "ab" * 1_000,
                "perpetrators": [{"details": "é" * 2_000}] * 5,
            },
            "account",
        ),
        ({"account": THREAT, "decision_at_stake": "x" * 2_001}, "decision_at_stake"),
    ],
    ids=["all of it", "one field"],
)
def test_more_than_is_stored_at_once_is_refused_by_its_field(site: Site, sent: dict[str, object], field: str) -> None:
    """What could never be stored is not taken, in words that say what to shorten."""
    answer = site.program("r.bakker").post("/api/v1/reports", REPORT | sent)

    assert field in {name.removesuffix(".str") for name in wrong_fields(answer)}


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
    """401 on every call but health, description and providers' receipts, with how to sign in."""
    client = site.app.test_client()
    open_to_all = {"/api/v1/health", "/api/v1/openapi.json", "/api/v1/receipts/<gateway>/<code>"}
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


@pytest.mark.parametrize("name", sorted(set(IN_A_CASE) - {"report_breach"}))
def test_every_command_answers_an_outsider_with_a_refusal_or_wrong_fields(site: Site, name: str) -> None:
    """Nothing that a stranger sends in a case goes through, or breaks."""
    reference = site.report("r.bakker")
    answer = site.program("y.beheer").command(reference, name)

    assert answer.status_code in {400, 403}
    is_problem(answer, answer.status_code)
