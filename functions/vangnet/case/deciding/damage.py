"""The ledger of damage: no more is paid than it cost, no more comes back than was claimed (AP-5.4.2, AP-5.4.11)."""

from schemas.commands import damage as c
from schemas.events import damage as e
from schemas.events.base import Event
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.ledger import PAID_FIRST, LedgerItem, named
from vangnet.case.people import harmed_people, office_concerned

PAY_RULE = "AP-5.4.11"
RECOVER_RULE = "AP-5.4.2"

ItemCommand = c.PayOut | c.Claim | c.RecordRecovery | c.LeaveClaim


def record_damage(ctx: Context, command: c.RecordDamage) -> tuple[Event, ...]:
    """Record an item of damage with its amount, or change that; never below what was paid, claimed or left."""
    if not command.item or command.cents is None:
        raise Refused(PAY_RULE, "no_item")
    found = ctx.case.ledger.get(named(command.item))
    if found and _of_another(ctx, found):
        raise Refused(PAY_RULE, "not_your_choice")
    kind = "home_security" if named(command.item) in {"home_security", "home security"} else command.kind
    if kind == "home_security" and not _home_secured(ctx):
        raise Refused(PAY_RULE, "no_home_security")
    used = max(found.paid, found.claimed, found.recovered + found.left) if found else 0
    if command.cents < used:
        raise Refused(PAY_RULE, "less_than_was_done")
    if found and found.paid and kind not in PAID_FIRST:
        raise Refused(PAY_RULE, "not_paid_first")
    return (e.DamageRecorded(kind=kind, cents=command.cents, item=command.item, why=command.why or ""),)


def _of_another(ctx: Context, item: LedgerItem) -> bool:
    """Tell whether an item may be of somebody else who is harmed, which the actor, harmed himself, does not change."""
    harmed = harmed_people(ctx)
    return ctx.actor in harmed and len(harmed) > 1 and item.told_by != ctx.actor


def _home_secured(ctx: Context) -> bool:
    """Tell whether the home of anybody harmed here is secured by the state's rules (Stcrt. 2023, 28233)."""
    row = ctx.protocol.document.damage
    offices = {office_concerned(ctx, one) for one in ctx.case.harmed}
    return row is not None and bool(offices & set(row.home_security_for))


def pay_out(ctx: Context, command: c.PayOut) -> tuple[Event, ...]:
    """Record what the municipality paid ahead of whoever did it; damage to feelings is not paid ahead (AP-5.4.11)."""
    one = _item(ctx, command, PAY_RULE)
    if one.kind not in PAID_FIRST:
        raise Refused(PAY_RULE, "not_paid_first")
    cents = _cents(command, one.to_pay, PAY_RULE, "more_than_it_cost")
    return (e.DamagePaidOut(cents=cents, item=one.item, why=command.why or ""),)


def claim(ctx: Context, command: c.Claim) -> tuple[Event, ...]:
    """Record a claim; the municipality goes to court only by a decision of the college (Gemeentewet 160(1)(e))."""
    one = _item(ctx, command, RECOVER_RULE)
    cents = _cents(command, one.to_claim, RECOVER_RULE, "more_than_can_be_claimed")
    if command.route == "civil_court" and not (command.college_decision or "").strip():
        raise Refused(RECOVER_RULE, "no_college_decision")
    claimed = e.DamageClaimed(
        cents=cents,
        route=command.route,
        item=one.item,
        why=command.why or "",
        college_decision=command.college_decision or "",
    )
    return (claimed,)


def record_recovery(ctx: Context, command: c.RecordRecovery) -> tuple[Event, ...]:
    """Record what came back, never more than was claimed and not left (AP-5.4.2)."""
    one = _item(ctx, command, RECOVER_RULE)
    cents = _cents(command, one.claim_open, RECOVER_RULE, "more_than_was_claimed")
    return (e.DamageRecovered(cents=cents, item=one.item, why=command.why or ""),)


def leave_claim(ctx: Context, command: c.LeaveClaim) -> tuple[Event, ...]:
    """Record what is not recovered any more, with the reason (AP-5.4.2)."""
    one = _item(ctx, command, RECOVER_RULE)
    if not command.why:
        raise Refused(RECOVER_RULE, "no_reason")
    cents = _cents(command, one.open, RECOVER_RULE, "more_than_is_open")
    return (e.DamageLeft(cents=cents, item=one.item, why=command.why),)


def _item(ctx: Context, command: ItemCommand, rule: str) -> LedgerItem:
    """Return the item that is meant; unnamed the only one there is."""
    ledger = ctx.case.ledger
    only = next(iter(ledger.values())) if len(ledger) == 1 else None
    found = ledger.get(named(command.item)) if command.item else only
    if found is None:
        raise Refused(rule, "no_such_item")
    if found.cents is None:
        raise Refused(rule, "no_amount_yet")
    return found


def _cents(command: ItemCommand, most: int, rule: str, because: str) -> int:
    """Return how much it is: what was said, else all that can be."""
    cents = most if command.cents is None else command.cents
    if cents <= 0 or cents > most:
        raise Refused(rule, because)
    return cents
