"""Mail in: an SMTP server on loopback, behind the municipality's relay. 250 is said once a mail is on the disk.

- What cannot be stored now is answered with 451: the relay keeps it, and tries again.
- Nothing is refused for what it says or how it is made; only for its size, and while too many talk at once.
- It does no TLS and asks no password: it listens on this machine only, and believes the relay alone (authserv_id).
"""

import asyncio
import ipaddress
import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from vangnet.intake.mail.receive import MAIL_SIZE_MAX
from vangnet.shell.logs import bare
from vangnet.shell.ports import Clock, StoreUnavailable

SESSIONS_MAX = 20  # Conversations at the same time; a relay that is turned away comes back.
STORING_MAX = 2  # Mails that are read and stored at the same time; each may take four times its size in memory.
IDLE_SECONDS = 120.0
TROUBLED_FOR = timedelta(minutes=15)  # After a mail that could not be kept; the board shows it until one is.
STOP_SECONDS = 30.0  # How long a mail that is being stored is waited for.

KEPT = "250 2.0.0 kept"
LATER = "451 4.3.0 cannot be kept now; try again later"
BUSY = b"421 4.3.2 too many conversations; try again later\r\n"

Receive = Callable[[bytes, str, bool], object]

log = logging.getLogger("vangnet.smtp")
logging.getLogger("mail.log").disabled = True  # The library's own, which names who writes to whom.


class MailDoor:
    """Listens in a thread of its own; `troubles` counts what could not be stored since it last went well."""

    def __init__(self, receive: Receive, clock: Clock) -> None:
        """Take what stores a mail: its bytes, who the envelope says it is from, whether it came from this machine."""
        self._receive, self._clock = receive, clock
        self._pool = ThreadPoolExecutor(STORING_MAX, thread_name_prefix="vangnet-mail")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._server: asyncio.Server | None = None
        self.sessions = 0
        self.troubles = 0
        self.troubled_since: datetime | None = None
        self.troubled_at: datetime | None = None
        self.last_at: datetime | None = None

    def start(self, listener: socket.socket) -> None:
        """Begin to listen on a bound socket."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="vangnet-smtp", daemon=True)
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(listener), self._loop).result(STOP_SECONDS)

    async def _listen(self, listener: socket.socket) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        return await loop.create_server(lambda: Conversation(self, loop), sock=listener)

    @property
    def alive(self) -> bool:
        """Tell whether it still listens; one that was never started is not missed."""
        listens = bool(self._server and self._server.is_serving() and self._thread and self._thread.is_alive())
        return self._server is None or listens

    async def handle_DATA(self, _: SMTP, session: Session, envelope: Envelope) -> str:
        """Store the mail, then say so."""
        content = envelope.original_content or b""
        here = is_loopback(session.peer)
        return await asyncio.get_running_loop().run_in_executor(
            self._pool, self.take, content, envelope.mail_from or "", here
        )

    def take(self, content: bytes, sender: str, here: bool) -> str:
        """Store a mail and return what the relay is told; never says that it is kept where it is not."""
        try:
            self._receive(content, sender, here)
        except StoreUnavailable as error:
            self._failed()
            log.error("a mail could not be kept: %s", error)
            return LATER
        except Exception as error:
            self._failed()
            log.error("a mail could not be taken in: %s", type(error).__name__, exc_info=bare(error))
            return LATER
        self.troubles, self.troubled_since, self.last_at = 0, None, self._clock.now()
        return KEPT

    def _failed(self) -> None:
        self.troubles += 1
        self.troubled_at = self._clock.now()
        self.troubled_since = self.troubled_since or self.troubled_at

    @property
    def failing(self) -> bool:
        """Tell whether a mail could not be kept of late; a relay that tries again shows when it can."""
        if self.troubled_at is None or self.troubled_since is None:
            return False
        return self._clock.now() - self.troubled_at < TROUBLED_FOR

    def stop(self) -> None:
        """Take no more mail, finish what is being stored, and stop."""
        if self._loop and self._server:
            self._loop.call_soon_threadsafe(self._server.close)
        self._pool.shutdown(wait=True)
        if self._loop and self._thread:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(timeout=STOP_SECONDS)
            if not self._thread.is_alive():
                self._loop.close()


def is_loopback(peer: Any) -> bool:
    """Tell whether a conversation is with this machine itself."""
    try:
        return ipaddress.ip_address(str(peer[0])).is_loopback
    except (ValueError, TypeError, IndexError):
        return False


class Conversation(SMTP):
    """One conversation with the relay."""

    line_length_limit = MAIL_SIZE_MAX  # Mail programs break the rule of 998, and such a mail must not be lost.

    def __init__(self, door: MailDoor, loop: asyncio.AbstractEventLoop) -> None:
        """Set the limits."""
        super().__init__(
            door,
            hostname="vangnet",
            ident="Vangnet",
            data_size_limit=MAIL_SIZE_MAX,
            enable_SMTPUTF8=True,
            timeout=IDLE_SECONDS,
            loop=loop,
        )
        self._door = door

    def connection_made(self, transport: Any) -> None:
        """Begin, unless too many talk already."""
        if self._door.sessions >= SESSIONS_MAX:
            transport.write(BUSY)
            transport.close()
            return
        self._door.sessions += 1
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Make room for another."""
        if self.session is None:  # It was turned away.
            return
        self._door.sessions -= 1
        super().connection_lost(error)
