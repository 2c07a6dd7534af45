"""Letters on AWS: whoever follows a stream asks for its letters by a queue, and one function alone makes them files."""

from collections.abc import Callable
from typing import Any

from vangnet.rigs.aws import logs
from vangnet.rigs.aws.clients import client


def asking(rig: Any) -> Callable[[str], bool]:
    """Return what asks for the letters of a stream that wait to be made files; asking twice makes none twice."""

    def ask(stream: str) -> bool:
        case = rig.engine.streams.load(stream).case
        if rig.settings.letters and not case.wiped and any(one.waits for one in case.made.values()):
            client("sqs").send_message(QueueUrl=rig.settings.letters, MessageBody=stream)
        return False  # Nothing was stored here: the function that is asked does that.

    return ask


def printing(rig: Any) -> Callable[[str], object]:
    """Return what makes the letters of a stream files, by the stream's name."""
    from vangnet.intake.evidence import EvidenceRoom
    from vangnet.letters.printing import Printing

    room = EvidenceRoom(rig.blobs, rig.keys, rig.keys, rig.clock.now)
    made = Printing(rig.engine, room.receive)

    def print_letters(stream: str) -> None:
        logs.about(stream)
        made.print(stream)

    return print_letters
