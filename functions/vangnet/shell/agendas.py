"""Lists over all streams: money that is open, what the driehoek discusses, meetings; only what the asker may see."""

from collections.abc import Iterator, Sequence

from vangnet.case.entries import DAMAGE_LIST, MEETINGS, PLANS
from vangnet.case.sight import sees
from vangnet.case.state import DutyItem
from vangnet.shell.engine import Engine
from vangnet.shell.lookups import of_citizen
from vangnet.shell.ports import LIST_LIMIT_MAX
from vangnet.shell.reading import Row

PAGES_MAX = 20  # Of a list that is read whole; there are never so many cases with money open.


def open_damage(engine: Engine, actor: str) -> Sequence[Row]:
    """Return the cases of which money is open and whose ledger the actor may see, the newest first."""
    return [row for row in _rows(engine, DAMAGE_LIST, actor) if "damage" in sees(row.ctx, actor)]


def meetings(engine: Engine, actor: str) -> Sequence[Row]:
    """Return the meetings whose log the actor may read, the newest first."""
    return [row for row in _rows(engine, MEETINGS, actor) if sees(row.ctx, actor)]


def plans(engine: Engine, actor: str) -> Sequence[Row]:
    """Return the talks and meetings with citizens that the actor may see, the last to come first."""
    return [row for row in _rows(engine, PLANS, actor) if sees(row.ctx, actor)]


def earlier_cases(engine: Engine, row: Row) -> Row:
    """Return a plan with the cases of whom it is with, as far as a person confirmed that it was him."""
    citizen = row.ctx.case.plan.citizen if row.ctx.case.plan else ""
    return Row(row.stream, row.ctx.knowing(of_citizen(engine.streams, engine.names, citizen)))


def for_the_triangle(engine: Engine, actor: str) -> Sequence[tuple[Row, DutyItem]]:
    """Return the cases for the driehoek that the actor may see, each with its duty, the first to be due first."""
    protocol = engine.configuration.protocol
    agenda = protocol.document.triangle
    if agenda is None:
        return ()
    found = [
        (row, duty)
        for row in _rows(engine, f"work/{protocol.duties()[agenda.duty].owner}", actor)
        for duty in row.ctx.case.by_due()
        if duty.name == agenda.duty and sees(row.ctx, actor)
    ]
    return sorted(found, key=lambda one: (one[1].due or one[1].opened_at, one[0].ctx.case.reference))


def _rows(engine: Engine, index: str, actor: str) -> Iterator[Row]:
    """Yield the streams of a list, page by page, each with the context in which the actor asks."""
    after = ""
    for _ in range(PAGES_MAX):
        found = engine.ports.store.listed(index, after=after, limit=LIST_LIMIT_MAX, newest_first=True)
        for _, name in found:
            stream = engine.streams.readable(name)
            if stream:
                yield Row(stream, engine.context(stream, actor))
        if len(found) < LIST_LIMIT_MAX:
            return
        after = found[-1][0]
