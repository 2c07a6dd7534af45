"""The failure board: messages that did not arrive, alarms that nobody answered, parts that stand still."""

from datetime import datetime, timedelta

from flask import Blueprint, abort, render_template

from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("failures", __name__)
STOOD_STILL_SHOWN_FOR = timedelta(days=7)  # By then somebody looked.


def standing_still() -> list[tuple[str, int, datetime]]:
    """Return each channel by which messages do not go now: how many wait for it, and since when the oldest does."""
    waiting: dict[str, list[datetime]] = {}
    for trouble in house().reading.failures():
        if trouble.message and trouble.message.state == "failing" and not trouble.message.permanent:
            waiting.setdefault(trouble.message.channel, []).append(trouble.message.queued_at)
    return [(channel, len(since), min(since)) for channel, since in sorted(waiting.items())]


def stood_still() -> tuple[datetime, datetime] | None:
    """Return from when until when the clock stood still last (UTC), if that was in the last days."""
    found = house().engine.streams.load(DIRECTORY_STREAM).case.stood_still
    return found if found and house().now() - found[1] < STOOD_STILL_SHOWN_FOR else None


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
        still=stood_still(),
        warnings=loaded.warnings,
    )
