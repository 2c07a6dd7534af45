"""Reports that arrive by way of an inbox: each becomes its stream, with everything that follows, in one transaction.

Where a report is stored in its stream at once there is no inbox, and nothing ever arrives.
"""

from dataclasses import replace
from datetime import timedelta

from schemas.events.base import SYSTEM, Event
from vangnet.case.evolve import replay
from vangnet.case.follow import Consequences, follow
from vangnet.shell.codec import Codec
from vangnet.shell.engine import TRIES_MAX, Engine
from vangnet.shell.ports import VersionConflict
from vangnet.shell.streams import Stream

ANSWERED_FOR = timedelta(days=30)  # How long the same sending, repeated, is known and gives its first answer.


class Arrivals:
    """Takes up what lies in the inbox."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine whose inbox it is."""
        self._engine = engine

    def admit(self, stream_id: str, *, follows: bool = True) -> bool:
        """Make a stream of the report that waits under its name; tell whether there was one. Harmless twice.

        Without `follows`, as in an exercise in which reactions stand still, it is the report alone.

        Raises:
            StoreUnavailable: it waits on, and the sweep takes it up.
            VersionConflict: its reference is that of another stream, one in a million million; it waits on.
        """
        engine, inbox = self._engine, self._engine.ports.inbox
        what = inbox.waiting(stream_id) if inbox else None
        if what is None:
            return False
        key = engine.ports.wrap.unwrap(stream_id, what.wrapped_key) if what.wrapped_key else None
        codec = Codec(stream_id, key, engine.ports.wrap)
        arrived = tuple(codec.open(one) for one in what.events)
        stream = Stream(stream_id, arrived, replay(arrived), key)
        ctx = engine.context(stream, SYSTEM)
        result = follow(ctx, tuple(one.event for one in arrived)) if follows else Consequences(ctx)
        for target, once, event, actor in result.elsewhere:
            enter(engine, target, once, event, actor or SYSTEM)
        until = ctx.now + ANSWERED_FOR
        try:
            engine.admit(ctx, stream, what, tuple(result.events), until=until)
        except VersionConflict:
            if inbox and inbox.waiting(stream_id):
                if not self._came_before(stream):
                    raise  # Another report has that name: it waits on, and a person must look.
                inbox.settle(replace(what, answered_until=until))
        return True

    def _came_before(self, arrived: Stream) -> bool:
        """Tell whether a stream is what the same sending made of it before; of a wiped one nobody knows who it was."""
        there = self._engine.streams.load(arrived.id)
        if not there.version or there.case.kind != arrived.case.kind:
            return False
        return there.case.wiped or there.events[0].actor == arrived.events[0].actor


def enter(engine: Engine, target: str, key: str, event: Event, actor: str) -> None:
    """Append to another stream, once for that key; then what follows there is hinted at."""
    for _ in range(TRIES_MAX):
        stream = engine.streams.load(target)
        ctx = engine.entering(stream, event)
        try:
            engine.append(ctx, stream, (event,), key=key, actor=actor)
        except VersionConflict:
            continue
        engine.hint(target)
        return
    raise VersionConflict(target)
