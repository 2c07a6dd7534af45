"""The presets: each posts what its provider's documentation shows, and reads the answers that it shows."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.channels import Gateway
from schemas.gateways import PRESETS
from tests.channels.sms import MESSAGE, TEXT, failing
from vangnet.notifications.receipts import read_receipt
from vangnet.rigs.channels.asking import Answered
from vangnet.rigs.channels.judging import body_of, taken
from vangnet.shell.ports import Taken

NOW = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)


def preset(name: str, **more: Any) -> Gateway:
    """Return a gateway that says no more than its preset, its sender and its secret's name."""
    return Gateway.model_validate({"name": name, "preset": name, "sender": "Vangnet", "secret": "VANGNET_SMS"} | more)


def judged(name: str, status: int, body: str) -> Taken:
    """Return what an answer means."""
    return taken(preset(name), MESSAGE, Answered(status, body.encode(), ""), NOW)


def test_spryng_is_asked_as_it_wants() -> None:
    """One recipient without a plus, in GSM-7, under our reference."""
    assert json.loads(body_of(preset("spryng"), MESSAGE, "")) == {
        "body": TEXT,
        "encoding": "plain",
        "originator": "Vangnet",
        "recipients": ["31612345678"],
        "reference": "M4RK",
        "route": "business",
    }
    assert preset("spryng").header["Authorization"] == "Bearer {secret}"


def test_cm_is_asked_as_it_wants() -> None:
    """One message of one part, the number with zeros, and the token in the header."""
    [message] = json.loads(body_of(preset("cm"), MESSAGE, ""))["messages"]["msg"]

    assert message["to"] == [{"number": "0031612345678"}]
    assert message["body"] == {"type": "auto", "content": TEXT}
    assert (message["from"], message["reference"]) == ("Vangnet", "M4RK")
    assert preset("cm").header["X-CM-PRODUCTTOKEN"] == "{secret}"


def test_a_message_that_spryng_took_is_known_by_our_reference() -> None:
    """Its receipts name that."""
    assert judged("spryng", 200, '{"id": "9dbc5ffb-7524"}') == Taken("spryng", "M4RK", timedelta(minutes=15))


def test_a_message_that_cm_took_is_known_by_our_reference() -> None:
    """Its answer has no id of its own."""
    body = '{"details": "Created 1 message(s)", "errorCode": 0, "messages": [{"messageErrorCode": 0}]}'

    assert judged("cm", 200, body) == Taken("cm", "M4RK", timedelta(minutes=15))


def test_a_number_that_cm_refuses_is_for_good() -> None:
    """302 and 303 are about what stands under `to`."""
    for code in (302, 303):
        with failing("this number is refused", permanent=True):
            judged("cm", 400, f'{{"errorCode": 201, "messages": [{{"messageErrorCode": {code}}}]}}')


@pytest.mark.parametrize(
    "body",
    [
        '{"details": "No account found for the given authentication", "errorCode": 101, "messages": []}',
        '{"errorCode": 201, "messages": [{"messageErrorCode": 304}]}',
    ],
)
@pytest.mark.parametrize("status", [200, 400])
def test_another_error_of_cm_is_tried_again(status: int, body: str) -> None:
    """Whatever the status it comes with."""
    with failing(f"answered {status}"):
        judged("cm", status, body)


@pytest.mark.parametrize(("status", "state"), [("10", "delivered"), ("20", "failed"), ("99", "pending")])
def test_a_receipt_of_spryng(status: str, state: str) -> None:
    """It comes as the fields of a query."""
    receipt = read_receipt(
        preset("spryng"), {"REFERENCE": "M4RK", "STATUS": status, "REASONCODE": "21", "MSISDN": "31"}
    )

    assert receipt is not None
    assert (receipt.id, receipt.state, receipt.why) == ("M4RK", state, "21")


@pytest.mark.parametrize(("code", "state"), [(0, "pending"), ("1", "failed"), ("2", "delivered"), (3, "failed")])
def test_a_receipt_of_cm(code: object, state: str) -> None:
    """It comes as JSON, its code as a number or a word."""
    report = {
        "messages": {
            "msg": {
                "received": "2026-11-30T12:00:00",
                "to": "0031612345678",
                "reference": "M4RK",
                "status": {"code": code, "errorCode": "5", "errorDescription": "to 0031612345678"},
            }
        }
    }
    receipt = read_receipt(preset("cm"), report)

    assert receipt is not None
    assert (receipt.id, receipt.state, receipt.why) == ("M4RK", state, "5")


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_what_is_written_beside_a_preset_goes_first(name: str) -> None:
    """A municipality that has an address of its own at the provider writes that, and no more."""
    own = preset(name, address="https://own.example/v1")

    assert own.address == "https://own.example/v1"
    assert own.body == preset(name).body
