"""Every known word with its tags: written out from the tables, with plurals, conjugations and compounds."""

from dataclasses import dataclass
from functools import cache

from vangnet.classification.idioms import idioms
from vangnet.classification.spelling import Speller, fold
from vangnet.classification.tagged import Keys
from vangnet.classification.words_civic import CIVIC
from vangnet.classification.words_feeling import FEELING
from vangnet.classification.words_force import HITTING, KILLING, PARTS_AND_THINGS, SEPARABLE, SMASHING, THROWING
from vangnet.classification.words_insult import ILLNESSES, INSULTS, PERSONS
from vangnet.classification.words_people import PEOPLE
from vangnet.classification.words_speech import SPEECH

FORMS = ("INF", "PRES", "PRES", "PAST", "PAST", "PART")
VERBS = (("KILL", KILLING), ("HIT", HITTING), ("SMASH", SMASHING), ("THROW", THROWING))
# Ends of compounds by which a longer word is known: azc-besluit, parkeerbeleid, dorpsraad.
COMPOUND_ENDS = (
    *(
        ("POLICY", end)
        for end in ("beleid", "besluit", "plan", "plannen", "regeling", "heffing", "belasting", "tarieven")
    ),
    *(
        ("POLICY", end)
        for end in ("vergunning", "project", "akkoord", "verordening", "maatregelen", "subsidie", "park")
    ),
    *(("BODY_OF_STATE", end) for end in ("raad", "bestuur", "gemeente", "fractie", "college", "partij")),
    *(("INSULT", end) for end in ("lijer", "wijf", "hoer", "zakkenvuller", "likker", "neuker", "verrader", "mongool")),
    *(("INSULT", end) for end in ("klootzak", "teef", "hufter", "smeerlap", "flikker", "kutje", "kruiper")),
    *(
        ("THING", end)
        for end in ("auto", "deur", "ruit", "raam", "woning", "kantoor", "fiets", "gevel", "borden", "hek")
    ),
    *(("KIN", end) for end in ("dochter", "zoon", "zoontje", "dochtertje", "kinderen")),
    *(("BLOW", end) for end in ("stoot", "klap", "schop", "vuistslag")),
    *(("BODY", end) for end in ("schedel", "schijven")),
    *(("GROUP", end) for end in ("mensen", "lovers")),
    *(("ARMS", end) for end in ("geweer", "pistool", "wapen", "wapens", "granaat", "kogel")),
    *(
        ("POLICY", end)
        for end in ("verhoging", "verlaging", "sluiting", "beleid", "nota", "visie", "drempels", "systeem")
    ),
    *(("OFFICE", end) for end in ("burgemeester", "wethouder", "raadslid", "raadsleden", "voorzitter")),
)
CIVIC_FRONTS = ("raads", "gemeente", "wethouders", "burgemeesters", "stadsbest", "fractie", "raadz", "raadh", "beleids")
NO_TAGS: Keys = frozenset()


@dataclass(frozen=True)
class Vocabulary:
    """The known words with their tags, the particles of separable verbs, and the speller made of them."""

    words: dict[str, Keys]
    particles: dict[str, tuple[tuple[str, ...], ...]]
    speller: Speller
    persons: frozenset[str]

    def keys(self, word: str) -> Keys:
        """Return the word itself, its right spelling and its tags."""
        spelled = self.speller.spelled(word)
        tags = self.words.get(spelled)
        if tags is None:
            tags = self._compound(spelled)
        if not tags and (meant := self.speller.mistyped(spelled)):
            return self.words[meant] | {meant}
        return tags | {spelled}

    def _compound(self, word: str) -> Keys:
        """Return the tags of a word that is not known as a whole by its front and its end."""
        if len(word) < 6:
            return NO_TAGS
        for front in ILLNESSES.split():
            rest = word[len(front) :]
            if word.startswith(front) and len(rest) > 1:
                return self._after_illness(rest)
        if word.startswith(CIVIC_FRONTS):
            return frozenset({"BODY_OF_STATE"})
        return frozenset(tag for tag, end in COMPOUND_ENDS if word.endswith(end))

    def _after_illness(self, rest: str) -> Keys:
        """An illness before a person insults; before anything else it is swearing, and before care it is neither."""
        if rest in self.persons or self.words.get(rest, NO_TAGS) & {"INSULT"}:
            return frozenset({"INSULT", "STRONG"}) | (self.words.get(rest, NO_TAGS) & {"OFFICE"})
        return (self.words.get(rest) or self._compound(rest)) - {"INSULT"} | {"SWEAR"}


def plurals(noun: str) -> tuple[str, ...]:
    """Return the ways in which a Dutch noun may stand in the plural or small."""
    found = [noun + end for end in ("s", "en", "je", "jes", "tje", "tjes", "n")]
    if len(noun) > 2 and noun[-1] not in "aeiou" and noun[-2] in "aeiou":
        found.append(noun + noun[-1] + "en")
        if noun[-3] == noun[-2]:
            found.append(noun[:-2] + noun[-1] + "en")
    return tuple(found)


def _conjugated(words: dict[str, set[str]]) -> None:
    """Add the forms of every verb that is one word."""
    for name, table in VERBS:
        for row in table.strip().splitlines():
            for form, word in zip(FORMS, row.split(), strict=True):
                words.setdefault(fold(word), set()).update((f"{name}_{form}", f"HARM_{form}"))


def _separable(words: dict[str, set[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Add the forms of separable verbs, written as one and apart, and return the particles of each base form."""
    particles: dict[str, set[tuple[str, ...]]] = {}
    for row in SEPARABLE.strip().splitlines():
        forms, ends = row.split("|")
        for form, word in zip(FORMS, forms.split(), strict=True):
            words.setdefault(word, set()).add(f"BASE_{form}")
            for end in ends.split():
                particles.setdefault(word, set()).add(tuple(end.strip("+").split("+")))
                if "+" not in end:
                    words.setdefault(end + word, set()).update((f"KILL_{form}", f"HARM_{form}"))
            if form == "INF":
                for end in ends.split():
                    words.setdefault(f"{end}te{word}".replace("+", ""), set()).update(("KILL_INF", "HARM_INF"))
    return {word: tuple(sorted(ends)) for word, ends in particles.items()}


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; it is made at the first call, so that importing the package stays cheap."""
    words: dict[str, set[str]] = {}
    for table in (PEOPLE, PARTS_AND_THINGS, INSULTS, SPEECH, CIVIC, FEELING):
        for tag, listed in table.items():
            for word in listed.split():
                words.setdefault(fold(word), set()).add(tag)
    for noun in INSULTS["INSULT"].split():
        for one in plurals(noun):
            words.setdefault(one, {"INSULT"})
    for noun in INSULTS["OLD_PLURALS"].split():
        words.setdefault(noun, set()).add("INSULT")
    _conjugated(words)
    particles = _separable(words)
    grave = [word for word, tags in words.items() if tags & {"INSULT", "KILL_INF", "KILL_PRES", "KILL_PART"}]
    for word in idioms().words():
        words.setdefault(word, set())
    fixed = {word: frozenset(tags) for word, tags in words.items()}
    return Vocabulary(fixed, particles, Speller(fixed, grave), frozenset(PERSONS.split()))
