"""Further rows of the list in which protocols differ: terms from a decision, who holds a talk, the matrix, and more."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.commands.letters import MakeLetter
from tests.unit.case.builders import THREAT, a_threat, refused
from tests.unit.case.test_measures import BAN, ready
from tests.unit.protocol.documents import FILE, HEAD, problems, read
from tests.unit.protocol.test_other_protocols import DECIDED, PHONE_BAN, handled, over, reported, story
from vangnet.case.drafting import drafted
from vangnet.case.letters import Meant
from vangnet.case.matrix import matrix_advice
from vangnet.case.police import lacking
from vangnet.case.retention import wiped_at
from vangnet.case.sight import sees_aftercare_of

TELL = """duties:
  bezorgen: {label: brief bezorgen, opens: measure_decided, owner: handler, due: 2 days, anchor: decision}
"""


def test_a_term_may_run_from_the_decision() -> None:
    """Of each measure its own; none before anything was decided."""
    found = handled(PHONE_BAN + TELL)
    assert "bezorgen" not in found.open()
    decided = found.later(hours=5).does("h.willems", "decide_measure", **DECIDED)

    assert decided.hours("bezorgen", since=decided.now) == 48
    assert decided.duty("bezorgen").about == "belverbod-1"


def test_a_talk_may_be_a_roles_own() -> None:
    """Its duty is theirs and they record it; whoever cares for the person has the others."""
    found = reported("aftercare:\n  talks:\n    first: {giver: coordinator}\n", kinds=["insult"])
    assert found.owners("first_talk", "r.bakker") == ("c.bos",)
    assert found.owners("second_talk", "r.bakker") == ("g.mulder",)

    assert sees_aftercare_of(found.context(), "c.bos") == {"r.bakker"}
    held = found.does("c.bos", "record_talk", person="r.bakker", talk="first")
    assert "first_talk" not in held.open()
    with refused("AP-5.3.2"):
        found.decided("c.bos", "record_talk", person="r.bakker", talk="second")


def test_an_aangifte_may_need_no_consent() -> None:
    """Where the document says so, the municipality files whatever who is harmed says."""
    text = "aangifte: {needs_consent: false}\n"
    asked = {"reference": "PL-1", "offences": ["threat"]}
    with refused("AP-5.4.1"):
        a_threat().decided("a.jacobs", "file_aangifte", **asked)
    found = reported(text, kinds=THREAT)

    assert lacking(found.context(), "aangifte") == ()
    assert found.does("a.jacobs", "file_aangifte", **asked).case.police.filings


CELL = """matrix:
  rows:
    verbal_aggression:
      - measures: [ban, warning_written]
        at_least: {ban: 2 months}
        usual: {ban: 3 months}
        at_most: {ban: 6 months}
        ends_when: {warning_written: {nl: bij nieuw gedrag}}
"""


def test_a_cell_may_say_how_long_a_measure_lasts_at_least() -> None:
    """Who goes below it writes down why, as who goes beyond it does."""
    found = replace(ready(), protocol=story(CELL).protocol)
    advice = matrix_advice(found.context())
    assert advice is not None
    assert advice.cell.usual == {"ban": "3 months"}
    short = BAN | {"why_departs": None, "starts_on": "2026-12-01", "ends_on": "2026-12-31"}

    with refused("AP-2.6", "shorter_than_the_matrix"):
        found.decided("b.vandam", "decide_measure", **short)
    assert found.decided("b.vandam", "decide_measure", **short | {"why_departs": "Hij verhuist."})


def test_a_measure_that_the_matrix_lets_last_for_ever_is_a_warning() -> None:
    """Judges struck such measures down; a last day or a condition takes the warning away."""
    text = PHONE_BAN + "matrix:\n  rows:\n    threat:\n      - {measures: [belverbod]}\n"
    found = [one for one in problems(text) if "has no end here" in one.message]

    assert [one.warning for one in found] == [True]
    ends = text.replace("[belverbod]}", "[belverbod], ends_when: {belverbod: {nl: na een gesprek}}}")
    assert not [one for one in problems(ends) if "has no end here" in one.message]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("last_measure", datetime(2032, 2, 1, 23, tzinfo=UTC)),
        ("closed", datetime(2031, 11, 30, 11, tzinfo=UTC)),
        ("reported", datetime(2031, 11, 30, 11, tzinfo=UTC)),
    ],
)
def test_what_is_kept_counts_from_what_the_document_names(since: str, expected: datetime) -> None:
    """From the last measure, the closing or the report; while a measure holds nothing is wiped."""
    found = over(PHONE_BAN + f"retention: {{keep_for: 5 years, counted_from: {since}}}\n")
    soon = over(PHONE_BAN + f"retention: {{keep_for: 1 week, counted_from: {since}}}\n")

    assert wiped_at(found.context()) == expected
    held = wiped_at(soon.context())
    assert held is not None
    assert held >= datetime(2027, 2, 1, 23, tzinfo=UTC)


def test_the_register_has_a_name_and_recipients_that_letters_tell() -> None:
    """Whom what is known is shared with is the municipality's to say."""
    text = "registry: {name: {nl: ARO}, recipients: [{nl: de arbodienst}]}\n"
    found = replace(ready(), protocol=story(text).protocol)
    settings: Any = found.protocol.municipality.letters
    asked = MakeLetter.model_validate({"letter": "avg_notice", "address": "Molenweg 8"})
    letter: Any = drafted(found.context("h.willems"), Meant("avg_notice"), asked, settings, draft=False)

    assert letter.recipients == ("de arbodienst",)


def test_a_number_may_have_one_for_where_nobody_answers() -> None:
    """It stands beside the number itself."""
    found = read({FILE: HEAD + "contacts:\n  police: {fallback: '14 030'}\n"}).protocol.document.contacts["police"]

    assert found.fallback == "14 030"


def test_a_cell_says_how_long_where_nobody_else_does() -> None:
    """The last day follows from the usual time, unless the decision names one."""
    found = replace(ready(), protocol=story(CELL).protocol)
    silent = {name: one for name, one in BAN.items() if name != "ends_on"}
    decided = found.does("b.vandam", "decide_measure", **silent)

    assert str(decided.case.measures["ban-1"].ends_on) == "2027-03-01"
    assert (
        str(found.does("b.vandam", "decide_measure", **BAN | {"ends_on": "2027-02-15"}).case.measures["ban-1"].ends_on)
        == "2027-02-15"
    )
