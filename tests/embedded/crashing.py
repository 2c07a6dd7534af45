"""A fixed scenario on the embedded rig that kills its own process after its N-th effect on the world.

Usage: python -m tests.embedded.crashing DATA NOTES N. Effects are appends, destroyed keys, messages handed over, files
kept and removed. NOTES is a folder beside the data: what was handed over, what was answered, how it all ended.
"""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.commands import Acknowledge, FileReport, RecordFirstContact
from tests.web.site import example
from vangnet.intake.evidence import EvidenceRoom
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.shell.ports import Outgoing

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
SECRET_WORDS = ("Zuurkool", "uitkeringsaanvraag")


class Clock:
    """Shows what it is told."""

    moment = START

    def now(self) -> datetime:
        """Return it."""
        return self.moment


class World:
    """Counts effects, and dies after the N-th."""

    def __init__(self, notes: Path, die_after: int) -> None:
        """Take where to note, and when to die; 0 is never."""
        self.notes, self.die_after, self.effects = notes, die_after, 0

    def note(self, name: str, text: str) -> None:
        """Write a line that outlives the process."""
        with (self.notes / name).open("a") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())

    def wrap(self, owner: Any, name: str) -> None:
        """Count every call of a method as an effect."""
        inner: Callable[..., Any] = getattr(owner, name)

        def counted(*args: Any, **values: Any) -> Any:
            if name == "send":
                message: Outgoing = args[0]
                self.note("handed", message.id)
            found = inner(*args, **values)
            self.effects += 1
            if self.effects == self.die_after:
                os.kill(os.getpid(), signal.SIGKILL)
            return found

        setattr(owner, name, counted)


def play(data: Path, notes: Path, die_after: int) -> None:
    """Play the scenario; whatever was done before is done again with the same keys, and changes nothing."""
    world, clock = World(notes, die_after), Clock()
    rig = EmbeddedRig(example(), data, clock)
    rig.engine.keep_document()
    for owner, name in (
        *((rig.store, "append"), (rig.store, "destroy_key")),
        *((rig.outbox, "send"), (rig.blobs, "put"), (rig.blobs, "delete")),
    ):
        world.wrap(owner, name)
    room = EvidenceRoom(rig.blobs, rig.engine.ports.wrap, rig.engine.ports.ids, clock.now)
    threat = _threat(rig, room, world, clock)
    guidance = _guidance(rig, room, world)
    clock.moment = START + timedelta(days=8)
    rig.following.tick(rig.engine.names.stream(guidance))
    world.note("effects", str(world.effects))
    (notes / "end.json").write_text(json.dumps(_ended(rig, {"threat": threat, "guidance": guidance})))
    rig.store.close()
    rig.folder.close()


def _threat(rig: EmbeddedRig, room: EvidenceRoom, world: World, clock: Clock) -> str:
    file = room.receive("scherm.png", b"\x89PNG\r\n\x1a\nbeeld")
    report = {"account": "Ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}
    command = FileReport.model_validate(report | {"evidence": [file.model_dump()]})
    reference = rig.engine.file_report("r.bakker", command, once="dreiging").reference
    world.note("answered", reference)
    stream = rig.engine.names.stream(reference)
    rig.following.tick(stream)
    clock.moment = max(clock.moment, START + timedelta(minutes=4))
    rig.engine.do("g.mulder", reference, Acknowledge(), once="bevestigd")
    rig.following.tick(stream)
    contact = RecordFirstContact.model_validate({"person": "r.bakker", "safe": True})
    rig.engine.do("g.mulder", reference, contact, once="gebeld")
    rig.following.tick(stream)
    return reference


def _guidance(rig: EmbeddedRig, room: EvidenceRoom, world: World) -> str:
    file = room.receive("brief.txt", b"Brief van Zuurkool over de uitkeringsaanvraag")
    report = {
        "account": "Mevrouw Zuurkool huilde om haar uitkeringsaanvraag, ze is ten einde raad.",
        "channel": "phone",
    }
    extra = {"happened_at": "unknown", "perpetrators": [{"kind": "person", "name": "Adelheid Zuurkool"}]}
    command = FileReport.model_validate(report | extra | {"evidence": [file.model_dump()]})
    filed = rig.engine.file_report("r.yilmaz", command, once="advies")
    world.note("answered", filed.reference)
    stream = rig.engine.names.stream(filed.reference)
    key = rig.store.data_key(stream)
    if key:
        world.note("keys", key.hex())
    rig.following.tick(stream)
    return filed.reference


def _ended(rig: EmbeddedRig, references: dict[str, str]) -> dict[str, Any]:
    """Return how it all ended, without ids and times."""
    found: dict[str, Any] = {}
    for name, reference in references.items():
        case = rig.engine.streams.load(f"case/{reference}").case
        events = rig.engine.streams.load(f"case/{reference}").events
        found[name] = {
            "events": dict(
                Counter(type(one.event).__name__ for one in events if type(one.event).__name__ != "Followed")
            ),
            "duties": sorted((duty.name, duty.state) for duty in case.duties.values()),
            "messages": sorted((one.to, one.channel, one.template, one.state) for one in case.messages.values()),
            "wiped": case.wiped,
            "followed": case.followed == case.version,
            "account": case.report.account if case.report else None,
        }
    found["outbox"] = sorted((gone.message.person, gone.message.channel) for gone in rig.gone())
    return found


if __name__ == "__main__":
    play(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
