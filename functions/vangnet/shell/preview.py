"""What a report would bring about, before it is sent: its class and why, who would be told, who would see what.

The same functions decide that carry it out; nothing is stored, and nobody is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from schemas.commands.intake import FileReport
from schemas.words import Part
from vangnet.case.deciding.intake import Assessment, assess, file_report
from vangnet.case.evolve import extend
from vangnet.case.facts import Context, Facts
from vangnet.case.follow import follow
from vangnet.case.owners import owners
from vangnet.case.permit import check_permit
from vangnet.case.sight import may_see_later, sees
from vangnet.shell.engine import Engine
from vangnet.shell.streams import Stream, Streams

NO_REFERENCE = "VN-0000-0000"


@dataclass(frozen=True)
class Talk:
    """A talk of aftercare that would be offered: its duty, until when, and by whom."""

    duty: str
    due: datetime | None
    givers: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """What would happen."""

    assessment: Assessment
    alarmed: tuple[str, ...]
    told: tuple[str, ...]
    sees: Mapping[str, frozenset[Part]]
    later: tuple[str, ...]
    never: tuple[str, ...]
    talks: tuple[Talk, ...]


def preview(engine: Engine, actor: str, command: FileReport) -> Preview:
    """Return what this report by this person would bring about now.

    Raises:
        Refused, Invalid: it could not be sent like this.
    """
    names = {one.name: engine.names.fingerprint(one.name) for one in command.perpetrators if one.name}
    away = engine.context(_nothing(engine.streams), actor).facts.away
    ctx = engine.beginning(_nothing(engine.streams), actor, command, Facts(away, NO_REFERENCE, names))
    check_permit(ctx, command)
    events = file_report(ctx, command)
    filed = ctx.having(extend(ctx.case, events, at=ctx.now, actor=actor, protocol=ctx.protocol.digest))
    return _described(follow(filed, events).ctx, assess(ctx, command))


def _nothing(streams: Streams) -> Stream:
    return streams.load("")


def _described(after: Context, assessment: Assessment) -> Preview:
    people = tuple(after.protocol.municipality.people)
    seen = {who: parts for who in people if (parts := sees(after, who))}
    later = tuple(who for who in people if who not in seen and may_see_later(after, who))
    messages = after.case.messages.values()
    alarmed = dict.fromkeys(one.to for one in messages if one.alarm)
    return Preview(
        assessment=assessment,
        alarmed=tuple(alarmed),
        told=tuple(dict.fromkeys(one.to for one in messages if one.to not in alarmed)),
        sees=seen,
        later=later,
        never=tuple(who for who in people if who not in seen and who not in later),
        talks=_talks(after),
    )


def _talks(after: Context) -> tuple[Talk, ...]:
    duties = (duty for duty in after.case.open_duties() if after.protocol.talk_of_duty(duty.name))
    return tuple(Talk(duty.name, duty.due, owners(after, duty)) for duty in duties)
