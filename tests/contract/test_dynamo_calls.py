"""How the store on DynamoDB uses what it saw before: one call where that is enough, and never a wrong write on it."""

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from tests.contract.conftest import ON_MINISTACK
from tests.contract.stores import NOON, Kept, an_append, events
from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.aws.heads import KNOWN_MAX, Head, Heads
from vangnet.rigs.aws.table import (
    HEAD,
    ONCE,
    SHARDS,
    once_sort,
    shard,
)
from vangnet.shell.ports import StoreUnavailable, VersionConflict

pytestmark = ON_MINISTACK


class Counting:
    """A client that notes each operation; before one of them it may first let something else happen."""

    def __init__(self, client: Any) -> None:
        """Take the client behind it."""
        self._client = client
        self.seen: list[str] = []
        self.before: dict[str, Callable[[], None]] = {}
        self.after: dict[str, Exception] = {}
        self.instead: dict[str, Exception] = {}

    def __getattr__(self, name: str) -> Any:
        """Return the operation of the client behind it."""
        operation = getattr(self._client, name)

        def counted(**fields: Any) -> Any:
            self.seen.append(name)
            self.before.pop(name, lambda: None)()
            if name in self.instead:
                raise self.instead.pop(name)
            answer = operation(**fields)
            if name in self.after:
                raise self.after.pop(name)
            return answer

        return counted


def met_another() -> ClientError:
    """Return how DynamoDB says that two transactions met."""
    error = {"Error": {"Code": "TransactionCanceledException", "Message": ""}}
    reasons = {"CancellationReasons": [{"Code": "None"}, {"Code": "TransactionConflict"}]}
    return ClientError(error | reasons, "TransactWriteItems")


@pytest.fixture
def counting(dynamodb_client: Any) -> Counting:
    """Give a client that notes its calls."""
    return Counting(dynamodb_client)


@pytest.fixture
def store(counting: Counting, table: str) -> DynamoStore:
    """Give a store whose calls are noted."""
    return DynamoStore(counting, table)


@pytest.fixture
def other(dynamodb_client: Any, table: str) -> DynamoStore:
    """Give the store of another process on the same table."""
    return DynamoStore(dynamodb_client, table)


def test_a_new_stream_takes_one_call(store: DynamoStore, counting: Counting) -> None:
    """Nothing is read before the first append; the conditions of the transaction tell whether it is new."""
    store.append(an_append(count=3, wake_at=NOON, entries=[("cases", "1")], wrapped_key=b"key"))

    assert counting.seen == ["transact_write_items"]


def test_a_stream_is_read_whole_in_one_call(store: DynamoStore, other: DynamoStore, counting: Counting) -> None:
    """Events and data key come of one query."""
    other.append(an_append(count=3, wrapped_key=b"key"))

    assert store.whole("case/one") == (events(1, 3), b"key")
    assert counting.seen == ["query"]


@pytest.mark.parametrize("beyond", [0, 2, 3])
def test_an_append_after_a_load_takes_one_call(
    store: DynamoStore, other: DynamoStore, counting: Counting, beyond: int
) -> None:
    """The head that came with the events is enough, and so is the head that the append before left behind."""
    other.append(an_append(count=3, entries=[("cases", "1")]))
    store.load("case/one", after=beyond)
    store.append(an_append(at=3, entries=[("cases", "2")]))
    store.append(an_append(at=4, entries=[("cases", "3")]))

    assert counting.seen == ["query", "transact_write_items", "transact_write_items"]
    assert list(other.listed("cases", limit=9)) == [("3", "case/one")]


def test_without_a_load_the_head_is_read(store: DynamoStore, other: DynamoStore, counting: Counting) -> None:
    """Who knows nothing of a stream that exists asks where it stands first."""
    other.append(an_append(count=3))
    store.append(an_append(at=3))

    assert counting.seen == ["get_item", "transact_write_items"]


def test_a_head_that_went_stale_is_a_conflict(store: DynamoStore, other: DynamoStore) -> None:
    """Another process was faster: nothing is stored, and after a new load it goes well."""
    store.append(an_append(entries=[("cases", "1")]))
    other.append(an_append(at=1, key="faster", entries=[("cases", "2")]))

    with pytest.raises(VersionConflict):
        store.append(an_append(at=1, key="slower", entries=[("cases", "3")]))
    store.load("case/one")
    store.append(an_append(at=2, key="again", entries=[("cases", "4")]))

    assert list(store.listed("cases", limit=9)) == [("4", "case/one")]


def test_lists_that_were_moved_since_the_load_stay_right(store: DynamoStore, other: DynamoStore) -> None:
    """An append without events moved the lists and left the version: the next one takes away what it put there."""
    store.append(an_append(entries=[("cases", "1")]))
    other.append(an_append(at=1, count=0, key="moved", entries=[("alarms", "1")]))

    store.append(an_append(at=1, count=0, key="late", entries=[("patterns", "1")]))

    found = {index: list(other.listed(index, limit=5)) for index in ("cases", "alarms", "patterns")}
    assert found == {"cases": [], "alarms": [], "patterns": [("1", "case/one")]}


def test_lists_that_are_moved_while_it_writes_are_a_conflict(
    store: DynamoStore, other: DynamoStore, counting: Counting
) -> None:
    """Moved again between the look at the head and the write, it is for the caller to decide anew."""
    other.append(an_append(entries=[("cases", "1")]))
    counting.before["transact_write_items"] = lambda: other.append(
        an_append(at=1, count=0, key="moved", entries=[("alarms", "1")])
    )

    with pytest.raises(VersionConflict):
        store.append(an_append(at=1, count=0, key="late", entries=[("patterns", "1")]))

    assert list(other.listed("alarms", limit=5)) == [("1", "case/one")]
    assert list(other.listed("patterns", limit=5)) == []


@pytest.mark.parametrize("at", [0, 1])
def test_an_append_that_met_its_own_double_was_stored(
    store: DynamoStore, other: DynamoStore, counting: Counting, at: int
) -> None:
    """If the other was the same append, sent twice, it is stored and nothing is raised."""
    for version in range(at):
        other.append(an_append(at=version))
    counting.before["transact_write_items"] = lambda: other.append(an_append(at=at, key="double"))

    store.append(an_append(at=at, key="double"))

    assert len(other.load("case/one")) == at + 1


@pytest.mark.parametrize("at", [0, 1])
def test_a_lost_answer_is_settled_by_the_same_key(
    store: DynamoStore, other: DynamoStore, counting: Counting, at: int
) -> None:
    """The write was stored and its answer lost: it is told as a fault, and the same key again finds it stored."""
    for version in range(at):
        other.append(an_append(at=version))
    store.load("case/one")
    counting.after["transact_write_items"] = ReadTimeoutError(endpoint_url="http://none")

    with pytest.raises(StoreUnavailable, match="ReadTimeoutError"):
        store.append(an_append(at=at, key="lost", entries=[("cases", "1")]))
    store.append(an_append(at=at, key="lost", entries=[("cases", "1")]))
    store.append(an_append(at=at + 1, key="next", entries=[("cases", "2")]))

    assert list(other.load("case/one")) == events(1, at + 2)
    assert list(other.listed("cases", limit=5)) == [("2", "case/one")]


def test_a_head_is_trusted_no_more_once_an_answer_was_lost(
    store: DynamoStore, other: DynamoStore, counting: Counting
) -> None:
    """It may have moved or not: the next append asks first, rather than fail first."""
    other.append(an_append())
    store.load("case/one")
    counting.after["transact_write_items"] = ReadTimeoutError(endpoint_url="http://none")
    with pytest.raises(StoreUnavailable):
        store.append(an_append(at=1, count=0, key="lost"))
    counting.seen.clear()

    store.append(an_append(at=1, count=0, key="next"))

    assert counting.seen == ["get_item", "transact_write_items"]


def test_a_race_for_a_head_that_did_not_move_is_given_back(store: DynamoStore, counting: Counting) -> None:
    """Two transactions met and neither was stored: whether to try again is for the caller, who decides anew."""
    store.append(an_append())
    counting.instead["transact_write_items"] = met_another()
    counting.seen.clear()

    with pytest.raises(VersionConflict):
        store.append(an_append(at=1))

    assert counting.seen.count("transact_write_items") == 1


def test_a_stream_that_began_without_events_takes_its_first(store: DynamoStore, other: DynamoStore) -> None:
    """At version 0 there may be a head already; it is found when the guess that there is none fails."""
    other.append(an_append(count=0, key="wake", wake_at=NOON, entries=[("cases", "1")]))

    store.append(an_append(key="begin", entries=[("cases", "2")], wrapped_key=b"key"))

    assert other.whole("case/one") == (events(1, 1), b"key")
    assert list(other.listed("cases", limit=5)) == [("2", "case/one")]


def test_a_bounded_number_of_heads_is_remembered() -> None:
    """The one kept longest ago makes room, and what was forgotten is guessed to be new or not at all."""
    heads = Heads()
    for number in range(KNOWN_MAX + 1):
        heads.keep(str(number), Head(version=3, generation=2))

    assert heads.guess("0", 3) is None
    assert heads.guess("0", 0) == Head()
    assert heads.guess("1", 3) == Head(version=3, generation=2)
    assert heads.guess("1", 0) is None


def test_streams_are_spread_over_all_shards(dynamodb_kept: Kept) -> None:
    """No shard of many streams is left out or takes more than a fair part twice over."""
    counts = {one: 0 for one in SHARDS}
    for number in range(1_600):
        counts[shard(f"case/VN-{number:04}")] += 1

    assert len(counts) == 16
    assert all(50 < count < 200 for count in counts.values())


def test_business_keys_lie_beside_their_stream() -> None:
    """The keys of a stream come after its head and data key, so that one query gives where it stands."""
    assert HEAD < "key" < ONCE < once_sort("any") < "once$"
