"""How far a consent goes by its words: whom it names, whom it leaves out, and that in doubt nobody is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.case.builders import a_case
from tests.unit.case.test_outgoing import RECEIVERS, agreed, approval, drafted, messages_of_the_document
from vangnet.case.consent_scope import covers


@pytest.mark.rule("AP-6.3")
@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        ("", set(RECEIVERS)),
        ("council", {"council"}),
        ("office_holders, staff", {"office_holders", "staff"}),
        ("de fractievoorzitters", {"office_holders"}),
        ("raadsleden", {"council", "office_holders"}),
        ("iedereen behalve de pers", {"council", "office_holders", "staff"}),
        ("de raad en het college, niet de pers", {"council", "office_holders"}),
        ("niet de pers", {"council", "office_holders", "staff"}),
        ("alle medewerkers", {"staff"}),
        ("mijn persoonlijke vriend", set()),
        ("alleen de raad en het college", {"council", "office_holders"}),
        ("raad en college mogen het weten", {"council", "office_holders"}),
        ("iedereen, de pers niet", {"council", "office_holders", "staff"}),
        ("everybody but the press", {"council", "office_holders", "staff"}),
        ("de raad wel, pers nooit", {"council"}),
        ("iedereen m.u.v. de pers", {"council", "office_holders", "staff"}),
        ("iedereen muv de pers", {"council", "office_holders", "staff"}),
        ("iedereen excl. pers", {"council", "office_holders", "staff"}),
        ("evt. de pers", set()),
        ("z.s.m. de pers", set()),
        ("de raad, zonder mijn naam", {"council"}),
        ("niet de pers, wel de raad", {"council"}),
    ],
)
def test_a_scope_is_read_as_it_is_written(scope: str, covered: set[str]) -> None:
    """No scope is no limit; words that name none of the readers let nobody be told."""
    named = {str(name): words for name, words in messages_of_the_document().named.items()}

    assert {to for to in RECEIVERS if covers(scope, to, "inform_others", named)} == covered


@pytest.mark.rule("AP-6.3")
@pytest.mark.parametrize(
    "scope",
    [
        *("Iedereen mag het weten, de pers uitgezonderd", "ik wil dat de pers hier buiten blijft", "pers: nee"),
        *("de pers mag niets weten", "absoluut nooit aan kranten", "iedereen, media liever buiten houden"),
        *("geen pers, raad en college", "niet aan de raad, het college en de pers", "de pers, de raad niet"),
        *("niet alleen de raad", "de pers moet hier ver vandaan blijven", "mediation", "ook de pers?", "pers ✗"),
        *("iedereen, maar pas na de zitting", "de raad; de pers; nee", "don't tell the press", "the press: no"),
        *("de pers, mits mijn naam niet valt", "pers -", "de pers uitgezonderd raad", "niet iedereen", "nooit"),
    ],
)
def test_a_no_to_the_press_in_any_words_is_no_consent(scope: str) -> None:
    """Whatever way somebody says no, or perhaps, the press is not told on that ground."""
    named = {str(name): words for name, words in messages_of_the_document().named.items()}

    assert not covers(scope, "press", "inform_others", named)


@pytest.mark.rule("AP-6.3")
@pytest.mark.parametrize("scope", ["geen pers, raad en college", "iedereen, nee", "de raad, maar pas na de zitting"])
def test_in_doubt_nobody_is_told(scope: str) -> None:
    """Where a limit may be about each of them, none is told: whoever wants to tell asks again."""
    named = {str(name): words for name, words in messages_of_the_document().named.items()}

    assert not any(covers(scope, to, "inform_others", named) for to in RECEIVERS)
    assert approval(drafted(agreed(a_case(), scope=scope))) == "AP-6.3"


NEGATIONS = (
    "niet",
    "geen",
    "nooit",
    "nee",
    "uitgezonderd",
    "behalve",
    "buiten",
    "zonder",
    "liever",
    "mits",
    "not",
    "no",
)
WORDS = ("pers", "media", "raad", "college", "staff", "iedereen", "wel", "ja", "mag", "weten", "de", "aan", "vriend")


@pytest.mark.rule("AP-6.3")
@given(st.lists(st.sampled_from([*WORDS, *NEGATIONS, ",", "en", "maar", ".", ":", "of"]), max_size=10))
def test_beside_a_no_the_press_is_told_only_by_a_piece_of_its_own(words: list[str]) -> None:
    """In whatever order: with a word of denial anywhere, the press must stand in a piece that has none."""
    named = {str(name): found for name, found in messages_of_the_document().named.items()}
    scope = " ".join(words)
    if set(words) & set(NEGATIONS) and covers(scope, "press", "inform_others", named):
        pieces = [set(one.split()) for one in re.split(r",|\.|\ben\b|\bmaar\b|\bof\b", scope)]
        positive = [one for one in pieces if not one & set(NEGATIONS)]
        assert any(one & {"pers", "media"} for one in positive), scope


@pytest.mark.rule("AP-5.4.3")
def test_words_on_the_aangifte_say_why_and_a_no_stays_a_no() -> None:
    """A reason or what may be told is no limit to whom; a refusal in the scope is none to anybody."""
    named = {str(name): words for name, words in messages_of_the_document().named.items()}
    told = {
        scope: covers(scope, "council", "speak_about_aangifte", named)
        for scope in ("alleen dat er een zaak komt", "om anderen te helpen", "liever niet", "nee")
    }

    assert list(told.values()) == [True, True, False, False]
