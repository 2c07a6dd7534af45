"""The calls that functions really make, against what their policies allow: none without a permission, none unused."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.events.reports import EvidenceAdded
from tests.cloud.hands import Hands, landed, playing, running
from tests.cloud.template import TEMPLATE
from tests.cloud.test_kills import mail
from tests.letters.reading import text
from tests.package.needed import NEEDED, Call, check_calls, never_seen
from tests.web.site import example
from vangnet.intake.evidence import EvidenceRoom
from vangnet.rigs.aws import clients, functions
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.documents import packed
from vangnet.rigs.aws.settings import Settings

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
EMOTION = "Ik vond het een naar gesprek, hij was erg boos over de afvalpas."
WAITING = {
    "StartAt": "Wait",
    "States": {"Wait": {"Type": "Wait", "Seconds": 86_400, "End": True}},
}


class Used:
    """What each function called."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.calls: dict[str, set[Call]] = defaultdict(set)

    def called(self, service: str, operation: str) -> None:
        """Take a call of the function that runs now."""
        function = running()
        if function:
            self.calls[function].add((service, operation))


@pytest.fixture
def hands(exercise: Callable[[], Settings], monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Give functions that find their documents and their state machine as deployed ones do."""
    monkeypatch.setattr(functions, "rig", playing)
    names = exercise()
    client("s3").put_object(Bucket=names.uploads, Key="config/all.json", Body=packed(example()))
    machine = client("stepfunctions").create_state_machine(
        name=f"clock-{names.table}", definition=json.dumps(WAITING), roleArn="arn:aws:iam::000000000000:role/clock"
    )["stateMachineArn"]
    deployed = replace(names, clock=machine, config=f"s3://{names.uploads}/config/all.json")
    found = Hands(deployed, None, START, TEMPLATE)
    found.always_fresh = True
    return found


def test_functions_use_what_they_may_and_nothing_else(hands: Hands) -> None:
    """A report, files, a mail, a talk, receipts, wiping: each policy is used to its end, and none beyond it."""
    used = Used()
    clients.watch(before=used.called)
    try:
        lived_through(hands)
    finally:
        clients.unwatch()

    for function in NEEDED:
        check_calls(function, used.calls[function])
    assert {name: found for name in NEEDED if (found := never_seen(name, used.calls[name]))} == {}


def lived_through(hands: Hands) -> None:
    """Do all that functions do, each time in a process of its own."""
    report = {"account": "Ik maak je dood", "channel": "email", "happened_at": "unknown"}
    reference = asked(hands, "POST", "/api/v1/reports", report)["reference"]
    waiting = asked(hands, "POST", "/api/v1/reports", report | {"account": "Ik steek je neer"})["reference"]
    large(hands, waiting)  # The report still lies in the inbox.
    looked_at = asked(hands, "POST", "/api/v1/reports", report | {"account": "Ik sla je dood"})["reference"]
    asked(hands, "GET", f"/api/v1/cases/{looked_at}", None)
    hands.stream()
    handed = uploaded(hands, b"%PDF-1.7 klein")
    asked(hands, "POST", f"/api/v1/cases/{reference}/commands", {"command": "acknowledge"}, person="g.mulder")
    with_file = {"command": "add_evidence", "with": {"file": {"handle": handed["handle"]}}}
    asked(hands, "POST", f"/api/v1/cases/{reference}/commands", with_file)
    asked(hands, "POST", "/api/v1/talks", {"with": ["griffier"]})
    client("s3").put_object(Bucket=hands.names.mail, Key=f"mail/{hands.names.table}", Body=mail())
    hands.queue(functions.mail_intake, landed(hands.names.mail, f"mail/{hands.names.table}"))
    told_of(hands, reference)
    lettered(hands, reference)
    wiped(hands)


def asked(hands: Hands, method: str, path: str, sent: object, *, person: str = "r.bakker") -> Any:
    """Ask by API in a fresh process, and return the answer."""
    status, found = hands.ask(method, path, sent, person=person)
    assert status < 300, found
    return found


def uploaded(hands: Hands, content: bytes) -> Any:
    """Send a small file by API, and return what came back."""
    mark = "grens"
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="brief.pdf"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
    return hands.send("/api/v1/evidence", body, f"multipart/form-data; boundary={mark}")


def large(hands: Hands, reference: str) -> None:
    """Send a large file past the functions, take it in, and fetch it."""
    form = hands.rig.aside.form(reference, "r.bakker", "https://vangnet.example")
    seal = {name.removeprefix("x-amz-meta-"): value for name, value in form.fields.items() if "meta" in name}
    content = b"%PDF-1.7 " + b"z" * 5_000_000
    client("s3").put_object(Bucket=hands.names.uploads, Key=form.fields["key"], Body=content, Metadata=seal)
    assert not hands.queue(functions.evidence, landed(hands.names.uploads, form.fields["key"]))
    events = [one.event for one in hands.rig.engine.found(reference).events]
    file = [one.evidence.id for one in events if isinstance(one, EvidenceAdded) and one.evidence][-1]
    answer = hands.raw("GET", f"/api/v1/cases/{reference}/evidence/{file}", person="g.mulder")
    assert answer["statusCode"] == 303


def lettered(hands: Hands, reference: str) -> None:
    """Make a letter: what follows asks for it, by notify and then by the sweep, and its function keeps it."""
    take = {"command": "take_case", "with": {"handler": "h.willems", "aim": "Rust"}}
    notice = {
        "command": "make_letter",
        "with": {"letter": "avg_notice", "address": "Molenweg 8", "addressee": "J. de Wit"},
    }
    asked(hands, "POST", f"/api/v1/cases/{reference}/commands", take, person="g.mulder")
    asked(hands, "POST", f"/api/v1/cases/{reference}/commands", notice, person="h.willems")
    hands.stream()
    hands.later(minutes=2)
    hands.sweep()
    assert not hands.queue(functions.letters, f"case/{reference}")
    made = hands.rig.engine.found(reference).case.made["letter-1"]
    assert made.file is not None
    room = EvidenceRoom(hands.rig.blobs, hands.rig.keys, hands.rig.keys, hands.clock.now)
    assert "Wij bewaren gegevens over u" in text(room.content(made.file) or b"")


def told_of(hands: Hands, reference: str) -> None:
    """Take SES's word that a mail of ours arrived."""
    stream = hands.rig.engine.found(reference)
    message = next(one for one in stream.case.messages.values() if one.channel == "mail")
    mark = hands.rig.engine.names.mark(stream.id, message.id)
    event = {"eventType": "Delivery", "mail": {"messageId": "1", "tags": {"mark": [mark]}}, "delivery": {}}
    assert not hands.queue(functions.feedback, json.dumps(event))


def wiped(hands: Hands) -> None:
    """Let guidance with a file be wiped by the tick of its execution, by notify, and by the sweep."""
    streams = []
    for number in range(3):
        handle = uploaded(hands, b"%%PDF-1.7 %d" % number)["handle"]
        sent = {"account": f"{EMOTION} {number}", "channel": "email", "happened_at": "unknown"}
        found = asked(hands, "POST", "/api/v1/reports", sent | {"evidence": [{"handle": handle}]})
        assert found["outcome"] == "guidance"
        streams.append(f"case/{found['reference']}")
    hands.stream()
    hands.later(days=400)
    hands.tick(streams[0])
    records = [{"dynamodb": {"Keys": {"pk": {"S": f"stream#{streams[1]}"}}, "SequenceNumber": "1"}}]
    hands.call(functions.notify, {"Records": records})
    hands.sweep()
    for stream in streams:
        assert hands.rig.store.data_key(stream) is None
