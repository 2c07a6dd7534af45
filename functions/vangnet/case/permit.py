"""Who may give a command, in this order: nobody harmed in the case decides in it (AP-6.2), then the document's table.

- Who may not give a command and may not see the case learns nothing more than that (AP-5.1.6).
- Who sees it but may not give the command is told the command's own rule.
"""

from schemas.commands import Command, name_of
from vangnet.case.alarms import in_chain
from vangnet.case.bans import DEFAULT_BASIS, deciding_role
from vangnet.case.citing import citing
from vangnet.case.duty_names import find_duty
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.in_force import BAN
from vangnet.case.invitations import INVITED
from vangnet.case.owners import holding_talk, may_complete, owners
from vangnet.case.people import acting, harmed_people, next_deputy, place
from vangnet.case.police import CONSENT_RULES
from vangnet.case.response_items import MeasureItem
from vangnet.case.sight import sees
from vangnet.case.state import DutyItem

HARMED_RULE = "AP-6.2"
SIGHT_RULE = "AP-5.1.6"
DECIDE = "decide_measure"
OF_ANYONE = frozenset({"anyone", "member", "office", "sees", "self", "harmed", "reporter"})


@citing
def check_permit(ctx: Context, command: Command) -> None:
    """Pass if the actor may give the command.

    Raises:
        Refused: by AP-6.2, AP-5.1.6 or the command's own rule.
    """
    row = ctx.protocol.command(name_of(type(command)))
    if ctx.actor in harmed_people(ctx) and not _ones_own(ctx, command, row.by):
        raise Refused(HARMED_RULE, "harmed")
    if any(may(ctx, word, command) for word in row.by):
        return
    known = ctx.case.kind == "none" or bool(sees(ctx, ctx.actor))
    raise Refused(_rule(ctx, command, row.rule) if known else SIGHT_RULE, "not_yours" if known else "not_seen")


def _rule(ctx: Context, command: Command, rule: str) -> str:
    """Return the rule by which a command is somebody else's; a measure and a consent have rules of their own."""
    if name_of(type(command)) in {"consent", "withdraw_consent"}:
        return CONSENT_RULES[getattr(command, "to", "")]
    name = measure_meant(ctx, command)
    row = ctx.protocol.document.measures.get(name) if name else None
    return (row.decided_by_rule if row else None) or rule


def measure_meant(ctx: Context, command: Command) -> str | None:
    """Return the kind of measure that a command decides, ends, changes or revives."""
    if name_of(type(command)) == DECIDE:
        return getattr(command, "measure", None)
    item = _item_meant(ctx, command)
    return item.measure if item else None


def _item_meant(ctx: Context, command: Command) -> MeasureItem | None:
    """Return the measure of the case that a command is about."""
    name = getattr(command, "measure", None)
    match name_of(type(command)):
        case "end_measure" | "change_measure":
            return ctx.case.running(name)
        case "revive_measure":
            return ctx.case.ended_early(name)
        case _:
            return None


def deciders(ctx: Context, command: Command) -> tuple[str, ...]:
    """Return who decides the measure of a command: by the legal basis of a ban, else whom the document names."""
    name, deciding = measure_meant(ctx, command), name_of(type(command)) == DECIDE
    if deciding and name is None:  # A form that is not filled in yet: whoever decides any.
        rows = ctx.protocol.document.measures.values()
        roles = [role for row in rows for role in (row.decider or "handler", *row.decider_for.values())]
        return tuple(who for role in dict.fromkeys(roles) for who in place(ctx, role))
    item = _item_meant(ctx, command)
    basis = getattr(command, "legal_basis", DEFAULT_BASIS) if deciding else item.legal_basis if item else None
    return place(ctx, deciding_role(ctx.protocol, name or "", basis if name == BAN else None) or "handler")


def decided_by(ctx: Context, item: MeasureItem) -> tuple[str, ...]:
    """Return who decides a measure now: the same who decides on an objection against it."""
    return place(ctx, deciding_role(ctx.protocol, item.measure, item.legal_basis) or "handler")


def may(ctx: Context, word: str, command: Command) -> bool:
    """Tell whether the actor is one whom this word of the table means."""
    match word:
        case "anyone":
            return True
        case "invited":
            return ctx.actor == INVITED
        case "member":
            return bool(ctx.protocol.office_of(ctx.actor) or ctx.protocol.roles_of(ctx.actor))
        case "office":
            return ctx.protocol.office_of(ctx.actor) is not None
        case "sees":
            part = getattr(command, "part", "summary")
            return part in sees(ctx, ctx.actor)
        case "alarmed":
            return any(in_chain(ctx, alarm, ctx.actor) for alarm in ctx.case.alarms.values())
        case "rung":
            return ctx.case.trial is not None and ctx.actor in ctx.case.trial.asked
        case "owner":
            duty = _duty_meant(ctx, command)
            return duty is not None and may_complete(ctx, duty, ctx.actor)
        case "decider":
            return ctx.actor in deciders(ctx, command)
        case "giver":
            return ctx.actor in (*place(ctx, word), *_holds_the_talk(ctx, command))
        case "self":
            return _for_himself(ctx, command)
        case "harmed":
            mine = {who for one in ctx.case.harmed for who in (one.person, one.family_of)}
            return ctx.actor in mine
        case _:
            return ctx.actor in place(ctx, word)


def _holds_the_talk(ctx: Context, command: Command) -> tuple[str, ...]:
    """Return who holds a talk that the document gives to a role of its own."""
    talk, person = getattr(command, "talk", None), getattr(command, "person", None)
    return holding_talk(ctx, talk, str(person or "")) if talk else ()


def _for_himself(ctx: Context, command: Command) -> bool:
    person = getattr(command, "person", None) or ctx.actor
    deputies = {who for role in ctx.protocol.holds(person) for who in next_deputy(ctx, role)}
    return ctx.actor == person or ctx.actor in deputies


def _ones_own(ctx: Context, command: Command, by: tuple[str, ...]) -> bool:
    """Tell whether a command is the harmed's own or anyone's."""
    if OF_ANYONE & set(by):
        return True
    duty = _duty_meant(ctx, command)
    return duty is not None and ctx.protocol.duties()[duty.name].owner == "harmed" and ctx.actor in owners(ctx, duty)


def _duty_meant(ctx: Context, command: Command) -> DutyItem | None:
    name = getattr(command, "duty", "")
    return find_duty(ctx.case, name) if name else None


def acts_as(ctx: Context, command: Command) -> str | None:
    """Return the role in which the actor stands in for somebody, for the record of who did it."""
    by = ctx.protocol.command(name_of(type(command))).by
    speaks = ctx.protocol.document.spokesperson
    words = [speaks if word == "spokesperson" and speaks else word for word in by]
    roles = [word for word in words if ctx.protocol.is_role(word)]
    for role in roles:
        holders, _ = ctx.protocol.candidates(role)
        if ctx.actor in acting(ctx, role):
            return role if ctx.actor not in holders else None
    return None
