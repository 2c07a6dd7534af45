"""Notices of mail that was not delivered: which mail, for good or not yet, and why; of the person they keep nothing."""

import re

from vangnet.intake.mail.headers import Headers, read_headers
from vangnet.intake.mail.message import Bounce
from vangnet.intake.mail.parts import Part

ID = re.compile(r"<[^<>\s]{1,500}>")
ID_LINE = re.compile(r"^[>\s]{0,10}message-id:\s{0,4}(<[^<>\s]{1,500}>)", re.IGNORECASE | re.MULTILINE)
STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
REPLY_CODE = re.compile(
    r"(?:\b(?:host|said|status|smtp|error|code|response|fout)\b[^\n]{0,200}?|^\s*|#)\b([45])\d\d[ \-#]", re.I | re.M
)
NOT_YET = re.compile(
    r"\b(?:delayed|vertraagd|still being retried|will (?:be )?(?:retr|keep trying)|nog niet (?:afgeleverd|bezorgd)"
    r"|temporar(?:y|ily)|tijdelijk|opnieuw geprobeerd|warning message only|you do not need to resend)",
    re.IGNORECASE,
)
SUBJECTS = {
    "1": "address",
    "2": "mailbox",
    "3": "system",
    "4": "network",
    "5": "protocol",
    "6": "content",
    "7": "policy",
}
STATUS_KINDS = frozenset({"message/delivery-status", "message/global-delivery-status"})
ORIGINAL_KINDS = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
RECIPIENTS_MAX = 200  # Blocks of a report, one for each recipient.
GOOD = frozenset({"delivered", "relayed", "expanded"})


def read_bounce(root: Part, text: str) -> Bounce | None:
    """Return what a notice says; None for one that tells of delivery, or names no mail."""
    message_id = _message_id(root, text)
    if not message_id:
        return None
    actions, statuses = _report(root)
    if actions and actions <= GOOD:
        return None
    if not statuses:
        statuses = [found[0] for found in STATUS.finditer(text) if found[1] != "2"][:1]
    status = next((one for one in statuses if one.startswith("5")), statuses[0] if statuses else "")
    if actions - GOOD:
        permanent = "failed" in actions
    elif status:
        permanent = status.startswith("5")
    else:
        code = REPLY_CODE.search(text)
        permanent = code[1] == "5" if code else not NOT_YET.search(text)
        status = f"{code[1]}.0.0" if code else ""
    return Bounce(message_id, permanent, _why(status))


def _why(status: str) -> str:
    parts = status.split(".")
    return f"{status} {SUBJECTS.get(parts[1], 'other')}" if len(parts) == 3 else "unknown"


def _message_id(root: Part, text: str) -> str:
    for part in root.leaves():
        if part.kind in ORIGINAL_KINDS:
            content = part.content()[0]
            if original := ID.search(read_headers(content, 0, len(content))[0].first("message-id")):
                return original[0]
    if in_text := ID_LINE.search(text):
        return in_text[1]
    names = (root.headers.first(name) for name in ("x-failed-message-id", "in-reply-to", "references"))
    answered = next((found for name in names if (found := ID.findall(name))), None)
    return answered[-1] if answered else ""


def _report(root: Part) -> tuple[set[str], list[str]]:
    """Return the actions and the status codes of a report, of every recipient."""
    actions: set[str] = set()
    statuses: list[str] = []
    for part in root.leaves():
        if part.kind not in STATUS_KINDS:
            continue
        for block in _blocks(part.content()[0]):
            if action := block.first("action").strip().lower():
                actions.add(action.split()[0])
            if found := STATUS.search(block.first("status")) or STATUS.search(block.first("diagnostic-code")):
                statuses.append(found[0])
    return actions, statuses


def _blocks(content: bytes) -> list[Headers]:
    blocks: list[Headers] = []
    at = 0
    while at < len(content) and len(blocks) < RECIPIENTS_MAX:
        block, after = read_headers(content, at, len(content))
        if block.fields:
            blocks.append(block)
        # A line that is no header would be read again for ever.
        at = after if after > at else (content.find(b"\n", at) + 1 or len(content))
    return blocks
