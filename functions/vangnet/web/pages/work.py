"""My work: alarms first, then duties by due time, with what happens if nobody acts; then what I reported myself."""

from flask import Blueprint, render_template

from vangnet.shell.trials import to_answer
from vangnet.web.house import house
from vangnet.web.session import me, members_only
from vangnet.web.shown import shown_to

bp = Blueprint("work", __name__)


LISTS = ("damage", "triangle", "trends", "readiness")


@bp.get("/werk")
@members_only
def mine() -> str:
    """Show what waits for this person."""
    reading = house().reading
    document, roles = house().protocol.document, house().protocol.roles_of(me())
    return render_template(
        "work.html",
        lists=[name for name in LISTS if shown_to(getattr(document, name), me())],
        plans=document.prevention is not None,
        learning=bool(document.prevention and set(roles) & set(document.prevention.learning_by)),
        meetings=bool(document.meetings and set(roles) & set(document.meetings.read_by)),
        alarms=reading.alarms(me()),
        trials=to_answer(house().engine, me()) if document.trial_alarm else (),
        work=reading.work(me()),
        own=[row for row in reading.own(me()) if not row.ctx.case.wiped],
        patterns=reading.patterns(me()),
    )
