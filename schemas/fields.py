"""The fields that commands share: a line, a text, names, somebody; each with its limit."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from schemas.base import Name, checked_name
from schemas.report import FAMILY_KEY, LINE_LENGTH_MAX, LIST_LENGTH_MAX, WITNESS_KEY, one_or_more

TEXT_LENGTH_MAX = 20_000  # A note, a reason, an account of a talk.

Line = Annotated[str, Field(max_length=LINE_LENGTH_MAX)]
Long = Annotated[str, Field(max_length=TEXT_LENGTH_MAX)]
Names = Annotated[tuple[Name, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)]


def filled(value: str) -> str:
    """Pass what says something."""
    if not value.strip():
        raise PydanticCustomError("blank", "write something, or leave the field out")
    return value


Filled = Annotated[Line, AfterValidator(filled)]


def _somebody(value: str) -> str:
    """Pass an id of a person, or the key of a relative as it stands in the case."""
    return value if value.startswith((FAMILY_KEY, WITNESS_KEY)) else checked_name(value)


Somebody = Annotated[Line, AfterValidator(_somebody)]
