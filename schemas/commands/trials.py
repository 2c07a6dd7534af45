"""The commands of the trial alarm: to begin one, and to answer it."""

from schemas.commands.base import Command
from schemas.words import MessageChannel


class BeginTrialAlarm(Command):
    """Everybody who may be alarmed gets a trial alarm now."""


class AnswerTrialAlarm(Command):
    """Somebody answers a trial alarm; `channel` is the one by which he got the link that he tapped."""

    channel: MessageChannel | None = None
