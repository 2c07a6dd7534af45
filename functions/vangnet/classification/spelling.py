"""Words as they are meant: letters without accents, digits and signs that stand for letters, repeats and typing errors.

- `fold` makes a word plain: lower case, no accents, no invisible characters, look-alike letters as Latin ones.
- `Speller` finds the known word that a twisted one stands for; a word that is known already is never changed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LOOK_ALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u043a\u043c\u0442\u0432\u043d"
    "\u03b1\u03b5\u03bf\u03c1\u03c4\u03b9\u03ba\u03bd\u0142\u00f8\u0131\u00f0\u00fe",
    "aeopcyxijkmtbhaeoptikvloidp",
    "'\u2019\u2018\u0060\u00b4",
)
SIGNS = str.maketrans("0134567892@$€!|+()", "oieasgtbgzaseiltcd")
OTHER_SIGNS = str.maketrans("0134567892@$€!|+()", "oleasgtbgzaseliltc"[:18])
MASKS = re.compile(r"[*#%.\u2022_]")
REPEATED = re.compile(r"(.)\1+")
TRIPLED = re.compile(r"(.)\1\1")
FOLDED_MAX = 60  # a longer word is no word; it is cut, so that a wall of letters costs no more than its length
TYPO_MIN = 7  # in shorter words one wrong letter too often makes another word


def fold(word: str) -> str:
    """Return the word in plain lower-case letters, without accents, apostrophes and invisible characters."""
    if word.isascii():
        return word.lower().replace("'", "").replace("\x60", "")
    plain = unicodedata.normalize("NFKD", word).casefold().translate(LOOK_ALIKES)
    return "".join(one for one in plain if unicodedata.category(one) not in ("Mn", "Cf", "Me"))


def skeleton(word: str) -> str:
    """Return the word with every repeated letter written once."""
    return REPEATED.sub(r"\1", word)


def _shortened(word: str) -> Iterator[str]:
    """Give the word with each one of its letters left out, the first one excepted."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


class Speller:
    """Finds the known word behind a twisted spelling, from indexes made once of the words that matter."""

    def __init__(self, known: Iterable[str], grave: Iterable[str]) -> None:
        """Index the known words, and for typing errors only the grave ones."""
        self._known = frozenset(known)
        self._skeletons = {skeleton(word): word for word in sorted(self._known, reverse=True)}
        self._masked: dict[tuple[str, int], list[str]] = {}
        for word in sorted(self._known):
            self._masked.setdefault((word[0], len(word)), []).append(word)
        self._typos: dict[str, str] = {}
        for word in sorted(grave):
            if len(word) >= TYPO_MIN:
                self._typos.update((short, word) for short in _shortened(word))
        self._grave = frozenset(word for word in grave if len(word) >= TYPO_MIN)

    def spelled(self, word: str) -> str:
        """Return the known word that this one stands for, or the word itself."""
        if word in self._known or word.isdigit():
            return word
        if not word.isalpha():
            return self._from_signs(word)
        if TRIPLED.search(word):
            return self._skeletons.get(skeleton(word), skeleton(word))
        return word

    def mistyped(self, word: str) -> str | None:
        """Return the grave word that is one letter too many, too few or out of order away, if there is one."""
        if len(word) < TYPO_MIN - 1 or len(word) > FOLDED_MAX:
            return None
        if word in self._typos:
            return self._typos[word]
        for at, short in enumerate(_shortened(word), 1):
            if short in self._grave:
                return short
            near = self._typos.get(short)
            # One letter left out on both sides is a swap of neighbours, or another word.
            if near and len(near) == len(word) and sorted(near) == sorted(word) and near[: at - 1] == word[: at - 1]:
                return near
        return None

    def _from_signs(self, word: str) -> str:
        """Read signs as letters, and a mask as any one letter."""
        for signs in (SIGNS, OTHER_SIGNS):
            read = word.translate(signs)
            if read in self._known:
                return read
            if read.isalpha() and skeleton(read) in self._skeletons and TRIPLED.search(read):
                return self._skeletons[skeleton(read)]
        read = word.translate(SIGNS)
        return self._unmasked(read) if MASKS.search(read) and read[0].isalpha() else read

    def _unmasked(self, word: str) -> str:
        """Return the first known word of that length which the open letters fit."""
        letters = [(at, one) for at, one in enumerate(word) if not MASKS.match(one)]
        for known in self._masked.get((word[0], len(word)), ()):
            if all(known[at] == one for at, one in letters):
                return known
        return MASKS.sub("", word)
