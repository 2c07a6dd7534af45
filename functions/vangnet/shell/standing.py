"""That the clock stood still, told to who looks after the installation: nobody was alarmed in that time."""

from datetime import datetime

from schemas.events.base import SYSTEM
from schemas.events.house import ClockStoodStill
from vangnet.shell.engine import TRIES_MAX, Engine
from vangnet.shell.names import DIRECTORY_STREAM
from vangnet.shell.ports import VersionConflict


def complain(engine: Engine, since: datetime, until: datetime) -> None:
    """Keep that the clock stood still, once, and let it be told.

    Raises:
        StoreUnavailable: it was not stored.
    """
    event = ClockStoodStill(since=since, until=until)
    for _ in range(TRIES_MAX):
        with engine.streams.turn(DIRECTORY_STREAM):
            stream = engine.streams.load(DIRECTORY_STREAM)
            ctx = engine.context(stream, SYSTEM)
            try:
                engine.append(ctx, stream, (event,), key=f"still:{since.isoformat()}", actor=SYSTEM)
            except VersionConflict:
                continue
        engine.hint(DIRECTORY_STREAM)
        return
    raise VersionConflict(DIRECTORY_STREAM)
