"""What a text is suggested to be: its class, the score of every class, and the words that led to it."""

from collections.abc import Mapping
from dataclasses import dataclass

# In rising order, as in AP-2.1.5 to AP-2.1.9.
CLASSES = ("emotion", "criticism", "verbal_aggression", "threat", "physical_violence")


@dataclass(frozen=True)
class Reason:
    """A rule of the protocol, and the words of the text that it rests on, as they stand there."""

    rule: str
    quote: str


@dataclass(frozen=True)
class Suggestion:
    """The class suggested for a text, which always has the highest of the scores."""

    classed: str
    scores: Mapping[str, float]
    reasons: tuple[Reason, ...]
