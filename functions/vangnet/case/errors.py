"""The two ways in which a command is not carried out; either way nothing changes."""

from dataclasses import dataclass


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not a fault)
    """The protocol does not allow it; `rule` says by which rule, `because` is a key of the texts for people."""

    def __init__(self, rule: str, because: str = "") -> None:
        """Keep the rule and the reason's key."""
        super().__init__(f"refused by {rule}" + (f": {because}" if because else ""))
        self.rule = rule
        self.because = because


@dataclass(frozen=True)
class FieldError:
    """A field of a command that is wrong, and how to mend it."""

    field: str
    message: str


class Invalid(Exception):  # noqa: N818  (what was sent is not a command that can be carried out)
    """Fields are wrong; all of them at once."""

    def __init__(self, *errors: FieldError) -> None:
        """Keep every error."""
        super().__init__("; ".join(f"{error.field}: {error.message}" for error in errors))
        self.errors = errors
