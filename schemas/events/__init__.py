"""Every event, by its type; their older versions are lifted by upcasters."""

from schemas.events import house, mail, reports, response, work
from schemas.events.base import SYSTEM, Envelope, Event

EVENTS: dict[str, type[Event]] = {
    name: model
    for module in (reports, work, mail, house, response)
    for name, model in vars(module).items()
    if isinstance(model, type) and issubclass(model, Event) and model is not Event and name != "ClassReason"
}

__all__ = ["EVENTS", "SYSTEM", "Envelope", "Event"]
