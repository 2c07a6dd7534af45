"""`/zaak/…/mijn`: a page of one's own for who was harmed: what happened, what he decides, whom to call, who looked."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands.aftercare import WriteMessage
from schemas.fields import TEXT_LENGTH_MAX
from vangnet.case.allowed import allowed
from vangnet.case.errors import Refused
from vangnet.case.people import harmed_people, place
from vangnet.case.view_outgoing import conversation
from vangnet.shell.reading import Row
from vangnet.web.house import house
from vangnet.web.my_steps import DECIDES, consents, own_keys, steps, to_come
from vangnet.web.session import me, members_only

bp = Blueprint("my_case", __name__)
LOOKS_SHOWN_MAX = 200  # The latest; the log has them all.


@bp.get("/zaak/<reference>/mijn")
@members_only
def show(reference: str) -> str:
    """Show the page to who was harmed himself, or in his family; the look is kept as any other."""
    row = _own(reference)
    ctx = row.ctx
    looks = house().reading.looks(reference)
    others = [(one.at, one.event.person) for one in looks if one.event.person != me()]  # type: ignore[attr-defined]
    keys = sorted(own_keys(ctx))
    return render_template(
        "my_case.html",
        row=row,
        case=ctx.case,
        steps=steps(ctx, looks),
        to_come=[*to_come(ctx)],
        consents=[*consents(ctx)],
        several=len(keys) > 1,
        decides=[name for name in allowed(ctx) if name in DECIDES],
        may_write="write_message" in allowed(ctx),
        handlers=place(ctx, "handler"),
        givers=tuple(dict.fromkeys(who for key in keys for who in place(ctx, "giver", key))),
        contacts=ctx.protocol.document.contacts.values(),
        looks=list(reversed(others))[:LOOKS_SHOWN_MAX],
        conversation=[*conversation(ctx, row.stream.events)],
    )


@bp.post("/zaak/<reference>/mijn")
@members_only
def write(reference: str) -> AnyResponse:
    """Send a message to who handles the case."""
    _own(reference)
    text = request.form.get("bericht", "")[:TEXT_LENGTH_MAX]
    if text.strip():
        try:
            house().engine.do(me(), reference, WriteMessage(text=text))
        except Refused:
            abort(409)
        house().settle()
    return redirect(url_for("my_case.show", reference=reference), code=303)


def _own(reference: str) -> Row:
    row, parts = house().reading.case(me(), reference)
    if not parts or me() not in harmed_people(row.ctx) or row.ctx.case.outcome != "case":
        abort(403)
    return row
