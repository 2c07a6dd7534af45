"""Doing something in a case: the command's form, made from its model, and what came of it."""

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands import BY_MAKING, COMMANDS, DIRECTORY, STARTS_A_STREAM
from vangnet.case.allowed import measures_to_decide
from vangnet.case.errors import Invalid, Refused
from vangnet.case.matrix import matrix_advice
from vangnet.case.outgoing import waiting
from vangnet.case.view_care import provision
from vangnet.case.view_outgoing import outgoing
from vangnet.intake.evidence import FileRefused
from vangnet.shell.lookups import history
from vangnet.shell.ports import StoreUnavailable
from vangnet.shell.reading import Row
from vangnet.web.aside import upload_form
from vangnet.web.commands.form import answers, command_fields, unfold
from vangnet.web.commands.parse import by_field, parsed
from vangnet.web.commands.relevant import must_choose
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.people import PeopleWords
from vangnet.web.session import me, members_only

bp = Blueprint("command", __name__)
ONCE_LENGTH = 26
OUTGOING_STANDS_BY = frozenset({"align_with_om", "approve_message", "withdraw_message"})
MATRIX_STANDS_BY = frozenset({"give_advice", "propose_ban", "decide_measure"})


@bp.get("/zaak/<reference>/doe/<name>")
@members_only
def ask(reference: str, name: str) -> str:
    """Show the form of a command; where it shows what was written, the look is kept."""
    row = _row(reference, name)
    if name in OUTGOING_STANDS_BY:
        house().reading.case(me(), reference)
    return _page(row, name, {})


@bp.post("/zaak/<reference>/doe/<name>")
@members_only
def act(reference: str, name: str) -> AnyResponse:
    """Carry the command out, once however often the form is sent, and go back to the case."""
    row = _row(reference, name)
    try:
        fields, wrong = answers(name)
        command = parsed(name, fields)
        if wrong:
            return make_response(_page(row, name, wrong), 400)
        house().engine.do(me(), reference, command, once=request.form.get("eenmalig") or None)
    except FileRefused as why:
        return make_response(_page(row, name, {"file": words()(f"errors.form.{why.why}", name=why.name)}), 400)
    except ValidationError as error:
        return make_response(_page(row, name, by_field(error, words().language) | wrong), 400)
    except Invalid as error:
        told = {one.field: one.text(words().language) for one in error.errors}
        return make_response(_page(row, name, told), 400)
    except StoreUnavailable:  # The page keeps what was typed, so that it can be sent again.
        return make_response(_page(row, name, {"": words()("errors.form.not_kept")}), 503)
    except Refused as refused:
        return make_response(
            _page(row, name, {refused.field: words()(f"errors.refused.{refused.because}")}, refused.rule), 409
        )
    house().settle()
    seen = house().reading.visible(house().reading.row(me(), reference))
    return redirect(url_for("case.show", reference=reference) if seen else url_for("work.mine"), code=303)


def _row(reference: str, name: str) -> Row:
    if name not in COMMANDS or name in STARTS_A_STREAM | DIRECTORY | BY_MAKING:
        abort(404)
    row = house().reading.row(me(), reference)
    if not house().reading.visible(row) and me() != row.ctx.case.reporter:
        abort(403)
    return row


def _page(row: Row, name: str, errors: dict[str, str], rule: str = "") -> str:
    asked = name in MATRIX_STANDS_BY
    advice = matrix_advice(row.ctx.knowing(history(house().engine.streams, row.ctx.case))) if asked else None
    if must_choose(row.ctx, name, request.values.get("measure", "")):
        return render_template("measure_choice.html", row=row, measures=measures_to_decide(row.ctx), advice=advice)
    fields = command_fields(name, row.ctx, errors)
    shown = {field.name for field in fields}
    general = [text for field, text in errors.items() if field not in shown]
    return render_template(
        "command.html",
        row=row,
        people=PeopleWords(row.ctx.protocol, words()),
        name=name,
        fields=fields,
        errors=unfold(fields),
        general=general,
        rule=rule,
        advice=advice,
        provision=provision(row.ctx),
        outgoing=[outgoing(row.ctx, one) for one in waiting(row.ctx.case)] if name in OUTGOING_STANDS_BY else [],
        upload=upload_form(row, "zaak") if any(field.kind == "file" for field in fields) else None,
        once=request.form.get("eenmalig") or house().engine.ports.ids.new(ONCE_LENGTH),
        contacts=row.ctx.protocol.document.contacts.values(),
    )
