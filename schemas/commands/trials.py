"""The commands of the trial alarm: to begin one, and to answer it."""

from schemas.commands.base import Command
from schemas.fields import Line


class BeginTrialAlarm(Command):
    """Everybody who may be alarmed gets a trial alarm now."""


class AnswerTrialAlarm(Command):
    """Somebody answers a trial alarm; `code` is that of the link that he tapped, and proves its channel."""

    code: Line | None = None
