"""The highest class of which a rule is found in the text."""

import re

from vangnet.classification.suggestion import CLASSES, Reason, Suggestion

RULES = (
    ("AP-2.1.9", "physical_violence", r"\b(sloeg|schopte|gegrepen|geslagen|geduwd|gegooid|spuugde)\b"),
    ("AP-2.1.8", "threat", r"\b(weten (we )?je te vinden|(sla|slaan) \w+ in elkaar|maak je (dood|af|kapot))\b"),
    ("AP-2.1.7", "verbal_aggression", r"\b(sukkel|loser|klootzak|kankerhoer|leugenaar|mietje)\b"),
    ("AP-2.1.6", "criticism", r"\b(jullie|beleid|college|gemeente|gemeenteraad|besluit)\b"),
    ("AP-2.1.5", "emotion", r"\b(ten einde raad|huilde|eigen situatie|moedeloos|wanhopig)\b"),
)


def suggest(text: str) -> Suggestion:
    """Return the class of the gravest rule found in the text, and the words it was found in."""
    low = text if len(text.lower()) != len(text) else text.lower()
    found = [(rule, name, hit) for rule, name, pattern in RULES if (hit := re.search(pattern, low))]
    classed = found[0][1] if found else CLASSES[0]
    if "threat" in [name for _, name, _ in found]:
        classed = "threat"
    scores = {name: 0.9 if name == classed and found else 0.1 for name in CLASSES}
    scores[classed] = 0.9 if found else 0.2
    reasons = tuple(Reason(rule, text[hit.start() : hit.end()]) for rule, name, hit in found if name == classed)
    return Suggestion(classed, scores, reasons)
