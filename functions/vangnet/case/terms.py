"""Terms of the document, counted from a moment."""

from datetime import datetime
from functools import lru_cache

from vangnet.calendar import Term, add, subtract


@lru_cache(maxsize=256)
def _parsed(term: str) -> Term:
    return Term.parse(term)


def after(moment: datetime, term: str) -> datetime:
    """Return the moment a term later (UTC); days and longer run by the Amsterdam calendar."""
    return add(moment, _parsed(term))


def before(moment: datetime, term: str) -> datetime:
    """Return the moment a term earlier (UTC)."""
    return subtract(moment, _parsed(term))
