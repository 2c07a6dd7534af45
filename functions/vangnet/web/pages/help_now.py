"""`/hulp`: what to do now. One small page of its own, without sign-in, script or a second request (AP-4.1, AP-4.2).

It knows the time; place is one tap. In office hours the town hall's instruction stands first, else the general one.
"""

from flask import Blueprint, make_response, render_template, request
from flask.wrappers import Response

from schemas.protocol.alarm import HelpSituation
from vangnet.calendar import AMSTERDAM, is_working_day
from vangnet.web.house import house

bp = Blueprint("help_now", __name__)
PLACES = ("gemeentehuis", "elders")
STYLE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"


@bp.get("/hulp")
def show() -> Response:
    """Show what to do in this place at this time."""
    open_now = in_office_hours()
    asked = request.args.get("plaats")
    place = asked if asked in PLACES else "gemeentehuis" if open_now else "elders"
    situations = tuple(one for one in house().protocol.document.help if fits(one, place, open_now=open_now))
    contacts = house().protocol.document.contacts.values()
    page = render_template("help.html", situations=situations, place=place, open_now=open_now, contacts=contacts)
    response = make_response(page)
    response.headers["Content-Security-Policy"] = STYLE_POLICY  # One page in one request: its style is in it.
    return response


def in_office_hours() -> bool:
    """Tell whether the town hall is open now, by its hours and the days that are free."""
    hours = house().protocol.municipality.office_hours
    local = house().now().astimezone(AMSTERDAM)
    if local.isoweekday() not in hours.weekdays or not is_working_day(local.date()):
        return False
    return hours.since <= f"{local:%H:%M}" < hours.until


def fits(one: HelpSituation, place: str, *, open_now: bool) -> bool:
    """Tell whether an instruction holds here and now; the town hall's own replaces the general one."""
    here = {"gemeentehuis": "town_hall", "elders": "elsewhere"}[place]
    hours = "office" if open_now else "outside"
    return one.place in {here, "any"} and one.hours in {hours, "any"}
