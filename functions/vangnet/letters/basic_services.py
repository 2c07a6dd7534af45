"""What stays possible under a measure: the same words as in its letter, for whoever asks why."""

from vangnet.case.facts import Context
from vangnet.case.response_items import MeasureItem
from vangnet.letters.bases import BASES
from vangnet.letters.contents import MAY_ATTEND


def stays_possible(ctx: Context, item: MeasureItem) -> tuple[str, ...]:
    """Return what the measure never covers, as sentences in Dutch; nothing where it closes nothing."""
    settings = ctx.protocol.municipality.letters
    row = ctx.protocol.document.measures.get(item.measure)
    if row and row.letter == "service_limit":
        return settings.stays_open if settings else ()
    basis = next((one for name, one in BASES.items() if name == item.legal_basis), None)
    return tuple(sentence.format(meetings=MAY_ATTEND) for sentence in basis.exceptions) if basis else ()
