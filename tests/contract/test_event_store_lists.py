"""The promises of the event store about lists: whole at every append, in order, page by page."""

from itertools import chain

import pytest

from tests.contract.stores import Kept, an_append


def listed(kept: Kept, index: str = "cases") -> list[str]:
    """Return the streams of a list."""
    return [stream for _, stream in kept.store.listed(index, limit=200)]


def filled(kept: Kept, count: int) -> list[tuple[str, str]]:
    """Put streams into a list, the last first, and return the list in its order."""
    places = [(f"2026-11-{number:02}|VN-{number}", f"case/VN-{number}") for number in range(1, count + 1)]
    for sort, stream in reversed(places):
        kept.store.append(an_append(stream, entries=[("cases", sort)]))
    return places


def test_an_unknown_list_is_empty(kept: Kept) -> None:
    """Nothing is in a list that nothing was put in."""
    filled(kept, 1)

    assert list(kept.store.listed("alarms", limit=10)) == []
    assert list(kept.store.listed("case", limit=10)) == []


def test_a_list_is_in_the_order_of_its_places(kept: Kept) -> None:
    """Places sort as text, in both directions, at most as many as were asked for."""
    places = filled(kept, 5)

    assert list(kept.store.listed("cases", limit=10)) == places
    assert list(kept.store.listed("cases", limit=10, newest_first=True)) == places[::-1]
    assert list(kept.store.listed("cases", limit=2)) == places[:2]
    assert list(kept.store.listed("cases", limit=2, newest_first=True)) == places[:2:-1]
    assert list(kept.store.listed("cases", limit=0)) == []


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8])
def test_pages_give_each_stream_once(kept: Kept, newest_first: bool, limit: int) -> None:
    """Page after page from where the last one ended, every stream comes once, and then nothing."""
    places = filled(kept, 7)
    pages = []
    after = ""
    while page := kept.store.listed("cases", after=after, limit=limit, newest_first=newest_first):
        pages.append(page)
        after = page[-1][0]

    assert list(chain.from_iterable(pages)) == (places[::-1] if newest_first else places)
    assert all(len(page) == limit for page in pages[:-1])


def test_a_place_need_not_exist_to_go_on_from_it(kept: Kept) -> None:
    """A page goes on beyond the place even when the stream that stood there has left."""
    places = filled(kept, 3)
    kept.store.append(an_append("case/VN-2", at=1))

    assert list(kept.store.listed("cases", after=places[1][0], limit=9)) == [places[2]]
    assert list(kept.store.listed("cases", after=places[1][0], limit=9, newest_first=True)) == [places[0]]


def test_a_place_that_begins_another_is_another(kept: Kept) -> None:
    """Of places that begin alike the shorter is the lower, whatever the streams are called."""
    for sort, stream in [("a", "zz"), ("a b", "aa"), ("ab", "mm"), ("é", "kk")]:
        kept.store.append(an_append(stream, entries=[("cases", sort)]))

    assert listed(kept) == ["zz", "aa", "mm", "kk"]
    assert [stream for _, stream in kept.store.listed("cases", after="a", limit=9)] == ["aa", "mm", "kk"]
    assert [stream for _, stream in kept.store.listed("cases", after="ab", limit=9, newest_first=True)] == ["aa", "zz"]


def test_streams_at_the_same_place_are_both_there(kept: Kept) -> None:
    """Two streams may share a place, and leave it one by one."""
    kept.store.append(an_append("one", entries=[("cases", "1")]))
    kept.store.append(an_append("two", entries=[("cases", "1")]))
    assert sorted(listed(kept)) == ["one", "two"]

    kept.store.append(an_append("one", at=1))
    assert listed(kept) == ["two"]


def test_entries_are_replaced_as_a_whole(kept: Kept) -> None:
    """After an append a stream stands in the lists it names and in no other, at the places it names."""
    first = [("cases", "1"), ("alarms", "1"), ("work/griffier", "1"), ("work/griffier", "2")]
    kept.store.append(an_append("one", entries=first))
    kept.store.append(an_append("one", at=1, entries=[("cases", "1"), ("work/griffier", "3"), ("patterns", "1")]))

    assert listed(kept, "alarms") == []
    assert list(kept.store.listed("work/griffier", limit=9)) == [("3", "one")]
    assert (listed(kept), listed(kept, "patterns")) == (["one"], ["one"])


def test_entries_move_without_events(kept: Kept) -> None:
    """An append without events moves lists too, again and again at the same version."""
    kept.store.append(an_append("one", entries=[("cases", "1")]))
    kept.store.append(an_append("one", at=1, count=0, key="a", entries=[("alarms", "1")]))
    kept.store.append(an_append("one", at=1, count=0, key="b", entries=[("cases", "2")]))

    assert list(kept.again().listed("cases", limit=9)) == [("2", "one")]
    assert listed(kept, "alarms") == []


def test_leaving_a_list_takes_nobody_else_along(kept: Kept) -> None:
    """Other streams stay where they stand."""
    filled(kept, 3)
    kept.store.append(an_append("case/VN-2", at=1))

    assert listed(kept) == ["case/VN-1", "case/VN-3"]


def test_a_list_may_be_long(kept: Kept) -> None:
    """A hundred streams are read whole in the largest pages."""
    filled(kept, 99)

    assert len(kept.store.listed("cases", limit=200)) == 99
