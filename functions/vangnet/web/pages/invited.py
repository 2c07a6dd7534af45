"""The link of an invitation: who was invited reads what he is told and gives his account, without sign-in or script.

The page has what his letter has and nothing else of the case: no reporter, no account, no other step. It can be sent
once, until the letter's last day; an answer is a hearing only once the handler confirms it (AP-2.5).
"""

from typing import Any

from flask import Blueprint, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.letters import AnswerInvitation
from schemas.fields import TEXT_LENGTH_MAX
from schemas.report import LINE_LENGTH_MAX
from vangnet.case.errors import Invalid, Refused
from vangnet.case.invitations import INVITED, answer_by, standing
from vangnet.case.response_items import MadeItem
from vangnet.shell.ports import StoreUnavailable
from vangnet.shell.reading import Row
from vangnet.web.house import house
from vangnet.web.language import words

bp = Blueprint("invited", __name__)
TOLD = ("facts", "norm", "considered", "meet_at", "meet_place")  # What his letter tells him, and nothing besides.


@bp.get("/uitnodiging/<reference>/<code>")
def show(reference: str, code: str) -> AnyResponse:
    """Show what he is told and the form, or how his answer stands; a code that opens nothing says only that."""
    found = house().reading.invitation_by_code(reference, code)
    return _page(*found, code=code) if found else _unknown()


@bp.post("/uitnodiging/<reference>/<code>")
def answer(reference: str, code: str) -> AnyResponse:
    """Take his answer, once, and give him its number."""
    found = house().reading.invitation_by_code(reference, code)
    if found is None:
        return _unknown()
    row, made = found
    account, reach_me = request.form.get("account", ""), request.form.get("reach_me", "")
    if len(account) > TEXT_LENGTH_MAX:
        return _page(row, made, code=code, wrong=words()("errors.form.too_long", limit=TEXT_LENGTH_MAX), status=400)
    form = "in_person" if request.form.get("form") == "in_person" else "written"
    fields = {"made": made.id, "form": form, "account": account, "reach_me": reach_me[:LINE_LENGTH_MAX]}
    try:
        house().engine.do(INVITED, reference, AnswerInvitation.model_validate(fields))
    except Refused as refused:
        wrong = words()(f"errors.refused.{refused.because}")
        return _page(row, made, code=code, wrong=wrong, status=409)
    except (Invalid, StoreUnavailable):
        return _page(row, made, code=code, wrong=words()("errors.form.not_kept"), status=503)
    house().settle()
    after = house().reading.invitation_by_code(reference, code)
    assert after is not None, "what was answered is still there"
    return _page(*after, code=code)


def _page(row: Row, made: MadeItem, *, code: str, wrong: str = "", status: int = 200) -> AnyResponse:
    state = standing(row.ctx.case, made, house().now())
    told: dict[str, Any] = {name: made.content.get(name) for name in TOLD}
    page = render_template(
        "invited.html",
        state=state,
        told=told if state == "open" else None,
        answer=row.ctx.case.answers.get(made.id),
        until=answer_by(made),
        address=f"/uitnodiging/{row.ctx.case.reference}/{code}",
        wrong=wrong,
        form=request.form,
        length_max=TEXT_LENGTH_MAX,
    )
    return make_response(page, status)


def _unknown() -> AnyResponse:
    return make_response(render_template("invited.html", state="unknown", told=None, answer=None, wrong=""), 404)
