"""What is wrong with a field, in the reader's language: for each kind of mistake how to mend it, in a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from vangnet.web.language import texts

# What is wrong with two fields together is said at the one that is most often meant.
ABOUT = {"account_or_evidence": "account", "report_too_long": "account", "file_or_text": "file", "one_harmed": "harmed"}


@dataclass(frozen=True)
class FieldProblem:
    """One field that is wrong; `field` is its dotted name, `code` the kind of mistake."""

    field: str
    code: str
    detail: str


def field_problems(error: ValidationError, language: str) -> Iterator[FieldProblem]:
    """Yield every field that is wrong, each once."""
    seen: set[str] = set()
    for one in error.errors(include_url=False, include_input=False):
        field = ".".join(_plain(step) for step in one["loc"] if not _is_branch(step)) or ABOUT.get(one["type"], "")
        if field in seen:  # The branches of a choice each complain; one sentence is enough.
            continue
        seen.add(field)
        yield FieldProblem(field, one["type"], sentence(one["type"], one.get("ctx", {}), language))


def sentence(kind: str, values: Mapping[str, Any], language: str) -> str:
    """Return what is wrong, for a kind of mistake; for one that has no sentence of its own, a general one."""
    known = texts(language)
    text = known.get(f"errors.field.{kind}", known["errors.field.other"])
    return text.format_map(_Blank(values))


class _Blank(dict[str, Any]):
    """Values of which those that are missing read as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def _plain(step: int | str) -> str:
    return str(step)


def _is_branch(step: int | str) -> bool:
    """Tell whether a step of the path names a branch of a choice, which whoever sent it never wrote."""
    return isinstance(step, str) and ("[" in step or step in {"datetime", "str", "bool"})
