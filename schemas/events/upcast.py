"""Lifting stored events of an older shape to the present one, one version at a time."""

from collections.abc import Callable, Mapping
from typing import Any

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

# (type, version it was stored in) -> the same fields one version later. Events are never rewritten in the store.
UPCASTERS: dict[tuple[str, int], Upcaster] = {}


class NewerEventError(ValueError):
    """The event was written by a newer version of the software than this one, so its stream is left alone."""


def lift(
    kind: str,
    version: int,
    fields: dict[str, Any],
    *,
    to: int,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> dict[str, Any]:
    """Return the fields as the present version of the event has them.

    Raises:
        NewerEventError: the event is newer than this software.
    """
    if version > to:
        raise NewerEventError(
            f"{kind} was stored in version {version}, and this software knows {to}; install a newer one"
        )
    for older in range(version, to):
        fields = upcasters[kind, older](fields)
    return fields
