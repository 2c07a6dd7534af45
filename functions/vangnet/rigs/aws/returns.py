"""What comes back about mail and SMS through SNS and a queue, as the house is told of it.

| event | counts as |
|---|---|
| Delivery | delivered |
| Bounce: Permanent, Undetermined, or Transient for a reason that is not General | not delivered |
| Bounce: Transient, General | nothing: an absence message is reported so as well |
| Complaint, unless it is one that says that the mail is no spam | not delivered: somebody must ask that person |
| Reject, Rendering Failure | not delivered |
| DeliveryDelay, Send, Open, Click, Subscription | nothing |
| TEXT_DELIVERED, a final TEXT_SUCCESSFUL | delivered |
| TEXT_BLOCKED and every other that SMS_FAILED names | not delivered |

What cannot be read, and what is not known, is counted and left: nothing here may hold up the queue.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

from vangnet.rigs.aws.notices import NoticeUnreadable, fields_of
from vangnet.rigs.aws.senders import MARK_TAG, SNS
from vangnet.shell.feedback import Feedback, ReceiptState

Counted = Literal["delivered", "lost", "late", "ignored", "strange", "unknown", "unreadable"]

IGNORED = frozenset({"Send", "Open", "Click", "Subscription"})
SMS_EVENT = "TEXT_"
SMS_PENDING = frozenset({"TEXT_PENDING", "TEXT_QUEUED", "TEXT_SENT", "TEXT_SUCCESSFUL"})
SMS_FAILED = frozenset(
    {
        "TEXT_BLOCKED",
        "TEXT_CARRIER_BLOCKED",
        "TEXT_CARRIER_UNREACHABLE",
        "TEXT_INVALID",
        "TEXT_INVALID_MESSAGE",
        "TEXT_PROTECT_BLOCKED",
        "TEXT_SPAM",
        "TEXT_TTL_EXPIRED",
        "TEXT_UNKNOWN",
        "TEXT_UNREACHABLE",
    }
)
CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")  # A word of AWS's own, never an address or a text.


class Returns:
    """Notes what AWS reports of messages that it took; `counts` says how often of each kind, since the start."""

    def __init__(self, feedback: Feedback) -> None:
        """Take where it is noted."""
        self._feedback = feedback
        self.counts: Counter[Counted] = Counter()

    def take(self, body: str) -> Counted:
        """Note one event and return what it counts as, one of few words that tell nothing of anybody.

        Raises:
            StoreUnavailable, VersionConflict: it was not noted; try again.
        """
        counted = self._taken(body)
        self.counts[counted] += 1
        return counted

    def _taken(self, body: str) -> Counted:
        try:
            event = fields_of(body)
        except NoticeUnreadable:
            return "unreadable"
        kind = event.get("eventType") or event.get("notificationType")
        if not isinstance(kind, str):
            return "unknown"
        return self._sms(kind, event) if kind.startswith(SMS_EVENT) else self._mail(kind, event)

    def _mail(self, kind: str, event: Mapping[str, Any]) -> Counted:
        if kind in IGNORED:
            return "ignored"
        mark = _mark(event)
        if kind == "Delivery":
            return "delivered" if self._feedback.delivered(mark) else "strange"
        if kind == "DeliveryDelay":
            return "late" if self._feedback.bounced(mark, permanent=False, why="delayed") else "strange"
        why = _why(kind, event)
        if why is None:
            return "unknown"
        if not self._feedback.bounced(mark, permanent=bool(why), why=why):
            return "strange"
        return "lost" if why else "ignored"

    def _sms(self, kind: str, event: Mapping[str, Any]) -> Counted:
        message = str(event.get("messageId", ""))
        final = kind == "TEXT_SUCCESSFUL" and event.get("isFinal") is True
        if kind == "TEXT_DELIVERED" or final:
            return self._receipt(message, "delivered", "delivered")
        if kind in SMS_FAILED:
            return self._receipt(message, "failed", "lost")
        return "ignored" if kind in SMS_PENDING else "unknown"

    def _receipt(self, message: str, state: ReceiptState, counted: Counted) -> Counted:
        return counted if self._feedback.receipt(SNS, message, state) else "strange"


def _mark(event: Mapping[str, Any]) -> str:
    """Return the mark that a mail was sent with: its tag, else the Message-ID that we gave it."""
    mail = _part(event, "mail")
    tags = _part(mail, "tags").get(MARK_TAG)
    if isinstance(tags, list) and tags:
        return str(tags[0])
    return str(_part(mail, "commonHeaders").get("messageId", ""))


def _why(kind: str, event: Mapping[str, Any]) -> str | None:
    """Return why a mail did not arrive, nothing where it may have, or None where the event is not known."""
    if kind in {"Reject", "Rendering Failure"}:
        return kind.lower()
    if kind == "Complaint":
        about = _code(_part(event, "complaint").get("complaintFeedbackType"))
        return "" if about == "not-spam" else " ".join(["complaint", about]).strip()
    if kind != "Bounce":
        return None
    bounce = _part(event, "bounce")
    of, reason = _code(bounce.get("bounceType")), _code(bounce.get("bounceSubType"))
    return "" if (of, reason) == ("Transient", "General") else " ".join([of, reason]).strip() or "unknown"


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _code(value: Any) -> str:
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""
