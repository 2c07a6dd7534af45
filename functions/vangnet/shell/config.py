"""Which document holds: the one in force for what begins now, and each older one for the cases that began under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from schemas.base import EPOCH
from vangnet.case.state import Case
from vangnet.protocol.questions import Protocol

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from vangnet.protocol.load import Loaded

# What has no end goes on under whatever document is in force.
GO_ON = frozenset({"obligations", "directory", "digest"})
FindDocument = Callable[[str], Protocol | None]


class Configuration:
    """The documents in force, and where older ones are found by their hash.

    `today` is the day in Amsterdam, by which a document that follows another takes its place.
    """

    def __init__(self, loaded: Loaded) -> None:
        """Take the document in force, with those beside and after it."""
        self.loaded = loaded
        self.today: Callable[[], date] = EPOCH.date
        self._older = {one.protocol.digest: one.protocol for one in loaded.everything}

    @property
    def protocol(self) -> Protocol:
        """Return the document in force today."""
        return self._now(self.loaded)

    def of_office(self, office: str | None) -> Protocol:
        """Return the document for what begins now and concerns an office: its own, or the common one."""
        own = self.loaded.others.get(office or "")
        return self._now(own) if own else self.protocol

    def of_person(self, person: str) -> Protocol:
        """Return the document for what begins now and concerns the office that a person holds."""
        return self.of_office(self.protocol.office_of(person)) if self.loaded.others else self.protocol

    @property
    def in_force(self) -> Mapping[str, Protocol]:
        """Return the documents for what begins now: by office, and the common one under no name."""
        return {"": self.protocol, **{office: self.of_office(office) for office in self.loaded.others}}

    def all(self) -> tuple[Protocol, ...]:
        """Return every document that is at hand."""
        return tuple(self._older.values())

    def remember(self, protocol: Protocol) -> None:
        """Keep an older document for the cases that began under it."""
        self._older[protocol.digest] = protocol

    def knows(self, digest: str) -> bool:
        """Tell whether a document with that hash is at hand."""
        return digest in {"", *self._older}

    def of(self, case: Case) -> Protocol:
        """Return the document that a case began under, with the people of today."""
        if case.kind in GO_ON:
            return self.protocol
        found = self._older.get(case.protocol)
        return self._of_today(found) if found else self.protocol

    def _now(self, loaded: Loaded) -> Protocol:
        """Return a document, or the last of those that follow it whose day has come."""
        found = loaded.protocol
        if loaded.later:
            today = self.today()
            for one in loaded.later:
                found = one.protocol if one.protocol.document.valid_from <= today else found
        return self._of_today(found)

    def _of_today(self, protocol: Protocol) -> Protocol:
        municipality = self.loaded.protocol.municipality_or_none
        same = protocol.municipality_or_none is municipality
        return protocol if same else replace(protocol, municipality_or_none=municipality)
