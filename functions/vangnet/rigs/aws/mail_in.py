"""Mail in: SES writes each mail to S3, S3 tells a queue, and from there it is taken in as every other mail.

SES puts its own headers on top: Return-Path with the sender of the envelope, and what it found about the sender, which
is believed where the municipality's `mail_in.authserv_id` is `amazonses.com`. What stands further down anybody can
have written.
"""

from typing import Any

from vangnet.intake.mail.headers import read_headers
from vangnet.intake.mail.receive import MAIL_SIZE_MAX, MailIntake
from vangnet.rigs.aws.arrivals import OURS, Arrivals
from vangnet.rigs.aws.notices import NoticeUnreadable, landed

SETUP = "AMAZON_SES_SETUP_NOTIFICATION"  # Written once, when a receipt rule is made; it is no mail of anybody.
RETURN_PATH = "return-path"


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
            intake.receive(arrival.content, envelope_sender=envelope_sender(arrival.content), loopback=False)
        arrivals.done(arrival)


def envelope_sender(raw: bytes) -> str | None:
    """Return who the envelope said a mail is from, empty for nobody, or None where SES did not write it on top."""
    fields = read_headers(raw, 0, len(raw))[0].fields
    if not fields or fields[0][0] != RETURN_PATH:
        return None
    return fields[0][1].strip().removeprefix("<").removesuffix(">").strip()
