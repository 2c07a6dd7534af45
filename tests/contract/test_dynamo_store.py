"""What only DynamoDB can get wrong: its limits, its faults, and transactions that become visible bit by bit."""

import base64
import random
import secrets
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from schemas.events.reports import ReportFiled
from schemas.report import ACCOUNT_LENGTH_MAX
from tests.contract.conftest import ON_MINISTACK
from tests.contract.stores import NOON, Kept, an_append, events
from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.aws.table import HEAD, definition
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.shell.ports import EVENTS_PER_APPEND_MAX, Append, StoredEvent, StoreUnavailable, VersionConflict
from vangnet.shell.streams import Streams

pytestmark = ON_MINISTACK

Change = Callable[[dict[str, Any]], dict[str, Any]]


class Between:
    """A client that changes the next answers of one operation, as the real DynamoDB may give them."""

    def __init__(self, client: Any, operation: str, *changes: Change) -> None:
        """Take the client behind it, and a change for each of the next answers."""
        self._client, self._operation, self.changes = client, operation, list(changes)

    def __getattr__(self, name: str) -> Any:
        """Return the operation of the client behind it."""
        return self._changed if name == self._operation else getattr(self._client, name)

    def _changed(self, **fields: Any) -> dict[str, Any]:
        answer = getattr(self._client, self._operation)(**fields)
        return self.changes.pop(0)(answer) if self.changes else answer


def without(sort: str) -> Change:
    """Return a change that hides one item of a query."""
    return lambda answer: answer | {"Items": [item for item in answer["Items"] if item["sk"]["S"] != sort]}


def cancelling(client: Any, *codes: str) -> Any:
    """Return a client whose transactions are cancelled for these reasons, and store nothing."""

    class Cancelled:
        def __getattr__(self, name: str) -> Any:
            return getattr(client, name)

        def transact_write_items(self, **_: Any) -> None:
            error = {"Error": {"Code": "TransactionCanceledException", "Message": "personal words"}}
            reasons = {"CancellationReasons": [{"Code": code} for code in codes]}
            raise ClientError(error | reasons, "TransactWriteItems")

    return Cancelled()


def unpackable(size: int) -> str:
    """Return text that takes so many bytes however it is packed, as what is sealed does."""
    return base64.b64encode(random.Random(1).randbytes(size)).decode()


def refused(kept: Kept, what: Append, *, because: str) -> None:
    """Check that an append is refused in these words, and that nothing of it is there."""
    before = kept.content()
    with pytest.raises(StoreUnavailable, match=because):
        kept.store.append(what)
    assert kept.content() == before


def test_the_largest_append_of_the_port_fits(dynamodb_kept: Kept) -> None:
    """As many events as the port allows fit with a key, a wake-up and the seventeen list entries that are left."""
    entries = [("cases", str(number)) for number in range(17)]

    dynamodb_kept.store.append(
        an_append(count=EVENTS_PER_APPEND_MAX, wake_at=NOON, entries=entries, wrapped_key=b"key")
    )

    assert len(dynamodb_kept.store.load("case/one")) == EVENTS_PER_APPEND_MAX
    assert len(dynamodb_kept.store.listed("cases", limit=99)) == 17


def test_more_items_than_a_transaction_takes_are_refused(dynamodb_kept: Kept) -> None:
    """What needs more than a hundred items is refused before anything is sent, in words that say so."""
    refused(dynamodb_kept, an_append(count=99), because="101 items, 100 fit")


def test_an_item_that_is_too_large_is_refused(dynamodb_kept: Kept) -> None:
    """An event over 400 KB is refused, however well it was packed."""
    large = StoredEvent(2, {"text": unpackable(420_000)})
    refused(dynamodb_kept, replace(an_append(count=1), events=[*events(1, 1), large]), because="one item has 42")


def test_what_is_long_is_packed_and_read_as_it_was(dynamodb_kept: Kept) -> None:
    """What is sealed is text that takes a third more room than it must; packed, more of it fits."""
    long = StoredEvent(1, {"text": "kort"}, {"account": unpackable(390_000)})

    dynamodb_kept.store.append(replace(an_append(), events=[long]))

    assert list(dynamodb_kept.store.load("case/one")) == [long]


def test_a_transaction_that_is_too_large_is_refused(dynamodb_kept: Kept) -> None:
    """Events that each fit but not all together are refused."""
    large = [StoredEvent(number, {"text": unpackable(385_000)}) for number in range(1, 12)]
    refused(dynamodb_kept, replace(an_append(), events=large), because="4194304 fit at once")


def test_the_longest_account_fits(dynamodb_kept: Kept) -> None:
    """An account of the greatest length is stored sealed and read again, in letters of four bytes too."""
    account = "\N{PILE OF POO}" * ACCOUNT_LENGTH_MAX
    fields = {"reference": "r", "outcome": "case", "classed": "c", "suggested": "c", "offices": (), "day": "d"}
    event = ReportFiled.model_validate(fields | {"channel": "in_person", "account": account})
    streams = Streams(dynamodb_kept.store, FileKeys(secrets.token_bytes(KEY_LENGTH)))

    streams.append(streams.load("r"), [event], at=NOON, actor="a", protocol="p", key="k", wake_at=None)

    [stored] = streams.load("r").events
    assert stored.event == event


def test_a_stream_of_several_megabytes_is_read_whole(dynamodb_kept: Kept) -> None:
    """Events beyond one page of an answer come too, in order."""
    for at in range(0, 40, 8):
        large = [StoredEvent(at + number, {"text": "x" * 90_000}) for number in range(1, 9)]
        dynamodb_kept.store.append(replace(an_append(at=at), events=large))

    assert [event.version for event in dynamodb_kept.store.load("case/one")] == list(range(1, 41))


def test_a_business_key_may_be_longer_than_a_key_of_the_table(dynamodb_kept: Kept) -> None:
    """A key of any length counts once: the id of a mail may be longer than the table takes."""
    for _ in range(2):
        dynamodb_kept.store.append(an_append(key="<id@mail>" * 500))

    assert len(dynamodb_kept.store.load("case/one")) == 1


def test_the_stream_of_the_table_holds_keys_only() -> None:
    """What drives the reactions carries no content, so no data key outlives its end there."""
    assert definition("t")["StreamSpecification"]["StreamViewType"] == "KEYS_ONLY"


def test_a_table_that_is_not_there_is_unavailable(dynamodb_client: Any) -> None:
    """Every call says by code what is wrong."""
    store = DynamoStore(dynamodb_client, "no-such-table")

    calls = (
        lambda: store.load("one"),
        lambda: store.append(an_append()),
        store.next_wake,
        lambda: store.streams(limit=1),
        lambda: store.standing("one"),
    )
    for call in calls:
        with pytest.raises(StoreUnavailable, match="ResourceNotFound"):
            call()


@pytest.mark.parametrize(
    "call",
    [lambda store: store.append(an_append()), lambda store: store.destroy_key("one")],
    ids=["append", "destroy_key"],
)
def test_no_connection_is_unavailable(call: Callable[[DynamoStore], None]) -> None:
    """When nobody answers, every call says so, and soon."""
    with socket.socket() as held:  # Bound and not listening: the port stays free of others, and refuses.
        held.bind(("127.0.0.1", 0))
        config = Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 1}, proxies={})
        client = boto3.client(
            "dynamodb",
            endpoint_url=f"http://127.0.0.1:{held.getsockname()[1]}",
            region_name="eu-west-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=config,
        )
        with pytest.raises(StoreUnavailable, match="EndpointConnectionError"):
            call(DynamoStore(client, "t"))
        client.close()


@pytest.mark.parametrize("code", ["ThrottlingError", "ProvisionedThroughputExceeded", "ValidationError"])
def test_a_transaction_that_was_cancelled_by_load_is_unavailable(dynamodb_client: Any, table: str, code: str) -> None:
    """A cancelled transaction that met nobody is a fault, told by its code and without DynamoDB's own words."""
    store = DynamoStore(cancelling(dynamodb_client, "None", code), table)

    with pytest.raises(StoreUnavailable) as caught:
        store.append(an_append())
    assert code in str(caught.value)
    assert "personal" not in str(caught.value)


def test_a_transaction_that_met_another_is_a_conflict(dynamodb_client: Any, table: str) -> None:
    """Whoever writes at the same moment as another loads again and decides anew."""
    store = DynamoStore(cancelling(dynamodb_client, "None", "TransactionConflict"), table)

    with pytest.raises(VersionConflict):
        store.append(an_append())


@pytest.mark.parametrize("hidden", ["event#0000000002", "event#0000000003"])
def test_a_transaction_that_is_half_visible_is_read_again(dynamodb_client: Any, table: str, hidden: str) -> None:
    """While the head tells of an event that is not to be seen yet, the stream is read once more."""
    client = Between(dynamodb_client, "query", without(hidden), without(hidden))
    store = DynamoStore(client, table)
    store.append(an_append(count=2, wrapped_key=b"key"))
    store.append(an_append(at=2))

    assert list(store.load("case/one")) == events(1, 3)
    assert client.changes == []


def test_events_beyond_the_head_are_not_there_yet(dynamodb_client: Any, table: str) -> None:
    """Events that are visible before their head belong to an append that is not finished, and are left out."""
    old_head: Change = without(HEAD)
    store = DynamoStore(Between(dynamodb_client, "query", old_head), table)
    store.append(an_append(count=3))

    assert list(store.load("case/one")) == []
    assert list(store.load("case/one")) == events(1, 3)


def test_a_damaged_stream_is_not_read_as_if_it_were_whole(dynamodb_client: Any, table: str) -> None:
    """A stream that misses an event for good cannot be used, rather than be decided on without it."""
    store = DynamoStore(dynamodb_client, table)
    store.append(an_append(count=3))
    dynamodb_client.delete_item(TableName=table, Key={"pk": {"S": "stream#case/one"}, "sk": {"S": "event#0000000002"}})

    with pytest.raises(StoreUnavailable, match="whole"):
        store.load("case/one")


def test_only_what_changed_in_the_lists_is_written(dynamodb_kept: Kept) -> None:
    """Ninety entries that stay cost nothing at the next append, which would not fit otherwise."""
    entries = [("cases", f"{number:03}") for number in range(90)]
    dynamodb_kept.store.append(an_append(entries=entries))
    dynamodb_kept.store.append(an_append(at=1, count=80, entries=[*entries[1:], ("cases", "new")]))

    assert [sort for sort, _ in dynamodb_kept.store.listed("cases", limit=99)] == [
        *(f"{n:03}" for n in range(1, 90)),
        "new",
    ]
