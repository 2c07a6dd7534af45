"""Why this measure: facts, norm, hearing, matrix, departure and what stays possible, on one page that can be printed.

For who decides, and for an ombudsman later. It is for whoever sees the measures; of the hearing and the account it has
what he may see, and nothing else.
"""

from flask import Blueprint, Response, abort, make_response, render_template

from schemas.events.reports import ClassConfirmed
from vangnet.case.why import PROPOSED, measure_of, weighed
from vangnet.letters.basic_services import stays_possible
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.people import PeopleWords
from vangnet.web.session import me, members_only

bp = Blueprint("why", __name__)


@bp.get("/zaak/<reference>/waarom/<measure>")
@members_only
def show(reference: str, measure: str) -> Response:
    """Show why a measure was decided or is proposed, to who may see the measures of the case; the look is kept."""
    row, parts = house().reading.case(me(), reference)
    if "measures" not in parts:
        abort(403)
    ctx = row.ctx
    item = measure_of(ctx, measure)
    if item is None:
        abort(404)
    confirmed = [one for one in row.stream.events if isinstance(one.event, ClassConfirmed)]
    page = render_template(
        "why.html",
        row=row,
        case=ctx.case,
        people=PeopleWords(ctx.protocol, words()),
        item=item,
        proposed=item.id == PROPOSED,
        parts=parts,
        weighed=weighed(ctx, item),
        confirmed=confirmed[-1] if confirmed else None,
        stays=stays_possible(ctx, item),
        buildings=ctx.protocol.municipality.buildings,
    )
    return make_response(page)
