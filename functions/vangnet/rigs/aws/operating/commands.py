"""The commands of `vangnet aws`, as the command line sees them; each imports what it needs when it is given."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemas.archive import Manifest
from vangnet.cli.rigs import Exported, Where
from vangnet.protocol.load import Loaded

if TYPE_CHECKING:
    from vangnet.rigs.aws.operating.deploying import Deployment


@dataclass(frozen=True)
class Operating:
    """What an operator does with a stack; `now` tells the time (UTC). Each raises CannotStart, with one sentence."""

    now: Callable[[], datetime]

    def deploy(self, where: Where, package: Path, loaded: Loaded | None, parameters: Mapping[str, str]) -> bool:
        """Put a package into force; tell whether anything changed."""
        with _spoken(where) as (stack, region):
            return self._deployment(stack, region).deploy(package, loaded, parameters)

    def configure(self, where: Where, loaded: Loaded) -> bool:
        """Put documents into force; tell whether anything changed."""
        with _spoken(where) as (stack, region):
            return self._deployment(stack, region).configure(loaded)

    def roll_back(self, where: Where) -> None:
        """Put the release before into force."""
        with _spoken(where) as (stack, region):
            self._deployment(stack, region).roll_back()

    def outputs(self, where: Where) -> Mapping[str, str]:
        """Return what the stack says of what it made."""
        with _spoken(where) as (stack, _):
            return dict(stack.outputs)

    def token(self, where: Where, person: str, days: int) -> str:
        """Return a token for the API."""
        from vangnet.rigs.aws.operating.people import make_token

        with _spoken(where) as (stack, _):
            return make_token(stack, person, days)

    def send_test(self, where: Where, person: str) -> list[dict[str, Any]]:
        """Send a test and return how each channel fared."""
        from vangnet.rigs.aws.operating.people import send_test

        with _spoken(where) as (stack, _):
            return send_test(stack, person)

    def status(self, where: Where) -> Mapping[str, Any]:
        """Return how the stack is."""
        from vangnet.rigs.aws.operating.looking import status

        with _spoken(where) as (stack, _):
            return status(stack, self.now())

    def redrive(self, where: Where, queue: str | None) -> Mapping[str, int]:
        """Send dead letters back, and return how many."""
        from vangnet.rigs.aws.operating.letters import redrive

        with _spoken(where) as (stack, _):
            return redrive(stack, queue, self.now())

    def stop(self, where: Where, settle: float) -> None:
        """Let nothing run."""
        from vangnet.rigs.aws.operating.running import stop

        with _spoken(where) as (stack, _):
            stop(stack, settle=settle)

    def start(self, where: Where) -> None:
        """Let everything run again."""
        from vangnet.rigs.aws.operating.running import start

        with _spoken(where) as (stack, _):
            start(stack, self.now().isoformat(timespec="seconds"))

    def export(self, where: Where, file: Path, *, leave_queued: bool) -> Exported:
        """Write the archive of a stopped stack."""
        from vangnet.rigs.aws.operating.archiving import export_stack

        with _spoken(where) as (stack, _):
            return export_stack(stack, file, leave_queued=leave_queued)

    def import_(self, where: Where, file: Path) -> Manifest:
        """Take an archive into a stopped stack that holds nothing."""
        from vangnet.rigs.aws.operating.archiving import import_stack

        with _spoken(where) as (stack, _):
            return import_stack(stack, file)

    def restore(
        self, where: Where, to: datetime | None, table: str | None, leave: tuple[str, ...], settle: float
    ) -> Mapping[str, Any]:
        """Put a restored table into use, and return what became of it."""
        from vangnet.rigs.aws.operating.restoring import Wanted, restore

        with _spoken(where) as (stack, region):
            deployment = self._deployment(stack, region)
            made = restore(stack, deployment, Wanted(to, table, frozenset(leave), settle), self.now())
        return {"table": made.table, "swept": made.swept.get("swept", 0)} | vars(made.taken)

    def _deployment(self, stack: Any, region: str) -> "Deployment":
        from vangnet.rigs.aws.operating.deploying import Deployment

        return Deployment(stack, region, self.now())


@contextmanager
def _spoken(where: Where) -> Iterator[tuple[Any, str]]:
    """Yield the stack and its region; whatever goes wrong is one sentence."""
    from vangnet.rigs.aws.operating.stack import Stack, in_region, speaking

    with speaking():
        yield Stack(where.stack), in_region(where.region)
