"""`/melden`: the report, step by step, without script; the draft travels sealed in the form itself.

Every step is a POST of its answers with a button that says where to go: on, back, to the check, to another language.
Only the last one stores a report, once for each draft however often it is sent, and then leads to its receipt.
"""

from dataclasses import replace

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from vangnet.case.errors import Invalid, Refused
from vangnet.intake.answers import Trouble, all_troubles, troubles
from vangnet.intake.draft import Draft
from vangnet.intake.questions import STEPS
from vangnet.shell.ports import StoreUnavailable
from vangnet.web.house import house
from vangnet.web.pages.sign_in import sign_in_page
from vangnet.web.report.carry import carried, new_draft, sealed, with_answers
from vangnet.web.report.check import check_page, command_of
from vangnet.web.report.step import step_page
from vangnet.web.session import begin_session, members_only, signed_in, start_session

bp = Blueprint("report", __name__)
CHECK = "controle"
BACK = {"wat": "", "waar": "wat", "wie": "waar", "verloop": "wie", CHECK: "verloop"}


@bp.get("/melden")
def begin() -> str:
    """Ask first whether one is safe now."""
    return render_template("report/safe.html")


@bp.post("/melden")
def started() -> AnyResponse:
    """Go on to the form; who is in danger sees 112 and the help page first."""
    danger = request.form.get("veilig") == "nee"
    draft = new_draft(signed_in() or "", urgent=danger)
    if danger and request.form.get("verder") != "ja":
        return make_response(render_template("report/danger.html"))
    if signed_in() is None:
        return make_response(sign_in_page(draft=sealed(draft), step="wat"))
    return make_response(step_page("wat", draft))


@bp.get("/melden/<step>")
@members_only
def lost(step: str) -> AnyResponse:
    """Begin anew where a page of the form is opened without its draft."""
    return redirect(url_for("report.begin"), code=303)


@bp.post("/melden/<step>")
def answered(step: str) -> AnyResponse:
    """Take the answers of one step and go where the button says."""
    draft = carried()
    if draft is None or step not in (*STEPS, CHECK):
        return redirect(url_for("report.begin"), code=303)
    draft, refused = with_answers(step, draft) if step in STEPS else (draft, ())
    if signed_in() is None:
        return make_response(sign_in_page(draft=sealed(draft), step=step))
    if draft.person != signed_in():
        return redirect(url_for("report.begin"), code=303)
    return _go(step, draft, refused, request.form.get("knop", "verder"))


@bp.post("/melden/verstuur")
def sent() -> AnyResponse:
    """File the report: an address of its own, as on AWS a function of its own takes it."""
    draft = carried()
    if draft is None:
        return redirect(url_for("report.begin"), code=303)
    if signed_in() is None:
        return make_response(sign_in_page(draft=sealed(draft), step=CHECK))
    return _send(draft) if draft.person == signed_in() else redirect(url_for("report.begin"), code=303)


def _go(step: str, draft: Draft, refused: tuple[Trouble, ...], button: str) -> AnyResponse:
    if button.startswith("taal-") or button.startswith("weg-"):
        return make_response(_page(step, draft, refused))
    if button == "terug":
        return make_response(_page(BACK[step], draft) if BACK[step] else render_template("report/safe.html"))
    if button.startswith("wijzig-") and button[7:] in STEPS:
        return make_response(step_page(button[7:], replace(draft, checking=True)))
    if step == CHECK:
        return _send(draft) if button == "verstuur" else make_response(check_page(draft))
    wrong = (*refused, *troubles(step, draft, house().protocol_of(draft), house().now()))
    if wrong:
        return make_response(step_page(step, draft, wrong), 400)
    if draft.checking or button == "controle" or step == STEPS[-1]:
        return make_response(check_page(replace(draft, checking=True)))
    return make_response(step_page(STEPS[STEPS.index(step) + 1], draft))


def _page(step: str, draft: Draft, wrong: tuple[Trouble, ...] = ()) -> str:
    return check_page(draft) if step == CHECK else step_page(step, draft, wrong)


def _send(draft: Draft) -> AnyResponse:
    wrong = all_troubles(draft, house().protocol_of(draft), house().now())
    if wrong:
        step = wrong[0][0]
        return make_response(step_page(step, draft, tuple(one for at, one in wrong if at == step)), 400)
    try:
        filed = house().engine.file_report(draft.person, command_of(draft), once=draft.once)
    except (Refused, Invalid) as why:
        return make_response(check_page(draft, why), 409)
    except StoreUnavailable:  # The page keeps what was typed, so that it can be sent again.
        return make_response(check_page(draft, not_stored=True), 503)
    house().settle()
    return redirect(url_for("receipt.show", reference=filed.reference), code=303)


@bp.post("/melden/verder")
def resume() -> AnyResponse:
    """Sign in with a draft at hand, and go on with it; a draft of somebody else is not shown."""
    draft, step = carried(), request.form.get("stap", "")
    person = house().sign_in.person(request.form.get("wie", ""))
    if person is None:
        text = request.form.get("concept", "")
        return make_response(sign_in_page(draft=text, step=step, wrong=True), 400)
    session = begin_session(person)
    response: AnyResponse
    if draft is None or draft.person not in {"", person}:
        response = redirect(url_for("report.begin"), code=303)
    else:
        response = make_response(_page(step if step in (*STEPS, CHECK) else "wat", replace(draft, person=person)))
    start_session(response, session)
    return response
