"""Which fields of a command's form stand on the page, and which of them it cannot do without."""

from vangnet.case.allowed import measures_to_decide
from vangnet.case.facts import Context

DECIDE = "decide_measure"
PROPOSE = "propose_ban"
BAN = "ban"
ALWAYS = frozenset({"measure", "reasons", "why_departs"})
OF_A_BAN = frozenset({"legal_basis", "buildings", "starts_on", "ends_on", "repeated"})
NEEDED_BY_A_BAN = frozenset({"buildings", "starts_on", "ends_on", "reasons"})
# What the document's word for what a measure needs asks for on its form.
OF_NEED: dict[str, frozenset[str]] = {
    "services": frozenset({"services"}),
    "channels": frozenset({"channels"}),
    "buildings": frozenset({"buildings"}),
    "contact": frozenset({"contact"}),
    "harmed_view": frozenset({"harmed_view"}),
    "days": frozenset({"starts_on", "ends_on"}),
    "representative": frozenset({"representative"}),
    "reasons": frozenset({"reasons"}),
}
# What a rule asks for although the command can be read without it: its lack is refused, so no page calls it optional.
ASKED_BY_A_RULE: dict[str, frozenset[str]] = {
    "take_case": frozenset({"aim"}),
    "confirm_class": frozenset({"why"}),
    "give_advice": frozenset({"why"}),
    "merge_perpetrators": frozenset({"why"}),
    "clear_perpetrator": frozenset({"why"}),
    "record_hearing": frozenset({"form"}),
    "waive_hearing": frozenset({"ground", "why"}),
    "end_measure": frozenset({"why"}),
    "change_measure": frozenset({"why"}),
    "revive_measure": frozenset({"why", "incident"}),
    "send_letter": frozenset({"by"}),
    "notify_police": frozenset({"reference"}),
    "file_aangifte": frozenset({"reference", "offences"}),
    "record_prosecution": frozenset({"state"}),
    "record_police_request": frozenset({"outcome"}),
    "record_consultation": frozenset({"with", "outcome"}),
    "record_security_measure": frozenset({"decided_by", "measure"}),
    "record_damage": frozenset({"item", "cents"}),
    "leave_claim": frozenset({"why"}),
    "draft_message": frozenset({"to", "text"}),
    "close_case": frozenset({"because", "evaluation.co_operation"}),
    "write_reflection": frozenset({"text"}),
    "write_message": frozenset({"text"}),
    "reopen_case": frozenset({"why"}),
    "decide_aangifte": frozenset({"file", "consulted"}),
    "plan_talk": frozenset({"at", "place"}),
    "plan_meeting": frozenset({"at"}),
    "record_risk_analysis": frozenset({"outcome", "measures"}),
    "record_training": frozenset({"topic"}),
}


def needed(ctx: Context, command: str, path: str, measure: str) -> bool:
    """Tell whether the command is refused without a field."""
    if command == DECIDE:
        return path in (NEEDED_BY_A_BAN if measure == BAN else _asked(ctx, measure) - _either(ctx, measure))
    return path in ASKED_BY_A_RULE.get(command, frozenset())


def relevant(ctx: Context, command: str, path: str, measure: str) -> bool:
    """Tell whether a field stands on the page of a command, for the measure that was chosen."""
    if command != DECIDE or not measure or path in ALWAYS:
        return True
    if measure == BAN:
        return path in OF_A_BAN
    # What is described in words alone may be anybody's task.
    asked = _asked(ctx, measure)
    return path in asked | _either(ctx, measure) or (path == "owner" and "reasons" in asked)


def _asked(ctx: Context, measure: str) -> frozenset[str]:
    row = ctx.protocol.document.measures.get(measure)
    return frozenset[str]().union(*(OF_NEED[word] for word in row.needs)) if row else frozenset()


def _either(ctx: Context, measure: str) -> frozenset[str]:
    """Return the fields of which one is enough: a last day, or the condition under which it ends."""
    row = ctx.protocol.document.measures.get(measure)
    return frozenset({"ends_on", "ends_when"}) if row and row.open_ended else frozenset()


def must_choose(ctx: Context, command: str, measure: str) -> bool:
    """Tell whether a measure is to be chosen first: one that the actor may decide."""
    return command == DECIDE and measure not in measures_to_decide(ctx)
