"""First or repeated: earlier cases of the same person over the whole register, civil servants' included (AP-5.2.14).

Only what a person confirmed counts: who did it, in both cases, and the class of the earlier one.
"""

from collections.abc import Iterator

from schemas.events import perpetrators as p
from schemas.events.base import Event
from vangnet.case.facts import Context
from vangnet.case.state import Case
from vangnet.case.terms import before


def earlier(ctx: Context) -> tuple[Case, ...]:
    """Return the earlier cases that count against this one, the newest first; `facts.history` has all."""
    matrix = ctx.protocol.document.matrix
    since = ctx.case.filed_at
    if matrix is None or since is None:
        return ()
    from_then = before(since, matrix.counts_within)
    counted = [one for one in known(ctx) if one.filed_at and from_then <= one.filed_at < since and one.confirmed]
    return tuple(one for one in counted if one.classed in matrix.classes)


def known(ctx: Context) -> tuple[Case, ...]:
    """Return every other case of those who were identified here, the newest first."""
    others = [one for one in ctx.facts.history if one.stream != ctx.case.stream and one.filed_at and not one.wiped]
    return tuple(sorted(others, key=lambda one: str(one.filed_at), reverse=True))


def elsewhere(ctx: Context, event: Event) -> Iterator[tuple[str, str, Event]]:
    """Yield what an identity brings into its own stream: (stream, business key, event)."""
    case = ctx.case.stream
    match event:
        case p.PerpetratorIdentified() if event.fingerprint:
            yield _stream(event.fingerprint), f"linked:{case}:{event.number}", p.CaseLinked(case=case)
        case p.PerpetratorCleared() if event.fingerprint:
            yield _stream(event.fingerprint), f"unlinked:{case}:{event.number}", p.CaseUnlinked(case=case)
        case p.PerpetratorsMerged():
            step = p.IdentityParted if event.undone else p.IdentityJoined
            for mine, other in (event.fingerprints, event.fingerprints[::-1]) if event.fingerprints else ():
                yield _stream(mine), f"merged:{case}:{event.number}", step(other=other)


def _stream(fingerprint: str) -> str:
    return f"perpetrator/{fingerprint}"
