"""What comes in by queues: mails, uploaded files, and what becomes of messages."""

from collections.abc import Callable
from typing import Any

from vangnet.rigs.aws.clients import client


def mail_in(rig: Any) -> Callable[[str], object]:
    """Return what takes in the mail that a message of the queue names."""
    from functools import partial

    from vangnet.intake.mail.receive import MailIntake
    from vangnet.rigs.aws.mail_in import received

    intake = MailIntake(rig.engine, feedback=rig.feedback)
    return partial(received, client=client("s3"), bucket=rig.settings.mail, intake=intake)
