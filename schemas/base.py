"""What every model here shares: strictness, labels in two languages, terms, and the marks of personal fields."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

T = TypeVar("T")

Language = Literal["nl", "en"]
TERM_UNITS = ("minute", "hour", "working day", "day", "week", "month", "year")
_TERM = re.compile(rf"[0-9]{{1,5}} (?:{'|'.join(TERM_UNITS)})s?")
_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,63}")


class Strict(BaseModel):
    """A model that knows all its fields and never changes."""

    # A model is built when it is first used: a function that starts uses a few of them, and building all takes longest.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True)
class Sealed:
    """The mark of a field that is only ever stored sealed; `category` says what the law calls it."""

    category: Literal["personal", "health", "criminal", "political"]


Personal = Annotated[T, Sealed("personal")]
Health = Annotated[T, Sealed("health")]
Criminal = Annotated[T, Sealed("criminal")]
Political = Annotated[T, Sealed("political")]


def _checked_term(value: str) -> str:
    if not _TERM.fullmatch(value):
        units = ", ".join(f"{unit}s" for unit in TERM_UNITS)
        raise ValueError(f"'{value}' is not a term; write a whole number and one of {units}: '24 hours', '6 weeks'")
    return value


def checked_name(value: str) -> str:
    """Return a name that keys of documents and ids of people can have, or say how one is written."""
    if not _NAME.fullmatch(value):
        message = "'{value}' is not a name; write small letters, digits, dots and underscores: 'first_talk'"
        raise PydanticCustomError("not_a_name", message, {"value": value[:80]})
    return value


Term = Annotated[str, AfterValidator(_checked_term)]
Name = Annotated[str, AfterValidator(checked_name)]
Moment = AwareDatetime
EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class Label(Strict):
    """A word or sentence for people: Dutch, and English where there is one."""

    nl: str
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_dutch(cls, value: Any) -> Any:
        return {"nl": value} if isinstance(value, str) else value

    def text(self, language: str) -> str:
        """Return the label in that language, else in Dutch."""
        return self.en if language == "en" and self.en else self.nl
