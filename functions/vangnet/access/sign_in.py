"""How people show who they are. One seam: the demonstration lets one choose; real sign-in fills the same port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.municipality import Municipality


class NoSignIn(Exception):  # noqa: N818  (one clear sentence for whoever started it)
    """A real municipality may not run without real sign-in."""


class SignIn(Protocol):
    """What the sign-in page asks."""

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of those who can be chosen without proof; none with real sign-in."""
        ...

    def person(self, answer: str) -> str | None:
        """Return who signed in with this answer, or None."""
        ...


class DemoSignIn:
    """Lets anybody be anybody, in a municipality that exists as an example only."""

    def __init__(self, municipality: Municipality) -> None:
        """Take the people of the example."""
        require_sign_in(municipality)
        self._people = municipality.people

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return everybody, in the order of the configuration."""
        return tuple((person, row.name) for person, row in self._people.items())

    def person(self, answer: str) -> str | None:
        """Return the person chosen, if there is one of that id."""
        return answer if answer in self._people else None


def require_sign_in(municipality: Municipality) -> None:
    """Pass for an example; any other municipality needs real sign-in, which this version does not have yet.

    Raises:
        NoSignIn: with what to do.
    """
    if not municipality.example:
        raise NoSignIn(
            f"{municipality.name} is not marked as an example, and there is no real sign-in configured: anybody could "
            "be anybody. Add 'example: true' to 'municipality' for a demonstration with invented people."
        )
