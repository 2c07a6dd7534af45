"""The commands of an objection (bezwaar), a complaint (klacht) and a request to erase: received, decided, put off."""

from datetime import date
from typing import Literal

from schemas.base import Name
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long

ObjectionOutcome = Literal["upheld", "partly_upheld", "dismissed", "inadmissible", "withdrawn"]
ComplaintOutcome = Literal["founded", "partly_founded", "unfounded", "not_taken_up", "withdrawn"]
ErasureOutcome = Literal["granted", "refused", "withdrawn"]


class RecordObjection(Command):
    """An objection against a measure came in, or was decided; without `measure` the one sent last."""

    measure: Line | None = None
    received_on: date | None = None
    posted_on: date | None = None
    committee: bool = False
    decision: Filled | None = None
    decided_on: date | None = None
    decided_by: Name | None = None
    heard_by: Name | None = None
    why_not_heard: Filled | None = None
    why: Long | None = None


class RecordComplaint(Command):
    """A complaint about how somebody was treated came in, or was decided."""

    received_on: date | None = None
    account: Long | None = None
    committee: bool = False
    decision: Filled | None = None
    decided_on: date | None = None
    handled_by: Name | None = None
    why: Long | None = None


class RecordErasure(Command):
    """Somebody asks to be forgotten (AVG article 17), or that was decided; granted, the case is wiped."""

    received_on: date | None = None
    account: Long | None = None
    decision: ErasureOutcome | None = None
    decided_on: date | None = None
    why: Long | None = None


class PostponeDecision(Command):
    """The decision on the objection, complaint or request that is open is put off, once, and he was told."""

    of: Literal["objection", "complaint", "erasure"] = "objection"
    until: date | None = None
    told_on: date | None = None
    why: Filled | None = None
