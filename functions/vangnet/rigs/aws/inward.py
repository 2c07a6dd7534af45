"""What comes in by queues: mails, uploaded files, and what becomes of messages. Each is made once for a process."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from vangnet.access.sealing import Sealer
from vangnet.rigs.aws import logs
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.notices import landed

if TYPE_CHECKING:
    from schemas.events.mail import MailReceived
    from vangnet.case.state import MessageItem
    from vangnet.shell.streams import Stream


def mail_in(rig: Any) -> Callable[[str], object]:
    """Return what takes in the mails that a message of the queue names."""
    from vangnet.intake.mail.receive import MailIntake
    from vangnet.rigs.aws.mail_in import received
    from vangnet.rigs.name_service import look_up

    class Intake(MailIntake):
        """Takes mails in, and tells the log which report each is."""

        def receive(self, raw: bytes, **how: Any) -> "MailReceived":
            stored = super().receive(raw, **how)
            logs.about(stored.report or stored.reference)
            return stored

    intake = Intake(rig.engine, look_up=look_up, feedback=rig.feedback)
    return partial(received, client=client("s3"), bucket=rig.settings.mail, intake=intake)


def landing(rig: Any) -> Callable[[str], object]:
    """Return what seals the files that a message of the queue names, and puts them into their cases."""
    from vangnet.rigs.aws.uploads import FOLDER, Landing

    landing_in = Landing(client("s3"), rig.settings.uploads, rig.engine, Sealer(rig.secret, rig.clock.now))

    def land(body: str) -> None:
        for one in landed(body):
            logs.about(one.key.removeprefix(FOLDER).partition("/")[0])
            landing_in.land(one.key)

    return land


def returns(rig: Any) -> Callable[[str], object]:
    """Return what notes what AWS reports of messages, and counts how often of each kind."""
    from vangnet.rigs.aws.numbers import count
    from vangnet.rigs.aws.returns import Returns
    from vangnet.shell.feedback import Feedback

    class Told(Feedback):
        """Finds the message that is meant, and tells the log which report it is about."""

        def message(self, message_id: str) -> "tuple[Stream, MessageItem] | None":
            found = super().message(message_id)
            if found:
                logs.about(found[0].id)
            return found

    taking = Returns(Told(rig.engine))

    def take(body: str) -> None:
        count(f"message_{taking.take(body)}")

    return take
