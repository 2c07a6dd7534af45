"""Lists and counts over everything: the roles to which a document shows them."""

from schemas.base import Name, Strict


class TrendsRow(Strict):
    """To whom the counts of all reports are shown (AP-5.1.8); they hold nobody's data."""

    rule: str | None = None
    shown_to: tuple[Name, ...]


class ReadinessRow(Strict):
    """To whom it is shown who would be reached now."""

    shown_to: tuple[Name, ...]
