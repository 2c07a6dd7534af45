"""What every check is given, and how it names a place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from schemas.municipality import Municipality
from schemas.protocol import ProtocolDocument
from schemas.words import PLACES
from vangnet.protocol.tree import Node, Path, Problem, place_of


def nearest(word: str, known: Collection[str]) -> str:
    """Say which known word may have been meant, else which there are."""
    near = get_close_matches(word, known, n=1)
    return f"did you mean '{near[0]}'?" if near else f"write one of: {', '.join(sorted(known)) or 'none is defined'}"


@dataclass(frozen=True)
class Subject:
    """The document under check, its tree with lines, and the day of the check."""

    document: ProtocolDocument
    municipality: Municipality | None
    root: Node
    today: date

    def problem(self, path: Path, message: str, *, warning: bool = False) -> Problem:
        """A problem at a path of the document."""
        return Problem(place_of(self.root, path), ".".join(map(str, path)), message, warning)

    def unknown(self, path: Path, word: str, known: Collection[str], what: str) -> Iterator[Problem]:
        """Yield a problem if the word is not one of those known, with the nearest that is."""
        if word in known:
            return
        yield self.problem(path, f"'{word}' is not a known {what}; {nearest(word, known)}")

    @property
    def roles_and_places(self) -> frozenset[str]:
        """Every word that can stand where somebody must act."""
        return frozenset(self.document.roles) | frozenset(PLACES)

    @property
    def classes(self) -> frozenset[str]:
        """The names of the classes."""
        return frozenset(row.name for row in self.document.classes)
