"""The files of a case or a mail: which there are, and giving one back, only ever as a download."""

from flask import Response

from schemas.events.mail import MailReceived
from schemas.events.reports import EvidenceAdded, ReportFiled
from schemas.report import Evidence
from vangnet.shell.reading import Row
from vangnet.web.house import house


def evidence_of(row: Row) -> list[Evidence]:
    """Return every file of a case or a mail, in the order in which it came."""
    found: list[Evidence] = []
    for one in row.stream.events:
        if isinstance(one.event, ReportFiled | MailReceived):
            found += one.event.evidence
        if isinstance(one.event, EvidenceAdded) and one.event.evidence and one.event.part == "evidence":
            found.append(one.event.evidence)
    return found


def download(row: Row, file: str) -> Response | None:
    """Return a file byte for byte as it was received, or None where there is none of that id."""
    found = next((one for one in evidence_of(row) if one.id == file), None)
    return given(found) if found else None


def letter_of(row: Row, made: str) -> Response | None:
    """Return a letter of a case as a file, or None where there is none of that id, or not yet."""
    item = row.ctx.case.made.get(made)
    return given(item.file) if item and item.file else None


def given(found: Evidence) -> Response | None:
    """Return a file byte for byte as it is kept, or None where it is gone."""
    content = house().evidence.content(found)
    return None if content is None else attached(found.name, content)


def attached(name: str, content: bytes) -> Response:
    """Return bytes as a download, aside where they are too large for an answer of ours."""
    aside = house().aside
    link = aside.link(name, "application/octet-stream", content) if aside else None
    if link:
        return Response(status=303, headers={"Location": link})
    response = Response(content, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
