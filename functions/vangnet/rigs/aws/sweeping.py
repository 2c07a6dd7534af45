"""The sweep: each minute whatever is due and was not done, whoever should have done it; then a sign of life."""

from datetime import timedelta
from typing import Any

from vangnet.case.obligations import OBLIGATIONS_STREAM
from vangnet.rigs.aws import logs
from vangnet.rigs.aws.numbers import count
from vangnet.shell.archive_import import check_import
from vangnet.shell.obligations import keep_obligations

LATE_SECONDS = 90  # What is overdue for longer than the sweep's own minute, and the time that it takes.


def _keep_calendar(rig: Any) -> None:
    """Begin the calendar where the document has one; once in each process let it look when it wants to be woken.

    It may have begun under another document, which called for nothing so soon.
    """
    keep_obligations(rig.engine)
    if not rig.calendar_looked_at:
        rig.calendar_looked_at = True
        if rig.engine.streams.load(OBLIGATIONS_STREAM).version:
            rig.following.tick_safely(OBLIGATIONS_STREAM)


def sweep(rig: Any) -> dict[str, int]:
    """Keep the documents in force, tick what is due, and count it; `late` is what a working clock had not left over.

    Raises:
        ArchiveError: an archive went in only half; nothing is told to anybody until its import is finished.
    """
    late, swept, stuck = 0, 0, 0
    try:
        check_import(rig.store, rig.keys.hashing)
        rig.engine.keep_document()
        _keep_calendar(rig)
        late = len(rig.store.due(until=rig.clock.now() - timedelta(seconds=LATE_SECONDS), limit=100))
        swept = rig.following.sweep()
    finally:  # What goes wrong halfway must be seen all the more.
        stuck = len(rig.following.stuck)
        for stream in rig.following.stuck:
            logs.logger.error("cannot be followed", extra={"stream": stream})
        count("late", late)
        count("swept", swept)
        count("stuck", stuck)
    if rig.sign_of_life:
        rig.sign_of_life.beat(healthy=not late and not stuck)
    return {"late": late, "swept": swept, "stuck": stuck}
