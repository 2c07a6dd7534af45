"""Which fields of a command's form stand on the page: of a measure only those that its kind has."""

from vangnet.case.allowed import measures_to_decide
from vangnet.case.facts import Context

DECIDE = "decide_measure"
PROPOSE = "propose_ban"
ALWAYS = frozenset({"measure", "reasons", "why_departs"})
# What the forms of some kinds have more; a kind that is not here has a reason and no more.
OF_KIND: dict[str, frozenset[str]] = {
    "ban": frozenset({"legal_basis", "buildings", "starts_on", "ends_on", "repeated"}),
    "service_limit": frozenset({"services", "starts_on", "ends_on"}),
    "incident_talk": frozenset({"representative"}),
    "other": frozenset({"owner"}),
}

# What a kind cannot do without, so that the page does not call it optional.
NEEDED: dict[str, frozenset[str]] = {
    "ban": frozenset({"buildings", "starts_on", "ends_on", "reasons"}),
    "service_limit": frozenset({"services", "starts_on", "ends_on"}),
    "incident_talk": frozenset({"representative"}),
    "other": frozenset({"reasons"}),
}


def needed(command: str, path: str, measure: str) -> bool:
    """Tell whether a measure of that kind cannot be decided without a field."""
    return command == DECIDE and path in NEEDED.get(measure, frozenset())


def relevant(command: str, path: str, measure: str) -> bool:
    """Tell whether a field stands on the page of a command, for the measure that was chosen."""
    return command != DECIDE or not measure or path in ALWAYS | OF_KIND.get(measure, frozenset())


def must_choose(ctx: Context, command: str, measure: str) -> bool:
    """Tell whether a measure is to be chosen first: one that the actor may decide."""
    return command == DECIDE and measure not in measures_to_decide(ctx)
