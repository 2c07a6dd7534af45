"""From what the rules found to one class, a score for each and the words it rests on.

- physical violence comes before threat, threat before verbal aggression, and that before the two that are allowed;
- between emotion and criticism the direction decides: "ik" and my own situation, or "jullie" and the policy;
- how loud it was, whether it bothered anybody and whose fault it was are not looked at (AP-2.1.3, AP-2.1.4, AP-2.3).
"""

from collections.abc import Iterator

from vangnet.classification.acts import acts
from vangnet.classification.frames import denied, held_off, said_not
from vangnet.classification.hits import Hit
from vangnet.classification.idioms import idioms
from vangnet.classification.insults import insults
from vangnet.classification.needs import fulfilled, of_ones_own
from vangnet.classification.phrases import Phrase
from vangnet.classification.reading import sentences
from vangnet.classification.suggestion import CLASSES, Reason, Suggestion
from vangnet.classification.tagged import Sentence
from vangnet.classification.weights import Weights

REASONS_MAX = 8  # as many as a reader takes in; more of the same tells nothing new
NEARLY = 0.05  # by how much the class must lead every other one
SURE, CONFIRMED = 0.8, 0.05  # the score of one ground, and what each further one adds


def suggest(text: str) -> Suggestion:
    """Return the class of the text, with the score of every class and the words that the class rests on."""
    found: dict[str, list[Reason]] = {name: [] for name in CLASSES}
    weights = Weights()
    for sentence in sentences(text):
        for hit in _hits(sentence):
            reasons = found[hit.classed]
            if len(reasons) < REASONS_MAX:
                reasons.append(Reason(hit.rule, text[sentence[hit.first].start : sentence[hit.last].end]))
        weights.add(sentence)
    grave = [name for name in reversed(CLASSES[2:]) if found[name]]
    if grave:
        return _suggestion(grave[0], {name: _sure(found[name]) for name in CLASSES}, found[grave[0]])
    return _mild(text, weights, found)


def _hits(sentence: Sentence) -> Iterator[Hit]:
    """Give what the rules find in a sentence and the writer or the reporter means."""
    for hit in acts(sentence):
        if not denied(sentence, hit) and not of_ones_own(sentence, hit) and not held_off(sentence, hit):
            yield hit
    for phrase, first, last in idioms().found(sentence):
        hit = Hit(phrase.rule, phrase.classed, first, last, first)
        if _meant(sentence, hit, phrase):
            yield hit
    for hit in insults(sentence):
        if not denied(sentence, hit):
            yield hit


def _meant(sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
    """Tell whether a way of saying is neither denied nor somebody else's."""
    if hit.classed == "verbal_aggression":
        # How one feels is no behaviour: "ik voel mij vernederd" (AP-2.1.4).
        return not any("VOELEN" in token.keys for token in sentence[max(0, hit.first - 2) : hit.last])
    return (
        (phrase.denies or not said_not(sentence, hit))
        and not held_off(sentence, hit)
        and fulfilled(sentence, hit, phrase.needs)
    )


def _sure(reasons: list[Reason]) -> float:
    """Return the score that so many grounds give."""
    return round(min(0.99, SURE + CONFIRMED * (len(reasons) - 1)), 3) if reasons else 0.0


def _mild(text: str, weights: Weights, found: dict[str, list[Reason]]) -> Suggestion:
    """Choose between emotion and criticism by the weight of the words for each."""
    emotion, criticism = weights.emotion, weights.criticism + 3.0 * len(found["criticism"])
    classed = "criticism" if criticism > emotion else "emotion"
    total = emotion + criticism
    scores = dict.fromkeys(CLASSES, 0.0)
    scores["emotion"] = round(emotion / (total + 1), 3)
    scores["criticism"] = round(criticism / (total + 1), 3)
    rule = "AP-2.1.6" if classed == "criticism" else "AP-2.1.5"
    quotes = weights.quotes(classed)
    reasons = [*found[classed], *(Reason(rule, text[start:end]) for start, end in quotes)]
    return _suggestion(classed, scores, reasons[:REASONS_MAX])


def _suggestion(classed: str, scores: dict[str, float], reasons: list[Reason]) -> Suggestion:
    """Return the suggestion, in which no other class scores as high as its own."""
    own = max(scores[classed], 2 * NEARLY)
    lower = {name: own if name == classed else round(min(score, own - NEARLY), 3) for name, score in scores.items()}
    return Suggestion(classed, lower, tuple(dict.fromkeys(reasons)))
