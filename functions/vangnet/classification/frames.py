"""Whether the words are the writer's own: denial, quotation, what is said to others, and counter-speech.

In this order, the first that holds makes that a hit does not count:

- it is denied: "ik zal je niet slaan", "niemand wil u iets aandoen";
- it is held off: "laten we niet toestaan dat …", "wie … zegt, hoort hier niet";
- it is quoted or told to be disapproved of: "mensen die zeggen dat …, zijn fout";
- it is news, or what another said to others.

What somebody said to the reporter himself is never held off.
"""

from itertools import pairwise

from vangnet.classification.hits import Hit
from vangnet.classification.tagged import Sentence, Token

DENIED_WITHIN = 5  # words between a denial and what it denies
FRAME_WITHIN = 25  # words before a hit in which its frame is sought; a longer sentence is a list


def has(token: Token, *tags: str) -> bool:
    """Tell whether the token bears one of the tags."""
    return not token.keys.isdisjoint(tags)


def denied(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a denial has the core of the hit in its scope."""
    core = sentence[hit.core]
    if has(core, "HARM_PRES", "HARM_PAST", "BASE_PRES", "BASE_PAST") and not has(core, "HARM_INF", "HARM_PART"):
        if _not_after(sentence, hit.core):
            return True
        return any(has(token, "nobody", "niemand") for token in _clause_before(sentence, hit.core))
    return any(has(token, "NOT", "HINDER") for token in _clause_before(sentence, hit.core)) or (
        has(core, "BASE_INF", "HARM_INF") and _not_after(sentence, hit.core) and not _modal_before(sentence, hit.core)
    )


def said_not(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a way of saying is denied: within it, or right before it."""
    if any(has(token, "NOT") for token in sentence[hit.first + 1 : hit.last]):
        return True
    for place in range(hit.first - 1, max(-1, hit.first - 4), -1):
        if sentence[place + 1].pause or has(sentence[place], "GLUE"):
            return False
        if has(sentence[place], "NOT") and (place == hit.first - 1 or not has(sentence[place], "niet")):
            return True
    return False


def _modal_before(sentence: Sentence, core: int) -> bool:
    """Tell whether a modal verb governs the word from before it."""
    return any(has(token, "MODAL") for token in sentence[max(0, core - DENIED_WITHIN) : core])


def _not_after(sentence: Sentence, core: int) -> bool:
    """Tell whether a denial follows in the same clause: "ik sla je niet"."""
    for token in sentence[core + 1 : core + 1 + DENIED_WITHIN]:
        if token.pause or has(token, "GLUE"):
            return False
        if has(token, "NOT"):
            return True
    return False


def _clause_before(sentence: Sentence, core: int) -> list[Token]:
    """Return the words before this one in its clause, the nearest first."""
    found: list[Token] = []
    for at in range(core - 1, max(-1, core - 2 - DENIED_WITHIN), -1):
        token = sentence[at]
        if has(token, "GLUE"):
            break
        found.append(token)
        if sentence[at + 1].pause or token.pause:
            break
    return found


def held_off(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the words are somebody else's, and told without being aimed at the reporter."""
    before = sentence[max(0, hit.first - FRAME_WITHIN) : hit.first]
    if sentence[hit.core].quoted or sentence[hit.last].quoted:
        outside = [
            token for token in sentence[max(0, hit.first - FRAME_WITHIN) : hit.last + FRAME_WITHIN] if not token.quoted
        ]
        return _spoken_of(outside)
    # "Wie voorstemt krijgt een kogel" is the writer's own.
    whoever = _generic_who(before) and not has(sentence[hit.first], "krijgt", "verdient", "gaat", "zal")
    if whoever or _not_allowed(before) or _whoever(sentence, hit) or _as_a_noun((*before, sentence[hit.first])):
        return True
    saying = next((at for at in range(len(before) - 1, -1, -1) if has(before[at], "SAYS", "SAID")), None)
    if saying is None:
        told = any(has(token, "NEWS") for token in sentence[max(0, hit.last - FRAME_WITHIN) : hit.last])
        mine = any(has(token, "ME", "MY") for token in sentence)
        return told and not mine and not any(has(token, "I") for token in sentence[1 : hit.last])
    return _told(sentence, hit, before, saying)


def _whoever(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the doer is whoever does it: "en wie u bedreigt"."""
    reach = sentence[max(0, hit.first - 1) : hit.last]
    return any(
        has(one, "wie", "degene", "diegene", "iedereen")
        and has(near, "YOU", "OFFICE", "HIM", "KIN", "die", "een", "iemand")
        for one, near in pairwise(reach)
    )


def _not_allowed(before: Sentence) -> bool:
    """Tell whether what follows is forbidden or regretted: "laten we niet toestaan dat"."""
    return any(has(token, "ALLOW") for token in before) and any(has(token, "NOT") for token in before)


def _as_a_noun(before: Sentence) -> bool:
    """Tell whether the saying itself is spoken of: "voor het zeggen dat", "het dreigen om"."""
    return any(has(one, "het") and has(near, "SAYS") for one, near in pairwise(before))


def _generic_who(before: Sentence) -> bool:
    """Tell whether the sentence is about whoever does it: "wie een ander bedreigt"."""
    # After a pause the main clause follows, and that is the writer's own: "wie voorstemt, die …".
    own = any(has(one, "I", "WE") for one in before) or any(one.pause for one in before[1:])
    return bool(before) and has(before[0], "wie", "iedereen") and not own


def _spoken_of(outside: list[Token]) -> bool:
    """Tell whether a quotation is spoken about, and not told as what somebody said to the reporter."""
    if any(has(token, "SAID") for token in outside) and any(has(token, "ME", "MY") for token in outside):
        return False
    if any(has(token, "CONDEMN", "GENERIC") for token in outside):
        return True
    return any(
        has(one, "als", "het", "wanneer") and any(has(near, "SAYS") for near in outside[at + 1 : at + 4])
        for at, one in enumerate(outside)
    )


def _told(sentence: Sentence, hit: Hit, before: Sentence, saying: int) -> bool:
    """Tell whether a reported saying leaves the writer out: not his own words, and not aimed at him."""
    inside = sentence[hit.first : hit.last + 1]
    near = before[max(0, saying - 2) : saying + 3]
    linked = any(has(token, "dat", "om", "hoe", "of", "that") for token in (*before[saying + 1 :], *inside))
    if has(before[saying], "zeg") and saying == 0:  # "zeg tegen je zoon dat" bids, and tells of nobody
        return False
    if not linked or (any(has(token, "I", "WE") for token in near if not has(token, "SAYS")) and _plain_say(near)):
        return False
    if has(before[saying], "SAYS"):
        others = any(has(token, "YOU", "HE", "als", "GENERIC") for token in near)
        mine = any(has(token, "ME", "MY", "OFFICE") for token in inside)
        return (others or any(has(token, "CONDEMN") for token in before)) and not mine
    if has(before[saying], "SAID"):
        if any(has(token, "ME", "MY", "OFFICE", "I", "YOU") for token in sentence[: hit.last + FRAME_WITHIN]):
            return any(has(token, "CONDEMN", "NEWS") for token in before[:saying])
        others = any(has(token, "HIM", "GROUP", "KIN", "STRANGER", "GENERIC") for token in inside)
        return others or any(has(token, "GROUP") for token in before[saying + 1 :])
    return False


def _plain_say(near: Sentence) -> bool:
    """Tell whether the saying is the writer's own announcement: "ik zeg dat"."""
    return any(
        has(token, "zeg", "zeggen", "vind", "vinden", "roep", "zweer", "denk", "hoop", "wens", "schrijf")
        for token in near
    )
