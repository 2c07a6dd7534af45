"""All that pages and API need of the rig that serves them, and how they reach it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol, cast

from flask import current_app

from vangnet.access.sealing import Sealer
from vangnet.access.sign_in import SignIn
from vangnet.access.tokens import Tokens
from vangnet.intake.evidence import EvidenceRoom
from vangnet.protocol.questions import Protocol as ProtocolAsked
from vangnet.shell.engine import Engine
from vangnet.shell.feedback import Feedback
from vangnet.shell.ports import Outgoing
from vangnet.shell.reading import Reading

EXTENSION = "vangnet"


class Gone(Protocol):
    """A message that the demonstration sent, and when (UTC)."""

    @property
    def at(self) -> datetime:
        """Return when it went."""
        ...

    @property
    def message(self) -> Outgoing:
        """Return what went."""
        ...


@dataclass(frozen=True)
class House:
    """The rig as the pages see it; `outbox` is there in a demonstration only, `settle` waits for what follows."""

    engine: Engine
    reading: Reading
    secret: bytes
    outbox: Callable[[], Sequence[Gone]] | None
    health: Callable[[], Mapping[str, object]]
    settle: Callable[[], None]
    sign_in: SignIn
    tokens: Tokens
    demo: bool
    mail_to: str | None
    feedback: Feedback

    @cached_property
    def sealer(self) -> Sealer:
        """Return what seals sessions and drafts."""
        return Sealer(self.secret, self.engine.ports.clock.now)

    @cached_property
    def evidence(self) -> EvidenceRoom:
        """Return where files are kept."""
        ports = self.engine.ports
        return EvidenceRoom(ports.blobs, ports.wrap, ports.ids, ports.clock.now)

    @property
    def protocol(self) -> ProtocolAsked:
        """Return the document in force."""
        return self.engine.configuration.protocol

    def now(self) -> datetime:
        """Return the present (UTC)."""
        return self.engine.ports.clock.now()


def house() -> House:
    """Return the house of the application that answers this request."""
    return cast(House, current_app.extensions[EXTENSION])
