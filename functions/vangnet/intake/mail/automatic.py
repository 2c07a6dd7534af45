"""Whether a program sent a mail, by the headers of the mail itself; what is passed on in it is not asked.

In this order, the first that holds:

- `own`: it carries our own header;
- `bounce`: a report of delivery, or a sender that only mail servers have;
- `auto_reply`: a receipt, or it says so itself in a header or at the beginning of its subject;
- `list`: it came by a mailing list;
- `bounce`: it takes no answer (an empty Return-Path), and nothing above explains why;
- `auto_reply`: it was sent in bulk.
"""

import re

from vangnet.intake.mail.headers import Headers, split_address
from vangnet.intake.mail.message import Automatic

OWN = "x-vangnet"
SERVERS = frozenset({"mailer-daemon", "postmaster", "mail-daemon", "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e"})
# X-Auto-Response-Suppress is not among them: Exchange puts it on what people write.
SAYS_SO = ("x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply", "x-mail-autoreply")
AUTO_PRECEDENCE = frozenset({"auto_reply", "auto-reply"})
BULK = frozenset({"bulk", "junk"})
SUBJECTS = re.compile(
    r"\s*(?:automatisch(?:e)? (?:antwoord|reactie|beantwoording)|automatic reply|auto(?:matic)?[- ]?reply|autoreply"
    r"|auto[- ]?response|out of (?:the )?office|afwezigheids?(?:bericht|assistent|melding)"
    r"|afwezig\s*(?::|$|-|t/?m\b|van\b|tot\b)|automatische antwort|réponse automatique)",
    re.IGNORECASE,
)


def automatic(headers: Headers) -> Automatic:
    """Return which kind of program sent the mail with these headers, or an empty text for a person."""
    if headers.all(OWN):
        return "own"
    if (kind := headers.kind()) == "multipart/report":
        report = headers.parameter("report-type").lower()
        return "bounce" if report in {"", "delivery-status"} else "auto_reply"
    if split_address(headers.first("from"))[1].split("@")[0] in SERVERS:
        return "bounce"
    if kind == "message/disposition-notification" or _says_so(headers):
        return "auto_reply"
    precedence = headers.first("precedence").strip().lower()
    if headers.all("list-id") or headers.all("list-unsubscribe") or precedence == "list":
        return "list"
    if "".join(headers.first("return-path").split()) == "<>":
        return "bounce"
    return "auto_reply" if precedence in BULK else ""


def _says_so(headers: Headers) -> bool:
    submitted = headers.first("auto-submitted").split(";")[0].split("(")[0].strip().lower()
    if submitted not in {"", "no"} or any(headers.all(name) for name in SAYS_SO):
        return True
    if headers.first("precedence").strip().lower() in AUTO_PRECEDENCE:
        return True
    return bool(SUBJECTS.match(headers.text("subject")))
