"""What a function that files reports answers alone: its two addresses, and it leads to where the others are."""

from tests.web.site import Site
from vangnet.web.app import create_app
from vangnet.web.filing import BLUEPRINTS, LEADS_TO, lead_on


def test_where_it_leads_to_is_where_the_others_are(site: Site) -> None:
    """The addresses that it names are those of the whole application."""
    whole = {rule.endpoint: rule.rule for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert {name: whole[name] for name in LEADS_TO} == LEADS_TO


def test_a_report_is_filed_without_the_other_pages(site: Site) -> None:
    """By API and by form it is answered as by the whole application; a page of others is not there."""
    client = lead_on(create_app(site.house, BLUEPRINTS)).test_client()
    token = site.house.tokens.make("r.bakker", 1)
    sent = {"account": "Ik maak je dood", "channel": "phone", "happened_at": "unknown"}

    answer = client.post("/api/v1/reports", json=sent, headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 201
    assert answer.headers["Location"].startswith("/api/v1/cases/VN-")
    assert client.post("/melden/verstuur", data={}).headers["Location"] == "/melden"
    assert client.get("/werk").status_code == 404
