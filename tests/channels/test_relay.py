"""Mail by a relay: over TLS with the right certificate or not at all, and a clear word for each way it can fail."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from schemas.channels import Relay as Configured
from tests.channels.certificates import Authority
from tests.channels.servers import Server, closed_port
from tests.channels.smtp import CUT, DRIP, STALL, Relay
from vangnet.rigs.channels.relay import RelaySender
from vangnet.rigs.simulation.world import SetClock
from vangnet.shell.ports import Outgoing, SendFailed, Taken

SECRET, TEXT = "s3cret-of-the-relay", "Er is een melding. Bevestig: https://vangnet.example/a/VN-ZZZZ-ZZZZ/0123 ë €"
HER = "vrouw@stad.example"
MESSAGE = Outgoing("case/VN-1/m1", "mail", HER, "g.mulder", "VN-1", "ALARM ë", TEXT, mark="M4RK")
QUICK, LONG = 0.3, 10.0  # Seconds: a deadline that a test waits for, and one that it must not reach.


def sender(
    authority: Authority, clock: SetClock, port: int, *, seconds: float = LONG, user: bool = False
) -> RelaySender:
    """Return a sender by the relay on that port."""
    told = {"user": "vangnet", "secret": "VANGNET_RELAY"} if user else {}
    relay = Configured.model_validate({"host": "127.0.0.1", "port": port, "sender": "meld@stad.example"} | told)
    return RelaySender(relay, SECRET, clock, authority.trusted(), seconds=seconds)


@contextmanager
def failing(*words: str, permanent: bool = False) -> Iterator[None]:
    """Want a failure in these words, without anything of the message or the secret in it."""
    with pytest.raises(SendFailed) as caught:
        yield
    said = str(caught.value)
    assert all(word in said for word in words), said
    assert caught.value.permanent is permanent
    assert caught.value.again_after is None
    assert not any(secret in said for secret in (HER, "stad.example", SECRET, "ALARM", "melding"))


def nothing_in_the_clear(server: Server) -> None:
    """What came before TLS names nobody and says nothing."""
    for secret in (HER, SECRET, "ALARM", "Bevestig", "AUTH", "MAIL", "RCPT"):
        assert secret.upper().encode() not in bytes(server.clear).upper()


def parsed(relay: Relay) -> EmailMessage:
    """Return the one mail that the relay took."""
    [mail] = relay.mails
    found = message_from_bytes(mail, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_mail_arrives_as_it_was_written(authority: Authority, clock: SetClock) -> None:
    """Its text, its headers and its envelope; marked as sent by a program, and known again by its mark."""
    relay = Relay(authority.server())
    with Server(relay) as server:
        taken = sender(authority, clock, server.port, user=True).send(MESSAGE)

        nothing_in_the_clear(server)
    mail = parsed(relay)
    assert taken == Taken(via="127.0.0.1", id="M4RK")
    assert mail.get_content().rstrip() == TEXT
    assert (mail["From"], mail["To"], mail["Subject"]) == ("meld@stad.example", HER, "ALARM ë")
    assert mail["Message-ID"] == "<M4RK@stad.example>"
    assert mail["Date"] == "Mon, 30 Nov 2026 11:00:00 +0000"
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"], mail["X-Vangnet"]) == (
        "auto-generated",
        "All",
        "1",
    )
    assert mail.get_content_type() == "text/plain"
    assert "MAIL FROM:<MELD@STAD.EXAMPLE>" in relay.commands
    assert f"RCPT TO:<{HER.upper()}>" in relay.commands


def test_an_answer_has_no_sender_on_its_envelope(authority: Authority, clock: SetClock) -> None:
    """So nothing answers it in turn; it names the mail that it answers, however long that name is."""
    relay = Relay(authority.server())
    answers = f"<{'x' * 300}@elders.example>"
    with Server(relay) as server:
        sender(authority, clock, server.port).send(
            Outgoing("m", "mail", HER, "p", "VN-1", "Re", "Dank", mark="M", answers=answers)
        )

    assert "MAIL FROM:<>" in relay.commands
    assert parsed(relay)["In-Reply-To"] == answers
    assert parsed(relay)["References"] == answers
    assert f"In-Reply-To: {answers}".encode() in relay.mails[0]


@pytest.mark.parametrize("answers", ["<a@b>\r\nBcc: x@y.example", "<é@b>", "x" * 5000])
def test_a_name_that_cannot_stand_in_a_header_is_left_out(answers: str, authority: Authority, clock: SetClock) -> None:
    """It came from outside; the answer goes all the same, without a sender on its envelope."""
    relay = Relay(authority.server())
    with Server(relay) as server:
        sender(authority, clock, server.port).send(
            Outgoing("m", "mail", HER, "p", "VN-1", "Re", "Dank", mark="M", answers=answers)
        )

    assert "MAIL FROM:<>" in relay.commands
    assert (parsed(relay)["In-Reply-To"], parsed(relay)["Bcc"]) == (None, None)


def test_lines_that_begin_with_a_dot_stay_as_they_are(authority: Authority, clock: SetClock) -> None:
    """A dot alone would end the mail early; in a subject, a line break is a space."""
    relay = Relay(authority.server())
    with Server(relay) as server:
        sender(authority, clock, server.port).send(
            Outgoing("m", "mail", HER, "p", "VN-1", "een\r\nBcc: x@y.example", "boven\n.\nonder", mark="M")
        )

    assert parsed(relay).get_content().splitlines() in (["boven", "..", "onder"], ["boven", ".", "onder"])
    assert (parsed(relay)["Subject"], parsed(relay)["Bcc"]) == ("een Bcc: x@y.example", None)


@pytest.mark.parametrize("address", ["geen", "a b@c.nl", "x@y.nl\r\nDATA", "ë@stad.example", "<x>@y.nl", "@y.nl", "x@"])
def test_an_address_that_no_mail_can_carry_is_refused_for_good(
    address: str, authority: Authority, clock: SetClock
) -> None:
    """Nobody is asked."""
    with failing("the address cannot be written", permanent=True):
        sender(authority, clock, closed_port()).send(Outgoing("m", "mail", address, "p", "VN-1", "s", "t"))


def test_nobody_listens(authority: Authority, clock: SetClock) -> None:
    """A refused connection is a failure."""
    with failing("the relay: the connection was refused"):
        sender(authority, clock, closed_port()).send(MESSAGE)


def test_no_tls_is_offered(authority: Authority, clock: SetClock) -> None:
    """Then nothing is said, not even who it is for."""
    relay = Relay(None, {"EHLO": "250-relay.example\r\n250 AUTH PLAIN"})
    with Server(relay) as server:
        with failing("offers no secure connection"):
            sender(authority, clock, server.port, user=True).send(MESSAGE)

        nothing_in_the_clear(server)


@pytest.mark.parametrize("answer", ["454 not now", "220 go on\r\n250 injected", CUT])
def test_tls_is_offered_and_not_given(answer: str, authority: Authority, clock: SetClock) -> None:
    """A relay that goes on in the clear after STARTTLS hears nothing."""
    relay = Relay(None, {"STARTTLS": answer})
    with Server(relay) as server:
        with failing("the relay"):
            sender(authority, clock, server.port, user=True, seconds=QUICK).send(MESSAGE)

        nothing_in_the_clear(server)


@pytest.mark.parametrize("wrong", ["other host", "self-signed", "expired"])
def test_a_wrong_certificate(wrong: str, authority: Authority, clock: SetClock) -> None:
    """A certificate of somebody else, of nobody, or of last week gets no mail."""
    contexts: dict[str, ssl.SSLContext] = {
        "other host": authority.server("relay.elders.example"),
        "self-signed": authority.server(own=True),
        "expired": authority.server(days=-1),
    }
    with Server(Relay(contexts[wrong])) as server:
        with failing("certificate is not to be trusted"):
            sender(authority, clock, server.port, user=True).send(MESSAGE)

        nothing_in_the_clear(server)
        assert not server.sealed


@pytest.mark.parametrize(
    ("step", "answer", "words", "permanent"),
    [
        ("CONNECT", "554 no", "answered 554 to CONNECT", False),
        ("CONNECT", "421 busy", "answered 421 to CONNECT", False),
        ("AUTH", "535 5.7.8 vangnet? no", "refuses the user or the secret", False),
        ("MAIL", "550 no", "answered 550 to MAIL", False),
        ("RCPT", "450 later", "answered 450 to RCPT", False),
        ("RCPT", "550 5.1.1 <vrouw@stad.example> unknown", "answered 550 to RCPT", True),
        ("RCPT", "553 no", "answered 553 to RCPT", True),
        ("DATA", "451 later", "answered 451", False),
        ("END", "552 full", "answered 552 to DATA", False),
        ("END", "451 later", "answered 451 to DATA", False),
        ("RCPT", "rubbish", "the relay answered", False),
    ],
)
def test_the_relay_says_no(
    step: str, answer: str, words: str, permanent: bool, authority: Authority, clock: SetClock
) -> None:
    """Only a no to the address itself is for good; what the relay says of it is repeated nowhere."""
    with Server(Relay(authority.server(), {step: answer})) as server:
        with failing(words, permanent=permanent):
            sender(authority, clock, server.port, user=True, seconds=2).send(MESSAGE)

        nothing_in_the_clear(server)


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "END"])
def test_the_connection_drops_in_mid_answer(step: str, authority: Authority, clock: SetClock) -> None:
    """After the text went as well: nobody knows whether it was taken, so it failed, and goes again."""
    with Server(Relay(authority.server(), {step: CUT})) as server:
        with failing("the connection broke off"):
            sender(authority, clock, server.port, user=True).send(MESSAGE)

        nothing_in_the_clear(server)


@pytest.mark.parametrize("how", [STALL, DRIP])
@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "TLS", "RCPT", "END"])
def test_a_relay_that_stalls_or_drips(how: str, step: str, authority: Authority, clock: SetClock) -> None:
    """The deadline holds for the whole, in the TLS handshake too, and no thread is left over."""
    with Server(Relay(authority.server(), {step: how})) as server:
        with failing("the relay"):
            sender(authority, clock, server.port, user=True, seconds=QUICK).send(MESSAGE)

        nothing_in_the_clear(server)
        gone("vangnet-channel")


def test_a_relay_that_stalls_after_it_took_the_mail(authority: Authority, clock: SetClock) -> None:
    """It is taken; nobody waits for a goodbye."""
    with Server(Relay(authority.server(), {"QUIT": STALL})) as server:
        assert sender(authority, clock, server.port).send(MESSAGE).via == "127.0.0.1"


def gone(name: str) -> None:
    """Wait shortly until no thread of that name is left."""
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(2)
            assert not thread.is_alive()
