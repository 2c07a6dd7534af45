"""The heads of streams: where each stands in the table, and those that this process saw last."""

import json
from dataclasses import dataclass
from typing import Any

KNOWN_MAX = 1_000  # Heads kept in memory; one is some hundred bytes.

Item = dict[str, Any]


@dataclass(frozen=True)
class Head:
    """Where a stream stands: its version, how often it was appended to, its wrapped data key, the lists it stands in.

    `entries` are its places in lists of their own, `open` is the digest of its places among what is open. The key is
    None where there never was one, and empty once it was destroyed.

    `generation` counts appends without events too, which leave the version as it is but move lists and wake-up;
    `wake_since` is the one at which the wake-up was last moved to where it is.
    """

    version: int = 0
    generation: int = 0
    entries: frozenset[tuple[str, str]] = frozenset()
    open: str = ""
    wrapped: bytes | None = None
    wake_at: str = ""
    wake_since: int = 0

    @classmethod
    def of(cls, item: Item | None) -> "Head":
        """Return the head that an item holds; without an item the stream is new."""
        if not item:
            return cls()
        entries = frozenset((index, sort) for index, sort in json.loads(item["entries"]["S"]))
        version, generation = int(item["version"]["N"]), int(item["generation"]["N"])
        wake_at, since = item.get("wake_at", {}).get("S", ""), item.get("wake_since", {}).get("N", generation)
        wrapped = bytes(item["wrapped"]["B"]) if "wrapped" in item else None
        return cls(version, generation, entries, item.get("open", {}).get("S", ""), wrapped, wake_at, int(since))


class Heads:
    """What this process knows of heads; it may be stale, so whoever writes on it states what the write rests on."""

    def __init__(self) -> None:
        """Know nothing."""
        self._known: dict[str, Head] = {}

    def keep(self, stream: str, head: Head) -> None:
        """Remember where a stream stands; the one kept longest ago makes room."""
        self._known.pop(stream, None)
        self._known[stream] = head
        if len(self._known) > KNOWN_MAX:
            self._known.pop(list(self._known)[0], None)  # noqa: RUF015  (one step, whatever other threads do)

    def guess(self, stream: str, version: int) -> Head | None:
        """Return the head on which an append at that version rests in all likelihood, or None where nobody knows."""
        known = self._known.get(stream, Head())
        return known if known.version == version else None

    def last(self, stream: str) -> Head | None:
        """Return where a stream stood when this process last saw it."""
        return self._known.get(stream)

    def forget(self, stream: str) -> None:
        """Remember no more where a stream stands."""
        self._known.pop(stream, None)
