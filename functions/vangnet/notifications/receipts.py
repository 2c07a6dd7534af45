"""Reading a provider's reports of delivery, by the paths that its gateway states.

- What cannot be read is no receipt, never an error: a report comes from outside, and may hold anything.
- A status that the gateway does not list is pending: only what is known counts as delivered or as failed.
- `why` is a code of the provider and nothing else, so that no number or text of anybody gets into a log.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas.channels import Gateway, Receipts, ReceiptState
from vangnet.notifications.paths import at_path, text_of

RECEIPTS_MAX = 1_000  # What one call may report; a provider sends them one by one, or by the hundred.
ID_LENGTH_MAX = 128
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}|[0-9]{1,6}")


@dataclass(frozen=True)
class Receipt:
    """What a provider says of one message: the id it is known by, how it fared, and the provider's code for it."""

    id: str
    state: ReceiptState
    why: str = ""


def read_receipt(gateway: Gateway, fields: Mapping[str, Any]) -> Receipt | None:
    """Return the first receipt of a report, or None; `fields` is parsed JSON, or the fields of a query or form."""
    return next(iter(read_receipts(gateway, fields)), None)


def read_receipts(gateway: Gateway, fields: Mapping[str, Any] | list[Any]) -> tuple[Receipt, ...]:
    """Return every receipt of a report that can be read, in its order; a list may hold several."""
    look = gateway.receipt
    if look is None:
        return ()
    found = [_receipt(look, report) for whole in _listed(fields) for report in _listed(_inner(look, whole))]
    return tuple(one for one in found if one)[:RECEIPTS_MAX]


def _listed(value: Any) -> list[Any]:
    return value[:RECEIPTS_MAX] if isinstance(value, list) else [value]


def _inner(look: Receipts, whole: Any) -> Any:
    return at_path(whole, look.each) if look.each else whole


def _receipt(look: Receipts, report: Any) -> Receipt | None:
    by = look.reference or look.id or ""
    known, status = text_of(at_path(report, by)), text_of(at_path(report, look.status))
    if not known or not status or len(known) > ID_LENGTH_MAX or not known.isprintable():
        return None
    return Receipt(known, look.states.get(status, "pending"), _why(look, report, status))


def _why(look: Receipts, report: Any, status: str) -> str:
    """Return the provider's code of the reason, else of the status."""
    reason = text_of(at_path(report, look.why)) if look.why else ""
    return next((code for code in (reason, status) if _CODE.fullmatch(code)), "")
