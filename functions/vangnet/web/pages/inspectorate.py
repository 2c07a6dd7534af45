"""`/zaak/…/inspectie`: what the labour inspectorate is told, on which ground, and the proof that it was (AP-5.4.9)."""

from flask import Blueprint, abort, render_template

from vangnet.case.view_inspectorate import of_report
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("inspectorate", __name__)


@bp.get("/zaak/<reference>/inspectie")
@members_only
def show(reference: str) -> str:
    """Show it to whose duty it is, and to nobody else; the look is kept."""
    row, parts = house().reading.case(me(), reference)
    report = of_report(row.ctx, row.stream.events)
    if report is None or not parts:
        abort(403)
    return render_template("inspectorate.html", row=row, case=row.ctx.case, report=report)
