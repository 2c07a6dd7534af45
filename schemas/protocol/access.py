"""Who sees which parts of a case, and who may give which command."""

from typing import Self

from pydantic import model_validator

from schemas.base import Name, Strict, Term
from schemas.words import Part


class AccessRow(Strict):
    """One row of the table: a role or place sees these parts, or all but these, once its conditions hold.

    `once_informed` names duties of which one must be done; `once_measure_advised` the measures of which one must be
    advised; `classes` those to which the row is limited; `only_acting_for` that a deputy's turn must have come.
    `talks_held` shows which talks of aftercare were held, and nothing of what was said in them.
    """

    who: Name
    parts: tuple[Part, ...] = ()
    all_but: tuple[Part, ...] = ()
    classes: tuple[Name, ...] = ()
    once_informed: tuple[Name, ...] = ()
    once_measure_advised: tuple[Name, ...] = ()
    once_asked: bool = False
    only_acting_for: Name | None = None
    talks_held: bool = False

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        if bool(self.parts) == bool(self.all_but):
            raise ValueError("write either 'parts' (what is seen) or 'all_but' (what is not), and one of them")
        return self


class Door(Strict):
    """Who works at the door and may ask whether somebody may come in, and how long what was asked is kept."""

    rule: str | None = None
    asked_by: tuple[Name, ...] = ()
    kept_for: Term = "6 months"


class CommandRow(Strict):
    """Who may give a command, and the rule that a refusal of anybody else names.

    Besides roles and places, `by` knows `anyone`, `office` (holds an office), `member` (office or role), `sees`
    (may see the part concerned), `alarmed` (told, or a later link of the chain), `owner` (of the duty, his deputy, or
    whom it escalated to) and `self` (the person concerned, or his deputy).
    """

    by: tuple[Name, ...]
    rule: str
