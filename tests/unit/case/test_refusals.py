"""Every command has somebody who may not give it, and is refused by the rule that language.md names for it."""

from typing import Any

import pytest

from schemas.commands import COMMANDS, DIRECTORY, STARTS_A_STREAM
from tests.unit.case.builders import EVALUATION, NAMES, Story, a_case, a_report, a_talk, a_threat, loaded, refused

OUTSIDER = "y.beheer"  # The administrator sees no case.
SEES_THE_LAW = "l.vos"  # A lawyer sees the case, and gives almost none of its commands.

# Fields that would be right, so that only who gives the command stands in its way.
FIELDS: dict[str, dict[str, Any]] = {
    "file_report": {"account": "Hij riep iets", "happened_at": "unknown", "channel": "phone", "harmed": ["r.bakker"]},
    "turn_into_report": {},
    "ask_for_talk": {"with": "griffier"},
    "record_outcome": {"outcome": "nothing"},
    "set_away": {"person": "g.mulder", "from": "2026-12-01T09:00:00Z", "until": "2026-12-02T09:00:00Z"},
    "acknowledge": {},
    "record_first_contact": {"person": "r.bakker"},
    "take_case": {"aim": "Rust"},
    "confirm_class": {"class": "threat", "why": "Gelezen"},
    "add_evidence": {"text": "Schermafdruk"},
    "add_note": {"text": "Gebeld"},
    "record_injury": {"injury": "mental"},
    "complete_duty": {"duty": "inform_burgemeester"},
    "record_talk": {"person": "r.bakker", "talk": "first"},
    "decline_aftercare": {"person": "r.bakker"},
    "take_up_aftercare": {"person": "r.bakker"},
    "assign_aftercare": {"person": "r.bakker", "giver": "k.haan"},
    "add_supported_person": {"person": {"family_of": "r.bakker", "name": "Kim"}},
    "give_advice": {"measures": ["ban"], "why": "Derde keer"},
    "identify_perpetrator": {"perpetrator": "K. Dijkstra"},
    "merge_perpetrators": {"perpetrator": "De Stille Straat", "why": "Dezelfde"},
    "clear_perpetrator": {"why": "Hij was elders"},
    "record_hearing": {"form": "phone", "account": "Het spijt hem"},
    "waive_hearing": {"ground": "unknown", "why": "Niemand zag hem"},
    "propose_ban": {"buildings": ["gemeentehuis"]},
    "decide_measure": {"measure": "warning_written"},
    "end_measure": {"why": "Hij bood excuses aan"},
    "record_objection": {"received_on": "2026-11-30"},
    "record_complaint": {"received_on": "2026-11-30"},
    "record_erasure": {"received_on": "2026-11-30"},
    "postpone_decision": {"until": "2026-12-30"},
    "make_letter": {"letter": "avg_notice", "address": "Molenweg 8"},
    "demand_to_leave": {"words": "U moet nu weg"},
    "report_breach": {"building": "gemeentehuis"},
    "change_measure": {"why": "Na bezwaar"},
    "revive_measure": {"why": "Weer", "incident": "VN-1"},
    "notify_police": {"reference": "PL-1"},
    "consent": {"to": "aangifte"},
    "withdraw_consent": {"to": "aangifte"},
    "file_aangifte": {"reference": "PL-1", "offences": ["threat"]},
    "record_prosecution": {"state": "investigation"},
    "record_police_request": {"with": "police", "outcome": "Telefoon meenemen"},
    "record_consultation": {"with": "nctv", "outcome": "Geen extra gevaar"},
    "record_security_measure": {"decided_by": "hoofdofficier", "measure": "Toezicht"},
    "make_police_file": {},
    "record_damage": {"item": "ruit", "cents": 45_000},
    "pay_out": {"item": "ruit"},
    "claim": {"item": "ruit"},
    "record_recovery": {"item": "ruit"},
    "leave_claim": {"item": "ruit", "why": "Hij heeft niets"},
    "answer_invitation": {"made": "letter-1", "form": "written", "account": "Het spijt mij"},
    "send_letter": {"letter": "invitation", "by": "post", "sent_on": "2026-11-30"},
    "draft_message": {"to": "council", "text": "Er is iets gebeurd."},
    "align_with_om": {},
    "approve_message": {},
    "withdraw_message": {},
    "close_case": {"because": "responded", "response": "Brief", "evaluation": EVALUATION},
    "write_reflection": {"text": "Ik reageerde fel"},
    "write_message": {"text": "Hoe gaat het?"},
    "reopen_case": {"why": "Hij belde weer"},
    "receive_mail": {"sender": "iemand@buiten.example", "text": "Dag"},
    "take_mail": {"harmed": "r.bakker"},
    "set_mail_aside": {"why": "Reclame"},
    "send_test": {"person": "r.bakker"},
    "open_meeting": {"body": "gemeenteraad", "place": "Raadzaal"},
    "suspend": {},
    "call_police": {},
    "record_physical_aggression": {"account": "Hij duwde een bezoeker"},
    "record_physical_measure": {"account": "De bode hield hem tegen"},
    "stop_livestream": {},
    "resume": {},
    "close_meeting": {},
    "decide_aangifte": {"file": True, "consulted": ["griffier", "coordinator"]},
    "plan_talk": {"at": "2026-12-07T10:00:00Z", "place": "Spreekkamer", "secured": True},
    "plan_meeting": {"at": "2027-01-14T19:00:00Z", "place": "Wijkcentrum"},
    "record_risk_analysis": {"outcome": "Boze buren", "measures": ["Bode"]},
    "record_held": {},
    "check_in": {"until": "2026-12-07T11:00:00Z"},
    "check_out": {},
    "record_training": {"topic": "Rustig blijven"},
    "begin_trial_alarm": {},
    "answer_trial_alarm": {},
}

# The last column of language.md's table: the rule for who sees the case but may not give the command.
ELSE = {
    "turn_into_report": "AP-2.1.10",
    "acknowledge": "AP-5.1.6",
    "record_first_contact": "AP-5.3.2",
    "take_case": "AP-5.2.1",
    "confirm_class": "AP-2.1.11",
    "add_note": "AP-5.1.6",
    "record_injury": "AP-5.4.9",
    "complete_duty": "AP-5.1.6",
    "record_talk": "AP-5.3.2",
    "decline_aftercare": "AP-5.3.1",
    "take_up_aftercare": "AP-5.3.1",
    "assign_aftercare": "AP-5.3.2",
    "add_supported_person": "AP-5.3.2",
    "give_advice": "AP-5.2.1",
    "identify_perpetrator": "AP-5.1.7",
    "merge_perpetrators": "AP-5.1.7",
    "clear_perpetrator": "AP-5.1.7",
    "record_hearing": "AP-2.5",
    "waive_hearing": "AP-2.5",
    "propose_ban": "AP-5.2.7",
    "decide_measure": "AP-2.1.11",
    "end_measure": "AP-5.2.7",
    "make_letter": "AP-2.4",
    "demand_to_leave": "AP-4.3",
    "change_measure": "AP-5.2.7",
    "revive_measure": "AP-5.2.7",
    "notify_police": "AP-5.2.10",
    "consent": "AP-5.4.1",
    "withdraw_consent": "AP-5.4.1",
    "file_aangifte": "AP-5.4.1",
    "record_police_request": "AP-5.4.4",
    "record_consultation": "AP-5.4.7",
    "record_security_measure": "AP-5.4.6",
    "make_police_file": "AP-5.1.9",
    "record_damage": "AP-5.4.11",
    "answer_invitation": "AP-2.5",
    "send_letter": "AP-2.4",
    **dict.fromkeys(("draft_message", "align_with_om", "approve_message", "withdraw_message"), "AP-6.7"),
    "close_case": "AP-2.4",
    "write_reflection": "AP-2.7",
    "write_message": "AP-5.1.6",
    "reopen_case": "AP-2.4",
    **dict.fromkeys(("suspend", "call_police", "resume", "close_meeting"), "AP-4.3"),
    **dict.fromkeys(("record_physical_aggression", "record_physical_measure"), "AP-4.3"),
    "stop_livestream": "AP-4.7",
    "decide_aangifte": "AP-4.8",
    "answer_trial_alarm": "AP-5.1.6",
    **dict.fromkeys(("record_risk_analysis", "record_held", "check_in", "check_out", "record_training"), "AP-3.1.2"),
}
# Not in a case of its own, or (evidence) open to whoever sees that part: refused in tests of their own below.
ELSEWHERE = STARTS_A_STREAM | {
    *("record_prosecution", "pay_out", "claim", "record_recovery", "leave_claim"),  # The lawyer gives these himself.
    *("record_objection", "record_complaint", "record_erasure", "postpone_decision"),
    *("set_away", "record_outcome", "add_evidence"),
    *("take_mail", "set_mail_aside", "send_test", "report_breach"),
}


@pytest.mark.rule("AP-5.1.6")
@pytest.mark.parametrize("command", sorted(set(COMMANDS) - STARTS_A_STREAM - {"report_breach"}))
def test_who_does_not_see_the_case_gives_no_command(command: str) -> None:
    """Whoever may not see the case learns no more than that, whatever the command."""
    story = a_talk() if command == "record_outcome" else a_threat()
    actor = "n.brouwer" if command in DIRECTORY else OUTSIDER

    with refused("AP-5.1.6"):
        story.decided(actor, command, **FIELDS[command])


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - ELSEWHERE))
def test_who_sees_it_but_may_not_is_told_the_rule(command: str) -> None:
    """A lawyer sees the case and is refused by the rule that the language names for the command."""
    with refused(ELSE[command]):
        a_threat().decided(SEES_THE_LAW, command, **FIELDS[command])


@pytest.mark.parametrize(
    ("actor", "command", "lacks", "because"),
    [
        ("h.willems", "record_hearing", "form", "no_form"),
        ("h.willems", "waive_hearing", "ground", "no_ground"),
        ("h.willems", "send_letter", "by", "no_way_of_sending"),
        ("h.willems", "close_case", "because", "no_because"),
        ("l.vos", "record_prosecution", "state", "no_state"),
    ],
)
def test_what_a_rule_asks_for_is_refused_by_it_where_it_lacks(
    actor: str, command: str, lacks: str, because: str
) -> None:
    """Not as a command that cannot be read: the rule is named, and what to choose."""
    fields = {name: value for name, value in FIELDS[command].items() if name != lacks}
    story = a_threat().does("g.mulder", "take_case", handler="h.willems", aim="Rust")

    with refused(ELSE.get(command, "AP-5.4.10"), because):
        story.decided(actor, command, **fields)


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        ("record_prosecution", "AP-5.4.10"),
        *((name, "AP-5.2.2") for name in ("record_objection", "record_complaint", "postpone_decision")),
        *((name, "AP-5.4.11") for name in ("pay_out", "claim", "record_recovery", "leave_claim")),
    ],
)
def test_what_is_the_lawyers_is_not_the_aangevers(command: str, rule: str) -> None:
    """Who may file an aangifte sees prosecution and damage, and records neither."""
    with refused(rule):
        a_threat().decided("a.jacobs", command, **FIELDS[command])


def test_a_ground_that_is_none_is_refused_by_its_rule() -> None:
    """Whatever somebody thinks up to leave out the hearing."""
    story = a_threat().does("g.mulder", "take_case", handler="h.willems", aim="Rust")

    with refused("AP-2.5", "no_such_ground"):
        story.decided("h.willems", "waive_hearing", ground="geen_zin", why="Het is wel duidelijk")


def test_a_file_is_added_by_who_sees_that_part() -> None:
    """Finance sees the damage, and adds nothing to the evidence."""
    with refused("AP-5.1.6"):
        a_threat().decided("m.prins", "add_evidence", **FIELDS["add_evidence"])

    assert a_threat().decided("m.prins", "add_evidence", text="Factuur", part="damage")


@pytest.mark.rule("AP-1.1")
def test_who_belongs_to_nothing_reports_nothing() -> None:
    """A stranger, with neither an office nor a role, files no report and asks for no talk."""
    with refused("AP-1.1"):
        Story().decided("stranger", "file_report", **FIELDS["file_report"])

    with refused("AP-5.1.10"):
        Story().decided("stranger", "ask_for_talk", **FIELDS["ask_for_talk"])


@pytest.mark.parametrize("actor", ["g.mulder", "g.peters", OUTSIDER])
def test_an_absence_is_set_by_who_may(actor: str) -> None:
    """The person himself, his deputy and the administrator each set it."""
    assert Story().decided(actor, "set_away", **FIELDS["set_away"])


def test_every_command_can_be_refused() -> None:
    """A new command needs fields and a rule here, a row in the document, and a decider."""
    assert set(FIELDS) == set(COMMANDS) == set(loaded().protocol.document.commands)
    assert set(ELSE) == set(COMMANDS) - ELSEWHERE


@pytest.mark.parametrize("command", sorted(set(ELSE) - {"turn_into_report", "acknowledge", "record_first_contact"}))
@pytest.mark.rule("AP-2.1.10")
def test_guidance_is_no_case(command: str) -> None:
    """What is no case has nothing to take, to close or to advise on, for anybody."""
    story = a_report()

    with pytest.raises(Exception, match=r"AP-") as caught:
        story.decided("g.mulder", command, **FIELDS[command])

    assert getattr(caught.value, "rule", "") in {"AP-2.1.10", "AP-5.1.6"}


def test_a_refused_command_leaves_the_case_as_it_was() -> None:
    """Nothing changes where anything stands in the way."""
    story = a_case()
    before = story.case

    with refused("AP-5.1.6"):
        story.does(OUTSIDER, "close_case", **FIELDS["close_case"])

    assert story.case == before


def test_names_of_perpetrators_are_in_no_message_of_ours() -> None:
    """What a message is made from holds no name of who did it, and nothing of the account."""
    story = a_threat(account="Ik weet waar je woont", perpetrators=[{"kind": "person", "name": NAMES[0]}])
    made_of = str([(one.params, one.mentions) for one in story.later(days=2).case.messages.values()])

    assert NAMES[0] not in made_of
    assert "woont" not in made_of
