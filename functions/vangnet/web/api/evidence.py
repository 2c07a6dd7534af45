"""Files by API: sent first, then named in a report or a command by the handle that came back."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, abort, request

from vangnet.intake.evidence import FileRefused
from vangnet.web.api.caller import caller, callers_only
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import invalid, not_seen, tried
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.uploads import received
from vangnet.web.wrong import FieldProblem

bp = Blueprint("api_evidence", __name__, url_prefix="/api/v1")
PURPOSE = "evidence"
LASTS = timedelta(days=2)


@bp.post("/evidence")
@callers_only
def receive() -> Response:
    """Keep the file of the form field `file` as received and return its handle."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return invalid([FieldProblem("file", "missing", words()("errors.field.missing"))])
    try:
        kept = received(upload)
    except FileRefused as why:
        return invalid([FieldProblem("file", why.why, words()(f"errors.form.{why.why}", name=why.name))])
    handle = house().sealer.seal(PURPOSE, {"by": caller(), "file": kept.model_dump()}, LASTS)
    return answer(kept.model_dump(exclude={"key"}) | {"handle": handle}, 201)


@bp.get("/cases/<reference>/evidence/<file>")
@callers_only
def give(reference: str, file: str) -> Response:
    """Return a file of a case or a mail byte for byte as it was received, to who may see the evidence."""
    row, parts = house().reading.case(caller(), reference)
    if "evidence" not in parts:
        return not_seen(row.ctx.protocol)
    from vangnet.web.files import download  # Here, as who only files reports gives no file back.

    return download(row, file) or abort(404)


@bp.post("/cases/<reference>/police-file")
@callers_only
def police_file(reference: str) -> Response:
    """Make the file for the police and give it as a ZIP; that it was made is recorded."""
    from vangnet.web.police import police_file as made  # Likewise.

    return tried(lambda: made(caller(), reference))


@bp.get("/cases/<reference>/letters/<made>")
@callers_only
def letter(reference: str, made: str) -> Response:
    """Return a letter as it was made, to who may see the measures and the hearing, whose account it has in it."""
    row, parts = house().reading.case(caller(), reference)
    if not {"measures", "hearing"} <= set(parts):
        return not_seen(row.ctx.protocol)
    from vangnet.web.files import letter_of  # Here, as who only files reports gives no file back.

    return letter_of(row, made) or abort(404)


def resolved(fields: dict[str, Any]) -> tuple[dict[str, Any], list[FieldProblem]]:
    """Return the fields with every handle made the file it stands for, and what is wrong with one."""
    wrong: list[FieldProblem] = []
    found = dict(fields)
    for name in ("evidence", "file"):
        if isinstance(found.get(name), list):
            found[name] = [_file(one, f"{name}.{number}", wrong) for number, one in enumerate(found[name])]
        elif isinstance(found.get(name), Mapping):
            found[name] = _file(found[name], name, wrong)
    return found, wrong


def _file(one: Any, field: str, wrong: list[FieldProblem]) -> Any:
    """Return the file of a handle; a name alone stays a name, and anything else was never received here."""
    if not isinstance(one, Mapping):
        return one
    opened = house().sealer.open(PURPOSE, str(one.get("handle", "")))
    if isinstance(opened, dict) and opened["by"] == caller():
        return opened["file"]
    wrong.append(FieldProblem(field, "unknown_evidence", words()("errors.api.unknown_evidence")))
    return "-"


def fields_without(fields: dict[str, Any], bad: Iterator[str]) -> dict[str, Any]:
    """Return the fields but for those that are wrong, so that the rest can be looked at too."""
    tops = {name.split(".")[0] for name in bad}
    return {name: value for name, value in fields.items() if name not in tops}
