"""Trial alarms: found by the link of a message, listed for who may read them, and what their answers prove."""

from collections.abc import Iterator, Sequence

from schemas.events.base import SYSTEM
from schemas.words import CHANNELS
from vangnet.case.entries import OPEN_TRIALS, TRIALS
from vangnet.case.readiness import NO_ANSWERS, Answers
from vangnet.case.sight import sees
from vangnet.case.trials import overseers
from vangnet.shell.engine import Engine, UnknownCase
from vangnet.shell.reading import Row

SHOWN_MAX = 13  # A year of them, and the one before.


def trial_by_code(engine: Engine, reference: str, code: str) -> tuple[Row, str, str] | None:
    """Return the trial alarm, the person and the channel that the code of a link is for, or None: it opens nothing."""
    try:
        stream = engine.found(reference)
    except UnknownCase:
        return None
    trial = stream.case.trial
    for person in trial.asked if trial else ():
        for channel in CHANNELS:
            if engine.names.same_code(code, stream.case.reference, channel, person):
                return Row(stream, engine.context(stream, person)), person, channel
    return None


def overseen(engine: Engine, actor: str) -> Sequence[Row]:
    """Return the trial alarms of the last year of which the actor reads how they went, the newest first."""
    return [row for row in _rows(engine, TRIALS, actor) if actor in overseers(row.ctx)]


def to_answer(engine: Engine, actor: str) -> Sequence[Row]:
    """Return the trial alarms that wait for the actor's answer."""
    found = (row for row in _rows(engine, OPEN_TRIALS, actor) if sees(row.ctx, actor))
    return [row for row in found if row.ctx.case.trial and actor in row.ctx.case.trial.silent]


def answers(engine: Engine) -> Answers:
    """Return who answered which channel when, in the trial alarms of the last year, and who was silent in the last."""
    if engine.configuration.protocol.document.trial_alarm is None:
        return NO_ANSWERS
    trials = [row.ctx.case.trial for row in _rows(engine, TRIALS, SYSTEM) if row.ctx.case.trial]
    proven = {key: at for trial in reversed(trials) for key, at in trial.tapped.items()}
    over = next((trial for trial in trials if not trial.open), None)
    return Answers(proven, frozenset(over.silent) if over else frozenset())


def _rows(engine: Engine, index: str, actor: str) -> Iterator[Row]:
    for _, name in engine.ports.store.listed(index, limit=SHOWN_MAX, newest_first=True):
        stream = engine.streams.readable(name)
        if stream and stream.case.trial:
            yield Row(stream, engine.context(stream, actor))
