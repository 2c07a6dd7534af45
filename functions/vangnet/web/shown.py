"""To whom the document shows a list over all cases, for pages and API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vangnet.web.house import house

if TYPE_CHECKING:
    from schemas.protocol.lists import ReadinessRow, TrendsRow
    from schemas.protocol.police import DamageRow, Triangle


def shown_to(row: DamageRow | Triangle | TrendsRow | ReadinessRow | None, person: str) -> bool:
    """Tell whether a person holds a role, or stands in for one, to which the document shows this list."""
    return row is not None and bool(set(house().protocol.roles_of(person)) & set(row.shown_to))
