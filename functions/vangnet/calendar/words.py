"""Days and terms as people write them, in Dutch and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vangnet.calendar.terms import Term, Unit

if TYPE_CHECKING:  # pydantic, which the schemas bring, costs more to import than all of this package
    from datetime import date

    from schemas.base import Language

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
DUTCH_UNITS: dict[Unit, tuple[str, str]] = {
    "minute": ("minuut", "minuten"),
    "hour": ("uur", "uur"),
    "day": ("dag", "dagen"),
    "working day": ("werkdag", "werkdagen"),
    "week": ("week", "weken"),
    "month": ("maand", "maanden"),
    "year": ("jaar", "jaar"),
}


def day_words(day: date, language: Language) -> str:
    """Return the day with its weekday: donderdag 2 april 2026, or Thursday 2 April 2026."""
    return f"{WEEKDAYS[language][day.weekday()]} {day.day} {MONTHS[language][day.month - 1]} {day.year}"


def term_words(term: Term, language: Language) -> str:
    """Return the term as `Term.parse` reads it back: 6 weken, or 6 weeks."""
    if language == "en":
        return str(term)
    one, more = DUTCH_UNITS[term.unit]
    return f"{term.count} {one if term.count == 1 else more}"
