"""The functions called by hand, in this process, against the emulated cloud: as the cloud calls them, fault by fault.

What calls them is played: API Gateway, the stream by a reader that honours the template, the queues, the schedule. A
function that is killed leaves its process behind: the next call begins with a new rig.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.cloud.reader import Mapped, StreamReader
from tests.cloud.stage import Injected
from vangnet.access.tokens import Tokens
from vangnet.protocol.load import Loaded
from vangnet.rigs.aws import clients, functions, http
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.rig import AwsRig
from vangnet.rigs.aws.settings import Settings

# What changes something somewhere.
WRITES = frozenset(
    {
        "TransactWriteItems",
        "PutItem",
        "PutObject",
        "DeleteObject",
        "CopyObject",
        "SendEmail",
        "Publish",
        "StartExecution",
    }
)


_current: list[AwsRig] = []  # The rig of the process that is played now.


_inside: list[object] = []  # The functions that are running; what a test does itself is not counted.


def running() -> str:
    """Return the name of the function that runs now, or nothing."""
    return str(getattr(_inside[-1], "__name__", "")) if _inside else ""


def playing() -> AwsRig:
    """Return the rig of the process that is played now: what `functions.rig` is to be meanwhile."""
    return _current[0]


class Killed(BaseException):
    """The process of a function ended here and now."""


@dataclass
class Killing:
    """Ends the function before or after the n-th thing that it changes; `seen` are the changes so far."""

    at: int = 0
    after: bool = False
    seen: list[str] = field(default_factory=list)

    def before_call(self, service: str, operation: str) -> None:
        """End it before the call."""
        if operation in WRITES and _inside:
            self.seen.append(f"{service}.{operation}")
            if not self.after and len(self.seen) == self.at:
                raise Killed(self.seen[-1])

    def after_call(self, _: str, operation: str) -> None:
        """End it after the call."""
        if operation in WRITES and _inside and self.after and len(self.seen) == self.at:
            self.at = 0
            raise Killed(self.seen[-1])


@contextmanager
def killing(at: int = 0, *, after: bool = False) -> Iterator[Killing]:
    """Have whatever function is called end at its n-th change; 0 ends none and only counts."""
    found = Killing(at, after)
    clients.watch(before=found.before_call, after=found.after_call)
    try:
        yield found
    finally:
        clients.unwatch()


class Hands:
    """Calls the functions of one table, its clock in the hand."""

    def __init__(self, names: Settings, loaded: Loaded | None, start: datetime, template: Mapping[str, Any]) -> None:
        """Take the names, the documents and the packaged template."""
        self.names, self.loaded, self.clock = names, loaded, Injected(start)
        self.always_fresh = False  # Whether each call begins a new process, as where nothing is called for long.
        self.fresh()
        stream = client("dynamodb").describe_table(TableName=names.table)["Table"]["LatestStreamArn"]
        self.readers = [
            StreamReader(client("dynamodbstreams"), stream, Mapped.of(template, name), self._called(call))
            for name, call in (("Assessment", functions.assessment), ("Notify", functions.notify))
        ]

    def fresh(self) -> None:
        """Begin a new process: nothing that was in memory is left."""
        self.rig = AwsRig(self.names, self.clock, self.loaded)
        http.application.cache_clear()
        _current[:] = [self.rig]

    def _called(self, call: Callable[[Any, Any], Any]) -> Callable[[dict[str, Any]], Any]:
        return lambda event: self.call(call, event)

    def call(self, function: Callable[[Any, Any], Any], event: Any) -> Any:
        """Call a function; one that is killed has failed, and whoever called it sees that."""
        if self.always_fresh:
            self.fresh()
        _inside.append(function)
        try:
            return function(event, None)
        except Killed as killed:
            self.fresh()
            raise RuntimeError("the function ended") from killed
        finally:
            _inside.pop()

    def later(self, **term: float) -> None:
        """Let time pass."""
        self.clock.moment += timedelta(**term)

    def stream(self) -> None:
        """Hand the table's stream to its functions until nothing is left."""
        while True:
            before = [reader.calls for reader in self.readers]
            for reader in self.readers:
                reader.run()
            if before == [reader.calls for reader in self.readers]:
                return

    def sweep(self) -> Any:
        """Have the sweep called, as every minute."""
        return self.call(functions.sweep, {})

    def tick(self, stream: str) -> Any:
        """Have an execution's wait end."""
        return self.call(functions.tick, {"stream": stream, "at": self.clock.now().isoformat()})

    def queue(self, function: Callable[[Any, Any], Any], *bodies: str) -> list[int]:
        """Hand messages of a queue to a function; return the numbers of those that are to come back."""
        records = [{"messageId": str(number), "body": body} for number, body in enumerate(bodies)]
        answer = self.call(function, {"Records": records})
        return [int(one["itemIdentifier"]) for one in answer["batchItemFailures"]]

    def ask(self, method: str, path: str, sent: object = None, *, person: str = "r.bakker", **headers: str) -> Any:
        """Call the API as somebody, by the function that API Gateway leads to; return (status, what came back)."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        body = json.dumps(sent) if sent else ""
        answer = self.raw(method, path, body.encode(), person=person, **more)
        return answer["statusCode"], json.loads(_body(answer))

    def send(self, path: str, body: bytes, kind: str) -> Any:
        """Send bytes to the API as who reports, and return what came back."""
        answer = self.raw("POST", path, body, **{"Content-Type": kind})
        assert answer["statusCode"] < 300, _body(answer)
        return json.loads(_body(answer))

    def raw(self, method: str, path: str, body: bytes = b"", *, person: str = "r.bakker", **headers: str) -> Any:
        """Call the API as somebody, and return the answer as API Gateway gets it."""
        token = Tokens(self.rig.secret, self.clock.now).make(person, 1)
        known = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Host": "vangnet"} | headers
        function = functions.intake if (method, path) == ("POST", "/api/v1/reports") else functions.pages
        self.fresh()  # The token was made by the test, and not by the function.
        return self.call(function, request(method, path, body, known))


def _body(answer: Any) -> bytes:
    body = answer["body"]
    return base64.b64decode(body) if answer.get("isBase64Encoded") else str(body).encode()


def request(method: str, path: str, body: bytes, headers: Mapping[str, str]) -> dict[str, Any]:
    """Return a request as API Gateway hands it to a function."""
    return {
        "httpMethod": method,
        "path": path,
        "headers": dict(headers),
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": True,
        "requestContext": {"requestId": "request-1", "identity": {"sourceIp": "192.0.2.1"}, "stage": "api"},
    }


def landed(bucket: str, key: str) -> str:
    """Return the notice of S3 that an object landed."""
    from urllib.parse import quote_plus

    place = {"bucket": {"name": bucket}, "object": {"key": quote_plus(key)}}
    return json.dumps({"Records": [{"eventName": "ObjectCreated:Put", "s3": place}]})
