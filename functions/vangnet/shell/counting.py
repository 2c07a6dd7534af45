"""Every report, counted: what trends are made of."""

from collections.abc import Iterator

from vangnet.case.trends import Counted, counted
from vangnet.shell.engine import Engine
from vangnet.shell.streams import every_stream

CASES = "case/"


def reports(engine: Engine) -> Iterator[Counted]:
    """Yield what counts of every report that can be read, without any that is about nobody."""
    for name in every_stream(engine.ports.store):
        stream = engine.streams.readable(name) if name.startswith(CASES) else None
        found = counted(stream.case) if stream else None
        if found:
            yield found
