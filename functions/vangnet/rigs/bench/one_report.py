"""One report through the functions on an AWS in memory: the calls to the store, the units that are written, the euros.

Counted and not timed, so that the figures are the same on every machine. The functions are called as AWS calls them: by
a request, by the records of the stream that their writes make.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from unittest import mock

from vangnet.protocol.load import Loaded

NOW = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)  # A Monday at noon in Amsterdam.
REPORTER = "r.bakker"
REPORT = {
    "account": "Hij zei aan de telefoon: ik weet waar je woont en ik maak je dood. Het was rond negen uur.",
    "channel": "phone",
    "happened_at": "unknown",
    "kinds": ["threat"],
}
UNIT_BYTES = 1024
IN_A_TRANSACTION = 2  # Units for each kilobyte begun.
DOMAIN = "bench.example"


@dataclass
class Counted:
    """What was counted: calls of the store in order, alarms among them, and the items of every write.

    `event_units` are the events alone, each an item of a transaction; `way_units` what the way of writing them needs
    beside: the report's one item in the inbox, and the head that each transaction moves. All else is ours to spare:
    lists, indexes, business keys, the answer that stays in the inbox.
    """

    calls: list[str] = field(default_factory=list)
    before_answer: int = 0
    to_alarm: int = 0
    units: int = 0
    event_units: int = 0
    way_units: int = 0
    sizes: dict[str, int] = field(default_factory=dict)
    wakes: dict[str, str] = field(default_factory=dict)

    def called(self, service: str, operation: str) -> None:
        """Take a call that begins."""
        self.calls.append(f"{service}.{operation}")
        if operation in {"Publish", "SendEmail"}:
            self.to_alarm = self.store_calls()

    def store_calls(self) -> int:
        """Return how often the store was called so far."""
        return sum(call.startswith("dynamodb.") for call in self.calls)

    def write(self, params: Mapping[str, Any], model: Any, **_: Any) -> None:
        """Take what a call writes, by DynamoDB's own rule: the larger of old and new, each kilobyte begun."""
        if model.name == "PutItem":
            self._item(params["Item"], 1)
        for action in params.get("TransactItems", ()) if model.name == "TransactWriteItems" else ():
            for part in action.values():
                self._item(part.get("Item") or part["Key"], IN_A_TRANSACTION)

    def _item(self, item: Mapping[str, Any], times: int) -> None:
        from vangnet.rigs.aws.items import bytes_of
        from vangnet.rigs.aws.table import EVENTS, HEAD

        place = f"{item['pk']['S']}|{item['sk']['S']}"
        size = bytes_of(dict(item))
        kilobytes = -(-max(size, self.sizes.get(place, 0)) // UNIT_BYTES)
        self.sizes[place] = size
        self.units += times * kilobytes + self._index_units(place, item)
        if item["sk"]["S"].startswith(EVENTS):
            self.event_units += times * kilobytes
        if item["sk"]["S"] == HEAD or times == 1:
            self.way_units += times * kilobytes

    def _index_units(self, place: str, item: Mapping[str, Any]) -> int:
        """Return what the two indexes of heads write: a new place, and the end of an old one."""
        before, now = self.wakes.get(place, ""), str(item.get("wake_at", {}).get("S", ""))
        self.wakes[place] = now
        moved = (before != now) * (bool(before) + bool(now))
        return moved + ("shelf" in item and f"{place}|shelf" not in self.wakes and self._shelved(place))

    def _shelved(self, place: str) -> int:
        self.wakes[f"{place}|shelf"] = "yes"
        return 1


@dataclass(frozen=True)
class SetClock:
    """A clock that stands."""

    def now(self) -> datetime:
        """Return that Monday."""
        return NOW


def one_report(loaded: Loaded) -> Counted:
    """File a report, take it up, send its alarms, and return what was counted."""
    from vangnet.access.tokens import Tokens
    from vangnet.rigs.aws import clients, functions

    counted = Counted()
    with _cloud(loaded) as rig:
        token = Tokens(rig.secret, rig.clock.now).make(REPORTER, 1)
        clients.client("dynamodb").meta.events.register("provide-client-params.dynamodb.*", counted.write)
        clients.watch(before=counted.called)
        answer = functions.intake(_request(token), None)
        if answer["statusCode"] != 201:
            raise RuntimeError(f"the report was answered {answer['statusCode']}")
        counted.before_answer = counted.store_calls()
        while waiting := _records(counted):
            function, record = waiting[0]
            function({"Records": [record]}, None)
    return counted


def _records(counted: Counted) -> list[tuple[Any, dict[str, Any]]]:
    """Return the records that the stream hands to functions for what was written and not handed over yet."""
    from vangnet.rigs.aws import functions
    from vangnet.rigs.aws.table import HEAD, INBOX, STREAM

    found: list[tuple[Any, dict[str, Any]]] = []
    for place in list(counted.sizes):
        partition, _, sort = place.partition("|")
        mark = f"{place}|{counted.sizes[place]}|{counted.wakes.get(place)}"
        if mark in counted.wakes or not (partition.startswith((INBOX, STREAM)) and sort in {HEAD, "report"}):
            continue
        first = f"{place}|seen" not in counted.wakes
        counted.wakes |= {mark: "handed", f"{place}|seen": "yes"}
        record = {"dynamodb": {"Keys": {"pk": {"S": partition}, "sk": {"S": sort}}, "SequenceNumber": "1"}}
        if partition.startswith(STREAM):
            found.append((functions.notify, record))
        elif first:  # Only what is put into the inbox is handed over, not what becomes of it.
            found.append((functions.assessment, record))
    return found


@contextmanager
def _cloud(loaded: Loaded) -> Iterator[Any]:
    """Give the rig in an AWS that lives in this process for as long as this lasts."""
    from moto import mock_aws

    from vangnet.rigs.aws import clients, functions, http, logs
    from vangnet.rigs.aws.rig import AwsRig
    from vangnet.rigs.aws.settings import Settings
    from vangnet.rigs.aws.table import definition

    names = {"AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench", "AWS_DEFAULT_REGION": "eu-west-1"}
    with ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, names))
        for elsewhere in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
            os.environ.pop(elsewhere, None)
        stack.enter_context(mock_aws())
        logs.logger.setLevel("ERROR")
        stack.callback(clients.unwatch)
        stack.callback(clients.forget)
        clients.forget()
        clients.client("dynamodb").create_table(**definition("bench"))
        key = clients.client("kms").create_key()["KeyMetadata"]["KeyId"]
        secret = clients.client("secretsmanager").create_secret(Name="bench", SecretString="b" * 64)["ARN"]
        clients.client("sesv2").create_email_identity(EmailIdentity=DOMAIN)
        settings = {"TABLE": "bench", "KEY": key, "SECRET": secret, "UPLOADS": "bench-uploads", "SENDER_ID": "Vangnet"}
        settings |= {"EVIDENCE": "bench-evidence", "MAIL_FROM": f"vangnet@{DOMAIN}"}
        rig = AwsRig(Settings.of({f"VANGNET_{name}": value for name, value in settings.items()}), SetClock(), loaded)
        functions.use(rig)
        http.application.cache_clear()
        yield rig


def _request(token: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Host": "bench"}
    return {
        "httpMethod": "POST",
        "path": "/api/v1/reports",
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "body": json.dumps(REPORT),
        "isBase64Encoded": False,
        "requestContext": {"requestId": "bench"},
    }
