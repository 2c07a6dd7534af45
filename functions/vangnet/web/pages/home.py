"""The first page: help now, report, be called; and the municipality's own colours."""

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from vangnet.web.house import house
from vangnet.web.session import end_session, forget_browser, signed_in

bp = Blueprint("home", __name__)
ELSEWHERE = "https://www.buienradar.nl/"  # What anybody might be looking at.


@bp.get("/")
def home() -> str:
    """Show what one can do, the most urgent first."""
    return render_template("home.html", office=bool(house().protocol.office_of(signed_in() or "")))


@bp.get("/kleuren.css")
def colours() -> Response:
    """Give the municipality's colours as the variables that the stylesheet uses."""
    looks = house().protocol.municipality.looks
    text = f":root{{--action:{looks.action};--text:{looks.text};--background:{looks.background}}}"
    return Response(text, mimetype="text/css")


@bp.get("/weg")
def leave() -> AnyResponse:
    """Leave at once, with nothing of us kept in the browser."""
    response = redirect(ELSEWHERE, code=303)
    end_session(response)
    return forget_browser(response)  # type: ignore[arg-type]


@bp.get("/favicon.ico")
def favicon() -> AnyResponse:
    """Point to the picture in the tab."""
    return redirect(url_for("static", filename="vangnet.svg"), code=301)
