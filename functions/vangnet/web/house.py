"""All that pages and API need of the rig that serves them, and how they reach it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from flask import current_app

from vangnet.access.sealing import Sealer
from vangnet.intake.answers import office_harmed
from vangnet.intake.evidence import EvidenceRoom
from vangnet.intake.questions import harmed_choices

if TYPE_CHECKING:  # What the pages of a house need, and a function that only files reports does not.
    from vangnet.access.sign_in import SignIn
    from vangnet.access.tokens import Tokens
    from vangnet.intake.draft import Draft
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

    def protocol_of(self, draft: Draft) -> ProtocolAsked:
        """Return the document for what is reported now: that of the office harmed, or else of who reports."""
        configuration = self.engine.configuration
        own = configuration.of_person(draft.person)
        if not configuration.loaded.others:
            return own
        theirs = configuration.of_office(office_harmed(draft, own))
        chosen = draft.one("harmed")
        # Where it would not let him report for them, his own lets him choose anew.
        return theirs if not chosen or chosen in harmed_choices(theirs, draft.person) else own

    def now(self) -> datetime:
        """Return the present (UTC)."""
        return self.engine.ports.clock.now()


def house() -> House:
    """Return the house of the application that answers this request."""
    return cast(House, current_app.extensions[EXTENSION])
