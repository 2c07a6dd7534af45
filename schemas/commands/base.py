"""What every command shares, and its name."""

from schemas.base import Strict


class Command(Strict):
    """Something that a person asks for, with its fields."""


def name_of(model: type[Command]) -> str:
    """Return the name under which a command is asked for: that of its class, in small letters."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in model.__name__).lstrip("_")
