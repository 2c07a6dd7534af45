"""The scenario of mails: from somebody known, from a stranger, taken as a report, and one of ours that bounced."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from email.message import EmailMessage

from schemas.commands.alarm import Acknowledge, RecordFirstContact
from schemas.commands.handling import ConfirmClass
from schemas.commands.mail import TakeMail
from tests.embedded.crashing import Scenario
from vangnet.case.errors import Refused
from vangnet.case.mails import MAILROOM
from vangnet.rigs.embedded.smtp import KEPT
from vangnet.shell.streams import every_stream

KNOWN = """Dit kreeg ik vanochtend.

Van: Henk <henk@buiten.example>
Verzonden: maandag 30 november 2026 09:12
Aan: Wilma de Vries
Onderwerp: Laatste waarschuwing

Als jij dat plan doorzet, steek ik je huis in brand.
"""
BOUNCE = """From: MAILER-DAEMON@relay.example
To: vangnet@voorbeeldstad.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce-1@relay.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail could not be delivered.

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; g.mulder@voorbeeldstad.example
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <{mark}@voorbeeldstad.example>

--b--
"""


class Mails(Scenario):
    """What comes in by mail, and what people do with it."""

    ordered = False
    references = ("known", "stranger", "room", "taken")

    def steps(self) -> Iterator[tuple[str, int, Callable[[], None]]]:
        """Yield each step."""
        safe = RecordFirstContact.model_validate({"person": "w.devries", "safe": True})
        yield "known", 0, self.known
        yield "answered alarm", 3, lambda: self.by("b.vandam", "known", Acknowledge())
        yield "contacted", 4, lambda: self.by("b.vandam", "known", safe)
        yield "stranger", 10, self.stranger
        yield "bounced", 11, self.bounced
        yield "read", 14, lambda: self.by("g.peters", "room", Acknowledge())
        yield "taken", 16, self.taken
        confirmed = ConfirmClass.model_validate({"class": "criticism", "why": "Gelezen"})
        yield "confirmed", 20, lambda: self.by("b.vandam", "known", confirmed)

    def send(self, sender: str, subject: str, text: str) -> bytes:
        """Return a mail, the same in every run, with a picture."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "melding@voorbeeldstad.example", subject
        mail["Message-ID"] = f"<{subject.replace(' ', '-')}@buiten.example>"
        mail.set_content(text)
        picture = b"\x89PNG\r\n\x1a\nbeeld"
        mail.add_attachment(picture, maintype="image", subtype="png", filename="scherm.png")
        return mail.as_bytes().replace(mail.get_boundary("").encode(), b"grens")

    def take(self, raw: bytes, sender: str) -> str:
        """Hand a mail to the door as the relay does, and return the reference that it then has."""
        assert self.rig.door.take(raw, sender, True) == KEPT
        streams = (self.rig.engine.streams.load(name).case for name in every_stream(self.rig.store))
        subject = raw.partition(b"Subject: ")[2].splitlines()[0].decode()
        mail = next(case.mail for case in streams if case.mail and case.mail.subject == subject)
        return mail.report or mail.reference

    def known(self) -> None:
        """An alderman passes a threat on."""
        raw = self.send("w.devries@voorbeeldstad.example", "Laatste waarschuwing", KNOWN)
        self.world.note("known", self.take(raw, "w.devries@voorbeeldstad.example"))

    def stranger(self) -> None:
        """Somebody unknown threatens."""
        raw = self.send("boos@buiten.example", "Aan het raadslid", "Ik weet waar Rob Bakker woont. Ik maak hem kapot.")
        self.world.note("stranger", self.take(raw, "boos@buiten.example"))
        self.world.note("room", MAILROOM)

    def bounced(self) -> None:
        """The mail of the alarm about it comes back, so that the alarm goes on."""
        case = self.rig.engine.streams.load(f"case/{MAILROOM}").case
        message = next(one for one in case.messages.values() if one.channel == "mail")
        self.take(BOUNCE.format(mark=self.rig.engine.names.mark(f"case/{MAILROOM}", message.id)).encode(), "")

    def taken(self) -> None:
        """The clerk takes the stranger's mail as a report."""
        command = TakeMail.model_validate({"harmed": "r.bakker"})
        reference = self.world.noted("stranger")[-1]
        stream = self.rig.engine.do("g.peters", reference, command, once="opgenomen")
        self.world.note("taken", stream.case.mail_report)

    def by(self, actor: str, name: str, command: Acknowledge | RecordFirstContact | ConfirmClass) -> None:
        """Give a command in one of the streams."""
        with suppress(
            Refused
        ):  # Done before, and told to nobody: the class is confirmed, and there is no case any more.
            self.rig.engine.do(actor, self.world.noted(name)[-1], command, once=f"{name}-{type(command).__name__}")
