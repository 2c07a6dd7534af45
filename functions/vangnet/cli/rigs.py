"""What the commands need of the rigs, which lie above them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from schemas.archive import Manifest
from vangnet.cli.drills.stage import SetTheStage
from vangnet.protocol.load import Loaded


class Serve(Protocol):
    """Serves until it is told to stop."""

    def __call__(self, loaded: Loaded, data: Path, *, port: int, smtp_port: int) -> int:
        """Return the exit code."""
        ...


class Simulate(Protocol):
    """Plays random cases with faults."""

    def __call__(self, loaded: Loaded, *, first: int, seeds: int, say: Callable[[str], None]) -> int:
        """Return how many invariants broke."""
        ...


class Bench(Protocol):
    """Measures what the rigs cost."""

    def __call__(self, loaded: Loaded) -> Iterator[tuple[str, float, str]]:
        """Yield name, figure and what it says."""
        ...


class MakeToken(Protocol):
    """Makes a token for the API on the machine itself."""

    def __call__(self, loaded: Loaded, data: Path, person: str, days: int) -> str:
        """Return the token."""
        ...


class SendTest(Protocol):
    """Proves that a person can be reached."""

    def __call__(self, loaded: Loaded, data: Path, person: str, port: int) -> list[dict[str, Any]]:
        """Return how each channel fared."""
        ...


class Ready(Protocol):
    """Finds out who would be reached now."""

    def __call__(self, loaded: Loaded, data: Path, port: int) -> dict[str, Any]:
        """Return it as the API gives it."""
        ...


class BackUp(Protocol):
    """Copies a data directory."""

    def __call__(self, data: Path, copy: Path, now: datetime) -> int:
        """Return how many files the copy has."""
        ...


class Restore(Protocol):
    """Puts a copy back."""

    def __call__(self, copy: Path, data: Path) -> int:
        """Return how many files it has."""
        ...


class Sweep(Protocol):
    """Does what is due in a data directory that nothing serves."""

    def __call__(self, loaded: Loaded, data: Path) -> int:
        """Return how many streams were due."""
        ...


@dataclass(frozen=True)
class Exported:
    """What an archive holds, and the hash of all of it, by which it is known again."""

    manifest: Manifest
    sha256: str


class Export(Protocol):
    """Writes an archive of a data directory."""

    def __call__(self, data: Path, file: Path) -> Exported:
        """Return what the archive holds."""
        ...


class Import(Protocol):
    """Takes an archive into an empty data directory."""

    def __call__(self, file: Path, data: Path) -> Manifest:
        """Return what the archive holds."""
        ...


@dataclass(frozen=True)
class Where:
    """A stack by its name, and its region; without one the environment or the profile says it."""

    stack: str
    region: str | None


class Aws(Protocol):
    """Operates a stack on AWS."""

    def deploy(self, where: Where, package: Path, loaded: Loaded | None, parameters: Mapping[str, str]) -> bool:
        """Put a package into force; tell whether anything changed."""
        ...

    def configure(self, where: Where, loaded: Loaded) -> bool:
        """Put documents into force; tell whether anything changed."""
        ...

    def roll_back(self, where: Where) -> None:
        """Put the release before into force."""
        ...

    def outputs(self, where: Where) -> Mapping[str, str]:
        """Return what the stack says of what it made."""
        ...

    def token(self, where: Where, person: str, days: int) -> str:
        """Return a token for the API."""
        ...

    def send_test(self, where: Where, person: str) -> list[dict[str, Any]]:
        """Return how each channel fared."""
        ...

    def status(self, where: Where) -> Mapping[str, Any]:
        """Return how the stack is."""
        ...

    def redrive(self, where: Where, queue: str | None) -> Mapping[str, int]:
        """Send dead letters back, and return how many."""
        ...

    def stop(self, where: Where, settle: float) -> None:
        """Let nothing run."""
        ...

    def start(self, where: Where) -> None:
        """Let everything run again."""
        ...

    def export(self, where: Where, file: Path, *, leave_queued: bool) -> Exported:
        """Write the archive of a stopped stack."""
        ...

    def import_(self, where: Where, file: Path) -> Manifest:
        """Take an archive into a stopped stack that holds nothing."""
        ...

    def restore(
        self, where: Where, to: datetime | None, table: str | None, leave: tuple[str, ...], settle: float
    ) -> Mapping[str, Any]:
        """Put a restored table into use, and return what became of it."""
        ...


@dataclass(frozen=True)
class Rigs:
    """The rigs as the commands see them; `now` tells the time (UTC), `stages` where a drill can be played."""

    now: Callable[[], datetime]
    stages: Mapping[str, SetTheStage]
    serve: Serve
    simulate: Simulate
    bench: Bench
    make_token: MakeToken
    send_test: SendTest
    ready: Ready
    back_up: BackUp
    restore: Restore
    sweep: Sweep
    export: Export
    import_: Import
    aws: Aws
