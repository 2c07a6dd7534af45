"""Who would be reached now: each role at work, who acts in it, who stands behind him, and what is not in order.

Pure: the absences and the proofs of contact are those that the directory knows, and the answers to trial alarms. Times
are aware UTC.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from schemas.words import CHANNELS
from vangnet.calendar import amsterdam_day, at_clock
from vangnet.case.facts import Context
from vangnet.case.people import acting, away, next_deputy

NIGHT = time(3)
AHEAD = timedelta(weeks=4)  # How far ahead absences are looked at for a gap.
PROVEN_WITHIN = timedelta(days=365)  # A contact that was proven or verified longer ago is out of date.


@dataclass(frozen=True)
class Answers:
    """When each person last answered a trial alarm by a channel, and who did not answer the last one."""

    proven: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()


NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Reached:
    """One person who would be told: when each channel was last proven, None if never, and whether he was silent."""

    person: str
    proven: dict[str, datetime | None]
    verified: bool
    silent: bool = False


@dataclass(frozen=True)
class Post:
    """One role at work: the offices whose reports it receives, who acts now, who is next, and its gaps.

    `tonight` is who acts in the coming night, where that is somebody else. `troubles` are words of TROUBLES, of now and
    of tonight; `gap` is the first moment within four weeks at which nobody of it is there.
    """

    role: str
    offices: tuple[str, ...]
    acting: tuple[Reached, ...]
    deputies: tuple[Reached, ...]
    troubles: tuple[str, ...]
    gap: datetime | None
    tonight: tuple[Reached, ...] = ()


# What can be wrong with a post, the worst first.
TROUBLES = ("nobody", "fallback", "gap", "silent", "no_deputy", "deputy_away", "out_of_date", "never_proven")


def posts(ctx: Context, answers: Answers = NO_ANSWERS) -> tuple[Post, ...]:
    """Return every role at work with who would be reached now; `ctx` is that of the directory."""
    found = {role: _post(one, answers, role, ()) for one in _each_document(ctx) for role in _at_work(one)}
    receives = {role: [*_receives(ctx, role)] for role in found}
    return tuple(replace(post, offices=tuple(receives[role])) for role, post in found.items())


def _each_document(ctx: Context) -> Iterator[Context]:
    """Yield the context under each document for what begins now, so that the one here has the last word on a role."""
    yield from (replace(ctx, protocol=document) for document in reversed(ctx.documents))


def _at_work(ctx: Context) -> Iterator[str]:
    at_work = ctx.protocol.roles_at_work()
    yield from (role for role in ctx.protocol.document.roles if role in at_work)


def _receives(ctx: Context, role: str) -> Iterator[str]:
    """Yield the offices whose reports a role receives, each by the document that holds for it."""
    for one in ctx.documents:
        for name, office in one.document.offices.items():
            holds = ctx.in_force.get(name) or ctx.in_force.get("") or ctx.protocol
            if holds.digest == one.digest and role in office.receivers:
                yield name


def _post(ctx: Context, answers: Answers, role: str, offices: tuple[str, ...]) -> Post:
    gap = next(_gaps(ctx, role), None)
    now, behind, found = _at(ctx, answers, role, gap)
    later, _, more = _at(ctx.at(tonight(ctx.now)), answers, role, gap)
    troubles = tuple(name for name in TROUBLES if name in {*found, *more})
    return Post(role, offices, now, behind, troubles, gap, later if later != now else ())


def _at(
    ctx: Context, answers: Answers, role: str, gap: datetime | None
) -> tuple[tuple[Reached, ...], tuple[Reached, ...], tuple[str, ...]]:
    """Return who acts at that moment, who stands behind him, and what is not in order."""
    now, behind = (_reached(ctx, answers, some) for some in (acting(ctx, role), next_deputy(ctx, role)))
    return now, behind, tuple(_troubles(ctx, role, now, behind, gap))


def tonight(now: datetime) -> datetime:
    """Return the middle of the coming night in Amsterdam, or of the one that it is (UTC)."""
    night = at_clock(amsterdam_day(now), NIGHT)
    return night if night > now else at_clock(amsterdam_day(now) + timedelta(days=1), NIGHT)


def _reached(ctx: Context, answers: Answers, people: Iterable[str]) -> tuple[Reached, ...]:
    known = (who for who in people if who in ctx.protocol.municipality.people)
    return tuple(_person(ctx, answers, who) for who in known)


def _person(ctx: Context, answers: Answers, who: str) -> Reached:
    proofs = {
        channel: (ctx.case.tested.get((who, channel)), answers.proven.get((who, channel))) for channel in CHANNELS
    }
    proven: dict[str, datetime | None] = {
        channel: max((at for at in both if at), default=None) for channel, both in proofs.items()
    }
    return Reached(who, proven, _verified(ctx, who, proven), who in answers.silent)


def _verified(ctx: Context, person: str, proven: Mapping[str, datetime | None]) -> bool:
    """Tell whether somebody called the person, or every channel was proven, within a year."""
    day = ctx.protocol.municipality.people[person].verified_on
    if day is not None and ctx.now.date() - day <= PROVEN_WITHIN:
        return True
    return all(at is not None and ctx.now - at <= PROVEN_WITHIN for at in proven.values())


def _troubles(
    ctx: Context, role: str, now: tuple[Reached, ...], behind: tuple[Reached, ...], gap: datetime | None
) -> Iterator[str]:
    holders, deputies = ctx.protocol.candidates(role)
    own = {one.person for one in now} & {*holders, *deputies}
    if not own:
        yield "fallback" if now else "nobody"
    if gap:
        yield "gap"
    if any(one.silent for one in now):
        yield "silent"
    if not deputies:
        yield "no_deputy"
    elif len(own) == 1 and not behind:  # Whoever acts is the last one left.
        yield "deputy_away"
    if not all(one.verified for one in (*now, *behind)):
        yield "out_of_date"
    if any(at is None for one in now for at in one.proven.values()):
        yield "never_proven"


def _gaps(ctx: Context, role: str) -> Iterator[datetime]:
    """Yield each moment ahead at which an absence begins and nobody of the role is left."""
    holders, deputies = ctx.protocol.candidates(role)
    own = [(row.person, row.since) for row in ctx.protocol.municipality.absences]
    begin = sorted({since for who, since in (*own, *((who, since) for who, since, _ in ctx.facts.away))})
    for moment in begin:
        then = ctx.at(moment)
        if ctx.now < moment <= ctx.now + AHEAD and all(away(then, who) for who in (*holders, *deputies)):
            yield moment
