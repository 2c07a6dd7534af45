"""The response: hearing the other side, proposing, deciding and ending measures.

Before a measure the refusals come in a fixed order, each naming its rule: who may decide comes first (permit.py), then
what stands in BEFORE_A_MEASURE, then what the measure's own kind asks for.
"""

from collections.abc import Callable
from typing import get_args

from schemas.commands import response as c
from schemas.events import response as e
from schemas.events.base import Event
from schemas.words import HearingGround
from vangnet.case.ban_limits import BAN_LIMITS
from vangnet.case.bans import ANY_GROUND, BASES
from vangnet.case.deciding.fields import known, past
from vangnet.case.errors import Refused
from vangnet.case.facts import Context
from vangnet.case.invitations import waiting_answer
from vangnet.case.mandates import lacks_mandate
from vangnet.case.matrix import last_day_of, matrix_advice, too_long, too_short

ADVICE_RULE = "AP-5.2.1"
HEARING_RULE = "AP-2.5"
FITTING_RULE = "AP-2.6"
CLOSED_RULE = "AP-2.4"
DECIDER_RULE = "AP-5.2.7"

Check = Callable[[Context, c.DecideMeasure], str]


def record_hearing(ctx: Context, command: c.RecordHearing) -> tuple[Event, ...]:
    """Record that the perpetrator was heard, with his account; one that came by his link is confirmed so (AP-2.5)."""
    if command.form is None:
        raise Refused(HEARING_RULE, "no_form")
    waiting = waiting_answer(ctx.case) if command.form == "written" else None
    account = (command.account or "").strip() or (waiting.account if waiting else "")
    if not account:
        raise Refused(HEARING_RULE, "no_account_of_his")
    held_at = past(ctx, "held_at", command.held_at or (waiting.at if waiting else None))
    confirms = waiting.made if waiting else None
    return (e.HearingRecorded(form=command.form, held_at=held_at, account=account, confirms=confirms),)


def waive_hearing(ctx: Context, command: c.WaiveHearing) -> tuple[Event, ...]:
    """Record on which ground he is not heard, and why; only those that the words name are one (AP-2.5)."""
    ground = next((one for one in get_args(HearingGround) if one == command.ground), None)
    if ground is None:
        raise Refused(HEARING_RULE, "no_such_ground" if command.ground else "no_ground")
    if not command.why:
        raise Refused(HEARING_RULE, "no_reason")
    return (e.HearingWaived(ground=ground, why=command.why),)


def propose_ban(ctx: Context, command: c.ProposeBan) -> tuple[Event, ...]:
    """Propose a ban to who decides on it; what it lacks is asked for there (AP-5.2.7)."""
    _known_buildings(ctx, command.buildings)
    event = e.MeasureProposed(
        measure="ban",
        legal_basis=command.legal_basis,
        buildings=command.buildings,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        reasons=command.reasons or "",
    )
    return (event,)


def _usual(ctx: Context, command: c.DecideMeasure) -> c.DecideMeasure:
    """Return the decision with what the matrix says where nobody says otherwise: its last day, or its condition."""
    advice = matrix_advice(ctx)
    if advice is None or command.ends_on or command.ends_when:
        return command
    term, condition = advice.cell.usual.get(command.measure), advice.cell.ends_when.get(command.measure)
    if term and command.starts_on:
        return command.model_copy(update={"ends_on": last_day_of(command.starts_on, term)})
    open_ended = ctx.protocol.document.measures[command.measure].open_ended
    return command.model_copy(update={"ends_when": condition.nl}) if condition and open_ended else command


def decide_measure(ctx: Context, command: c.DecideMeasure) -> tuple[Event, ...]:
    """Decide a measure, once nothing stands in its way any more."""
    _known_words(ctx, command)
    command = _usual(ctx, command)
    for rule, asks in BEFORE_A_MEASURE:
        because = asks(ctx, command)
        if because:
            raise Refused(rule, because)
    ban = command.measure == "ban"
    if ban:
        _check_ban(ctx, command)
    for word in ctx.protocol.document.measures[command.measure].needs:
        because = NEEDS[word](ctx, command)
        if because:
            raise Refused(_rule_of(ctx, command), because)
    if lacks_mandate(ctx, command.measure, command.legal_basis if ban else None):
        raise Refused(DECIDER_RULE if ban else _rule_of(ctx, command), "no_mandate")
    advice, longer = matrix_advice(ctx), _longer(ctx, command)
    event = e.MeasureDecided(
        number=f"{command.measure}-{1 + sum(one.measure == command.measure for one in ctx.case.measures.values())}",
        measure=command.measure,
        legal_basis=command.legal_basis if ban else None,
        buildings=command.buildings,
        services=command.services,
        channels=command.channels,
        contact=command.contact or "",
        ends_when=command.ends_when or "",
        harmed_view=command.harmed_view or "",
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        departs=command.measure not in ctx.case.advised or longer,
        matrix=advice.version if advice else "",
        earlier=advice.earlier if advice else 0,
        reasons=command.reasons or "",
        why_departs=command.why_departs or "",
        representative=command.representative or "",
        repeated=command.repeated or "",
        owner=command.owner or ctx.case.handler or ctx.actor,
        of=tuple(ctx.case.identities),
    )
    return (event,)


def _known_words(ctx: Context, command: c.DecideMeasure) -> None:
    known("measure", command.measure, ctx.protocol.document.measures)
    known("owner", command.owner, ctx.protocol.municipality.people)
    for channel in command.channels:
        known("channels", channel, ctx.protocol.document.channels)


# What a kind of measure needs by the document, beside what every ban needs; each says what is missing, or nothing.
NEEDS: dict[str, Check] = {
    "services": lambda ctx, command: "" if command.services else "no_services",
    "channels": lambda ctx, command: "" if command.channels else "no_channels",
    "buildings": lambda ctx, command: "" if command.buildings else "no_buildings_named",
    "contact": lambda ctx, command: "" if (command.contact or "").strip() else "no_contact",
    "days": lambda ctx, command: _days(ctx, command),
    "representative": lambda ctx, command: "" if (command.representative or "").strip() else "no_representative",
    "harmed_view": lambda ctx, command: "" if (command.harmed_view or "").strip() else "no_harmed_view",
    "reasons": lambda ctx, command: "" if (command.reasons or "").strip() else "no_reasons",
}


def _days(ctx: Context, command: c.DecideMeasure) -> str:
    """Ask for the first day and the last, or under which condition it ends where the document allows that."""
    if command.starts_on and command.ends_on:
        return ""
    if not ctx.protocol.document.measures[command.measure].open_ended:
        return "no_days"
    return "" if command.starts_on and (command.ends_when or "").strip() else "no_end"


def end_measure(ctx: Context, command: c.EndMeasure) -> tuple[Event, ...]:
    """End a measure before its time, with a reason."""
    meant = ctx.case.running(command.measure)
    if meant is None:
        raise Refused(DECIDER_RULE, "no_such_measure")
    if not command.why:
        raise Refused(DECIDER_RULE, "no_reason")
    return (e.MeasureEnded(number=meant.id, why=command.why),)


def _asks(ctx: Context, command: c.DecideMeasure, what: str) -> bool:
    row = ctx.protocol.document.measures.get(command.measure)
    return row is not None and what not in row.without


def _advice(ctx: Context, command: c.DecideMeasure) -> str:
    return "no_advice" if _asks(ctx, command, "advice") and "give_advice" not in ctx.case.given else ""


def _hearing(ctx: Context, command: c.DecideMeasure) -> str:
    if not _asks(ctx, command, "hearing"):
        return ""
    if not ctx.case.heard:
        return "not_heard"
    grounds = BASES[command.legal_basis].grounds if command.measure == "ban" else ANY_GROUND
    of_its_own = ctx.protocol.document.measures[command.measure].hearing_grounds
    grounds = grounds if of_its_own is None else grounds & frozenset(of_its_own)
    return "ground_not_allowed" if ctx.case.heard in ANY_GROUND - grounds else ""


def _class(ctx: Context, command: c.DecideMeasure) -> str:
    return "class_not_confirmed" if _asks(ctx, command, "class") and not ctx.case.confirmed else ""


def _departure(ctx: Context, command: c.DecideMeasure) -> str:
    advised = command.measure in ctx.case.advised or not _asks(ctx, command, "advice")
    if (command.why_departs or "").strip():
        return ""
    if not advised:
        return "no_reason_to_depart"
    if too_short(ctx, command.measure, command.starts_on, command.ends_on):
        return "shorter_than_the_matrix"
    return "longer_than_the_matrix" if _longer(ctx, command) else ""


def _longer(ctx: Context, command: c.DecideMeasure) -> bool:
    of_law = BASES[command.legal_basis].besluit
    return too_long(ctx, command.measure, command.starts_on, command.ends_on, of_law=of_law)


def _closed(ctx: Context, command: c.DecideMeasure) -> str:
    return "closed" if ctx.case.state == "closed" else ""


# What stands in the way of a measure after who may decide it, in this order; each says why, or nothing.
BEFORE_A_MEASURE: tuple[tuple[str, Check], ...] = (
    (ADVICE_RULE, _advice),
    (HEARING_RULE, _hearing),
    (FITTING_RULE, _class),
    (FITTING_RULE, _departure),
    (CLOSED_RULE, _closed),
)


def _check_ban(ctx: Context, command: c.DecideMeasure) -> None:
    """Refuse a ban that lacks something, or that its legal basis does not allow (ban_limits.py)."""
    _known_buildings(ctx, command.buildings)
    for asks in BAN_LIMITS:
        because = asks(ctx, command)
        if because:
            raise Refused(_rule_of(ctx, command), because)


def _known_buildings(ctx: Context, buildings: tuple[str, ...]) -> None:
    for one in buildings:
        known("buildings", one, ctx.protocol.municipality.buildings)


def _rule_of(ctx: Context, command: c.DecideMeasure) -> str:
    return ctx.protocol.document.measures[command.measure].rule or FITTING_RULE
