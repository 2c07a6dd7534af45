"""The simulation rig, wired: memory, virtual time, everything recorded."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from vangnet.cli.drills.stage import Gone
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.readable import readable
from vangnet.letters.printing import Printing
from vangnet.notifications.wording import wording
from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.memory_store import Fault, MemoryStore, no_fault
from vangnet.rigs.simulation.world import MemoryBlobs, Recorder, SeededKeys, SetClock
from vangnet.shell.config import Configuration
from vangnet.shell.engine import Engine
from vangnet.shell.following import Following
from vangnet.shell.ports import Ports, StoreUnavailable
from vangnet.shell.streams import every_stream


class SimulationStage:
    """A whole Vangnet in memory, for drills and simulations."""

    def __init__(self, loaded: Loaded, start: datetime, *, seed: int = 0, fault: Fault = no_fault) -> None:
        """Wire it; the same seed gives the same exercise."""
        self.clock = SetClock(start)
        self.store = MemoryStore(fault)
        keys = SeededKeys(seed)
        self.recorder = Recorder(self.clock)
        self.blobs = MemoryBlobs()
        senders = {"sms": self.recorder, "mail": self.recorder}
        ports = Ports(self.store, keys, self.blobs, dict(senders), self.clock, keys, wording)
        self.engine = Engine(ports, Configuration(loaded))
        self.following = Following(self.engine)
        room = EvidenceRoom(self.blobs, keys, keys, self.clock.now)
        self.following.prints = Printing(self.engine, room.receive).print

    def calm(self) -> None:
        """Follow and sweep until nothing is left to do now; a store that fails leaves it to the next time."""
        with suppress(StoreUnavailable):
            self.following.sweep()

    def set_time(self, moment: datetime) -> None:
        """Set the clock."""
        self.clock.moment = moment

    def break_channel(self, channel: str, *, broken: bool) -> None:
        """Let a channel stand still, or go again."""
        (self.recorder.broken.add if broken else self.recorder.broken.discard)(channel)

    def gone(self) -> Sequence[Gone]:
        """Return every message that went out."""
        return [Gone(one.at, one.message) for one in self.recorder.sent]

    def readable(self) -> str:
        """Return every event that can still be opened, and the evidence."""
        return readable(self.engine, every_stream(self.store))

    def close(self) -> None:
        """Nothing is held: all of it is memory."""
