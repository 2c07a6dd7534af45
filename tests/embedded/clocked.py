"""The embedded rig with its real thread and a clock that the test holds."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.commands.intake import FileReport
from tests.web.site import example
from vangnet.rigs.embedded.rig import EmbeddedRig

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
LOOK_SECONDS = 0.02  # In place of a second, so that a test need not wait.
PATIENCE_SECONDS = 20.0
THREAT = "Hij zei: ik weet waar je woont en ik maak je af."


class HandClock:
    """A clock that shows what the test sets."""

    def __init__(self, moment: datetime = START) -> None:
        """Set it."""
        self.moment = moment

    def now(self) -> datetime:
        """Return what it shows."""
        return self.moment

    def forward(self, **term: float) -> None:
        """Move it; a negative term moves it back."""
        self.moment += timedelta(**term)


class Clocked:
    """A rig, its clock, and how often its thread looked at the time."""

    def __init__(self, data: Path, moment: datetime = START) -> None:
        """Wire it; its thread does not run yet."""
        self.clock = HandClock(moment)
        self.rig = EmbeddedRig(example(), data, self.clock)
        self.looks = 0
        self.running = False
        wrap(self.rig.store, "next_wake", self._looked)

    def _looked(self, inner: Callable[[], Any]) -> Any:
        self.looks += 1
        return inner()

    def start(self) -> "Clocked":
        """Let the thread go."""
        self.running = True
        self.rig.start()
        return self

    def close(self) -> None:
        """Stop it, or let go of the directory where it never ran."""
        if self.running:
            self.rig.stop()
        else:
            self.rig.store.close()
            self.rig.folder.close()

    def report(self, account: str = THREAT) -> str:
        """File a report and return its stream."""
        fields = {"account": account, "happened_at": "unknown", "channel": "phone"}
        filed = self.rig.engine.file_report("r.bakker", FileReport.model_validate(fields))
        return self.rig.engine.names.stream(filed.reference)

    def gone_to(self, person: str, stream: str) -> list[datetime]:
        """Return when a person was sent an SMS about a stream."""
        about = stream.removeprefix("case/")
        found = [one for one in self.rig.gone() if (one.message.person, one.message.about) == (person, about)]
        return [one.at for one in found if one.message.channel == "sms"]

    def look_again(self, times: int = 6) -> None:
        """Wait until the thread has looked at the time several times more."""
        wanted = self.looks + times
        until(lambda: self.looks >= wanted)


@contextmanager
def clocked(data: Path, moment: datetime = START) -> Iterator[Clocked]:
    """Wire a rig for as long as the block lasts."""
    found = Clocked(data, moment)
    try:
        yield found
    finally:
        found.close()


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds; that it never does is the test's failure."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(LOOK_SECONDS / 2)


def wrap(owner: object, name: str, around: Callable[..., Any]) -> None:
    """Put something around a method of a real object: it is called with the method first, then its arguments."""
    inner = getattr(owner, name)
    setattr(owner, name, lambda *args, **values: around(inner, *args, **values))
