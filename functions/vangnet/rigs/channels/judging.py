"""What a gateway is asked, and what its answer means. Of an answer, in this order:

- 429 and 503: try again after what Retry-After says, within bounds;
- what the gateway calls `refused`: this number is refused, while the gateway works;
- any other status than those of `ok`, an answer that is no JSON, another value than that of `ok`: failed;
- `id` is stated and not there: failed, as nothing would tell how the message fares.
"""

import hashlib
import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from schemas.channels import Answer, Gateway
from vangnet.case.terms import after
from vangnet.notifications.paths import at_path, text_of
from vangnet.rigs.channels.asking import Answered
from vangnet.shell.ports import Outgoing, SendFailed, Taken

AGAIN_MIN = timedelta(seconds=5)  # A gateway that says "at once" would be asked in a circle.
AGAIN_MAX = timedelta(minutes=15)  # An alarm does not wait longer, whatever a gateway asks.
ID_LENGTH_MAX = 128
REFERENCE_LENGTH = 20
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_FILL = re.compile(r"\{(to|text|reference|sender|receipt)\}")


def reference_of(message: Outgoing) -> str:
    """Return the name by which the world knows the message; it tells nothing, and is the same each time."""
    return message.mark or hashlib.sha256(message.id.encode()).hexdigest()[:REFERENCE_LENGTH]


def body_of(gateway: Gateway, message: Outgoing, receipts: str) -> bytes:
    """Return the JSON to post; each string of the template is filled once, so that a text cannot ask for more."""
    digits = message.to.removeprefix("+")
    prefix = gateway.number.removesuffix("31")
    values = {
        "to": prefix + digits,
        "text": message.text,
        "reference": reference_of(message),
        "sender": gateway.sender,
        "receipt": receipts,
    }
    return json.dumps(_filled(gateway.body, values)).encode()


def _filled(template: Any, values: dict[str, str]) -> Any:
    if isinstance(template, str):
        return _FILL.sub(lambda found: values[found[1]], template)
    if isinstance(template, dict):
        return {key: _filled(part, values) for key, part in template.items()}
    if isinstance(template, list | tuple):
        return [_filled(part, values) for part in template]
    return template


def taken(gateway: Gateway, message: Outgoing, answered: Answered, now: datetime) -> Taken:
    """Return that the gateway took the message.

    Raises:
        SendFailed: it did not.
    """
    status = answered.status
    if status in BUSY:
        raise SendFailed(f"answered {status}", again_after=again_after(answered.retry_after, now))
    answer = _parsed(answered.body)
    if gateway.refused and _is(gateway.refused, status, answer):
        raise SendFailed(f"answered {status}: this number is refused", permanent=True)
    good = status in gateway.ok.statuses if gateway.ok.statuses else 200 <= status < 300
    if not good:
        raise SendFailed(f"answered {status}")
    if answer is None:
        raise SendFailed(f"answered {status} with what is no JSON")
    if not _is(gateway.ok, status, answer):
        raise SendFailed(f"answered {status} with an error of its own")
    theirs = text_of(at_path(answer, gateway.id)) if gateway.id else ""
    if gateway.id and not (0 < len(theirs) <= ID_LENGTH_MAX):
        raise SendFailed(f"answered {status} without an id")
    ours = reference_of(message)
    by_ours = not theirs or (gateway.receipt is not None and gateway.receipt.reference is not None)
    within = after(now, gateway.receipt.within) - now if gateway.receipt else None
    return Taken(via=gateway.name, id=ours if by_ours else theirs, receipt_within=within)


def again_after(text: str, now: datetime) -> timedelta | None:
    """Return the pause that a Retry-After asks for (seconds, or a date), within bounds; None where it asks for none."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        # More digits than these mean longer than the bound anyhow.
        asked = timedelta(seconds=int(text[:9]))
    else:
        try:
            moment = parsedate_to_datetime(text)
            asked = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return min(max(asked, AGAIN_MIN), AGAIN_MAX)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _is(wanted: Answer, status: int, answer: Any) -> bool:
    if wanted.statuses and status not in wanted.statuses:
        return False
    if wanted.path is None:
        return True
    return text_of(at_path(answer, wanted.path)) in {str(value) for value in wanted.values}
