"""Who does what in a simulation: people drawn at random, who report, answer, act, and also try what they may not."""

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from schemas.commands import DIRECTORY, parse_command
from schemas.commands.intake import FileReport
from schemas.words import PARTS
from vangnet.case.errors import Invalid, Refused
from vangnet.case.mails import MAILROOM
from vangnet.case.owners import owners
from vangnet.case.people import place
from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.post import Post
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.words import ACCOUNTS, QUIET_ACCOUNTS, SECRET_NAMES
from vangnet.shell.engine import UnknownCase
from vangnet.shell.ports import StoreUnavailable, VersionConflict

T = TypeVar("T")
REPORTS_MAX = 3
HARD_RATE = 0.22  # Reports of which any may be a threat; most of what people meet is not.
REPORT_RATE = 0.2
MAIL_RATE = 0.12
MAILS_MAX = 3
STRANGER_RATE = 0.2
ANSWER_RATE = 0.7  # Of what is done while an alarm is open; an alarm that nobody answers goes on for days.
FIRST_CONTACT_RATE = 0.95
TRIES = 5  # A person, or his browser, sends again what got no answer.


class Cast:
    """Draws commands and keeps what was answered."""

    def __init__(self, stage: SimulationStage, loaded: Loaded, chance: random.Random) -> None:
        """Take the stage to act on."""
        self._stage, self._loaded, self._chance = stage, loaded, chance
        self.post = Post(stage, chance)
        self.people = sorted(loaded.protocol.municipality.people)
        self.reported: dict[str, str] = {}
        self.refused_changed: list[str] = []
        self.snapshots: dict[str, tuple[object, ...]] = {}
        self.accepted = self.refused = 0

    def act(self) -> None:
        """Do one thing."""
        actor = self._pick(self.people)
        if self._chance.random() < MAIL_RATE and self.post.count < MAILS_MAX:
            self._try(self.post.deliver)
            self.reported |= self.post.reports
            return
        if self._chance.random() < MAIL_RATE and self._deal():
            return
        if not self.reported or (len(self.reported) < REPORTS_MAX and self._chance.random() < REPORT_RATE):
            self._try(lambda: self._report(actor))
            return
        if self._chance.random() < ANSWER_RATE and self.answer():
            return
        reference = self._pick(sorted(self.reported))
        name, fields = self._command(reference)
        if name in DIRECTORY:
            self._try(lambda: self._stage.engine.direct(actor, parse_command(name, fields)))
            return
        actor = actor if self._chance.random() < STRANGER_RATE else self._likely(reference, name, actor)
        stream = self._stage.engine.names.stream(reference)
        before = self._stage.engine.streams.load(stream)
        self.snapshots[stream] = before.events
        once = f"try-{self._chance.random()}"
        if not self._try(lambda: self._stage.engine.do(actor, reference, parse_command(name, fields), once=once)):
            after = self._stage.engine.streams.load(stream)
            if after.version != before.version and not self._unanswered:
                self.refused_changed.append(f"{name} by {actor} in {reference}")

    def _deal(self) -> bool:
        """Have the clerk deal with a mail that waits; tell whether one did."""
        dealt = self.post.deal()
        if dealt is None:
            return False
        who, reference, command = dealt
        self._try(lambda: self._stage.engine.do(who, reference, command, once=f"mail-{reference}"))
        case = self._stage.engine.streams.load(f"case/{reference}").case
        if case.mail and case.mail_report:
            self.reported[case.mail_report] = case.mail.account
        return True

    def alarmed(self) -> str | None:
        """Return the first report whose alarm nobody has answered."""
        names = self._stage.engine.names
        for reference in (*sorted(self.reported), MAILROOM):
            alarm = self._stage.engine.streams.load(names.stream(reference)).case.alarm
            if alarm and alarm.open and alarm.told:
                return reference
        return None

    def answer(self) -> bool:
        """Have somebody who was told answer an open alarm and call, as most do; tell whether there was one."""
        engine, reference = self._stage.engine, self.alarmed()
        case = engine.streams.load(engine.names.stream(reference)).case if reference else None
        if reference is None or case is None or case.alarm is None:
            return False
        who = self._pick(case.alarm.told)
        self._try(partial(engine.do, who, reference, parse_command("acknowledge", {})))
        if self._chance.random() < FIRST_CONTACT_RATE:
            for one in case.harmed:
                contact = parse_command("record_first_contact", {"person": one.key, "may_respond": True})
                self._try(partial(engine.do, who, reference, contact))
        return True

    def _report(self, actor: str) -> None:
        account = self._pick(ACCOUNTS if self._chance.random() < HARD_RATE else QUIET_ACCOUNTS)
        fields = {
            "account": account,
            "happened_at": "unknown",
            "channel": self._pick(sorted(self._loaded.protocol.document.channels)),
            "perpetrators": [{"kind": "person", "name": self._pick(SECRET_NAMES)}],
            "urgent": self._chance.random() < 0.1,
            "persists": self._chance.random() < 0.4,
            "addressed": self._chance.random() < 0.5,
            "stopped": self._chance.random() < 0.5,
            "injury": self._pick(["none", "physical", None]),
            "kinds": [self._pick(sorted(self._loaded.protocol.document.kinds))]
            if self._chance.random() < HARD_RATE
            else [],
        }
        once = f"once-{self._chance.random()}"
        filed = self._stage.engine.file_report(actor, FileReport.model_validate(fields), once=once)
        again = self._stage.engine.file_report(actor, FileReport.model_validate(fields), once=once)
        assert filed.reference == again.reference, "the same sending twice is one report"
        self.reported[filed.reference] = account

    def _try(self, what: Callable[[], object]) -> bool:
        self._unanswered = False
        for _ in range(TRIES):
            try:
                what()
            except (StoreUnavailable, VersionConflict):
                self._unanswered = True
                continue
            except (Refused, Invalid, UnknownCase):
                self.refused += 1
                return False
            self.accepted += 1
            return True
        return False

    def _likely(self, reference: str, command: str, otherwise: str) -> str:
        """Return somebody whom the document lets give the command here, so that more than refusals is played."""
        engine = self._stage.engine
        stream = engine.streams.load(engine.names.stream(reference))
        ctx = engine.context(stream, otherwise)
        able = {who for word in ctx.protocol.command(command).by for who in place(ctx, word)}
        able |= {who for duty in stream.case.open_duties() for who in owners(ctx, duty)}
        return self._pick(sorted(able) or [otherwise])

    def _mostly(self, likely: Sequence[str], all_of_them: Sequence[str]) -> str:
        """Return one of the likely ones where there are any, now and then any at all."""
        strange = not likely or self._chance.random() < STRANGER_RATE
        return self._pick(all_of_them if strange else likely)

    def _pick(self, of: Sequence[T]) -> T:
        return self._chance.choice(of)

    def _command(self, reference: str) -> tuple[str, dict[str, Any]]:
        engine, document = self._stage.engine, self._loaded.protocol.document
        case = engine.streams.load(engine.names.stream(reference)).case
        person = self._mostly([one.key for one in case.harmed], self.people)
        duty = self._mostly(sorted({one.name for one in case.open_duties()}), sorted(document.duties))
        commands: list[tuple[str, dict[str, Any]]] = [
            ("acknowledge", {}),
            ("acknowledge", {}),
            ("record_first_contact", {"person": person, "safe": True, "may_respond": True}),
            ("take_case", {"handler": self._pick(self.people), "aim": "rust"}),
            ("confirm_class", {"class": self._pick([row.name for row in document.classes]), "why": "gelezen"}),
            ("complete_duty", {"duty": duty, "outcome": "gedaan"}),
            ("record_talk", {"person": person, "talk": self._pick(sorted(document.aftercare.talks))}),
            ("decline_aftercare", {}),
            ("take_up_aftercare", {}),
            ("assign_aftercare", {"person": person, "giver": self._pick(self.people)}),
            ("give_advice", {"measures": [self._pick(sorted(document.measures))], "why": "past"}),
            ("add_note", {"text": "gebeld", "part": self._pick(list(PARTS))}),
            ("record_injury", {"injury": "mental"}),
            ("close_case", {"because": "responded", "response": "brief", "evaluation": {"co_operation": "goed"}}),
            ("reopen_case", {"why": "opnieuw"}),
            ("turn_into_report", {}),
            ("set_away", self._away()),
        ]
        return self._pick(commands)

    def _away(self) -> dict[str, Any]:
        now = self._stage.clock.now()
        return {"from": now, "until": now + timedelta(hours=self._chance.randrange(1, 200))}
