"""The last day of a term in words, for `vangnet term` and for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vangnet.calendar.free_days import EQUATED_FROM, EQUATED_THROUGH, SATURDAY, SUNDAY, FreeDay
from vangnet.calendar.last_day import Reason, ReasonCode, last_day
from vangnet.calendar.terms import Term
from vangnet.calendar.words import day_words, term_words

if TYPE_CHECKING:  # pydantic, which the schemas bring, costs more to import than all of this package
    from datetime import date

    from schemas.base import Language

OPENINGS: dict[Language, str] = {
    "nl": "De laatste dag is {day}. De termijn van {term} begint na {event} en telt tot en met {nominal}.",
    "en": "The last day is {day}. The term of {term} begins after {event} and counts up to and including {nominal}.",
}
WEEKEND: dict[Language, str] = {"nl": "{day} is geen werkdag.", "en": "{day} is no working day."}
HOLIDAY: dict[Language, str] = {
    "nl": "{day} is geen werkdag: {name} (Algemene termijnenwet, artikel {article}, lid {paragraph}).",
    "en": "{day} is no working day: {name} (Algemene termijnenwet, article {article}({paragraph})).",
}
SENTENCES: dict[ReasonCode, dict[Language, str]] = {
    "working_days": {
        "nl": "Een werkdag is geen zaterdag, zondag of feestdag: die dagen zijn overgeslagen.",
        "en": "A working day is no Saturday, Sunday or holiday: those days were skipped.",
    },
    "not_statutory": {
        "nl": "Deze termijn is niet opgegeven als termijn uit een wet. Een weekend of feestdag verlengt hem niet.",
        "en": "This term was not given as one set in an act. A weekend or holiday does not extend it.",
    },
    "over_90_days": {
        "nl": "De wet verlengt geen termijn van meer dan 90 dagen (Algemene termijnenwet, artikel 4).",
        "en": "The law does not extend a term of more than 90 days (Algemene termijnenwet, article 4).",
    },
    "over_12_weeks": {
        "nl": "De wet verlengt geen termijn van meer dan twaalf weken (Algemene termijnenwet, artikel 4).",
        "en": "The law does not extend a term of more than twelve weeks (Algemene termijnenwet, article 4).",
    },
    "over_3_months": {
        "nl": "De wet verlengt geen termijn van meer dan drie maanden (Algemene termijnenwet, artikel 4).",
        "en": "The law does not extend a term of more than three months (Algemene termijnenwet, article 4).",
    },
    "in_years": {
        "nl": "De wet verlengt geen termijn van een of meer jaren (Algemene termijnenwet, artikel 4).",
        "en": "The law does not extend a term of one or more years (Algemene termijnenwet, article 4).",
    },
    "two_working_days": {
        "nl": "De termijn loopt door tot er twee werkdagen in zitten (Algemene termijnenwet, artikel 2).",
        "en": "The term runs on until it has two working days in it (Algemene termijnenwet, article 2).",
    },
    "next_working_day": {
        "nl": "De termijn loopt door tot en met de eerste werkdag daarna (Algemene termijnenwet, artikel 1).",
        "en": "The term runs on to the first working day after it (Algemene termijnenwet, article 1).",
    },
    "fits": {
        "nl": "Dat is geen zaterdag, zondag of feestdag. De termijn wordt dus niet verlengd.",
        "en": "That is no Saturday, Sunday or holiday. So the term is not extended.",
    },
    "decrees_unknown": {
        "nl": "Let op: dagen die bij besluit gelijk zijn gesteld met een feestdag zijn hier bekend voor "
        f"{EQUATED_FROM} tot en met {EQUATED_THROUGH}. In deze termijn kunnen er ontbreken.",
        "en": "Note: days equated with a holiday by decree are known here for "
        f"{EQUATED_FROM} to {EQUATED_THROUGH}. Some may be missing in this term.",
    },
}


def explain(start: date, term: str, statutory: bool, language: Language = "nl") -> str:
    """Return the last day of a term that begins after `start`, its ISO date alone on the first line, and why.

    Raises:
        ValueError: if the term cannot be read or has no last day; says what to write instead.
    """
    parsed = Term.parse(term)
    answer = last_day(start, parsed, statutory)
    opening = OPENINGS[language].format(
        day=day_words(answer.day, language),
        term=term_words(parsed, language),
        event=day_words(start, language),
        nominal=day_words(answer.nominal_end, language),
    )
    reasons = (f"- {reason_text(reason, language)}" for reason in answer.reasons)
    return "\n".join((answer.day.isoformat(), opening, *reasons))


def reason_text(reason: Reason, language: Language) -> str:
    """Return one reason as a sentence."""
    if reason.free and reason.day:
        return _free_day_text(reason.day, reason.free, language)
    return SENTENCES[reason.code][language]


def _free_day_text(day: date, free: FreeDay, language: Language) -> str:
    """Return why that day is no working day; a weekend needs no article."""
    text = WEEKEND if free in (SATURDAY, SUNDAY) else HOLIDAY
    sentence = text[language].format(
        day=day_words(day, language),
        name=free.nl if language == "nl" else free.en,
        article=free.article,
        paragraph=free.paragraph,
    )
    return sentence[0].upper() + sentence[1:]
