"""The mail queue; what can be done with a mail are commands at `/cases/{reference}/commands`."""

from typing import get_args

from flask import Blueprint, Response, request

from vangnet.shell.reading import MailState
from vangnet.web.api.caller import caller, callers_only
from vangnet.web.api.plain import answer
from vangnet.web.api.problems import invalid
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.wrong import FieldProblem

bp = Blueprint("api_mails", __name__, url_prefix="/api/v1")


@bp.get("/mails")
@callers_only
def mails() -> Response:
    """Return the mails in a state that the caller may read: those that wait, the oldest first, where none is named."""
    state = request.args.get("state", "waiting")
    known = get_args(MailState)
    if state not in known:
        text = words()("errors.field.literal_error", expected=", ".join(known))
        return invalid([FieldProblem("state", "literal_error", text)])
    rows = house().reading.mails(caller(), state)
    return answer({"mails": [house().reading.summary(row) for row in rows]})
