"""The calendar of obligations: that it is there, and the lessons that the yearly discussion draws on."""

from collections.abc import Sequence
from itertools import islice

from schemas.base import EPOCH
from schemas.events.base import SYSTEM
from schemas.events.obligations import ObligationsKept
from vangnet.case.facts import Facts
from vangnet.case.lessons import Lesson, lesson_of
from vangnet.case.obligations import OBLIGATIONS_STREAM, OF_THE_CALENDAR
from vangnet.shell.counting import every_report
from vangnet.shell.engine import Engine

LESSONS_MAX = 100  # More than anybody discusses in an evening.


def keep_obligations(engine: Engine) -> None:
    """Begin the calendar, once, where the document has obligations or trial alarms that come by it.

    It is looked at anew at each start, as the document may call for something sooner than the one before.

    Raises:
        StoreUnavailable: it was not stored.
    """
    protocol = engine.configuration.protocol
    trial = protocol.document.trial_alarm
    if not any(row.opens in OF_THE_CALENDAR for row in protocol.duties().values()) and not (trial and trial.months):
        return
    stream = engine.streams.load(OBLIGATIONS_STREAM)
    if stream.version == 0:
        engine.append(engine.context(stream, SYSTEM, Facts()), stream, (ObligationsKept(),), key="kept", actor=SYSTEM)
    engine.hint(stream.id)


def lessons(engine: Engine) -> Sequence[Lesson]:
    """Return the last lessons of cases that are over, without personal data, in an order that tells nothing of one."""
    over = [stream for stream in every_report(engine) if stream.case.closing]
    over.sort(key=lambda stream: stream.case.filed_at or EPOCH, reverse=True)
    told = (lesson for stream in over if (lesson := lesson_of(engine.context(stream, SYSTEM))))
    return sorted(islice(told, LESSONS_MAX), key=lambda one: (-one.year, one.classed, one.text))
