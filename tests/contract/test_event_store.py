"""The promises of the event store about events: durable, whole, ordered, once, conditional. Every store keeps them."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.contract.stores import NOON, Kept, after, an_append, events
from vangnet.shell.ports import Append, EventStore, StoredEvent, StoreUnavailable, VersionConflict

THREADS = 8
APPENDS = 5  # By each thread.
PAUSE_SECONDS = 0.001  # In the middle of an append, so that a race is met and not only possible.
RACES_MAX = 2_000  # A thread that loses this often is not racing but stuck.


def standing(store: EventStore, stream: str = "case/one") -> tuple[object, ...]:
    """Return all that a store says of a stream and of the lists of these tests."""
    lists = [list(store.listed(index, limit=50)) for index in ("cases", "alarms")]
    return list(store.load(stream)), store.data_key(stream), list(store.due(until=after(days=999), limit=50)), lists


def test_an_unknown_stream_has_no_events(kept: Kept) -> None:
    """Nothing is what a store says of a stream it never heard of, and that is no error."""
    assert list(kept.store.load("case/none")) == []
    assert kept.store.data_key("case/none") is None


def test_what_was_appended_is_durable(kept: Kept) -> None:
    """A store that is opened anew on the same data says the same of all that was stored."""
    kept.store.append(an_append(count=2, wake_at=NOON, entries=[("cases", "1|a")], wrapped_key=b"wrapped"))

    assert standing(kept.again()) == (events(1, 2), b"wrapped", ["case/one"], [[("1|a", "case/one")], []])
    assert kept.again().next_wake() == NOON


def test_events_come_back_as_they_were(kept: Kept) -> None:
    """Nested values, other scripts, numbers, nothing and quotes come back unchanged."""
    plain = {"type": "T", "fields": {"n": 1, "x": 1.5, "none": None, "yes": True, "all": ["é", "日本", '"\\\n']}}
    event = StoredEvent(1, plain, {"actor": "c2VhbGVk+/=="})

    kept.store.append(replace(an_append(), events=[event]))

    assert list(kept.store.load("case/one")) == [event]


def test_events_come_in_order_without_a_gap(kept: Kept) -> None:
    """Versions run from 1, past the place where text would sort 10 before 2."""
    kept.store.append(an_append(count=3))
    kept.store.append(an_append(at=3, count=80))
    kept.store.append(an_append(at=83, count=40))

    assert list(kept.store.load("case/one")) == events(1, 123)


@pytest.mark.parametrize("at", [0, 1, 9, 10, 12, 13, 99])
def test_events_beyond_a_version_are_those_that_are_new(kept: Kept, at: int) -> None:
    """Whoever knows a stream up to a version gets what came after it, and nothing where nothing did."""
    kept.store.append(an_append(count=10))
    kept.store.append(an_append(at=10, count=2))

    assert list(kept.store.load("case/one", after=at)) == events(1, 12)[at:]


def test_streams_do_not_mix(kept: Kept) -> None:
    """A stream whose name begins like another's, or sorts beside it, has its own events only."""
    names = ["case/one", "case/one2", "case/on", "case/one#event", "directory"]
    for number, name in enumerate(names, 1):
        kept.store.append(an_append(name, count=number))

    assert [len(kept.store.load(name)) for name in names] == [1, 2, 3, 4, 5]
    assert list(kept.store.streams(limit=9)) == sorted(names)


def test_a_lost_race_leaves_nothing(kept: Kept) -> None:
    """Of an append that meets another version nothing is there: no event, list, wake-up or key."""
    kept.store.append(an_append(entries=[("cases", "1|a")], wake_at=NOON))
    before = standing(kept.store)

    with pytest.raises(VersionConflict):
        kept.store.append(an_append(key="late", count=3, entries=[("alarms", "9|z")], wrapped_key=b"late"))

    assert standing(kept.store) == before


def test_an_append_that_breaks_leaves_nothing(kept: Kept) -> None:
    """Of an append that the store cannot finish nothing is there, and the same append goes well afterwards."""
    kept.store.append(an_append(entries=[("cases", "1|a")], wake_at=NOON, wrapped_key=b"wrapped"))
    before = standing(kept.store)
    broken = an_append(at=1, count=3, entries=[("alarms", "9|z")], wake_at=after(hours=1))

    with pytest.raises(StoreUnavailable):
        kept.failing(broken)
    assert standing(kept.store) == before

    kept.store.append(broken)
    assert len(kept.store.load("case/one")) == 4


def test_a_first_append_that_breaks_leaves_no_stream(kept: Kept) -> None:
    """A report that could not be stored is nowhere, its key neither."""
    with pytest.raises(StoreUnavailable):
        kept.failing(an_append(entries=[("cases", "1|a")], wake_at=NOON, wrapped_key=b"wrapped-key"))

    assert list(kept.store.streams(limit=9)) == []
    assert standing(kept.again()) == ([], None, [], [[], []])


@pytest.mark.parametrize("at", [0, 1, 7])
def test_the_same_key_again_changes_nothing(kept: Kept, at: int) -> None:
    """A second append with a key that was stored raises nothing and changes nothing, whatever version it expects."""
    kept.store.append(an_append(key="once", entries=[("cases", "1|a")], wake_at=NOON))
    before = standing(kept.store)

    kept.store.append(an_append(at=at, key="once", count=2, entries=[("alarms", "2|b")], wrapped_key=b"other"))

    assert standing(kept.store) == before


def test_a_key_is_remembered_after_others(kept: Kept) -> None:
    """A key still counts when the stream went on, and for a store that was opened anew."""
    kept.store.append(an_append(key="first"))
    kept.store.append(an_append(at=1, key="second"))

    kept.again().append(an_append(at=2, key="first"))

    assert len(kept.store.load("case/one")) == 2


def test_a_key_is_of_its_stream(kept: Kept) -> None:
    """The same key in another stream is another key."""
    kept.store.append(an_append("case/one", key="same"))
    kept.store.append(an_append("case/two", key="same"))

    assert len(kept.store.load("case/two")) == 1


@pytest.mark.parametrize("at", [0, 2])
def test_another_version_is_a_conflict(kept: Kept, at: int) -> None:
    """A new key at a version the stream left, or has not reached, is refused."""
    kept.store.append(an_append(key="first"))

    with pytest.raises(VersionConflict):
        kept.store.append(an_append(at=at, key="new"))


def test_a_new_stream_has_version_zero(kept: Kept) -> None:
    """The first append to a stream that expects it to exist is refused."""
    with pytest.raises(VersionConflict):
        kept.store.append(an_append(at=1))

    assert list(kept.store.streams(limit=9)) == []


def test_an_append_without_events_keeps_the_version(kept: Kept) -> None:
    """Only wake-up and lists move, the version stays, and the key counts."""
    kept.store.append(an_append(count=2))
    kept.store.append(an_append(at=2, count=0, key="wake", wake_at=NOON, entries=[("cases", "1|a")]))
    kept.store.append(an_append(at=2, count=0, key="wake"))
    kept.store.append(an_append(at=2, key="next", wake_at=NOON, entries=[("cases", "1|a")]))

    assert len(kept.store.load("case/one")) == 3
    assert list(kept.store.due(until=NOON, limit=5)) == ["case/one"]


def at_once(work: Callable[[int], None]) -> None:
    """Let eight threads begin the same work at the same moment; an error in one is an error of the test."""
    start = threading.Barrier(THREADS)

    def begin(number: int) -> None:
        start.wait(timeout=30)
        work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(begin, number) for number in range(THREADS)]:
            done.result(timeout=120)


class Slow(list[StoredEvent]):
    """Events that take their time: whoever stores them stands still halfway, and others come in between."""

    def __iter__(self) -> Iterator[StoredEvent]:
        """Yield the events after a pause."""
        time.sleep(PAUSE_SECONDS)
        return super().__iter__()


def append_with_patience(store: EventStore, name: str, *, count: int = 1) -> None:
    """Append events that carry a name, as the shell does: load, append, and anew after a lost race."""
    for _ in range(RACES_MAX):
        version = len(store.load("case/one"))
        named = Slow(StoredEvent(version + 1 + number, {"name": name}) for number in range(count))
        try:
            store.append(Append("case/one", named, version, key=name, entries=frozenset(), wake_at=NOON))
        except VersionConflict:
            continue
        return
    raise AssertionError(f"{name} lost {RACES_MAX} races")


def test_eight_threads_lose_nothing(kept: Kept) -> None:
    """Of many who append at the same time each is stored exactly once, without a gap."""

    def work(number: int) -> None:
        for turn in range(APPENDS):
            append_with_patience(kept.store, f"{number}-{turn}")

    at_once(work)

    stored = kept.store.load("case/one")
    assert [event.version for event in stored] == list(range(1, THREADS * APPENDS + 1))
    assert sorted(event.plain["name"] for event in stored) == sorted(
        f"{number}-{turn}" for number in range(THREADS) for turn in range(APPENDS)
    )


def test_the_same_append_from_eight_threads_is_stored_once(kept: Kept) -> None:
    """A sending that arrives many times at the same moment is one, and each of them may take it as stored."""
    at_once(lambda _: append_with_patience(kept.store, "the same"))

    assert len(kept.store.load("case/one")) == 1


def test_a_reader_never_sees_half_an_append(kept: Kept) -> None:
    """Whoever loads while others append three events each sees a multiple of three, from 1, without a gap."""
    seen: list[list[int]] = []

    def work(number: int) -> None:
        if number % 2:
            append_with_patience(kept.store, str(number), count=3)
            return
        seen.extend([event.version for event in kept.store.load("case/one")] for _ in range(10))

    at_once(work)

    assert all(versions == list(range(1, len(versions) + 1)) for versions in seen)
    assert {len(versions) % 3 for versions in seen} == {0}
