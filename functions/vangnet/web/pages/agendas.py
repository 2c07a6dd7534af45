"""Lists over all cases for who works with them: damage that is open, and what the driehoek is to discuss."""

from dataclasses import asdict

from flask import Blueprint, abort, render_template

from vangnet.case.ledger import totals
from vangnet.shell.agendas import for_the_triangle, open_damage
from vangnet.web.house import house
from vangnet.web.session import me, members_only
from vangnet.web.shown import shown_to

bp = Blueprint("agendas", __name__)


@bp.get("/schade")
@members_only
def damage() -> str:
    """Show every case of which money is open, with its sums."""
    if not shown_to(house().protocol.document.damage, me()):
        abort(403)
    rows = [(row, asdict(totals(row.ctx.case.ledger.values()))) for row in open_damage(house().engine, me())]
    every = (item for row, _ in rows for item in row.ctx.case.ledger.values())
    return render_template("damage.html", rows=rows, totals=asdict(totals(every)))


@bp.get("/driehoek")
@members_only
def triangle() -> str:
    """Show the cases that the driehoek is to discuss, the first to be due first."""
    if not shown_to(house().protocol.document.triangle, me()):
        abort(403)
    return render_template("triangle.html", rows=for_the_triangle(house().engine, me()))
