"""One HTTP request on one connection: TLS verified, no redirect followed, no proxy, an answer of bounded size."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from vangnet.rigs.channels.deadline import Line

ANSWER_SIZE_MAX = 64 * 1024  # A provider's answer to one message is a few hundred bytes.
AGENT = "vangnet"


class TooLong(ValueError):  # noqa: N818  (becomes SendFailed)
    """A server answers more than anybody wants to know."""


@dataclass(frozen=True)
class Answered:
    """A server's answer."""

    status: int
    body: bytes
    retry_after: str


class _Plain(HTTPConnection):
    """A connection in the clear, for 127.0.0.1 only; its line can cut it."""

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        self._line = line
        super().__init__(*args, **kwargs)

    def _new_conn(self) -> Any:
        connection = super()._new_conn()
        self._line.hold(connection)
        return connection


class _Secure(HTTPSConnection):
    """A connection over TLS; its line can cut it, in the handshake too."""

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        self._line = line
        super().__init__(*args, **kwargs)

    def _new_conn(self) -> Any:
        connection = super()._new_conn()
        self._line.hold(connection)
        return connection


def ask(
    line: Line,
    method: str,
    address: str,
    *,
    trust: ssl.SSLContext,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Answered:
    """Ask once and return the answer, whatever its status.

    Raises:
        TooLong: the answer is.
        OSError, HTTPException, urllib3's HTTPError, TooLate: there was no whole answer.
    """
    parts = urlsplit(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = _connection(line, parts.scheme, parts.hostname or "", parts.port, trust)
    try:
        wanted = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"} | dict(headers or {})
        connection.request(method, target, body=body, headers=wanted, preload_content=False)
        response = connection.getresponse()
        try:
            content = _whole(response)
        finally:
            response.close()
        return Answered(response.status, content, response.headers.get("Retry-After", ""))
    finally:
        connection.close()


def _whole(response: BaseHTTPResponse) -> bytes:
    """Read to the end: only there an answer that was cut off is known for one. What unpacks is bounded as well."""
    content = b""
    while piece := response.read(ANSWER_SIZE_MAX + 1 - len(content)):
        content += piece
        if len(content) > ANSWER_SIZE_MAX:
            raise TooLong
    return content


def _connection(line: Line, scheme: str, host: str, port: int | None, trust: ssl.SSLContext) -> HTTPConnection:
    if scheme == "https":
        return _Secure(host, port, line=line, timeout=line.left(), ssl_context=trust)
    return _Plain(host, port, line=line, timeout=line.left())
