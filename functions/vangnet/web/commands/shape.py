"""What a field of a command's model is on a form: a line, a text, a choice, a moment, a file."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from schemas.base import Moment
from schemas.commands import COMMANDS
from schemas.fields import TEXT_LENGTH_MAX
from schemas.report import Evidence


@dataclass(frozen=True)
class Shape:
    """One field on a form; `path` is its name in the command, dotted where it lies inside another."""

    path: str
    kind: str
    needed: bool
    words: tuple[str, ...] = ()
    default: str = ""


def shapes(command: str) -> tuple[Shape, ...]:
    """Return the fields of a command's form, in the order of its model."""
    return tuple(_of_model(COMMANDS[command], ""))


def _of_model(model: type[BaseModel], prefix: str) -> Iterator[Shape]:
    for name, info in model.model_fields.items():
        path = f"{prefix}{info.alias or name}"
        inner = _bare(info.annotation)
        if inner is type(None):  # It is there for who reads it, and nobody fills it in.
            continue
        if isinstance(inner, type) and issubclass(inner, BaseModel) and inner is not Evidence:
            needed = info.is_required()
            yield from (replace(one, needed=one.needed and needed) for one in _of_model(inner, f"{path}."))
            continue
        kind, words = _kind(inner, info)
        default = info.default if words and isinstance(info.default, str) else ""
        yield Shape(path, kind, info.is_required(), words, default)


def _bare(annotation: Any) -> Any:
    """Return a type without its `| None` and without what is annotated to it."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        rest = [one for one in typing.get_args(annotation) if one is not type(None)]
        return _bare(rest[0]) if len(rest) == 1 else rest
    return annotation


def _kind(inner: Any, info: FieldInfo) -> tuple[str, tuple[str, ...]]:
    if typing.get_origin(inner) is typing.Literal:
        return "one", typing.get_args(inner)
    if inner is int:
        return "money", ()
    if inner is bool:
        return "yesno", ()
    if inner is Evidence:
        return "file", ()
    if inner is _bare(Moment):
        return "moment", ()
    if inner is date:
        return "day", ()
    if typing.get_origin(inner) is tuple:
        return "many", ()
    return ("long" if _length(info) >= TEXT_LENGTH_MAX else "text"), ()


def _length(info: FieldInfo) -> int:
    """Return how long a text may be: the tightest bound that stands anywhere in the field's type."""
    return next(_lengths(info.annotation, info.metadata), 0)


def _lengths(annotation: Any, metadata: Any) -> Iterator[int]:
    for mark in metadata:
        if isinstance(getattr(mark, "max_length", None), int):
            yield mark.max_length
        for inner in getattr(mark, "metadata", ()):
            if isinstance(getattr(inner, "max_length", None), int):
                yield inner.max_length
    for part in typing.get_args(annotation):
        yield from _lengths(part, getattr(part, "__metadata__", ()))
