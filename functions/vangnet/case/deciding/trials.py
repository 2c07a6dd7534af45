"""Beginning a trial alarm, and answering it."""

from schemas.commands import trials as c
from schemas.events import trials as e
from schemas.events.base import Event
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.terms import after
from vangnet.case.trials import to_be_asked


def begin_trial_alarm(ctx: Context, command: c.BeginTrialAlarm) -> tuple[Event, ...]:
    """Ring everybody who may be alarmed, now.

    Raises:
        Refused: the document has no trial alarm, or nobody is there to be asked.
    """
    row, people = ctx.protocol.document.trial_alarm, to_be_asked(ctx)
    if row is None or not people:
        raise Refused(ctx.protocol.command("begin_trial_alarm").rule, "no_trial_alarm")
    until = after(ctx.now, row.answered_within)
    return (e.TrialAlarmBegun(reference=ctx.facts.reference, answer_by=until, people=people),)


def answer_trial_alarm(ctx: Context, command: c.AnswerTrialAlarm) -> tuple[Event, ...]:
    """Answer a trial alarm, once by each channel; an answer that comes late is kept too."""
    trial, channel = ctx.case.trial, ctx.facts.channel
    again = trial is not None and ctx.actor in trial.answered
    if trial is None or (again and (channel is None or (ctx.actor, channel) in trial.tapped)):
        return ()
    return (e.TrialAlarmAnswered(channel=channel, person=ctx.actor),)
