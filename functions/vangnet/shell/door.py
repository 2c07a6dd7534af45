"""The bans in force for the desk: found in one list, answered in one word, and every question kept (AP-5.1.6)."""

from collections.abc import Iterator, Sequence

from schemas.events.base import Envelope
from schemas.events.door import DoorAsked
from vangnet.calendar import amsterdam_day
from vangnet.case.door import Match, Visitor, answer_of, at_the_door
from vangnet.case.entries import BANS
from vangnet.case.people import acting
from vangnet.case.state import Case
from vangnet.shell.engine import TRIES_MAX, Engine
from vangnet.shell.ports import LIST_LIMIT_MAX, VersionConflict
from vangnet.shell.streams import Stream

BANS_MAX = 2_000  # Bans in force at once; a municipality with more has another problem, and is told so.


class TooManyBansError(RuntimeError):
    """There are more bans in force than one question at the door can look through."""


def may_ask(engine: Engine, person: str) -> bool:
    """Tell whether a person works at the door: in a role that the document names, or standing in for it."""
    row = engine.configuration.protocol.document.door
    ctx = engine.context(Stream("", (), Case(), None), person)
    return row is not None and any(person in acting(ctx, role) for role in row.asked_by)


def ask(engine: Engine, person: str, visitor: Visitor) -> tuple[Match, ...]:
    """Return the bans that may be the visitor's, the strictest first; the question is kept before it is answered.

    Raises:
        StoreUnavailable: it could not be kept, so there is no answer.
        TooManyBansError: not all bans could be looked through.
    """
    now = engine.ports.clock.now()
    matches = at_the_door(_banned(engine), visitor, now)
    asked = DoorAsked(building=visitor.building, purpose=visitor.purpose, answer=answer_of(matches))
    if matches:  # The name of whoever simply comes in is nobody's business.
        asked = asked.model_copy(update={"name": visitor.name, "born": visitor.born})
    _keep(engine, person, asked)
    return matches


def questions(engine: Engine, day: str) -> Sequence[Envelope]:
    """Return what was asked at the door on a day in Amsterdam (as 2026-11-28), the oldest first."""
    return engine.streams.load(f"door/{day}").events


def _banned(engine: Engine) -> Iterator[Case]:
    """Yield the cases with a ban whose last day has not passed."""
    after = f"{amsterdam_day(engine.ports.clock.now())}"
    seen = 0
    while True:
        page = engine.ports.store.listed(BANS, after=after, limit=LIST_LIMIT_MAX)
        for _, stream in page:
            found = engine.streams.readable(stream)
            if found is not None:
                yield found.case
        seen += len(page)
        if len(page) < LIST_LIMIT_MAX:
            return
        if seen >= BANS_MAX:
            raise TooManyBansError(f"more than {BANS_MAX} bans in force")
        after = page[-1][0]


def _keep(engine: Engine, person: str, asked: DoorAsked) -> None:
    day = amsterdam_day(engine.ports.clock.now())
    for _ in range(TRIES_MAX):
        stream = engine.streams.load(f"door/{day}")
        ctx = engine.context(stream, person)
        try:
            key = f"asked:{stream.version + 1}:{engine.ports.ids.new(8)}"
            engine.append(ctx, stream, (asked,), key=key, actor=person, bound=True)
            return
        except VersionConflict:
            continue
    raise VersionConflict(f"door/{day}")
