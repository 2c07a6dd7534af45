"""What must hold after any days with any faults; each answers what is wrong, or nothing."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from schemas.events.house import MessageQueued
from schemas.events.work import DutyStageReached, LinkTold
from vangnet.case import alarms
from vangnet.case.agenda import upcoming
from vangnet.case.entries import entries
from vangnet.case.evolve import replay
from vangnet.case.evolving.work import STAGES
from vangnet.case.facts import Context
from vangnet.case.people import harmed_people
from vangnet.case.state import Case
from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.cast import Cast
from vangnet.rigs.simulation.faults import Faults
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.simulation.words import SECRETS
from vangnet.shell.streams import Stream, Streams, every_stream


@dataclass(frozen=True)
class Aftermath:
    """Everything as it was at the end of one seed."""

    loaded: Loaded
    stage: SimulationStage
    cast: Cast
    faults: Faults
    now: datetime

    @cached_property
    def kept(self) -> Streams:
        """Return what the store itself holds, without what the engine remembers."""
        return Streams(self.stage.store, self.stage.engine.ports.wrap)

    def streams(self) -> Iterator[tuple[Stream, Context]]:
        """Yield every stream with its context."""
        for name in every_stream(self.stage.store):
            stream = self.kept.load(name)
            yield stream, self.stage.engine.context(stream, "")

    def cases(self) -> Iterator[tuple[Stream, Context, Case]]:
        """Yield every report that is a case."""
        for stream, ctx in self.streams():
            if stream.case.kind == "report" and stream.case.outcome == "case":
                yield stream, ctx, stream.case


def reports_are_kept(after: Aftermath) -> str:
    """Every answered report is there, word for word unless it was wiped by rule."""
    for reference, account in after.cast.reported.items():
        case = after.kept.load(f"case/{reference}").case
        if case.report is None or (case.report.account != account and not case.wiped):
            return f"{reference} is lost"
    return ""


def events_never_change(after: Aftermath) -> str:
    """What was read once is the beginning of what is read later, but for what was wiped."""
    for name, before in after.cast.snapshots.items():
        stream = after.kept.load(name)
        if not stream.case.wiped and stream.events[: len(before)] != before:
            return f"{name} changed"
    return ""


def refusals_change_nothing(after: Aftermath) -> str:
    """A refused command leaves the stream as it was."""
    return "; ".join(after.cast.refused_changed)


def any_cut_gives_the_same(after: Aftermath) -> str:
    """The state is the same however the log is cut."""
    for stream, _ in after.streams():
        middle = len(stream.events) // 2
        if replay(stream.events[middle:], replay(stream.events[:middle])) != stream.case:
            return f"{stream.id} differs"
    return ""


def everything_was_followed(after: Aftermath) -> str:
    """Nothing is left that was not acted on, and nothing that is due was not done."""
    for stream, ctx in after.streams():
        left = [event for at, event in upcoming(ctx) if at <= after.now]
        if stream.case.followed != stream.case.version or left:
            return f"{stream.id}: followed {stream.case.followed} of {stream.case.version}, left {left}"
    return ""


def alarms_go_out(after: Aftermath) -> str:
    """Every case that calls for an alarm has one, and somebody who acts was sent it."""
    for stream, ctx in after.streams():
        if not alarms.called_for(ctx):
            continue
        alarm = ctx.case.alarm
        sent = {one.alarm for one in ctx.case.messages.values() if one.state == "sent"}
        if alarm is None or not alarm.told or (alarm.open and alarm.id not in sent):
            return f"{stream.id} has no alarm that went out"
    return ""


def answered_alarms_are_quiet(after: Aftermath) -> str:
    """Nobody is still to be told of an alarm that was answered."""
    for stream, ctx in after.streams():
        for message in ctx.case.messages.values():
            alarm = ctx.case.alarms.get(message.alarm or "")
            if message.pending and alarm and not alarm.open:
                return f"{stream.id}: {message.id} is still under way"
    return ""


def the_coordinator_is_told(after: Aftermath) -> str:
    """Of every case somebody was told by the document's table (AP-5.1.5), or a person sees that it failed.

    A message that could not go for two weeks is given up, and stands on the failure board until somebody looks.
    """
    for stream, ctx, case in after.cases():
        told = any(one.template == "case_new" and one.state == "sent" for one in case.messages.values())
        if not told and not any(name == "failures" for name, _ in entries(ctx)):
            return f"{stream.id}: nobody was told"
    return ""


def aftercare_is_offered(after: Aftermath) -> str:
    """Each person harmed has every talk: open, held, or declined (AP-5.3.1)."""
    for stream, ctx, case in after.cases():
        for one in case.harmed:
            for talk in ctx.protocol.talks().values():
                same = [duty for duty in case.duties.values() if (duty.name, duty.person) == (talk.duty, one.key)]
                gone = same and same[-1].state == "none" and one.key not in case.declined
                if one.body is None and not case.wiped and ((not same and one.key not in case.declined) or gone):
                    return f"{stream.id}: no {talk.duty} for {one.key}"
    return ""


def nothing_is_early(after: Aftermath) -> str:
    """No link, reminder or alarm came before its time."""
    for stream, ctx in after.streams():
        for one in stream.events:
            if isinstance(one.event, LinkTold) and one.at < one.event.due_at:
                return f"{stream.id}: link {one.event.link} came early"
            if isinstance(one.event, DutyStageReached) and one.event.stage == STAGES[-2]:
                due = ctx.case.duties[one.event.duty].due
                if due and one.at < due:
                    return f"{stream.id}: {one.event.duty} was called late too early"
    return ""


def overdue_is_told(after: Aftermath) -> str:
    """Whoever owes a duty that is overdue was told so."""
    for stream, ctx in after.streams():
        for duty in ctx.case.open_duties():
            late = duty.overdue(after.now) and duty.due is not None and duty.due > duty.opened_at
            if late and not duty.told:
                return f"{stream.id}: nobody was told of {duty.id}"
    return ""


def messages_tell_nothing(after: Aftermath) -> str:
    """No message names who did it, or says a word of the report."""
    for gone in after.stage.gone():
        for secret in SECRETS:
            if secret in gone.message.text + gone.message.subject:
                return f"{gone.message.id} says {secret}"
    return ""


def nothing_goes_twice(after: Aftermath) -> str:
    """A message goes out once, unless its note was lost."""
    counts = Counter(gone.message.id for gone in after.stage.gone())
    twice = [name for name, count in counts.items() if count > 1]
    return "; ".join(twice) if len(twice) > after.faults.sent_unnoted else ""


def guidance_is_wiped(after: Aftermath) -> str:
    """What guidance promises to wipe cannot be read any more after its days."""
    for stream, ctx in after.streams():
        case = ctx.case
        since = case.outcome_since or case.filed_at
        old = since and after.now - since > timedelta(days=8)
        if case.kind == "report" and case.outcome == "guidance" and old:
            readable = case.report and (case.report.account or case.report.perpetrators or case.reporter)
            if not case.wiped or readable or stream.key is not None:
                return f"{stream.id} can still be read"
    return ""


def who_is_harmed_is_not_alarmed(after: Aftermath) -> str:
    """Nobody is alarmed about himself, but where nobody else is left (AP-6.2)."""
    for stream, ctx, case in after.cases():
        alarmed = {one.event.to for one in stream.events if isinstance(one.event, MessageQueued) and one.event.alarm}
        if alarmed & harmed_people(ctx):
            return f"{stream.id}: {alarmed & harmed_people(ctx)} harmed in {case.reference}"
    return ""


INVARIANTS: dict[str, Callable[[Aftermath], str]] = {
    check.__name__.replace("_", " "): check
    for check in (
        reports_are_kept,
        events_never_change,
        refusals_change_nothing,
        any_cut_gives_the_same,
        everything_was_followed,
        alarms_go_out,
        answered_alarms_are_quiet,
        the_coordinator_is_told,
        aftercare_is_offered,
        nothing_is_early,
        overdue_is_told,
        messages_tell_nothing,
        nothing_goes_twice,
        guidance_is_wiped,
        who_is_harmed_is_not_alarmed,
    )
}
