"""The commands of a meeting's live log; what lacks a time happened now."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from schemas.base import Moment
from schemas.commands.base import Command
from schemas.fields import Filled, Line, Long
from schemas.report import LIST_LENGTH_MAX, one_or_more


class OpenMeeting(Command):
    """The log of a meeting begins: of which body, where, and whether it is broadcast (unless it says no)."""

    body: Filled
    place: Line | None = None
    livestream: bool | None = None


class Suspend(Command):
    """The meeting is suspended, as it is disturbed."""

    at: Moment | None = None
    why: Long | None = None


class CallPolice(Command):
    """The police was called, with its reference where there is one."""

    at: Moment | None = None
    reference: Line | None = None


class RecordPhysicalAggression(Command):
    """Somebody was attacked: a participant or a visitor."""

    at: Moment | None = None
    account: Long | None = None


class RecordPhysicalMeasure(Command):
    """Somebody was held or pulled away, to free or protect who was attacked."""

    at: Moment | None = None
    account: Long | None = None


class StopLivestream(Command):
    """The broadcast was stopped."""

    at: Moment | None = None


class Resume(Command):
    """The meeting goes on."""

    at: Moment | None = None


class CloseMeeting(Command):
    """The meeting is over."""

    at: Moment | None = None


class DecideAangifte(Command):
    """The chair decides whether an aangifte is filed of the disturbance; `consulted` are roles, or people by id."""

    file: bool | None = None
    consulted: Annotated[tuple[Line, ...], BeforeValidator(one_or_more), Field(max_length=LIST_LENGTH_MAX)] = ()
    why: Long | None = None
