"""From the words of an incident to the class that the protocol's scheme gives it (AP-2.1.5 to AP-2.1.9)."""

from vangnet.classification.score import suggest
from vangnet.classification.suggestion import CLASSES, Reason, Suggestion

__all__ = ["CLASSES", "Reason", "Suggestion", "suggest"]
