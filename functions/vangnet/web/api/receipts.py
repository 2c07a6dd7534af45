"""Where SMS providers report what became of a message; who knows the address may report, and nothing else."""

import hmac
import json
from typing import Any

from flask import Blueprint, Response, abort, request

from vangnet.notifications.receipts import read_receipts
from vangnet.web.api.caller import BODY_LENGTH_MAX
from vangnet.web.house import house

bp = Blueprint("api_receipts", __name__, url_prefix="/api/v1")


@bp.route("/receipts/<gateway>/<code>", methods=["GET", "POST"])
def receipts(gateway: str, code: str) -> Response:
    """Note each receipt and answer 204, also where it fits no message: a provider would only send it again.

    An address that is not ours, or a gateway that reports nothing, is 404.
    """
    row = next((one for one in house().protocol.municipality.gateways if one.name == gateway), None)
    ours = house().engine.names.receipt_code(gateway)
    if row is None or row.receipt is None or not hmac.compare_digest(code.encode(), ours.encode()):
        abort(404)
    for one in read_receipts(row, _fields()):
        house().feedback.receipt(gateway, one.id, one.state)
    return Response(status=204)


def _fields() -> dict[str, Any] | list[Any]:
    """Return what was sent: JSON, or the fields of a form or of the address; nothing where it cannot be read."""
    if (request.content_length or 0) > BODY_LENGTH_MAX:
        abort(413)
    text = request.get_data(cache=True)[:BODY_LENGTH_MAX]
    try:
        found = json.loads(text) if text.strip()[:1] in {b"{", b"["} else None
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict | list) else request.values.to_dict()
