"""From a name and fields to a command; what is wrong comes back by field, in the reader's language."""

from typing import Any

from pydantic import ValidationError

from schemas.commands import Command, parse_command
from vangnet.web.wrong import field_problems


def parsed(name: str, fields: dict[str, Any]) -> Command:
    """Return the command.

    Raises:
        ValidationError: with every field that is wrong.
    """
    return parse_command(name, fields)


def by_field(error: ValidationError, language: str) -> dict[str, str]:
    """Return what is wrong by field, the first of each."""
    found: dict[str, str] = {}
    for one in field_problems(error, language):
        found.setdefault(one.field or "", one.detail)
    return found
