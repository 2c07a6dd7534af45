"""The last day of a term, and the Algemene termijnenwet article by article."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.calendar import LastDay, Term, Unit, free_day, is_working_day, last_day
from vangnet.calendar.last_day import ReasonCode

# Event (not counted), term, end by counting, last day: worked by hand with a calendar, and again by another method.
WORKED_EXAMPLES = [
    ("2026-01-30", "6 weeks", "2026-03-13", "2026-03-13"),  # no correction
    ("2026-02-20", "6 weeks", "2026-04-03", "2026-04-07"),  # Good Friday, then Easter
    ("2026-03-16", "6 weeks", "2026-04-27", "2026-04-28"),  # Koningsdag
    ("2026-04-02", "6 weeks", "2026-05-14", "2026-05-18"),  # Ascension Day, equated Friday, weekend
    ("2026-11-13", "6 weeks", "2026-12-25", "2026-12-28"),  # Christmas on a Friday
    ("2026-11-19", "6 weeks", "2026-12-31", "2026-12-31"),  # New Year's Eve is a working day
    ("2026-12-18", "1 week", "2026-12-25", "2026-12-28"),
    ("2027-03-16", "6 weeks", "2027-04-27", "2027-04-28"),
    ("2027-03-24", "6 weeks", "2027-05-05", "2027-05-10"),  # 5 May, Ascension Day, equated Friday, weekend
    ("2027-11-13", "6 weeks", "2027-12-25", "2027-12-27"),  # Christmas in the weekend gives no extra Monday
    ("2028-03-16", "6 weeks", "2028-04-27", "2028-05-01"),  # Koningsdag and an equated Friday
    ("2028-11-13", "6 weeks", "2028-12-25", "2028-12-27"),  # both days of Christmas
    ("2026-04-02", "3 days", "2026-04-05", "2026-04-08"),  # article 2; article 1 alone would give 7 April
    ("2026-10-03", "12 weeks", "2026-12-26", "2026-12-28"),  # twelve weeks are still extended
    ("2026-10-03", "13 weeks", "2027-01-02", "2027-01-02"),  # thirteen are not
    ("2026-09-26", "3 months", "2026-12-26", "2026-12-28"),
    ("2026-09-27", "90 days", "2026-12-26", "2026-12-28"),
    ("2025-03-15", "6 weeks", "2025-04-26", "2025-04-28"),  # Koningsdag moved to Saturday
]
COUNTS: dict[Unit, int] = {"day": 120, "working day": 60, "week": 20, "month": 8, "year": 3}
DAYS = st.dates(date(2014, 1, 1), date(2060, 1, 1))
TERMS = st.one_of([st.builds(Term, st.integers(1, most), st.just(unit)) for unit, most in COUNTS.items()])


def statutory(event: date | str, term: str | Term) -> LastDay:
    """Return the last day of a term of the law, from texts or values."""
    day = date.fromisoformat(event) if isinstance(event, str) else event
    return last_day(day, Term.parse(term) if isinstance(term, str) else term, statutory=True)


def codes(answer: LastDay) -> list[ReasonCode]:
    """Return the codes of the reasons, in order."""
    return [reason.code for reason in answer.reasons]


@pytest.mark.parametrize(("event", "term", "nominal", "last"), WORKED_EXAMPLES)
def test_the_worked_examples(event: str, term: str, nominal: str, last: str) -> None:
    """Each example ends on its day, counted and extended."""
    answer = statutory(event, term)

    assert (answer.nominal_end.isoformat(), answer.day.isoformat()) == (nominal, last)


@pytest.mark.parametrize(("event", "term", "nominal"), [example[:3] for example in WORKED_EXAMPLES])
def test_a_term_that_no_act_sets_is_never_extended(event: str, term: str, nominal: str) -> None:
    """The same terms in a policy or contract end where counting ends."""
    answer = last_day(date.fromisoformat(event), Term.parse(term), statutory=False)

    assert answer.day.isoformat() == nominal
    assert codes(answer) == ["not_statutory"]


def test_a_chain_counts_from_the_extended_end() -> None:
    """Objections until 28 December 2026, so the six weeks to decide begin on the 29th and end on 8 February 2027."""
    objections_until = statutory("2026-11-13", "6 weeks").day

    assert objections_until == date(2026, 12, 28)
    assert statutory(objections_until, "6 weeks").day == date(2027, 2, 8)


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("91 days", "over_90_days"),
        ("13 weeks", "over_12_weeks"),
        ("4 months", "over_3_months"),
        ("1 year", "in_years"),
    ],
)
def test_long_terms_are_not_extended(term: str, reason: ReasonCode) -> None:
    """Above the bounds of article 4 a term may end on any day, and the reason names the bound."""
    events = (date(2026, 1, 1) + timedelta(days=n) for n in range(14))
    answers = [statutory(event, term) for event in events]

    assert all(answer.day == answer.nominal_end and codes(answer) == [reason] for answer in answers)
    assert any(free_day(answer.day) for answer in answers)


@pytest.mark.parametrize(
    ("term", "last"),
    [("1 day", "2026-04-07"), ("2 days", "2026-04-07"), ("3 days", "2026-04-08"), ("1 week", "2026-04-09")],
)
def test_two_working_days_are_for_terms_of_three_days_or_more(term: str, last: str) -> None:
    """From the Thursday before Easter one and two days end on Tuesday, three on Wednesday (article 2)."""
    assert statutory("2026-04-02", term).day.isoformat() == last


def test_the_reasons_name_each_day_that_was_passed_over() -> None:
    """Ascension Day, the equated Friday and the weekend are named, in order, and nothing else is."""
    answer = statutory("2026-04-02", "6 weeks")

    assert codes(answer) == ["next_working_day", *["free_day"] * 4]
    assert [reason.day.day for reason in answer.reasons if reason.day] == [14, 15, 16, 17]


def test_the_day_of_the_event_is_not_named() -> None:
    """From Good Friday three days run on over the weekend and Easter Monday; the Friday itself is outside the term."""
    answer = statutory("2026-04-03", "3 days")

    assert codes(answer) == ["two_working_days", *["free_day"] * 3]
    assert [reason.day.day for reason in answer.reasons if reason.day] == [4, 5, 6]


def test_a_term_that_fits_says_so() -> None:
    """Without a correction there is one reason: it ends on a working day."""
    assert codes(statutory("2026-01-30", "6 weeks")) == ["fits"]


@pytest.mark.parametrize("in_an_act", [True, False])
def test_working_days_need_no_extension(in_an_act: bool) -> None:
    """A term of working days ends on one, whoever set it."""
    answer = last_day(date(2026, 4, 2), Term(3, "working day"), statutory=in_an_act)

    assert (answer.day, codes(answer)) == (date(2026, 4, 9), ["working_days"])


@pytest.mark.parametrize("term", ["6 weeks", "10 working days"])
@pytest.mark.parametrize(("event", "known"), [("2028-11-13", True), ("2028-12-20", False), ("2022-12-30", False)])
def test_years_without_a_known_decree_are_named(event: str, term: str, known: bool) -> None:
    """A term that touches a year whose decree is not known here says that equated days may be missing."""
    assert ("decrees_unknown" not in codes(statutory(event, term))) == known


def test_only_who_needs_the_decrees_is_warned() -> None:
    """A term of weeks that no act sets ends where counting ends, in 2029 too, so no decree matters to it."""
    assert codes(last_day(date(2029, 4, 2), Term(6, "week"), statutory=False)) == ["not_statutory"]


def test_beyond_the_decrees_the_act_alone_is_applied() -> None:
    """From 2029 on Ascension Day still extends a term, and the Friday after it no longer does."""
    assert statutory("2029-03-29", "6 weeks").day == date(2029, 5, 11)


@pytest.mark.parametrize("term", ["24 hours", "30 minutes"])
def test_hours_have_no_last_day(term: str) -> None:
    """A term that runs from a moment is refused, and the error says what to write."""
    with pytest.raises(ValueError, match="run from a moment, not from a day; write the term in days"):
        statutory("2026-04-02", term)


def test_an_empty_term_has_no_last_day() -> None:
    """No days at all is refused."""
    with pytest.raises(ValueError, match="write at least 1"):
        statutory("2026-04-02", "0 days")


def test_a_moment_is_not_taken_for_a_day() -> None:
    """A moment near midnight would be another day in UTC, so it is refused."""
    with pytest.raises(ValueError, match="give the day that it is in Amsterdam"):
        statutory(datetime(2026, 4, 2, 23, tzinfo=UTC), "6 weeks")


@given(DAYS, TERMS)
def test_an_extended_term_ends_on_a_working_day_and_never_early(event: date, term: Term) -> None:
    """A term is never shortened; where the Act touched it, it ends on a working day with two in it."""
    answer = statutory(event, term)

    assert answer.day >= answer.nominal_end > event
    if answer.day > answer.nominal_end or "fits" in codes(answer):
        assert is_working_day(answer.day)
    if "two_working_days" in codes(answer):
        days = [event + timedelta(days=n) for n in range(1, (answer.day - event).days + 1)]
        assert sum(map(is_working_day, days)) == 2


@given(DAYS, TERMS)
def test_a_term_is_extended_by_the_least_that_will_do(event: date, term: Term) -> None:
    """Article 1 passes over free days only: no working day lies between the counted end and the last day."""
    answer = statutory(event, term)
    if "next_working_day" in codes(answer):
        between = [answer.nominal_end + timedelta(days=n) for n in range((answer.day - answer.nominal_end).days)]

        assert between
        assert not any(map(is_working_day, between))


@given(DAYS, DAYS, TERMS, st.booleans())
def test_the_later_event_has_the_later_last_day(one: date, other: date, term: Term, in_an_act: bool) -> None:
    """Whoever is told later never has less time on the calendar."""
    ends = [last_day(event, term, in_an_act).day for event in sorted((one, other))]

    assert ends == sorted(ends)
