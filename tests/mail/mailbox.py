"""A municipality in memory that takes mails, for the tests: what comes in, what follows, who is told."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage

from schemas.commands import Command, parse_command
from schemas.events.mail import MailReceived
from schemas.municipality import Municipality
from tests.web.site import MONDAY_NOON, example
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.case.state import Case
from vangnet.cli.drills.stage import Gone
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.mail.proof import LookUp
from vangnet.intake.mail.receive import MailIntake, no_look_up
from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.stage import SimulationStage

THREAT = "Ik weet waar je woont en ik maak je kapot."
HOUSE = "voorbeeldstad.example"


def with_relay(name: str = "mx.stad.example") -> Loaded:
    """Return the example with a relay whose word on a sender is believed."""
    loaded = example()
    known = loaded.protocol.municipality.model_dump() | {"mail_in": {"authserv_id": name}}
    protocol = replace(loaded.protocol, municipality_or_none=Municipality.model_validate(known))
    return replace(loaded, protocol=protocol)


class Mailbox:
    """Takes mails in and lets everything follow."""

    def __init__(self, loaded: Loaded | None = None, look_up: LookUp = no_look_up) -> None:
        """Begin on a Monday at noon."""
        self.stage = SimulationStage(loaded or example(), MONDAY_NOON)
        self.engine = self.stage.engine
        self.intake = MailIntake(self.engine, look_up=look_up)
        self.hinted: list[str] = []
        self.engine.hint = self.hinted.append
        self.count = 0

    def mail(self, sender: str, text: str = THREAT, subject: str = "Bericht", **headers: str) -> bytes:
        """Return a mail with a Message-ID of its own; `_` in the name of a header is a hyphen."""
        self.count += 1
        made = EmailMessage()
        made["From"], made["To"], made["Subject"] = sender, f"melding@{HOUSE}", subject
        made["Message-ID"] = f"<test-{self.count}@mail.example>"
        for name, value in headers.items():
            made[name.replace("_", "-")] = value
        made.set_content(text)
        return made.as_bytes()

    def takes(self, raw: bytes, *, envelope_sender: str | None = None, loopback: bool = True) -> MailReceived:
        """Take a mail in, and let everything follow."""
        found = self.intake.receive(raw, envelope_sender=envelope_sender, loopback=loopback)
        self.settle()
        return found

    def gets(self, sender: str, text: str = THREAT, subject: str = "Bericht", **headers: str) -> MailReceived:
        """Take in what somebody writes."""
        return self.takes(self.mail(sender, text, subject, **headers))

    def does(self, actor: str, reference: str, name: str, **fields: object) -> Case:
        """Give a command, and let everything follow."""
        command: Command = parse_command(name, fields)
        stream = self.engine.do(actor, reference, command)
        self.settle()
        return self.engine.streams.load(stream.id).case

    def settle(self) -> None:
        """Follow what was hinted, and do what is due."""
        while self.hinted:
            self.stage.following.tick(self.hinted.pop(0))
        self.stage.calm()

    def later(self, **term: float) -> None:
        """Let time pass, minute by minute where it is less than a day."""
        end = self.stage.clock.now() + timedelta(**term)
        while self.stage.clock.now() < end:
            step = timedelta(minutes=1) if end - self.stage.clock.now() < timedelta(days=1) else timedelta(hours=6)
            self.stage.set_time(min(end, self.stage.clock.now() + step))
            self.settle()

    def case(self, reference: str) -> Case:
        """Return a case, or a mail."""
        return self.engine.streams.load(f"case/{reference}").case

    @property
    def room(self) -> Case:
        """Return the queue."""
        return self.engine.streams.load(MAILROOM_STREAM).case

    def told(self, person: str, template: str) -> list[Gone]:
        """Return the mails and SMS that went to a person with the subject or words of a template's beginning."""
        gone = self.stage.gone()
        return [
            one for one in gone if one.message.person == person and template in one.message.subject + one.message.text
        ]

    def original(self, mail: MailReceived) -> bytes | None:
        """Return the mail as it was kept."""
        ports = self.engine.ports
        return EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now).content(mail.evidence[0])
