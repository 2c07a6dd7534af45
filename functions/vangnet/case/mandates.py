"""What is decided in the college's name needs its mandate: a ban by house right, a limit on services (AP-5.2.7).

A ban by house right is an act of the municipality as owner, which the college decides (Gemeentewet 160); whoever else
does so does it by mandate, and the letter names it.
"""

from schemas.letterhead import Mandate
from vangnet.case.facts import Context


def needs_mandate(ctx: Context, measure: str, legal_basis: str | None) -> bool:
    """Tell whether a measure is the college's, so that whoever decides it here does so in its name."""
    row = ctx.protocol.document.measures.get(measure)
    letter = row.letter if row else None
    return letter == "service_limit" or (letter == "ban" and legal_basis == "huisrecht")


def mandate_for(ctx: Context, measure: str, legal_basis: str | None) -> Mandate | None:
    """Return the mandate by which a measure is decided in the college's name, where it needs one and there is one."""
    settings = ctx.protocol.municipality.letters
    if settings is None or not needs_mandate(ctx, measure, legal_basis):
        return None
    return settings.ban_mandate if legal_basis == "huisrecht" else settings.service_mandate


def lacks_mandate(ctx: Context, measure: str, legal_basis: str | None) -> bool:
    """Tell whether a measure needs a mandate that the municipality does not name."""
    return needs_mandate(ctx, measure, legal_basis) and mandate_for(ctx, measure, legal_basis) is None


def months_of_local_rule(ctx: Context) -> int | None:
    """Return how many months at most the municipality's by-law allows, where its article is known."""
    settings = ctx.protocol.municipality.letters
    return settings.local_rule.months_max if settings and settings.local_rule else None
