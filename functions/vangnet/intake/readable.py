"""All that can still be read in the store, with the keys that still exist: exercises look in it for what is gone."""

import json
from collections.abc import Iterable, Iterator

from vangnet.intake.evidence import EvidenceRoom, evidence_in
from vangnet.shell.engine import Engine


def readable(engine: Engine, streams: Iterable[str]) -> str:
    """Return every event of these streams that can be opened, and the text of every file that can."""
    return "\n".join(_lines(engine, streams))


def _lines(engine: Engine, streams: Iterable[str]) -> Iterator[str]:
    ports = engine.ports
    room = EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)
    for stream in streams:
        for one in engine.streams.load(stream).events:
            yield json.dumps(one.event.model_dump(mode="json"), ensure_ascii=False) + one.actor
            for file in evidence_in(one.event):
                yield (room.content(file) or b"").decode(errors="replace")
