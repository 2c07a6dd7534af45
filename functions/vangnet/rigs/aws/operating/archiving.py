"""The archive of a stack, and an archive into an empty one: both while it is stopped, so that nobody writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.archive import Manifest
from vangnet.case.obligations import OBLIGATIONS_STREAM
from vangnet.cli.rigs import Exported
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.keys import PLAIN, KmsKeys
from vangnet.rigs.aws.operating.items import remove_stream, waiting_reports
from vangnet.rigs.aws.operating.looking import DEAD_LETTERS, WAITING, count
from vangnet.rigs.aws.operating.running import require_stopped
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack
from vangnet.rigs.aws.rig import AwsRig
from vangnet.rigs.embedded.archiving import exported
from vangnet.shell.archive import IMPORT_STREAM, Parts
from vangnet.shell.archive_import import import_
from vangnet.shell.archive_reading import Archive
from vangnet.shell.arrivals import Arrivals
from vangnet.shell.streams import every_stream

DOCUMENTS = "documents/"  # What a stack notes by itself within its first minute, beside the calendar.


def export_stack(stack: Stack, file: Path, *, leave_queued: bool) -> Exported:
    """Write the archive of a stopped stack; what waits in its inbox is taken up first.

    Raises:
        CannotOperate: it runs, or mails or files still wait in its queues and are not to be left.
    """
    require_stopped(stack)
    names = [name for name in WAITING if count(stack, WAITING[name]) or count(stack, DEAD_LETTERS[name])]
    if names and not leave_queued:
        raise CannotOperate(
            f"In the queues of {', '.join(names)} something waits that no archive holds; start the stack until it is "
            "taken in (see redrive), or give --leave-queued."
        )
    return export_rig(stack.rig, file)


def export_rig(rig: AwsRig, file: Path) -> Exported:
    """Write the archive of a table to which nobody writes; reports that wait in its inbox are taken up first.

    Raises:
        CannotOperate: one cannot be taken up.
    """
    arrivals = Arrivals(rig.engine)
    for stream in waiting_reports(client("dynamodb"), rig.settings.table):
        try:
            arrivals.admit(stream)
        except Exception as error:
            raise CannotOperate(f"The report {stream} cannot be taken up: {type(error).__name__}.") from None
    return exported(lambda: parts(rig), file)


@contextmanager
def parts(rig: AwsRig) -> Iterator[Parts]:
    """Yield where everything of a rig lies."""
    yield Parts(rig.store, rig.keys, rig.blobs, rig.keys.hashing)


def import_stack(stack: Stack, file: Path) -> Manifest:
    """Take an archive into a stopped stack that holds nothing yet.

    Raises:
        CannotOperate: it runs, or is not empty, or the archive is not whole.
    """
    require_stopped(stack)
    return import_rig(stack.rig, file)


def import_rig(rig: AwsRig, file: Path) -> Manifest:
    """Take an archive into an empty table to which nobody writes; its hashing key goes into the secret.

    Raises:
        CannotOperate: the table is not empty, or another archive was taken in half.
    """
    with file.open("rb") as source:
        archive = Archive(source)
        _make_room(rig, archive)
        secret = PLAIN + archive.hashing.hex()
        if rig.keys.hashing != archive.hashing:
            client("secretsmanager").put_secret_value(SecretId=rig.settings.secret, SecretString=secret)
        keys = KmsKeys(client("kms"), rig.settings.key, archive.hashing)
        import_(archive, Parts(rig.store, keys, rig.blobs, archive.hashing))
    return archive.manifest


def _make_room(rig: AwsRig, archive: Archive) -> None:
    """Take away what a stack notes by itself; anything else stays, and refuses the archive.

    Raises:
        CannotOperate: there is something else.
    """
    table = client("dynamodb"), rig.settings.table
    streams = list(every_stream(rig.store))
    if IMPORT_STREAM in streams and rig.keys.hashing == archive.hashing:
        return  # Begun before: the import itself says whether this archive may go on.
    if next(waiting_reports(*table), None) or not all(_noted_by_itself(rig, one) for one in streams):
        raise CannotOperate("The stack is not empty; an archive goes into an empty one only. Deploy another one.")
    for stream in streams:
        remove_stream(*table, stream)


def _noted_by_itself(rig: AwsRig, stream: str) -> bool:
    """Tell whether a stack made a stream by itself: a document, or a calendar on which nobody recorded anything yet."""
    if stream != OBLIGATIONS_STREAM:
        return stream.startswith(DOCUMENTS)
    case = rig.engine.streams.load(stream).case
    return not case.held and not case.trainings
