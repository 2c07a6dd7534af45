"""The fields of a form, ready to be shown: with their choices, what was typed, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One choice of a field."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class FormField:
    """One field; `kind` is text, long, one, many, select, tick, day, file, files or note."""

    name: str
    kind: str
    label: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    value: str = ""
    error: str = ""
    optional: bool = True
    short: bool = False

    @property
    def described_by(self) -> str:
        """Return the ids of what describes it, for people who listen to the page."""
        ids = [f"{self.name}-hint"] * bool(self.hint) + [f"{self.name}-error"] * bool(self.error)
        return " ".join(ids)


def choices(options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> tuple[Choice, ...]:
    """Return choices with those that were chosen marked."""
    return tuple(Choice(value, label, value in chosen) for value, label in options)
