"""What anybody may try, drawn at random from the commands, the people and the words of the example municipality."""

from dataclasses import dataclass
from typing import Any, get_args

from hypothesis import settings
from hypothesis import strategies as st

from schemas.commands import COMMANDS, DIRECTORY, STARTS_A_STREAM
from schemas.words import (
    LETTER_KINDS,
    PARTS,
    ClaimRoute,
    ConsentTo,
    DamageKind,
    HearingForm,
    HearingGround,
    LegalBasis,
    Prosecution,
    Receiver,
    SentBy,
)
from tests.unit.case.builders import NAMES, everybody, loaded

# The same examples every time, whatever day it is, and no more than there is time for.
CALM = settings(derandomize=True, deadline=None, max_examples=80, database=None)

DOCUMENT = loaded().protocol.document
MINUTES = (0, 1, 4, 11, 31, 65, 500, 1_500)
PEOPLE = st.sampled_from(sorted(everybody()))
# Mostly who is harmed in these cases, or who handles them.
PERSON = st.just("r.bakker") | st.just("r.bakker") | PEOPLE
HANDLER = st.just("h.willems") | st.just("q.smits") | PEOPLE
MAYBE = st.none() | st.booleans()
WORDS = st.sampled_from(["", "Gebeld.", "Wij spraken hem aan."])
WHY = st.just("Gebeld.") | st.just("Gebeld.") | st.none() | WORDS


BUILDINGS = st.sampled_from([["gemeentehuis"], ["gemeentehuis"], [], ["onbekend"]])
DAYS = st.none() | st.sampled_from(["2026-12-01", "2027-02-01", "2028-01-01"])


PURPOSE = st.just("aangifte") | st.sampled_from(get_args(ConsentTo))
ITEM = st.sampled_from(["ruit", "ruit", "Ruit ", "jas"])
MESSAGE = st.sampled_from(["message-1", "message-1", "message-2"])
CENTS = st.none() | st.sampled_from([1, 10_000, 45_000, 45_000, 90_000])


def one_of(words: object) -> st.SearchStrategy[str]:
    """Return a word of the document, or now and then one that it does not know."""
    return st.sampled_from([*words, "onbekend"])  # type: ignore[misc]


FIELDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "turn_into_report": st.fixed_dictionaries({"why": WHY}),
    "record_outcome": st.fixed_dictionaries({"outcome": st.sampled_from(["nothing", "guidance", "report"])}),
    "acknowledge": st.fixed_dictionaries({}, optional={"alarm": st.sampled_from(["alarm-1", "alarm-9"])}),
    "record_first_contact": st.fixed_dictionaries({"person": PERSON, "may_respond": MAYBE, "safe": MAYBE}),
    "take_case": st.fixed_dictionaries({"handler": HANDLER, "aim": WHY}),
    "confirm_class": st.fixed_dictionaries({"class": one_of(loaded().protocol.classes), "why": WHY}),
    "add_evidence": st.fixed_dictionaries({"text": WORDS, "part": st.sampled_from(PARTS)}),
    "add_note": st.fixed_dictionaries({"text": st.just("Gebeld."), "part": st.sampled_from(PARTS)}),
    "record_injury": st.fixed_dictionaries({"injury": one_of(DOCUMENT.injuries)}),
    "complete_duty": st.fixed_dictionaries({"duty": one_of(DOCUMENT.duties)}),
    "record_talk": st.fixed_dictionaries(
        {
            "person": PERSON,
            "talk": one_of(DOCUMENT.aftercare.talks),
            "signs_of_stagnation": MAYBE,
            "home_front_needs_support": MAYBE,
        },
        optional={"referral": WHY},
    ),
    "decline_aftercare": st.fixed_dictionaries({}, optional={"person": PERSON}),
    "take_up_aftercare": st.fixed_dictionaries({}, optional={"person": PERSON}),
    "assign_aftercare": st.fixed_dictionaries({"person": PERSON, "giver": HANDLER}),
    "add_supported_person": st.fixed_dictionaries(
        {"person": PERSON | st.sampled_from([{"family_of": "r.bakker", "name": "Kim"}, {"name": "Een bezoeker"}])},
        optional={"giver": HANDLER},
    ),
    "give_advice": st.fixed_dictionaries({"measures": st.lists(one_of(DOCUMENT.measures), max_size=2), "why": WHY}),
    "identify_perpetrator": st.fixed_dictionaries({"perpetrator": st.sampled_from(NAMES)}),
    "merge_perpetrators": st.fixed_dictionaries({"perpetrator": st.sampled_from(NAMES), "why": WHY}),
    "clear_perpetrator": st.fixed_dictionaries({"why": WHY}),
    "record_hearing": st.fixed_dictionaries({"form": st.sampled_from(get_args(HearingForm)), "account": WHY}),
    "waive_hearing": st.fixed_dictionaries({"ground": st.sampled_from(get_args(HearingGround)), "why": WHY}),
    "propose_ban": st.fixed_dictionaries({"buildings": BUILDINGS}),
    "decide_measure": st.fixed_dictionaries(
        {
            "measure": st.just("ban") | one_of(DOCUMENT.measures),
            "legal_basis": st.just("huisrecht") | st.sampled_from(get_args(LegalBasis)),
            "why_departs": WHY,
            "reasons": st.just("Geweld.") | WHY,
            "buildings": st.just(["gemeentehuis"]) | BUILDINGS,
            "services": st.sampled_from([[], ["balie"]]),
            "starts_on": st.just("2026-12-01") | DAYS,
            "ends_on": st.just("2027-02-01") | DAYS,
        }
    ),
    "end_measure": st.fixed_dictionaries({"why": WHY}, optional={"measure": one_of(DOCUMENT.measures)}),
    "record_objection": st.fixed_dictionaries(
        {"received_on": st.just("2026-11-30") | DAYS, "why_not_heard": WHY},
        optional={"decision": st.sampled_from(["dismissed", "inadmissible"]), "committee": st.booleans()},
    ),
    "record_erasure": st.fixed_dictionaries(
        {"received_on": st.just("2026-11-30") | DAYS, "why": WHY},
        optional={"decision": st.sampled_from(["granted", "refused"])},
    ),
    "record_complaint": st.fixed_dictionaries(
        {"received_on": st.just("2026-11-30") | DAYS}, optional={"decision": st.just("founded"), "handled_by": HANDLER}
    ),
    "postpone_decision": st.fixed_dictionaries({"until": DAYS, "told_on": st.just("2026-11-30")}),
    "make_letter": st.fixed_dictionaries(
        {"letter": st.sampled_from([*LETTER_KINDS, "ban-1"]), "address": st.just("Molenweg 8") | st.none()},
        optional={"earlier": st.just("9-11-2026 riep"), "why": WHY, "meet_at": st.just("2029-12-08T10:00:00Z")},
    ),
    "demand_to_leave": st.fixed_dictionaries({"left": MAYBE}),
    "report_breach": st.fixed_dictionaries({}, optional={"building": st.just("gemeentehuis")}),
    "change_measure": st.fixed_dictionaries({"why": WHY}, optional={"starts_on": DAYS, "ends_on": DAYS}),
    "revive_measure": st.fixed_dictionaries({"why": WHY, "incident": WHY}),
    "notify_police": st.fixed_dictionaries({"reference": WHY}),
    "consent": st.fixed_dictionaries({"to": PURPOSE, "given": st.just(True) | st.booleans()}),
    "withdraw_consent": st.fixed_dictionaries({"to": PURPOSE}),
    "file_aangifte": st.fixed_dictionaries(
        {"reference": WHY, "offences": st.sampled_from([["threat"], ["stalking"], ["285"], [], ["onbekend"]])}
    ),
    "record_prosecution": st.fixed_dictionaries({"state": st.sampled_from(get_args(Prosecution)), "result": WHY}),
    "record_police_request": st.fixed_dictionaries({"with": st.just("police"), "outcome": WHY}),
    "record_consultation": st.fixed_dictionaries({"with": st.sampled_from(["nctv", "driehoek"]), "outcome": WHY}),
    "record_security_measure": st.fixed_dictionaries(
        {"decided_by": st.sampled_from(["hoofdofficier", "burgemeester", "minister_jenv_nctv"]), "measure": WHY},
        optional={"for": st.sampled_from(["person", "object"])},
    ),
    "make_police_file": st.just({}),
    "record_damage": st.fixed_dictionaries(
        {"item": ITEM, "cents": CENTS, "kind": st.sampled_from(get_args(DamageKind))}
    ),
    "pay_out": st.fixed_dictionaries({"item": ITEM, "cents": CENTS}),
    "claim": st.fixed_dictionaries(
        {"item": ITEM, "cents": CENTS, "route": st.sampled_from(get_args(ClaimRoute)), "college_decision": WHY}
    ),
    "record_recovery": st.fixed_dictionaries({"item": ITEM, "cents": CENTS}),
    "leave_claim": st.fixed_dictionaries({"item": ITEM, "cents": CENTS, "why": WHY}),
    "answer_invitation": st.fixed_dictionaries(
        {"made": st.just("letter-1"), "form": st.just("written"), "account": WHY}
    ),
    "send_letter": st.fixed_dictionaries(
        {
            "letter": st.sampled_from([*LETTER_KINDS, "warning_written", "ban-1", "onbekend"]),
            "by": st.sampled_from(get_args(SentBy)),
            "sent_on": st.none() | st.sampled_from(["2026-11-30", "2026-12-01"]),
            "received_on": st.none() | st.sampled_from(["2026-12-01", "2028-01-01"]),
            "chosen_on": st.none() | st.just("2026-11-01"),
        }
    ),
    "draft_message": st.fixed_dictionaries(
        {
            "to": st.sampled_from(get_args(Receiver)),
            "text": st.sampled_from(["Er is iets gebeurd.", "Rob Bakker deed aangifte."]),
        },
        optional={"mentions": st.sampled_from([["aangifte"], ["security"], ["security-1"]])},
    ),
    "align_with_om": st.fixed_dictionaries({}, optional={"message": MESSAGE, "outcome": WHY}),
    "approve_message": st.fixed_dictionaries({}, optional={"message": MESSAGE}),
    "withdraw_message": st.fixed_dictionaries({"why": WHY}, optional={"message": MESSAGE}),
    "close_case": st.fixed_dictionaries(
        {
            "because": st.sampled_from(["responded", "unfounded", "mistaken_identity"]),
            "response": WHY,
            "why_no_response": WHY,
            "evaluation": st.just({"co_operation": "Goed."}),
        }
    ),
    "write_reflection": st.fixed_dictionaries({"text": WHY}),
    "write_message": st.fixed_dictionaries({"text": WORDS}, optional={"person": PERSON}),
    "reopen_case": st.fixed_dictionaries({"why": WHY}),
    "take_mail": st.fixed_dictionaries({"harmed": HANDLER}),
    "set_mail_aside": st.fixed_dictionaries({"why": st.just("Reclame.")}),
    **dict.fromkeys(("suspend", "resume", "close_meeting", "call_police", "stop_livestream"), st.just({})),
    **dict.fromkeys(("record_physical_aggression", "record_physical_measure"), st.fixed_dictionaries({"account": WHY})),
    "record_risk_analysis": st.fixed_dictionaries({"outcome": WHY, "measures": st.sampled_from([["Bode"], []])}),
    "record_held": st.fixed_dictionaries({"held": MAYBE}),
    "check_in": st.fixed_dictionaries({"until": st.just("2029-12-08T10:00:00Z")}),
    "check_out": st.just({}),
    "record_training": st.just({"topic": "Rustig blijven"}),
    "answer_trial_alarm": st.fixed_dictionaries({}, optional={"code": st.just("0123456789")}),
    "decide_aangifte": st.fixed_dictionaries(
        {"file": MAYBE, "consulted": st.sampled_from([["griffier", "coordinator"], ["griffier"], []])}
    ),
}
assert set(FIELDS) == set(COMMANDS) - STARTS_A_STREAM - DIRECTORY, "every command of a case is tried"


@dataclass(frozen=True)
class Act:
    """Somebody tries a command, a while after the one before."""

    actor: str
    name: str
    fields: dict[str, Any]
    minutes: int


# Who mostly may give each command in a case of a raadslid, so that more than refusals is tried.
LIKELY = {
    **dict.fromkeys(
        ("acknowledge", "record_first_contact", "complete_duty", "record_talk", "add_note", "add_supported_person"),
        "g.mulder",
    ),
    **dict.fromkeys(("identify_perpetrator", "merge_perpetrators", "clear_perpetrator"), "c.bos"),
    **dict.fromkeys(("take_case", "confirm_class", "give_advice", "reopen_case", "add_evidence"), "c.bos"),
    **dict.fromkeys(("close_case", "record_injury"), "h.willems"),
    **dict.fromkeys(("record_objection", "record_complaint", "record_erasure", "postpone_decision"), "l.vos"),
    **dict.fromkeys(("record_hearing", "waive_hearing", "propose_ban", "send_letter"), "h.willems"),
    **dict.fromkeys(("record_hearing", "waive_hearing", "propose_ban"), "h.willems"),
    **dict.fromkeys(("make_letter", "send_letter"), "h.willems"),
    **dict.fromkeys(("decide_measure", "end_measure", "change_measure", "revive_measure"), "b.vandam"),
    **dict.fromkeys(("consent", "withdraw_consent", "record_damage"), "r.bakker"),
    **dict.fromkeys(("pay_out", "claim", "record_recovery", "leave_claim"), "m.prins"),
    "file_aangifte": "a.jacobs",
    "record_prosecution": "l.vos",
    **dict.fromkeys(("notify_police", "record_police_request", "record_consultation", "make_police_file"), "h.willems"),
    "record_security_measure": "o.meijer",
    **dict.fromkeys(("draft_message", "align_with_om", "withdraw_message"), "p.kuipers"),
    "approve_message": "b.vandam",
}
INSIDERS = st.sampled_from(["r.bakker", "g.mulder", "c.bos", "h.willems"])


@st.composite
def named(draw: st.DrawFn, names: tuple[str, ...] = tuple(sorted(FIELDS))) -> tuple[str, str, dict[str, Any]]:
    """Draw who tries which of these commands, with which fields."""
    name = draw(st.sampled_from(names))
    actor = draw(st.just(LIKELY.get(name, "r.bakker")) | st.just(LIKELY.get(name, "r.bakker")) | INSIDERS | PEOPLE)
    return actor, name, draw(FIELDS[name])


def acts(drawn: st.SearchStrategy[tuple[str, str, dict[str, Any]]], *, most: int = 8) -> st.SearchStrategy[list[Act]]:
    """Return a strategy for some of these tries, one after the other."""
    one = st.builds(lambda one, minutes: Act(one[0], one[1], one[2], minutes), drawn, st.sampled_from(MINUTES))
    return st.lists(one, min_size=3, max_size=most)


ACTS = acts(named())
RESPONSES = acts(
    named(
        (
            *("decide_measure", "end_measure", "change_measure", "revive_measure"),
            *("propose_ban", "waive_hearing", "send_letter", "report_breach"),
        )
    )
)
POLICE = acts(named(("consent", "withdraw_consent", "file_aangifte", "record_prosecution", "notify_police")))
WORDS_OUT = acts(
    named(
        (
            *("draft_message", "align_with_om", "approve_message", "withdraw_message"),
            *("consent", "withdraw_consent", "record_prosecution", "record_security_measure"),
        )
    )
)
MONEY = acts(named(("record_damage", "pay_out", "claim", "record_recovery", "leave_claim")), most=20)
REPORTS = st.fixed_dictionaries(
    {
        "account": st.just("Zie de bijlage."),
        "kinds": st.sampled_from([["insult"], ["insult", "other"], ["threat"]]),
        "persists": st.booleans(),
        "addressed": MAYBE,
        "stopped": MAYBE,
        "urgent": st.sampled_from([False, False, False, True]),
        "injury": st.none() | st.sampled_from(sorted(DOCUMENT.injuries)),
        "perpetrators": st.lists(st.just({"kind": "person", "name": "K. Dijkstra"}), max_size=1),
    }
)
