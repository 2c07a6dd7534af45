"""How people, roles and the words of the document are named on pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from vangnet.case.invitations import INVITED
from vangnet.protocol.questions import Protocol
from vangnet.web.language import Words

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import ClassRow


class PeopleWords:
    """Names of people, and labels of what the document calls things, in the language of the page."""

    def __init__(self, protocol: Protocol, words: Words, beside: Iterable[Protocol] = ()) -> None:
        """Take the document and the words; what the document does not know is sought in those beside it."""
        self._protocol, self._words = protocol, words
        self._documents = tuple(one.document for one in (protocol, *beside))

    def name(self, person: str | None) -> str:
        """Return a person's name; family and the municipality as the reader knows them."""
        if not person:
            return self._words("site.somebody")
        if person == INVITED:
            return self._words("site.invited")
        if person.startswith("family:"):
            _, holder, name = [*person.split(":", 2), ""][:3]
            return name or self._words("site.family_of", name=self.name(holder))
        if person.startswith("witness:"):
            return person.partition(":")[2]
        known = self._protocol.municipality.people.get(person)
        if known:
            return known.name
        office = self._found("offices", person)
        return self._words.label(office.label) if office else self._words("site.somebody")

    def titled(self, person: str | None) -> str:
        """Return a person's name with what he is here: his role, else his office."""
        name, title = self.name(person), self.title(person or "")
        return f"{name} ({title})" if title else name

    def title(self, person: str) -> str:
        """Return the role that a person holds, else his office."""
        document = self._protocol.document
        roles = [role for role in self._protocol.holds(person) if role in document.roles]
        if roles:
            return self._words.label(document.roles[roles[0]].label)
        office = self._found("offices", self._protocol.office_of(person))
        return self._words.label(office.label) if office else ""

    def all(self, people: Iterable[str]) -> str:
        """Return several people in one line."""
        return ", ".join(self.titled(person) for person in people)

    def role(self, role: str) -> str:
        """Return a role's name."""
        row = self._found("roles", role)
        return self._words.label(row.label) if row else role

    def classed(self, name: str | None) -> str:
        """Return a class's name."""
        row = self._class(name)
        return self._words.label(row.label) if row else name or ""

    def _class(self, name: str | None) -> ClassRow | None:
        return next((row for one in self._documents for row in one.classes if row.name == name), None)

    def _found(self, table: str, name: str | None) -> Any:
        return next((found for one in self._documents if (found := getattr(one, table).get(name))), None)

    def explained(self, name: str) -> str:
        """Return what a class means."""
        row = self._class(name)
        return self._words.label(row.explained) if row and row.explained else ""

    def duty(self, name: str) -> str:
        """Return a duty's name."""
        row = self._found("duties", name)
        return self._words.label(row.label) if row else name

    def of(self, table: str, name: str | None) -> str:
        """Return the label of a word in one of the document's tables, such as `channels`."""
        found = self._found(table, name)
        if found is None:
            return self._words.maybe(f"report.choice.{name}") or name or ""
        return self._words.label(getattr(found, "label", found))
