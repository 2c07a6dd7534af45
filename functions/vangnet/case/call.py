"""A duty that is called for: since when, for whom, about what, and whose it is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Call:
    """A duty is called for since `at` (UTC), for a person harmed or the case as a whole, from a person or a place.

    `again` says that it is called for although one like it was done before. `about` names what it is about where there
    may be several; `anchor` is from when its term runs, where that is not since it is called for. `longer` takes the
    row's longer term, with a committee; `until` is when it is due, whatever the row says: it was put off.
    """

    at: datetime
    person: str | None = None
    owner: str | None = None
    again: bool = False
    about: str | None = None
    anchor: datetime | None = None
    longer: bool = False
    until: datetime | None = None
