"""The language of a request, and the words of pages in it: Dutch first, English second, times as people say them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

from flask import g, request

from schemas.base import Label
from vangnet.calendar import AMSTERDAM, Term, day_words, term_words
from vangnet.protocol.terminology import Terms, in_own_words
from vangnet.web.house import house

COOKIE = "taal"
MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
FILES = (
    *("site", "report", "case", "commands", "timeline", "errors", "door", "invited", "why", "mine", "meeting", "plan"),
    *("year", "trial"),
)


@lru_cache(maxsize=4)
def texts(language: str) -> Mapping[str, str]:
    """Return every text of the pages in a language, by its dotted key."""
    from vangnet.protocol.tree import plain, read_tree

    found: dict[str, str] = {}
    for name in FILES:
        source = files("vangnet.web").joinpath(f"texts/{language}/{name}.yaml").read_text(encoding="utf-8")
        found.update(_flat(plain(read_tree(source, f"{language}/{name}.yaml")), name))
    return found


def _flat(tree: Any, path: str) -> dict[str, str]:
    if not isinstance(tree, dict):
        return {path: str(tree)}
    return {key: text for name, part in tree.items() for key, text in _flat(part, f"{path}.{name}").items()}


def first_upper(text: str) -> str:
    """Return a text with a capital first letter, and every other letter as it was."""
    return text[:1].upper() + text[1:]


class Words:
    """The texts of one language, in the municipality's own words."""

    def __init__(self, language: str, now: datetime, terms: Terms = ()) -> None:
        """Take the language, the present (UTC) for words such as "today", and the municipality's own words."""
        self.language, self._now, self._terms = language, now, terms

    def __call__(self, key: str, **values: Any) -> str:
        """Return a text with its values filled in; an unknown key is a mistake in the code.

        Raises:
            KeyError: there is no such text.
        """
        text = in_own_words(texts(self.language)[key], self._terms)
        return text.format(**values) if values else text

    def maybe(self, key: str) -> str:
        """Return a text, or nothing where there is none."""
        return in_own_words(texts(self.language).get(key, ""), self._terms)

    def number(self, name: str) -> str:
        """Return which one of its kind something of a case is, from its id: "nr. 2"."""
        return self("site.number", number=name.rpartition("-")[2])

    def label(self, label: Label) -> str:
        """Return a label of the document."""
        return label.text(self.language)

    def term(self, term: str) -> str:
        """Return a term of the document, such as "7 dagen"."""
        return term_words(Term.parse(term), self.language)  # type: ignore[arg-type]

    def moment(self, at: datetime | None) -> str:
        """Return a moment (UTC) as people in Amsterdam say it: "vandaag om 23.04 uur"."""
        if at is None:
            return self("site.time.unknown")
        local = at.astimezone(AMSTERDAM)
        return self("site.time.at", day=self.day(local), clock=self.clock(at))

    def euros(self, cents: int) -> str:
        """Return an amount of euro cents as people write it."""
        thousands, part = (".", ",") if self.language == "nl" else (",", ".")
        whole = f"{cents // 100:,}".replace(",", thousands)
        return f"€\u00a0{whole}{part}{cents % 100:02d}"

    def date(self, day: date) -> str:
        """Return a day in full, with its year: who reads it may do so much later."""
        return day_words(day, "nl" if self.language == "nl" else "en")

    def told(self, text: str) -> str:
        """Return a day or a moment that was kept as text, in full: a moment by the Amsterdam clock."""
        if len(text) == len("2026-11-30"):
            return self.date(date.fromisoformat(text))
        local = datetime.fromisoformat(text).astimezone(AMSTERDAM)
        return self("site.time.at", day=self.date(local.date()), clock=self.clock(local))

    def received(self, text: str) -> str:
        """Return a moment that was kept as text, such as when a file came in, as people say it."""
        return self.moment(datetime.fromisoformat(text)) if text else self("site.time.unknown")

    def clock(self, at: datetime) -> str:
        """Return the time of the day in Amsterdam."""
        local = at.astimezone(AMSTERDAM)
        return f"{local:%H.%M}" if self.language == "nl" else f"{local:%H:%M}"

    def day(self, at: datetime) -> str:
        """Return a day: today, yesterday, tomorrow, or its date, with the year where it is another."""
        local, today = at.astimezone(AMSTERDAM).date(), self._now.astimezone(AMSTERDAM).date()
        near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((local - today).days)
        if near:
            return self(f"site.time.{near}")
        words = f"{DAYS[self.language][local.weekday()]} {local.day} {MONTHS[self.language][local.month - 1]}"
        return words if local.year == today.year else f"{words} {local.year}"

    def left(self, due: datetime) -> str:
        """Return how long there is until a moment, or how long ago it was."""
        seconds = abs((due - self._now).total_seconds())
        for name, length in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
            if seconds >= length * (2 if name == "days" else 1) or name == "minutes":
                count = max(1, round(seconds / length))
                unit = self(f"site.time.{name}" if count > 1 else f"site.time.{name}_one")
                return self("site.time.late" if due <= self._now else "site.time.left", count=count, unit=unit)
        return ""


def chosen_language(person_language: str | None) -> str:
    """Return the language of this request: asked for, chosen before, the person's own, the browser's, Dutch."""
    known = house().protocol.municipality.languages
    asked = request.args.get(COOKIE) or request.cookies.get(COOKIE) or person_language
    if asked in known:
        return str(asked)
    return request.accept_languages.best_match(known) or known[0]


def words() -> Words:
    """Return the words of this request."""
    found: Words = g.words
    return found


def utc(at: datetime) -> str:
    """Return a moment as programs read it, in UTC."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
