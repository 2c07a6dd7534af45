"""The failure board: messages that did not arrive, alarms that nobody answered, parts that stand still."""

from datetime import datetime

from flask import Blueprint, abort, render_template

from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("failures", __name__)


def standing_still() -> list[tuple[str, int, datetime]]:
    """Return each channel by which messages do not go now: how many wait for it, and since when the oldest does."""
    waiting: dict[str, list[datetime]] = {}
    for trouble in house().reading.failures():
        if trouble.message and trouble.message.state == "failing" and not trouble.message.permanent:
            waiting.setdefault(trouble.message.channel, []).append(trouble.message.queued_at)
    return [(channel, len(since), min(since)) for channel, since in sorted(waiting.items())]


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
        queue=house().reading.queue(),
        channels=standing_still(),
        strange=house().feedback.strange,
        health=house().health(),
        newer=house().reading.newer(),
        warnings=loaded.warnings,
    )
