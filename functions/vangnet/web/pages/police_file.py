"""The button that makes the file for the police."""

from flask import Blueprint, Response, abort

from vangnet.case.errors import Refused
from vangnet.web.police import police_file
from vangnet.web.session import me, members_only

bp = Blueprint("police_file", __name__)


@bp.post("/zaak/<reference>/politiedossier")
@members_only
def make(reference: str) -> Response:
    """Make the file and give it, to who may."""
    try:
        return police_file(me(), reference)
    except Refused:
        abort(403)
