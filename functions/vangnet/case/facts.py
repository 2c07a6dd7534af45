"""What the shell looked up for one command, and the context in which the core decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from schemas.events.base import SYSTEM
from vangnet.case.state import Case
from vangnet.protocol.questions import Protocol


@dataclass(frozen=True)
class Facts:
    """Absences (who, since, until; UTC), new references, keyed hashes of the names in the command.

    `history` are the other cases of those who were identified in this one.
    """

    away: tuple[tuple[str, datetime, datetime], ...] = ()
    reference: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    history: tuple[Case, ...] = ()
    channel: str | None = None  # By which the link was sent whose code a command gives.


@dataclass(frozen=True)
class Context:
    """The protocol, the facts, the case, who acts, and the time: all that a decision rests on.

    `in_force` are the documents for what begins now: by office, and the common one under no name.
    """

    protocol: Protocol
    facts: Facts
    case: Case
    now: datetime
    actor: str = SYSTEM
    in_force: Mapping[str, Protocol] = field(default_factory=dict)

    def under(self, office: str | None) -> "Context":
        """Return the same context under the document for what begins now and concerns an office."""
        found = self.in_force.get(office or "") or self.in_force.get("")
        return replace(self, protocol=found or self.protocol)

    def knowing(self, history: tuple[Case, ...]) -> "Context":
        """Return the same context with the other cases of those who were identified in this one."""
        return replace(self, facts=replace(self.facts, history=history))

    @property
    def documents(self) -> tuple[Protocol, ...]:
        """Return each document for what begins now, the one here first."""
        return tuple({one.digest: one for one in (self.protocol, *self.in_force.values())}.values())

    def at(self, moment: datetime) -> "Context":
        """Return the same context at another moment (UTC)."""
        return replace(self, now=moment)

    def having(self, case: Case) -> "Context":
        """Return the same context with another state of the case."""
        return replace(self, case=case)
