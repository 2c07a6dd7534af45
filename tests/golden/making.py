"""Every event in every version that was shipped, as a store kept it then: written once, and never changed.

Beside a changed event run `python -m tests.golden.making`: it writes the files that are missing, and no other. Before a
release an event may still change in place: delete its file and run it.
"""

import json
from pathlib import Path
from typing import Any

from schemas.events import Envelope, all_events
from tests.unit.shell.examples import MOMENT, example
from vangnet.rigs.simulation.world import SeededKeys
from vangnet.shell.codec import Codec
from vangnet.shell.ports import StoredEvent

FOLDER = Path(__file__).parent / "events"
STREAM = "case/VN-GULD-0001"
KEY = bytes(range(32))  # Of the examples only.


def file_of(kind: str, version: int) -> Path:
    """Return where an event of that version is kept."""
    return FOLDER / f"{kind}-{version}.json"


def golden(kind: str, version: int) -> StoredEvent:
    """Return an event as a store kept it when that version was shipped."""
    kept: dict[str, Any] = json.loads(file_of(kind, version).read_text())
    return StoredEvent(kept["version"], kept["plain"], kept["sealed"])


def codec(key: bytes | None = KEY) -> Codec:
    """Return what opens them."""
    return Codec(STREAM, key, SeededKeys(0))


def write_missing() -> list[str]:
    """Write the present version of each event of which there is no file yet, and return their names."""
    FOLDER.mkdir(exist_ok=True)
    written = []
    for kind, model in sorted(all_events().items()):
        file = file_of(kind, model.SCHEMA_VERSION)
        if file.exists():
            continue
        envelope = Envelope(
            stream=STREAM,
            version=1,
            at=MOMENT,
            protocol="p1",
            actor="y.griffier",
            acting_as="griffier",
            event=example(model),
        )
        stored = codec().store(envelope)
        kept = {"version": 1, "plain": dict(stored.plain), "sealed": dict(stored.sealed)}
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
        written.append(file.name)
    return written


def fields_of(stored: StoredEvent) -> set[str]:
    """Return the names of all fields that a stored event has, plain and sealed."""
    return {*stored.plain["fields"], *(name.removeprefix("fields.") for name in stored.sealed if name != "actor")}


if __name__ == "__main__":
    print("\n".join(write_missing()) or "none is missing")  # noqa: T201
