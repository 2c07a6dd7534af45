"""What a function needs that does nothing but file reports: two addresses, and the names of those it leads to."""

from flask import Blueprint, Flask

from vangnet.web.api.reports import bp as api_reports
from vangnet.web.pages.report import bp as report

BLUEPRINTS: tuple[Blueprint, ...] = (report, api_reports)
# Somebody else answers there; a test holds them to where that is.
LEADS_TO = {"receipt.show": "/melding/<reference>", "api_cases.one": "/api/v1/cases/<reference>"}


def lead_on(app: Flask) -> Flask:
    """Let the application name the addresses that its answers lead to."""
    for name, rule in LEADS_TO.items():
        app.add_url_rule(rule, endpoint=name, methods=["GET"])
    return app
