"""What the pages call needed is what the core refuses to be without: each field, left out of a good command."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.case.builders import EVALUATION, NAMES, Story, a_threat
from tests.unit.case.test_meetings import disturbed
from tests.unit.case.test_obligations import the_calendar
from vangnet.case.errors import Refused
from vangnet.web.commands.relevant import ASKED_BY_A_RULE
from vangnet.web.commands.shape import shapes

PLANNED = "2027-01-14T19:00:00Z"
HANDLER, COORDINATOR, BURGEMEESTER = "h.willems", "c.bos", "b.vandam"
WARNING = {"measure": "warning_written", "reasons": "Dreiging"}


def new() -> Story:
    """Return a case that nobody took."""
    return a_threat(perpetrators=[{"kind": "person", "name": NAMES[0]}])


def taken() -> Story:
    """Return a case with its handler."""
    return new().does("g.mulder", "take_case", handler=HANDLER, aim="Rust")


def known() -> Story:
    """Return a case of which it is known who did it."""
    return taken().does(HANDLER, "identify_perpetrator", perpetrator=NAMES[0])


def ready() -> Story:
    """Return a case in which a measure may be decided."""
    story = taken().does(HANDLER, "confirm_class", class_="threat", why="Gelezen")
    story = story.does(COORDINATOR, "give_advice", measures=["warning_written"], why="Eerste keer")
    return story.does(HANDLER, "record_hearing", form="phone", account="Het spijt hem")


def warned() -> Story:
    """Return a case with a measure."""
    return ready().does(HANDLER, "decide_measure", **WARNING)


def limited() -> Story:
    """Return a case with a measure of some days."""
    days = {"services": ["loket"], "starts_on": "2026-12-02", "ends_on": "2027-01-02"}
    reasons = {"reasons": "Dreiging", "why_departs": "Het helpt"}
    return ready().does(HANDLER, "decide_measure", measure="service_limit", **days, **reasons)


def ended() -> Story:
    """Return a case with a measure that ended early."""
    return limited().does(HANDLER, "end_measure", why="Excuses")


def agreed() -> Story:
    """Return a case in which who was harmed agrees to an aangifte."""
    return taken().does("r.bakker", "consent", to="aangifte", scope="alles")


def filed() -> Story:
    """Return a case with an aangifte."""
    return agreed().does("a.jacobs", "file_aangifte", reference="PL-1", offences=["threat"])


def damaged() -> Story:
    """Return a case with damage."""
    return known().does("r.bakker", "record_damage", item="ruit", cents=45_000)


def closed() -> Story:
    """Return a case that is over."""
    return warned().does(HANDLER, "close_case", because="responded", response="Brief", evaluation=EVALUATION)


def planned() -> Story:
    """Return a meeting that is planned."""
    return Story().does("e.kramer", "plan_meeting", at=PLANNED, place="Wijkcentrum", about="Opvang")


# For each command a case in which it may be given, by whom, and with what.
GOOD: dict[str, tuple[Callable[[], Story], str, dict[str, Any]]] = {
    "take_case": (new, "g.mulder", {"aim": "Rust"}),
    "confirm_class": (taken, HANDLER, {"class": "threat", "why": "Gelezen"}),
    "give_advice": (taken, COORDINATOR, {"measures": ["warning_written"], "why": "Eerste keer"}),
    "merge_perpetrators": (known, HANDLER, {"perpetrator": NAMES[1], "why": "Dezelfde"}),
    "clear_perpetrator": (known, HANDLER, {"why": "Hij was elders"}),
    "record_hearing": (taken, HANDLER, {"form": "phone", "account": "Het spijt hem"}),
    "waive_hearing": (taken, HANDLER, {"ground": "unknown", "why": "Niemand zag hem"}),
    "end_measure": (limited, HANDLER, {"why": "Excuses"}),
    "change_measure": (limited, HANDLER, {"why": "Na bezwaar", "ends_on": "2026-12-20"}),
    "revive_measure": (ended, HANDLER, {"why": "Weer", "incident": "VN-1"}),
    "send_letter": (warned, HANDLER, {"letter": "warning", "by": "post", "sent_on": "2026-11-30"}),
    "notify_police": (taken, HANDLER, {"reference": "PL-1"}),
    "file_aangifte": (agreed, "a.jacobs", {"reference": "PL-1", "offences": ["threat"]}),
    "record_prosecution": (filed, "l.vos", {"state": "investigation"}),
    "record_police_request": (taken, HANDLER, {"with": "police", "outcome": "Telefoon meenemen"}),
    "record_consultation": (taken, HANDLER, {"with": "nctv", "outcome": "Geen extra gevaar"}),
    "record_security_measure": (taken, "o.meijer", {"decided_by": "hoofdofficier", "measure": "Toezicht"}),
    "record_damage": (taken, "r.bakker", {"item": "ruit", "cents": 45_000}),
    "leave_claim": (damaged, "l.vos", {"item": "ruit", "why": "Hij heeft niets"}),
    "draft_message": (taken, "p.kuipers", {"to": "council", "text": "Er is iets gebeurd."}),
    "close_case": (warned, HANDLER, {"because": "responded", "response": "Brief", "evaluation": EVALUATION}),
    "write_reflection": (taken, "r.bakker", {"text": "Ik reageerde fel"}),
    "write_message": (taken, "r.bakker", {"text": "Hoe gaat het?"}),
    "decide_aangifte": (disturbed, BURGEMEESTER, {"file": True, "consulted": ["griffier", "coordinator"]}),
    "plan_talk": (Story, "w.devries", {"at": PLANNED, "place": "Spreekkamer", "secured": True}),
    "plan_meeting": (Story, "e.kramer", {"at": PLANNED, "place": "Wijkcentrum"}),
    "record_risk_analysis": (planned, "e.kramer", {"outcome": "Boze buren", "measures": ["Bode"]}),
    "record_training": (the_calendar, "e.kramer", {"topic": "Rustig blijven", "people": ["r.bakker"]}),
    "reopen_case": (closed, HANDLER, {"why": "Hij belde weer"}),
}


def without(fields: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the fields without one, which may stand in another."""
    name, _, rest = path.partition(".")
    left = {key: value for key, value in fields.items() if key != name}
    return left | {name: without(fields[name], rest)} if rest else left


@pytest.mark.parametrize("command", sorted(ASKED_BY_A_RULE))
def test_what_a_rule_asks_for_is_refused_where_it_lacks(command: str) -> None:
    """With all of it the command is carried out; without any one of the table it is refused, by a rule."""
    begin, actor, fields = GOOD[command]
    story = begin()
    assert story.decided(actor, command, **fields)

    for path in ASKED_BY_A_RULE[command]:
        with pytest.raises(Refused) as caught:
            story.decided(actor, command, **without(fields, path))
        assert caught.value.because not in {"", "not_yours", "not_seen", "harmed"}


@pytest.mark.parametrize("command", sorted(ASKED_BY_A_RULE))
def test_what_a_rule_asks_for_is_a_field_of_its_command(command: str) -> None:
    """Each name in the table stands on the form, and the schema alone does not ask for it."""
    left_out = {shape.path for shape in shapes(command) if not shape.needed}

    assert left_out >= ASKED_BY_A_RULE[command]
