"""What holds for every text: an answer in time, in bounds, that noise does not raise and a threat is not lost in."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vangnet.classification import CLASSES, suggest

VOCABULARY = (
    "ik jij je jullie mij mijn de het een gemeente raad beleid klootzak sukkel sla slaat sloeg geslagen maak kapot "
    "dood niet geen als dan maar en huis auto kinderen weet waar woont vinden brand mes huil bang zei dat hij k*t "
    "l0ser !!! . , noemde moeten zal wordt is heeft gegooid steen ruit pas op \" ' : \u201c \u201d d o"
)
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SENTENCES)
THREATS = st.sampled_from(
    ["Ik maak je dood.", "Wij weten waar je woont.", "Ik steek je huis in brand.", "Ik sla je in elkaar."]
)
SECONDS_MAX = 3.0  # for 50,000 characters; far above what is needed, so that a busy machine fails nothing
HOSTILE = ["sla je ", "weet waar je ", "a.b.", "k*t*", "d o o d ", "a", '" ', "a\u0301", "zal moet ga ", "k4nk3r", "!a"]


def rank(text: str) -> int:
    """Return the place of the text's class in rising order."""
    return CLASSES.index(suggest(text).classed)


@settings(deadline=None)
@given(TEXTS)
def test_every_text_has_an_answer_in_bounds(text: str) -> None:
    """No text is refused; scores lie between 0 and 1, and the class has the highest."""
    found = suggest(text)

    assert set(found.scores) == set(CLASSES)
    assert all(0 <= score <= 1 for score in found.scores.values())
    assert [name for name in CLASSES if found.scores[name] == max(found.scores.values())] == [found.classed]


@settings(deadline=None)
@given(TEXTS)
def test_every_quote_stands_in_the_text(text: str) -> None:
    """Reasons quote the text word for word."""
    assert all(reason.quote and reason.quote in text for reason in suggest(text).reasons)


@pytest.mark.rule("AP-2.1.3")
@settings(deadline=None)
@given(SENTENCES, st.integers(1, 9))
def test_exclamation_marks_never_raise(text: str, marks: int) -> None:
    """More exclamation marks at the end never make the class higher."""
    assert rank(text + "!" * marks) <= rank(text)


@pytest.mark.rule("AP-2.1.3")
@settings(deadline=None)
@given(SENTENCES)
def test_capitals_never_raise(text: str) -> None:
    """Capitals never make the class higher."""
    assert rank(text.upper()) <= rank(text)


@pytest.mark.rule("AP-2.1.8")
@settings(deadline=None)
@given(TEXTS, THREATS)
def test_a_threat_at_the_end_is_found(text: str, threat: str) -> None:
    """A text to which a threat is added as a paragraph is never below threat."""
    assert rank(f"{text}.\n\n{threat}") >= CLASSES.index("threat")


@pytest.mark.rule("AP-2.1.4")
@settings(deadline=None)
@given(SENTENCES)
def test_not_being_bothered_never_lowers(text: str) -> None:
    """The sentence that it did nothing to me never makes a class of aggression lower."""
    assert (
        rank(f"{text}.\n\nHet deed me niets.") >= min(rank(text), CLASSES.index("physical_violence")) or rank(text) < 2
    )


@pytest.mark.parametrize("unit", HOSTILE)
def test_long_hostile_texts_are_read_in_time(unit: str) -> None:
    """Fifty thousand characters that repeat what the rules look for are read within bounds."""
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    started = time.perf_counter()
    suggest(text)

    assert time.perf_counter() - started < SECONDS_MAX


def test_time_grows_with_length_only() -> None:
    """Eight times the text takes about eight times the time, not its square."""
    short = "Ik sla je als je weet waar wij wonen, zei hij tegen mij. Jullie beleid deugt niet. " * 60

    def seconds(text: str) -> float:
        """Return the shortest of three readings."""
        readings = []
        for _ in range(3):
            started = time.perf_counter()
            suggest(text)
            readings.append(time.perf_counter() - started)
        return min(readings)

    assert seconds(short * 8) < 8 * seconds(short) * 4
