"""A case: what is open, what I may do now, its parts as far as I may see them, and what happened, in plain language."""

from collections.abc import Iterable

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from schemas.commands import PLACES
from vangnet.case.allowed import allowed
from vangnet.case.owners import may_complete, owners
from vangnet.case.people import harmed_people
from vangnet.case.sight import shown_duties
from vangnet.case.view_inspectorate import duty_of
from vangnet.web import files
from vangnet.web.aside import LANDED
from vangnet.web.commands.choose import Choosing
from vangnet.web.faults import not_seen
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.pages.calendar_entry import of_his_talk
from vangnet.web.pages.post import one_mail
from vangnet.web.people import PeopleWords
from vangnet.web.session import me, members_only
from vangnet.web.timeline import timeline

bp = Blueprint("case", __name__)
# Where the buttons of a case stand, by the place of their command.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("handling", ("intake", "talks", "alarm", "handling", "mail")),
    ("care", ("aftercare",)),
    ("response", ("perpetrators", "response", "letters")),
    ("running", ("measures", "objections")),
    ("police", ("police",)),
    ("words", ("outgoing",)),
    ("damage", ("damage",)),
)
BESIDE = frozenset({"acknowledge", "make_police_file"})  # They have a button of their own elsewhere on the page.


def grouped(commands: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return what can be done by subject, in the order in which a case comes to it."""
    subject = {
        command: group for group, places in GROUPS for place in places for command in PLACES if PLACES[command] == place
    }
    shown = [name for name in commands if name not in BESIDE]
    return [(group, names) for group, _ in GROUPS if (names := [one for one in shown if subject.get(one) == group])]


@bp.get("/zaak/<reference>")
@members_only
def show(reference: str) -> AnyResponse:
    """Show the case; whoever may see nothing of it gets a page that says only that."""
    row, parts = house().reading.case(me(), reference)
    if not parts:
        return not_seen(row)
    if row.ctx.case.kind == "mailroom":
        return redirect(url_for("post.queue"), code=303)
    if row.ctx.case.kind == "obligations":
        return redirect(url_for("obligations.show"), code=303)
    if row.ctx.case.kind in {"meeting", "plan", "trial"}:
        return redirect(url_for(f"{row.ctx.case.kind}.show", reference=reference), code=303)
    if row.ctx.case.kind == "mail":
        return one_mail(row, parts)
    ctx = row.ctx
    shown = shown_duties(ctx)
    page = render_template(
        "case.html",
        row=row,
        people=PeopleWords(ctx.protocol, words()),
        case=ctx.case,
        knows=ctx.protocol.document.commands.__contains__,
        parts=parts,
        duties=[
            (duty, owners(ctx, duty), may_complete(ctx, duty, me())) for duty in ctx.case.by_due() if duty in shown
        ],
        commands=allowed(ctx),
        groups=grouped(allowed(ctx)),
        completable=Choosing(ctx, words()).duties(),
        timeline=tuple(timeline(row, frozenset(parts))),
        document_duties=ctx.protocol.duties(),
        contacts=ctx.protocol.document.contacts.values(),
        now=house().now(),
        landed=LANDED in request.args,
        inspectorate=duty_of(ctx),
        of_harmed=ctx.case.outcome == "case" and me() in harmed_people(ctx),
        talks=ctx.protocol.talks(),
        talk_of=ctx.protocol.talk_of_duty,
        to_plan=[duty for duty in ctx.case.by_due() if of_his_talk(ctx, duty)],
        offence=dict(Choosing(ctx, words()).offences()).get,
    )
    return make_response(page)


@bp.get("/zaak/<reference>/bewijs/<file>")
@members_only
def download(reference: str, file: str) -> Response:
    """Give a file to who may see the evidence."""
    row, parts = house().reading.case(me(), reference)
    if "evidence" not in parts:
        abort(403)
    return files.download(row, file) or abort(404)


@bp.get("/zaak/<reference>/brief/<made>")
@members_only
def letter(reference: str, made: str) -> Response:
    """Give a letter as a file to who may see the measures and the hearing, for it has his account in it."""
    row, parts = house().reading.case(me(), reference)
    if not {"measures", "hearing"} <= set(parts):
        abort(403)
    return files.letter_of(row, made) or abort(404)
