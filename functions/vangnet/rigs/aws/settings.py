"""What a function is told by its environment: names of what the stack made, and nothing secret."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The names that the template gives every function; `function` is which of them this is."""

    function: str
    table: str
    key: str
    secret: str
    config: str
    address: str
    evidence: str
    uploads: str
    mail: str
    mail_from: str
    mail_set: str
    sender_id: str
    clock: str
    letters: str

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return what the environment says; what is not named is empty."""
        known = os.environ if environment is None else environment
        names = ("function", *(name for name in cls.__dataclass_fields__ if name != "function"))
        return cls(**{name: known.get(f"VANGNET_{name.upper()}", "") for name in names})
