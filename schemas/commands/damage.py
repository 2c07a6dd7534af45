"""The commands of the ledger of damage; amounts are whole euro cents, and absent means all that is left to do."""

from typing import Annotated

from pydantic import Field

from schemas.commands.base import Command
from schemas.fields import Filled, Line
from schemas.words import ClaimRoute, DamageKind

CENTS_MAX = 100_000_000_00  # A hundred million euros; more is a slip of the pen.
Cents = Annotated[int, Field(ge=1, le=CENTS_MAX)]


class RecordDamage(Command):
    """An item of damage costs this much; the same item recorded again has its amount changed."""

    item: Filled | None = None
    kind: DamageKind = "material"
    cents: Annotated[int, Field(ge=0, le=CENTS_MAX)] | None = None
    why: Line | None = None


class PayOut(Command):
    """The municipality paid an item, or part of it, ahead of whoever did it."""

    item: Line | None = None
    kind: DamageKind | None = None
    cents: Cents | None = None
    why: Line | None = None


class Claim(Command):
    """An item, or part of it, is claimed: by letter, in the criminal case, or in court with the college's decision."""

    item: Line | None = None
    kind: DamageKind | None = None
    cents: Cents | None = None
    route: ClaimRoute = "letter"
    college_decision: Line | None = None
    why: Line | None = None


class RecordRecovery(Command):
    """An item, or part of it, came back."""

    item: Line | None = None
    kind: DamageKind | None = None
    cents: Cents | None = None
    why: Line | None = None


class LeaveClaim(Command):
    """An item, or part of it, is not recovered any more, and why."""

    item: Line | None = None
    kind: DamageKind | None = None
    cents: Cents | None = None
    why: Filled | None = None
