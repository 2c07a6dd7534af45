"""The promises of the event store about time: streams are woken in their order, never early, and none is forgotten."""

from datetime import datetime, timedelta, timezone

import pytest

from tests.contract.stores import NOON, Kept, after, an_append


def wake(kept: Kept, **moments: datetime | None) -> None:
    """Store streams that want to be woken then."""
    for name, moment in moments.items():
        kept.store.append(an_append(name, wake_at=moment))


def test_the_longest_overdue_comes_first(kept: Kept) -> None:
    """Streams come in the order of their wake-ups, however they were stored."""
    wake(kept, late=NOON, first=after(days=-30), second=after(hours=-1), third=after(microseconds=-1))

    assert list(kept.store.due(until=NOON, limit=10)) == ["first", "second", "third", "late"]


def test_nothing_is_due_before_its_time(kept: Kept) -> None:
    """A wake-up has come at its very moment, and not a microsecond before."""
    wake(kept, one=after(microseconds=1))

    assert list(kept.store.due(until=NOON, limit=10)) == []
    assert list(kept.store.due(until=after(microseconds=1), limit=10)) == ["one"]


def test_a_limit_takes_the_longest_overdue(kept: Kept) -> None:
    """What does not fit is left for the next look."""
    wake(kept, third=NOON, first=after(hours=-2), second=after(hours=-1))

    assert list(kept.store.due(until=NOON, limit=2)) == ["first", "second"]
    assert list(kept.store.due(until=NOON, limit=0)) == []


def test_many_at_the_same_moment_are_all_due(kept: Kept) -> None:
    """Streams that share a moment are each there, once."""
    names = [f"case/{number}" for number in range(30)]
    for name in names:
        kept.store.append(an_append(name, wake_at=NOON))

    assert sorted(kept.store.due(until=NOON, limit=50)) == sorted(names)
    assert len(set(kept.store.due(until=NOON, limit=7))) == 7


def test_a_wake_up_is_moved_by_the_next_append(kept: Kept) -> None:
    """Only the last wake-up of a stream counts, earlier or later."""
    wake(kept, one=NOON)
    kept.store.append(an_append("one", at=1, wake_at=after(hours=2)))

    assert list(kept.store.due(until=after(hours=1), limit=10)) == []
    assert list(kept.store.due(until=after(hours=2), limit=10)) == ["one"]


@pytest.mark.parametrize("count", [0, 1])
def test_a_wake_up_is_taken_away(kept: Kept, count: int) -> None:
    """An append that names no wake-up leaves none, with events or without."""
    wake(kept, one=NOON)
    kept.store.append(an_append("one", at=1, count=count, wake_at=None))

    assert list(kept.store.due(until=after(days=999), limit=10)) == []
    assert kept.store.next_wake() is None


def test_the_next_wake_up_is_the_earliest_of_all(kept: Kept) -> None:
    """It is told to the microsecond, in the past too, and there is none in an empty store."""
    assert kept.store.next_wake() is None

    wake(kept, late=after(days=1), never=None, early=after(days=-1, microseconds=5))

    assert kept.store.next_wake() == after(days=-1, microseconds=5)


def test_moments_of_other_zones_are_the_same_moments(kept: Kept) -> None:
    """A wake-up in another zone, or with no microseconds, takes its place by the moment and not by its text."""
    amsterdam = timezone(timedelta(hours=1))
    wake(kept, second=NOON.astimezone(amsterdam), first=after(microseconds=-500), third=after(microseconds=500))

    assert list(kept.store.due(until=after(hours=1).astimezone(amsterdam), limit=10)) == ["first", "second", "third"]


def test_an_acknowledged_stream_leaves_the_others_due(kept: Kept) -> None:
    """Taking away one wake-up takes away no other."""
    wake(kept, one=NOON, two=NOON, three=NOON)
    kept.store.append(an_append("two", at=1))

    assert sorted(kept.store.due(until=NOON, limit=10)) == ["one", "three"]
    assert sorted(kept.again().due(until=NOON, limit=10)) == ["one", "three"]


def test_many_that_are_due_come_in_their_order(kept: Kept) -> None:
    """Of some hundred streams, in whatever order they were stored, any number comes with the longest overdue first."""
    names = [f"case/{number:03}" for number in range(300)]
    for number in range(300):
        place = number * 7 % 300
        kept.store.append(an_append(names[place], wake_at=after(seconds=-300 + place)))

    for limit in (1, 16, 17, 120, 299, 300, 500):
        assert list(kept.store.due(until=NOON, limit=limit)) == names[:limit]
    assert list(kept.store.due(until=after(seconds=-250), limit=500)) == names[:51]
    assert kept.store.next_wake() == after(seconds=-300)
