"""The outbox of the demonstration: what would have been sent, for the administrator."""

from flask import Blueprint, abort, render_template

from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("outbox", __name__)
ROWS_MAX = 200  # The newest; older ones are in the API.


@bp.get("/uitgaand")
@members_only
def show() -> str:
    """Show the newest messages first."""
    sent = house().outbox
    if sent is None:
        abort(404)
    if not may_see_outbox(me()):
        abort(403)
    return render_template("outbox.html", messages=list(reversed(sent()))[:ROWS_MAX])


def may_see_outbox(person: str) -> bool:
    """Tell whether a person looks after the installation."""
    return bool(set(house().protocol.roles_of(person)) & set(house().protocol.document.maintainers))
