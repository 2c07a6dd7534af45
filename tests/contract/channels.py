"""Every way in which a message leaves, as the contract of Sender sees it: what went, and how to break it."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from schemas.channels import Relay as RelayConfigured
from tests.channels.certificates import Authority
from tests.channels.servers import Server
from tests.channels.sms import SECRET, configured
from tests.channels.smtp import Relay
from tests.channels.web import Gateway, answer
from tests.cloud.ministack import Ministack
from tests.contract.aws import Faulty, client_of
from vangnet.rigs.aws.senders import SesSender, SnsSender
from vangnet.rigs.channels.gateway import HttpGateway
from vangnet.rigs.channels.relay import RelaySender
from vangnet.rigs.embedded.outbox import Outbox
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.rigs.simulation.world import Recorder, SetClock
from vangnet.shell.ports import Outgoing, Sender

HER, NUMBER, HOUSE = "vrouw@stad.example", "+31612345678", "meld@stad.example"
CLOCK = SetClock(datetime(2026, 11, 30, 11, 0, tzinfo=UTC))


@dataclass(frozen=True)
class Channel:
    """A sender, the kind of message it takes, what came out so far (to whom, which text), and what breaks it."""

    sender: Sender
    kind: str
    gone: Callable[[], list[tuple[str, str]]]
    break_it: Callable[[], None]

    def message(self, text: str, **more: Any) -> Outgoing:
        """Return a message for it."""
        to = HER if self.kind == "mail" else NUMBER
        return Outgoing("case/VN-1/m1", self.kind, to, "g.mulder", "VN-1", "ALARM", text, mark="m4rk", **more)


@contextmanager
def memory(_: Path) -> Iterator[Channel]:
    """Give the recorder of an exercise."""
    recorder = Recorder(CLOCK)

    def gone() -> list[tuple[str, str]]:
        return [(one.message.to, one.message.text) for one in recorder.sent]

    yield Channel(recorder, "sms", gone, lambda: recorder.broken.add("sms"))


@contextmanager
def outbox(folder: Path) -> Iterator[Channel]:
    """Give the outbox of the demonstration."""
    store = SqliteStore(folder / "vangnet.db")
    box = Outbox(store, CLOCK)

    def gone() -> list[tuple[str, str]]:
        return [(one.message.to, one.message.text) for one in box.gone()]

    yield Channel(box, "mail", gone, lambda: box.broken.add("mail"))
    store.close()


@contextmanager
def relay(folder: Path) -> Iterator[Channel]:
    """Give a mail relay."""
    authority = Authority(folder)
    scripted = Relay(authority.server())
    with Server(scripted) as server:
        told = RelayConfigured.model_validate({"host": "127.0.0.1", "port": server.port, "sender": HOUSE})
        sender = RelaySender(told, "", CLOCK, authority.trusted())
        yield Channel(
            sender, "mail", lambda: [_mail(one) for one in scripted.mails], lambda: scripted.steps.update(RCPT="450 no")
        )


def _mail(raw: bytes) -> tuple[str, str]:
    mail = message_from_bytes(raw.removesuffix(b".\r\n"), policy=default)
    assert isinstance(mail, EmailMessage)
    return str(mail["To"]), mail.get_content().rstrip()


@contextmanager
def gateway(folder: Path) -> Iterator[Channel]:
    """Give an SMS gateway."""
    authority = Authority(folder)
    scripted = Gateway([answer()], authority.server())
    with Server(scripted) as server:
        sender = HttpGateway(configured(f"https://127.0.0.1:{server.port}/"), SECRET, CLOCK, authority.trusted())
        broken: list[int] = []

        def break_it() -> None:
            broken.append(len(scripted.asked))
            scripted.answers[:] = [answer(500)]

        def gone() -> list[tuple[str, str]]:
            taken = scripted.asked[: broken[0]] if broken else scripted.asked
            return [(one.body["to"][0], one.body["text"]) for one in taken]

        yield Channel(sender, "sms", gone, break_it)


@contextmanager
def ses(server: Ministack) -> Iterator[Channel]:
    """Give the emulated SES."""
    with client_of(server, "sesv2") as client:
        client.create_email_identity(EmailIdentity="stad.example")
        faulty = Faulty(client)
        before = len(ses_mails(server))

        def gone() -> list[tuple[str, str]]:
            return [(one["To"][0], one["BodyText"].rstrip()) for one in ses_mails(server)[before:]]

        sender = SesSender(faulty, HOUSE, "vangnet", "stad.example")
        yield Channel(sender, "mail", gone, lambda: faulty.faults.update(send_email="InternalFailure"))


@contextmanager
def sns(server: Ministack) -> Iterator[Channel]:
    """Give the emulated SNS."""
    with client_of(server, "sns") as client:
        faulty = Faulty(client)
        before = len(sns_messages(server))

        def gone() -> list[tuple[str, str]]:
            return [(one["PhoneNumber"], one["Message"]) for one in sns_messages(server)[before:]]

        yield Channel(SnsSender(faulty, "Vangnet"), "sms", gone, lambda: faulty.faults.update(publish="InternalError"))


def ses_mails(server: Ministack) -> list[dict[str, Any]]:
    """Return every mail that the emulated SES took."""
    accounts = _asked(server, "/_ministack/ses/messages")["messages"].values()
    return [one for mails in accounts for one in mails]


def sns_messages(server: Ministack, number: str = NUMBER) -> list[dict[str, Any]]:
    """Return every SMS that the emulated SNS took for a number."""
    found: list[dict[str, Any]] = _asked(server, "/_ministack/sns/sms-messages")["sms_messages"].get(number, [])
    return found


def _asked(server: Ministack, path: str) -> Any:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(server.address + path, timeout=10) as response:
        return json.loads(response.read())
