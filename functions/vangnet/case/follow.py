"""Everything that follows from the events of a stream that were not acted on yet, and from the time.

Events are taken in the order of their versions, those that follow included, so that `Followed(upto)` is enough to go on
from after a cut. First what an event brings, then what the case as a whole calls for, then what is due.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.events.base import Event
from schemas.events.house import Followed
from schemas.events.reports import Wiped
from vangnet.case.agenda import next_due, overtaken_messages
from vangnet.case.alarms import at_once
from vangnet.case.duties import reconcile
from vangnet.case.evolve import extend, inert
from vangnet.case.facts import Context
from vangnet.case.mails import Elsewhere
from vangnet.case.mails import elsewhere as of_mail
from vangnet.case.patterns import elsewhere
from vangnet.case.react import react
from vangnet.case.recurrence import elsewhere as of_identity
from vangnet.case.trials import elsewhere as of_calendar

EVENTS_AT_ONCE_MAX = 60  # What one stored transaction takes, with room for what one event brings.


@dataclass
class Consequences:
    """What is to be stored: events of this stream, and entries elsewhere; `complete` if nothing was left for later."""

    ctx: Context
    events: list[Event] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)
    complete: bool = True

    def add(self, events: Iterator[Event]) -> bool:
        """Take these events up into the case, and tell whether there were any."""
        before = len(self.events)
        for event in events:
            self.events.append(event)
            self.ctx = self.ctx.having(extend(self.ctx.case, [event], at=self.ctx.now))
        return len(self.events) > before


def follow(ctx: Context, pending: Sequence[Event], *, ticking: bool = True) -> Consequences:
    """Return everything that follows from the pending events (the last of the stream) and, if ticking, the time."""
    result = Consequences(ctx)
    start = ctx.case.version - len(pending)
    done = 0
    while True:
        queue = [*pending, *result.events]
        if done < len(queue):
            result.elsewhere += [(*one, "") for one in elsewhere(result.ctx, queue[done])]
            result.elsewhere += [(*one, "") for one in of_identity(result.ctx, queue[done])]
            result.elsewhere += of_mail(result.ctx, queue[done])
            result.elsewhere += of_calendar(result.ctx, queue[done])
            result.add(react(result.ctx, queue[done]))
            done += 1
        elif not (_settle(result) or (ticking and _tick(result))):
            break
        if len(result.events) >= EVENTS_AT_ONCE_MAX:
            result.complete = False
            break
    if any(isinstance(event, Wiped) for event in result.events):
        return result  # It counts as followed only once the shell has destroyed the key.
    if result.events or any(not inert(event) for event in pending):
        result.add(iter([Followed(upto=start + done)]))
    return result


def _settle(result: Consequences) -> bool:
    """Bring alarm, duties and messages in line with the case as a whole; tell whether anything had to be done."""
    return (
        result.add(at_once(result.ctx))
        or result.add(reconcile(result.ctx))
        or result.add(overtaken_messages(result.ctx))
    )


def _tick(result: Consequences) -> bool:
    due = next_due(result.ctx)
    return due is not None and result.add(iter([due[1]]))
