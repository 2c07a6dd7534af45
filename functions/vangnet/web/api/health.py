"""Whether it works, and what the API is; both without a token."""

from flask import Blueprint, Response

from vangnet.web.api.openapi import openapi
from vangnet.web.api.plain import answer
from vangnet.web.house import house

bp = Blueprint("api_health", __name__, url_prefix="/api/v1")


@bp.get("/health")
def health() -> Response:
    """Return 200 when everything goes, else 503 with what stands still."""
    found = house().health()
    return answer(found, 200 if found.get("status") == "ok" else 503)


@bp.get("/openapi.json")
def description() -> Response:
    """Return the description, for pages from anywhere."""
    response = answer(openapi())
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
