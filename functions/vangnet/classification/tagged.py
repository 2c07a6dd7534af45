"""What every rule looks at: a word with its tags and its place."""

from dataclasses import dataclass

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its tags, its place in the text, whether a pause precedes it and whether quotes enclose it."""

    keys: Keys
    start: int
    end: int
    pause: bool
    quoted: bool


Sentence = tuple[Token, ...]
