"""The stage on which a drill is played; each rig sets one up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vangnet.protocol.load import Loaded
from vangnet.shell.engine import Engine
from vangnet.shell.following import Following
from vangnet.shell.ports import Outgoing


@dataclass(frozen=True)
class Gone:
    """A message that went out, and when (UTC)."""

    at: datetime
    message: Outgoing


class Stage(Protocol):
    """A whole Vangnet whose clock and channels the player holds."""

    engine: Engine
    following: Following

    def set_time(self, moment: datetime) -> None:
        """Set the clock."""
        ...

    def break_channel(self, channel: str, *, broken: bool) -> None:
        """Let a channel of messages stand still, or go again."""
        ...

    def gone(self) -> Sequence[Gone]:
        """Return every message that went out, in order."""
        ...

    def readable(self) -> str:
        """Return all that can still be read in the store, with the keys that still exist."""
        ...

    def close(self) -> None:
        """Let go of what the stage holds."""
        ...


class SetTheStage(Protocol):
    """Sets up a stage for a configuration at a moment."""

    def __call__(self, loaded: Loaded, start: datetime) -> Stage:
        """Return a fresh stage."""
        ...
