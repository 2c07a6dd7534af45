"""The draft of a report: what was answered so far. It travels sealed in the form itself; nothing is stored here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from schemas.report import Evidence


@dataclass(frozen=True)
class Draft:
    """Answers by field, files received, the key that makes sending twice one report, and whose draft it is."""

    once: str
    person: str = ""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: tuple[Evidence, ...] = ()
    checking: bool = False

    def one(self, name: str) -> str:
        """Return a single answer, or nothing."""
        return next(iter(self.answers.get(name, ())), "").strip()

    def many(self, name: str) -> tuple[str, ...]:
        """Return every answer to a field."""
        return tuple(self.answers.get(name, ()))

    def yes(self, name: str) -> bool | None:
        """Return an answer that is yes or no, or None where there is none."""
        return {"yes": True, "no": False}.get(self.one(name))

    def having(self, answers: Mapping[str, Sequence[str]]) -> "Draft":
        """Return the draft with these answers in the place of older ones."""
        return replace(self, answers={**self.answers, **answers})

    def dump(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        files = [one.model_dump() for one in self.files]
        answers = {name: list(values) for name, values in self.answers.items() if values}
        return {
            "once": self.once,
            "person": self.person,
            "answers": answers,
            "files": files,
            "checking": self.checking,
        }


def load_draft(value: Any) -> Draft | None:
    """Return the draft that was dumped, or None."""
    if not isinstance(value, dict):
        return None
    files = tuple(Evidence.model_validate(one) for one in value["files"])
    return Draft(value["once"], value["person"], value["answers"], files, value["checking"])
