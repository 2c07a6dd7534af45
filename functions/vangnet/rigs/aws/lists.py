"""Lists in the table: a place of its own for each stream, or one row for all its places among what is open."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vangnet.rigs.aws.table import END_OF_SORT, is_open_list
from vangnet.shell.ports import Entry

Item = dict[str, Any]
Place = tuple[str, str]  # List and sort.


def direct(entries: Iterable[Entry]) -> frozenset[Place]:
    """Return the places that are items of their own."""
    return frozenset((entry.index, entry.sort) for entry in entries if not is_open_list(entry.index))


def opened(entries: Iterable[Entry]) -> str:
    """Return the places among what is open as the text of their row, empty where there is none."""
    places = sorted([entry.index, entry.sort] for entry in entries if is_open_list(entry.index))
    return json.dumps(places, ensure_ascii=False, separators=(",", ":")) if places else ""


def digest(row: str) -> str:
    """Return by what a head knows whether a row is still the same."""
    return hashlib.sha256(row.encode()).hexdigest()[:16] if row else ""


def places_in(item: Item | None) -> Iterator[Entry]:
    """Yield the places that a row holds."""
    yield from (Entry(index, sort) for index, sort in (json.loads(item["places"]["S"]) if item else ()))


def page(items: Iterable[Item], index: str, *, after: str, limit: int, newest_first: bool) -> Sequence[tuple[str, str]]:
    """Return a page of one list, of the rows of what is open: in the order of sort, then of the stream's name."""
    rows = sorted(
        ((entry.sort, str(item["sk"]["S"])) for item in items for entry in places_in(item) if entry.index == index),
        key=lambda row: f"{row[0]}{END_OF_SORT}{row[1]}",
        reverse=newest_first,
    )
    beyond = [row for row in rows if not after or (row[0] < after if newest_first else row[0] > after)]
    return beyond[:limit]
