"""Mail in by SMTP: what relays send is taken, what cannot be kept is not promised, and nobody blocks the door."""

import os
import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.embedded.served import Served, serving
from vangnet.intake.mail.receive import MAIL_SIZE_MAX
from vangnet.rigs.embedded.smtp import SESSIONS_MAX

HEAD = b"From: iemand@buiten.example\r\nTo: melding@voorbeeldstad.example\r\nSubject: Vraag\r\n"
MEGABYTE = 1024 * 1024
LARGE = 40 * MEGABYTE
TALKS = 12


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve for the tests of this file."""
    with serving(tmp_path_factory.mktemp("smtp") / "data") as found:
        yield found


def relay(served: Served) -> smtplib.SMTP:
    """Return a conversation."""
    return smtplib.SMTP("127.0.0.1", served.smtp_port, local_hostname="relay.example", timeout=60)


def deliver(served: Served, raw: bytes, sender: str = "iemand@buiten.example") -> None:
    """Deliver bytes as they are."""
    with relay(served) as talk:
        talk.sendmail(sender, ["melding@voorbeeldstad.example"], raw)


def waiting(served: Served) -> list[str]:
    """Return the references of the mails that wait."""
    found = served.call("/api/v1/mails", served.token("g.mulder")).json["mails"]
    return [one["reference"] for one in found]


def original(served: Served, reference: str) -> bytes:
    """Return a mail as it was kept."""
    token = served.token("g.mulder")
    parts = served.call(f"/api/v1/cases/{reference}", token).json["parts"]
    file = parts["evidence"][0]["id"]
    return served.call(f"/api/v1/cases/{reference}/evidence/{file}", token).body


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"\r\nEen vraag \x80\xff met losse tekens\r\n",
        HEAD + b"X-Long: " + b"x" * 200_000 + b"\r\n\r\n" + b"y" * 300_000 + b"\r\n",
        HEAD.replace(b"Vraag", "Vraag ë €".encode()) + b"\r\ntekst\r\n",
        b"geen mail\r\n",
        HEAD + b'Content-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\n\r\nhalf\r\n',
        HEAD + b"\r\n.\r\n..\r\n...punten\r\n",
    ],
)
def test_what_relays_send_is_kept_byte_for_byte(served: Served, raw: bytes) -> None:
    """Long lines, letters of no alphabet, no headers, half a mail, dots."""
    before = set(waiting(served))
    deliver(served, raw)
    [reference] = set(waiting(served)) - before

    assert original(served, reference) == raw


def test_a_mail_of_forty_megabytes_is_kept(served: Served) -> None:
    """Byte for byte; one that is larger than anybody sends is refused before it comes."""
    before = set(waiting(served))
    raw = HEAD + b"\r\n" + b"\r\n".join([os.urandom(30).hex().encode()] * (LARGE // 62)) + b"\r\n"
    deliver(served, raw)
    [reference] = set(waiting(served)) - before

    with relay(served) as talk:
        talk.ehlo()
        assert int(talk.esmtp_features["size"]) == MAIL_SIZE_MAX
        assert talk.docmd(f"MAIL FROM:<a@b.example> SIZE={MAIL_SIZE_MAX + 1}")[0] == 552
    assert len(raw) >= LARGE * 0.95
    assert reference


def test_many_at_once_are_each_kept(served: Served) -> None:
    """None is mixed up with another."""
    before = set(waiting(served))
    raws = [HEAD + f"\r\nVraag nummer {number} over het loket\r\n".encode() for number in range(TALKS)]
    talks = [threading.Thread(target=deliver, args=(served, raw)) for raw in raws]
    for talk in talks:
        talk.start()
    for talk in talks:
        talk.join()

    assert sorted(original(served, one) for one in set(waiting(served)) - before) == sorted(raws)


@contextmanager
def hanging(served: Served, count: int) -> Iterator[list[socket.socket]]:
    """Hold conversations open that say nothing."""
    held = [socket.create_connection(("127.0.0.1", served.smtp_port), timeout=30) for _ in range(count)]
    try:
        yield held
    finally:
        for one in held:
            one.close()


def test_who_comes_when_too_many_talk_is_told_to_come_back(served: Served) -> None:
    """421, at once; when they are gone mail is taken again."""
    with hanging(served, SESSIONS_MAX) as held:
        for one in held:
            assert one.recv(100).startswith(b"220")
        with socket.create_connection(("127.0.0.1", served.smtp_port), timeout=30) as late:
            assert late.recv(200).startswith(b"421")
    for _ in range(100):
        try:
            deliver(served, HEAD + b"\r\nNa de drukte\r\n")
            break
        except smtplib.SMTPException:
            threading.Event().wait(0.1)

    assert served.call("/api/v1/health").json["status"] == "ok"


def test_a_conversation_that_breaks_off_keeps_nothing(served: Served) -> None:
    """It was promised nothing; the relay has it still."""
    before = waiting(served)
    with socket.create_connection(("127.0.0.1", served.smtp_port), timeout=30) as talk:
        for line in (b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\n", b"RCPT TO:<m@v.example>\r\n", b"DATA\r\n"):
            talk.recv(1000)
            talk.sendall(line)
        talk.recv(1000)
        talk.sendall(HEAD + b"\r\nHalverw")

    assert waiting(served) == before


def test_its_port_is_in_use(tmp_path: Path) -> None:
    """One sentence that names the port and the variable; nothing else is started."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = Served(tmp_path / "data", SMTP_PORT=str(port))
        code, words = served.ended()
        if served.process.stdout:
            served.process.stdout.close()

    assert code == 1
    assert f"Port {port}" in words
    assert "SMTP_PORT" in words


def test_a_mail_that_was_being_kept_when_it_was_stopped_is_there(tmp_path: Path) -> None:
    """A clean stop finishes what was taken; what was not answered is the relay's still."""
    with serving(tmp_path / "data") as served:
        done: list[bool] = []

        def send() -> None:
            try:
                deliver(served, HEAD + b"\r\n" + b"x" * 70 * 100_000 + b"\r\n")
                done.append(True)
            except (OSError, smtplib.SMTPException):
                done.append(False)

        talk = threading.Thread(target=send)
        talk.start()
        threading.Event().wait(0.2)
        assert served.stop() == 0
        talk.join()
    with serving(tmp_path / "data") as again:
        assert len(waiting(again)) >= done.count(True)
