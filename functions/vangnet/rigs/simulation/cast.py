"""Who does what in a simulation: people drawn at random, who report, answer, act, and also try what they may not."""

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from schemas.commands import DIRECTORY, FileReport, parse_command
from schemas.words import PARTS
from vangnet.case.errors import Invalid, Refused
from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.words import ACCOUNTS, SECRET_NAMES
from vangnet.shell.ports import StoreUnavailable, VersionConflict

T = TypeVar("T")
TRIES = 5  # A person, or his browser, sends again what got no answer.


class Cast:
    """Draws commands and keeps what was answered."""

    def __init__(self, stage: SimulationStage, loaded: Loaded, chance: random.Random) -> None:
        """Take the stage to act on."""
        self._stage, self._loaded, self._chance = stage, loaded, chance
        self.people = sorted(loaded.protocol.municipality.people)
        self.reported: dict[str, str] = {}
        self.refused_changed: list[str] = []
        self.snapshots: dict[str, tuple[object, ...]] = {}
        self.accepted = self.refused = 0

    def act(self) -> None:
        """Do one thing."""
        actor = self._pick(self.people)
        if not self.reported or self._chance.random() < 0.3:
            self._try(lambda: self._report(actor))
            return
        name, fields = self._command()
        if name in DIRECTORY:
            self._try(lambda: self._stage.engine.direct(actor, parse_command(name, fields)))
            return
        reference = self._pick(sorted(self.reported))
        actor = actor if self._chance.random() < 0.3 else self._likely(reference, actor)
        stream = self._stage.engine.names.stream(reference)
        before = self._stage.engine.streams.load(stream)
        self.snapshots[stream] = before.events
        once = f"try-{self._chance.random()}"
        if not self._try(lambda: self._stage.engine.do(actor, reference, parse_command(name, fields), once=once)):
            after = self._stage.engine.streams.load(stream)
            if after.version != before.version and not self._unanswered:
                self.refused_changed.append(f"{name} by {actor} in {reference}")

    def _report(self, actor: str) -> None:
        account = self._pick(ACCOUNTS)
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
            "kinds": [self._pick(sorted(self._loaded.protocol.document.kinds))] if self._chance.random() < 0.5 else [],
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
            except (Refused, Invalid):
                self.refused += 1
                return False
            self.accepted += 1
            return True
        return False

    def _likely(self, reference: str, otherwise: str) -> str:
        """Return somebody who has to do with the case, so that more than refusals is played."""
        engine = self._stage.engine
        case = engine.streams.load(engine.names.stream(reference)).case
        told = [message.to for message in case.messages.values()]
        return self._pick(sorted({case.reporter, otherwise, *told} & set(self.people)))

    def _pick(self, of: Sequence[T]) -> T:
        return self._chance.choice(of)

    def _command(self) -> tuple[str, dict[str, Any]]:
        person, document = self._pick(self.people), self._loaded.protocol.document
        commands: list[tuple[str, dict[str, Any]]] = [
            ("acknowledge", {}),
            ("acknowledge", {}),
            ("record_first_contact", {"person": person, "safe": True, "may_respond": True}),
            ("take_case", {"handler": person, "aim": "rust"}),
            ("confirm_class", {"class": self._pick([row.name for row in document.classes]), "why": "gelezen"}),
            ("complete_duty", {"duty": self._pick(sorted(document.duties)), "outcome": "gedaan"}),
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
