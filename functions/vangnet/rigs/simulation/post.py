"""Mail in a simulation: from people of the municipality and from strangers, some delivered twice, some taken."""

import random
from dataclasses import dataclass, field

from schemas.commands.mail import ReceiveMail, SetMailAside, TakeMail
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.cli.drills.mailing import made
from vangnet.intake.mail.receive import MailIntake
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.words import ACCOUNTS, QUIET_ACCOUNTS
from vangnet.shell.ports import StoreUnavailable, VersionConflict

HARD_RATE = 0.3
KNOWN_RATE = 0.4
PROVEN_RATE = 0.8
PROGRAM_RATE = 0.15
TWICE_RATE = 0.2
TAKEN_RATE = 0.5
TRIES = 8  # A relay delivers again what got no 250.
STRANGERS = ("zuurkool@buiten.example", "plantsoen@buiten.example")


@dataclass
class Post:
    """Delivers mails and reads them; keeps what was answered with 250: the text, by the mail's reference."""

    stage: SimulationStage
    chance: random.Random
    kept: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def deliver(self) -> None:
        """Deliver one mail until it is kept, now and then once more.

        Raises:
            StoreUnavailable: the relay gave up for now; nothing was promised.
        """
        self.count += 1
        protocol = self.stage.engine.configuration.protocol
        people = sorted(who for who in protocol.municipality.people if protocol.office_of(who))
        known = self.chance.random() < KNOWN_RATE
        text = self.chance.choice(ACCOUNTS if self.chance.random() < HARD_RATE else QUIET_ACCOUNTS)
        command = ReceiveMail(
            sender=self.chance.choice(people if known else STRANGERS),
            subject="Automatisch antwoord: bericht" if self.chance.random() < PROGRAM_RATE else "Bericht",
            text=text,
            authenticated=self.chance.random() < PROVEN_RATE,
        )
        raw = made(protocol, command, self.count)
        for _ in range(1 + (self.chance.random() < TWICE_RATE)):
            self._until_kept(raw, text, trusted=command.authenticated)

    def _until_kept(self, raw: bytes, text: str, *, trusted: bool) -> None:
        for number in range(TRIES):
            try:
                mail = MailIntake(self.stage.engine).receive(raw, trusted=trusted)
            except (StoreUnavailable, VersionConflict):
                if number == TRIES - 1:
                    raise
                continue
            self.kept[mail.reference] = text
            if mail.report:
                self.reports[mail.report] = text
            return

    def deal(self) -> tuple[str, str, TakeMail | SetMailAside] | None:
        """Return who deals with which waiting mail, and how; None where none waits."""
        engine = self.stage.engine
        waiting = sorted(engine.streams.load(MAILROOM_STREAM).case.waiting)
        if not waiting:
            return None
        take = self.chance.random() < TAKEN_RATE
        people = engine.configuration.protocol.municipality.people
        harmed = self.chance.choice(sorted(who for who, row in people.items() if row.office))
        command = TakeMail.model_validate({"harmed": harmed}) if take else SetMailAside(why="Reclame")
        return "g.mulder" if "g.mulder" in people else "", self.chance.choice(waiting), command
