"""Every report there is, for whoever draws from all of them what is nobody's: counts, and lessons."""

from collections.abc import Iterator

from vangnet.case.trends import Counted, counted
from vangnet.shell.engine import Engine
from vangnet.shell.streams import Stream, every_stream

CASES = "case/"


def every_report(engine: Engine) -> Iterator[Stream]:
    """Yield every report that can be read, wiped ones too."""
    for name in every_stream(engine.ports.store):
        stream = engine.streams.readable(name) if name.startswith(CASES) else None
        if stream and stream.case.kind == "report":
            yield stream


def reports(engine: Engine) -> Iterator[Counted]:
    """Yield what counts of every report that can be read."""
    yield from (found for stream in every_report(engine) if (found := counted(stream.case)))
