"""The application: what every request goes through, and where each page and each call of the API is found."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, current_app, g, request
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from schemas.events.upcast import NewerEventError
from vangnet.protocol.terminology import terms_of
from vangnet.shell.engine import UnknownCase
from vangnet.shell.ports import StoreUnavailable
from vangnet.web import faults, session
from vangnet.web.house import EXTENSION, House
from vangnet.web.language import COOKIE, Words, chosen_language, first_upper
from vangnet.web.people import PeopleWords
from vangnet.web.uploads import SparingRequest
from vangnet.web.versions import API_VERSION

if TYPE_CHECKING:
    from vangnet.case.contact import ContactToMake
    from vangnet.case.facts import Context

FORM_MEMORY_MAX = 2 * 1024 * 1024  # A draft of 50,000 letters, sealed, with room; files go beside it.
FORM_PARTS_MAX = 500
CONTENT_MAX = 310 * 1024 * 1024  # Ten files of 25 MB, their wrapping, and room.
LANGUAGE_KEPT = timedelta(days=365)

# Nothing from elsewhere, no script in the page itself, and never inside somebody else's frame.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
    "form-action {form_action}; frame-ancestors 'none'; base-uri 'none'"
)


def create_app(house: House, blueprints: Sequence[Blueprint] = ()) -> Flask:
    """Return the application for a house: all of it, or these addresses alone."""
    app = Flask("vangnet.web", static_folder="static", static_url_path="/vast", template_folder="templates")
    app.request_class = SparingRequest
    app.extensions[EXTENSION] = house
    form_action = f"'self' {house.aside.origin}" if house.aside else "'self'"
    app.config.update(
        CONTENT_POLICY=CONTENT_POLICY.format(form_action=form_action),
        MAX_FORM_MEMORY_SIZE=FORM_MEMORY_MAX,
        MAX_FORM_PARTS=FORM_PARTS_MAX,
        MAX_CONTENT_LENGTH=CONTENT_MAX,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters["first_upper"] = first_upper
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.strict_slashes = True
    app.before_request(_who_and_how)
    app.after_request(_headers)
    app.teardown_request(_close)
    app.context_processor(_for_every_page)
    for blueprint in blueprints or _all():
        app.register_blueprint(blueprint)
    app.register_error_handler(HTTPException, faults.http)
    app.register_error_handler(StoreUnavailable, faults.unavailable)
    app.register_error_handler(NewerEventError, faults.newer)
    app.register_error_handler(UnknownCase, faults.unknown)
    app.register_error_handler(Exception, faults.unexpected)
    return app


def _all() -> Sequence[Blueprint]:
    from vangnet.web.addresses import BLUEPRINTS  # Here, as a function that files reports need not load the rest.

    return BLUEPRINTS


def _who_and_how() -> Response | None:
    from vangnet.web.house import house

    g.person = None if faults.for_program() else session.read_session()
    known = house().protocol.municipality.people
    g.language = chosen_language(known[g.person].language if g.person else None)
    g.words = Words(g.language, house().now(), terms_of(house().protocol.document.terminology, g.language))
    if request.method == "POST" and not faults.for_program():
        session.check_origin()
    return None


def _for_every_page() -> dict[str, object]:
    from vangnet.web.house import house

    municipality = house().protocol.municipality
    guidance = house().protocol.document.guidance
    return {
        "t": g.words,
        "people": PeopleWords(house().protocol, g.words, house().engine.configuration.all()),
        "language": g.language,
        "languages": municipality.languages,
        "municipality": municipality,
        "demo": house().demo,
        "sending": bool(municipality.relay or municipality.gateways or house().outbox is None),
        "me": g.get("person"),
        "roles": house().protocol.roles_of(g.person) if g.get("person") else (),
        "at_the_door": bool(g.get("person")) and house().reading.at_the_door(g.person),
        "reads_mail": bool(g.get("person")) and house().reading.reads_mail(g.person),
        "talks_are_asked_for": bool(house().protocol.document.talk_with),
        "contacts_of": _contacts,
        "may_now": _may_now,
        "form_mark": session.form_mark() if g.get("person") else "",
        "norm": guidance.norm if guidance else None,
        "emergency": house().protocol.phone("emergency"),
        "police": house().protocol.phone("police"),
    }


def _contacts(ctx: "Context") -> "tuple[ContactToMake, ...]":
    """Return the first contacts that a case waits for, for a reader who may see its summary."""
    from vangnet.case.contact import contacts_to_make  # Here, as a function that files reports has no case to show.
    from vangnet.case.sight import sees

    return contacts_to_make(ctx) if "summary" in sees(ctx, ctx.actor) else ()


def _may_now(ctx: "Context", command: str) -> bool:
    """Tell whether the reader may give a command in a case now."""
    from vangnet.case.allowed import allowed

    return command in allowed(ctx)


def _close(_: BaseException | None) -> None:
    """Close what came along with the request, files that nobody read too."""
    request.close()


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", current_app.config["CONTENT_POLICY"])
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if faults.for_program():
        response.headers["API-Version"] = API_VERSION
    asked = request.args.get(COOKIE)
    if asked and asked == g.get("language"):
        response.set_cookie(COOKIE, asked, max_age=int(LANGUAGE_KEPT.total_seconds()), samesite="Lax", httponly=True)
    return response
