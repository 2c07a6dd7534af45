"""The promises of the inbox: one durable write, once for each sending, taken up once; who puts in reads nothing."""

import base64
import random
import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.contract.aws import LOST, Faulty
from tests.contract.conftest import ON_MINISTACK
from tests.contract.stores import NOON, after, an_append
from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.aws.inbox import InboxStore
from vangnet.shell.ports import Append, StoredEvent, StoreUnavailable, StreamUnusable, VersionConflict

pytestmark = ON_MINISTACK

STREAM = "case/VN-AAAA-0001"
LETTERS = 50_000  # The longest account, in a script of four bytes a letter, sealed as text.


def a_report(key: str = "begin:once", stream: str = STREAM, words: str = "c2VhbGVk") -> Append:
    """Return a report as intake stores it."""
    event = StoredEvent(1, {"type": "ReportFiled", "fields": {"outcome": "case"}}, {"actor": words})
    made = an_append(stream, key=key, wake_at=NOON, wrapped_key=b"wrapped")
    return replace(made, events=[event])


@pytest.fixture
def inbox(dynamodb_client: Any, table: str) -> InboxStore:
    """Give an inbox as intake has it."""
    return InboxStore(dynamodb_client, table)


@pytest.fixture
def store(dynamodb_client: Any, table: str) -> DynamoStore:
    """Give the store that takes up what lies in it."""
    return DynamoStore(dynamodb_client, table)


def taken_up(store: DynamoStore, what: Append) -> None:
    """Make a stream of a report that waits, as assessment does."""
    store.append(replace(what, answered_until=NOON + timedelta(days=30), bound=True))


def test_a_report_waits_as_it_was_put_in(inbox: InboxStore, store: DynamoStore) -> None:
    """Events, key, wake-up and data key come out as they went in, and the sweep is told of it."""
    inbox.append(a_report())

    assert store.waiting(STREAM) == a_report()
    assert list(store.due(until=after(minutes=1), limit=10)) == [STREAM]
    assert list(store.load(STREAM)) == []


def test_what_is_settled_waits_no_more_and_is_answered(inbox: InboxStore, store: DynamoStore) -> None:
    """A sending that came again after its answer vanished: the sweep leaves it, and a third has the answer."""
    inbox.append(a_report())

    store.settle(replace(a_report(), answered_until=NOON + timedelta(days=30)))

    assert store.waiting(STREAM) is None
    assert list(store.due(until=after(minutes=1), limit=10)) == []
    inbox.append(a_report(words="dGhpcmQ="))
    assert [one.plain for one in inbox.load(STREAM)] == [one.plain for one in a_report().events]


def test_a_report_that_could_never_be_stored_is_not_taken(inbox: InboxStore, store: DynamoStore) -> None:
    """What is larger than a stream takes is refused before anybody is told that it was kept."""
    large = base64.b64encode(random.Random(1).randbytes(420_000)).decode()

    with pytest.raises(StreamUnusable):
        inbox.append(a_report(words=large))

    assert store.waiting(STREAM) is None


def test_nothing_waits_under_another_name(store: DynamoStore) -> None:
    """A stream that nobody put in is not there."""
    assert store.waiting("case/VN-AAAA-0009") is None


def test_the_same_sending_twice_is_one_report(inbox: InboxStore, store: DynamoStore) -> None:
    """The second changes nothing, and answers with what the first stored, without what is sealed."""
    inbox.append(a_report(words="Zmlyc3Q="))
    inbox.append(a_report(words="c2Vjb25k"))

    waiting = store.waiting(STREAM)
    assert waiting
    assert waiting.events[0].sealed == {"actor": "Zmlyc3Q="}
    assert inbox.whole(STREAM)[0] == [StoredEvent(1, {"type": "ReportFiled", "fields": {"outcome": "case"}})]


def test_another_report_does_not_take_its_place(inbox: InboxStore, store: DynamoStore) -> None:
    """Of two reports that drew one reference the second is refused, and the first stays as it was."""
    inbox.append(a_report())

    with pytest.raises(VersionConflict):
        inbox.append(a_report(key="begin:other"))

    assert store.waiting(STREAM) == a_report()


def test_what_was_taken_up_waits_no_more_and_still_answers(inbox: InboxStore, store: DynamoStore) -> None:
    """After that the same sending gives its first answer, and nothing waits or is due again for it."""
    inbox.append(a_report())
    taken_up(store, a_report())

    inbox.append(a_report(words="YWdhaW4="))

    assert store.waiting(STREAM) is None
    assert inbox.load(STREAM)[0].plain["fields"] == {"outcome": "case"}
    assert len(store.load(STREAM)) == 1
    assert store.data_key(STREAM) == b"wrapped"


def test_what_is_taken_up_twice_at_once_is_one_stream(inbox: InboxStore, store: DynamoStore) -> None:
    """The second of two that take it up meets a stream that is there."""
    inbox.append(a_report())
    taken_up(store, a_report())

    with pytest.raises(VersionConflict):
        taken_up(store, a_report())

    assert len(store.load(STREAM)) == 1


def test_nothing_of_a_report_is_left_in_the_inbox_once_it_was_taken_up(
    inbox: InboxStore, store: DynamoStore, dynamodb_client: Any, table: str
) -> None:
    """Neither what is sealed nor its key: wiping the case wipes all of it. What stays, vanishes by itself."""
    inbox.append(a_report())
    taken_up(store, a_report())

    key = {"pk": {"S": f"inbox#{STREAM}"}, "sk": {"S": "report"}}
    item = dynamodb_client.get_item(TableName=table, Key=key)["Item"]
    assert set(item) == {"pk", "sk", "key", "answer", "vanishes_at"}


@pytest.mark.parametrize("at", [1, 7])
def test_only_a_new_report_goes_in(inbox: InboxStore, store: DynamoStore, at: int) -> None:
    """Whoever can put in cannot add to a stream that is there."""
    with pytest.raises(StoreUnavailable):
        inbox.append(an_append(STREAM, at=at))

    assert store.waiting(STREAM) is None


def test_who_puts_in_reads_nothing(inbox: InboxStore, store: DynamoStore) -> None:
    """No stream, key or list is to be had there, even where there are some."""
    store.append(an_append("case/one", wrapped_key=b"key", entries=[("cases", "1|a")]))

    assert list(inbox.load("case/one")) == []
    assert inbox.whole("case/one") == ([], None)
    assert inbox.data_key("case/one") is None
    assert list(inbox.listed("cases", limit=10)) == []


def test_the_longest_report_goes_in_and_comes_out(inbox: InboxStore, store: DynamoStore) -> None:
    """Fifty thousand letters of four bytes, sealed, are less than an item may have."""
    words = base64.b64encode(secrets.token_bytes(4 * LETTERS)).decode()

    inbox.append(a_report(words=words))
    taken_up(store, a_report(words=words))

    assert store.load(STREAM)[0].sealed == {"actor": words}


def test_a_lost_answer_is_made_up_for_by_sending_again(dynamodb_client: Any, table: str, store: DynamoStore) -> None:
    """Stored or not: the sender is told that it is open, sends again, and there is one report."""
    client = Faulty(dynamodb_client)
    inbox = InboxStore(client, table)
    client.faults["put_item"] = LOST

    with pytest.raises(StoreUnavailable):
        inbox.append(a_report())
    client.faults.clear()
    inbox.append(a_report())

    assert store.waiting(STREAM) == a_report()


def test_an_overload_is_told_as_such(dynamodb_client: Any, table: str, store: DynamoStore) -> None:
    """Nothing was stored, and the sender is told so, by the code alone."""
    client = Faulty(dynamodb_client)
    client.faults["put_item"] = "ProvisionedThroughputExceededException"

    with pytest.raises(StoreUnavailable, match="ProvisionedThroughputExceededException"):
        InboxStore(client, table).append(a_report())

    assert store.waiting(STREAM) is None
