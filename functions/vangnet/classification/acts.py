"""Deeds named by their verb: who does what to whom, threatened or done.

A verb of harm counts when it has somebody or something to fall on. Then its form decides:

- present, with the writer as doer, or after a modal verb - threat;
- past, or participle after "heeft" or "is" - physical violence;
- in both cases not when the one spoken to is the doer ("jullie maken het dorp kapot"), nor what is done to oneself.
"""

from collections.abc import Iterator

from vangnet.classification.frames import has
from vangnet.classification.hits import Hit
from vangnet.classification.tagged import Sentence, Token
from vangnet.classification.vocabulary import vocabulary

REACH = 9  # words on either side in which a verb seeks its doer and its object
PARTICLE_REACH = 9  # words between a verb and the particle that it is split from
# To hang up is what one does with a telephone, unless somebody is hanged.
HANGING = frozenset("hang hangt hing hingen hangen gehangen ophang ophangt ophing ophingen ophangen opgehangen".split())
HANGING_REACH = 5
FORMS = ("INF", "PRES", "PAST", "PART")
AUXILIARY = frozenset("heeft hebben heb had hadden is zijn ben werd werden word wordt geworden was waren hebt".split())
PASSIVE = frozenset("worden geworden word be werden".split())
# Who may be the doer, the likelier first: in "ik maak je af" both stand beside the verb.
DOERS = (
    ("I", "WE"),
    ("SAYS_YOU", "YOU_PLURAL"),
    ("HE", "STRANGER", "OFFICE", "GROUP", "KIN", "BODY_OF_STATE", "POLICY"),
)
OWN_THING = frozenset({"eigen"})
BODIES = ("BODY_OF_STATE", "POLICY")


def acts(sentence: Sentence) -> Iterator[Hit]:
    """Give every deed that the sentence threatens with or tells of."""
    for at, token in enumerate(sentence):
        if any(key.startswith(("HARM_", "BASE_")) for key in token.keys):
            hit = _act(sentence, at)
            if hit is not None:
                yield hit


def _act(sentence: Sentence, at: int) -> Hit | None:
    """Return what the verb at this place amounts to, if it is a deed."""
    killing = has(sentence[at], *(f"KILL_{form}" for form in FORMS))
    last = at
    if not has(sentence[at], *(f"HARM_{form}" for form in FORMS)) or _split_end(sentence, at):
        end = _split_end(sentence, at)
        if end is None:
            return None
        killing, last = True, max(at, end)
    if has(sentence[at], "THROW_INF", "THROW_PRES", "THROW_PAST", "THROW_PART") or has(sentence[at], "SMASH_PRES"):
        return None
    target = _target(sentence, at, last, killing)
    if target is None:
        return None
    kind = _kind(sentence, at, target)
    if kind is None:
        return None
    rule = "AP-2.1.8" if kind == "threat" else "AP-2.1.9"
    return Hit(rule, kind, min(at, target), max(last, target), at)


def _split_end(sentence: Sentence, at: int) -> int | None:
    """Return the place where the particle of a separable verb ends, after it or right before it."""
    found = [key for key in sentence[at].keys if key in vocabulary().particles]
    for word in found:
        for particle in vocabulary().particles[word]:
            size = len(particle)
            for start in (*range(at + 1, min(at + PARTICLE_REACH, len(sentence))), at - size, at - size - 1):
                part = sentence[start : start + size] if start >= 0 else ()
                if len(part) == size and all(map(has, part, particle)):
                    return start + size - 1
    return None


def _clause(sentence: Sentence, at: int) -> range:
    """Return the places that a verb can reach: its own clause, and the one before it."""
    low, high = max(0, at - REACH), min(len(sentence), at + REACH + 1)
    return range(low, high)


def _target(sentence: Sentence, at: int, last: int, killing: bool) -> int | None:
    """Return the place of whom or what the verb falls on, the nearest first."""
    places = sorted(_clause(sentence, at), key=lambda place: (abs(place - at), place))
    subject = _subject(sentence, at)
    hanging = not HANGING.isdisjoint(sentence[at].keys)
    for place in places:
        token = sentence[place]
        if any(has(token, "en", "maar", "want") for token in sentence[place + 1 : at]):
            continue
        if hanging and not (has(token, "YOU", "GROUP", "OFFICE") and abs(place - at) <= HANGING_REACH):
            continue
        if place == at or place == subject or (at < place <= last and not has(token, "YOU", "ME")):
            continue
        if has(token, "YOU", "ME", "OFFICE", "KIN") or (has(token, "BODY") and _owned(sentence, place)):
            if has(token, "ME", "MY") and subject is not None and has(sentence[subject], "I", "WE"):
                continue
            return place
        stands = has(token, "die") and _stands_for_somebody(sentence, place)
        if (stands or has(token, "GROUP", "EVERYONE", "HIM", "STRANGER")) and (
            killing or has(sentence[at], "HARM_PAST", "HARM_INF")
        ):
            return place
        if has(token, "THING") and has(sentence[at], "SMASH_INF", "SMASH_PAST", "SMASH_PART", "BASE_INF", "BASE_PRES"):
            return place
    return None


def _stands_for_somebody(sentence: Sentence, place: int) -> bool:
    """Tell whether "die" is a person on its own, and not the article of a thing."""
    following = sentence[place + 1].keys if place + 1 < len(sentence) else frozenset({"MODAL"})
    return any(key.startswith(("HARM_", "BASE_", "MODAL")) for key in following)


def _owned(sentence: Sentence, place: int) -> bool:
    """Tell whether a part of the body is somebody else's than the doer's own."""
    owner = sentence[place - 1] if place else None
    return owner is not None and has(owner, "YOUR", "MY", "OFFICE", "het", "de")


def _subject(sentence: Sentence, at: int) -> int | None:
    """Return the place of the doer: the pronoun or person beside the verb or beside the modal verb that governs it."""
    governing = [at] if not has(sentence[at], "HARM_INF", "HARM_PART", "BASE_INF", "BASE_PART") else []
    for place in sorted(_clause(sentence, at), key=lambda one: abs(one - at)):
        if place != at and (has(sentence[place], "MODAL") or not AUXILIARY.isdisjoint(sentence[place].keys)):
            governing.append(place)
    if not governing:
        governing = [at]
    for verb in governing:
        beside = [place for place in (verb - 1, verb + 1) if 0 <= place < len(sentence) and place != at]
        for tags in DOERS:
            for place in beside:
                if has(sentence[place], *tags):
                    return place
    return None


def _kind(sentence: Sentence, at: int, target: int) -> str | None:
    """Return the class of a deed by its form, its doer and whom it falls on."""
    subject = _subject(sentence, at)
    doer = sentence[subject] if subject is not None else None
    around = [sentence[place] for place in _clause(sentence, at) if place != at]
    modal = any(has(token, "MODAL") for token in around)
    done = any(not AUXILIARY.isdisjoint(token.keys) for token in around)
    verb = sentence[at]
    passive = any(not PASSIVE.isdisjoint(token.keys) for token in around)
    if doer is not None and _harmless_doer(doer, passive):
        return None
    if any(has(token, *OWN_THING) for token in around) and not has(sentence[target], "ME", "YOU", "OFFICE"):
        return None
    if has(verb, "HARM_PART", "BASE_PART") and (done or passive):
        return _participle(sentence, at, target, around, modal and passive)
    if has(verb, "HARM_PAST", "BASE_PAST"):
        return None if _metaphor(verb, around) else "physical_violence"
    if has(verb, "HARM_INF", "BASE_INF"):
        return "threat" if modal or _plan(around) else None
    return _present(sentence, at, target, doer)


def _harmless_doer(doer: Token, passive: bool) -> bool:
    """Tell whether the doer is the one spoken to or a body of government, so that the deed is a figure of speech."""
    if passive:
        return False
    return has(doer, "SAYS_YOU", "YOU_PLURAL") or (has(doer, *BODIES) and not has(doer, "I", "WE"))


def _metaphor(verb: Token, around: list[Token]) -> bool:
    """Tell whether policy is about, so that the blow is one to the purse or the trust."""
    return not has(verb, "HIT_PAST", "HIT_PART") and any(has(token, "POLICY", "ELSEWHERE") for token in around)


def _participle(sentence: Sentence, at: int, target: int, around: list[Token], ought: bool) -> str | None:
    """Return what a participle tells: what ought to be done is a threat, what was done is violence."""
    if ought:
        return "threat" if any(has(token, "OUGHT", "zullen", "zal", "gaan", "gaat") for token in around) else None
    if _metaphor(sentence[at], around):
        return None
    return (
        "physical_violence"
        if has(sentence[target], "ME", "MY", "YOU", "YOUR", "OFFICE", "THING", "BODY", "KIN")
        else None
    )


def _plan(around: list[Token]) -> bool:
    """Tell whether an infinitive is a plan or a call: "van plan om", "het enige is", "tijd om"."""
    return any(has(token, "plan", "om", "klaar", "oplossing") for token in around)


def _present(sentence: Sentence, at: int, target: int, doer: Token | None) -> str | None:
    """Return what a verb in the present tells: my deed to you is a threat, his deed to me is violence."""
    if doer is not None and has(doer, "I", "WE"):
        return None if has(sentence[target], "ME") else "threat"
    if doer is None and (at == 0 or sentence[at].pause) and has(sentence[at], "HARM_PRES", "BASE_PRES"):
        return "threat" if has(sentence[target], "OFFICE", "HIM", "GROUP", "EVERYONE") else None
    if doer is not None and has(sentence[target], "ME", "MY") and has(doer, "HE", "STRANGER"):
        return "physical_violence"
    return None
