"""Signals of one perpetrator that make a pattern are proposed as a case (AP-2.1.10); a person decides."""

from collections.abc import Iterator

from schemas.events import house as h
from schemas.events import reports as r
from schemas.events.base import Event
from vangnet.case.facts import Context
from vangnet.case.terms import before


def found_pattern(ctx: Context, event: h.SignalSeen) -> Iterator[Event]:
    """Yield the pattern that this signal completes, or goes on with."""
    pattern = ctx.protocol.document.pattern
    if pattern is None:
        return
    since = before(event.filed_at, pattern.within)
    near = tuple(signal for signal, filed_at in ctx.case.signals if since <= filed_at <= event.filed_at)
    if len(near) >= pattern.signals:
        yield h.PatternFound(signals=near)


def elsewhere(ctx: Context, event: Event) -> Iterator[tuple[str, str, Event]]:
    """Yield what an event brings into other streams: (stream, business key, event)."""
    case = ctx.case
    if (
        isinstance(event, r.ReportFiled | r.OutcomeSettled)
        and event.outcome != "case"
        and case.filed_at
        and case.report
    ):
        report = case.report
        if event.outcome == "signal":
            for fingerprint in report.fingerprints:
                seen = h.SignalSeen(signal=case.stream, filed_at=case.filed_at)
                yield f"perpetrator/{fingerprint}", f"signal:{case.stream}", seen
        office = report.offices[0] if report.offices else ""
        counted = h.Counted(outcome=event.outcome, reference=report.reference, office=office, filed_at=case.filed_at)
        yield "digest", f"counted:{case.stream}", counted
    if isinstance(event, h.PatternFound):
        for signal in event.signals:
            told = signal == event.signals[-1]
            proposed = r.PatternProposed(signals=event.signals, told=told)
            yield signal, f"pattern:{len(event.signals)}:{event.signals[-1]}", proposed
