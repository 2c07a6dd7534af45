"""Who is asking: a sealed cookie for people, a token for programs; and that a form was sent from our own page."""

import hmac
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import Response, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from vangnet.web.house import house

COOKIE = "vangnet"
PURPOSE = "session"
LASTS = timedelta(hours=12)  # A working day; what was typed on an expired one is kept (pages/report.py).
CSRF_FIELD = "formulier"


def signed_in() -> str | None:
    """Return the person of this request, or None; who left the municipality is nobody."""
    person: str | None = g.get("person")
    return person


def read_session() -> str | None:
    """Return whose session the cookie holds."""
    text = request.cookies.get(COOKIE)
    found = house().sealer.open(PURPOSE, text) if text else None
    return found if found in house().protocol.municipality.people else None


def begin_session(person: str) -> str:
    """Make a session for the rest of this request, and return it as its cookie will hold it."""
    g.person, g.session = person, house().sealer.seal(PURPOSE, person, LASTS)
    return str(g.session)


def start_session(response: AnyResponse, sealed: str) -> None:
    """Give the browser a session."""
    response.set_cookie(COOKIE, sealed, httponly=True, samesite="Lax", secure=request.is_secure, path="/")


def end_session(response: AnyResponse) -> None:
    """Take the session back."""
    response.delete_cookie(COOKIE, path="/")


def form_mark() -> str:
    """Return the proof that a form belongs to this browser's session."""
    return house().sealer.mark("form", g.get("session") or request.cookies.get(COOKIE, ""))


def check_origin() -> None:
    """Refuse a form that another site sent, and one that does not carry the mark of this session."""
    origin = request.headers.get("Origin")
    if origin and origin != "null" and origin.split("//", 1)[-1] != request.host:
        abort(403)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        abort(403)
    if signed_in() and not hmac.compare_digest(request.form.get(CSRF_FIELD, "").encode(), form_mark().encode()):
        abort(403)


def members_only(page: Callable[..., Any]) -> Callable[..., Any]:
    """Show a page to people who signed in; others sign in first and come back."""

    @wraps(page)
    def shown(*args: Any, **values: Any) -> Any:
        if signed_in() is None:
            back = request.path if request.method == "GET" else ""
            return redirect(url_for("sign_in.choose", terug=back or None), code=303)
        return page(*args, **values)

    return shown


def me() -> str:
    """Return who signed in, on a page that asks for it."""
    person = signed_in()
    assert person is not None, "the page is for members only"
    return person


def forget_browser(response: Response) -> Response:
    """Have the browser clear what it kept of us."""
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
