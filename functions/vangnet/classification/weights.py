"""The direction of a text without aggression: how much of it is about oneself, and how much about those who govern."""

from vangnet.classification.frames import has
from vangnet.classification.tagged import Sentence, Token

POINTERS = frozenset({"I", "ME", "u", "uw", "SWEAR"})  # they weigh, and say nothing when quoted alone
QUOTES_MAX = 4  # words quoted for a class; more of the same tells nothing new
# Each tag, what it adds to emotion and what to criticism.
WEIGHTS = {
    "FEELING": (2.0, 0.0),
    "SITUATION": (0.6, 0.0),
    "I": (0.8, 0.0),
    "ME": (0.4, 0.0),
    "YOU_PLURAL": (0.0, 2.5),
    "BODY_OF_STATE": (0.0, 1.4),
    "POLICY": (0.0, 1.6),
    "PROCEDURE": (0.0, 1.6),
    "ACCUSE": (0.0, 1.8),
    "ELSEWHERE": (0.0, 1.2),
    "u": (0.0, 0.3),
    "uw": (0.0, 0.8),
    "SWEAR": (0.5, 0.0),
}
# Whom it is about: without oneself or a citizen in the text emotion weighs less, without government criticism does.
ONESELF = ("I", "ME", "MY", "STRANGER", "hij", "zij", "ze")
GOVERNMENT = ("BODY_OF_STATE", "POLICY", "YOU_PLURAL", "PROCEDURE", "ELSEWHERE", "u", "uw", "OFFICE")
UNADDRESSED = 0.5
WEIGHED = frozenset(WEIGHTS)


class Weights:
    """Adds up the words for emotion and for criticism, and keeps the places of the first ones of each."""

    def __init__(self) -> None:
        """Start with nothing on either side."""
        self._emotion = 0.0
        self._criticism = 0.0
        self._oneself = False
        self._government = False
        self._places: dict[str, list[tuple[int, int]]] = {"emotion": [], "criticism": []}

    def add(self, sentence: Sentence) -> None:
        """Weigh every word of the sentence."""
        for before, token in zip((None, *sentence), sentence, strict=False):
            # To be at one's wits' end ("ten einde raad", "geen raad") is no governing body.
            if before is not None and has(token, "raad") and has(before, "einde", "geen"):
                continue
            self._oneself = self._oneself or has(token, *ONESELF)
            self._government = self._government or has(token, *GOVERNMENT)
            for tag in token.keys & WEIGHED:
                emotion, criticism = WEIGHTS[tag]
                self._emotion += emotion
                self._criticism += criticism
                self._keep(token, tag, emotion, criticism)

    @property
    def emotion(self) -> float:
        """Return the weight of the words about oneself and one's own situation."""
        return self._emotion * (1 if self._oneself else UNADDRESSED)

    @property
    def criticism(self) -> float:
        """Return the weight of the words about rules, policy and those who govern."""
        return self._criticism * (1 if self._government else UNADDRESSED)

    def quotes(self, classed: str) -> list[tuple[int, int]]:
        """Return the places of the first words for this class."""
        return self._places[classed]

    def _keep(self, token: Token, tag: str, emotion: float, criticism: float) -> None:
        """Keep the place of a word that says something when quoted."""
        side = "emotion" if emotion > criticism else "criticism"
        if tag not in POINTERS and len(self._places[side]) < QUOTES_MAX and not has(token, "NOT"):
            self._places[side].append((token.start, token.end))
