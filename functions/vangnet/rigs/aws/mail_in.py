"""Mail in: SES writes each mail to S3, S3 tells a queue, and from there it is taken in as every other mail.

SES puts its own headers on top: Return-Path with the sender of the envelope, and what it found about the sender, which
is believed where the municipality's `mail_in.authserv_id` is `amazonses.com`. What stands further down anybody can
have written. Into its findings SES copies words of the sender too (how his server greets, the envelope): each finding
begins a line of its own, so a line that names a method anywhere else makes the whole mail a stranger's.
"""

import re
from typing import Any

from vangnet.intake.mail.headers import read_headers
from vangnet.intake.mail.receive import MAIL_SIZE_MAX, MailIntake
from vangnet.rigs.aws.arrivals import OURS, Arrivals
from vangnet.rigs.aws.notices import NoticeUnreadable, landed

SETUP = "AMAZON_SES_SETUP_NOTIFICATION"  # Written once, when a receipt rule is made; it is no mail of anybody.
RETURN_PATH = "return-path"
RESULTS = re.compile(rb"^authentication-results:.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE)
METHOD = re.compile(rb"(?<![\w.@-])(?:spf|dkim|dmarc|auth)(?![\w.@-])", re.IGNORECASE)


def received(body: str, client: Any, bucket: str, intake: MailIntake) -> None:
    """Take in the mails of which one body of the queue tells, and delete them once they are kept as evidence.

    Raises:
        NoticeUnreadable, NeverLanded, TooLarge: it is no such notice, or no such mail; no other try helps.
        StoreUnavailable, VersionConflict: try again; what was taken in before is not taken in twice.
    """
    arrivals = Arrivals(client, bucket)
    for one in landed(body):
        if one.bucket != bucket:
            raise NoticeUnreadable("a notice of another bucket")
        if one.key.startswith(OURS):
            continue
        arrival = arrivals.fetch(one.key, limit=MAIL_SIZE_MAX)
        if arrival is None:
            continue
        if one.key.rpartition("/")[2] != SETUP:
            raw = arrival.content
            trusted = None if plain_results(raw) else False
            intake.receive(raw, envelope_sender=envelope_sender(raw), loopback=False, trusted=trusted)
        arrivals.done(arrival)


def envelope_sender(raw: bytes) -> str | None:
    """Return who the envelope said a mail is from, empty for nobody, or None where SES did not write it on top."""
    fields = read_headers(raw, 0, len(raw))[0].fields
    if not fields or fields[0][0] != RETURN_PATH:
        return None
    return fields[0][1].strip().removeprefix("<").removesuffix(">").strip()


def plain_results(raw: bytes) -> bool:
    """Tell whether the topmost findings about a sender are all SES's own words: each method begins its line."""
    end = read_headers(raw, 0, len(raw))[1]
    found = RESULTS.search(raw, 0, end)
    lines = found[0].splitlines() if found else []
    return not any(line[: word.start()].strip() for line in lines for word in METHOD.finditer(line))
