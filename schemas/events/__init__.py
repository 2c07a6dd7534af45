"""Every event, by its type; their older versions are lifted by upcasters.

The modules are looked through in this order, and imported when first asked: a function that files reports needs few.
"""

from importlib import import_module

from schemas.events.base import SYSTEM, Envelope, Event

SUBJECTS = (
    *("reports", "work", "mail", "house", "response", "perpetrators"),
    *("measures", "letters", "police", "damage", "door", "objections", "meetings", "prevention", "obligations"),
    *("outgoing", "trials"),
)


def event_type(name: str) -> type[Event] | None:
    """Return the model of an event, or None where this software knows none of that name."""
    for subject in SUBJECTS:
        model = getattr(import_module(f"schemas.events.{subject}"), name, None)
        if isinstance(model, type) and issubclass(model, Event) and model is not Event:
            return model
    return None


def all_events() -> dict[str, type[Event]]:
    """Return every event by its name, in the order of the subjects."""
    found: dict[str, type[Event]] = {}
    for subject in SUBJECTS:
        module = import_module(f"schemas.events.{subject}")
        names = (name for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__)
        found |= {name: model for name in names if (model := event_type(name)) and name != "ClassReason"}
    return found


__all__ = ["SYSTEM", "Envelope", "Event", "all_events", "event_type"]
