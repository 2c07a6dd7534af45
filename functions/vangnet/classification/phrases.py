"""Fixed ways of saying, as rows of words: a small language for word order, gaps and choice.

- `weet|weten` is one of these words, `YOU|ME` one of these tags, `dreig*` any word that begins so;
- `~3` is a gap of at most three words, and `wel?` a word that may be left out, `$` the end of the sentence;
- the first item is never a gap, a beginning or left out: it is by that word that a row is found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vangnet.classification.tagged import Keys, Token

END = "$"
DENIALS = frozenset({"niet", "nie", "ni", "nooit", "nergens", "geen", "niks", "niets", "niemand"})


@dataclass(frozen=True, slots=True)
class Item:
    """One place in a row: the words or tags that fit, the beginnings that fit, and the gap that may precede it."""

    words: Keys
    starts: tuple[str, ...]
    gap: int
    optional: bool

    def fits(self, token: Token) -> bool:
        """Tell whether the token may stand in this place."""
        if not self.words.isdisjoint(token.keys):
            return True
        return bool(self.starts) and any(key.startswith(self.starts) for key in token.keys)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way of saying, with the rule and class that it stands for, whether it denies, and what else it needs."""

    rule: str
    classed: str
    items: tuple[Item, ...]
    denies: bool
    needs: str
    tail: Keys


def items(written: str) -> tuple[Item, ...]:
    """Read a row in the language of this module."""
    found: list[Item] = []
    gap = 0
    for part in written.split():
        if part.startswith("~"):
            gap = int(part[1:])
            continue
        choices = part.rstrip("?").split("|")
        words = frozenset(one for one in choices if not one.endswith("*"))
        starts = tuple(one[:-1] for one in choices if one.endswith("*"))
        found.append(Item(words, starts, gap, part.endswith("?")))
        gap = 0
    return tuple(found)


def _tail(row: tuple[Item, ...]) -> Keys:
    """Return the words of which a sentence must have one for the row to stand in it, or nothing where that is open."""
    last = row[-1]
    return frozenset() if last.optional or last.starts or END in last.words else last.words


class Phrases:
    """Rows found by the words or tags that they begin with."""

    def __init__(self, table: Iterable[tuple[str, str, str, str]]) -> None:
        """Index the table, of which each row is a rule, a class, the ways of saying, one a line, and a need."""
        self._rows: dict[str, list[Phrase]] = {}
        self._words: set[str] = set()
        for rule, classed, block, needs in table:
            for written in block.strip().splitlines():
                row = items(written)
                denies = any(not item.words.isdisjoint(DENIALS) for item in row)
                phrase = Phrase(rule, classed, row, denies, needs, _tail(row))
                for first in phrase.items[0].words:
                    self._rows.setdefault(first, []).append(phrase)
                self._words.update(word for item in phrase.items for word in item.words if word.islower())

        self._firsts = frozenset(self._rows)

    def words(self) -> frozenset[str]:
        """Return every word that a row names."""
        return frozenset(self._words)

    def found(self, sentence: Sequence[Token]) -> Iterator[tuple[Phrase, int, int]]:
        """Give each row that stands in the sentence, with the places of its first and last word."""
        present: frozenset[str] = frozenset().union(*(token.keys for token in sentence))
        for at, token in enumerate(sentence):
            for key in token.keys & self._firsts:
                for phrase in self._rows[key]:
                    if phrase.tail and phrase.tail.isdisjoint(present):
                        continue
                    last = _last(sentence, at, phrase.items, 1)
                    if last is not None:
                        yield phrase, at, last


def _last(sentence: Sequence[Token], at: int, row: tuple[Item, ...], index: int) -> int | None:
    """Return the place of the last word of the row when its item before `index` stands at `at`."""
    if index == len(row):
        return at
    item = row[index]
    if END in item.words:
        return at if at == len(sentence) - 1 else None
    for place in range(at + 1, min(at + 2 + item.gap, len(sentence))):
        if item.fits(sentence[place]):
            last = _last(sentence, place, row, index + 1)
            if last is not None:
                return last
    return _last(sentence, at, row, index + 1) if item.optional else None
