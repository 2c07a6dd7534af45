"""`/bel-mij`: ask for a talk without any form (AP-5.1.10)."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.talks import AskForTalk
from vangnet.case.errors import Invalid, Refused
from vangnet.case.people import holding
from vangnet.shell.ports import StoreUnavailable
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("talk", __name__)
ONCE_LENGTH = 26
ABOUT_LENGTH_MAX = 2_000


@bp.get("/bel-mij")
@members_only
def ask() -> str:
    """Show whom one can ask, one button each."""
    return _page("")


@bp.post("/bel-mij")
@members_only
def asked() -> AnyResponse:
    """Ask, once however often the button was pressed, and lead to the receipt."""
    fields = {
        "with": request.form.getlist("met"),
        "about": request.form.get("waarover", "")[:ABOUT_LENGTH_MAX] or None,
        "urgent": request.form.get("spoed") == "ja",
    }
    if not fields["with"]:
        return make_response(_page("who_missing"), 400)
    try:
        command = AskForTalk.model_validate(fields)
        reference = house().engine.begin(me(), command, once=request.form.get("eenmalig") or None)
    except (Refused, Invalid):
        return make_response(_page("refused"), 409)
    except StoreUnavailable:  # The page keeps what was typed, so that it can be sent again.
        return make_response(_page("not_kept"), 503)
    house().settle()
    return redirect(url_for("receipt.show", reference=reference), code=303)


def _page(wrong: str) -> str:
    ctx = house().engine.context(house().engine.streams.load(""), me())
    whom = tuple((role, holding(ctx, role)) for role in ctx.protocol.document.talk_with)
    once = request.form.get("eenmalig") or house().engine.ports.ids.new(ONCE_LENGTH)
    allowed = ctx.protocol.office_of(me()) is not None and bool(whom)
    return render_template("talk.html", whom=whom, once=once, wrong=wrong, allowed=allowed, form=request.form)
