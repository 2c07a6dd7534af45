"""All that pages and API need of the rig that serves them, and how they reach it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from flask import current_app

from vangnet.access.sealing import Sealer
from vangnet.intake.evidence import EvidenceRoom

if TYPE_CHECKING:  # What the pages of a house need, and a function that only files reports does not.
    from vangnet.access.sign_in import SignIn
    from vangnet.access.tokens import Tokens
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


class UploadForm(Protocol):
    """A form by which a browser sends one file past us."""

    @property
    def url(self) -> str:
        """Return where it posts to."""
        ...

    @property
    def fields(self) -> Mapping[str, str]:
        """Return its hidden fields; the field `file` comes last."""
        ...


class Aside(Protocol):
    """Where files go that are too large for a request of ours; `origin` is where the browser sends them to."""

    @property
    def origin(self) -> str:
        """Return scheme and host."""
        ...

    def form(self, reference: str, person: str, back: str) -> UploadForm:
        """Return a form for one file of this person for this case; the browser then goes back to that address."""
        ...

    def link(self, name: str, kind: str, content: bytes) -> str | None:
        """Return a link that gives the file for a few minutes, or None where it fits into an answer of ours."""
        ...


@dataclass(frozen=True)
class House:
    """The rig as the pages see it; `outbox` is there in a demonstration only, `settle` waits for what follows.

    With `aside` files do not pass us: they are added to a report once it is filed.
    """

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
    aside: Aside | None = None

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

    def protocol_of(self, person: str) -> ProtocolAsked:
        """Return the document for what a person reports now: that of his office, or the common one."""
        return self.engine.configuration.of_person(person)

    def now(self) -> datetime:
        """Return the present (UTC)."""
        return self.engine.ports.clock.now()


def house() -> House:
    """Return the house of the application that answers this request."""
    return cast(House, current_app.extensions[EXTENSION])
