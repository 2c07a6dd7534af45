"""A drill: one exercise in YAML, played in virtual time. The format stands in docs/drills.md."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from schemas.base import Strict

STEPS_MAX = 1_000  # More than anybody rehearses in a day.
When = Annotated[str, Field(max_length=40)]


class Fault(Strict):
    """Something stands still from one moment until another."""

    break_: Annotated[Literal["sms", "mail", "reactions", "clock"], Field(alias="break")]
    from_: Annotated[When, Field(alias="from")] = "0m"
    until: When


class Step(Strict):
    """Somebody does something at a moment."""

    at: When
    by: str
    do: str
    with_: Annotated[dict[str, Any], Field(alias="with")] = {}
    case: str | None = None
    meeting: str | None = None
    mail: str | None = None
    name: str | None = None


KINDS = ("told", "not_told", "alarm", "duty", "step", "sees", "texts", "case", "meeting")


class Expectation(Strict):
    """Something that must be so; the first of KINDS that it has says what it is about."""

    model_config = {"extra": "allow", "frozen": True}

    at: When | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """Return all that it asks."""
        return dict(self.model_extra or {})

    @property
    def kind(self) -> str:
        """Return what it is about."""
        return next(kind for kind in KINDS if kind in self.fields)

    @model_validator(mode="after")
    def _about_something(self) -> "Expectation":
        if not any(kind in self.fields for kind in KINDS):
            raise ValueError(f"says nothing that can be checked; begin with one of: {', '.join(KINDS)}")
        return self


class Drill(Strict):
    """One exercise."""

    name: str
    config: str
    start: str
    faults: tuple[Fault, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(max_length=STEPS_MAX)] = ()
    expect: Annotated[tuple[Expectation, ...], Field(max_length=STEPS_MAX)] = ()
