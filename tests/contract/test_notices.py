"""Reading what a queue brings: S3's notices with their keys decoded, SNS unwrapped, and nothing that is neither."""

import json
from typing import Any

import pytest

from vangnet.rigs.aws.notices import Landed, NoticeUnreadable, fields_of, landed


def notice(*keys: str, event: str = "ObjectCreated:Put") -> dict[str, Any]:
    """Return a notice of S3 as AWS writes it, for keys as AWS encodes them."""
    return {
        "Records": [
            {
                "eventVersion": "2.1",
                "eventSource": "aws:s3",
                "eventName": event,
                "s3": {"bucket": {"name": "mail"}, "object": {"key": key, "size": 5, "sequencer": "00"}},
            }
            for key in keys
        ]
    }


@pytest.mark.parametrize(
    ("encoded", "key"),
    [("mail/a1", "mail/a1"), ("mail/a+b%2Bc", "mail/a b+c"), ("m%C3%A9l%252F", "mél%2F"), ("a%3D%26", "a=&")],
)
def test_keys_are_decoded_once(encoded: str, key: str) -> None:
    """A plus is a blank, and what was encoded twice is decoded once."""
    assert landed(json.dumps(notice(encoded))) == (Landed("mail", key),)


def test_every_record_of_a_body_counts() -> None:
    """In its order."""
    assert [one.key for one in landed(json.dumps(notice("1", "2", "3")))] == ["1", "2", "3"]


def test_a_notice_that_sns_passes_on_is_the_same() -> None:
    """Wrapped or raw."""
    wrapped = json.dumps({"Type": "Notification", "Message": json.dumps(notice("1"))})

    assert landed(wrapped) == (Landed("mail", "1"),)


def test_a_test_of_s3_and_a_deletion_are_nothing() -> None:
    """Neither is an object that landed."""
    test = {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "mail"}

    assert landed(json.dumps(test)) == ()
    assert landed(json.dumps(notice("1", event="ObjectRemoved:Delete"))) == ()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<planted>",
        "[]",
        "null",
        "1",
        "{}",
        '{"Records": []}',
        '{"Records": "x"}',
        '{"Records": [1]}',
        '{"Records": [{"eventName": "ObjectCreated:Put"}]}',
        '{"Records": [{"eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": "b"}, "object": null}}]}',
        '{"Type": "Notification", "Message": "<planted>"}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_unreadable(body: str) -> None:
    """It raises one named error, so that the dead letters hold it, and the error repeats nothing of it."""
    with pytest.raises(NoticeUnreadable) as caught:
        landed(body)

    assert "planted" not in str(caught.value)


def test_what_sns_did_not_wrap_is_as_it_came() -> None:
    """A document of its own that has a Message stays whole."""
    assert fields_of('{"Type": "Other", "Message": "{}"}') == {"Type": "Other", "Message": "{}"}
