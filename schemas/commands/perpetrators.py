"""The commands by which a person says who did it: an identity that counts in later cases, and its clearing."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from schemas.commands.base import Command
from schemas.fields import Filled
from schemas.report import NAME_LENGTH_MAX, Perpetrator


def _named(value: Any) -> Any:
    """A plain text is the name of a person."""
    return {"kind": "person", "name": value} if isinstance(value, str) else value


Named = Annotated[Perpetrator, BeforeValidator(_named)]
PlainName = Annotated[str, Field(max_length=NAME_LENGTH_MAX)]


class IdentifyPerpetrator(Command):
    """A person confirms who did it; `born` tells people of one name apart."""

    perpetrator: Named
    born: date | None = None
    why: Filled | None = None


class MergePerpetrators(Command):
    """Who did it is the same as somebody known under another name; with `undo` that was a mistake."""

    perpetrator: PlainName
    undo: bool = False
    why: Filled | None = None


class ClearPerpetrator(Command):
    """It was not him after all: nothing links him to the case any more."""

    perpetrator: PlainName | None = None
    why: Filled | None = None
