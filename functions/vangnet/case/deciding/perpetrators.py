"""Who did it: identities that a person confirmed count in later cases, names that a reporter gave do not (AP-5.1.7)."""

from collections.abc import Iterator

from schemas.commands import perpetrators as c
from schemas.events import perpetrators as e
from schemas.events.base import Event
from vangnet.calendar import amsterdam_day
from vangnet.case.deciding.fields import known
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.response_items import Identity

IDENTITY_RULE = "AP-5.1.7"
ENDING_RULE = "AP-5.2.7"
IDENTITIES_MAX = 20  # In one case; more is a crowd, and a collective.


def identify_perpetrator(ctx: Context, command: c.IdentifyPerpetrator) -> tuple[Event, ...]:
    """Confirm who did it, so that he is found again in later cases, whoever was harmed there (AP-5.1.7, AP-5.2.14)."""
    who = command.perpetrator
    known("perpetrator", who.kind, ctx.protocol.document.perpetrator_kinds)
    if not (who.name or "").strip() or not ctx.protocol.identifiable(who.kind):
        raise Refused(IDENTITY_RULE, "no_name")
    if len(ctx.case.identities) >= IDENTITIES_MAX:
        raise Invalid(FieldError("perpetrator", "too_many", {"limit": str(IDENTITIES_MAX)}))
    event = e.PerpetratorIdentified(
        number=ctx.case.identity_steps + 1,
        perpetrator=who,
        born=command.born,
        fingerprint=ctx.facts.fingerprints[str(who.name)],
        why=command.why or "",
    )
    return (event,)


def merge_perpetrators(ctx: Context, command: c.MergePerpetrators) -> tuple[Event, ...]:
    """Say that who did it is somebody known under another name, or take that back; with a reason (AP-5.1.7)."""
    if not ctx.case.identities:
        raise Refused(IDENTITY_RULE, "not_identified")
    if not command.why:
        raise Refused(IDENTITY_RULE, "no_reason")
    mine, other = list(ctx.case.identities)[-1], ctx.facts.fingerprints[command.perpetrator]
    if mine == other:
        raise Invalid(FieldError("perpetrator", "same_name"))
    event = e.PerpetratorsMerged(
        number=ctx.case.identity_steps + 1,
        undone=command.undo,
        name=command.perpetrator,
        fingerprints=(mine, other),
        why=command.why,
    )
    return (event,)


def clear_perpetrator(ctx: Context, command: c.ClearPerpetrator) -> tuple[Event, ...]:
    """Take back who did it, with a reason; without a name everybody who was identified (AP-5.1.7)."""
    if not command.why:
        raise Refused(IDENTITY_RULE, "no_reason")
    nothing_holds(ctx)
    meant = [one for one in ctx.case.identities.values() if command.perpetrator in {None, one.perpetrator.name}]
    if not meant:
        raise Refused(IDENTITY_RULE, "not_identified")
    return tuple(cleared(ctx, meant, command.why))


def nothing_holds(ctx: Context) -> None:
    """Refuse to clear anybody while a measure with an end still runs: whoever decided it ends it first (AP-5.2.7)."""
    today = amsterdam_day(ctx.now)
    if any(one.ends_on and one.ends_on >= today and not one.ended_at for one in ctx.case.measures.values()):
        raise Refused(ENDING_RULE, "measure_runs")


def cleared(ctx: Context, identities: list[Identity], why: str) -> Iterator[Event]:
    """Yield that these identities have nothing to do with the case any more."""
    for number, one in enumerate(identities, ctx.case.identity_steps + 1):
        yield e.PerpetratorCleared(number=number, fingerprint=one.fingerprint, why=why)
