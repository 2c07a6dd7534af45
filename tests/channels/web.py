"""A provider's gateway for the tests: it answers each request with what it is told, or stalls, drips or drops."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.channels.servers import Conversation

STALL, DRIP, DRIP_BODY, CUT, CUT_BODY = "stall", "drip", "drip body", "cut", "cut body"


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: Any


def answer(status: int = 200, body: Any = None, *, raw: bytes | None = None, **headers: str) -> bytes:
    """Return an answer in full; `body` as JSON, `raw` as it is, `_` in the name of a header as a hyphen."""
    content = json.dumps({"id": "p-1"} if body is None else body).encode() if raw is None else raw
    head = [f"HTTP/1.1 {status} word", f"Content-Length: {len(content)}", "Connection: close"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + content


@dataclass
class Gateway:
    """Gives its answers in turn, and the last one for ever after."""

    answers: list[bytes | str]
    tls: ssl.SSLContext | None = None
    stall_tls: bool = False
    asked: list[Asked] = field(default_factory=list)

    def __call__(self, talk: Conversation) -> None:
        """Have one conversation of one request."""
        if self.stall_tls:
            talk.stall()
            return
        if self.tls:
            talk.speak_tls(self.tls)
        head = talk.until(b"\r\n\r\n").decode()
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        content = talk.exactly(int(headers.get("content-length", "0")))
        method, target, _ = first.split(" ")
        self.asked.append(Asked(method, target, headers, json.loads(content) if content else None))
        self._answer(talk, self.answers[0] if len(self.answers) == 1 else self.answers.pop(0))

    def _answer(self, talk: Conversation, given: bytes | str) -> None:
        if isinstance(given, bytes):
            talk.say(given)
        elif given == STALL:
            talk.stall()
        elif given == DRIP:
            talk.drip("HTTP/1.1 200 OK\r\nX: ")
        elif given == DRIP_BODY:
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
            talk.drip('{"id": "')
        elif given == CUT_BODY:
            talk.say('HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"id": "p-1"}')
            talk.cut()
        else:
            talk.say("HTTP/1.1 20")
            talk.cut()
