"""Deeds named by their verb: who does what to whom, threatened or done.

A verb of harm counts when it has somebody or something to fall on. Then its form decides:

- present, with the writer as doer, or after a modal verb - threat;
- past, or participle after "heeft" or "is" - physical violence;
- in both cases not when the one spoken to is the doer ("jullie maken het dorp kapot"), nor what is done to oneself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vangnet.classification.frames import has
from vangnet.classification.hits import Hit
from vangnet.classification.tagged import Sentence, Token
from vangnet.classification.vocabulary import vocabulary

REACH = 9  # words on either side in which a verb seeks its doer, its object and the particle it is split from
HANGING_REACH = 5  # words between hanging and who is hanged; farther off it is a telephone
FORMS = ("INF", "PRES", "PAST", "PART")
HARM = tuple(f"HARM_{form}" for form in FORMS)
DEEDS = frozenset((*HARM, *(f"BASE_{form}" for form in FORMS)))
KILL = tuple(f"KILL_{form}" for form in FORMS)
OTHER_TABLES = ("THROW_INF", "THROW_PRES", "THROW_PAST", "THROW_PART", "SMASH_PRES")  # their ways of saying are idioms
# Who may be the doer, the likelier first: in "ik maak je af" both stand beside the verb.
DOERS = (
    ("I", "WE"),
    ("SAYS_YOU", "YOU_PLURAL"),
    ("HE", "STRANGER", "OFFICE", "GROUP", "KIN", "BODY_OF_STATE", "POLICY"),
)
FIGURATIVE_DOERS = ("SAYS_YOU", "YOU_PLURAL", "BODY_OF_STATE", "POLICY")
ON_THE_READER = ("ME", "MY", "YOU", "YOUR", "OFFICE", "THING", "BODY", "KIN")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of harm in its sentence: its place, where it ends, whether it is grave, and its doer if that is known."""

    at: int
    last: int
    killing: bool
    doer: int | None


def acts(sentence: Sentence) -> Iterator[Hit]:
    """Give every deed that the sentence threatens with or tells of."""
    for at, token in enumerate(sentence):
        if not DEEDS.isdisjoint(token.keys):
            verb = _verb(sentence, at)
            target = _target(sentence, verb) if verb else None
            kind = _kind(sentence, verb, target) if verb and target is not None else None
            if verb and kind and target is not None:
                rule = "AP-2.1.8" if kind == "threat" else "AP-2.1.9"
                yield Hit(rule, kind, min(at, target), max(verb.last, target), at)


def _verb(sentence: Sentence, at: int) -> Verb | None:
    """Read the verb at this place, with its particle if it is a separable one."""
    token = sentence[at]
    if has(token, *OTHER_TABLES):
        return None
    end = _split_end(sentence, at)
    if end is None and not has(token, *HARM):
        return None
    killing = end is not None or has(token, *KILL)
    return Verb(at, at if end is None else max(at, end), killing, _doer(sentence, at))


def _split_end(sentence: Sentence, at: int) -> int | None:
    """Return the place where the particle of a separable verb ends, after it or right before it."""
    particles = vocabulary().particles
    for word in sentence[at].keys:
        for particle in particles.get(word, ()):
            size = len(particle)
            starts: list[int] = [*range(at + 1, min(at + REACH, len(sentence))), at - size, at - size - 1]
            for start in starts:
                part = sentence[start : start + size] if start >= 0 else ()
                if len(part) == size and all(map(has, part, particle)):
                    return start + size - 1
    return None


def _near(sentence: Sentence, at: int) -> list[int]:
    """Return the places within reach of the verb, the nearest first."""
    places = (place for place in range(max(0, at - REACH), min(len(sentence), at + REACH + 1)) if place != at)
    return sorted(places, key=lambda place: abs(place - at))


def _doer(sentence: Sentence, at: int) -> int | None:
    """Return the place of the doer: beside the verb itself, or beside the modal verb that governs it."""
    bare = has(sentence[at], "HARM_INF", "HARM_PART", "BASE_INF", "BASE_PART")
    governing = [place for place in _near(sentence, at) if has(sentence[place], "MODAL", "AUXILIARY")]
    for verb in governing if bare and governing else [at]:
        beside = [place for place in (verb - 1, verb + 1) if 0 <= place < len(sentence) and place != at]
        for tags in DOERS:
            for place in beside:
                if has(sentence[place], *tags):
                    return place
    return None


def _target(sentence: Sentence, verb: Verb) -> int | None:
    """Return the place of whom or what the verb falls on, the nearest first."""
    if _gesture(sentence, verb.at):
        return None
    for place in _near(sentence, verb.at):
        token = sentence[place]
        in_particle = verb.at < place <= verb.last and not has(token, "YOU", "ME")
        if place == verb.doer or in_particle or _beyond(sentence, verb.at, place):
            continue
        if _falls_on(sentence, verb, place):
            return place
    return None


def _gesture(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb falls on the doer's own body: "hij sloeg zijn handen voor zijn ogen"."""
    begin = at + 2 if at + 1 < len(sentence) and has(sentence[at + 1], "met", "op", "in", "tegen") else at + 1
    own = sentence[begin : begin + 2]
    if len(own) < 2 or not has(own[0], "HIS") or not has(own[1], "BODY", "vuist", "vuisten"):
        return False
    return not any(has(token, "ME", "MY", "OFFICE", "YOU") for token in sentence[at : at + REACH])


def _beyond(sentence: Sentence, at: int, place: int) -> bool:
    """Tell whether the place is out of reach: before an "en", or too far from a telephone that is hung up."""
    if any(has(token, "en", "maar", "want") for token in sentence[place + 1 : at]):
        return True
    named = has(sentence[place], "YOU", "ME", "OFFICE", "BODY", "THING")
    if not named and any(token.pause for token in sentence[place + 1 : at + 1]):
        return True
    hanged = has(sentence[place], "YOU", "GROUP", "OFFICE") and abs(place - at) <= HANGING_REACH
    return has(sentence[at], "HANGING") and not hanged


def _falls_on(sentence: Sentence, verb: Verb, place: int) -> bool:
    """Tell whether the word at this place is somebody or something that the verb can harm."""
    token, deed = sentence[place], sentence[verb.at]
    if has(token, "YOU", "ME", "OFFICE", "KIN") or (has(token, "BODY") and _owned(sentence, place)):
        by_oneself = verb.doer is not None and has(sentence[verb.doer], "I", "WE")
        return not (by_oneself and has(token, "ME", "MY"))
    somebody = has(token, "GROUP", "EVERYONE", "HIM", "STRANGER") or _stands_for_somebody(sentence, place)
    if somebody and (verb.killing or has(deed, "HARM_PAST", "HARM_INF")):
        return True
    return has(token, "THING") and has(deed, "SMASH_INF", "SMASH_PAST", "SMASH_PART", "BASE_INF", "BASE_PRES")


def _stands_for_somebody(sentence: Sentence, place: int) -> bool:
    """Tell whether "die" is a person on its own, and not the article of a thing."""
    if not has(sentence[place], "die"):
        return False
    following = sentence[place + 1].keys if place + 1 < len(sentence) else frozenset({"MODAL"})
    return any(key.startswith(("HARM_", "BASE_", "MODAL")) for key in following)


def _owned(sentence: Sentence, place: int) -> bool:
    """Tell whether a part of the body is somebody else's than the doer's own."""
    return place > 0 and has(sentence[place - 1], "YOUR", "MY", "OFFICE", "het", "de")


def _kind(sentence: Sentence, verb: Verb, target: int) -> str | None:
    """Return the class of a deed by its form, its doer and whom it falls on."""
    doer = sentence[verb.doer] if verb.doer is not None else None
    around = [sentence[place] for place in _near(sentence, verb.at)]
    passive = any(has(token, "PASSIVE") for token in around)
    if doer is not None and not passive and has(doer, *FIGURATIVE_DOERS) and not has(doer, "OFFICE"):
        return None
    if any(has(token, "eigen") for token in around) and not has(sentence[target], "ME", "YOU", "OFFICE"):
        return None
    deed = sentence[verb.at]
    modal = any(has(token, "MODAL") for token in around)
    if has(deed, "HARM_PART", "BASE_PART") and (passive or any(has(token, "AUXILIARY") for token in around)):
        return _participle(deed, sentence[target], around, modal and passive)
    if has(deed, "HARM_PAST", "BASE_PAST"):
        return None if _metaphor(deed, around) else "physical_violence"
    if has(deed, "HARM_INF", "BASE_INF"):
        return "threat" if modal or any(has(token, "plan", "om", "klaar") for token in around) else None
    return _present(sentence, verb.at, sentence[target], doer)


def _metaphor(deed: Token, around: list[Token]) -> bool:
    """Tell whether policy is about, so that the blow is one to the purse or the trust."""
    return not has(deed, "HIT_PAST", "HIT_PART") and any(has(token, "POLICY", "ELSEWHERE") for token in around)


def _participle(deed: Token, target: Token, around: list[Token], ought: bool) -> str | None:
    """Return what a participle tells: what ought to be done is a threat, what was done is violence."""
    if ought:
        return "threat" if any(has(token, "OUGHT", "zullen", "zal", "gaan", "gaat") for token in around) else None
    if _metaphor(deed, around):
        return None
    if has(target, "THING") and any(has(token, "wordt", "worden") for token in around):
        return None  # a house that is going to be pulled down is no deed yet
    return "physical_violence" if has(target, *ON_THE_READER) else None


def _present(sentence: Sentence, at: int, target: Token, doer: Token | None) -> str | None:
    """Return what a verb in the present tells: my deed to you is a threat, his deed to me is violence."""
    if doer is not None and has(doer, "I", "WE"):
        scorn = has(sentence[at], "spuug", "spuw")  # "ik spuug op je" is contempt
        return None if scorn or has(target, "ME") else "threat"
    if doer is None and (at == 0 or sentence[at].pause):
        return "threat" if has(target, "OFFICE", "HIM", "GROUP", "EVERYONE") else None
    if doer is not None and has(target, "ME", "MY") and has(doer, "HE", "STRANGER"):
        return "physical_violence"
    return None
