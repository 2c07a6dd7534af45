"""A text as sentences of tokens, each of which knows where it stands in the text.

- A token is a word, spelled out: `k*t`, `l0ser` and `d o o d` are read as what they stand for.
- A sentence ends at a full stop, a question or exclamation mark, a semicolon or an empty line.
- What stands between quotation marks is marked as quoted.
"""

from collections.abc import Iterator

from vangnet.classification.pieces import Piece, pieces
from vangnet.classification.tagged import Keys, Sentence, Token
from vangnet.classification.vocabulary import vocabulary

ENDS = frozenset(".?!;\u2026\u2022")
OPENS = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
SINGLE = frozenset("'\u2018\u2019\u201a")
CLIPPED = frozenset({"k", "t", "s", "n", "m", "ns", "r", "em"})  # 'k, 't, 's: an apostrophe, no quotation mark
QUOTED_MAX = 80  # words; a quotation mark that nobody closed must not swallow the rest of the text


def sentences(text: str) -> Iterator[Sentence]:
    """Give the sentences of the text, in its order."""
    known = vocabulary()
    seen: dict[str, Keys] = {}
    sentence: list[Token] = []
    quoted = 0
    for piece in pieces(text, known.words.__contains__):
        if sentence and _ends(piece.before):
            yield tuple(sentence)
            sentence = []
        quoted = _still_quoted(quoted, piece)
        keys = seen.get(piece.word)
        if keys is None:
            keys = seen[piece.word] = known.keys(piece.word)
        if len(sentence) > 1 and sentence[-1].keys is keys and sentence[-2].keys is keys:
            continue  # the same word a third time in a row says nothing new
        sentence.append(Token(keys, piece.start, piece.end, bool(piece.before.strip()), quoted > 0))
    if sentence:
        yield tuple(sentence)


def _ends(before: str) -> bool:
    """Tell whether the signs between two words end a sentence."""
    if before == " ":
        return False
    return before.count("\n") > 1 or (len(before) > 1 and not ENDS.isdisjoint(before))


def _still_quoted(left: int, piece: Piece) -> int:
    """Return how many more words may count as quoted, after the signs before this word."""
    if piece.before != " ":
        for sign in piece.before:
            if sign in OPENS or (sign in SINGLE and (left > 0 or piece.word not in CLIPPED)):
                left = 0 if left > 0 else QUOTED_MAX
    return left - 1 if left > 0 else 0
