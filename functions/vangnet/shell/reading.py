"""What pages and API read: cases, work, alarms, failures, each only as far as who asks may see. Every look is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from schemas.events.base import SYSTEM, Envelope
from schemas.events.house import Looked
from schemas.words import Part
from vangnet.case.entries import person_list
from vangnet.case.facts import Context
from vangnet.case.invitations import INVITED
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.case.messages import to_be_seen
from vangnet.case.owners import involved_with_duty, may_complete, owners
from vangnet.case.people import harmed_people, place
from vangnet.case.response_items import MadeItem
from vangnet.case.sight import sees
from vangnet.case.state import AlarmItem, Case, DutyItem, MessageItem
from vangnet.case.view import summary_for, view
from vangnet.shell.door import may_ask
from vangnet.shell.engine import TRIES_MAX, Engine, UnknownCase
from vangnet.shell.ports import LIST_LIMIT_MAX, VersionConflict
from vangnet.shell.streams import Stream

MailState = Literal["waiting", "set_aside", "automatic"]
COUNTED_MAX = 10_000  # More is no longer a number that helps anybody.
QUEUE_GROWS_AT = 10  # Mails that wait; more is not read in an hour, and a person must see that.
BROKEN_SHOWN_FOR = timedelta(days=7)  # A report by mail that was read in part; by then its case was looked at.
LEFT_ALONE_AFTER = timedelta(minutes=2)  # Past its wake-up; until then its turn may just not have come.
HARMLESS = frozenset({"cut"})  # What could not be shown whole but was read.


@dataclass(frozen=True)
class Row:
    """A stream in a list, with the context in which it was read."""

    stream: Stream
    ctx: Context


@dataclass(frozen=True)
class Work:
    """A duty that is mine, or that came to me: where, whose, until when."""

    reference: str
    duty: DutyItem
    owners: tuple[str, ...]
    mine: bool
    overdue: bool
    ctx: Context


@dataclass(frozen=True)
class Trouble:
    """Something that went wrong and that a person must see."""

    reference: str
    message: MessageItem | None
    alarm: AlarmItem | None
    since: datetime


@dataclass(frozen=True)
class Backlog:
    """How many there are, and since when the oldest waits (UTC)."""

    count: int
    oldest: datetime | None

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Backlog":
        """Return the backlog of these streams."""
        return cls(len(rows), min((row.ctx.case.filed_at for row in rows if row.ctx.case.filed_at), default=None))


@dataclass(frozen=True)
class Queue:
    """The mail queue in numbers: what waits, what of it could not be read as it should, what waits too long."""

    waiting: Backlog
    broken: Backlog
    late: Backlog

    @property
    def grows(self) -> bool:
        """Tell whether more waits than a person reads in an hour, or anything too long."""
        return self.waiting.count >= QUEUE_GROWS_AT or self.late.count > 0


def _to_be_looked_at(row: Row) -> bool:
    """Tell whether a mail that could not be read well waits still, or is a report of the last days."""
    case, mail = row.ctx.case, row.ctx.case.mail
    if mail is None or case.filed_at is None or not set(mail.broken) - HARMLESS:
        return False
    fresh = mail.way == "report" and row.ctx.now - case.filed_at < BROKEN_SHOWN_FOR
    return case.state == "waiting" or fresh


class Reading:
    """Answers what pages and API ask."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine to read through."""
        self._engine = engine

    def row(self, actor: str, reference: str) -> Row:
        """Return one stream.

        Raises:
            UnknownCase: there is none with that reference.
        """
        stream = self._engine.found(reference)
        if stream.version == 0:
            raise UnknownCase(reference)
        return Row(stream, self._engine.context(stream, actor))

    def case(self, actor: str, reference: str) -> tuple[Row, dict[Part, Any]]:
        """Return a case and the parts that the actor may see (none: he may not see it at all); the look is kept.

        Raises:
            UnknownCase: there is none with that reference.
        """
        row = self.row(actor, reference)
        parts = view(row.ctx, row.stream.events)
        if parts:
            self._looked(row, actor, tuple(parts))
        return row, parts

    def _looked(self, row: Row, actor: str, parts: tuple[str, ...]) -> None:
        """Keep who looked at which parts, in a stream beside the case (AP-5.1.6)."""
        engine = self._engine
        looked = Looked(parts=parts, seen=row.stream.id, person=actor)
        for _ in range(TRIES_MAX):
            stream = engine.streams.load(f"looks/{row.stream.id}")
            ctx = engine.context(stream, actor)
            try:
                key = f"look:{stream.version + 1}:{engine.ports.ids.new(8)}"
                engine.append(ctx, stream, (looked,), key=key, actor=SYSTEM, bound=True)
                return
            except VersionConflict:
                continue
        raise VersionConflict(row.stream.id)

    def looks(self, reference: str) -> Sequence[Envelope]:
        """Return every look at a case, the oldest first."""
        return self._engine.streams.load(f"looks/{self._engine.names.stream(reference)}").events

    def cases(self, actor: str, *, after: str = "", limit: int = LIST_LIMIT_MAX) -> Sequence[Row]:
        """Return the cases that the actor may see, the newest first; `after` is a row's place for the next page."""
        return [row for row in self._listed("cases", actor, after, limit) if sees(row.ctx, actor)]

    def cases_after(self, after: str, *, limit: int = LIST_LIMIT_MAX) -> str | None:
        """Return the place of the last row of the page of cases that begins beyond `after`; None at the end."""
        found = self._engine.ports.store.listed("cases", after=after, limit=limit, newest_first=True)
        return found[-1][0] if len(found) == limit else None

    def own(self, actor: str) -> Sequence[Row]:
        """Return the reports and talk requests that the actor made or in which he is harmed, the newest first."""
        rows = self._listed(self._engine.names.hashed_list(person_list(actor)), actor, "", LIST_LIMIT_MAX)
        own = [row for row in rows if row.ctx.case.kind in {"report", "talk"}]
        return [row for row in own if actor == row.ctx.case.reporter or actor in harmed_people(row.ctx)]

    def patterns(self, actor: str) -> Sequence[Row]:
        """Return the signals in a pattern that the actor was told of."""
        return [row for row in self._listed("patterns", actor, "", LIST_LIMIT_MAX) if sees(row.ctx, actor)]

    def at_the_door(self, actor: str) -> bool:
        """Tell whether the actor works at the door, and may ask who comes in."""
        return may_ask(self._engine, actor)

    def reads_mail(self, actor: str) -> bool:
        """Tell whether the actor may open the page of the mail queue: its reader, or who was alarmed or told of it."""
        queue = self._engine.streams.readable(MAILROOM_STREAM) or Stream(MAILROOM_STREAM, (), Case(), None)
        ctx = self._engine.context(queue, actor)
        readers = place(ctx.having(Case(kind="mailroom")), "receiver")
        if actor in readers or sees(ctx, actor):
            return True
        return bool(ctx.protocol.roles_of(actor)) and bool(self.mails(actor, "waiting"))

    def mails(self, actor: str, state: str) -> Sequence[Row]:
        """Return the mails of the queue in that state (waiting, set_aside, automatic) that the actor may read.

        Those that wait come with the oldest first, the others with the newest; no more than a page of them.
        """
        found = self._listed(f"mails/{state}", actor, "", LIST_LIMIT_MAX, newest_first=state != "waiting")
        return [row for row in found if sees(row.ctx, actor)]

    def queue(self) -> Queue:
        """Return how the mail queue stands, for the failure board: no word of any mail."""
        rows = self._listed("mails/waiting", SYSTEM, "", LIST_LIMIT_MAX, newest_first=False)
        broken = [row for row in self._listed("mails/broken", SYSTEM, "", LIST_LIMIT_MAX) if _to_be_looked_at(row)]
        late = [row for row in rows if any(duty.overdue(row.ctx.now) for duty in row.ctx.case.open_duties())]
        waiting = Backlog(self._count("mails/waiting"), Backlog.of(rows).oldest)
        return Queue(waiting, Backlog.of(broken), Backlog.of(late))

    def _count(self, index: str) -> int:
        """Return how many streams stand in a list, up to COUNTED_MAX, without reading any of them."""
        count, after = 0, ""
        while count < COUNTED_MAX:
            page = self._engine.ports.store.listed(index, after=after, limit=LIST_LIMIT_MAX)
            count += len(page)
            if len(page) < LIST_LIMIT_MAX:
                break
            after = page[-1][0]
        return count

    def alarms(self, actor: str) -> Sequence[Row]:
        """Return the streams with an open alarm that the actor was told of, or may see."""
        rows = self._listed("alarms", actor, "", LIST_LIMIT_MAX)
        return [row for row in rows if self._alarmed(row, actor)]

    def _alarmed(self, row: Row, actor: str) -> bool:
        told = any(alarm.open and actor in alarm.told for alarm in row.ctx.case.alarms.values())
        return told or bool(sees(row.ctx, actor))

    def work(self, actor: str) -> Sequence[Work]:
        """Return the duties that are the actor's or that came to him, the most urgent first."""
        names = [f"work/{role}" for role in self._engine.configuration.protocol.roles_of(actor)]
        names.append(self._engine.names.hashed_list(person_list(actor)))
        streams = dict.fromkeys(
            stream for name in names for _, stream in self._engine.ports.store.listed(name, limit=LIST_LIMIT_MAX)
        )
        found = [work for stream in streams for work in self._work_in(stream, actor)]
        far = datetime.max.replace(tzinfo=self._engine.ports.clock.now().tzinfo)
        return sorted(found, key=lambda work: (work.duty.due or far, work.reference))

    def _work_in(self, stream_id: str, actor: str) -> Iterator[Work]:
        stream = self._engine.streams.readable(stream_id)
        if stream is None:
            return
        ctx = self._engine.context(stream, actor)
        for duty in stream.case.open_duties():
            mine = actor in owners(ctx, duty)
            if mine or involved_with_duty(ctx, duty, actor):
                late = duty.overdue(ctx.now)
                yield Work(stream.case.reference, duty, owners(ctx, duty), mine, late, ctx)

    def failures(self) -> Sequence[Trouble]:
        """Return messages that could not be delivered and alarms that nobody answered, the oldest first."""
        found: list[Trouble] = []
        for row in self._listed("failures", SYSTEM, "", LIST_LIMIT_MAX):
            for message in row.ctx.case.messages.values():
                if to_be_seen(row.ctx.case, message):
                    found.append(Trouble(row.ctx.case.reference, message, None, message.queued_at))
        for row in self._listed("alarms", SYSTEM, "", LIST_LIMIT_MAX):
            for alarm in row.ctx.case.alarms.values():
                if alarm.open and alarm.passed_on:
                    found.append(Trouble(row.ctx.case.reference, None, alarm, alarm.opened_at))
        return sorted(found, key=lambda trouble: trouble.since)

    def alarm_by_code(self, reference: str, code: str) -> tuple[Row, AlarmItem, str] | None:
        """Return the alarm and the person that the code of a link is for, or None: it opens nothing."""
        try:
            row = self.row(SYSTEM, reference)
        except UnknownCase:
            return None
        for alarm in row.ctx.case.alarms.values():
            for person in alarm.told:
                if self._engine.names.same_code(code, row.ctx.case.reference, alarm.id, person):
                    return row, alarm, person
        return None

    def invitation_by_code(self, reference: str, code: str) -> tuple[Row, MadeItem] | None:
        """Return the invitation that the code of a link opens, or None: it opens nothing."""
        try:
            row = self.row(SYSTEM, reference)
        except UnknownCase:
            return None
        for made in row.ctx.case.made.values():
            ours = made.kind == "invitation" and bool(made.content) and not made.draft
            if ours and self._engine.names.same_code(code, row.ctx.case.reference, made.id, INVITED):
                return row, made
        return None

    def may_complete(self, row: Row, duty: DutyItem, actor: str) -> bool:
        """Tell whether the actor may complete a duty."""
        return may_complete(row.ctx, duty, actor)

    def visible(self, row: Row) -> frozenset[Part]:
        """Return the parts that the asker may see; asking is no look."""
        return sees(row.ctx, row.ctx.actor)

    def summary(self, row: Row) -> dict[str, Any]:
        """Return the flat words of a case, for a list."""
        return summary_for(row.ctx)

    def _listed(self, index: str, actor: str, after: str, limit: int, *, newest_first: bool = True) -> Sequence[Row]:
        limit = min(limit, LIST_LIMIT_MAX)
        found = self._engine.ports.store.listed(index, after=after, limit=limit, newest_first=newest_first)
        streams = (self._engine.streams.readable(stream) for _, stream in found)
        return [Row(stream, self._engine.context(stream, actor)) for stream in streams if stream]

    def newer(self) -> Sequence[str]:
        """Return the streams to which a newer software wrote; whoever swept met them, and they stay due."""
        engine = self._engine
        for stream in engine.ports.store.due(until=engine.ports.clock.now() - LEFT_ALONE_AFTER, limit=LIST_LIMIT_MAX):
            engine.streams.readable(stream)
        return sorted(engine.streams.newer)
