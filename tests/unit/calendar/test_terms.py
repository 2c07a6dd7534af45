"""A term is read as people write it, and a slip is answered with what to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.base import TERM_UNITS
from vangnet.calendar import Term, Unit, term_words
from vangnet.calendar.terms import COUNT_MAX
from vangnet.calendar.words import DUTCH_UNITS

UNITS: tuple[Unit, ...] = tuple(DUTCH_UNITS)
TERMS = st.builds(Term, st.integers(0, COUNT_MAX), st.sampled_from(UNITS))


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("30 minutes", 30, "minute"),
        ("24 hours", 24, "hour"),
        ("3 days", 3, "day"),
        ("6 weeks", 6, "week"),
        ("1 month", 1, "month"),
        ("2 working days", 2, "working day"),
        ("1 working day", 1, "working day"),
        ("90 days", 90, "day"),
        ("1 year", 1, "year"),
        ("30 minuten", 30, "minute"),
        ("24 uur", 24, "hour"),
        ("3 dagen", 3, "day"),
        ("2 werkdagen", 2, "working day"),
        ("6 weken", 6, "week"),
        ("3 maanden", 3, "month"),
        ("2 jaar", 2, "year"),
        ("  6  Weeks ", 6, "week"),
    ],
)
def test_terms_are_read_in_both_languages(text: str, count: int, unit: Unit) -> None:
    """English and Dutch, one and more, capitals and spaces: each is the same term."""
    assert Term.parse(text) == Term(count, unit)


@pytest.mark.parametrize(
    "text",
    ["", "six weeks", "6", "weeks", "6 fortnights", "-3 days", "1.5 hours", "6 weeks 2 days", "123456 days", "٣ days"],
)
def test_a_slip_says_what_to_write(text: str) -> None:
    """What is no term is refused with the text that was given and examples of what is one."""
    with pytest.raises(ValueError, match="is not a term; write a whole number") as caught:
        Term.parse(text)

    assert f"'{text}'" in str(caught.value)


@pytest.mark.parametrize("count", [-1, COUNT_MAX + 1])
def test_a_count_has_bounds(count: int) -> None:
    """A term made in code is held to the same bounds as one that is read."""
    with pytest.raises(ValueError, match="at most five digits"):
        Term(count, "day")


@given(TERMS)
def test_a_term_is_read_back_as_it_is_written(term: Term) -> None:
    """In English and in Dutch a term survives being written and read."""
    assert Term.parse(str(term)) == Term.parse(term_words(term, "en")) == Term.parse(term_words(term, "nl")) == term


def test_one_and_more() -> None:
    """One day is a day and two are days, in both languages."""
    assert (str(Term(1, "working day")), str(Term(2, "working day"))) == ("1 working day", "2 working days")
    assert (term_words(Term(1, "month"), "nl"), term_words(Term(2, "month"), "nl")) == ("1 maand", "2 maanden")


def test_every_unit_of_the_schemas_is_known() -> None:
    """What a protocol document may write, the calendar can read."""
    assert {Term.parse(f"2 {unit}s").unit for unit in TERM_UNITS} == set(UNITS)
