"""Signing in: in the demonstration one chooses who one is. With a draft at hand its form goes on (pages/report.py)."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from vangnet.web.house import house
from vangnet.web.session import begin_session, end_session, start_session

bp = Blueprint("sign_in", __name__)
ALLOWED = (
    *("/werk", "/za", "/melding", "/melden", "/bel-mij", "/storingen", "/uitgaand", "/afwezig", "/logboek"),
    *("/proefalarm", "/klaar", "/afspra", "/vergadering", "/post", "/jaarlijks"),
)


@bp.get("/inloggen")
def choose() -> str:
    """Show who one can be."""
    return sign_in_page(back=request.args.get("terug", ""))


def sign_in_page(*, back: str = "", draft: str = "", step: str = "", wrong: bool = False) -> str:
    """Return the page; `draft` is a sealed draft that goes on at `step` afterwards."""
    return render_template(
        "sign_in.html", choices=house().sign_in.choices, back=safe(back), draft=draft, step=step, wrong=wrong
    )


def safe(back: str) -> str:
    """Return an address of ours to go back to, or none."""
    return back if back.startswith(ALLOWED) and "\\" not in back else ""


@bp.post("/inloggen")
def enter() -> AnyResponse:
    """Sign in and go on."""
    back = safe(request.form.get("terug", ""))
    person = house().sign_in.person(request.form.get("wie", ""))
    if person is None:
        return make_response(sign_in_page(back=back, wrong=True), 400)
    response = redirect(back or url_for("work.mine"), code=303)
    start_session(response, begin_session(person))
    return response


@bp.post("/uitloggen")
def leave() -> AnyResponse:
    """Sign out."""
    response = redirect(url_for("home.home"), code=303)
    end_session(response)
    return response
