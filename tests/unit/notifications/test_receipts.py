"""Reading reports of delivery: one or many, in any shape, and never an error or anybody's number."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.channels import Gateway
from vangnet.notifications.receipts import RECEIPTS_MAX, Receipt, read_receipt, read_receipts

LOOK = {
    "id": "message.id",
    "status": "message.status",
    "why": "message.error",
    "states": {"DELIVRD": "delivered", "UNDELIV": "failed", "7": "failed"},
    "within": "5 minutes",
}


def gateway(**receipt: Any) -> Gateway:
    """Return a gateway with this look of receipts."""
    told = {
        "name": "een",
        "sender": "Vangnet",
        "secret": "VANGNET_SMS",
        "receipt": (LOOK | receipt) if receipt else None,
    }
    return Gateway.model_validate(told)


NESTED = gateway(id="message.id")
FLAT = gateway(id=None, reference="ref", status="status", why="error")


def report(**message: Any) -> dict[str, Any]:
    """Return a report with extra things around it."""
    return {"version": 2, "message": {"to": "+31612345678"} | message}


def test_a_receipt_is_read_by_its_paths() -> None:
    """What stands beside it does not matter."""
    found = read_receipt(NESTED, report(id="p-1", status="UNDELIV", error="EC_ABSENT"))

    assert found == Receipt("p-1", "failed", "EC_ABSENT")


def test_fields_of_a_form_are_read_the_same() -> None:
    """In capitals or not, a number or a word."""
    assert read_receipt(FLAT, {"REF": "M4RK", "Status": "DELIVRD"}) == Receipt("M4RK", "delivered", "DELIVRD")
    assert read_receipt(FLAT, {"ref": 12, "status": 7}) == Receipt("12", "failed", "7")


def test_a_status_that_nobody_listed_is_pending() -> None:
    """Only what is known counts as delivered or as failed."""
    assert read_receipt(NESTED, report(id="p-1", status="BUFFERED")) == Receipt("p-1", "pending", "BUFFERED")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"message": None},
        {"message": "p-1"},
        {"message": []},
        report(id="p-1"),
        report(status="DELIVRD"),
        report(id="", status="DELIVRD"),
        report(id={"x": 1}, status="DELIVRD"),
        report(id=True, status="DELIVRD"),
        report(id="x" * 500, status="DELIVRD"),
        report(id="a\nb", status="DELIVRD"),
        report(id=10**50, status="DELIVRD"),
    ],
)
def test_what_cannot_be_read_is_no_receipt(fields: dict[str, Any]) -> None:
    """A report comes from outside, and may hold anything."""
    assert read_receipt(NESTED, fields) is None


def test_several_in_one_call() -> None:
    """As a list of reports, or a list within one; one that cannot be read does not hide the others."""
    two = [report(id="p-1", status="DELIVRD"), {"x": 1}, report(id="p-2", status="UNDELIV")]
    inner = gateway(each="reports", id="id", status="status")

    assert [one.id for one in read_receipts(NESTED, two)] == ["p-1", "p-2"]
    assert [one.id for one in read_receipts(inner, {"reports": [row.get("message") for row in two]})] == ["p-1", "p-2"]
    assert [one.id for one in read_receipts(inner, {"reports": {"id": "p-3", "status": "x"}})] == ["p-3"]
    assert len(read_receipts(NESTED, two * RECEIPTS_MAX)) <= RECEIPTS_MAX


def test_a_report_that_comes_twice_is_the_same_receipt() -> None:
    """Whoever keeps it can tell."""
    once = report(id="p-1", status="DELIVRD")

    one, two = read_receipts(NESTED, [once, once])
    assert one == two


@pytest.mark.parametrize(
    "error", ["+31612345678", "31612345678", "no such subscriber 0612345678", "a@b.example", "x" * 99]
)
def test_a_reason_is_a_code_or_nothing(error: str) -> None:
    """A provider may write a number in it, and it goes into a log."""
    found = read_receipt(NESTED, report(id="p-1", status="UNDELIV", error=error))

    assert found == Receipt("p-1", "failed", "UNDELIV")


def test_a_gateway_without_receipts_reads_none() -> None:
    """Nobody asked for them."""
    assert read_receipt(gateway(), report(id="p-1", status="DELIVRD")) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["message", "id", "status", "error", "x"]), inner)
        ),
    )
)
def test_any_report_can_be_read(fields: Any) -> None:
    """Whatever it is, nothing is raised."""
    for one in read_receipts(NESTED, fields):
        assert one.id
        assert one.state in ("delivered", "failed", "pending")
