"""Letters made from a case: they say what was decided, and nothing that a case may not tell him."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.commands.letters import MakeLetter
from schemas.words import LegalBasis
from tests.letters.cases import LETTER, REPEATED, banned, context, made, without_letters, written
from tests.letters.reading import text
from tests.properties.acts import CALM
from tests.unit.case.builders import Story, a_threat, refused
from tests.unit.case.test_letters import wrong_letter
from tests.unit.case.test_measures import BAN, in_hand, ready
from vangnet.case.drafting import drafted
from vangnet.case.letters import Meant
from vangnet.letters.checking import check
from vangnet.letters.printing import printed
from vangnet.letters.texts import letter_texts, unknown_letterhead

BASES: tuple[LegalBasis, ...] = get_args(LegalBasis)
DAY = timedelta(days=1)
DRAFT = "(nog invullen)"


def texts(story: Story) -> str:
    """Return the words of all letters of a case."""
    return "\n".join(letter_texts(context(story)))


@pytest.mark.parametrize("basis", BASES)
def test_a_decided_ban_has_a_letter_for_its_basis(basis: LegalBasis) -> None:
    """Whatever the basis, the letter passes the tables and becomes a file, the same bytes when made again."""
    story = made(banned(basis), basis=basis)
    letter = written(story)
    content = list(story.case.made.values())[-1].content

    check(letter)
    first, second = (printed(content, story.protocol.municipality) for _ in range(2))

    assert first == second
    assert letter.legal_basis == basis
    assert not letter.draft
    assert "CONCEPT" not in text(first.pdf)


@CALM
@given(
    st.sampled_from(BASES),
    st.sets(st.sampled_from(["gemeentehuis", "wijkcentrum", "sporthal"]), min_size=1),
    st.dates(date(2026, 11, 30), date(2026, 12, 31)),
    st.integers(0, 60),
    st.booleans(),
)
def test_no_letter_differs_from_its_decision(
    basis: LegalBasis, buildings: set[str], starts_on: date, days: int, loco: bool
) -> None:
    """Basis, buildings, days and who decided are those of the decision, whoever makes the letter and what he types."""
    ends_on = date.fromordinal(starts_on.toordinal() + days)
    fields = {"buildings": sorted(buildings), "starts_on": starts_on, "ends_on": ends_on, "legal_basis": basis}
    story = ready()
    decides = "b.vandam"
    if loco:  # Of the chair's deputies the first was harmed here, so that the second stands in.
        decides = "r.yilmaz" if basis == "gemeentewet_26" else "w.jansen"
        story = replace(story, away=(("b.vandam", story.now - DAY, story.now + DAY),))
    story = story.does(decides, "decide_measure", **BAN | REPEATED | fields)
    letter = written(made(story, basis=basis, why="Anders dan besloten", happened="Iets"))
    decided = story.case.measures["ban-1"]

    assert (letter.legal_basis, letter.starts_on, letter.ends_on) == (
        decided.legal_basis,
        decided.starts_on,
        decided.ends_on,
    )
    assert [one.label.lower() for one in letter.places] == list(decided.buildings) == sorted(buildings)
    assert letter.decider.name == story.protocol.municipality.people[decided.decided_by].name
    assert (
        letter.decider.capacity
        in {
            False: {"burgemeester", "council_chair"},
            True: {"locoburgemeester", "acting_council_chair"},
        }[loco]
    )


@pytest.mark.rule("AP-5.2.3")
def test_a_written_warning_yields_its_letter_at_once() -> None:
    """Decided, it has a draft; made, it says what happened, his own side and why; a spoken one has no letter."""
    story = ready(advised=("warning_written", "warning_spoken"))
    story = story.does("h.willems", "decide_measure", measure="warning_spoken")
    assert texts(story) == ""
    story = story.does("h.willems", "decide_measure", measure="warning_written", reasons="Hij zag het in.")

    draft = texts(story)
    final = texts(made(story, "warning", addressee="K. Dijkstra", happened="U schold in de hal."))

    assert [one in draft for one in ("CONCEPT", DRAFT, "Het spijt hem", "Hij zag het in.")] == [True] * 4
    assert [one in final for one in ("CONCEPT", DRAFT)] == [False] * 2
    assert [one in final for one in ("K. Dijkstra", "Molenweg 8", "U schold in de hal.")] == [True] * 3


@pytest.mark.rule("AP-5.2.9")
def test_an_invitation_names_when_and_where_and_both_ways_to_answer() -> None:
    """For the incident talk or before a decision; without a time and a place to meet it is refused."""
    story = ready(advised=("incident_talk",)).does(
        "h.willems", "decide_measure", measure="incident_talk", representative="Hanna Willems"
    )
    with refused("AP-5.2.9"):
        made(story, "incident_talk")

    story = made(story, "incident_talk", meet_at="2026-12-08T10:00+01:00", meet_place="Wijkcentrum, Dorpsstraat 12")

    assert list(story.case.made.values())[-1].measure == "incident_talk-1"
    said = texts(story)
    assert "dinsdag 8 december 2026 om 10.00 uur" in said
    assert "Wijkcentrum, Dorpsstraat 12" in said
    assert "Op papier of via internet" in said


def test_a_service_limit_names_its_mandate_and_what_stays_open() -> None:
    """The handler signs for the college, by its mandate; by post it stays possible."""
    story = ready(advised=("service_limit",))
    limit = {"services": ["balie"], "starts_on": "2026-12-01", "ends_on": "2027-03-01", "reasons": "Na drie keer."}
    story = story.does("h.willems", "decide_measure", measure="service_limit", **limit)

    letter = written(made(story, "service_limit"))
    check(letter)

    assert letter.decider.mandate.reference == "2026/0118"
    assert letter.stays_open[0] == "per brief"
    with refused("AP-5.2.4"):
        made(without_letters(story, service_mandate=None), "service_limit")


@pytest.mark.rule("AP-5.2.7")
def test_a_ban_by_house_right_names_the_mandate_of_the_college() -> None:
    """Without it the letter is refused, and with it the letter offers no objection."""
    letter = written(made(banned()))

    assert letter.decider.mandate.reference == "2026/0117"
    assert "bezwaar" not in texts(made(banned())).lower()
    with refused("AP-5.2.7"):
        made(without_letters(banned(), ban_mandate=None))
    with refused("AP-5.2.7"):
        without_letters(ready(), ban_mandate=None).does("b.vandam", "decide_measure", **BAN)


def test_the_end_of_a_ban_has_a_letter_of_its_own() -> None:
    """With the day on which it ended and why."""
    story = banned().later(days=3).does("b.vandam", "end_measure", why="Hij bood excuses aan.")

    letter = written(made(story, "early_end"))
    check(letter)

    assert (letter.ends_on, letter.why) == (date(2026, 12, 3), "Hij bood excuses aan.")


def test_the_notice_says_which_data_are_kept() -> None:
    """Since the report, from where, for whom; nothing of who reported."""
    story = made(ready(), "avg_notice")
    check(written(story))

    assert "R. Bakker" not in texts(story)
    assert written(story).collected_on == date(2026, 11, 30)


def test_a_ban_that_is_only_proposed_has_a_draft() -> None:
    """It says so on every page, names who would decide, and is about no measure yet."""
    proposal = {name: one for name, one in BAN.items() if name not in {"measure", "why_departs"}}
    story = ready().does("h.willems", "propose_ban", **proposal)

    story = story.does("h.willems", "make_letter", letter="ban")
    item = list(story.case.made.values())[-1]

    assert (item.draft, item.measure) == (True, None)
    assert written(story).decider.name == "Bea van Dam"
    assert "CONCEPT" in text(printed(item.content, story.protocol.municipality).pdf)


@pytest.mark.rule("AP-5.4.3")
def test_no_letter_speaks_of_the_aangifte() -> None:
    """What is typed is refused; a sentence of the decision that does is left out."""
    story = banned(reasons="Geweld. Er loopt een aangifte bij de politie. Hij had het vaker gedaan.")
    with refused("AP-5.4.3"):
        made(story, why="De aangifte weegt mee.")

    assert written(made(story)).weighing.why == "Geweld. Hij had het vaker gedaan."
    assert "loopt een aangifte" not in texts(story)
    agreed = story.does("r.bakker", "consent", to="speak_about_aangifte", given=True)
    assert "Er loopt een aangifte" in written(made(agreed)).weighing.why


def test_a_letter_holds_nothing_of_what_the_reporter_wrote() -> None:
    """Neither his account nor the place, which may be his home; only the kind, the day and the way."""
    story = a_threat(account="Hij weet dat mijn dochter op De Regenboog zit", place="bij mij thuis, Kade 9")
    story = story.does("g.mulder", "take_case", handler="h.willems", aim="Rust")
    story = made(story, "invitation", meet_at="2026-12-08T10:00+01:00", meet_place="Wijkcentrum")

    said = texts(story)

    assert [one for one in ("Regenboog", "Kade 9", "Bakker") if one in said] == []
    assert "Bij ons is gemeld: bedreiging." in said


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"address": ""}, "AP-2.4"),
        ({"letter": "objection_decision"}, "AP-2.4"),  # None was decided.
        ({"letter": "warning"}, "AP-2.4"),
    ],
)
def test_what_a_letter_cannot_do_without_is_asked_for(fields: dict[str, Any], rule: str) -> None:
    """An address, a decision; and what is made elsewhere is not made here."""
    with refused(rule):
        made(banned(), **fields)


def test_a_letter_says_how_often_measures_were_taken_before() -> None:
    """Those decided before this one, in this case and in his others; whoever makes the letter may know of more."""
    story = ready().does("h.willems", "decide_measure", measure="warning_written", reasons="Eerste keer.")
    other = replace(story.case, stream="case/VN-0")
    story = story.later(minutes=5).does("b.vandam", "decide_measure", **BAN)
    ctx = replace(story.context(), facts=replace(story.context().facts, history=(other,)))
    item = story.case.measures["ban-1"]

    assert written(made(story)).weighing.earlier_measures == 1
    assert written(made(story, earlier_measures=3)).weighing.earlier_measures == 3
    drawn = drafted(ctx, Meant("ban", item), MakeLetter(letter="ban"), unknown_letterhead(), draft=True)
    assert drawn.weighing.earlier_measures == 2  # type: ignore[union-attr]


def test_without_a_letterhead_there_is_no_letter_but_still_a_draft() -> None:
    """The municipality is asked to fill it in."""
    story = without_letters(banned())

    with refused("AP-2.4"):
        made(story)
    assert "Toegangsverbod voor gebouwen van de gemeente" in texts(story)


def test_nothing_is_made_of_what_nobody_decided() -> None:
    """Not without a proposal either."""
    with refused("AP-2.4"):
        made(in_hand())


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"earlier": "vorige week"}, "earlier"),
        ({"answer_by": "2026-11-30"}, "answer_by"),
        ({"meet_at": "2026-11-01T10:00:00Z"}, "meet_at"),
        ({"address": "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven"}, "address"),
        ({"letter": "ansicht"}, "letter"),
    ],
)
def test_what_cannot_stand_in_a_letter_is_named(fields: dict[str, Any], field: str) -> None:
    """By its field."""
    assert wrong_letter(banned(), **fields) == field


def test_what_an_event_holds_is_the_whole_letter() -> None:
    """Read back it is the same letter, so that it can be made again as it was when everything else has changed."""
    story = made(banned())
    content = list(story.case.made.values())[-1].content

    assert LETTER.validate_python(content).model_dump(mode="json") == content
