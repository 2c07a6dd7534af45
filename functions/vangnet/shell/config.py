"""Which document holds: the one in force for what begins now, and each older one for the cases that began under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from vangnet.case.state import Case
from vangnet.protocol.questions import Protocol

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from vangnet.protocol.load import Loaded

FindDocument = Callable[[str], Protocol | None]


class Configuration:
    """The document in force, and where older ones are found by their hash."""

    def __init__(self, loaded: Loaded) -> None:
        """Take the document in force."""
        self.loaded = loaded
        self._older: dict[str, Protocol] = {}

    @property
    def protocol(self) -> Protocol:
        """Return the document in force."""
        return self.loaded.protocol

    def remember(self, protocol: Protocol) -> None:
        """Keep an older document for the cases that began under it."""
        self._older[protocol.digest] = protocol

    def knows(self, digest: str) -> bool:
        """Tell whether a document with that hash is at hand."""
        return digest in {"", self.protocol.digest, *self._older}

    def of(self, case: Case) -> Protocol:
        """Return the document that a case began under, with the people of today."""
        older = self._older.get(case.protocol)
        if older is None or case.protocol == self.protocol.digest:
            return self.protocol
        return replace(older, municipality_or_none=self.protocol.municipality)
