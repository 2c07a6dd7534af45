"""A new software beside an old table: what lacks shelf, shard and the words of keys still works, and is renewed."""

import secrets
from typing import Any

import pytest

from tests.contract.conftest import ON_MINISTACK
from tests.contract.stores import NOON, after, an_append, events
from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.aws.table import FORMER_SHARD, HEAD, STREAMS_INDEX, definition, once_sort, shard, stream_key
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK


@pytest.fixture
def store(dynamodb_client: Any, table: str) -> DynamoStore:
    """Give an empty store."""
    return DynamoStore(dynamodb_client, table)


def former(client: Any, table: str, stream: str) -> None:
    """Make of a stream what was written before there were shelves, shards and the words of keys."""
    head = client.get_item(TableName=table, Key=stream_key(stream, HEAD))["Item"]
    head.pop("shelf")
    if "wake" in head:
        head["wake"] = {"S": FORMER_SHARD}
    client.put_item(TableName=table, Item=head)
    key = client.get_item(TableName=table, Key=stream_key(stream, once_sort("key-0")))["Item"]
    key.pop("text")
    client.put_item(TableName=table, Item=key)


def test_wake_ups_of_before_there_were_shards_still_come(store: DynamoStore, dynamodb_client: Any, table: str) -> None:
    """What lies in the former partition is due among the others, in its place."""
    for name, moment in (("third", NOON), ("second", after(hours=-1)), ("first", after(hours=-2))):
        store.append(an_append(name, wake_at=moment))
    former(dynamodb_client, table, "second")

    assert list(store.due(until=NOON, limit=9)) == ["first", "second", "third"]
    former(dynamodb_client, table, "first")
    assert store.next_wake() == after(hours=-2)


def test_the_next_append_brings_a_former_stream_up_to_date(
    store: DynamoStore, dynamodb_client: Any, table: str
) -> None:
    """It is found by name then, leaves the former partition, and the same business key still counts."""
    store.append(an_append(wake_at=NOON, entries=[("cases", "1")]))
    former(dynamodb_client, table, "case/one")
    store.append(an_append(wake_at=NOON))
    assert list(store.load("case/one")) == events(1, 1)

    store.append(an_append(at=1, wake_at=NOON, entries=[("cases", "2")]))

    head = dynamodb_client.get_item(TableName=table, Key=stream_key("case/one", HEAD))["Item"]
    assert head["wake"] == head["shelf"] == {"S": shard("case/one")}
    assert list(store.streams(limit=9)) == ["case/one"]
    assert list(store.due(until=NOON, limit=9)) == ["case/one"]
    assert list(store.listed("cases", limit=9)) == [("2", "case/one")]


def test_a_table_of_before_there_was_an_index_of_names(dynamodb_client: Any) -> None:
    """All but a list of all streams works on it; that is refused, and never answered as if there were none."""
    table, shape = f"vangnet-{secrets.token_hex(6)}", definition("t")
    shape["GlobalSecondaryIndexes"] = [
        one for one in shape["GlobalSecondaryIndexes"] if one["IndexName"] != STREAMS_INDEX
    ]
    shape["AttributeDefinitions"] = [one for one in shape["AttributeDefinitions"] if one["AttributeName"] != "shelf"]
    dynamodb_client.create_table(**shape | {"TableName": table})
    try:
        store = DynamoStore(dynamodb_client, table)
        store.append(an_append(wake_at=NOON, entries=[("cases", "1")]))
        store.append(an_append(at=1, wake_at=NOON, entries=[("cases", "2")]))

        assert list(store.load("case/one")) == events(1, 2)
        assert list(store.due(until=NOON, limit=9)) == ["case/one"]
        assert list(store.listed("cases", limit=9)) == [("2", "case/one")]
        with pytest.raises(StoreUnavailable):
            store.streams(limit=9)
    finally:
        dynamodb_client.delete_table(TableName=table)


def test_a_business_key_without_its_words_is_not_given_away(
    store: DynamoStore, dynamodb_client: Any, table: str
) -> None:
    """A standing that would miss a key is refused, so that no copy is made that takes a mail twice."""
    store.append(an_append())
    former(dynamodb_client, table, "case/one")

    with pytest.raises(StoreUnavailable, match="business key"):
        store.standing("case/one")
