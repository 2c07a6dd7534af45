"""A fixed scenario on the embedded rig that kills its own process after its N-th effect on the world.

Usage: python -m tests.embedded.crashing DATA NOTES N [mails]. Effects are appends, destroyed keys, messages handed
over, files kept and removed. NOTES is a folder beside the data: what was handed over, what was answered, how it all
ended.

Started again it goes on as the program and its users would: it sweeps at the moment at which it was killed, what was
answered is not sent again, what was not is sent again with its key. Nothing but the sweep follows on anything.
"""

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.commands.alarm import Acknowledge, RecordFirstContact
from schemas.commands.intake import FileReport
from schemas.events.house import Followed
from vangnet.case.agenda import FOLLOWED_WITHIN
from vangnet.cli.documents import EXAMPLE, reader
from vangnet.intake.evidence import EvidenceRoom
from vangnet.protocol.load import load
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.shell.ports import Outgoing

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
KEY = bytes(range(32))
DAY_MINUTES = 24 * 60
SECRET_WORDS = ("Zuurkool", "uitkeringsaanvraag")
DRAWN = {"id", "key", "sha256", "fingerprint", "reference", "suggested_by"}  # Drawn anew in every run.
NAMED = re.compile(r"VN-....-....|\d{4}-\d\d-\d\dT[0-9:.+Z]*")  # References and times within other texts.


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

    def noted(self, name: str) -> list[str]:
        """Return the lines of this run and of the one before it."""
        file = self.notes / name
        return file.read_text().splitlines() if file.exists() else []

    def wrap(self, owner: Any, name: str) -> None:
        """Count every call of a method as an effect."""
        inner: Callable[..., Any] = getattr(owner, name)

        def counted(*args: Any, **values: Any) -> Any:
            message = args[0].id if isinstance(args[0], Outgoing) else ""
            if message:
                self.note("handed", message)
            found = inner(*args, **values)
            self.effects += 1
            if self.effects == self.die_after:
                self.note("killed", f"{name} {message}")
                os.kill(os.getpid(), signal.SIGKILL)
            return found

        setattr(owner, name, counted)


class Scenario:
    """What people do, one step after the other, each once."""

    references: tuple[str, ...] = ("threat", "guidance")
    ordered = True  # Whether the events of each stream have one order; not where streams follow from each other.

    def __init__(self, rig: EmbeddedRig, world: World, clock: Clock) -> None:
        """Take the rig, the world and the clock."""
        self.rig, self.world, self.clock = rig, world, clock
        self.room = EvidenceRoom(rig.blobs, rig.engine.ports.wrap, rig.engine.ports.ids, clock.now)

    def steps(self) -> Iterator[tuple[str, int, Callable[[], None]]]:
        """Yield each step: its name, the minutes after the start, what is done."""
        contact = RecordFirstContact.model_validate({"person": "r.bakker", "safe": True})
        yield "guidance", 0, self.guidance
        yield "wiped", 8 * DAY_MINUTES, lambda: None
        yield "threat", 9 * DAY_MINUTES, self.threat
        yield "acknowledged", 9 * DAY_MINUTES + 4, lambda: self.do("bevestigd", Acknowledge())
        yield "contacted", 9 * DAY_MINUTES + 6, lambda: self.do("gebeld", contact)

    def play(self) -> None:
        """Sweep as a start does, then do what was not answered before, and sweep after each."""
        begun, answered = self.world.noted("begun"), self.world.noted("answered")
        for name, minutes, _ in self.steps():
            if name in begun:
                self.clock.moment = START + timedelta(minutes=minutes)
        self.sweep()
        for name, minutes, act in self.steps():
            if name not in answered:
                self.clock.moment = START + timedelta(minutes=minutes)
                self.world.note("begun", name)
                act()
                self.world.note("answered", name)
                self.sweep()

    def sweep(self) -> None:
        """Do what is due, and follow what was stored a moment ago."""
        self.rig.following.sweep(ahead=FOLLOWED_WITHIN)

    def threat(self) -> None:
        """A threat with a picture."""
        file = self.room.receive("scherm.png", b"\x89PNG\r\n\x1a\nbeeld")
        report = {"account": "Ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}
        command = FileReport.model_validate(report | {"evidence": [file.model_dump()]})
        self.world.note("threat", self.rig.engine.file_report("r.bakker", command, once="dreiging").reference)

    def do(self, once: str, command: Any) -> None:
        """The griffier acts on the threat."""
        self.rig.engine.do("g.mulder", self.world.noted("threat")[-1], command, once=once)

    def guidance(self) -> None:
        """A report that only gives guidance, with a letter, which is wiped after its days."""
        file = self.room.receive("brief.txt", b"Brief van Zuurkool over de uitkeringsaanvraag")
        report = {
            "account": "Mevrouw Zuurkool huilde om haar uitkeringsaanvraag, ze is ten einde raad.",
            "happened_at": "unknown",
            "channel": "phone",
            "perpetrators": [{"kind": "person", "name": "Adelheid Zuurkool"}],
            "evidence": [file.model_dump()],
        }
        command = FileReport.model_validate(report)
        reference = self.rig.engine.file_report("r.yilmaz", command, once="advies").reference
        self.world.note("guidance", reference)
        key = self.rig.store.data_key(self.rig.engine.names.stream(reference))
        if key:
            self.world.note("keys", key.hex())


def play(data: Path, notes: Path, die_after: int, scenario: type[Scenario] = Scenario) -> None:
    """Play a scenario, or the rest of it."""
    world, clock = World(notes, die_after), Clock()
    data.mkdir(exist_ok=True)
    (data / "key").write_bytes(KEY)  # The same references in every run, so that all is done in the same order.
    rig = EmbeddedRig(load(EXAMPLE, reader(Path()), today=START.date()), data, clock)
    rig.engine.keep_document()
    for owner, name in (
        *((rig.store, "append"), (rig.store, "destroy_key")),
        *((rig.outbox, "send"), (rig.blobs, "put"), (rig.blobs, "delete")),
    ):
        world.wrap(owner, name)
    scenario(rig, world, clock).play()
    world.note("effects", str(world.effects))
    references = {name: world.noted(name)[-1] for name in scenario.references}
    end = _ended(rig, references, ordered=scenario.ordered) | {
        "leaks": leaks(data, world.noted("keys"))
    }  # While the log is still there.
    (notes / "end.json").write_text(json.dumps(end))
    rig.store.close()
    rig.folder.close()


def leaks(data: Path, keys: list[str]) -> list[str]:
    """Return the files that hold a word of what was wiped, or the key that it was sealed with."""
    wanted = [word.encode() for word in SECRET_WORDS] + [bytes.fromhex(key) for key in keys]
    files = {file.name: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    return [name for name, content in files.items() if any(word in content for word in wanted)]


def _ended(rig: EmbeddedRig, references: dict[str, str], *, ordered: bool) -> dict[str, Any]:
    """Return how it all ended, without what is drawn anew in each run and without times."""
    found: dict[str, Any] = {}
    for name, reference in references.items():
        stream = rig.engine.streams.load(f"case/{reference}")
        case = stream.case
        events = [one.event for one in stream.events if not isinstance(one.event, Followed)]
        lines = [f"{type(one).__name__} {_plain(one.model_dump(mode='json'))}" for one in events]
        found[name] = {
            "events": lines if ordered else sorted(lines),
            "duties": sorted((duty.name, duty.state) for duty in case.duties.values()),
            "messages": sorted((one.to, one.channel, one.template, one.state) for one in case.messages.values()),
            "wiped": case.wiped,
            "followed": case.followed == case.version,
            "account": case.report.account if case.report else None,
            "forwarded": [one.text for one in case.report.forwarded] if case.report else [],
            "readable": stream.key is not None,
        }
    found["outbox"] = sorted((gone.message.person, gone.message.channel) for gone in rig.gone())
    found["files"] = sum(1 for _ in (rig.folder.path / "evidence").iterdir())
    return found


def _plain(value: Any) -> Any:
    """Return a value without what is drawn anew in each run."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name not in DRAWN}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return NAMED.sub("-", value) if isinstance(value, str) else value


if __name__ == "__main__":
    from tests.embedded.crashing_mails import Mails

    play(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Mails if "mails" in sys.argv else Scenario)
