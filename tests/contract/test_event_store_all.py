"""The promises of the event store about all of it: every stream by name, where each stands, and its size."""

from itertools import chain

import pytest

from tests.contract.stores import NOON, Kept, after, an_append, events
from vangnet.shell.ports import Entry, Standing
from vangnet.shell.streams import every_stream

MANY = 1_000  # Events of one stream, more than the busiest case has in years.


def pages(kept: Kept, limit: int) -> list[list[str]]:
    """Return the names of all streams page by page."""
    found: list[list[str]] = []
    while page := list(kept.store.streams(after=found[-1][-1] if found else "", limit=limit)):
        found.append(page)
    return found


@pytest.mark.parametrize("limit", [1, 2, 7, 16, 50, 60])
def test_pages_give_every_stream_once_in_order(kept: Kept, limit: int) -> None:
    """Each name comes once, in the order of code points, and all pages but the last are full."""
    names = [*(f"case/{number}" for number in range(45)), "directory", "mail/é", "mail/日本", "mail/\U0001f98a", "A"]
    for name in names:
        kept.store.append(an_append(name))

    found = pages(kept, limit)

    assert list(chain.from_iterable(found)) == sorted(names)
    assert all(len(page) == limit for page in found[:-1])
    assert list(every_stream(kept.again())) == sorted(names)


def test_a_page_of_nothing(kept: Kept) -> None:
    """An empty store has no stream, and a page of no length holds none."""
    assert pages(kept, 5) == []
    kept.store.append(an_append())

    assert list(kept.store.streams(limit=0)) == []


def test_a_page_goes_on_from_a_name_that_is_no_stream(kept: Kept) -> None:
    """The place where a page goes on need not be a stream."""
    for name in ("a", "c", "d"):
        kept.store.append(an_append(name))

    assert list(kept.store.streams(after="b", limit=9)) == ["c", "d"]


def test_an_append_leaves_a_stream_at_its_place(kept: Kept) -> None:
    """A stream that goes on is still there once, woken or not."""
    kept.store.append(an_append(wake_at=NOON))
    kept.store.append(an_append(at=1))
    kept.store.append(an_append(at=2, count=0, key="moved", wake_at=after(hours=1)))

    assert list(kept.store.streams(limit=9)) == ["case/one"]


def test_an_unknown_stream_stands_nowhere(kept: Kept) -> None:
    """Nothing is what a store says of the standing of a stream it never heard of."""
    kept.store.append(an_append("case/one2", entries=[("cases", "1")], wake_at=NOON))

    assert kept.store.standing("case/one") == Standing()


def test_a_standing_is_all_that_is_beside_the_events(kept: Kept) -> None:
    """Every business key in its own words, the last wake-up to the microsecond, the last lists."""
    long = "<naïef@mail>" * 200
    kept.store.append(an_append(key="first", wake_at=NOON, entries=[("cases", "1|a")], wrapped_key=b"wrapped"))
    kept.store.append(an_append(at=1, key=long, entries=[("alarms", "2")]))
    entries = [("cases", "3|a"), ("alarms", "2")]
    kept.store.append(an_append(at=2, count=0, key="moved", wake_at=after(microseconds=7), entries=entries))
    kept.store.append(an_append("case/other", key="other", wake_at=NOON, entries=[("cases", "4")]))

    lists = frozenset({Entry("cases", "3|a"), Entry("alarms", "2")})
    expected = Standing(frozenset({"first", long, "moved"}), after(microseconds=7), lists)
    assert kept.store.standing("case/one") == expected
    assert kept.again().standing("case/one") == expected


def test_a_stream_is_given_whole(kept: Kept) -> None:
    """Events and wrapped key come together; a destroyed key comes no more, an unknown stream has neither."""
    kept.store.append(an_append(count=3, wrapped_key=b"wrapped"))
    nothing, no_key = kept.store.whole("case/none")
    stored, wrapped = kept.store.whole("case/one")
    kept.store.destroy_key("case/one")
    remains, destroyed = kept.store.whole("case/one")

    assert (list(nothing), no_key) == ([], None)
    assert (list(stored), wrapped) == (events(1, 3), b"wrapped")
    assert (list(remains), destroyed) == (events(1, 3), None)


@pytest.mark.parametrize("batch", [1, 7, 80])
def test_a_thousand_events_in_many_appends(kept: Kept, batch: int) -> None:
    """A long stream keeps every event and every key, moves its one place in a list, and is read on from anywhere."""
    for at in range(0, MANY, batch):
        count = min(batch, MANY - at)
        kept.store.append(an_append(at=at, count=count, wake_at=after(seconds=at), entries=[("cases", f"{at:04}")]))

    last = range(0, MANY, batch)[-1]
    assert list(kept.again().load("case/one")) == events(1, MANY)
    assert list(kept.store.load("case/one", after=MANY - 3)) == events(MANY - 2, 3)
    keys = frozenset(f"key-{at}" for at in range(0, MANY, batch))
    assert kept.store.standing("case/one") == Standing(
        keys, after(seconds=last), frozenset({Entry("cases", f"{last:04}")})
    )
    assert list(kept.store.listed("cases", limit=9)) == [(f"{last:04}", "case/one")]
    assert kept.store.next_wake() == after(seconds=last)
