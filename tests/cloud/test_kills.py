"""Every function ended before and after each thing that it changes: what comes of it is the same, and nothing is lost.

Who called it sees that it failed and does what the cloud does: the browser sends again, the stream and the queue hand
over again, the sweep comes a minute later.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest

from tests.cloud.hands import Hands, killing, landed, playing
from tests.cloud.outboxes import Outboxes
from tests.cloud.template import TEMPLATE
from tests.web.site import example
from vangnet.rigs.aws import functions
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.settings import Settings
from vangnet.shell.streams import every_stream

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
THREAT = "Hij zei: ik weet waar je woont en ik maak je dood."
REFERENCE = re.compile(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}")
PARTS = 6  # Of the test, so that the workers share it.
TRIES = 4  # Of whoever called a function that ended.


def patiently(do: Callable[[], Any]) -> Any:
    """Do it again for as long as the function that it calls ends in the middle."""
    for _ in range(TRIES):
        try:
            return do()
        except RuntimeError:
            continue
    raise AssertionError("it never came to its end")


def mail() -> bytes:
    """Return a mail in which a threat is passed on."""
    made = EmailMessage()
    made["From"] = "Rita Hofman <r.hofman@voorbeeldstad.example>"
    made["To"] = "melding@voorbeeldstad.example"
    made["Subject"] = "Fwd: jij"
    made["Message-ID"] = "<passed-on@voorbeeldstad.example>"
    made.set_content("-----Oorspronkelijk bericht-----\nVan: boos@mail.example\n\nIk steek je huis in brand.\n")
    return b"Return-Path: <r.hofman@voorbeeldstad.example>\r\n" + made.as_bytes()


def lived(hands: Hands) -> str:
    """Play a report, its file, a mail, an answer to an alarm, a wait that ends, a sweep; return the reference."""
    storage, names = client("s3"), hands.names
    report = {"account": THREAT, "channel": "email", "happened_at": "unknown"}
    status, filed = patiently(lambda: hands.ask("POST", "/api/v1/reports", report, Idempotency_Key="once"))
    assert status == 201
    reference = str(filed["reference"])
    hands.stream()

    form = hands.rig.aside.form(reference, "r.bakker", "https://vangnet.example")
    seal = {name.removeprefix("x-amz-meta-"): value for name, value in form.fields.items() if "meta" in name}
    storage.put_object(Bucket=names.uploads, Key=form.fields["key"], Body=b"%PDF-1.7 briefje", Metadata=seal)
    notice = landed(names.uploads, form.fields["key"])
    patiently(lambda: _all_taken(hands.queue(functions.evidence, notice)))
    storage.put_object(Bucket=names.mail, Key=f"mail/{names.table}", Body=mail())
    patiently(lambda: _all_taken(hands.queue(functions.mail_intake, landed(names.mail, f"mail/{names.table}"))))
    hands.stream()

    command = {"command": "acknowledge"}
    path = f"/api/v1/cases/{reference}/commands"
    patiently(lambda: hands.ask("POST", path, command, person="g.mulder", Idempotency_Key="seen"))
    hands.later(hours=1)
    patiently(lambda: hands.tick(f"case/{reference}"))
    hands.stream()
    hands.later(minutes=1)
    patiently(hands.sweep)
    hands.stream()
    return reference


def _all_taken(failed: list[int]) -> None:
    if failed:
        raise RuntimeError("something is to come back")


def what_came_of_it(hands: Hands) -> dict[str, Any]:
    """Return how every stream stands, with references by what they are about."""
    hands.fresh()
    engine = hands.rig.engine
    found: dict[str, Any] = {}
    for stream in every_stream(hands.rig.store):
        if not stream.startswith("case/"):
            continue
        case = engine.streams.load(stream).case
        kinds = Counter(type(one.event).__name__ for one in engine.streams.load(stream).events)
        kinds.pop("Followed", None)  # How often it was followed tells nothing.
        name = f"{case.kind}:{case.reporter or (case.mail.subject if case.mail else '')}"
        messages = sorted((one.to, one.channel, one.template, one.state) for one in case.messages.values())
        found[name] = (case.state, case.outcome, case.classed, messages, sorted(kinds.items()))
    return found


@pytest.fixture
def hands(exercise: Callable[[], Settings], monkeypatch: pytest.MonkeyPatch) -> Callable[[], Hands]:
    """Give functions on a table of their own, each time."""
    monkeypatch.setattr(functions, "rig", playing)
    return lambda: Hands(exercise(), example(), START, TEMPLATE)


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_ends_a_function_comes_out_the_same(
    hands: Callable[[], Hands], rig_outbox: Outboxes, part: int
) -> None:
    """Each function ended before and after each of its changes: the same cases, and each alarm goes out."""
    whole = hands()
    with killing() as counted:
        reference = lived(whole)
    expected, changes = what_came_of_it(whole), list(counted.seen)
    assert len(changes) >= 25
    sent = len(rig_outbox.sms(reference))
    for number in range(1 + part, len(changes) + 1, PARTS):
        for after in (False, True):
            broken = hands()
            with killing(number, after=after):
                reference = lived(broken)
            where = f"{'after' if after else 'before'} change {number}, {changes[number - 1]}"
            assert what_came_of_it(broken) == expected, where
            assert len(rig_outbox.sms(reference)) >= sent, where
