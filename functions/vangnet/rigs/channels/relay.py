"""Mail by the municipality's relay: over TLS or not at all."""

import smtplib
import socket
import ssl
from contextlib import suppress
from email.message import EmailMessage
from typing import IO, Any

from schemas.channels import Relay
from vangnet.rigs.channels.deadline import Deadline, Line
from vangnet.rigs.channels.faults import FAULTS, words_of
from vangnet.rigs.channels.judging import reference_of
from vangnet.rigs.channels.mime import ascii_address, bytes_of, mail_of
from vangnet.shell.ports import Clock, Outgoing, SendFailed, Taken

RELAY_SECONDS = 20.0  # A relay may look at a mail before it answers; longer than this nobody waits.


class _Refused(Exception):  # noqa: N818  (becomes SendFailed)
    """The relay answered with this code."""

    def __init__(self, step: str, code: int) -> None:
        super().__init__(step)
        self.step, self.code = step, code


class _Connection(smtplib.SMTP):
    """A connection to the relay that its line can cut."""

    def __init__(self, line: Line, name: str) -> None:
        self._line = line
        super().__init__(local_hostname=name, timeout=line.left())

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connection = socket.create_connection((host, port), timeout)
        self._line.hold(connection)
        return connection

    def getreply(self) -> tuple[int, bytes]:
        """Return a whole answer; smtplib alone would take half a line for one."""
        if self.file is None and self.sock is not None:
            self.file = _WholeLines(self.sock.makefile("rb"))
        return super().getreply()


class _WholeLines:
    """The lines of a connection; one that was cut off is an end."""

    def __init__(self, lines: IO[bytes]) -> None:
        self._lines = lines

    def readline(self, limit: int = -1) -> bytes:
        line = self._lines.readline(limit)
        if line and not line.endswith(b"\n") and len(line) != limit:
            return b""
        return line

    def close(self) -> None:
        self._lines.close()


class RelaySender:
    """Sends mail by one relay."""

    def __init__(
        self, relay: Relay, secret: str, clock: Clock, trust: ssl.SSLContext, *, seconds: float = RELAY_SECONDS
    ) -> None:
        """Take the configuration, the secret itself, and the certificates that are trusted."""
        self._relay, self._secret, self._clock, self._trust = relay, secret, clock, trust
        self._domain = relay.sender.rpartition("@")[2]
        self._deadline: Deadline[None] = Deadline(seconds)

    def send(self, message: Outgoing) -> Taken:
        """Hand the mail to the relay; a connection that drops before its last answer counts as failed.

        Raises:
            SendFailed: the relay did not take it, or nobody knows whether it did.
        """
        try:
            to, content = ascii_address(message.to), bytes_of(self.mail(message))
        except ValueError:
            raise SendFailed("the address cannot be written in a mail", permanent=True) from None
        # An answer has no sender, so that nothing answers it in turn; anything else comes back when it bounces.
        envelope = "" if message.answers else self._relay.sender
        try:
            self._deadline.run(lambda line: self._hand_over(line, envelope, to, content))
        except _Refused as refused:
            permanent = refused.step == "RCPT" and 500 <= refused.code < 600
            raise SendFailed(f"the relay answered {refused.code} to {refused.step}", permanent=permanent) from None
        except (smtplib.SMTPDataError, smtplib.SMTPHeloError) as refused:
            raise SendFailed(f"the relay answered {int(refused.smtp_code)}") from None
        except FAULTS as fault:
            # "from None": the fault may hold an address.
            raise SendFailed(f"the relay: {words_of(fault)}") from None
        return Taken(via=self._relay.host, id=reference_of(message))

    def mail(self, message: Outgoing) -> EmailMessage:
        """Return the mail: plain text, marked as sent by a program.

        Raises:
            ValueError: the address cannot stand in a mail.
        """
        return mail_of(message, sender=self._relay.sender, domain=self._domain, now=self._clock.now())

    def _hand_over(self, line: Line, envelope: str, to: str, content: bytes) -> None:
        relay = _Connection(line, self._domain)
        try:
            _step("CONNECT", relay.connect(self._relay.host, self._relay.port))
            # It raises where the relay offers no TLS, and verifies the certificate and its name.
            _host(relay, self._relay.host)
            _step("STARTTLS", relay.starttls(context=self._trust))
            if self._relay.user is not None:
                relay.login(self._relay.user, self._secret)
            else:
                relay.ehlo_or_helo_if_needed()
            _step("MAIL", relay.mail(envelope))
            _step("RCPT", relay.rcpt(to))
            _step("DATA", relay.data(content))
            with suppress(OSError, smtplib.SMTPException):  # It is taken; whatever follows changes nothing.
                relay.putcmd("quit")
        finally:
            relay.close()


def _host(relay: smtplib.SMTP, host: str) -> None:
    """Name the host whose certificate is wanted; smtplib knows it only where it connected when it was made."""
    relay._host = host  # type: ignore[attr-defined]


def _step(step: str, answer: Any) -> None:
    code = int(answer[0])
    if not 200 <= code < 300:
        raise _Refused(step, code)
