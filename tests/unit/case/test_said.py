"""A text of nothing but spaces says nothing: no rule that asks for words is met by it."""

from typing import Any

import pytest
from pydantic import ValidationError

from schemas.commands import COMMANDS
from tests.unit.case.builders import Story, a_case, refused
from tests.unit.case.test_measures import BAN, in_hand, ready
from tests.unit.case.test_refusals import FIELDS
from vangnet.case.decide import without_blanks
from vangnet.case.errors import Refused

BLANK = " \n\t "
TEXTS = [
    (name, field)
    for name in sorted(FIELDS)
    for field, row in COMMANDS[name].model_fields.items()
    if row.default in (None, "") and "str" in str(row.annotation)
]


def parsed(name: str, fields: dict[str, Any]) -> Any:
    """Return a command, as a program sends it."""
    return COMMANDS[name].model_validate(fields)


@pytest.mark.parametrize(("name", "field"), TEXTS)
def test_a_blank_text_is_as_if_it_was_left_out(name: str, field: str) -> None:
    """In every command that there is: what the core decides on is the same, or its shape is refused at once."""
    said = COMMANDS[name].model_fields[field].alias or field
    fields = {one: value for one, value in FIELDS[name].items() if one != said}
    try:
        blank, left_out = parsed(name, fields | {said: BLANK}), parsed(name, fields)
    except ValidationError:
        return
    assert without_blanks(blank) == left_out


def decided() -> Story:
    """Return a case with a ban that runs."""
    return ready().does("b.vandam", "decide_measure", **BAN)


@pytest.mark.parametrize(
    ("story", "actor", "name", "fields", "rule"),
    [
        (in_hand, "c.bos", "give_advice", {"measures": ["ban"], "why": BLANK}, "AP-5.2.1"),
        (a_case, "g.mulder", "take_case", {"handler": "h.willems", "aim": BLANK}, "AP-2.1"),
        (in_hand, "h.willems", "confirm_class", {"class": "insult", "why": BLANK}, "AP-2.6"),
        (in_hand, "h.willems", "waive_hearing", {"ground": "unknown", "why": BLANK}, "AP-2.5"),
        (decided, "b.vandam", "end_measure", {"why": BLANK}, "AP-5.2.7"),
        (decided, "b.vandam", "change_measure", {"ends_on": "2027-01-01", "why": BLANK}, "AP-5.2.7"),
        (in_hand, "c.bos", "record_security_measure", {"decided_by": "hoofdofficier", "measure": BLANK}, "AP-5.4.6"),
        (in_hand, "r.bakker", "record_damage", {"item": BLANK, "cents": 100}, "AP-5.4.11"),
        (in_hand, "h.willems", "notify_police", {"reference": BLANK}, "AP-5.2.10"),
        (ready, "b.vandam", "decide_measure", BAN | {"reasons": BLANK}, "AP-5.2.5"),
    ],
)
def test_a_rule_that_asks_for_words_is_not_met_by_spaces(
    story: Any, actor: str, name: str, fields: dict[str, Any], rule: str
) -> None:
    """The refusal is that of the rule, as if nothing was written."""
    with pytest.raises((Refused, ValidationError)) as caught:
        story().decided(actor, name, **fields)
    assert getattr(caught.value, "rule", rule) == rule


@pytest.mark.rule("AP-5.3.10")
def test_a_blank_referral_is_none() -> None:
    """Signs that coping stagnates are kept with a referral that says something, or the person's refusal."""
    talk = {"person": "r.bakker", "talk": "third", "signs_of_stagnation": True}

    with refused("AP-5.3.10"):
        a_case().decided("g.mulder", "record_talk", **talk, referral=BLANK)
    assert a_case().decided("g.mulder", "record_talk", **talk, referral="Bedrijfsarts")


@pytest.mark.rule("AP-6.5")
@pytest.mark.parametrize("field", ["with_", "outcome"])
def test_an_alignment_says_something_or_nothing(field: str) -> None:
    """A program may leave out with whom and what came of it; a blank for it is no answer."""
    with pytest.raises(ValueError, match="write something"):
        parsed("align_with_om", {field.rstrip("_"): BLANK})
