"""The emulated AWS of the tests starts on whichever port is free, and leaves nothing running."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cloud import ministack

pytestmark = pytest.mark.xdist_group("ministack")


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port on which somebody else listens."""
    with socket.socket() as other:
        other.bind((ministack.HOST, 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_another_port_is_tried_where_one_was_taken(tmp_path: Path, taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """If somebody takes the port before the server does, the next free one is used."""
    free_port, ports = ministack._free_port, [taken]
    monkeypatch.setattr(ministack, "_free_port", lambda: ports.pop() if ports else free_port())

    with ministack.running(tmp_path) as server:
        client = server.client("dynamodb")
        tables = client.list_tables()["TableNames"]
        client.close()

    assert server.port != taken
    assert tables == []


def test_nothing_is_left_running(tmp_path: Path) -> None:
    """At the end the process is gone, also when a test failed, and its port is free."""
    with pytest.raises(KeyboardInterrupt), ministack.running(tmp_path) as server:
        raise KeyboardInterrupt

    with pytest.raises(ProcessLookupError):
        os.kill(server.process_id, 0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((ministack.HOST, server.port), timeout=5)
