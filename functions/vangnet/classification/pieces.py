"""The words of a text with their places, letter-by-letter spelling put together, and the signs between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vangnet.classification.spelling import FOLDED_MAX, fold

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f\ufe00-\ufe0f"
WORD = re.compile(
    rf"[\w@$\u20ac*][\w@$\u20ac*#'\u2019\u2018\u0060\u00b4|\-{INVISIBLE}]*|[\U0001f52b\U0001f52a\U0001f4a3\U0001f595]"
)
TRAILING = "'\u2019\u2018\u0060\u00b4-|#"
EMOJI = {"\U0001f52b": "pistool", "\U0001f52a": "mes", "\U0001f4a3": "bom", "\U0001f595": "middelvinger"}
SPELLED_MIN = 3  # two letters in a row are initials
SPELLED_MAX = 40  # letters written one by one; more is no word, and looking for words in it would cost too much
WORD_MAX = 24  # letters of the longest word looked for in such a row

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Piece:
    """A plain word, its place in the text, and the signs that stand before it."""

    word: str
    start: int
    end: int
    before: str


def pieces(text: str, known: Known) -> Iterator[Piece]:
    """Give the words of the text; letters that stand alone in a row are read together."""
    row: list[Piece] = []
    for piece in _scanned(text, known):
        if len(piece.word) == 1 or (row and piece.word == "ij"):
            if row and (len(row) >= SPELLED_MAX or len(piece.before) > SPELLED_MIN):
                yield from _joined(row, known)
                row = []
            row.append(piece)
            continue
        yield from _joined(row, known)
        row = []
        yield piece
    yield from _joined(row, known)


def _scanned(text: str, known: Known) -> Iterator[Piece]:
    """Give the words as they stand, with a sign of exclamation inside a word read as the letter i."""
    last: Piece | None = None
    end = 0
    for found in WORD.finditer(text):
        raw = found.group()
        kept = raw.rstrip(TRAILING)
        word = EMOJI.get(kept) or fold(kept[:FOLDED_MAX]).replace("-", "")
        if not word:
            continue
        piece = Piece(word, found.start(), found.start() + len(kept), text[end : found.start()])
        end = piece.end
        if last is not None and piece.before == "!" and known(both := f"{last.word}i{word}"):
            last = Piece(both, last.start, piece.end, last.before)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _joined(row: list[Piece], known: Known) -> Iterator[Piece]:
    """Give a row of single letters as the words that they spell, or as they are."""
    if len(row) < SPELLED_MIN:
        yield from row
        return
    # The word "u" or "k" before a word spelled out may belong to neither; the split finds that out.
    letters = "".join(piece.word for piece in row)
    at = 0
    owner = [index for index, piece in enumerate(row) for _ in piece.word]
    for word in _split(letters, known):
        first, last = row[owner[at]], row[owner[at + len(word) - 1]]
        yield Piece(word, first.start, last.end, first.before)
        at += len(word)


def _split(letters: str, known: Known) -> list[str]:
    """Split the letters into the fewest known words, or leave them one word."""
    if known(letters):
        return [letters]
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = [
            [*before, letters[start:end]]
            for start in range(max(0, end - WORD_MAX), end)
            if (before := best[start]) is not None and known(letters[start:end])
        ]
        best.append(min(ways, key=len) if ways else None)
    return best[-1] or [letters]
