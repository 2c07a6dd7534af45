"""`/afspraken`: talks and meetings with citizens that lie ahead, what to mind, and saying that one is back."""

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from vangnet.case.allowed import allowed
from vangnet.case.errors import Invalid, Refused
from vangnet.case.plans import visit_advice
from vangnet.case.sight import sees
from vangnet.shell.agendas import earlier_cases, plans
from vangnet.shell.ports import StoreUnavailable
from vangnet.web.commands.form import answers, command_fields, unfold
from vangnet.web.commands.parse import by_field, parsed
from vangnet.web.faults import not_seen
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.session import me, members_only

bp = Blueprint("plan", __name__)
ONCE_LENGTH = 26
NEW = {"gesprek": "plan_talk", "bijeenkomst": "plan_meeting"}


@bp.get("/afspraken")
@members_only
def several() -> str:
    """Show what is planned, as far as the reader may see it."""
    return render_template("plans.html", rows=plans(house().engine, me()), may_plan=_may_plan())


def _may_plan() -> bool:
    """Tell whether the document has plans at all."""
    return house().protocol.document.prevention is not None


@bp.get("/afspraken/<soort>")
@members_only
def ask(soort: str) -> str:
    """Show the form of a talk, or of a meeting."""
    return _form(soort, {})


@bp.post("/afspraken/<soort>")
@members_only
def make(soort: str) -> AnyResponse:
    """Plan it, once however often the form is sent."""
    name = NEW.get(soort) or abort(404)
    try:
        fields, wrong = answers(name)
        command = parsed(name, fields)
        if wrong:
            return make_response(_form(soort, wrong), 400)
        reference = house().engine.begin(me(), command, once=request.form.get("eenmalig") or None)
    except ValidationError as error:
        return make_response(_form(soort, by_field(error, words().language) | wrong), 400)
    except Invalid as error:
        return make_response(_form(soort, {one.field: one.text(words().language) for one in error.errors}), 400)
    except StoreUnavailable:  # The page keeps what was typed, so that it can be sent again.
        return make_response(_form(soort, {"": words()("errors.form.not_kept")}), 503)
    except Refused as refused:
        return make_response(_form(soort, {"": words()(f"errors.refused.{refused.because}")}, refused.rule), 409)
    house().settle()
    return redirect(url_for("plan.show", reference=reference), code=303)


@bp.get("/afspraak/<reference>")
@members_only
def show(reference: str) -> AnyResponse:
    """Show a plan, what to mind, and the earlier cases that the reader may see himself; the look is kept."""
    row, parts = house().reading.case(me(), reference)
    if row.ctx.case.kind != "plan" or not parts:
        return not_seen(row)
    known = earlier_cases(house().engine, row).ctx
    advised = [] if "account" not in parts else [*visit_advice(known)]
    stored = parts["account"]["advice"] if "account" in parts else ()
    page = render_template(
        "plan.html",
        row=row,
        case=row.ctx.case,
        parts=parts,
        advised=list(dict.fromkeys([*stored, *advised])),
        history=[case for case in known.facts.history if sees(known.having(case), me())],
        commands=[name for name in allowed(row.ctx) if name != "acknowledge"],
    )
    return make_response(page)


def _form(soort: str, errors: dict[str, str], rule: str = "") -> str:
    name = NEW.get(soort) or abort(404)
    fields = command_fields(name, house().engine.context(house().engine.streams.load(""), me()), errors)
    shown = {field.name for field in fields}
    return render_template(
        "plan_new.html",
        name=name,
        soort=soort,
        fields=fields,
        errors=unfold(fields),
        general=[text for field, text in errors.items() if field not in shown],
        rule=rule,
        once=request.form.get("eenmalig") or house().engine.ports.ids.new(ONCE_LENGTH),
    )
