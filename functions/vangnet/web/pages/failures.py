"""The failure board: messages that did not arrive, alarms that nobody answered, parts that stand still."""

from flask import Blueprint, abort, render_template

from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("failures", __name__)


@bp.get("/storingen")
@members_only
def board() -> str:
    """Show what went wrong, the oldest first, to everyone with a role; a reference says nothing of a case."""
    if not house().protocol.roles_of(me()):
        abort(403)
    loaded = house().engine.configuration.loaded
    return render_template(
        "failures.html",
        failures=house().reading.failures(),
        health=house().health(),
        warnings=loaded.warnings,
    )
