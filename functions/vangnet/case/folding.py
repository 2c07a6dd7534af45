"""A text as it is searched: small letters without accents, each of which knows where in the text it came from."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

DOTLESS_I = "\N{LATIN SMALL LETTER DOTLESS I}"  # The one letter of Turkish names that has no accent to take off.


@dataclass(frozen=True)
class Folded:
    """A text, the same folded, and of each folded letter the place in the text that it came from."""

    text: str
    plain: str
    came_from: tuple[int, ...]

    def found(self, pattern: str) -> Iterator[str]:
        """Yield the words of the text where the folded text has a pattern, as they were typed."""
        for one in re.finditer(pattern, self.plain):
            yield self.typed(one.start(), one.end())

    def typed(self, first: int, last: int) -> str:
        """Return the words of the text that these folded letters came from, with their accents."""
        end = self.came_from[last] if last < len(self.came_from) else len(self.text)
        return self.text[self.came_from[first] : end].rstrip()


def folded(text: str) -> Folded:
    """Return a text as it is searched; accents that were typed as letters of their own go too."""
    letters = [
        (letter, at)
        for at, typed in enumerate(text)
        for apart in unicodedata.normalize("NFKD", typed)
        if not unicodedata.combining(apart) and unicodedata.category(apart) != "Cf"
        for letter in apart.casefold().replace(DOTLESS_I, "i")
    ]
    return Folded(text, "".join(one for one, _ in letters), tuple(at for _, at in letters))


def fold(text: str) -> str:
    """Return a text folded, where nobody asks where its letters came from."""
    return folded(text).plain


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(text.split())
