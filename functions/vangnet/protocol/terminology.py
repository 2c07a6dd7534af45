"""A municipality's own words in the texts of pages and messages: "klant" where they say "inwoner"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from schemas.base import Label

Terms = tuple[tuple[str, str], ...]


def terms_of(terminology: Mapping[str, Label], language: str) -> Terms:
    """Return (our word, theirs) for one language; a word without an English one stays as it is in English."""
    return tuple(
        (word.lower(), label.text(language)) for word, label in terminology.items() if language == "nl" or label.en
    )


def in_own_words(text: str, terms: Terms) -> str:
    """Return a text of ours with each whole word replaced; a capital stays one, and braces hold a field."""
    return _pattern(terms).sub(lambda found: _as_written(found[0], dict(terms)), text) if terms else text


@lru_cache(maxsize=16)
def _pattern(terms: Terms) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word, _ in sorted(terms, key=lambda term: -len(term[0])))
    return re.compile(rf"\{{[^{{}}]*\}}|\b(?:{words})\b", re.IGNORECASE)


def _as_written(found: str, terms: Mapping[str, str]) -> str:
    if found.startswith("{"):
        return found
    own = terms[found.lower()]
    return own[:1].upper() + own[1:] if found[:1].isupper() else own
