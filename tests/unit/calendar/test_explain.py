"""The answer of `vangnet term`: the date first, then why, in either language."""

from datetime import date, time
from typing import get_args

import pytest

from schemas.base import Language
from vangnet.calendar import Reason, amsterdam_day, at_clock, day_words, explain, reason_text
from vangnet.calendar.last_day import ReasonCode

MAUNDY_THURSDAY = date(2026, 4, 2)


def test_the_date_stands_alone_on_the_first_line() -> None:
    """A script can read the first line, a person the rest."""
    first, *rest = explain(MAUNDY_THURSDAY, "6 weeks", statutory=True).splitlines()

    assert first == "2026-05-18"
    assert rest[0] == (
        "De laatste dag is maandag 18 mei 2026. De termijn van 6 weken begint na donderdag 2 april 2026 "
        "en telt tot en met donderdag 14 mei 2026."
    )
    assert (
        rest[2] == "- Donderdag 14 mei 2026 is geen werkdag: Hemelvaartsdag (Algemene termijnenwet, artikel 3, lid 1)."
    )
    assert rest[-1] == "- Zondag 17 mei 2026 is geen werkdag."


def test_it_explains_in_english_too() -> None:
    """The same answer in English names the same articles."""
    lines = explain(MAUNDY_THURSDAY, "3 dagen", statutory=True, language="en").splitlines()

    assert lines[0] == "2026-04-08"
    assert lines[2] == "- The term runs on until it has two working days in it (Algemene termijnenwet, article 2)."
    assert lines[3] == "- Friday 3 April 2026 is no working day: Good Friday (Algemene termijnenwet, article 3(2))."


def test_a_term_that_no_act_sets_says_so() -> None:
    """Without --statutory Ascension Day is the last day, and the reason says that nothing extends it."""
    lines = explain(MAUNDY_THURSDAY, "6 weeks", statutory=False).splitlines()

    assert lines[0] == "2026-05-14"
    assert lines[2].startswith("- Deze termijn is niet opgegeven als termijn uit een wet.")


def test_unknown_decrees_are_said_with_the_years_that_are_known() -> None:
    """After the last decree the answer warns, and says which years it does know."""
    assert "bekend voor 2023 tot en met 2028" in explain(date(2029, 4, 2), "6 weeks", statutory=True)
    assert "known here for 2023 to 2028" in explain(date(2029, 4, 2), "6 weeks", statutory=True, language="en")
    assert "2028" not in explain(MAUNDY_THURSDAY, "6 weeks", statutory=True)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", sorted(set(get_args(ReasonCode)) - {"free_day"}))
def test_every_reason_has_a_sentence(code: ReasonCode, language: Language) -> None:
    """No reason is without words in either language."""
    sentence = reason_text(Reason(code), language)

    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_term_that_cannot_be_read_says_what_to_write() -> None:
    """The error of the term is the answer."""
    with pytest.raises(ValueError, match="'six weeks' is not a term; write a whole number"):
        explain(MAUNDY_THURSDAY, "six weeks", statutory=True)


@pytest.mark.parametrize(("month", "nl", "en"), [(3, "maart", "March"), (12, "december", "December")])
def test_days_are_written_out(month: int, nl: str, en: str) -> None:
    """A day has its weekday, number, month and year in the language of the reader."""
    day = date(2026, month, 1)

    assert day_words(day, "nl").endswith(f"dag 1 {nl} 2026")
    assert day_words(day, "en").endswith(f"day 1 {en} 2026")


def test_midnight_in_amsterdam_is_the_evening_before_in_utc() -> None:
    """A day begins at midnight in Amsterdam, and the moment before belongs to the day before."""
    midnight = at_clock(date(2026, 7, 1), time(0, 0))

    assert midnight.isoformat() == "2026-06-30T22:00:00+00:00"
    assert amsterdam_day(midnight) == date(2026, 7, 1)
    assert amsterdam_day(midnight - (at_clock(date(2026, 7, 1), time(0, 1)) - midnight)) == date(2026, 6, 30)
