"""Whether everybody would be reached tonight: by role, with what is not in order."""

from flask import Blueprint, abort, render_template

from vangnet.case.people import place
from vangnet.case.readiness import TROUBLES
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.shell.trials import overseen
from vangnet.web.house import house
from vangnet.web.readiness import readiness
from vangnet.web.session import me, members_only
from vangnet.web.shown import shown_to

bp = Blueprint("ready", __name__)


@bp.get("/klaar")
@members_only
def page() -> str:
    """Show who would be reached now, those with a trouble first, to whom the document shows it."""
    if not shown_to(house().protocol.document.readiness, me()):
        abort(403)
    found = readiness(house().engine, me())
    worst = {name: number for number, name in enumerate(TROUBLES)}
    rows = sorted(found, key=lambda one: min((worst[name] for name in one.troubles), default=len(TROUBLES)))
    return render_template(
        "ready.html",
        posts=rows,
        troubled=[one for one in rows if one.troubles],
        trials=overseen(house().engine, me()) if house().protocol.document.trial_alarm else None,
        may_begin=may_begin(me()),
    )


def may_begin(person: str) -> bool:
    """Tell whether a person may begin a trial alarm now."""
    engine = house().engine
    ctx = engine.context(engine.streams.load(DIRECTORY_STREAM), person)
    return any(person in place(ctx, role) for role in ctx.protocol.command("begin_trial_alarm").by)
