"""The report of a meeting as a PDF, for who may read its log; the look is kept."""

from flask import Response

from vangnet.letters.meeting_report import Told, report
from vangnet.shell.reading import Row
from vangnet.web.files import attached
from vangnet.web.house import house
from vangnet.web.language import Words
from vangnet.web.meetings import lines, offences, said
from vangnet.web.people import PeopleWords


def meeting_report(actor: str, reference: str) -> Response | None:
    """Return the report as a download, or None for who may not read the log.

    Raises:
        UnknownCase: there is none with that reference.
    """
    row, parts = house().reading.case(actor, reference)
    if row.ctx.case.kind != "meeting" or not parts:
        return None
    suffix, content = report(row.ctx, _told(row, actor))
    return attached(f"verslag-{row.ctx.case.reference}.{suffix}", content)


def _told(row: Row, actor: str) -> Told:
    words = Words("nl", house().now())
    people = PeopleWords(row.ctx.protocol, words)
    return Told(
        by=people.titled(actor),
        lines=[
            (one.at, one.recorded_at if one.late else None, one.what, one.more, one.who) for one in lines(row, words)
        ],
        stands=[text for key, text in said(row, words) if key == "offence"],
        offences=offences(row, words),
    )
