"""`/zaak/…/veroorzaker`: what is known of who did it, over the whole register, for those entitled (AP-5.1.7)."""

from flask import Blueprint, abort, render_template

from vangnet.case.in_force import bans_in_force
from vangnet.case.matrix import matrix_advice
from vangnet.case.people import harmed_people
from vangnet.case.recurrence import earlier, known
from vangnet.case.sight import sees
from vangnet.shell.lookups import history, signals
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("perpetrator", __name__)


@bp.get("/zaak/<reference>/veroorzaker")
@members_only
def show(reference: str) -> str:
    """Show the other cases of who was identified here: in full to who may see them, else that they are there.

    Who is harmed here reads of those alone that he may see, and of no number of others.
    """
    row, parts = house().reading.case(me(), reference)
    if "account" not in parts or "measures" not in parts:
        abort(403)
    streams = house().engine.streams
    ctx = row.ctx.knowing(history(streams, row.ctx.case))
    counted = {one.stream for one in earlier(ctx)}
    cases = [(one, "measures" in sees(ctx.having(one), me()), one.stream in counted) for one in known(ctx)]
    harmed = me() in harmed_people(ctx)
    if harmed:  # Of what he may not see he learns nothing: not that it is there, nor how often.
        cases = [one for one in cases if one[1]]
    return render_template(
        "perpetrator.html",
        row=row,
        identities=row.ctx.case.identities.values(),
        cases=cases,
        in_force={one.stream: [*bans_in_force(one, ctx.now)] for one, _, _ in cases},
        signals=None if harmed else signals(streams, row.ctx.case),
        advice=None if harmed else matrix_advice(ctx),
    )
