"""The file for the police, made for who may make it: it is recorded before it is given."""

from dataclasses import replace

from flask import Response

from schemas.commands.police import MakePoliceFile
from vangnet.case.permit import check_permit
from vangnet.shell.lookups import history
from vangnet.shell.reading import Row
from vangnet.web.files import attached, evidence_of
from vangnet.web.house import house
from vangnet.web.language import Words
from vangnet.web.people import PeopleWords


def police_file(actor: str, reference: str) -> Response:
    """Return the ZIP for the police as a download (AP-5.1.9); the look at all that is in it is kept too.

    Raises:
        UnknownCase: there is none with that reference.
        Refused: it is not his to make; nothing was made.
    """
    from vangnet.letters.police_zip import police_zip  # Typst is large, and few pages make a file.

    row, _ = house().reading.case(actor, reference)
    check_permit(row.ctx, MakePoliceFile())
    made = police_zip(
        _with_history(row).ctx,
        row.stream.events,
        evidence_of(row),
        house().evidence.content,
        PeopleWords(row.ctx.protocol, Words("nl", house().now())).titled(actor),
    )
    house().engine.do(actor, reference, MakePoliceFile(sha256=made.sha256, files=made.files))
    house().settle()
    return attached(f"politiedossier-{row.ctx.case.reference}.zip", made.content)


def _with_history(row: Row) -> Row:
    """Return the row with the other cases of who was identified in it."""
    known = history(house().engine.streams, row.ctx.case)
    return replace(row, ctx=replace(row.ctx, facts=replace(row.ctx.facts, history=known)))
