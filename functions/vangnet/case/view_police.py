"""What a case shows of police, prosecution and damage, for who may see those parts."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from schemas.events import police as e
from schemas.events.base import Envelope
from vangnet.case.facts import Context
from vangnet.case.ledger import LedgerItem, totals
from vangnet.case.people import acting, harmed_people
from vangnet.case.police import fitting_offences, klacht_of, lacking, may_speak, must_consent


def of_aangifte(ctx: Context, events: Sequence[Envelope]) -> dict[str, Any]:
    """Return police and prosecution: who agreed to what, what was filed, where it stands, and who may file."""
    steps = [_step(one) for one in events if type(one.event) in STEPS]
    police = ctx.case.police
    return {
        "consents": _consents(ctx),
        "lacking": list(lacking(ctx, "aangifte")),
        "may_speak": may_speak(ctx),
        "may_file": list(_may_file(ctx)),
        "klacht": sorted({who for one in police.filings for who in klacht_of(ctx, one.offences, one.persons)}),
        "klacht_perhaps": [] if police.filings else list(_perhaps(ctx)),
        "prosecution": police.prosecution,
        "steps": steps,
    }


def _perhaps(ctx: Context) -> tuple[str, ...]:
    """Return who would have to complain himself if it is what the report looks like; his three months run already."""
    return klacht_of(ctx, fitting_offences(ctx), must_consent(ctx))


STEPS = (e.PoliceNotified, e.AangifteFiled, e.ProsecutionRecorded, e.PoliceAsked, e.Consulted, e.PoliceFileMade)


def _step(one: Envelope) -> dict[str, Any]:
    return {"at": one.at, "by": one.actor, "step": type(one.event).__name__} | one.event.model_dump()


def _consents(ctx: Context) -> list[dict[str, Any]]:
    """Return what each person harmed said; who is harmed himself sees his own and his family's alone."""
    own = {one.key for one in ctx.case.harmed if ctx.actor in (one.person, one.family_of)}
    found = ctx.case.police.consents.items()
    return [
        {"person": person, "to": to, "holds": one.holds} | asdict(one)
        for (person, to), one in found
        if person in own or ctx.actor not in harmed_people(ctx)
    ]


def _may_file(ctx: Context) -> tuple[str, ...]:
    roles = (word for word in ctx.protocol.command("file_aangifte").by if ctx.protocol.is_role(word))
    return tuple(dict.fromkeys(who for role in roles for who in acting(ctx, role)))


def of_damage(ctx: Context) -> dict[str, Any]:
    """Return the ledger: each item with its sums, and the totals, in whole euro cents."""
    items = ctx.case.ledger.values()
    return {"items": [_item(one) for one in items], "totals": asdict(totals(items))}


def _item(one: LedgerItem) -> dict[str, Any]:
    fields = ("item", "kind", "cents", "paid", "claimed", "recovered", "left", "to_pay", "to_claim", "open")
    return {name: getattr(one, name) for name in fields}
