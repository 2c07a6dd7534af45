"""The mail queue: mails that wait for a person, those set aside, and those that a program sent; nothing is dropped."""

from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template

from schemas.words import Part
from vangnet.case.allowed import allowed
from vangnet.shell.reading import Row
from vangnet.web.commands.choose import Choosing
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.session import me, members_only
from vangnet.web.timeline import timeline

bp = Blueprint("post", __name__)


@bp.get("/post")
@members_only
def queue() -> str:
    """Show the mails that the asker may read, the oldest first of those that wait."""
    reading = house().reading
    if not reading.reads_mail(me()):
        abort(403)
    return render_template(
        "post.html",
        waiting=reading.mails(me(), "waiting"),
        total=reading.queue().waiting.count,
        aside=reading.mails(me(), "set_aside"),
        automatic=reading.mails(me(), "automatic"),
        now=house().now(),
    )


def one_mail(row: Row, parts: dict[Part, Any]) -> Response:
    """Show a mail as plain text, with what can be done with it."""
    page = render_template(
        "mail.html",
        row=row,
        case=row.ctx.case,
        parts=parts,
        duties=row.ctx.case.by_due(),
        commands=allowed(row.ctx),
        people_harmed=Choosing(row.ctx, words()).office_holders(),
        once=house().engine.ports.ids.new(26),
        timeline=tuple(timeline(row, frozenset(parts))),
        now=house().now(),
    )
    return make_response(page)
