"""The world of an exercise: a clock that is set, keys and references from a seed, blobs and messages in memory."""

import hashlib
import hmac
import random
from dataclasses import dataclass, field
from datetime import datetime

from vangnet.rigs.naming import TAKEN
from vangnet.shell.names import CROCKFORD
from vangnet.shell.ports import Outgoing, SendFailed, StoreUnavailable, Taken


@dataclass
class SetClock:
    """A clock that shows what it was set to."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment


class SeededKeys:
    """Keys and references drawn from a seed: the same seed gives the same exercise. Never for real data."""

    def __init__(self, seed: int) -> None:
        """Start the draw."""
        self._chance = random.Random(seed)  # noqa: S311  (an exercise must be repeatable)
        self._master = self._chance.randbytes(32)

    def new_key(self) -> bytes:
        """Return 32 drawn bytes."""
        return self._chance.randbytes(32)

    def wrap(self, stream: str, key: bytes) -> bytes:
        """Return the key, covered by a stream of its own."""
        cover = hmac.digest(self._master, stream.encode(), hashlib.sha256)
        return bytes(left ^ right for left, right in zip(key, cover, strict=True))

    def unwrap(self, stream: str, wrapped: bytes) -> bytes:
        """Return the key again."""
        return self.wrap(stream, wrapped)

    def keyed_hash(self, purpose: str, text: str) -> bytes:
        """Return a hash that only this exercise makes."""
        return hmac.digest(self._master, f"{purpose}|{text}".encode(), hashlib.sha256)

    def new(self, length: int) -> str:
        """Return drawn letters."""
        return "".join(self._chance.choice(CROCKFORD) for _ in range(length))


class MemoryBlobs:
    """Evidence in memory."""

    def __init__(self) -> None:
        """Start empty."""
        self.kept: dict[str, bytes] = {}

    def put(self, blob: str, content: bytes) -> None:
        """Keep the bytes."""
        if self.kept.setdefault(blob, content) != content:
            raise StoreUnavailable(TAKEN)

    def get(self, blob: str) -> bytes | None:
        """Return the bytes."""
        return self.kept.get(blob)

    def delete(self, blob: str) -> None:
        """Forget the bytes."""
        self.kept.pop(blob, None)


@dataclass(frozen=True)
class Sent:
    """A message that went out, and when (UTC)."""

    at: datetime
    message: Outgoing


@dataclass
class Recorder:
    """Records what goes out; a broken channel refuses."""

    clock: SetClock
    sent: list[Sent] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def send(self, message: Outgoing) -> Taken:
        """Record the message, or refuse it."""
        if message.channel in self.broken:
            raise SendFailed(f"the channel {message.channel} stands still")
        self.sent.append(Sent(self.clock.now(), message))
        return Taken()
