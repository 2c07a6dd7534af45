"""The calendar of obligations: that it is there, and the lessons that the yearly discussion draws on."""

from collections.abc import Sequence

from schemas.events.base import SYSTEM
from schemas.events.obligations import ObligationsKept
from vangnet.case.facts import Facts
from vangnet.case.lessons import Lesson, lesson_of
from vangnet.case.obligations import OBLIGATIONS_STREAM, OF_THE_CALENDAR
from vangnet.shell.agendas import every_case
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
    """Return the lessons of cases that are over, without personal data, in an order that tells nothing of the case."""
    found: list[Lesson] = []
    for row in every_case(engine):
        lesson = lesson_of(row.ctx)
        if lesson:
            found.append(lesson)
        if len(found) >= LESSONS_MAX:
            break
    return sorted(found, key=lambda one: (-one.year, one.classed, one.text))
