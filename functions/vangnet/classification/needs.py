"""What a way of saying needs beside its words: somebody it is aimed at, another doer than the reader, an owner.

- `aim`: "ik ga dood van de stress" and "pas op voor gladheid" are aimed at nobody;
- `doer`: in "u weet ons te vinden" and "jullie steken je kop in het zand" the reader does it;
- `charge`: in a debat a wethouder is attacked with words;
- `owner`: windows broken in a park are no violence against who holds the office.
"""

from itertools import pairwise

from vangnet.classification.frames import has
from vangnet.classification.hits import Hit
from vangnet.classification.tagged import Sentence

NEAR = 2  # words beside the match in which its doer stands
WINDOW = 14  # words on either side that say what the match is about


def fulfilled(sentence: Sentence, hit: Hit, need: str) -> bool:
    """Tell whether the sentence has what the way of saying needs."""
    if of_ones_own(sentence, hit):
        return False
    if need == "aim":
        return _aimed(sentence, hit)
    if need == "doer":
        return not _by_the_reader(sentence, hit) and not _about_policy(sentence, hit)
    if need == "charge":
        return any(has(token, "ME", "MY") for token in sentence) or not _about_policy(sentence, hit)
    if need == "owner":
        return _owned(sentence, hit)
    return True


def of_ones_own(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is about the writer's own neighbour, landlord or former partner: his own situation."""
    around = _window(sentence, hit)
    if not any(has(one, "mijn", "mn") and has(near, "RELATION") for one, near in pairwise(around)):
        return False
    return not any(has(token, "YOU", "OFFICE", "SAID") for token in around) and any(
        has(token, "ME", "MY", "I") for token in around
    )


def _window(sentence: Sentence, hit: Hit) -> Sentence:
    """Return the words around the match."""
    return sentence[max(0, hit.first - WINDOW) : hit.last + 1 + WINDOW]


def _about_policy(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether votes, courts or traffic are what the sentence is about."""
    return any(has(token, "ELSEWHERE") for token in _window(sentence, hit)) and not any(
        has(token, "BODY", "WEAPON", "KIN", "bedreigd", "bedreigde", "geweld") for token in _window(sentence, hit)
    )


def _aimed(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the words fall on somebody else than the writer himself."""
    # "De gemeente laat de boeren creperen" is a figure of speech.
    figurative = (
        hit.first > 0 and has(sentence[hit.first - 1], "BODY_OF_STATE") and not has(sentence[hit.first - 1], "OFFICE")
    )
    if figurative or _about_policy(sentence, hit):
        return False
    inside = sentence[hit.first : hit.last + 1]
    after = sentence[hit.last + 1 : hit.last + 1 + NEAR]
    # To suffer under a policy is no threat.
    if has(sentence[hit.last], "lijden") and any(has(token, "onder") for token in (*inside, *after)):
        return False
    if any(has(token, "YOU", "YOUR", "OFFICE", "GROUP", "HIM") for token in inside):
        return True
    around = sentence[max(0, hit.first - WINDOW) : hit.first]
    if any(has(token, "SAID", "YOU", "YOUR") for token in around):
        return True
    beside = sentence[max(0, hit.first - NEAR) : hit.last + 1 + NEAR]
    return not any(has(token, "I", "WE", "ME") for token in beside) and not any(
        has(token, "MY") for token in (*around, *inside)
    )


def _by_the_reader(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the one spoken to, or a body of government, is the doer."""
    if not hit.first:
        return False
    before = sentence[hit.first - 1]
    if has(before, "I", "WE", "HE", "STRANGER") and not has(before, "SAYS_YOU"):
        return False
    if hit.first + 1 < len(sentence) and has(sentence[hit.first + 1], "I", "WE"):
        return False
    return has(before, "SAYS_YOU", "YOU_PLURAL", "BODY_OF_STATE") and not has(sentence[hit.first], "YOU", "ME", "MY")


def _owned(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it was done to who holds the office, or to the municipality, and is not a complaint to it."""
    around = _window(sentence, hit)
    if any(has(token, "MY", "ME", "OFFICE") for token in around):
        return True
    if any(has(token, "HIS") for token in sentence[max(0, hit.first - 1) : hit.first]):
        return False
    return not any(has(token, "PUBLIC_PLACE", "jullie", "gemeente", "handhaving") for token in around)
