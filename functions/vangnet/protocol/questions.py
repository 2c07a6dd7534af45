"""The questions that the document answers. No office, class, role or duty is known here by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from schemas.words import PLACES, Outcome
from vangnet.protocol.rule_book import OF_THE_LAW, OURS, cited

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.municipality import Municipality
    from schemas.protocol import AccessRow, ClassRow, CommandRow, Duty, OutcomeRow, ProtocolDocument, Talk


class NoMunicipalityError(ValueError):
    """The document names no municipality, so nobody can act under it."""


@dataclass(frozen=True)
class Protocol:
    """A checked document with the municipality that uses it, and the hash by which it is kept."""

    document: ProtocolDocument
    municipality_or_none: Municipality | None
    digest: str

    @property
    def municipality(self) -> Municipality:
        """The municipality.

        Raises:
            NoMunicipalityError: the document is one to extend, not one to run.
        """
        if self.municipality_or_none is None:
            raise NoMunicipalityError(f"the document {self.document.protocol} names no municipality")
        return self.municipality_or_none

    # Rules

    @cached_property
    def _cited(self) -> frozenset[str]:
        return cited(self.document)

    def rule(self, rule: str) -> str:
        """Return the rule that a refusal names under this document, for one of the core's; empty where it has none."""
        if not rule.startswith(OURS) or self.document.rules or rule in self._cited:
            return rule
        return OF_THE_LAW.get(rule, "")

    # Classes, in rising order

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, rising."""
        return tuple(row.name for row in self.document.classes)

    def class_row(self, classed: str) -> ClassRow:
        """Return the row of a class that the document has."""
        return next(row for row in self.document.classes if row.name == classed)

    def rank(self, classed: str) -> int:
        """Return how high a class stands, from 0."""
        return self.classes.index(classed)

    def highest(self, classes: Iterable[str]) -> str:
        """Return the highest of some classes; the lowest of all where there is none."""
        return max(classes, key=self.rank, default=self.classes[0])

    def recognised(self, suggested: str) -> str:
        """Return the class that stands for what the classifier suggests, else the lowest."""
        return next((row.name for row in self.document.classes if suggested in row.recognises), self.classes[0])

    def floor(self, kinds: Iterable[str]) -> str:
        """Return the class below which a report with these kinds is never put by a program."""
        floors = (self.document.kinds[kind].floor or self._lowest_with(kind) for kind in kinds)
        return self.highest(floor for floor in floors if floor)

    def _lowest_with(self, kind: str) -> str | None:
        return next((row.name for row in self.document.classes if kind in row.kinds), None)

    def persisting(self, classed: str, said: Mapping[str, bool | None]) -> str:
        """Return what a class becomes where it goes on after the citizen was spoken to."""
        becomes = self.class_row(classed).persisting_becomes
        return becomes if becomes and said.get("persists") and said.get("addressed") else classed

    def outcome(self, classed: str, said: Mapping[str, bool | None]) -> Outcome:
        """Return what a report of this class leads to, by the first row whose conditions hold (AP-2.1.5 to 2.1.10)."""
        rows = self.class_row(classed).leads_to
        return next(row.outcome for row in rows if _holds(row, said))

    # Offices and roles

    def office_of(self, person: str) -> str | None:
        """Return the office that a person holds."""
        found = self.municipality.people.get(person)
        return found.office if found else None

    def receivers_of(self, office: str, chosen: str | None = None) -> tuple[str, ...]:
        """Return the roles that receive a report about this office (AP-5.1.2 to AP-5.1.4); `chosen` by the reporter."""
        row = self.document.offices[office]
        if row.offered:
            return (chosen,) if chosen in row.offered else row.offered[:1]
        return row.receivers

    def route_of(self, kind: str) -> str | None:
        """Return the role that receives reports of this kind of perpetrator, whatever the office."""
        row = self.document.perpetrator_kinds.get(kind)
        return row.route if row else None

    def may_be_harmed(self, person: str) -> bool:
        """Tell whether somebody holds an office, or held one whose former holders may report still."""
        found = self.municipality.people.get(person)
        if found is None or found.office is None:
            return False
        return not found.former or self.document.offices[found.office].former_if_related

    def giver_of(self, office: str) -> str | None:
        """Return the role that gives aftercare to this office (AP-5.3.2)."""
        return self.document.offices[office].giver

    def family_office(self) -> str | None:
        """Return the word for relatives of an office-holder."""
        return next((name for name, office in self.document.offices.items() if office.kind == "family"), None)

    def is_body(self, office: str) -> bool:
        """Tell whether this is the municipality itself, which needs no care and no consent."""
        return office in self.document.offices and self.document.offices[office].kind == "body"

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """Return who is meant by an id or a full name, whatever its capitals."""
        found: dict[str, set[str]] = {}
        for person, row in self.municipality.people.items():
            for word in (person, row.name):
                found.setdefault(word.casefold(), set()).add(person)
        return {word: frozenset(people) for word, people in found.items()}

    @cached_property
    def relatives(self) -> Mapping[str, frozenset[str]]:
        """Return for each person who is related to him, whichever of the two says so."""
        found: dict[str, set[str]] = {person: set(row.related_to) for person, row in self.municipality.people.items()}
        for person, row in self.municipality.people.items():
            for relative in row.related_to:
                found.setdefault(relative, set()).add(person)
        return {person: frozenset(people) for person, people in found.items()}

    def roles_of(self, person: str) -> tuple[str, ...]:
        """Return the roles that a person holds or stands in for, in the order of the document."""
        holders = self.municipality.holders
        return tuple(role for role, row in holders.items() if person in (*row.holders, *row.deputies))

    def holds(self, person: str) -> tuple[str, ...]:
        """Return the roles that a person holds himself."""
        return tuple(role for role, row in self.municipality.holders.items() if person in row.holders)

    def candidates(self, role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the holders of a role, and its deputies in their order."""
        row = self.municipality.holders.get(role)
        return (row.holders, row.deputies) if row else ((), ())

    def is_role(self, word: str) -> bool:
        """Tell whether a word is a role and not a place in a case."""
        return word in self.document.roles and word not in PLACES

    def roles_at_work(self) -> frozenset[str]:
        """Return the roles that receive, care, own a duty or stand in the alarm's chain."""
        document = self.document
        words = {word for duty in document.duties.values() for word in (duty.owner, *duty.also)}
        words |= {role for duty in document.duties.values() for role in duty.owner_for.values()}
        words |= {str(document.spokesperson)}
        words |= {word for office in document.offices.values() for word in (*office.receivers, str(office.giver))}
        words |= {str(row.route) for row in document.perpetrator_kinds.values()}
        alarm = document.alarm
        chain = alarm.chain + alarm.talk_chain + alarm.visit_chain if alarm else ()
        words |= {word for link in chain for word in link.who}
        return frozenset(words) & frozenset(document.roles) - frozenset(PLACES)

    # Duties, talks, access, commands

    def duties(self) -> Mapping[str, Duty]:
        """Return every duty of the document."""
        return self.document.duties

    def talks(self) -> Mapping[str, Talk]:
        """Return the talks of aftercare, in their order."""
        return self.document.aftercare.talks

    def talk_of_duty(self, duty: str) -> str | None:
        """Return the talk whose time this duty keeps."""
        return next((name for name, talk in self.talks().items() if talk.duty == duty), None)

    def closed_by(self, command: str) -> tuple[str, ...]:
        """Return the duties that this command closes."""
        return tuple(name for name, duty in self.document.duties.items() if duty.closed_by == command)

    def access(self) -> tuple[AccessRow, ...]:
        """Return the table of who sees which parts (AP-5.1.6)."""
        return self.document.access

    def command(self, name: str) -> CommandRow:
        """Return who may give a command, and the rule of a refusal; one without a row nobody may give."""
        return self.document.commands.get(name) or _nobody_may()

    def serious(self, injury: str | None) -> bool:
        """Tell whether an injury is one to tell the labour inspectorate of (AP-5.4.9)."""
        return bool(injury) and self.document.injuries[str(injury)].serious

    def phone(self, kind: str) -> str:
        """Return the number for an emergency or the police; 112 where the document names none."""
        contacts = self.document.contacts.values()
        return next((contact.phone for contact in contacts if contact.kind == kind), "112")

    def identifiable(self, kind: str) -> bool:
        """Tell whether a perpetrator of this kind can be found again by name (AP-1.3)."""
        row = self.document.perpetrator_kinds.get(kind)
        return bool(row and row.identifiable)


def _holds(row: OutcomeRow, said: Mapping[str, bool | None]) -> bool:
    asked = row.when.model_dump(exclude_none=True)
    return all(bool(said.get(name)) == wanted for name, wanted in asked.items())


def _nobody_may() -> CommandRow:
    """Return what stands for a command that the document gives to nobody."""
    from schemas.protocol import CommandRow

    return CommandRow(by=(), rule="AP-5.1.6")
