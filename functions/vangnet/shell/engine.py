"""Load, decide, append: how every command goes. Nothing is decided here; the core decides.

A command is answered once its events are durable. What follows from them (following.py) is done right after, and by
the sweep if it was not: at least once, and harmless twice.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from schemas.commands import DIRECTORY, Command, name_of
from schemas.commands.intake import FileReport
from schemas.events.base import SYSTEM, Event
from schemas.events.house import DocumentKept
from schemas.events.mail import MailReceived
from schemas.events.reports import ReportFiled
from vangnet.calendar import amsterdam_day
from vangnet.case.agenda import next_wake
from vangnet.case.decide import decide
from vangnet.case.deciding.intake import Assessment, assess, office_concerned
from vangnet.case.deciding.mail import Circumstances, received
from vangnet.case.entries import entries
from vangnet.case.evolve import extend
from vangnet.case.facts import Context, Facts
from vangnet.case.mails import MAILROOM_STREAM, elsewhere
from vangnet.case.permit import acts_as
from vangnet.case.state import Case
from vangnet.shell.config import Configuration
from vangnet.shell.lookups import history, met, named, tapped
from vangnet.shell.names import DIRECTORY_STREAM, Names
from vangnet.shell.ports import Append, Entry, Ports, StoreUnavailable, VersionConflict
from vangnet.shell.streams import Stream, Streams

TRIES_MAX = 20  # Races for one stream; each loser loads and decides anew.


class UnknownCase(Exception):  # noqa: N818  (an answer to whoever asked)
    """There is no stream with that reference."""


class Engine:
    """Carries out commands. One object per process; it keeps no state of its own between calls."""

    def __init__(self, ports: Ports, configuration: Configuration) -> None:
        """Take the ports and the documents in force."""
        self.ports, self.configuration = ports, configuration
        configuration.today = lambda: amsterdam_day(ports.clock.now())
        self.streams = Streams(ports.store, ports.wrap)
        self.names = Names(ports.wrap, ports.ids)
        self.hint: Callable[[str], None] = lambda stream: None
        self.arrive: Callable[[str], bool] = lambda stream: (
            False
        )  # Takes up what waits in an inbox, where there is one.

    def context(self, stream: Stream, actor: str, facts: Facts | None = None) -> Context:
        """Return all that a decision in this stream rests on, now."""
        away = self.streams.load(DIRECTORY_STREAM).case.away if facts is None else facts.away
        known = facts or Facts(away=away)
        self._recall(stream.case.protocol)
        fresh = stream.version == 0
        protocol = self.configuration.of_person(actor) if fresh else self.configuration.of(stream.case)
        in_force = self.configuration.in_force
        return Context(protocol, known, stream.case, self.ports.clock.now(), actor, in_force)

    def keep_document(self) -> None:
        """Keep each document in force whole, by its hash; once is enough."""
        for loaded in self.configuration.loaded.everything:
            stream = self.streams.load(f"documents/{loaded.protocol.digest}")
            if stream.version == 0:
                ctx = self.context(stream, SYSTEM, Facts())
                event = DocumentKept(name=loaded.name, texts=dict(loaded.texts))
                self.append(ctx, stream, (event,), key="kept", actor=SYSTEM)

    def _recall(self, digest: str) -> None:
        """Bring back the document that a case began under."""
        if self.configuration.knows(digest):
            return
        from vangnet.protocol.load import load  # Here, as few processes ever meet an older document.

        kept = self.streams.load(f"documents/{digest}").events
        event = kept[0].event if kept else None
        if isinstance(event, DocumentKept):
            loaded = load(event.name, event.texts.get, today=self.ports.clock.now().date(), kept=True, alone=True)
            self.configuration.remember(loaded.protocol)

    def file_report(self, actor: str, command: FileReport, *, once: str | None = None) -> ReportFiled:
        """File a report durably and return it; the same `once` of the same person gives the same report again.

        Raises:
            Refused, Invalid: nothing was stored.
            StoreUnavailable: nothing was stored.
        """
        fingerprints = {one.name: self.names.fingerprint(one.name) for one in command.perpetrators if one.name}
        event = self._begin(actor, command, once, Facts(fingerprints=fingerprints))
        assert isinstance(event, ReportFiled)
        return event

    def begin(self, actor: str, command: Command, *, once: str | None = None) -> str:
        """Begin what is a thing of its own, a talk or a meeting; return its reference. Errors as for a report."""
        once = None if once is None else f"{name_of(type(command))}:{once}"  # For another thing it is another sending.
        facts = Facts(history=met(self.streams, self.names, command))
        return str(getattr(self._begin(actor, command, once, facts), "reference", ""))

    def _begin(self, actor: str, command: Command, once: str | None, facts: Facts) -> Event:
        for number in range(TRIES_MAX):
            reference = self.names.reference(actor, once, number)
            stream = Stream(self.names.stream(reference), (), Case(), None)
            ctx = self.beginning(stream, actor, command, replace(facts, reference=reference))
            events = decide(ctx, command)
            try:
                self._append(ctx, stream, events, command, key=f"begin:{once or reference}")
            except VersionConflict:
                continue  # A reference that is taken, one in a million million: draw another.
            self.hint(stream.id)
            # The same `once` may have been stored before: what is stored counts.
            return self.streams.load(stream.id).events[0].event if once else events[0]
        raise VersionConflict(f"no free reference in {TRIES_MAX} tries")

    def beginning(self, stream: Stream, actor: str, command: Command, facts: Facts | None = None) -> Context:
        """Return the context of what begins now; a report begins under the document of the office harmed."""
        ctx = self.context(stream, actor, facts)
        return ctx.under(office_concerned(ctx, command.harmed)) if isinstance(command, FileReport) else ctx

    def entering(self, stream: Stream, event: Event) -> Context:
        """Return the context in which an event comes in from another stream; a report that begins so, likewise."""
        ctx = self.context(stream, SYSTEM)
        if isinstance(event, ReportFiled) and stream.version == 0:
            return ctx.under(office_concerned(ctx, event.harmed))
        return ctx

    def do(self, actor: str, reference: str, command: Command, *, once: str | None = None) -> Stream:
        """Carry out a command in a stream and return it as it then is.

        Raises:
            UnknownCase: there is no such reference.
            Refused, Invalid: nothing changed.
            StoreUnavailable: nothing was stored.
        """
        stream = self.names.stream(reference)
        if name_of(type(command)) == "acknowledge" and self.streams.load(stream).case.kind == "mail":
            stream = MAILROOM_STREAM  # The mails of unknown senders share its alarm.
        return self._change(stream, actor, command, once)

    def found(self, reference: str) -> Stream:
        """Return the stream of a reference, taken up from the inbox where it still waits there; else without events."""
        name = self.names.stream(reference)
        stream = self.streams.load(name)
        if stream.version:
            return stream
        self.arrive(name)
        return self.streams.load(name)  # Somebody else may have taken it up just now.

    def direct(self, actor: str, command: Command) -> Stream:
        """Carry out a command about people, such as an absence."""
        assert name_of(type(command)) in DIRECTORY
        return self._change(DIRECTORY_STREAM, actor, command, None)

    def _change(self, stream_id: str, actor: str, command: Command, once: str | None) -> Stream:
        with self.streams.turn(stream_id):
            stream, changed = self._changed(stream_id, actor, command, once)
        if not changed:
            return stream
        if name_of(type(command)) == "take_mail":
            self._carry_on(stream.id)
        self.hint(stream.id)
        return self.streams.load(stream_id)

    def _changed(self, stream_id: str, actor: str, command: Command, once: str | None) -> tuple[Stream, bool]:
        for _ in range(TRIES_MAX):
            stream = self.streams.load(stream_id)
            if stream.version == 0 and stream_id != DIRECTORY_STREAM:
                self.arrive(stream_id)
                stream = self.streams.load(stream_id)  # Somebody else may have taken it up just now.
            if stream.version == 0 and stream_id != DIRECTORY_STREAM:
                raise UnknownCase(stream_id)
            ctx = self.prepared(self.context(stream, actor), command)
            events = decide(ctx, command)
            if not events:
                return stream, False
            try:
                key = once or f"v{stream.version + 1}:{self.ports.ids.new(8)}"
                self._append(ctx, stream, events, command, key=key, bound=not once)
            except VersionConflict:
                continue
            return stream, True
        raise VersionConflict(f"{TRIES_MAX} others were faster")

    def prepared(self, ctx: Context, command: Command) -> Context:
        """Return the context with what the command needs to be looked up: a new reference, names, earlier cases."""
        facts = ctx.facts
        if name_of(type(command)) == "take_mail":
            facts = replace(facts, reference=self._free_reference(f"taken:{ctx.case.reference}"))
        looked_up = replace(
            facts,
            fingerprints=named(self.names, command),
            history=history(self.streams, ctx.case),
            channel=tapped(self.names, ctx.case, ctx.actor, command),
        )
        return replace(ctx, facts=looked_up)

    def _free_reference(self, once: str) -> str:
        for number in range(TRIES_MAX):
            reference = self.names.reference(SYSTEM, once, number)
            stream = self.streams.readable(self.names.stream(reference))
            if stream is not None and stream.version == 0:
                return reference
        raise VersionConflict(f"no free reference in {TRIES_MAX} tries")

    def receive_mail(self, mail: MailReceived, known: Circumstances, *, once: str) -> MailReceived:
        """Store a mail durably and return it; one that was delivered twice (the same `once`) gives the first again.

        Raises:
            StoreUnavailable: nothing was stored.
        """
        for number in range(TRIES_MAX):
            reference = self.names.reference(SYSTEM, once, number)
            stream = Stream(self.names.stream(reference), (), Case(), None)
            ctx = self.context(stream, SYSTEM, Facts(reference=reference))
            report = self._free_reference(f"report:{once}:{number}")
            events = received(ctx, mail.model_copy(update={"reference": reference, "report": report}), known)
            try:
                self.append(ctx, stream, events, key=f"begin:{once}", actor=known.person or SYSTEM)
            except VersionConflict:
                continue
            self._carry_on(stream.id)
            self.hint(stream.id)
            stored = self.streams.load(stream.id).case.mail
            assert stored is not None
            return stored
        raise VersionConflict(f"no free reference in {TRIES_MAX} tries")

    def _carry_on(self, stream_id: str) -> None:
        """File the report that a mail makes at once; where that cannot be, it is done by what follows on the mail."""
        stream = self.streams.load(stream_id)
        ctx = self.context(stream, SYSTEM)
        last = stream.events[-1].event
        for target, key, event, actor in elsewhere(ctx, last):
            if isinstance(event, ReportFiled):
                with suppress(StoreUnavailable, VersionConflict):
                    report = Stream(target, (), Case(), None)
                    self.append(self.entering(report, event), report, (event,), key=key, actor=actor)
                    self.hint(target)

    def _append(
        self,
        ctx: Context,
        stream: Stream,
        events: tuple[Event, ...],
        command: Command,
        *,
        key: str,
        bound: bool = False,
    ) -> None:
        self.append(ctx, stream, events, key=key, actor=ctx.actor, acting_as=acts_as(ctx, command), bound=bound)

    def append(
        self,
        ctx: Context,
        stream: Stream,
        events: tuple[Event, ...],
        *,
        key: str,
        actor: str,
        acting_as: str | None = None,
        bound: bool = False,
    ) -> None:
        """Append events with the wake-up and the lists that follow; `bound` says that the key is this version's own."""
        digest = ctx.case.protocol or ctx.protocol.digest
        after = ctx.having(extend(ctx.case, events, at=ctx.now, actor=actor, protocol=digest))
        self.streams.append(
            stream,
            events,
            at=ctx.now,
            actor=actor,
            acting_as=acting_as,
            protocol=digest,
            key=key,
            wake_at=next_wake(after),
            entries=self._entries(after),
            bound=bound,
        )

    def admit(self, ctx: Context, stream: Stream, what: Append, events: tuple[Event, ...], *, until: datetime) -> None:
        """Store a report that came out of the inbox with what follows from it, as a whole."""
        after = ctx.having(extend(ctx.case, events, at=ctx.now, actor=SYSTEM, protocol=ctx.case.protocol))
        wake_at, lists = next_wake(after), self._entries(after)
        self.streams.admit(stream, what, events, at=ctx.now, wake_at=wake_at, entries=lists, until=until)

    def _entries(self, after: Context) -> frozenset[Entry]:
        return frozenset(Entry(self.names.hashed_list(name), sort) for name, sort in entries(after))

    def assess(self, actor: str, command: FileReport) -> Assessment:
        """Return what a report would lead to, for the check page; stores nothing."""
        stream = Stream("", (), Case(), None)
        return assess(self.beginning(stream, actor, command, Facts()), command)
