"""Words of insult and whom they fall on: a person, a body of government, or oneself."""

from collections.abc import Iterator

from vangnet.classification.frames import has
from vangnet.classification.hits import Hit
from vangnet.classification.tagged import Sentence

REACH = 8  # words between an insult and the one it falls on
NAME_WITHIN = 3  # words from "jij bent" to the article, and from there to the end of the name
ARE = ("bent", "zijt", "ben", "bist", "are", "blijft", "lijkt")
ARTICLES = ("een", "n", "ne", "nen", "a", "an", "ein", "eine")
SHORT = 6  # a sentence of so few words that has an insult and nobody else in it calls it at the reader


def insults(sentence: Sentence) -> Iterator[Hit]:
    """Give the insults of the sentence that fall on a person, or on a body of government."""
    for at, token in enumerate(sentence):
        if has(token, "INSULT"):
            hit = _aimed(sentence, at)
            if hit is not None:
                yield hit
        elif has(token, "RUDE") and _rude_to_you(sentence, at):
            yield _hit(at - 1, min(at + 1, len(sentence) - 1), at, False)
        elif has(token, "SAYS_YOU"):
            called = _called_a(sentence, at)
            if called is not None:
                yield _hit(at, called, at, False)


def _rude_to_you(sentence: Sentence, at: int) -> bool:
    """Tell whether the sentence says "jij" and then at once a rude word: "jij achterlijke …"."""
    return at > 0 and has(sentence[at - 1], "jij", "gij", "you", "du", "jou") and not has(sentence[at], "ziek", "zieke")


def _called_a(sentence: Sentence, at: int) -> int | None:
    """Return where the name ends in "jij bent een …", when it is not an office, a kind word or a point of time."""
    beside = (at - 1, at + 1)
    if not any(0 <= place < len(sentence) and has(sentence[place], *ARE) for place in beside):
        return None
    for place in range(at + 1, min(at + 1 + NAME_WITHIN, len(sentence))):
        if has(sentence[place], *ARTICLES):
            name = sentence[place + 1 : place + 1 + NAME_WITHIN]
            if not name or any(has(token, "OFFICE", "STRANGER", "PRAISE", "BODY_OF_STATE", "POLICY") for token in name):
                return None
            return place + 1 if not any(key.startswith(("ge", "ver")) for one in name[1:] for key in one.keys) else None
    return None


def _aimed(sentence: Sentence, at: int) -> Hit | None:
    """Return whom the insult at this place falls on."""
    low, high = max(0, at - REACH), min(len(sentence), at + REACH + 1)
    innocent = has(sentence[at], "ALSO_INNOCENT") and not has(sentence[at], "STRONG")
    rude = at > 0 and has(sentence[at - 1], "RUDE", "SWEAR")
    first = at - 1 if rude else at
    aims = [place for place in range(low, high) if place != at and has(sentence[place], "YOU", "OFFICE")]
    mild = has(sentence[at], "MILD_INSULT")
    if any(has(sentence[place], "I", "MY", "RELATION") for place in range(low, high)) and not _you_are(
        sentence, at, low, high
    ):
        return None
    told = any(has(sentence[place], "SAID") for place in range(low, high))
    if told and any(has(sentence[place], "ME") for place in range(low, high)):
        return _hit(first, at, at, False)
    if has(sentence[at], "OFFICE"):
        return _hit(first, at, at, False)
    if aims and not (innocent and not rude and not _you_are(sentence, at, low, high)):
        near = min(aims, key=lambda place: abs(place - at))
        plural = all(has(sentence[place], "YOU_PLURAL") for place in aims)
        return _hit(min(near, first), max(near, at), at, plural and mild)
    if any(has(sentence[place], "BODY_OF_STATE") for place in range(low, high)) and not innocent:
        return _hit(first, at, at, True)
    return _hit(first, at, at, False) if _called(sentence, at, innocent, rude) else None


def _you_are(sentence: Sentence, at: int, low: int, high: int) -> bool:
    """Tell whether the sentence says "jij bent" near the insult, or "jij" right beside it."""
    if any(has(sentence[place], "YOU") for place in (at - 1, at + 1) if 0 <= place < len(sentence)):
        return True
    are = ("bent", "zijt", "ben", "zijn", "is", "are", "bist", "lijkt", "dat")
    return any(
        has(sentence[place], "YOU", "OFFICE")
        and any(has(sentence[near], *are) for near in (place - 1, place + 1) if low <= near < high)
        for place in range(low, high)
    )


def _called(sentence: Sentence, at: int, innocent: bool, rude: bool) -> bool:
    """Tell whether a short sentence calls the insult at the reader, naming nobody."""
    if len(sentence) > SHORT or (innocent and not rude and len(sentence) > 1):
        return False
    named = ("I", "ME", "MY", "WE", "HE", "HIM", "RELATION", "KIN", "BODY_OF_STATE", "POLICY", "GROUP")
    return not any(has(token, *named) for token in sentence if token is not sentence[at])


def _hit(first: int, last: int, core: int, at_a_body: bool) -> Hit:
    """Return the insult as a hit of its class."""
    if at_a_body:
        return Hit("AP-2.1.6", "criticism", first, last, core)
    return Hit("AP-2.1.7", "verbal_aggression", first, last, core)
