"""Servers on 127.0.0.1 that behave as badly as they are told, and keep what came in the clear apart from the rest."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

LIFE_SECONDS = 20.0  # A server that stalls ends by itself then; a test ends it long before.
DRIP_SECONDS = 0.02


class Conversation:
    """One connection, as the server sees it."""

    def __init__(self, connection: socket.socket, server: "Server") -> None:
        """Take the connection."""
        self.connection, self.server, self.secure = connection, server, False
        self._unread = b""

    def receive(self) -> bytes:
        """Return what comes next, kept as clear or as sealed; nothing at the end."""
        piece = self.connection.recv(65536)
        (self.server.sealed if self.secure else self.server.clear).extend(piece)
        return piece

    def until(self, mark: bytes) -> bytes:
        """Return what comes up to the mark.

        Raises:
            ConnectionError: the end comes first.
        """
        while mark not in self._unread:
            piece = self.receive()
            if not piece:
                raise ConnectionError
            self._unread += piece
        found, _, self._unread = self._unread.partition(mark)
        return found

    def exactly(self, size: int) -> bytes:
        """Return that many bytes, or fewer at the end."""
        while len(self._unread) < size and (piece := self.receive()):
            self._unread += piece
        found, self._unread = self._unread[:size], self._unread[size:]
        return found

    def say(self, text: str | bytes) -> None:
        """Send it."""
        self.connection.sendall(text.encode() if isinstance(text, str) else text)

    def drip(self, text: str | bytes) -> None:
        """Send it a byte at a time, and go on when it is at its end."""
        content = (text.encode() if isinstance(text, str) else text) + b"x" * 10_000
        for byte in content:
            self.say(bytes([byte]))
            if self.server.over.wait(DRIP_SECONDS):
                return

    def stall(self) -> None:
        """Say nothing until the test is over."""
        self.server.over.wait(LIFE_SECONDS)

    def cut(self) -> None:
        """End it in the middle, whatever is still unread."""
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        raise ConnectionError

    def speak_tls(self, context: ssl.SSLContext) -> None:
        """Go over to TLS."""
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.secure = True


class Server:
    """Listens on a free port, and has a conversation with each who comes, until it is left."""

    def __init__(self, talk: Callable[[Conversation], None]) -> None:
        """Take what is said in a conversation."""
        self.clear, self.sealed, self.over = bytearray(), bytearray(), threading.Event()
        self.calls = 0
        self._talk = talk
        self._threads: list[threading.Thread] = []

    @property
    def port(self) -> int:
        """The port on which it listens."""
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and wait for every conversation to end."""
        self.over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(LIFE_SECONDS)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.calls += 1
            self._start(lambda connection=connection: self._converse(connection))  # type: ignore[misc]

    def _converse(self, connection: socket.socket) -> None:
        connection.settimeout(LIFE_SECONDS)
        conversation = Conversation(connection, self)
        with suppress(OSError):
            self._talk(conversation)
        conversation.connection.close()
        connection.close()


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
